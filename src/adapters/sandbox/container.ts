import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { SecurityProfileSpec } from "../../kernel/security-profiles.ts";
import type { Command } from "../../ports/sandbox.ts";
import { privateGitParts } from "./git-config.ts";
import type { ContainerEngine, ProgramLine } from "./machine.ts";

const MEBIBYTE = 1_048_576;
/** Variables the engine's own client goes by: it gets the parent's, whatever the command declares under the same names. */
const CLIENT = /^(?:PATH|HOME|USER|DOCKER_\w+|CONTAINERS?_\w+|XDG_\w+|TMPDIR|BUILDAH_\w+|STORAGE_\w+|REGISTRY_\w+|SSL_\w+|LD_\w+|GO\w+|\w+_proxy|\w+_PROXY)$/; // prettier-ignore

/** What is placed in a container beside its image. */
export interface ContainerMounts {
  readonly workspace: string;
  readonly gitConfig: string | undefined;
  /** An empty directory, shown in the place of those that are hidden: podman fills a new file system with what was there. */
  readonly empty: string;
  /** `none`, `container:<name>`; undefined for the engine's own network. */
  readonly network: string | undefined;
}

/**
 * The line that runs one command in a container under a profile: the image's root read-only, no capabilities, no new privileges, memory, processes
 * and files bounded by the engine, the workspace where it is, `.git` read-only and without credentials. Options are those that `docker run` and
 * `podman run` share (docs.docker.com/reference/cli/docker/container/run, docs.podman.io/en/latest/markdown/podman-run.1.html).
 *
 * Values of the environment don't appear in it, but for those of variables the engine's client itself goes by.
 */
export function containerLine(
  engine: ContainerEngine,
  name: string,
  profile: SecurityProfileSpec,
  command: Command,
  env: Readonly<Record<string, string>>,
  mounts: ContainerMounts,
): ProgramLine {
  const { limits } = profile;
  const disk = limits.diskMiB * MEBIBYTE;
  const limited = [
    `--memory ${limits.memoryMiB}m --memory-swap ${limits.memoryMiB}m --pids-limit ${limits.processes}`,
    `--ulimit cpu=${limits.cpuSeconds}:${limits.cpuSeconds} --ulimit fsize=${disk}:${disk}`,
    `--tmpfs /tmp:rw,exec,nosuid,nodev,mode=1777,size=${disk}`,
    ...(mounts.network === undefined ? [] : [`--network ${mounts.network}`]),
  ].join(" ");
  return [
    engine.program,
    ...`run --name ${name} --pull never`.split(" "),
    "--workdir",
    command.cwd,
    ...hardening(engine),
    ...limited.split(" "),
    ...(command.stdin === undefined ? [] : ["--interactive"]),
    ...workspaceMounts(profile, mounts),
    ...(command.readable ?? []).flatMap((file) => (existsSync(file) ? bind(file, file, "read") : [])),
    ...command.writable.flatMap((directory) => bind(directory, directory, "write")),
    ...Object.entries(env).flatMap(([variable, value]) => [
      "--env",
      CLIENT.test(variable) ? `${variable}=${value}` : variable,
    ]),
    engine.image,
    ...command.argv,
  ];
}

/** The environment the engine's client is started with: its own, and the command's values that `--env NAME` takes from there. */
export function clientEnvironment(
  parent: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = Object.entries(parent).flatMap(([name, value]) =>
    value !== undefined && CLIENT.test(name) && !/proxy$/i.test(name) ? [[name, value] as const] : [],
  );
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !CLIENT.test(name))),
    ...Object.fromEntries(own),
  };
}

/** What every container of ours is: nobody with nothing. Files it makes in the workspace belong to the user who runs us. */
export function hardening(engine: ContainerEngine): string[] {
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  return [
    ..."--read-only --cap-drop ALL --security-opt no-new-privileges --hostname pawl --ulimit core=0:0 --ulimit nofile=8192:8192".split(
      " ",
    ),
    "--user",
    user,
    // Without root, podman numbers users anew unless told to keep them.
    ...(engine.kind === "podman" && process.getuid?.() !== 0 ? ["--userns", "keep-id"] : []),
  ];
}

export function bind(source: string, target: string, access: "read" | "write"): string[] {
  // The long form: a path may hold a colon, and a comma is refused by the engine instead of misread.
  return ["--mount", `type=bind,source=${source},target=${target}${access === "read" ? ",readonly" : ""}`];
}

function workspaceMounts(profile: SecurityProfileSpec, { workspace, gitConfig, empty }: ContainerMounts): string[] {
  const git = path.join(workspace, ".git");
  const readOnly = profile.readOnly.map((name) => path.join(workspace, name)).filter((file) => existsSync(file));
  return [
    ...bind(workspace, workspace, profile.workspace === "write" ? "write" : "read"),
    ...readOnly.flatMap((file) => bind(file, file, "read")),
    ...(existsSync(git) ? bind(git, git, "read") : []),
    ...(gitConfig === undefined ? [] : [...bind(gitConfig, path.join(git, "config"), "read"), ...hidden(git, empty)]),
  ];
}

/** As under bubblewrap. */
function hidden(git: string, empty: string): string[] {
  const { directories, files } = privateGitParts(git);
  return [
    ...directories.flatMap((directory) => bind(empty, directory, "read")),
    ...files.flatMap((file) => bind("/dev/null", file, "read")),
  ];
}

/** Whether the kernel ended a container, of which it is known that SIGKILL ended it and that it wasn't ours, for its memory. */
export async function ranOutOfMemory(engine: ContainerEngine, name: string): Promise<boolean> {
  // Podman doesn't tell where it keeps the first version of control groups; nobody else sends that signal inside.
  if (engine.kind === "podman") return true;
  return (await ask(engine, ["inspect", "--format", "{{.State.OOMKilled}}", name])).trim() === "true";
}

/** Ends a container and what runs in it, and forgets it. A container that is gone already is none to complain about. */
export async function removeContainer(engine: ContainerEngine, name: string): Promise<void> {
  await ask(engine, ["rm", "--force", "--volumes", name]);
}

function ask(engine: ContainerEngine, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      engine.program,
      [...args],
      { timeout: 30_000, env: { ...clientEnvironment(process.env, {}) } },
      (_, stdout) => resolve(stdout),
    );
  });
}
