import picomatch from "picomatch";
import { PawlError } from "../kernel/errors.ts";
import type { Permissions } from "../kernel/permissions.ts";
import type { Redactor } from "../ports/secrets.ts";
import type { FileChange, Patch } from "../ports/workspace.ts";

/**
 * Paths whose change could give the next run, the repository's CI or a reviewer's tools other orders than its owners gave: refused unless the
 * workflow's `permissions.protected_paths` names them.
 */
export const PROTECTED_PATHS: readonly string[] = [
  ".github/**",
  "**/CODEOWNERS",
  "**/action.yml",
  "**/action.yaml",
  "**/.gitattributes",
  "**/.gitmodules",
  "**/.git/**",
  "**/.claude/**",
  "**/CLAUDE.md",
  "**/CLAUDE.local.md",
  "**/AGENTS.md",
  "**/GEMINI.md",
  "**/.mcp.json",
  "**/.cursor/**",
  "**/.cursorrules",
  "**/.vscode/**",
  "**/.devcontainer/**",
  "**/.husky/**",
  "**/.npmrc",
  "**/.yarnrc*",
  "**/pawl.config.yml",
];

const LOCKFILES =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Gemfile\.lock|composer\.lock|go\.sum)$/;

export interface PatchPolicy {
  readonly permissions: Permissions;
  /** Globs of the repository's own, added to PROTECTED_PATHS. */
  readonly protectedPaths: readonly string[];
  readonly limits: { readonly files: number; readonly bytes: number };
  readonly redactor: Redactor;
}

/**
 * Refuses a patch that may not be published (G8). Throws PawlError, kind policy: `effect.too_large`, `effect.protected_path`,
 * `effect.unsafe_file`, `effect.secret_found`; each names the files.
 */
export async function checkPatch(
  patch: Patch,
  content: (path: string) => Promise<Uint8Array | null>,
  policy: PatchPolicy,
): Promise<void> {
  const { files } = patch;
  if (files.length > policy.limits.files) {
    throw refused(
      "effect.too_large",
      `The patch changes ${files.length} files; the limit is ${policy.limits.files}`,
      LARGER,
    );
  }
  const granted = matcher(policy.permissions.protectedPaths ?? []);
  const isProtected = matcher([...PROTECTED_PATHS, ...policy.protectedPaths]);
  const hit = files.map(({ path }) => path).filter((path) => isProtected(path) && !granted(path));
  if (hit.length > 0) {
    throw refused(
      "effect.protected_path",
      `The patch changes protected files: ${hit.slice(0, 10).join(", ")}`,
      "List them under `permissions: protected_paths:` of the workflow if it is meant to change them.",
      { paths: hit },
    );
  }
  const unsafe = files.flatMap((file) => unsafeReason(file, granted));
  if (unsafe.length > 0) {
    throw refused(
      "effect.unsafe_file",
      `The patch can't be published: ${unsafe.slice(0, 10).join("; ")}`,
      "Make them plain files.",
    );
  }
  await checkContents(files, patch, content, policy);
}

const LARGER = "Split the work, or raise `limits` in .github/pawl.yml.";

function unsafeReason(file: FileChange, granted: (path: string) => boolean): string[] {
  const { path, oldMode, newMode } = file;
  if (/(?:^|\/)\.\.?(?:\/|$)|^\/|\\|\p{Cc}/u.test(path)) return [`${JSON.stringify(path)} is no plain path`];
  if (newMode === "120000") return [`${path} is a symbolic link`];
  if (newMode === "160000") return [`${path} is a submodule`];
  if (newMode === "100755" && oldMode !== "100755" && !granted(path)) return [`${path} becomes executable`];
  return [];
}

async function checkContents(
  files: readonly FileChange[],
  patch: Patch,
  content: (path: string) => Promise<Uint8Array | null>,
  policy: PatchPolicy,
): Promise<void> {
  let bytes = 0;
  const added = addedLines(patch.text);
  for (const { path } of files) {
    const now = await content(path);
    if (now === null) continue;
    bytes += now.byteLength;
    if (bytes > policy.limits.bytes) {
      throw refused("effect.too_large", `The changed files hold more than ${policy.limits.bytes} bytes`, LARGER);
    }
    const text = Buffer.from(now).toString("utf8");
    if (text.startsWith("version https://git-lfs.github.com/spec/")) {
      throw refused(
        "effect.unsafe_file",
        `${path} is a Git LFS pointer: its content would be fetched from elsewhere`,
        "Commit the file itself.",
      );
    }
    if (isBinary(now)) added.set(path, Buffer.from(now).toString("latin1"));
  }
  const leaking = [...added].filter(([, text]) => policy.redactor.redact(text) !== text).map(([path]) => path);
  if (leaking.length > 0) {
    throw refused(
      "effect.secret_found",
      `The patch adds what looks like a secret in: ${leaking.slice(0, 10).join(", ")}`,
      "Take it out of the files; if it was real, revoke it.",
      { paths: leaking },
    );
  }
  for (const [path, text] of added) {
    if (!LOCKFILES.test(path)) continue;
    const strange = [...text.matchAll(/https?:\/\/([^/\s"']+)/g)]
      .map(([, host]) => host ?? "")
      .find((host) => !REGISTRY.test(host));
    if (strange !== undefined) {
      throw refused(
        "effect.protected_path",
        `${path} would fetch packages from ${strange}`,
        "Check the lock file, then list it under `permissions: protected_paths:`.",
        { paths: [path] },
      );
    }
  }
}

/** Where the ecosystems' own lock files point by default. */
const REGISTRY =
  /^(?:registry\.(?:npm|yarn)[a-z]*\.(?:org|com)|(?:static\.)?crates\.io|files\.pythonhosted\.org|pypi\.org|rubygems\.org|(?:api|codeload)\.github\.com|github\.com|(?:opencollective|tidelift|www\.patreon|ko-fi|paypal)\.(?:com|me)|.*\.(?:dev|io|com|org)\/funding)$/;

/** What each file gains, by path: the `+` lines of a unified diff. */
function addedLines(diff: string): Map<string, string> {
  const added = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of diff.split("\n")) {
    const header = /^\+\+\+ (?:"?b\/(.+?)"?|\/dev\/null)\t?$/.exec(line);
    if (line.startsWith("diff --git ")) {
      lines = undefined;
    } else if (header !== null && lines === undefined) {
      lines = [];
      if (header[1] !== undefined) added.set(header[1], lines);
    } else if (line.startsWith("+")) {
      lines?.push(line.slice(1));
    }
  }
  return new Map([...added].map(([path, found]) => [path, found.join("\n")]));
}

function isBinary(content: Uint8Array): boolean {
  return content.subarray(0, 8_000).includes(0);
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  // Case is ignored because some file systems do: `.GitHub/workflows` is `.github/workflows` there.
  return picomatch([...globs], { dot: true, nocase: true });
}

function refused(code: string, message: string, remedy: string, details: { paths?: string[] } = {}): PawlError {
  return new PawlError({ code, kind: "policy", message, remedy, details });
}
