import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { PawlError } from "../../kernel/errors.ts";
import type { Log } from "../../ports/log.ts";
import type { Command, CommandResult, Sandbox } from "../../ports/sandbox.ts";
import { BoundedOutput } from "./bounded-output.ts";
import { baseEnvironment } from "./environment.ts";
import { type Confinement, confinementFor, enforceableProfiles, type WithoutWalls } from "./confinement.ts";
import { probeMachine } from "./machine.ts";
import { descendants, signalProcess } from "./process-tree.ts";
import { watchLimits } from "./limits.ts";
import type { ContainerLoopback, NamespaceLoopback } from "./loopback.ts";
import { createNetworks } from "./network.ts";

const DEFAULT_GRACE_MS = 5_000;
/** What a program may print in all before it is ended: 256 MiB a stream, so that a disk or a log can't be filled through us. */
const PRINT_LIMIT = 256 * 1024 * 1024;
/** What observers are shown of one command; the result keeps its own head and tail. */
const SHOWN_LIMIT = 2 * 1024 * 1024;

export interface SandboxOptions {
  readonly log: Log;
  /** An existing directory outside every workspace, for masks and sockets. */
  readonly temporaryRoot: string;
  /** The parent environment from which PATH, HOME, locale and certificates are taken; nothing else of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Hosts a declared profile's allow-list is widened by, from the operator's configuration. */
  readonly allowedHosts?: readonly string[];
  /** Where bubblewrap, prlimit and container engines are looked for; PATH by default. */
  readonly programPath?: string;
  /** What may run without walls; agents' tools may not, unless this says so. */
  readonly withoutWalls?: WithoutWalls;
  /** The image profiles are enforced in where bubblewrap can't; docker or podman must have it. */
  readonly image?: string;
}

/**
 * Runs programs as children of this process, each in its own session, from an empty environment, under the confinement its profile asks for.
 * A profile this machine can't enforce is refused with `sandbox.unavailable`.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const base = baseEnvironment(options.env ?? process.env);
  const { temporaryRoot, allowedHosts = [] } = options;
  const networks = {
    namespaces: createNetworks<NamespaceLoopback>(temporaryRoot, allowedHosts),
    containers: createNetworks<ContainerLoopback>(temporaryRoot, allowedHosts),
  };
  return {
    async run(command) {
      const confinement = await confinementFor(command, { ...options, ...networks, base });
      let result: CommandResult | undefined;
      try {
        result = await runConfined(command, confinement);
      } finally {
        await confinement.dispose(result?.exitCode);
      }
      return { ...result, violations: [...confinement.violations] };
    },
    async probe() {
      const machine = await probeMachine(options);
      return {
        profiles: enforceableProfiles(machine),
        missing: machine.missing,
        agentsWithoutProfile: options.withoutWalls === "all",
      };
    },
  };
}

async function runConfined(command: Command, confinement: Confinement): Promise<CommandResult> {
  if (command.signal?.aborted === true) return endedBefore("cancelled");
  const marker = `PAWL_PROCESS=${randomUUID()}`;
  const outer = confinement.start({ ...confinement.env, ...command.env, PAWL_PROCESS: marker.slice(13) });
  const started = performance.now();
  const [program, ...args] = outer.argv;
  const child = spawn(program, args, {
    cwd: command.cwd,
    env: outer.env,
    // A session of its own: signals reach the whole group, and the terminal's reach none of it.
    detached: process.platform !== "win32",
    stdio: [command.stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  const stdout = new BoundedOutput(command.outputLimit);
  const stderr = new BoundedOutput(command.outputLimit);
  const violations = confinement.violations;
  let ended: CommandResult["ended"];

  const tree = killer(child, marker, confinement.outer, command.graceMs ?? DEFAULT_GRACE_MS);
  const end = (why: NonNullable<CommandResult["ended"]>, force = false): void => {
    if (ended !== undefined) return;
    ended = why;
    tree.end(force);
  };
  const forwards = [
    collect(child, "stdout", stdout, command, () => end("output", true)),
    collect(child, "stderr", stderr, command, () => end("output", true)),
  ];
  const timer = command.timeoutMs === undefined ? undefined : setTimeout(() => end("timeout"), command.timeoutMs);
  const { wallMs } = confinement.limits;
  const wall =
    wallMs === undefined
      ? undefined
      : setTimeout(() => {
          violations.push(`time: it ran longer than the ${Math.round(wallMs / 60_000)} minutes that are allowed`);
          end("limit");
        }, wallMs);
  const onAbort = (): void => end("cancelled");
  command.signal?.addEventListener("abort", onAbort, { once: true });
  const watch = watchLimits(child.pid, marker, confinement.limits, command, (violation) => {
    violations.push(violation);
    end("limit", true);
  });
  try {
    const { exitCode, signal } = await finished(child, command, tree);
    for (const flush of forwards) flush();
    return {
      exitCode,
      signal,
      stdout: stdout.text(),
      stderr: stderr.text(),
      truncated: stdout.dropped + stderr.dropped,
      durationMs: Math.round(performance.now() - started),
      ...(ended === undefined ? {} : { ended }),
      violations: [],
    };
  } finally {
    clearTimeout(timer);
    clearTimeout(wall);
    watch.stop();
    command.signal?.removeEventListener("abort", onAbort);
    tree.sweep();
    if (ended !== undefined) await confinement.stop?.();
    // A namespace that ended by itself is gone already: the kernel ends what is in it first.
    if (confinement.outer === "tree" || ended !== undefined) await tree.gone();
  }
}

/** Resolves when the program and its pipes have ended. A child that keeps the pipes open behind the program's back is ended. */
async function finished(
  child: ChildProcess,
  command: Command,
  tree: { sweep(): void },
): Promise<{ exitCode: number | undefined; signal: string | undefined }> {
  if (command.stdin !== undefined && child.stdin !== null) {
    // EPIPE: the program ended without reading its input, which is its right.
    child.stdin.on("error", () => undefined);
    if (typeof command.stdin === "string" || command.stdin instanceof Uint8Array) child.stdin.end(command.stdin);
    else Readable.from(command.stdin).pipe(child.stdin);
  }
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once("error", (cause: NodeJS.ErrnoException) => reject(cannotStart(command, cause)));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  tree.sweep();
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([closed, new Promise<void>((resolve) => (timer = setTimeout(resolve, 2_000)))]);
  clearTimeout(timer);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return { exitCode: code ?? undefined, signal: signal ?? undefined };
}

