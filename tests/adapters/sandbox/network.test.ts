import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandbox } from "../../../src/adapters/sandbox/process.ts";
import { descendants, signalProcess } from "../../../src/adapters/sandbox/process-tree.ts";
import { quiet, stage } from "./stage.ts";

const { profiles } = await createSandbox({ log: quiet, temporaryRoot: "/tmp" }).probe();

/** The bridges this process has started: programs of its own that no command may see. */
function bridges(): readonly number[] {
  return descendants(process.pid).flatMap(({ pid }) =>
    commandLine(pid).includes("ready\\n") && !commandLine(pid).startsWith("bwrap") ? [pid] : [],
  );
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

/** Fetches through the way out and prints what came back. */
const fetching = (url: string): string =>
  `NO_PROXY= no_proxy= node --use-env-proxy -e 'fetch("${url}").then((r) => r.text()).then(console.log, () => console.log("refused"))'`;

describe.runIf(profiles.includes("standard"))("the way out of a sandbox", () => {
  const hits: string[] = [];
  const hanging: (() => void)[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.write("reached");
    if (request.url === "/slow") hanging.push(() => response.end());
    else response.end();
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test("is nothing a command can see but a port: neither its process, nor its descriptors, nor its sockets", async () => {
    using s = stage();
    const { stdout } = await s.run(
      [
        "sort -u /proc/[0-9]*/comm | tr '\\n' ' '; echo",
        "ls -l /proc/[0-9]*/fd | grep -c 'egress\\|/run/pawl' || true",
        "ls /run",
        "find / -xdev -type s 2>/dev/null | grep -v '^/proc' || true",
        "grep -v '@\\|Path' /proc/net/unix | wc -l",
      ].join("; "),
      { profile: "standard" },
    );
    const [programs, descriptors, ...rest] = stdout.trim().split("\n");
    expect(programs?.trim().split(" ")).not.toContain("node");
    expect(descriptors).toBe("0");
    expect(rest.filter((line) => line !== "0")).toEqual([]);
  });

  test("is kept for the next command, which is told its own refusals only", async () => {
    using s = stage();
    const first = await s.run(fetching("http://one.example/"), { profile: "standard" });
    const before = bridges();
    const second = await s.run(fetching("http://two.example/"), { profile: "standard" });
    expect(bridges()).toEqual(before);
    expect(first.violations).toEqual(["network: one.example:80 is not among the hosts the profile standard allows"]);
    expect(second.violations).toEqual(["network: two.example:80 is not among the hosts the profile standard allows"]);
  });

  test("a connection ends with the command that opened it", async () => {
    using s = stage({ allowedHosts: [`127.0.0.1:${port}`] });
    const ended = new Promise<void>((resolve) => server.once("request", (request) => request.once("close", resolve)));
    const script = `NO_PROXY= no_proxy= node --use-env-proxy -e 'fetch("http://127.0.0.1:${port}/slow").then(() => process.exit(0))'`;
    expect((await s.run(script, { profile: "standard" })).exitCode).toBe(0);
    await ended;
    expect((await s.run(fetching(`http://127.0.0.1:${port}/next`), { profile: "standard" })).stdout).toBe("reached\n");
  });

  test("commands at the same time have loopbacks of their own", async () => {
    using s = stage();
    const listening = path.join(s.temporary, "listening");
    const asked = path.join(s.temporary, "asked");
    const [serving, asking] = await Promise.all([
      s.run(
        `node -e 'const s = require("net").createServer((c) => { console.log("reached"); c.end(); }).listen(4711, "127.0.0.1", () => require("fs").writeFileSync("${listening}", ""))' & until [ -e ${asked} ]; do sleep 0.02; done`,
        { profile: "standard" },
      ),
      s.run(
        `until [ -e ${listening} ]; do sleep 0.02; done; (echo hello > /dev/tcp/127.0.0.1/4711) 2>/dev/null && echo open || echo closed; touch ${asked}`,
        { profile: "standard" },
      ),
    ]);
    expect(asking.stdout).toBe("closed\n");
    expect(serving.stdout).toBe("");
  });

  test("a bridge that was ended is replaced", async () => {
    using s = stage({ allowedHosts: [`127.0.0.1:${port}`] });
    await s.run("true", { profile: "standard" });
    const before = bridges();
    expect(before.length).toBeGreaterThan(0);
    for (const pid of before) signalProcess(pid, "SIGKILL");
    while (bridges().some((pid) => before.includes(pid))) await new Promise((resolve) => setImmediate(resolve));
    expect((await s.run(fetching(`http://127.0.0.1:${port}/again`), { profile: "standard" })).stdout).toBe("reached\n");
  });

  test("works below a directory whose name is longer than a socket's may be", async () => {
    using outer = stage();
    const temporaryRoot = path.join(outer.root, "d".repeat(120));
    mkdirSync(temporaryRoot);
    using s = stage({ temporaryRoot, allowedHosts: [`127.0.0.1:${port}`] });
    expect((await s.run(fetching(`http://127.0.0.1:${port}/deep`), { profile: "standard" })).stdout).toBe("reached\n");
  });

  test("ends with the process that opened it, and leaves nothing behind", async () => {
    using s = stage();
    const program = path.join(s.root, "once.mts");
    const sandbox = path.resolve(import.meta.dirname, "../../../src/adapters/sandbox/process.ts");
    writeFileSync(
      program,
      `import { createSandbox } from ${JSON.stringify(sandbox)};
       const log = { info() {}, warning() {}, error() {}, debug() {} };
       const sandbox = createSandbox({ log, temporaryRoot: ${JSON.stringify(s.temporary)} });
       const { exitCode } = await sandbox.run({ argv: ["true"], cwd: ${JSON.stringify(s.workspace)}, env: {}, writable: [], outputLimit: 100, profile: "standard" });
       console.log(exitCode, process.pid);`,
    );
    const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.on("data", (chunk) => (printed += String(chunk)));
    await once(child, "close");
    expect(printed).toBe(`0 ${child.pid}\n`);
    expect(readdirSync(s.temporary)).toEqual([]);
    while (orphans().length > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(existsSync(s.temporary)).toBe(true);

    function orphans(): readonly string[] {
      return execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })
        .split("\n")
        .filter((line) => line.includes(`${s.temporary}/network-`));
    }
  });
});
