import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import { SECURITY_PROFILES, securityProfile, type SecurityProfileSpec } from "../../kernel/security-profiles.ts";
import type { Command } from "../../ports/sandbox.ts";
import { bubblewrapArguments, INSIDE, isBelow, type Mounts } from "./bubblewrap.ts";
import { clientEnvironment, containerLine, ranOutOfMemory, removeContainer } from "./container.ts";
import { withoutCredentials } from "./git-config.ts";
import type { Limits } from "./limits.ts";
import { type ContainerLoopback, type NamespaceLoopback, openContainerLoopback, openLoopback } from "./loopback.ts";
import {
  type ContainerEngine,
  type Machine,
  type Probe,
  probeMachine,
  type ProgramLine,
  UNSHARE_ARGUMENTS,
} from "./machine.ts";
import type { Networks } from "./network.ts";

const MEBIBYTE = 1_048_576;

/** How one command is started: the program line around it, its environment, and what is watched while it runs. */
export interface Confinement {
  /** What the command starts from, before what it declares itself. */
  readonly env: Readonly<Record<string, string>>;
  /** The outer program for the command's whole environment, and the environment that one gets. */
  start(env: Readonly<Record<string, string>>): {
    readonly argv: ProgramLine;
    readonly env: Readonly<Record<string, string>>;
  };
  readonly limits: Limits;
  /** Filled while the command runs: connections that were refused, limits that were reached. */
  readonly violations: string[];
  /**
   * What the outer program is. `namespace`: ending it ends everything inside, daemons included. `client`: it passes signals on to a container,
   * which `stop` ends. `tree`: the command itself, whose children have to be looked for.
   */
  readonly outer: "tree" | "namespace" | "client";
  /** Ends what the outer program alone doesn't. */
  stop?(): Promise<void>;
  dispose(exitCode: number | undefined): Promise<void>;
}

/**
 * What may run where the machine has no namespaces at all, so that a program could read its parent's environment. `nothing`: in a job of
 * GitHub Actions, whose process holds tokens and keys. `commands`: a workflow's own commands, at a person's terminal. `all`: agents' too.
 */
export type WithoutWalls = "nothing" | "commands" | "all";

export interface ConfinementOptions extends Probe {
  readonly withoutWalls?: WithoutWalls;
  readonly temporaryRoot: string;
  readonly base: Readonly<Record<string, string>>;
  readonly namespaces: Networks<NamespaceLoopback>;
  readonly containers: Networks<ContainerLoopback>;
}

/** The confinement for a command: of its profile, or the strongest that costs the author nothing when it names none. */
export async function confinementFor(command: Command, options: ConfinementOptions): Promise<Confinement> {
  const machine = await probeMachine(options);
  if (command.profile === undefined) {
    if (options.withoutWalls === "nothing" && !hasOwnProcesses(machine)) throw exposed(machine);
    return ownProcesses(command, machine, options.base);
  }
  const profile = securityProfile(command.profile);
  if (profile === undefined) {
    throw new PawlError({
      code: "sandbox.unknown_profile",
      kind: "invalid",
      message: `There is no security profile "${command.profile}"`,
      remedy: `Use one of ${SECURITY_PROFILES.map(({ name }) => name).join(", ")}.`,
    });
  }
  const confine = wayFor(profile, machine);
  if (confine === undefined) throw unavailable(profile, machine);
  const directory = await mkdtemp(path.join(options.temporaryRoot, "sandbox-"));
  try {
    return await confine(command, await placeOf(command, directory), options);
  } catch (thrown) {
    await rm(directory, { recursive: true, force: true });
    throw thrown;
  }
}

type Confine = (command: Command, place: Place, options: ConfinementOptions) => Promise<Confinement>;

/** How this machine enforces a profile: in namespaces, or in a container where one does as much; undefined where neither does. */
function wayFor(profile: SecurityProfileSpec, machine: Machine): Confine | undefined {
  const { bwrap, prlimit, nsenter, closable, engine } = machine;
  if (bwrap !== undefined && prlimit !== undefined && nsenter !== undefined) {
    return (...rest) => bubblewrapped(profile, ...rest, { bwrap, prlimit, nsenter, closable });
  }
  // Which programs an image holds isn't known from outside, so a profile that names the only ones can't be kept there.
  if (engine === undefined || "only" in profile.commands) return undefined;
  return (...rest) => containered(profile, ...rest, engine);
}