function cannotStart(command: Command, cause: NodeJS.ErrnoException): PawlError {
  const missing = cause.code === "ENOENT";
  return new PawlError({
    code: missing ? "sandbox.program_not_found" : "sandbox.cannot_start",
    kind: "permanent",
    message: `${command.argv[0]} can't be started in ${command.cwd}: ${missing ? "no such program or directory" : cause.message}`,
    remedy: `Install ${command.argv[0]} or put it on PATH.`,
    cause,
  });
}

function endedBefore(ended: "cancelled"): CommandResult {
  return {
    exitCode: undefined,
    signal: undefined,
    stdout: "",
    stderr: "",
    truncated: 0,
    durationMs: 0,
    ended,
    violations: [],
  };
}

/** Ends the whole tree: SIGTERM, the grace period, then SIGKILL until nothing is left. */
function killer(
  child: ChildProcess,
  marker: string,
  outer: Confinement["outer"],
  graceMs: number,
): { end(force: boolean): void; sweep(): void; gone(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  const pid = child.pid;
  const kill = (): void => {
    if (pid === undefined) return;
    signalProcess(-pid, "SIGKILL");
    // The kernel ends a process namespace as a whole when its first process ends; a container is its engine's to end.
    if (outer !== "tree") return;
    // The list is read again until it is empty: a program that forks faster than we look would otherwise leave a child behind.
    for (let round = 0; round < 20; round++) {
      const left = descendants(pid, marker);
      if (left.length === 0) return;
      for (const process of left) signalProcess(process.pid, "SIGKILL");
    }
  };
  return {
    end(force) {
      if (pid === undefined) return;
      if (force) return kill();
      const tree = descendants(pid, marker);
      // From the top: a shell must hear it before it sees its child end, or it goes on with its next line.
      // A wrapper (bwrap) would take its whole namespace along without grace: only what runs inside it is asked to end.
      if (outer !== "namespace") signalProcess(pid, "SIGTERM");
      if (outer !== "client") for (const process of tree) signalProcess(process.pid, "SIGTERM");
      timer = setTimeout(kill, graceMs);
    },
    sweep() {
      clearTimeout(timer);
      kill();
    },
    async gone() {
      // SIGKILL takes effect when the kernel next looks at a process: what was promised to be over must be over.
      if (pid === undefined || outer === "client") return;
      for (let look = 0; look < 100 && descendants(pid, marker).length > 0; look++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

/** Gathers one stream, and shows it to the observer line by line. The returned function flushes what is left. */
function collect(
  child: ChildProcess,
  name: "stdout" | "stderr",
  output: BoundedOutput,
  command: Command,
  overflow: () => void,
): () => void {
  const decoder = new StringDecoder("utf8");
  const limit = command.shownLimit ?? SHOWN_LIMIT;
  let pending = "";
  let shown = 0;
  const show = (text: string): void => {
    if (text === "" || command.onOutput === undefined || shown > limit) return;
    shown += text.length;
    command.onOutput(name, text);
    if (shown > limit) command.onOutput(name, `\n[more than ${limit} characters: no more is shown]\n`);
  };
  child[name]?.on("data", (chunk: Buffer) => {
    output.write(chunk);
    if (output.total > PRINT_LIMIT) return overflow();
    pending += decoder.write(chunk);
    const lineEnd = pending.lastIndexOf("\n") + 1;
    const cut = pending.length - lineEnd > 65_536 ? pending.length : lineEnd;
    show(pending.slice(0, cut));
    pending = pending.slice(cut);
  });
  return () => {
    show(pending + decoder.end());
    pending = "";
  };
}
