import { spawn } from "node:child_process";
import { once } from "node:events";
import { findPackageJSON } from "node:module";
import path from "node:path";
import {
  BlobSASPermissions,
  BlobServiceClient,
  StorageSharedKeyCredential,
  generateBlobSASQueryParameters,
} from "@azure/storage-blob";

/** Azurite's public, documented development account: https://learn.microsoft.com/en-us/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key */
const ACCOUNT = "devstoreaccount1";
const KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
const CONTAINER = "results";

export interface BlobStore {
  /** A URL that may read (`r`) or write (`rcw`) this blob for an hour. */
  readonly signedUrl: (name: string, permissions: "r" | "rcw") => string;
  readonly exists: (name: string) => Promise<boolean>;
  /** Replaces a stored blob, to test what a reader does with a damaged one. */
  readonly overwrite: (name: string, content: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts Azurite, the Azure Blob Storage emulator, in memory, as a child process. */
export async function startAzurite(): Promise<BlobStore> {
  const manifest = findPackageJSON("azurite", import.meta.url);
  if (manifest === undefined) throw new Error("azurite is not installed: run npm ci");
  const main = path.join(path.dirname(manifest), "dist/src/blob/main.js");
  const flags = ["--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"];
  const child = spawn(process.execPath, [main, "--blobHost", "127.0.0.1", "--blobPort", "0", ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const origin = await new Promise<string>((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const listening = /successfully listens on (http:\S+)/.exec(output)?.[1];
      if (listening !== undefined) resolve(listening);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`azurite ended with ${code}: ${output}`)));
  });
  const credential = new StorageSharedKeyCredential(ACCOUNT, KEY);
  const container = new BlobServiceClient(`${origin}/${ACCOUNT}`, credential).getContainerClient(CONTAINER);
  await container.createIfNotExists();
  const hour = 3_600_000;
  return {
    signedUrl: (name, permissions) => {
      const query = generateBlobSASQueryParameters(
        {
          containerName: CONTAINER,
          blobName: name,
          permissions: BlobSASPermissions.parse(permissions),
          startsOn: new Date(Date.now() - 60_000),
          expiresOn: new Date(Date.now() + hour),
        },
        credential,
      );
      return `${origin}/${ACCOUNT}/${CONTAINER}/${name}?${query.toString()}`;
    },
    exists: (name) => container.getBlobClient(name).exists(),
    overwrite: async (name, content) => {
      await container.getBlockBlobClient(name).uploadData(content);
    },
    close: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
