import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sha256, type Digest } from "../kernel/digest.ts";

/** Digests of the texts that were trusted, by address. */
const held = new Map<string, Digest>();
/** Pawl's own code, which such a module may import. */
const OWN = pathToFileURL(`${path.resolve(import.meta.dirname, "..")}${path.sep}`).href;

/**
 * Holds a module of step types to the text that a person trusted, for as long as this process lives: what is run is what was hashed, and it
 * imports nothing but Node and Pawl, since nobody has looked at anything else. Throws from the import otherwise.
 *
 * @param file absolute
 */
export function holdToText(file: string, digest: Digest): void {
  if (held.size === 0) registerHooks({ resolve, load });
  held.set(pathToFileURL(file).href, digest);
}

const resolve: NonNullable<Parameters<typeof registerHooks>[0]["resolve"]> = (specifier, context, next) => {
  const found = next(specifier, context);
  const isFree = found.url.startsWith("node:") || found.url.startsWith(OWN);
  if (!isFree && context.parentURL !== undefined && held.has(plain(context.parentURL)))
    throw new Error(`it imports "${specifier}", and a trusted module stands in one file (bundle it)`);
  return found;
};

const load: NonNullable<Parameters<typeof registerHooks>[0]["load"]> = (url, context, next) => {
  const loaded = next(url, context);
  const trusted = held.get(plain(url));
  if (trusted === undefined) return loaded;
  const { source } = loaded;
  const isSame =
    source !== undefined &&
    source !== null &&
    sha256(typeof source === "string" ? source : bytesOf(source)) === trusted;
  if (!isSame) throw new Error("its text is not the one that was trusted");
  return loaded;
};

function bytesOf(source: ArrayBuffer | NodeJS.TypedArray): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}

/** An address without what may stand behind it: the same file may be imported under many. */
function plain(url: string): string {
  return url.replace(/[?#].*$/, "");
}
