import { unzipSync } from "fflate";
import type { ArtifactRecord } from "../../ports/artifact-store.ts";
import { isRecord } from "./rules.ts";

/** The file beside the content in an uploaded artifact: its record. */
export const RECORD_FILE = "pawl-artifact.json";

const MAX_RECORD_BYTES = 100_000;
const MAX_CONTENT_BYTES = 1_000_000_000;
/** What deflate can honestly reach is about 1,030 : 1 (zlib's technical details). */
const MAX_RATIO = 1_100;

/**
 * Content and record of an artifact that Pawl uploaded, from the bytes of its zip file. Nothing is written to disk, and nothing is unpacked but the
 * two files that belong there, within the caps.
 *
 * @returns undefined for a zip file that is not one of ours: other names, more files, too large, or damaged
 */
export function readBundle(
  zip: Uint8Array,
): { readonly record: ArtifactRecord; readonly content: Uint8Array } | undefined {
  const names: string[] = [];
  let honest = true;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        const cap = name === RECORD_FILE ? MAX_RECORD_BYTES : Math.min(MAX_CONTENT_BYTES, zip.byteLength * MAX_RATIO);
        if (names.length > 2 || originalSize > cap) honest = false;
        return honest;
      },
    });
  } catch {
    return undefined;
  }
  const record = honest && names.length === 2 ? parse(files[RECORD_FILE]) : undefined;
  if (record === undefined) return undefined;
  const content = files[record.name];
  return content === undefined ? undefined : { record, content };
}

function parse(bytes: Uint8Array | undefined): ArtifactRecord | undefined {
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
