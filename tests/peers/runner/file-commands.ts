import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const KINDS = ["OUTPUT", "STATE", "ENV", "PATH", "STEP_SUMMARY"] as const;
type Kind = (typeof KINDS)[number];

/** The files through which one step talks to its runner, empty at first. */
export interface FileCommands {
  /** `GITHUB_OUTPUT` and its siblings. */
  readonly environment: Readonly<Record<string, string>>;
  readonly read: () => Promise<{
    readonly outputs: Readonly<Record<string, string>>;
    readonly state: Readonly<Record<string, string>>;
    readonly environment: Readonly<Record<string, string>>;
    readonly path: readonly string[];
    readonly summary: string;
  }>;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files */
export async function openFileCommands(folder: string): Promise<FileCommands> {
  const id = randomUUID();
  const files = new Map<Kind, string>(KINDS.map((kind) => [kind, path.join(folder, `${kind.toLowerCase()}_${id}`)]));
  for (const file of files.values()) await writeFile(file, "");
  const text = (kind: Kind): Promise<string> => readFile(files.get(kind) ?? "", "utf8");
  return {
    environment: Object.fromEntries([...files].map(([kind, file]) => [`GITHUB_${kind}`, file])),
    read: async () => ({
      outputs: parsePairs(await text("OUTPUT")),
      state: parsePairs(await text("STATE")),
      environment: parsePairs(await text("ENV")),
      path: (await text("PATH")).split(/\r?\n/).filter(Boolean),
      summary: await text("STEP_SUMMARY"),
    }),
  };
}

/** Reads `name=value` lines and `name<<delimiter` blocks as the runner does; an unclosed block is an error. */
export function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 1) throw new Error(`Invalid format '${line}'`);
    const delimiter = line.slice(heredoc + 2);
    const value: string[] = [];
    for (i += 1; i < lines.length && lines[i] !== delimiter; i++) value.push(lines[i] ?? "");
    if (i >= lines.length) throw new Error(`Matching delimiter not found '${delimiter}'`);
    pairs[line.slice(0, heredoc)] = value.join("\n");
  }
  return pairs;
}
