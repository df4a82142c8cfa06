/** A program to run for a step. Its environment starts empty: `env` is all it gets (S2). */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  /** Absolute. */
  readonly cwd: string;
  /** Absolute path of the work tree a profile opens; by default the nearest directory above `cwd` that holds a `.git`. */
  readonly workspace?: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it reads: all at once, or piece by piece for as long as it talks with us. */
  readonly stdin?: string | Uint8Array | AsyncIterable<string>;
  /** The profile's name; undefined for the default of `docs/security.md`. */
  readonly profile?: string;
  /** Absolute paths outside the workspace it may read, whatever its profile. */
  readonly readable?: readonly string[];
  /** Directories the command may write beside the workspace (a step's own temporary directory). */
  readonly writable: readonly string[];
  /** Milliseconds; the whole process tree is ended then: SIGTERM, `graceMs`, SIGKILL. */
  readonly timeoutMs?: number;
  /** Ports of this machine's loopback that the command reaches on its own, where its profile gives it one. */
  readonly bridges?: readonly number[];
  readonly graceMs?: number;
  /** Bytes kept of each stream; what exceeds it is counted and dropped from the middle. */
  readonly outputLimit: number;
  readonly signal?: AbortSignal;
  /** Characters of each stream handed to `onOutput` at most, for people who watch; 2 Mi by default. A program we talk with has no such limit. */
  readonly shownLimit?: number;
  /** Output as it comes, whole lines where possible. Must not throw. */
  readonly onOutput?: (stream: "stdout" | "stderr", text: string) => void;
}

export interface CommandResult {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Bytes dropped from either stream. */
  readonly truncated: number;
  readonly durationMs: number;
  /** Why it ended, when it wasn't by itself. */
  readonly ended?: "timeout" | "cancelled" | "output" | "limit";
  /** What the profile refused while it ran. */
  readonly violations: readonly string[];
}

/** Runs programs under a security profile (S1). Refuses with PawlError `sandbox.unavailable` (kind policy) what it can't enforce. */
export interface Sandbox {
  run(command: Command): Promise<CommandResult>;
  /** What this machine can enforce, probed once. */
  probe(): Promise<{
    readonly profiles: readonly string[];
    readonly missing: readonly string[];
    /** Whether an agent may work here without a profile, because the operator said so. */
    readonly agentsWithoutProfile: boolean;
  }>;
}
