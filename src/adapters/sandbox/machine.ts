import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export type ProgramLine = readonly [program: string, ...args: string[]];

/** A container engine that answers, and the image commands run in. */
export interface ContainerEngine {
  readonly kind: "docker" | "podman";
  readonly program: string;
  readonly image: string;
}

/** The isolation this machine offers, from the strongest. */
export interface Machine {
  /** Absolute path of a bubblewrap that can make user, process and network namespaces. */
  readonly bwrap: string | undefined;
  /** Whether that bubblewrap can keep a sandbox from making user namespaces (0.8.0 and later). */
  readonly closable: boolean;
  /** Absolute path of an `unshare` that can make a process namespace with its own `/proc`. */
  readonly unshare: string | undefined;
  readonly prlimit: string | undefined;
  readonly nsenter: string | undefined;
  /** Looked for only where bubblewrap can't enforce a profile, and an image was named. */
  readonly engine: ContainerEngine | undefined;
  /** For each thing that is missing, one line: what, and the command that brings it. */
  readonly missing: readonly string[];
}

const probed = new Map<string, Promise<Machine>>();

/** Where to look, and what for. */
export interface Probe {
  /** A PATH on which bwrap, unshare, prlimit and container engines are looked for; this process's own by default. */
  readonly programPath?: string;
  /** The image of containers; without one none are used. */
  readonly image?: string;
}

/** What this machine can do, tried out once per process. */
export function probeMachine({ programPath, image }: Probe = {}): Promise<Machine> {
  const searchPath = programPath ?? process.env["PATH"] ?? "/usr/bin:/bin";
  const key = `${searchPath}\n${image ?? ""}`;
  let machine = probed.get(key);
  if (machine === undefined) {
    machine = probe(searchPath, image);
    probed.set(key, machine);
  }
  return machine;
}

async function probe(searchPath: string, image: string | undefined): Promise<Machine> {
  const missing: string[] = [];
  if (process.platform !== "linux") {
    missing.push(
      `Security profiles need Linux namespaces; this is ${process.platform}. Run the workflow in a Linux container or virtual machine.`,
    );
    const engine = await findEngine(searchPath, image);
    return {
      bwrap: undefined,
      closable: false,
      unshare: undefined,
      prlimit: undefined,
      nsenter: undefined,
      engine,
      missing,
    };
  }
  const bwrapPath = findProgram("bwrap", searchPath);
  const trial = [
    "--unshare-user",
    "--unshare-pid",
    "--unshare-net",
    "--ro-bind",
    "/",
    "/",
    "--proc",
    "/proc",
    "--dev",
    "/dev",
    "--",
    "true",
  ];
  const bwrap = bwrapPath !== undefined && (await succeeds(bwrapPath, trial)) ? bwrapPath : undefined;
  const closable = bwrap !== undefined && (await succeeds(bwrap, ["--disable-userns", ...trial]));
  if (bwrapPath === undefined) missing.push("bubblewrap is not installed: sudo apt-get install -y bubblewrap");
  else if (bwrap === undefined) missing.push(namespaceHint());
  const [prlimit, nsenter] = ["prlimit", "nsenter"].map((name) => {
    const file = findProgram(name, searchPath);
    if (file === undefined) missing.push(`${name} is not installed: sudo apt-get install -y util-linux`);
    return file;
  });
  const unsharePath = bwrap === undefined ? findProgram("unshare", searchPath) : undefined;
  const unshare =
    unsharePath !== undefined && (await succeeds(unsharePath, [...UNSHARE_ARGUMENTS, "true"]))
      ? unsharePath
      : undefined;
  const engine = missing.length === 0 ? undefined : await findEngine(searchPath, image);
  return { bwrap, closable, unshare, prlimit, nsenter, engine, missing };
}

/** The first engine whose server answers and that has the image: one that would have to be fetched is somebody's decision, not ours. */
async function findEngine(searchPath: string, image: string | undefined): Promise<ContainerEngine | undefined> {
  if (image === undefined) return undefined;
  for (const kind of ["docker", "podman"] as const) {
    const program = findProgram(kind, searchPath);
    if (
      program !== undefined &&
      (await succeeds(program, ["image", "inspect", "--format", "{{.Id}}", image], process.env))
    )
      return { kind, program, image };
  }
  return undefined;
}

export const UNSHARE_ARGUMENTS = [
  "--user",
  "--map-current-user",
  "--pid",
  "--fork",
  "--kill-child=SIGKILL",
  "--mount-proc",
  "--",
] as const;

/** Why namespaces are refused, and the line that allows them: GitHub's ubuntu-24.04 images restrict them through AppArmor. */
function namespaceHint(): string {
  const setting = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";
  const restricted = existsSync(setting) && readFileSync(setting, "utf8").trim() === "1";
  return restricted
    ? "AppArmor keeps bubblewrap from making namespaces: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
    : "bubblewrap can't make namespaces here: sudo sysctl -w kernel.unprivileged_userns_clone=1 (in a container: allow user namespaces in its seccomp profile)";
}

function findProgram(name: string, searchPath: string): string | undefined {
  for (const directory of searchPath.split(path.delimiter)) {
    const candidate = path.join(directory, name);
    if (directory !== "" && existsSync(candidate)) return candidate;
  }
  return undefined;
}

function succeeds(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = { PATH: process.env["PATH"] ?? "" },
): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: 10_000, env }, (error) => resolve(error === null));
  });
}
