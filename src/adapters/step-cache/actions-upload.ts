import { saveCache } from "@actions/cache";

/**
 * Uploads one file under a key with the official client, which takes its addresses and its token from the job's environment. This file exists to be
 * imported when the first result is kept: the client and its storage SDK are megabytes.
 *
 * @returns false when GitHub didn't take it: denied, down, or there already; the client has said why in the job's log
 */
export async function uploadFile(file: string, key: string): Promise<boolean> {
  return (await saveCache([file], key)) !== -1;
}
