import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";

// All of it in one stretch: a file of a work tree is read in less time than it takes to ask another thread for it, and nothing of ours can
// come between the check and the use.

/** A file tool reads at most this much of one file. */
const LARGEST_FILE = 10 * 1024 * 1024;

/**
 * The absolute path of a file an agent names, inside the workspace: `..`, absolute paths elsewhere and links that lead out are refused, and so
 * is `.git`, which holds credentials, hooks and the run's own journal.
 *
 * @throws PawlError `agent.outside_workspace` (kind policy)
 */
export function confine(root: string, asked: string): string {
  const absolute = path.resolve(root, asked);
  const inside = path.relative(root, absolute);
  checkInside(inside, asked);
  const real = realpathOfExisting(absolute);
  checkInside(path.relative(root, real), asked);
  return real;
}

function checkInside(relative: string, asked: string): void {
  const parts = relative.split(path.sep);
  const leaves = parts[0] === ".." || path.isAbsolute(relative);
  if (!leaves && !parts.some((part) => part.toLowerCase() === ".git")) return;
  throw new PawlError({
    code: "agent.outside_workspace",
    kind: "policy",
    message: leaves ? `${asked} is outside the workspace` : `${asked} is inside .git, which agents don't touch`,
    remedy: "Use a path below the workspace, relative to its root.",
  });
}

/** The real path of what exists of a path, and the rest as it is: a new file's directory may be a link. */
function realpathOfExisting(absolute: string): string {
  const rest: string[] = [];
  let at = absolute;
  for (;;) {
    try {
      return path.join(realpathSync.native(at), ...rest);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw unreadable(absolute, cause);
      // A dangling link: writing through it would create its target.
      const link = lstatSync(at, { throwIfNoEntry: false });
      if (link?.isSymbolicLink() === true) return path.resolve(path.dirname(at), readlinkSync(at), ...rest);
      rest.unshift(path.basename(at));
      at = path.dirname(at);
    }
  }
}

/** A workspace file's bytes. Throws `agent.outside_workspace`, `agent.no_such_file`, `agent.file_too_large`. */
export function readConfined(root: string, asked: string): Buffer {
  const file = openConfined(root, asked, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const info = fstatSync(file);
    if (info.isDirectory()) throw fileError("agent.not_a_file", `${asked} is a directory`, "List it with glob.");
    if (!info.isFile())
      throw fileError("agent.not_a_file", `${asked} is no ordinary file`, "Read ordinary files only.");
    if (info.size > LARGEST_FILE) {
      throw fileError(
        "agent.file_too_large",
        `${asked} has ${info.size} bytes; at most ${LARGEST_FILE} are read`,
        "Search it with grep.",
      );
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes a workspace file as a whole, making its directories. */
export function writeConfined(root: string, asked: string, content: string): void {
  mkdirSync(path.dirname(confine(root, asked)), { recursive: true });
  const file = openConfined(root, asked, constants.O_WRONLY | constants.O_CREAT | constants.O_NONBLOCK);
  try {
    const info = fstatSync(file);
    if (!info.isFile())
      throw fileError("agent.not_a_file", `${asked} is no ordinary file`, "Write ordinary files only.");
    if (info.nlink > 1)
      throw fileError(
        "agent.hard_link",
        `${asked} is also known by another name (a hard link)`,
        "Remove it first, then write it anew.",
      );
    ftruncateSync(file, 0);
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

/** Opens the checked path and makes sure that it is still the file that was checked: a link put there in between is refused. */
function openConfined(root: string, asked: string, flags: number): number {
  const real = confine(root, asked);
  let file: number;
  try {
    file = openSync(real, flags | constants.O_NOFOLLOW, 0o644);
  } catch (cause) {
    throw unreadable(asked, cause);
  }
  try {
    const opened = process.platform === "linux" ? readlinkSync(`/proc/self/fd/${file}`) : realpathSync.native(real);
    checkInside(path.relative(root, opened), asked);
    return file;
  } catch (thrown) {
    closeSync(file);
    throw thrown;
  }
}

function unreadable(asked: string, cause: unknown): PawlError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR")
    return fileError("agent.no_such_file", `There is no file ${asked}`, "Find it with glob.");
  if (code === "EISDIR") return fileError("agent.not_a_file", `${asked} is a directory`, "List it with glob.");
  if (code === "ELOOP") {
    return new PawlError({
      code: "agent.outside_workspace",
      kind: "policy",
      message: `${asked} is a link that is not followed`,
    });
  }
  return new PawlError({ code: "agent.file", kind: "permanent", message: `${asked} can't be opened (${code})`, cause });
}

function fileError(code: string, message: string, remedy: string): PawlError {
  return new PawlError({ code, kind: "permanent", message, remedy });
}
