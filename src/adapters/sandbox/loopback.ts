import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, existsSync, lstatSync, openSync, readlinkSync } from "node:fs";
import type { Readable } from "node:stream";
import { PawlError } from "../../kernel/errors.ts";
import { BRIDGE_PROGRAM } from "./bridge.ts";
import { bind, clientEnvironment, hardening, removeContainer } from "./container.ts";
import type { ContainerEngine, ProgramLine } from "./machine.ts";

/** Where things are placed for the bridge. */
const INSIDE = "/run/pawl";
const SLOWEST_START_MS = 10_000;

/** A network with nothing but a loopback, on which a bridge listens. */
export interface Loopback {
  /** Whether the bridge still carries connections. */
  readonly alive: boolean;
  close(): void;
}

/** One that is a namespace. */
export interface NamespaceLoopback extends Loopback {
  /** The program line that runs another one in it. */
  enter(argv: ProgramLine): ProgramLine;
}

/** One that is a container's. */
export interface ContainerLoopback extends Loopback {
  /** The engine's name for it. */
  readonly network: string;
}

/**
 * Makes a network namespace whose loopback leads to Unix sockets of ours, by port. The bridge that carries the connections has a sandbox and a
 * process namespace of its own: a command in this network sees its ports, and neither its process nor its sockets.
 *
 * @throws PawlError `sandbox.unavailable`
 */
export async function openLoopback(
  machine: { readonly bwrap: string; readonly nsenter: string },
  sockets: ReadonlyMap<number, string>,
): Promise<NamespaceLoopback> {
  const { placed, line } = bridgeOver(sockets);
  const walls =
    "--unshare-user --unshare-pid --unshare-ipc --unshare-uts --unshare-net --die-with-parent --cap-drop ALL";
  const argv = [
    ...`${walls} --info-fd 3 --proc /proc`.split(" "),
    ...libraryMounts(),
    ...placed.flatMap(([outside, inside]) => ["--ro-bind", outside, inside]),
    "--",
    ...line,
  ];
  const bridge = spawn(machine.bwrap, argv, {
    env: {},
    cwd: "/",
    stdio: ["pipe", "pipe", "ignore", "pipe"],
    detached: true,
  });
  try {
    const [pid] = await Promise.all([firstProcess(bridge), ready(bridge)]);
    // Held open, so that the names below mean these namespaces whatever becomes of the process.
    const held = ["user", "net"].map((name) => openSync(`/proc/${pid}/ns/${name}`, "r"));
    const [user, net] = held.map((fd) => `/proc/${process.pid}/fd/${fd}`);
    if (ended(bridge)) throw new Error("it ended at once");
    release(bridge);
    return {
      enter: (argv) => [machine.nsenter, "--preserve-credentials", `--user=${user}`, `--net=${net}`, "--", ...argv],
      get alive() {
        return !ended(bridge);
      },
      close() {
        for (const fd of held.splice(0)) closeSync(fd);
        bridge.kill("SIGKILL");
      },
    };
  } catch (cause) {
    bridge.kill("SIGKILL");
    throw unavailable(cause);
  }
}

/**
 * The same as a container of its own, whose network others join.
 *
 * @throws PawlError `sandbox.unavailable`
 */
export async function openContainerLoopback(
  engine: ContainerEngine,
  sockets: ReadonlyMap<number, string>,
): Promise<ContainerLoopback> {
  const { placed, line } = bridgeOver(sockets);
  const name = `pawl-network-${randomUUID()}`;
  const argv = [
    ...`run --rm --interactive --name ${name} --pull never --network none`.split(" "),
    ...hardening(engine),
    ...placed.flatMap(([outside, inside]) => bind(outside, inside, "read")),
    engine.image,
    ...line,
  ];
  const bridge = spawn(engine.program, argv, {
    env: clientEnvironment(process.env, {}),
    stdio: ["pipe", "pipe", "ignore"],
    detached: true,
  });
  try {
    await ready(bridge);
    release(bridge);
    return {
      network: `container:${name}`,
      get alive() {
        return !ended(bridge);
      },
      close() {
        // It ends with its input, and the engine forgets it then.
        bridge.stdin?.destroy();
        void removeContainer(engine, name);
      },
    };
  } catch (cause) {
    bridge.kill("SIGKILL");
    void removeContainer(engine, name);
    throw unavailable(cause);
  }
}

/** What the bridge needs, outside and inside, and how it is started there. */
function bridgeOver(sockets: ReadonlyMap<number, string>): {
  readonly placed: readonly (readonly [outside: string, inside: string])[];
  readonly line: readonly string[];
} {
  const node = `${INSIDE}/node`;
  const inside = (port: number): string => `${INSIDE}/${port}.sock`;
  const ports = Object.fromEntries([...sockets.keys()].map((port) => [port, inside(port)]));
  return {
    placed: [[process.execPath, node], ...[...sockets].map(([port, socket]) => [socket, inside(port)] as const)],
    line: [node, "-e", BRIDGE_PROGRAM, "--", JSON.stringify(ports)],
  };
}

function unavailable(cause: unknown): PawlError {
  return new PawlError({
    code: "sandbox.unavailable",
    kind: "policy",
    message: `The profile's way to the network can't be made on this machine, so the step is refused: ${cause instanceof Error ? cause.message : String(cause)}`,
    remedy: "Use a profile without network, or see `pawl doctor` for what this machine lacks.",
    cause,
  });
}

/** What Node itself needs to start. */
function libraryMounts(): string[] {
  return ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache"].flatMap((root) => {
    if (!existsSync(root)) return [];
    return lstatSync(root).isSymbolicLink() ? ["--symlink", readlinkSync(root), root] : ["--ro-bind", root, root];
  });
}

/** The process bubblewrap started, as this side numbers it. */
async function firstProcess(bridge: ChildProcess): Promise<number> {
  let text = "";
  for await (const chunk of bridge.stdio[3] as Readable) text += String(chunk);
  const pid = /"child-pid":\s*(\d+)/.exec(text)?.[1];
  if (pid === undefined) throw new Error("bubblewrap started nothing");
  return Number(pid);
}

function ready(bridge: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("its bridge doesn't start")), SLOWEST_START_MS);
    bridge.once("error", reject);
    bridge.once("exit", (code) => reject(new Error(`its bridge ended with ${code ?? "a signal"}`)));
    bridge.stdout?.once("data", () => resolve());
    bridge.once("close", () => clearTimeout(timer));
    bridge.stdout?.once("data", () => clearTimeout(timer));
  });
}

function ended(process: ChildProcess): boolean {
  return process.exitCode !== null || process.signalCode !== null;
}

/** An idle bridge doesn't keep this process from ending; it ends with it. */
function release(bridge: ChildProcess): void {
  bridge.unref();
  for (const stream of bridge.stdio) (stream as { unref?(): void } | null | undefined)?.unref?.();
}
