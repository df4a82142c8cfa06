import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The isolation this machine offers, from the strongest. */
export interface Machine {
  /** Absolute path of a bubblewrap that can make user, process and network namespaces. */
  readonly bwrap: string | undefined;
  /** Absolute path of an `unshare` that can make a process namespace with its own `/proc`. */
  readonly unshare: string | undefined;
  readonly prlimit: string | undefined;
  readonly nsenter: string | undefined;
  /** For each thing that is missing, one line: what, and the command that brings it. */
  readonly missing: readonly string[];
}

const probed = new Map<string, Promise<Machine>>();

/**
 * What this machine can do, tried out once per process.
 *
 * @param searchPath where bwrap, unshare and prlimit are looked for; this process's own PATH by default
 */
export function probeMachine(searchPath = process.env["PATH"] ?? "/usr/bin:/bin"): Promise<Machine> {
  let machine = probed.get(searchPath);
  if (machine === undefined) {
    machine = probe(searchPath);
    probed.set(searchPath, machine);
  }
  return machine;
}

async function probe(searchPath: string): Promise<Machine> {
  const missing: string[] = [];
  if (process.platform !== "linux") {
    missing.push(
      `Security profiles need Linux namespaces; this is ${process.platform}. Run the workflow in a Linux container or virtual machine.`,
    );
    return { bwrap: undefined, unshare: undefined, prlimit: undefined, nsenter: undefined, missing };
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
  return { bwrap, unshare, prlimit, nsenter, missing };
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

function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: 10_000, env: { PATH: process.env["PATH"] ?? "" } }, (error) =>
      resolve(error === null),
    );
  });
}
