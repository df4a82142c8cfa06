import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** What of a program's conversation is kept; a longer one begins anew in the next round. */
const LARGEST_MEMORY = 4 * 1024 * 1024;

/** The files in which Claude Code remembers a conversation, by their path below its configuration directory. */
export type ProgramMemory = Readonly<Record<string, string>>;

/**
 * Reads what the program remembers. The step's directory doesn't outlive its verification, nor a crash, nor this machine: the journal does,
 * so it is kept there.
 */
export async function readMemory(configDirectory: string): Promise<ProgramMemory> {
  const memory: Record<string, string> = {};
  let bytes = 0;
  const entries = await readdir(path.join(configDirectory, "projects"), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries) {
    if (!entry.isFile() || !/\.jsonl?$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, "utf8");
    bytes += text.length;
    if (bytes > LARGEST_MEMORY) return {};
    memory[path.relative(configDirectory, file)] = text;
  }
  return memory;
}

/** Puts back what the program remembered; false where there is nothing to remember. */
export async function writeMemory(configDirectory: string, memory: ProgramMemory): Promise<boolean> {
  await mkdir(configDirectory, { recursive: true });
  for (const [name, text] of Object.entries(memory)) {
    const file = path.join(configDirectory, name);
    if (!path.resolve(file).startsWith(`${path.resolve(configDirectory)}${path.sep}`)) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return Object.keys(memory).length > 0;
}