/** The names of the profiles this machine can enforce. */
export function enforceableProfiles(machine: Machine): readonly string[] {
  return SECURITY_PROFILES.filter((profile) => wayFor(profile, machine) !== undefined).map(({ name }) => name);
}

function unavailable(profile: SecurityProfileSpec, machine: Machine): PawlError {
  return new PawlError({
    code: "sandbox.unavailable",
    kind: "policy",
    message: `The security profile "${profile.name}" can't be enforced on this machine, so the step is refused`,
    remedy: machine.missing.join("\n"),
  });
}

/**
 * Without a profile: the machine's files and network as they are, but a process namespace with its own `/proc`, so that neither this
 * process's environment nor its memory can be read, and nothing outlives the step. Where the machine has no namespaces, a session of its own.
 */
function ownProcesses(command: Command, machine: Machine, base: Readonly<Record<string, string>>): Confinement {
  const bwrap = "--bind / / --dev-bind /dev /dev --unshare-pid --proc /proc --die-with-parent --".split(" ");
  const argv: ProgramLine =
    machine.bwrap !== undefined
      ? [machine.bwrap, ...bwrap, ...command.argv]
      : machine.unshare !== undefined
        ? [machine.unshare, ...UNSHARE_ARGUMENTS, ...command.argv]
        : command.argv;
  return {
    env: base,
    start: (env) => ({ argv, env }),
    limits: {},
    violations: [],
    outer: hasOwnProcesses(machine) ? "namespace" : "tree",
    dispose: async () => undefined,
  };
}

function hasOwnProcesses({ bwrap, unshare }: Machine): boolean {
  return bwrap !== undefined || unshare !== undefined;
}

function exposed(machine: Machine): PawlError {
  return new PawlError({
    code: "sandbox.unavailable",
    kind: "policy",
    message:
      "This machine has no process namespaces, so a command could read this job's tokens and keys: nothing is run",
    remedy: [...machine.missing, ACCEPT].join("\n"),
  });
}

/** How an operator says that this machine, or the one around it, is wall enough. */
const ACCEPT = "Where the machine itself is wall enough, accept it: set PAWL_UNCONFINED=allow.";

/** The command's work tree, and a directory of its own for what is placed inside. */
interface Place {
  readonly workspace: string;
  readonly gitConfig: string | undefined;
  readonly directory: string;
}

async function placeOf(command: Command, directory: string): Promise<Place> {
  const workspace = realpathSync(workspaceOf(command));
  return { workspace, directory, gitConfig: await maskedGitConfig(workspace, directory) };
}

async function bubblewrapped(
  profile: SecurityProfileSpec,
  command: Command,
  place: Place,
  options: ConfinementOptions,
  machine: { readonly bwrap: string; readonly prlimit: string; readonly nsenter: string; readonly closable: boolean },
): Promise<Confinement> {
  const violations: string[] = [];
  const network = await options.namespaces.open(profile, command, networkRefusal(profile, violations), (sockets) =>
    openLoopback(machine, sockets),
  );
  const mounts: Mounts = {
    ...place,
    unshareNetwork: network.kind === "none",
    closable: machine.closable,
    searchPath: command.env["PATH"] ?? options.base["PATH"] ?? "",
    home: realpathOr(options.base["HOME"] ?? "/root"),
  };
  const line: ProgramLine = [
    machine.bwrap,
    ...bubblewrapArguments(profile, command, mounts),
    "--",
    ...resourceLimits(profile, machine.prlimit),
    ...command.argv,
  ];
  const argv = network.loopback === undefined ? line : network.loopback.enter(line);
  const rustup = path.join(mounts.home, ".rustup");
  return {
    env: {
      ...options.base,
      ...insideEnvironment(mounts.workspace, INSIDE.home),
      ...(existsSync(rustup) ? { RUSTUP_HOME: rustup, CARGO_HOME: `${INSIDE.home}/.cargo` } : {}),
      ...network.env,
    },
    start: (env) => ({ argv, env }),
    limits: limitsOf(profile),
    violations,
    outer: "namespace",
    dispose: cleaner(profile, place, violations, () => network.close()),
  };
}

