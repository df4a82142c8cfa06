/** The port on the sandbox's own loopback where programs find the way out. */
export const BRIDGE_PORT = 3128;

/**
 * A program for Node that runs inside a sandbox without network: it carries connections from the sandbox's loopback to Unix sockets that were
 * placed inside, starts the real command, and ends as that ends. Plain text, because inside there is neither our code nor a package.
 *
 * Arguments: a JSON object from port to socket path, then the command.
 */
export const BRIDGE_PROGRAM = `
const net = require("node:net");
const { spawn } = require("node:child_process");
const [ports, command, ...args] = process.argv.slice(1);
const servers = Object.entries(JSON.parse(ports)).map(([port, socket]) => new Promise((resolve, reject) => {
  const server = net.createServer((inside) => {
    const outside = net.connect(socket);
    inside.on("error", () => outside.destroy());
    outside.on("error", () => inside.destroy());
    inside.pipe(outside);
    outside.pipe(inside);
  });
  server.on("error", reject);
  server.listen(Number(port), "127.0.0.1", resolve);
}));
// The command decides what a request to end means; this program ends after it.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => {});
Promise.all(servers).then(() => {
  const child = spawn(command, args, { stdio: "inherit" });
  child.on("error", (error) => { console.error(command + ": " + error.message); process.exit(127); });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (require("node:os").constants.signals[signal] ?? 0)));
}, (error) => { console.error(error.message); process.exit(126); });
`;
