import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openGitWorkspace } from "../../../src/adapters/workspace/git.ts";
import type { Workspace } from "../../../src/ports/workspace.ts";

/** A real repository in a temporary folder, and what tests do with one. */
export interface TestRepository {
  readonly root: string;
  git(...args: string[]): string;
  write(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  open(runId?: string, stateDirectory?: string): Promise<Workspace>;
  remove(): void;
}

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), "pawl-workspace-")));
}

/** A repository with one commit holding `files`. */
export function createRepository(files: Readonly<Record<string, string>> = { "a.txt": "one\n" }): TestRepository {
  const repository = plainFolder(files);
  repository.git("init", "-q", "-b", "main");
  repository.git("add", "-A");
  repository.git("commit", "-q", "-m", "first");
  return repository;
}

/** A folder that is no repository. */
export function plainFolder(files: Readonly<Record<string, string>>): TestRepository {
  const base = temporaryFolder();
  const root = path.join(base, "work tree");
  mkdirSync(root);
  const repository: TestRepository = {
    root,
    git: (...args) => runGit(root, args),
    write: (file, content) => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    },
    read: (file) => readFileSync(path.join(root, file), "utf8"),
    open: (runId = "run_test", stateDirectory = path.join(root, ".git", "pawl")) =>
      openGitWorkspace({ root, stateDirectory, runId }),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(files)) repository.write(file, content);
  return repository;
}

export function runGit(cwd: string, args: readonly string[]): string {
  return execFileSync(
    "git",
    [
      "-c",
      "user.name=t",
      "-c",
      "user.email=t@example.com",
      "-c",
      "commit.gpgsign=false",
      "-c",
      "protocol.file.allow=always",
      ...args,
    ],
    {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
    },
  ).trim();
}

/** Every file, link and mode below a folder, `.git` left out: what "byte for byte the same" means. */
export function contentsOf(root: string, from = ""): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(path.join(root, from)).toSorted()) {
    if (name === ".git") continue;
    const relative = path.join(from, name);
    const full = path.join(root, relative);
    const stat = lstatSync(full);
    if (stat.isDirectory()) Object.assign(found, contentsOf(root, relative));
    else if (stat.isSymbolicLink()) found[relative] = `-> ${readlinkSync(full)}`;
    else found[relative] = `${(stat.mode & 0o111) === 0 ? "" : "x "}${readFileSync(full).toString("base64")}`;
  }
  return found;
}

export const makeExecutable = (file: string): void => chmodSync(file, 0o755);
export const link = (target: string, file: string): void => symlinkSync(target, file);
