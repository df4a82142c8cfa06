import { existsSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../kernel/errors.ts";
import { SECURITY_PROFILES, securityProfile, type SecurityProfileSpec } from "../../kernel/security-profiles.ts";
import type { Command } from "../../ports/sandbox.ts";
import { bubblewrapArguments, INSIDE, isBelow, type Mounts } from "./bubblewrap.ts";
import { withoutCredentials } from "./git-config.ts";
import type { Limits } from "./limits.ts";
import type { Networks } from "./network.ts";
import { type Machine, probeMachine, UNSHARE_ARGUMENTS } from "./machine.ts";

const MEBIBYTE = 1_048_576;

/** How one command is started: the program line around it, what is added to its environment, and what is watched while it runs. */
export interface Confinement {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** Filled while the command runs: connections that were refused, limits that were reached. */
  readonly violations: string[];
  /** Whether ending the outer program ends everything inside, daemons included. */
  readonly contained: boolean;
  dispose(): Promise<void>;
}

export interface ConfinementOptions {
  readonly temporaryRoot: string;
  readonly base: Readonly<Record<string, string>>;
  readonly networks: Networks;
  readonly programPath?: string;
}

/** The confinement for a command: of its profile, or the strongest that costs the author nothing when it names none. */
export async function confinementFor(command: Command, options: ConfinementOptions): Promise<Confinement> {
  const machine = await probeMachine(options.programPath);
  if (command.profile === undefined) return ownProcesses(command, machine);
  const profile = securityProfile(command.profile);
  if (profile === undefined) {
    throw new PawlError({
      code: "sandbox.unknown_profile",
      kind: "invalid",
      message: `There is no security profile "${command.profile}"`,
      remedy: `Use one of ${SECURITY_PROFILES.map(({ name }) => name).join(", ")}.`,
    });
  }
  const { bwrap, prlimit, nsenter } = machine;
  if (bwrap === undefined || prlimit === undefined || nsenter === undefined) {
    throw new PawlError({
      code: "sandbox.unavailable",
      kind: "policy",
      message: `The security profile "${profile.name}" can't be enforced on this machine, so the step is refused`,
      remedy: machine.missing.join("\n"),
    });
  }
  return profiled(profile, command, options, { bwrap, prlimit, nsenter });
}

/** Which profiles this machine can enforce: all or none, because all stand on the same namespaces. */
export function enforceableProfiles(machine: Machine): readonly string[] {
  const { bwrap, prlimit, nsenter } = machine;
  return bwrap !== undefined && prlimit !== undefined && nsenter !== undefined
    ? SECURITY_PROFILES.map(({ name }) => name)
    : [];
}

/**
 * Without a profile: the machine's files and network as they are, but a process namespace with its own `/proc`, so that neither this
 * process's environment nor its memory can be read, and nothing outlives the step. Where the machine has no namespaces, a session of its own.
 */
function ownProcesses(command: Command, machine: Machine): Confinement {
  const wrapped = machine.bwrap !== undefined || machine.unshare !== undefined;
  const bwrap = [
    "--bind",
    "/",
    "/",
    "--dev-bind",
    "/dev",
    "/dev",
    "--unshare-pid",
    "--proc",
    "/proc",
    "--die-with-parent",
    "--",
  ];
  const argv: readonly [string, ...string[]] =
    machine.bwrap !== undefined
      ? [machine.bwrap, ...bwrap, ...command.argv]
      : machine.unshare !== undefined
        ? [machine.unshare, ...UNSHARE_ARGUMENTS, ...command.argv]
        : command.argv;
  return { argv, env: {}, limits: {}, violations: [], contained: wrapped, dispose: async () => undefined };
}

async function profiled(
  profile: SecurityProfileSpec,
  command: Command,
  options: ConfinementOptions,
  machine: { readonly bwrap: string; readonly prlimit: string; readonly nsenter: string },
): Promise<Confinement> {
  const directory = await mkdtemp(path.join(options.temporaryRoot, "sandbox-"));
  const violations: string[] = [];
  try {
    const workspace = realpathSync(workspaceOf(command));
    const gitConfig = await maskedGitConfig(workspace, directory);
    const network = await options.networks.open(machine, profile, command, (destination) => {
      violations.push(`network: ${destination} is not among the hosts the profile ${profile.name} allows`);
    });
    const mounts: Mounts = {
      workspace,
      gitConfig,
      unshareNetwork: network.unshared,
      searchPath: command.env["PATH"] ?? options.base["PATH"] ?? "",
      home: realpathOr(options.base["HOME"] ?? "/root"),
    };
    const absent = profile.readOnly.map((name) => path.join(workspace, name)).filter((file) => !existsSync(file));
    return {
      argv: network.enter([
        machine.bwrap,
        ...bubblewrapArguments(profile, command, mounts),
        "--",
        ...resourceLimits(profile, machine.prlimit),
        ...command.argv,
      ]),
      env: { ...insideEnvironment(mounts), ...network.env },
      limits: {
        memory: profile.limits.memoryMiB * MEBIBYTE,
        processes: profile.limits.processes,
        disk: profile.limits.diskMiB * MEBIBYTE,
        wallMs: profile.limits.wallMinutes * 60_000,
      },
      violations,
      contained: true,
      async dispose() {
        for (const file of absent) removeForbidden(file, workspace, violations);
        network.close();
        await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (thrown) {
    await rm(directory, { recursive: true, force: true });
    throw thrown;
  }
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
function insideEnvironment(mounts: Mounts): Readonly<Record<string, string>> {
  const rustup = path.join(mounts.home, ".rustup");
  return {
    HOME: INSIDE.home,
    TMPDIR: "/tmp",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    // The work tree belongs to another user where the machine maps users; git would refuse it.
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "safe.directory",
    GIT_CONFIG_VALUE_0: mounts.workspace,
    ...(existsSync(rustup) ? { RUSTUP_HOME: rustup, CARGO_HOME: `${INSIDE.home}/.cargo` } : {}),
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
