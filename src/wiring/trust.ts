import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
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

/**
 * In the person's own configuration, outside every repository. A relative path is none (XDG Base Directory Specification): it would lead
 * below the working directory, where a repository could bring its own record.
 */
function trustFile(env: Environment): string {
  const { XDG_CONFIG_HOME: given = "", HOME: home = "" } = env;
  const own = path.isAbsolute(home) ? home : userInfo().homedir;
  return path.join(path.isAbsolute(given) ? given : path.join(own, ".config"), "pawl", "trusted.json");
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
