/** The port on the sandbox's own loopback where programs find the way out. */
export const EGRESS_PORT = 3128;

/**
 * A program for Node that runs in a sandbox of its own, beside those of the commands and on the same loopback: it carries connections from there
 * to Unix sockets that were placed inside. Plain text, because inside there is neither our code nor a package. It says `ready` once it listens,
 * and ends with its standard input.
 *
 * Argument: a JSON object from port to socket path.
 */
export const BRIDGE_PROGRAM = `
const net = require("node:net");
const servers = Object.entries(JSON.parse(process.argv[1])).map(([port, socket]) => new Promise((resolve, reject) => {
  const server = net.createServer({ allowHalfOpen: true }, (inside) => {
    const outside = net.connect({ path: socket, allowHalfOpen: true });
    inside.on("error", () => outside.destroy());
    outside.on("error", () => inside.destroy());
    inside.on("close", () => outside.destroy());
    outside.on("close", () => inside.destroy());
    inside.pipe(outside);
    outside.pipe(inside);
  });
  server.on("error", reject);
  server.listen(Number(port), "127.0.0.1", resolve);
}));
process.stdin.on("close", () => process.exit(0)).resume();
Promise.all(servers).then(() => process.stdout.write("ready\\n"), (error) => { console.error(error.message); process.exit(1); });
`;
