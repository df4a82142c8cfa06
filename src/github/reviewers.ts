import picomatch from "picomatch";
import type { RepositoryHost } from "../ports/repository-host.ts";
import type { PawlConfig } from "./config.ts";

/** GitHub takes at most 15 reviewers; more than a few help nobody. */
const MOST = 5;
/** Where GitHub looks for CODEOWNERS, in its order: docs.github.com/articles/about-code-owners */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

/** Whom to ask for a review: named ones, then owners of the changed files, then those who last changed them; never one of `except`. */
export async function chooseReviewers(
  host: Pick<RepositoryHost, "file" | "lastAuthors" | "owner">,
  config: PawlConfig["pullRequest"],
  named: readonly string[],
  paths: readonly string[],
  base: string,
  except: readonly string[],
): Promise<{ readonly users: readonly string[]; readonly teams: readonly string[] }> {
  const wanted = [...named, ...config.reviewers];
  if (wanted.length === 0 && config.codeowners) wanted.push(...(await owners(host, paths, base)));
  if (wanted.length === 0 && config.blame) {
    for (const path of paths.slice(0, 3)) wanted.push(...(await host.lastAuthors(path, base, 3)));
  }
  const excluded = new Set(except.map((login) => login.toLowerCase()));
  const unique = [...new Set(wanted.map((name) => name.replace(/^@/, "")))];
  const users = unique.filter(
    (name) => !name.includes("/") && !name.includes("@") && !excluded.has(name.toLowerCase()),
  );
  const prefix = `${host.owner.toLowerCase()}/`;
  const teams = unique.filter((name) => name.toLowerCase().startsWith(prefix)).map((name) => name.slice(prefix.length));
  return { users: users.slice(0, MOST), teams: teams.slice(0, MOST) };
}

async function owners(host: Pick<RepositoryHost, "file">, paths: readonly string[], base: string): Promise<string[]> {
  const codeowners = await readCodeowners(host, base);
  return codeowners === undefined ? [] : paths.flatMap((path) => [...ownersOf(codeowners, path)]);
}

/** The text of CODEOWNERS, by default on the default branch; undefined when there is none. */
export async function readCodeowners(host: Pick<RepositoryHost, "file">, ref?: string): Promise<string | undefined> {
  for (const place of PLACES) {
    const found = await host.file(place, ref);
    if (found !== undefined) return found.text;
  }
  return undefined;
}

/** The owners CODEOWNERS gives a path: the last line that matches wins, and may name nobody. */
export function ownersOf(codeowners: string, path: string): readonly string[] {
  let owners: readonly string[] = [];
  for (const line of codeowners.split(/\r?\n/)) {
    const [pattern, ...names] = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (pattern === undefined || pattern === "" || !matches(pattern, path)) continue;
    owners = names.filter((name) => name.startsWith("@"));
  }
  return owners;
}

/** CODEOWNERS patterns follow gitignore's, without `!` and `[ ]`: a slash before the end anchors, a trailing one means all below. */
function matches(pattern: string, path: string): boolean {
  const body = pattern.replace(/^\//, "");
  const anchored = pattern.startsWith("/") || body.replace(/\/$/, "").includes("/");
  const stem = anchored ? body : `**/${body}`;
  const globs = stem.endsWith("/") ? [`${stem}**`] : stem.endsWith("/*") ? [stem] : [stem, `${stem}/**`];
  return picomatch.isMatch(path, globs, { dot: true, nobrace: true, noext: true });
}
