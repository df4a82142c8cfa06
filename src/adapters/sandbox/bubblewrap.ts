import { existsSync, lstatSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";
import type { SecurityProfileSpec } from "../../kernel/security-profiles.ts";
import type { Command } from "../../ports/sandbox.ts";
import { privateGitParts } from "./git-config.ts";

/** Where things are put inside that come from elsewhere. */
export const INSIDE = { home: "/tmp/home" } as const;

/** What of `/etc` programs need to resolve names, verify certificates and find libraries; nothing that could hold a credential. */
const ETC = [
  "alternatives", "ca-certificates", "ca-certificates.conf", "crypto-policies", "debian_version", "fonts", "group", "host.conf", "hosts",
  "java-11-openjdk", "java-17-openjdk", "java-21-openjdk", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "locale.alias",
  "magic", "mime.types", "nsswitch.conf", "os-release", "passwd", "perl", "pki", "profile", "protocols", "resolv.conf", "services", "shells",
  "ssl", "terminfo", "timezone",
] as const; // prettier-ignore

/** Directories of a home that hold credentials even where a tool's programs lie beside them: of these only the programs are shown. */
const PROGRAMS_ONLY = new Set([
  ".cargo",
  ".local",
  ".config",
  ".npm",
  ".docker",
  ".kube",
  ".aws",
  ".azure",
  ".ssh",
  ".gnupg",
]);

export interface Mounts {
  /** Absolute path of the workspace, links resolved. */
  readonly workspace: string;
  /** A copy of the repository's git configuration without credentials; undefined where there is no `.git` directory. */
  readonly gitConfig: string | undefined;
  /** Whether the sandbox gets a network of its own, which is empty; else it keeps the one it is started in. */
  readonly unshareNetwork: boolean;
  /** Whether bubblewrap can keep the sandbox from making user namespaces, in which it would have rights of its own. */
  readonly closable: boolean;
  /** PATH as the command will see it. */
  readonly searchPath: string;
  readonly home: string;
}

/**
 * The bubblewrap arguments for one command under a profile: an empty root on which only the system's programs and libraries, the tools on PATH,
 * the workspace and the step's own directory are placed; process, user, IPC and (but for open networks) network namespaces of its own.
 */
export function bubblewrapArguments(profile: SecurityProfileSpec, command: Command, mounts: Mounts): string[] {
  const size = profile.limits.diskMiB * 1_048_576;
  // Every file system in memory has a size, or is closed at the end: else it would be memory that no limit counts.
  const temporary = `--size ${size} --tmpfs /tmp --dir ${INSIDE.home} --size ${size} --tmpfs /dev/shm --size 1048576 --tmpfs /run --symlink ../tmp /var/tmp`;
  return [
    ..."--unshare-user --unshare-pid --unshare-ipc --unshare-uts --unshare-cgroup-try".split(" "),
    ...(mounts.closable ? ["--disable-userns"] : []),
    ...(mounts.unshareNetwork ? ["--unshare-net"] : []),
    ..."--die-with-parent --cap-drop ALL --hostname pawl".split(" "),
    ...systemMounts(),
    ..."--proc /proc --dev /dev".split(" "),
    ...temporary.split(" "),
    ...toolMounts(mounts),
    ...commandMounts(profile, mounts),
    ...workspaceMounts(profile, mounts),
    ...(command.readable ?? []).flatMap((file) => ["--ro-bind-try", file, file]),
    ...command.writable.flatMap((directory) => ["--bind", directory, directory]),
    ..."--remount-ro /dev --remount-ro /".split(" "),
    "--chdir",
    command.cwd,
  ];
}

function systemMounts(): string[] {
  const roots = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store"].flatMap((root) => {
    if (!existsSync(root)) return [];
    return lstatSync(root).isSymbolicLink() ? ["--symlink", readlinkSync(root), root] : ["--ro-bind", root, root];
  });
  const etc = ETC.flatMap((name) => ["--ro-bind-try", `/etc/${name}`, `/etc/${name}`]);
  return [...roots, ...etc, "--ro-bind-try", "/opt/hostedtoolcache", "/opt/hostedtoolcache"];
}

