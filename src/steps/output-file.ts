import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { PawlError } from "../kernel/errors.ts";

/** GitHub's own bound on a job's outputs is 1 MiB; a step may write as much into its file. */
const LARGEST_FILE = 1024 * 1024;
const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

/**
 * Reads what a step wrote to `$PAWL_OUTPUT`: lines `name=value`, or `name<<delimiter`, the value's lines, and the delimiter alone on a line
 * (the format of GitHub's own output file). The file is the step's to write, so it's read with suspicion: a link, a device or a pipe in its
 * place is refused, and so is more than 1 MiB.
 *
 * @throws PawlError `step.output_file`, saying which line is wrong
 */
export async function readOutputFile(file: string): Promise<Readonly<Record<string, string>>> {
  return parseOutputs(await readRegularFile(file));
}

async function readRegularFile(file: string): Promise<string> {
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return "";
    throw refused(
      code === "ELOOP" ? "the output file was replaced by a symbolic link" : `the output file can't be read (${code})`,
      cause,
    );
  }
  try {
    const info = await handle.stat();
    if (!info.isFile() || info.nlink > 1)
      throw refused("the output file was replaced by something that is no file of its own");
    if (info.size > LARGEST_FILE)
      throw refused(`the output file holds ${info.size} bytes; at most ${LARGEST_FILE} are read`);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

/** The outputs in the text of an output file; a name written twice keeps its last value. */
export function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "") continue;
    const number = i + 1;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (heredoc !== -1 && (equals === -1 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      if (delimiter === "") throw refused(`line ${number} of the output file names no delimiter after <<`);
      const end = lines.indexOf(delimiter, i + 1);
      if (end === -1) throw refused(`line ${number} of the output file opens a value that "${delimiter}" never closes`);
      outputs.set(checkedName(line.slice(0, heredoc), number), lines.slice(i + 1, end).join("\n"));
      i = end;
    } else if (equals === -1) {
      throw refused(`line ${number} of the output file is neither name=value nor name<<delimiter`);
    } else {
      outputs.set(checkedName(line.slice(0, equals), number), line.slice(equals + 1));
    }
  }
  return Object.fromEntries(outputs);
}

function checkedName(name: string, line: number): string {
  if (NAME.test(name)) return name;
  throw refused(`line ${line} of the output file names the output ${JSON.stringify(name)}`);
}

function refused(message: string, cause?: unknown): PawlError {
  return new PawlError({
    code: "step.output_file",
    kind: "permanent",
    message: `The step's outputs are not taken: ${message}`,
    remedy:
      'Write `name=value` lines to "$PAWL_OUTPUT", or `name<<EOF`, the lines, and `EOF`; names are letters, digits, _ and -.',
    ...(cause === undefined ? {} : { cause }),
  });
}
