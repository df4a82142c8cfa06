import { inflateRawSync } from "node:zlib";
import { corrupt } from "./manifest.ts";

// APPNOTE.TXT - .ZIP File Format Specification, 4.3.12 (central directory) and 4.3.16 (its end).
const END = 0x0605_4b50;
const ENTRY = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * One file out of a zip archive as GitHub packs artifacts: stored or deflated, below 4 GB, not encrypted.
 *
 * @param most the file may have, in bytes
 * @throws PawlError `archive.corrupt`
 */
export function unzipOne(bytes: Uint8Array, name: string, most: number): Uint8Array {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(zip);
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
      if (zip.readUInt32LE(at) !== ENTRY) throw corrupt("its zip's directory is damaged");
      const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
      const found = zip.toString("utf8", at + 46, at + 46 + (nameBytes ?? 0));
      if (found === name) return contentOf(zip, at, most);
      at += 46 + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw corrupt("its zip is cut short", cause);
    throw cause;
  }
  throw corrupt(`its zip has no ${name}`);
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= 0 && at >= zip.length - END_BYTES - MOST_COMMENT; at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw corrupt("it is no zip");
}

function contentOf(zip: Buffer, entry: number, most: number): Uint8Array {
  const method = zip.readUInt16LE(entry + 10);
  const packed = zip.readUInt32LE(entry + 20);
  const size = zip.readUInt32LE(entry + 24);
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw corrupt("its zip's directory points nowhere");
  if (size > most) throw corrupt(`it has ${size} bytes, and ${most} are taken`);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const content = zip.subarray(start, start + packed);
  if (method === STORED) return content;
  if (method !== DEFLATED) throw corrupt(`its zip is packed in a way (${method}) that isn't known`);
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch (cause) {
    throw corrupt("its zip doesn't unpack", cause);
  }
}
