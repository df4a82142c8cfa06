import { createReadStream, type Stats } from "node:fs";
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { createZstdDecompress, zstdCompress } from "node:zlib";
import tar from "tar-stream";
import { PawlError } from "../../kernel/errors.ts";
import type { WorkspaceFiles } from "./files.ts";

const MAX_BYTES = 2 * 1024 ** 3;
const MAX_ENTRIES = 500_000;
/** Real trees of files compress 3 to 20 times; a thousand times is a bomb. */
const MAX_RATIO = 1_000;

const compress = promisify(zstdCompress);

/**
 * Paths that git ignores, as one tar compressed with Zstandard. Links are kept as links when they stay inside the path they belong to's workspace;
 * devices, sockets and pipes are left out.
 *
 * @returns undefined when none of the paths exists
 * @throws PawlError `workspace.paths_too_large`, `file.outside`
 */
export async function packPaths(files: WorkspaceFiles, paths: readonly string[]): Promise<Uint8Array | undefined> {
  const total = { bytes: 0, entries: 0 };
  let any = false;
  const packed = await packedBy(async (pack) => {
    for (const written of paths) {
      const name = cleanPath(written);
      if ((await lstat(path.join(files.root, name)).catch(() => undefined)) === undefined) continue;
      any = true;
      await add(pack, files.root, name, files.resolve(name), total);
    }
  });
  return any ? new Uint8Array(await compress(packed)) : undefined;
}

/** What `fill` puts into a tar. Its filling and its reading are waited for together: when one fails the other ends too, and neither unseen. */
async function packedBy(fill: (pack: tar.Pack) => Promise<void>): Promise<Buffer> {
  const pack = tar.pack();
  const chunks: Buffer[] = [];
  const filled = fill(pack).then(
    () => pack.finalize(),
    (error: unknown) => {
      pack.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    },
  );
  const read = (async () => {
    for await (const chunk of pack) chunks.push(chunk as Buffer);
  })();
  await Promise.all([filled, read]);
  return Buffer.concat(chunks);
}

async function add(
  pack: tar.Pack,
  root: string,
  name: string,
  real: string,
  total: { bytes: number; entries: number },
): Promise<void> {
  const found = await lstat(real);
  total.entries += 1;
  total.bytes += found.isFile() ? found.size : 0;
  if (total.bytes > MAX_BYTES || total.entries > MAX_ENTRIES) {
    throw new PawlError({
      code: "workspace.paths_too_large",
      kind: "permanent",
      message: `cache.paths hold more than ${MAX_BYTES / 1024 ** 3} GiB or ${MAX_ENTRIES} files (reached in ${name})`,
      remedy: "Name smaller folders under cache.paths, such as a package manager's download cache.",
    });
  }
  if (found.isDirectory()) {
    await entry(pack, { name: `${name}/`, type: "directory", mode: found.mode & 0o777 });
    for (const child of (await readdir(real)).toSorted()) {
      await add(pack, root, `${name}/${child}`, path.join(real, child), total);
    }
  } else if (found.isSymbolicLink()) {
    const linkname = await readlink(real);
    if (staysInside(root, name, linkname)) await entry(pack, { name, type: "symlink", linkname });
  } else if (found.isFile()) {
    await addFile(pack, name, real, found);
  }
}

async function addFile(pack: tar.Pack, name: string, real: string, found: Stats): Promise<void> {
  const header = { name, type: "file" as const, size: found.size, mode: found.mode & 0o777 };
  if (found.size === 0) return await entry(pack, header);
  await new Promise<void>((resolve, reject) => {
    const sink = pack.entry({ ...header, mtime: new Date(0) }, (error) => (error ? reject(error) : resolve()));
    // Every error comes through the callback too; as an event that nobody hears it would end the process.
    sink.on("error", () => undefined);
    copyInto(sink, name, real, found.size).catch((error: unknown) => {
      sink.destroy(error instanceof Error ? error : new Error(String(error)));
      reject(error);
    });
  });
}

/** Exactly `size` bytes: a file that has grown meanwhile is cut off there, one that has shrunk is an error. */
async function copyInto(sink: ReturnType<tar.Pack["entry"]>, name: string, real: string, size: number): Promise<void> {
  let read = 0;
  for await (const chunk of createReadStream(real, { end: size - 1 })) {
    read += (chunk as Buffer).byteLength;
    if (!sink.write(chunk)) await new Promise<void>((resolve) => sink.once("drain", () => resolve()));
  }
  if (read === size) return void sink.end(undefined);
  throw new PawlError({
    code: "workspace.changed_meanwhile",
    kind: "transient",
    message: `${name} became shorter while it was read for the cache`,
    remedy: "Let the step wait for the processes it has started before it ends.",
  });
}