async function containered(
  profile: SecurityProfileSpec,
  command: Command,
  place: Place,
  options: ConfinementOptions,
  engine: ContainerEngine,
): Promise<Confinement> {
  const violations: string[] = [];
  const network = await options.containers.open(profile, command, networkRefusal(profile, violations), (sockets) =>
    openContainerLoopback(engine, sockets),
  );
  const name = `pawl-${randomUUID()}`;
  const empty = path.join(place.directory, "empty");
  await mkdir(empty);
  const { LANG, LC_ALL, TZ } = options.base;
  const neutral = Object.entries({ LANG, LC_ALL, TZ }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
  const clean = cleaner(profile, place, violations, () => network.close());
  return {
    // Programs, their paths and certificates are the image's.
    env: { ...Object.fromEntries(neutral), ...insideEnvironment(place.workspace, "/tmp"), ...network.env },
    start: (env) => ({
      argv: containerLine(engine, name, profile, command, env, {
        ...place,
        empty,
        network: network.kind === "none" ? "none" : network.loopback?.network,
      }),
      env: clientEnvironment(process.env, env),
    }),
    limits: limitsOf(profile),
    violations,
    outer: "client",
    stop: () => removeContainer(engine, name),
    async dispose(exitCode) {
      // 128 + SIGKILL: the kernel's way of keeping the limit.
      if (exitCode === 137 && (await ranOutOfMemory(engine, name)))
        violations.push(`memory: more than the ${profile.limits.memoryMiB} MiB that are allowed`);
      await removeContainer(engine, name);
      await clean();
    },
  };
}

function networkRefusal(profile: SecurityProfileSpec, violations: string[]): (destination: string) => void {
  return (destination) => {
    violations.push(`network: ${destination} is not among the hosts the profile ${profile.name} allows`);
  };
}

function limitsOf({ limits }: SecurityProfileSpec): Limits {
  return {
    memory: limits.memoryMiB * MEBIBYTE,
    processes: limits.processes,
    disk: limits.diskMiB * MEBIBYTE,
    wallMs: limits.wallMinutes * 60_000,
  };
}

/** What is done when the command has ended: forbidden files are taken away, the network and the directory are given back. */
function cleaner(
  profile: SecurityProfileSpec,
  { workspace, directory }: Place,
  violations: string[],
  closeNetwork: () => void,
): () => Promise<void> {
  const absent = profile.readOnly.map((name) => path.join(workspace, name)).filter((file) => !existsSync(file));
  return async () => {
    for (const file of absent) removeForbidden(file, workspace, violations);
    closeNetwork();
    await rm(directory, { recursive: true, force: true });
  };
}

/** The work tree the command runs in: where it is started, or the nearest directory above with a `.git`. */
function workspaceOf(command: Command): string {
  if (command.workspace !== undefined) return command.workspace;
  for (let at = command.cwd; at !== path.dirname(at); at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
  }
  return command.cwd;
}

async function maskedGitConfig(workspace: string, directory: string): Promise<string | undefined> {
  const git = path.join(workspace, ".git");
  if (!existsSync(git) || !statSync(git).isDirectory() || !existsSync(path.join(git, "config"))) return undefined;
  const masked = path.join(directory, "git-config");
  await writeFile(masked, withoutCredentials(readFileSync(path.join(git, "config"), "utf8")));
  return masked;
}

function resourceLimits(profile: SecurityProfileSpec, prlimit: string): string[] {
  const { limits } = profile;
  return [
    prlimit,
    `--cpu=${limits.cpuSeconds}`,
    `--nproc=${limits.processes}`,
    `--fsize=${limits.diskMiB * MEBIBYTE}`,
    "--core=0",
    "--nofile=8192",
    "--",
  ];
}

/** A home of its own, empty at the start; nothing of the user's configuration applies. */
function insideEnvironment(workspace: string, home: string): Readonly<Record<string, string>> {
  return {
    HOME: home,
    TMPDIR: "/tmp",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    // The work tree belongs to another user where the machine maps users; git would refuse it.
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "safe.directory",
    GIT_CONFIG_VALUE_0: workspace,
  };
}

/** A read-only path that didn't exist can't be guarded by a mount: what was put there is taken away again, and reported. */
function removeForbidden(file: string, workspace: string, violations: string[]): void {
  if (!existsSync(file) || !isBelow(file, workspace)) return;
  rmSync(file, { recursive: true, force: true });
  violations.push(`file: ${path.relative(workspace, file)} must not be written under this profile and was removed`);
}

function realpathOr(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}
