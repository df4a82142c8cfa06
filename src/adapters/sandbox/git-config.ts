import { readdirSync } from "node:fs";
import path from "node:path";

/**
 * A repository's git configuration without what could be a credential: `actions/checkout` keeps a token in `http.<url>.extraheader`, others in
 * remote URLs, credential helpers, or files it includes.
 */
export function withoutCredentials(config: string): string {
  const kept: string[] = [];
  let dropping = false;
  for (const line of config.split("\n")) {
    const section = /^\s*\[\s*([A-Za-z0-9.-]+)/.exec(line);
    if (section !== null)
      dropping = /^(?:http|https|credential|include|includeif|url|alias|filter|gpg|sendemail)$/i.test(section[1] ?? "");
    if (dropping) continue;
    const runs = /^\s*(?:hookspath|fsmonitor|sshcommand|askpass|editor|pager|extraheader|gitproxy|proxy)\s*=/i.test(
      line,
    );
    if (!runs) kept.push(line.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, "$1"));
  }
  return kept.join("\n");
}

/** Parts of `.git` no step has business with: the run's own journal and caches, and configurations that may carry credentials. */
export function privateGitParts(git: string): {
  readonly directories: readonly string[];
  readonly files: readonly string[];
} {
  const entries = readdirSync(git, { withFileTypes: true });
  const at = (names: typeof entries): string[] => names.map(({ name }) => path.join(git, name));
  return {
    directories: at(
      entries.filter((entry) => entry.isDirectory() && ["pawl", "modules", "worktrees"].includes(entry.name)),
    ),
    files: at(
      entries.filter(
        (entry) =>
          entry.isFile() &&
          (["config.worktree", "credentials", "FETCH_HEAD"].includes(entry.name) || entry.name.endsWith(".lock")),
      ),
    ),
  };
}