/** An entry without content of its own. */
async function entry(pack: tar.Pack, header: Partial<tar.Header> & Pick<tar.Header, "name">): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    pack.entry({ ...header, mtime: new Date(0) }, "", (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Unpacks into a folder beside the goal first, and swaps each path in only when everything in the archive was in order.
 *
 * @throws PawlError `archive.refused` for entries outside `paths`, absolute or `..` names, links that lead out, devices, or too much; `archive.corrupt`
 */
export async function unpackPaths(root: string, archive: Uint8Array, paths: readonly string[]): Promise<void> {
  const wanted = paths.map(cleanPath);
  const state = path.join(root, ".git");
  const nearby = (await lstat(state).catch(() => undefined))?.isDirectory() === true ? state : root;
  const staging = await mkdtemp(path.join(nearby, ".pawl-unpack-"));
  try {
    await extract(root, staging, archive, wanted);
    for (const name of wanted) {
      const from = path.join(staging, name);
      if ((await lstat(from).catch(() => undefined)) === undefined) continue;
      const to = path.join(root, name);
      await mkdir(path.dirname(to), { recursive: true });
      const parent = await realpath(path.dirname(to));
      if (parent !== root && !parent.startsWith(root + path.sep))
        throw refused(name, "its folder is a link that leads out of the workspace");
      await rm(to, { recursive: true, force: true });
      await rename(from, to);
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function extract(root: string, staging: string, archive: Uint8Array, wanted: readonly string[]): Promise<void> {
  const reader = tar.extract();
  const unpacked = createZstdDecompress();
  unpacked.on("error", (error) => reader.destroy(error));
  Readable.from([Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)])
    .pipe(unpacked)
    .pipe(reader);
  const limit = Math.min(MAX_BYTES, Math.max(archive.byteLength, 1_024) * MAX_RATIO);
  // Links are made last, so that no entry can be written through one.
  const links: { name: string; linkname: string }[] = [];
  let bytes = 0;
  let entries = 0;
  try {
    for await (const item of reader) {
      const { type, size, mode, linkname } = item.header;
      const name = safeName(item.header.name, wanted);
      entries += 1;
      bytes += size;
      if (entries > MAX_ENTRIES) throw refused(name, `the archive has more than ${MAX_ENTRIES} entries`);
      if (bytes > limit) throw refused(name, `the archive unpacks to more than ${limit} bytes`);
      const target = path.join(staging, name);
      if (type === "directory") {
        await mkdir(target, { recursive: true });
        item.resume();
      } else if (type === "file") {
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, item as AsyncIterable<Uint8Array>, { flag: "wx" });
        await chmod(target, mode & 0o777);
      } else if (type === "symlink" && staysInside(root, name, linkname)) {
        links.push({ name, linkname });
        item.resume();
      } else {
        throw refused(name, type === "symlink" ? "it is a link that leads out of the workspace" : `it is a ${type}`);
      }
    }
  } catch (error) {
    if (error instanceof PawlError) throw error;
    throw new PawlError({
      code: "archive.corrupt",
      kind: "permanent",
      message: "an archive of cached paths is damaged",
      cause: error,
    });
  }
  for (const { name, linkname } of links) {
    const target = path.join(staging, name);
    await mkdir(path.dirname(target), { recursive: true });
    await symlink(linkname, target).catch(() => {
      throw refused(name, "it is there twice");
    });
  }
}

function safeName(written: string, wanted: readonly string[]): string {
  const name = written.replace(/\/+$/, "");
  const parts = name.split("/");
  const bad =
    name === "" ||
    name.length > 4_096 ||
    name.startsWith("/") ||
    name.includes("\\") ||
    // Control characters and direction marks forge what a log line seems to say.
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name) ||
    parts.some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git");
  if (bad) throw refused(name, "its name is not a plain relative path");
  if (!wanted.some((path) => name === path || name.startsWith(`${path}/`)))
    throw refused(name, "it is not below the paths asked for");
  return name;
}

function staysInside(root: string, name: string, linkname: string): boolean {
  if (path.isAbsolute(linkname) || linkname.includes("\0")) return false;
  const target = path.resolve(root, path.dirname(name), linkname);
  return target.startsWith(root + path.sep);
}

function cleanPath(written: string): string {
  const name = path.posix.normalize(written).replace(/\/$/, "");
  if (
    name === "." ||
    path.isAbsolute(name) ||
    name.split("/").some((part) => part === ".." || part.toLowerCase() === ".git")
  ) {
    throw new PawlError({
      code: "file.outside",
      kind: "policy",
      message: `cache.paths: ${JSON.stringify(written)} is not a path inside the workspace`,
      remedy: "Name files or folders below the workspace, without .. and without .git.",
    });
  }
  return name;
}

function refused(name: string, why: string): PawlError {
  return new PawlError({
    code: "archive.refused",
    kind: "policy",
    message: `archive entry ${JSON.stringify(name.slice(0, 200))} is refused: ${why}`,
  });
}
