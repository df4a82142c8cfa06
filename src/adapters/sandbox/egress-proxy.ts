import { lookup } from "node:dns/promises";
import { createServer, type IncomingMessage, request as sendRequest, type ServerResponse } from "node:http";
import { BlockList, connect, isIP, type Socket } from "node:net";
import { listenAt } from "./unix-socket.ts";
import type { Duplex } from "node:stream";

/** Ports that may be reached on an allowed host that names none. */
const WEB_PORTS = new Set([80, 443]);
const MOST_VIOLATIONS = 100;

/** Addresses of the machine itself and of private networks: an allowed name that resolves to one is somebody's trick (DNS rebinding). */
const PRIVATE = new BlockList();
for (const [address, prefix] of [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.168.0.0", 16],
  ["192.0.0.0", 24], ["198.18.0.0", 15], ["224.0.0.0", 4], ["240.0.0.0", 4],
] as const) PRIVATE.addSubnet(address, prefix, "ipv4"); // prettier-ignore
for (const [address, prefix] of [
  ["::1", 128],
  ["::", 128],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
  // Addresses that hold an IPv4 one: translation (RFC 6052, RFC 8215), 6to4, Teredo.
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2002::", 16],
  ["2001::", 32],
] as const)
  PRIVATE.addSubnet(address, prefix, "ipv6");

/** Whether an address is of the machine itself or of a private network. */
export function isPrivateAddress(address: string, family: number): boolean {
  return PRIVATE.check(address, family === 6 ? "ipv6" : "ipv4");
}

export interface EgressProxy {
  /** Begins to serve another command: its refusals, each destination once, are told to `refused`. */
  attend(refused: (destination: string) => void): void;
  /** Ends every connection, so that nothing of one command goes on under the next. */
  hangUp(): void;
  close(): void;
}

/**
 * The only way out of a sandbox whose network is a list of hosts: an HTTP proxy on a Unix socket that connects to these hosts and to nothing
 * else. It resolves names itself, so that a name can't lead into private networks.
 *
 * @param socket path of the Unix socket to listen on
 * @param allowed `host`, `*.host` (its subdomains) or `host:port`; an address is reached only when it is listed as it stands
 */
export async function startEgressProxy(socket: string, allowed: readonly string[]): Promise<EgressProxy> {
  let refused: (destination: string) => void = () => undefined;
  const seen = new Set<string>();
  const open = new Set<Duplex>();
  const refuse = (destination: string): void => {
    if (seen.has(destination) || seen.size >= MOST_VIOLATIONS) return;
    seen.add(destination);
    refused(destination);
  };
  const server = createServer((request, response) => void forward(request, response, allowed, refuse));
  server.on("connect", (request: IncomingMessage, client: Duplex, head: Buffer) => {
    open.add(client);
    client.once("close", () => open.delete(client));
    client.on("error", () => client.destroy());
    void tunnel(request, client, head, allowed, refuse);
  });
  server.on("connection", (connection) => connection.unref());
  await listenAt(server, socket);
  server.unref();
  const hangUp = (): void => {
    for (const client of open) client.destroy();
    server.closeAllConnections();
  };
  return {
    attend(next) {
      refused = next;
      seen.clear();
    },
    hangUp() {
      refused = () => undefined;
      hangUp();
    },
    close() {
      server.close();
      hangUp();
    },
  };
}

async function tunnel(
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  allowed: readonly string[],
  refuse: (destination: string) => void,
): Promise<void> {
  const destination = parseDestination(request.url ?? "", 443);
  const upstream = destination === undefined ? undefined : await dial(destination, allowed);
  if (upstream === undefined) {
    refuse(request.url ?? "");
    client.end(
      "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nThe step's security profile doesn't allow this host.\n",
    );
    return;
  }
  upstream.on("error", () => client.destroy());
  // The command may have ended while the name was looked up.
  if (client.destroyed) return void upstream.destroy();
  upstream.once("connect", () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) upstream.write(head);
    upstream.pipe(client);
    client.pipe(upstream);
  });
  client.once("close", () => upstream.destroy());
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  allowed: readonly string[],
  refuse: (destination: string) => void,
): Promise<void> {
  const url = URL.canParse(request.url ?? "") ? new URL(request.url ?? "") : undefined;
  const destination = url === undefined || url.protocol !== "http:" ? undefined : parseDestination(url.host, 80);
  const address = destination === undefined ? undefined : await resolve(destination, allowed);
  if (url === undefined || destination === undefined || address === undefined) {
    refuse(url?.host ?? request.url ?? "");
    response
      .writeHead(403, { "content-type": "text/plain" })
      .end("The step's security profile doesn't allow this host.\n");
    return;
  }
  const { "proxy-authorization": _, "proxy-connection": __, ...headers } = request.headers;
  const upstream = sendRequest(
    {
      host: address,
      port: destination.port,
      method: request.method,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  upstream.on("error", () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.once("close", () => upstream.destroy());
  request.pipe(upstream);
}

interface Destination {
  readonly host: string;
  readonly port: number;
}

function parseDestination(text: string, defaultPort: number): Destination | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:/?#@\s]+))(?::(\d{1,5}))?$/i.exec(text);
  const host = match?.[1] ?? match?.[2];
  if (host === undefined) return undefined;
  return {
    host: host.toLowerCase().replace(/\.$/, ""),
    port: match?.[3] === undefined ? defaultPort : Number(match[3]),
  };
}

async function dial(destination: Destination, allowed: readonly string[]): Promise<Socket | undefined> {
  const address = await resolve(destination, allowed);
  return address === undefined ? undefined : connect({ host: address, port: destination.port });
}

/** The address to connect to; undefined when the destination isn't allowed, unknown or private. */
async function resolve(destination: Destination, allowed: readonly string[]): Promise<string | undefined> {
  if (!isAllowed(destination, allowed)) return undefined;
  if (isIP(destination.host) !== 0) return destination.host;
  try {
    const { address, family } = await lookup(destination.host);
    return isPrivateAddress(address, family) ? undefined : address;
  } catch {
    return undefined;
  }
}

/** Whether a list allows a destination. Exported for its tests. */
export function isAllowed({ host, port }: Destination, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const listed = parseDestination(entry.replace(/^\*\./, "wildcard."), 0);
    if (listed === undefined) return false;
    if (listed.port === 0 ? !WEB_PORTS.has(port) : listed.port !== port) return false;
    return entry.startsWith("*.")
      ? isIP(host) === 0 && host.endsWith(listed.host.slice("wildcard".length))
      : host === listed.host;
  });
}
