#!/usr/bin/env node
// The `pawl` program. In a checkout it runs main.ts as it is (Node 24 strips the types); installed from a package it runs the
// compiled main.js. On an older Node it starts itself again on the `node` package beside it, as the development tools do.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const OLDEST_MAJOR = 24;
const here = path.dirname(fileURLToPath(import.meta.url));

if (Number(process.versions.node.split(".")[0]) < OLDEST_MAJOR) runOnNewerNode();
else await runHere();

async function runHere() {
  // Compiled code (and the types taken off) is kept between calls: half the start-up time.
  nodeModule.enableCompileCache();
  const source = path.join(here, "main.ts");
  const entry = existsSync(source) ? source : path.join(here, "../../../lib/entry/cli/main.js");
  const { main } = await import(pathToFileURL(entry).href);
  const code = await main(process.argv.slice(2));
  // Connections kept alive for reuse must not hold the process; what was written goes out first.
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}

function runOnNewerNode() {
  const node = newerNode();
  if (node === undefined) {
    process.stderr.write(
      `pawl needs Node ${OLDEST_MAJOR} or newer and this is ${process.version}. Install Node ${OLDEST_MAJOR}, or add it to this project: npm install --save-dev node@${OLDEST_MAJOR}\n`,
    );
    process.exit(2);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.stderr.write(`pawl: ${node} could not be started: ${error.message}\n`);
    process.exit(2);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** The binary that the `node` package of the nearest node_modules brings, if there is one. */
function newerNode() {
  try {
    const binary = path.join(
      path.dirname(nodeModule.createRequire(import.meta.url).resolve("node/package.json")),
      "bin",
      "node",
    );
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
