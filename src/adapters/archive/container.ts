import { Readable } from "node:stream";
import { promisify } from "node:util";
import { constants, createZstdDecompress, zstdCompress } from "node:zlib";
import tar from "tar-stream";
import { PawlError } from "../../kernel/errors.ts";
import { corrupt, refused } from "./manifest.ts";

const MAX_BYTES = 4 * 1024 ** 3;
const MAX_ENTRIES = 100_000;
/** Journals compress well, but never so: beyond it is a bomb. */
const MAX_RATIO = 2_000;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}$/;

const compress = promisify(zstdCompress);

/** Named members as one tar compressed with Zstandard, with a checksum. The same members give the same bytes. */
export async function writeContainer(members: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const pack = tar.pack();
  const chunks: Buffer[] = [];
  const fill = async (): Promise<void> => {
    for (const [name, content] of members) {
      await new Promise<void>((resolve, reject) => {
        pack.entry({ name, mode: 0o600, mtime: new Date(0) }, Buffer.from(content), (error) =>
          error ? reject(error) : resolve(),
        );
      });
    }
    pack.finalize();
  };
  const read = async (): Promise<void> => {
    for await (const chunk of pack) chunks.push(chunk as Buffer);
  };
  await Promise.all([fill(), read()]);
  const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };
  return new Uint8Array(await compress(Buffer.concat(chunks), { params }));
}

/**
 * Members by name, in memory only: nothing an archive names ever becomes a path. Anything but plain files, and more than the caps, is refused.
 *
 * @throws PawlError `archive.corrupt`, `archive.refused`
 */
export async function readContainer(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const members = new Map<string, Uint8Array>();
  const limit = Math.min(MAX_BYTES, Math.max(bytes.byteLength, 4_096) * MAX_RATIO);
  const reader = tar.extract();
  const unpacked = createZstdDecompress();
  let ended = false;
  unpacked.on("error", (error) => reader.destroy(error));
  unpacked.on("end", () => {
    ended = true;
  });
  Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)])
    .pipe(unpacked)
    .pipe(reader);
  let total = 0;
  try {
    for await (const entry of reader) {
      const { name, type, size } = entry.header;
      total += size;
      if (type !== "file") throw refused(name, `it is a ${type}`);
      if (!NAME.test(name) || name.length > 300) throw refused(name, "its name is not a plain relative path");
      if (members.has(name)) throw refused(name, "it is there twice");
      if (members.size >= MAX_ENTRIES) throw refused(name, `the archive has more than ${MAX_ENTRIES} entries`);
      if (total > limit) throw refused(name, `the archive unpacks to more than ${limit} bytes`);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      const content = Buffer.concat(chunks);
      if (content.byteLength !== size) throw corrupt(`${name} is cut short`);
      members.set(name, content);
    }
  } catch (error) {
    if (error instanceof PawlError) throw error;
    throw corrupt("it can't be unpacked", error);
  } finally {
    unpacked.destroy();
  }
  if (!ended) throw corrupt("it is cut short");
  return members;
}
