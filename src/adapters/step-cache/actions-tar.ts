import { Readable, type Duplex } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import tar from "tar-stream";

/**
 * The one file in an archive that `@actions/cache` has made, read in memory. Its name is not looked at and nothing is written: the client's own
 * restore unpacks with `tar -P`, where a name in the archive decides which file of the machine is overwritten.
 *
 * @throws Error saying what is wrong: another form, more than one entry, a link, or more than `maxBytes`
 */
export async function readSingleFile(archive: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const reader = tar.extract();
  const unpacked = decompressor(archive);
  unpacked.on("error", (error) => reader.destroy(error));
  Readable.from([Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)])
    .pipe(unpacked)
    .pipe(reader);
  let content: Uint8Array | undefined;
  try {
    for await (const entry of reader) {
      if (content !== undefined) throw new Error("it holds more than one file");
      if (entry.header.type !== "file") throw new Error(`it holds a ${entry.header.type}`);
      if (entry.header.size > maxBytes) throw new Error(`it unpacks to more than ${maxBytes} bytes`);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      content = new Uint8Array(Buffer.concat(chunks));
    }
  } finally {
    unpacked.destroy();
  }
  if (content === undefined) throw new Error("it is empty");
  return content;
}

function decompressor(archive: Uint8Array): Duplex {
  const start = Buffer.from(archive.subarray(0, 4)).toString("hex");
  // RFC 8878 section 3.1.1, RFC 1952 section 2.3.1.
  if (start === "28b52ffd") return createZstdDecompress();
  if (start.startsWith("1f8b")) return createGunzip();
  throw new Error("it is no archive");
}