/** The directories of PATH that lie outside the system, with what belongs to them. */
function toolMounts(mounts: Mounts): string[] {
  const shown = new Set<string>();
  for (const directory of searchPathOf(mounts)) {
    if (isBelow(directory, "/usr") || isBelow(directory, "/bin") || isBelow(directory, "/sbin")) continue;
    if (isBelow(directory, mounts.workspace) || isBelow(mounts.workspace, directory)) continue;
    shown.add(toolRoot(directory, mounts.home));
  }
  const rustup = path.join(mounts.home, ".rustup");
  if (existsSync(rustup)) shown.add(rustup);
  return [...shown].flatMap((root) => (isBelow(mounts.workspace, root) ? [] : ["--ro-bind", root, root]));
}

/** What to show of a tool: its own directory below the home (`~/.pyenv`), or its installation (`/opt/go` for `/opt/go/bin`). */
function toolRoot(directory: string, home: string): string {
  // npm's links lead to the packages beside them.
  if (directory.endsWith("/node_modules/.bin")) return path.dirname(directory);
  if (!isBelow(directory, home)) {
    const parent = path.dirname(directory);
    return path.basename(directory) === "bin" && parent.split("/").length > 2 && parent !== path.dirname(home)
      ? parent
      : directory;
  }
  const [first, second] = path.relative(home, directory).split(path.sep);
  return first === undefined || first === "bin" || second === undefined || PROGRAMS_ONLY.has(first)
    ? directory
    : path.join(home, first);
}

/** Hides programs: either all but some, or some. */
function commandMounts(profile: SecurityProfileSpec, mounts: Mounts): string[] {
  const directories = [
    ...new Set(["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", ...searchPathOf(mounts)]),
  ].flatMap((directory) =>
    existsSync(directory) && !isBelow(directory, mounts.workspace) ? [realpathSync(directory)] : [],
  );
  const unique = [...new Set(directories)];
  if ("only" in profile.commands) {
    const { only } = profile.commands;
    const hidden = (file: string): boolean => unique.some((directory) => path.dirname(file) === directory);
    return unique.flatMap((directory) => [
      "--tmpfs",
      directory,
      ...only.flatMap((name) => showProgram(directory, name, hidden)),
      "--remount-ro",
      directory,
    ]);
  }
  const { without } = profile.commands;
  const targets = new Set<string>();
  for (const directory of unique) {
    for (const name of without) {
      const target = realTarget(path.join(directory, name));
      if (target !== undefined) targets.add(target);
    }
  }
  return [...targets].flatMap((target) => ["--ro-bind", "/dev/null", target]);
}

/** One program of a hidden directory: a link to where it really is, or the file itself when that is hidden too. */
function showProgram(directory: string, name: string, hidden: (file: string) => boolean): string[] {
  const file = path.join(directory, name);
  const target = realTarget(file);
  if (target === undefined) return [];
  return hidden(target) ? ["--ro-bind", target, file] : ["--symlink", target, file];
}

function realTarget(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const target = realpathSync(file);
  // One file with many names (busybox, toybox, coreutils): hiding it would hide them all.
  return ["busybox", "toybox", "coreutils"].includes(path.basename(target)) ? undefined : target;
}

function workspaceMounts(profile: SecurityProfileSpec, { workspace, gitConfig }: Mounts): string[] {
  const git = path.join(workspace, ".git");
  const hasGit = gitConfig !== undefined;
  return [
    profile.workspace === "write" ? "--bind" : "--ro-bind",
    workspace,
    workspace,
    ...profile.readOnly.flatMap((name) => {
      const file = path.join(workspace, name);
      return existsSync(file) ? ["--ro-bind", file, file] : [];
    }),
    ...(hasGit ? ["--ro-bind", git, git, "--ro-bind", gitConfig, path.join(git, "config")] : []),
    // A pointer to a repository elsewhere (a linked work tree): shown, but what it points to is not.
    ...(hasGit ? hidden(git) : existsSync(git) ? ["--ro-bind", git, git] : []),
  ];
}

function hidden(git: string): string[] {
  const { directories, files } = privateGitParts(git);
  return [
    ...directories.flatMap((directory) => ["--tmpfs", directory, "--remount-ro", directory]),
    ...files.flatMap((file) => ["--ro-bind", "/dev/null", file]),
  ];
}

function searchPathOf(mounts: Mounts): readonly string[] {
  return mounts.searchPath.split(":").filter((directory) => path.isAbsolute(directory) && existsSync(directory));
}

export function isBelow(file: string, directory: string): boolean {
  const relative = path.relative(directory, file);
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}
