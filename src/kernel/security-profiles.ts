/** What a security profile allows (S1). One row of the table in `docs/sandbox.md`, which a test compares with this. */
export interface SecurityProfileSpec {
  readonly name: string;
  /** For whom it is, in one sentence. */
  readonly purpose: string;
  /** What of the workspace may be written. `.git` never may. */
  readonly workspace: "read" | "write";
  /** Paths below the workspace that stay read-only all the same. */
  readonly readOnly: readonly string[];
  /** `none`: no network but the sandbox's own loopback. A list: these hosts, through the egress proxy. `open`: everything. */
  readonly network: "none" | "open" | readonly string[];
  readonly limits: {
    readonly cpuSeconds: number;
    readonly memoryMiB: number;
    readonly processes: number;
    /** What may be written in all, and to one file. */
    readonly diskMiB: number;
    readonly wallMinutes: number;
  };
  /** An agent's tools; MCP servers only where `mcp` is listed. */
  readonly tools: readonly string[];
  /** Programs that exist inside: `only` hides every other one, `without` hides these. */
  readonly commands: { readonly only: readonly string[] } | { readonly without: readonly string[] };
}

/** Package registries and GitHub's content hosts: what builds and tests commonly fetch from. */
const BUILD_HOSTS = [
  "*.npmjs.org",
  "*.yarnpkg.com",
  "pypi.org",
  "files.pythonhosted.org",
  "proxy.golang.org",
  "sum.golang.org",
  "static.crates.io",
  "index.crates.io",
  "crates.io",
  "repo.maven.apache.org",
  "repo1.maven.org",
  "plugins.gradle.org",
  "rubygems.org",
  "github.com",
  "codeload.github.com",
  "objects.githubusercontent.com",
  "raw.githubusercontent.com",
  "nodejs.org",
] as const;

const READ_TOOLS = ["read", "glob", "grep"] as const;
const FILE_TOOLS = [...READ_TOOLS, "edit", "write"] as const;
const ALL_TOOLS = [...FILE_TOOLS, "bash"] as const;

/** Programs that change who one is, reach other machines or other sandboxes: of no use inside, and hidden so that nobody wonders. */
const ESCAPES = [
  "sudo",
  "su",
  "doas",
  "pkexec",
  "mount",
  "umount",
  "nsenter",
  "unshare",
  "bwrap",
  "docker",
  "podman",
  "systemctl",
  "systemd-run",
  "at",
  "crontab",
] as const;
const NETWORK_CLIENTS = [
  "ssh",
  "scp",
  "sftp",
  "rsync",
  "telnet",
  "ftp",
  "nc",
  "ncat",
  "netcat",
  "socat",
  "ping",
] as const;

/** Programs of a paranoid step: a shell, the everyday text tools, version control, and the usual runtimes and build tools. */
const PARANOID_COMMANDS = [
  ..."sh bash dash env cat ls cp mv rm mkdir rmdir touch ln chmod find xargs grep egrep fgrep sed awk gawk mawk cut sort uniq head tail tr wc tee diff patch".split(
    " ",
  ),
  ..."echo printf true false test expr date dirname basename realpath readlink mktemp pwd sleep seq stat tar gzip gunzip which id uname nproc prlimit".split(
    " ",
  ),
  ..."git node npm npx corepack yarn pnpm python python3 pip pip3 pytest go gofmt cargo rustc java javac mvn gradle make".split(
    " ",
  ),
] as const;

export const SECURITY_PROFILES: readonly SecurityProfileSpec[] = [
  {
    name: "minimal",
    purpose: "Reading and reporting: nothing in the workspace changes.",
    workspace: "read",
    readOnly: [],
    network: "none",
    limits: { cpuSeconds: 120, memoryMiB: 1_024, processes: 64, diskMiB: 64, wallMinutes: 5 },
    tools: READ_TOOLS,
    commands: { without: [...ESCAPES, ...NETWORK_CLIENTS] },
  },
  {
    name: "standard",
    purpose: "Building and testing: writes the workspace, fetches packages.",
    workspace: "write",
    readOnly: [],
    network: BUILD_HOSTS,
    limits: { cpuSeconds: 1_800, memoryMiB: 4_096, processes: 512, diskMiB: 4_096, wallMinutes: 30 },
    tools: [...ALL_TOOLS, "mcp"],
    commands: { without: ESCAPES },
  },
  {
    name: "hardened",
    purpose: "Work on untrusted input: writes the workspace but not its automation, no network.",
    workspace: "write",
    readOnly: [
      ".github",
      ".gitlab-ci.yml",
      ".circleci",
      ".claude",
      ".vscode",
      ".devcontainer",
      ".husky",
      ".githooks",
      "CODEOWNERS",
    ],
    network: "none",
    limits: { cpuSeconds: 900, memoryMiB: 2_048, processes: 256, diskMiB: 1_024, wallMinutes: 20 },
    tools: ALL_TOOLS,
    commands: { without: [...ESCAPES, ...NETWORK_CLIENTS, "curl", "wget", "gh"] },
  },
  {
    name: "paranoid",
    purpose: "The least that can still run a test suite: named programs only, no agent shell.",
    workspace: "write",
    readOnly: [
      ".github",
      ".gitlab-ci.yml",
      ".circleci",
      ".claude",
      ".vscode",
      ".devcontainer",
      ".husky",
      ".githooks",
      "CODEOWNERS",
    ],
    network: "none",
    limits: { cpuSeconds: 300, memoryMiB: 1_024, processes: 64, diskMiB: 256, wallMinutes: 10 },
    tools: FILE_TOOLS,
    commands: { only: PARANOID_COMMANDS },
  },
  {
    name: "development",
    purpose:
      "A developer's own machine: any network, generous limits; credentials and other projects stay out of sight.",
    workspace: "write",
    readOnly: [],
    network: "open",
    limits: { cpuSeconds: 7_200, memoryMiB: 16_384, processes: 4_096, diskMiB: 32_768, wallMinutes: 120 },
    tools: [...ALL_TOOLS, "mcp"],
    commands: { without: [] },
  },
  {
    name: "testing",
    purpose: "Test suites with servers and browsers of their own: much room, no network beyond loopback.",
    workspace: "write",
    readOnly: [],
    network: "none",
    limits: { cpuSeconds: 3_600, memoryMiB: 8_192, processes: 1_024, diskMiB: 8_192, wallMinutes: 60 },
    tools: ALL_TOOLS,
    commands: { without: ESCAPES },
  },
  {
    name: "restricted",
    purpose: "An agent that fixes code: writes the workspace, no network, modest limits.",
    workspace: "write",
    readOnly: [],
    network: "none",
    limits: { cpuSeconds: 300, memoryMiB: 2_048, processes: 128, diskMiB: 512, wallMinutes: 10 },
    tools: ALL_TOOLS,
    commands: { without: [...ESCAPES, ...NETWORK_CLIENTS, "curl", "wget", "gh"] },
  },
];

/** The profile of this name. */
export function securityProfile(name: string): SecurityProfileSpec | undefined {
  return SECURITY_PROFILES.find((profile) => profile.name === name);
}
