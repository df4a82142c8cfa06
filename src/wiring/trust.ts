import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import type { Digest } from "../kernel/digest.ts";
import { isJsonObject, type JsonObject } from "../kernel/json.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the person of this machine has trusted the code that a configuration names, exactly as it is now. */
export async function isTrusted(env: Environment, configuration: string, digest: Digest): Promise<boolean> {
  return (await records(env))[configuration] === digest;
}

/** Remembers that the code which a configuration names is trusted as it is now; any change takes that back. @returns the file it is kept in */
export async function trust(env: Environment, configuration: string, digest: Digest): Promise<string> {
  const file = trustFile(env);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const known = { ...(await records(env)), [configuration]: digest };
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, file);
  return file;
}

/** In the person's own configuration, outside every repository. */
function trustFile(env: Environment): string {
  const given = env["XDG_CONFIG_HOME"];
  const base = given === undefined || given === "" ? path.join(env["HOME"] ?? homedir(), ".config") : given;
  return path.join(base, "pawl", "trusted.json");
}

async function records(env: Environment): Promise<JsonObject> {
  const text = await readFile(trustFile(env), "utf8").catch(() => undefined);
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    // A file that nobody can read trusts nothing.
    return {};
  }
}
