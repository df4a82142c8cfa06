import path from "node:path";
import type { SecurityProfileSpec } from "../../kernel/security-profiles.ts";
import type { Command } from "../../ports/sandbox.ts";
import { BRIDGE_PORT, BRIDGE_PROGRAM } from "./bridge.ts";
import { INSIDE } from "./bubblewrap.ts";
import { type EgressProxy, startEgressProxy } from "./egress-proxy.ts";

/** What a sandbox's way out consists of: files placed inside, a program around the command, variables that point to it. */
export interface Network {
  /** Host paths by the path they have inside. */
  readonly mounts: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * The way out a profile leaves: none, the machine's own network, or the egress proxy with its list of hosts; and the bridges the command was
 * given. Where there is neither proxy nor bridge, nothing is started.
 *
 * @param directory the command's own, outside the workspace, for the proxy's socket
 * @param refused told each destination the list doesn't allow
 */
export async function openNetwork(
  profile: SecurityProfileSpec,
  command: Command,
  allowedHosts: readonly string[],
  directory: string,
  refused: (destination: string) => void,
): Promise<Network> {
  const sockets = new Map<number, string>();
  let proxy: EgressProxy | undefined;
  if (Array.isArray(profile.network)) {
    const socket = path.join(directory, "egress.sock");
    proxy = await startEgressProxy(socket, [...(profile.network as readonly string[]), ...allowedHosts], refused);
    sockets.set(BRIDGE_PORT, socket);
  }
  // With the machine's own network, a bridge's port is reached as it is.
  if (profile.network !== "open") {
    for (const [port, socket] of Object.entries(command.bridges ?? {})) sockets.set(Number(port), socket);
  }
  if (sockets.size === 0) return { mounts: {}, argv: [], env: {}, close: async () => undefined };
  const inside = (port: number): string => `${INSIDE.run}/${port}.sock`;
  const node = `${INSIDE.run}/node`;
  const ports = Object.fromEntries([...sockets.keys()].map((port) => [port, inside(port)]));
  return {
    mounts: {
      [node]: process.execPath,
      ...Object.fromEntries([...sockets].map(([port, socket]) => [inside(port), socket])),
    },
    argv: [node, "-e", BRIDGE_PROGRAM, "--", JSON.stringify(ports)],
    env: proxy === undefined ? {} : proxyEnvironment(),
    close: async () => proxy?.close(),
  };
}

/** How programs learn of the proxy; Node's own fetch reads it only when told to. */
function proxyEnvironment(): Readonly<Record<string, string>> {
  const proxy = `http://127.0.0.1:${BRIDGE_PORT}`;
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
