import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import path from "node:path";
import type { SecurityProfileSpec } from "../../kernel/security-profiles.ts";
import type { Command } from "../../ports/sandbox.ts";
import { EGRESS_PORT } from "./bridge.ts";
import { type EgressProxy, startEgressProxy } from "./egress-proxy.ts";
import type { Loopback } from "./loopback.ts";
import { listenAt } from "./unix-socket.ts";

/** How long a way out that nothing uses is kept for the next command. */
const IDLE_MS = 10_000;

/** Directories of open ways out, for the case that this process ends before they are closed. */
const directories = new Set<string>();
process.once("exit", () => directories.forEach(remove));

const NOTHING_OPENED = { loopback: undefined, env: {}, close: () => undefined };

/** What a command's network consists of. */
export interface Network<L extends Loopback> {
  /** `open`: the machine's own. `none`: an empty one that the sandbox makes itself. `loopback`: the one below. */
  readonly kind: "open" | "none" | "loopback";
  readonly loopback: L | undefined;
  /** Variables that point to the way out. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

export interface Networks<L extends Loopback> {
  /**
   * The network a profile leaves a command: none, the machine's own, or a loopback with the egress proxy and the bridges the command was given.
   *
   * @param refused told each destination the profile's list doesn't allow
   * @throws PawlError `sandbox.unavailable`
   */
  open(
    profile: SecurityProfileSpec,
    command: Command,
    refused: (destination: string) => void,
    openLoopback: (sockets: ReadonlyMap<number, string>) => Promise<L>,
  ): Promise<Network<L>>;
}

/** A way out, with what it stands on. One command at a time uses it: two never share a loopback. */
interface Outlet<L extends Loopback> {
  readonly loopback: L;
  readonly proxy: EgressProxy | undefined;
  close(): void;
}

/**
 * Networks for commands. Starting a way out takes as long as starting Node, so that of a list of hosts is kept for the next command with the same
 * list, until it was idle for ten seconds or this process ends.
 *
 * @param temporaryRoot an existing directory outside every workspace, for sockets
 */
export function createNetworks<L extends Loopback>(
  temporaryRoot: string,
  allowedHosts: readonly string[],
): Networks<L> {
  const idle = new Map<string, Outlet<L>[]>();

  const take = (key: string): Outlet<L> | undefined => {
    for (let outlet = idle.get(key)?.pop(); outlet !== undefined; outlet = idle.get(key)?.pop()) {
      if (outlet.loopback.alive) return outlet;
      outlet.close();
    }
    return undefined;
  };
  const keep = (key: string, outlet: Outlet<L>): void => {
    outlet.proxy?.hangUp();
    const others = idle.get(key) ?? [];
    idle.set(key, others);
    others.push(outlet);
    setTimeout(() => {
      const at = others.indexOf(outlet);
      // In use again: that command gives it back with a new time.
      if (at === -1) return;
      others.splice(at, 1);
      outlet.close();
    }, IDLE_MS).unref();
  };

  return {
    async open(profile, command, refused, openLoopback) {
      if (profile.network === "open") return { ...NOTHING_OPENED, kind: "open" };
      const bridges = command.bridges ?? [];
      const hosts = typeof profile.network === "string" ? undefined : [...profile.network, ...allowedHosts];
      if (hosts === undefined && bridges.length === 0) return { ...NOTHING_OPENED, kind: "none" };
      const key = hosts?.join(" ") ?? "";
      // A way out with bridges is this command's alone.
      const reusable = bridges.length === 0;
      const outlet =
        (reusable ? take(key) : undefined) ?? (await openOutlet(temporaryRoot, hosts, bridges, openLoopback));
      outlet.proxy?.attend(refused);
      return {
        kind: "loopback",
        loopback: outlet.loopback,
        env: hosts === undefined ? {} : proxyEnvironment(),
        close: () => (reusable ? keep(key, outlet) : outlet.close()),
      };
    },
  };
}

async function openOutlet<L extends Loopback>(
  temporaryRoot: string,
  hosts: readonly string[] | undefined,
  bridges: readonly number[],
  openLoopback: (sockets: ReadonlyMap<number, string>) => Promise<L>,
): Promise<Outlet<L>> {
  const directory = mkdtempSync(path.join(temporaryRoot, "network-"));
  directories.add(directory);
  let proxy: EgressProxy | undefined;
  const carriers: Carrier[] = [];
  const end = (): void => {
    proxy?.close();
    for (const carrier of carriers) carrier.close();
    remove(directory);
  };
  try {
    const sockets = new Map<number, string>();
    for (const port of bridges) {
      const socket = path.join(directory, `${port}.sock`);
      carriers.push(await carryTo(port, socket));
      sockets.set(port, socket);
    }
    if (hosts !== undefined) {
      const socket = path.join(directory, "egress.sock");
      proxy = await startEgressProxy(socket, hosts);
      sockets.set(EGRESS_PORT, socket);
    }
    const loopback = await openLoopback(sockets);
    return {
      loopback,
      proxy,
      close() {
        loopback.close();
        end();
      },
    };
  } catch (thrown) {
    end();
    throw thrown;
  }
}

interface Carrier {
  close(): void;
}

/** Carries connections from a Unix socket to a port of this machine's loopback. */
async function carryTo(port: number, socket: string): Promise<Carrier> {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (inside) => {
    const outside = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await listenAt(server, socket);
  return {
    close() {
      server.close();
      for (const connection of open) connection.destroy();
    },
  };
}

function remove(directory: string): void {
  directories.delete(directory);
  rmSync(directory, { recursive: true, force: true });
}

/** How programs learn of the proxy; Node's own fetch reads it only when told to. */
function proxyEnvironment(): Readonly<Record<string, string>> {
  const proxy = `http://127.0.0.1:${EGRESS_PORT}`;
  return {
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    http_proxy: proxy,
    https_proxy: proxy,
    NO_PROXY: "localhost,127.0.0.1,::1",
    no_proxy: "localhost,127.0.0.1,::1",
    NODE_USE_ENV_PROXY: "1",
  };
}
