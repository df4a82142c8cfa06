import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientEnvironment, containerLine } from "../../../src/adapters/sandbox/container.ts";
import type { ProgramLine } from "../../../src/adapters/sandbox/machine.ts";
import { createSandbox } from "../../../src/adapters/sandbox/process.ts";
import { securityProfile } from "../../../src/kernel/security-profiles.ts";
import type { Command } from "../../../src/ports/sandbox.ts";
import { quiet, stage as openStage } from "./stage.ts";

const IMAGE = "localhost/pawl-test:empty";
const root = mkdtempSync(path.join(tmpdir(), "pawl-container-test-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A PATH without bubblewrap, as on a machine where it can't be had: docker and podman are all there is. */
const programs = path.join(root, "programs");
mkdirSync(programs);
for (const name of ["podman", "docker"]) {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
  if (found === "") continue;
  // Podman raises this limit to its own default unless told otherwise, which a machine that is a guest itself may not allow.
  const line = `[ "$1" = run ] && shift && exec ${found} run --ulimit nproc=4096:4096 "$@"\nexec ${found} "$@"`;
  writeFileSync(path.join(programs, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
}

/** An image of the directories of a root and the libraries Node needs: programs come from this machine's /usr. */
function makeImage(): boolean {
  const skeleton = path.join(root, "skeleton");
  for (const directory of ["usr", "etc", "proc", "sys", "dev", "tmp", "run", "var", path.join("root")])
    mkdirSync(path.join(skeleton, directory), { recursive: true });
  for (const link of ["bin", "lib", "lib64", "sbin"]) symlinkSync(`usr/${link}`, path.join(skeleton, link));
  for (const [library] of execFileSync("sh", ["-c", `ldd ${process.execPath}`], { encoding: "utf8" }).matchAll(
    /(?<=\s)\/\S+/g,
  )) {
    const copy = path.join(skeleton, library.startsWith("/usr/") ? library : `/usr${library}`);
    mkdirSync(path.dirname(copy), { recursive: true });
    writeFileSync(copy, readFileSync(library), { mode: 0o755 });
  }
  execFileSync("tar", ["-C", skeleton, "-cf", path.join(root, "image.tar"), "."]);
  for (const program of ["docker", "podman"].map((name) => path.join(programs, name)).filter(existsSync)) {
    if (spawnSync(program, ["import", path.join(root, "image.tar"), IMAGE]).status !== 0) continue;
    const line = ["run", "--rm", "--network", "none", "--ulimit", "nofile=1024:1024", "--volume", "/usr:/usr:ro", IMAGE, "true"]; // prettier-ignore
    if (spawnSync(program, line).status === 0) return true;
  }
  return false;
}

const stage = (more: Parameters<typeof openStage>[0] = {}) =>
  openStage({ programPath: programs, image: IMAGE, ...more });
/** What the image lacks, and what this machine's tools need. */
const readable = ["/usr", path.dirname(path.dirname(process.execPath))];

describe.runIf(process.platform === "linux" && makeImage())("profiles in containers", () => {
  test("all but the one that names its only programs can be enforced", async () => {
    const sandbox = createSandbox({ log: quiet, temporaryRoot: root, programPath: programs, image: IMAGE });
    const { profiles } = await sandbox.probe();
    expect(profiles).toEqual(["minimal", "standard", "hardened", "development", "testing", "restricted"]);
    using s = stage();
    await expect(s.run("true", { profile: "paranoid" })).rejects.toMatchObject({ code: "sandbox.unavailable" });
  });

  test("writes the workspace and the step's directory, and nothing else", async () => {
    using s = stage();
    const script = `echo b > b.txt; echo c > ${s.temporary}/c; id -u; pwd; for f in /usr/x /etc/x .git/x .git/hooks/x /x; do echo x 2>/dev/null > $f && echo wrote $f; done; echo x > ${s.root}/x; true`;
    const { stdout, exitCode } = await s.run(script, { profile: "restricted", readable });
    expect([exitCode, stdout]).toEqual([0, `${process.getuid?.()}\n${s.workspace}\n`]);
    expect(existsSync(path.join(s.root, "x"))).toBe(false);
    expect(readFileSync(path.join(s.workspace, "b.txt"), "utf8")).toBe("b\n");
    expect(readFileSync(path.join(s.temporary, "c"), "utf8")).toBe("c\n");
  });

  test("sees no file of home, no other process, no credential of git, nothing of the parent's environment", async () => {
    using s = stage();
    const canary = `canary-${"x".repeat(8)}`;
    writeFileSync(path.join(s.root, "secret"), canary);
    execFileSync("git", [
      "-C",
      s.workspace,
      "config",
      "http.https://github.com/.extraheader",
      `AUTHORIZATION: ${canary}`,
    ]);
    mkdirSync(path.join(s.workspace, ".git/pawl"));
    writeFileSync(path.join(s.workspace, ".git/pawl/journal"), canary);
    process.env["PAWL_TEST_CANARY"] = canary;
    try {
      const script = `cat .git/config ${s.root}/secret .git/pawl/* /proc/*/environ ~/.* 2>/dev/null | tr '\\0' '\\n'; ls /proc | grep -c '^[0-9]'; echo "$DECLARED"`;
      const env = { DECLARED: "a 'b'\nc" };
      const { stdout } = await s.run(script, { profile: "standard", readable, env });
      expect(stdout).not.toContain(canary);
      expect(stdout).toMatch(/\n[1-5]\na 'b'\nc\n$/);
    } finally {
      delete process.env["PAWL_TEST_CANARY"];
    }
  });

  test("has its own exit code, reads its input, keeps its grace, and leaves no container behind", async () => {
    using s = stage();
    const more = { profile: "restricted", readable } as const;
    expect((await s.run("exit 9", more)).exitCode).toBe(9);
    expect((await s.run("cat", { ...more, stdin: "given" })).stdout).toBe("given");
    const stop = new AbortController();
    const stopped = await s.run("trap 'echo cleaned; exit 3' TERM; echo ready; sleep 60 & wait", {
      ...more,
      signal: stop.signal,
      onOutput: (_, text) => text.startsWith("ready") && stop.abort(),
      graceMs: 10_000,
    });
    expect(stopped).toMatchObject({ ended: "cancelled", exitCode: 3, stdout: "ready\ncleaned\n" });
    const killed = await s.run("trap '' TERM; echo ready; while :; do sleep 1; done", {
      ...more,
      timeoutMs: 1_500,
      graceMs: 100,
    });
    expect(killed.ended).toBe("timeout");
    expect(
      execFileSync(path.join(programs, "podman"), ["ps", "--all", "--format", "{{.Names}}"], { encoding: "utf8" }),
    ).not.toMatch(/^pawl-(?!network)/m);
  });

  test("memory is bounded, and the result says which limit it was", async () => {
    using s = stage();
    const { violations } = await s.run("node -e 'const a = []; for (;;) a.push(Buffer.alloc(1 << 24, 1))'", {
      profile: "minimal",
      readable,
      env: { PATH: `${path.dirname(process.execPath)}:/usr/bin` },
    });
    expect(violations.join()).toContain("memory");
  });

  describe("the network", () => {
    const server = createServer((_, response) => response.end("reached"));
    let port = 0;
    beforeAll(async () => {
      await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
      ({ port } = server.address() as AddressInfo);
    });
    afterAll(() => void server.close());
    const env = { PATH: `${path.dirname(process.execPath)}:/usr/bin` };
    const fetching = (url: string): string =>
      `NO_PROXY= no_proxy= node --use-env-proxy -e 'fetch("${url}").then((r) => r.text()).then(console.log, () => console.log("refused"))'`;

    test("is none where the profile says so, and the egress proxy where it names hosts", async () => {
      using s = stage({ allowedHosts: [`127.0.0.1:${port}`] });
      const url = `http://127.0.0.1:${port}/`;
      expect((await s.run(fetching(url), { profile: "restricted", readable, env })).stdout).toBe("refused\n");
      expect((await s.run(fetching(url), { profile: "standard", readable, env })).stdout).toBe("reached\n");
      const refused = await s.run(
        `${fetching("http://attacker.example/")}; (echo > /dev/tcp/127.0.0.1/${port}) 2>/dev/null || echo closed`,
        { profile: "standard", readable, env },
      );
      expect(refused.violations).toEqual([
        "network: attacker.example:80 is not among the hosts the profile standard allows",
      ]);
      expect(refused.stdout).toMatch(/closed\n$/);
    });
  });
});

describe("the line a container is started with", () => {
  const workspace = path.join(root, "work");
  mkdirSync(path.join(workspace, ".github"), { recursive: true });
  const command: Command = { argv: ["npm", "test"], cwd: workspace, env: {}, writable: [], outputLimit: 1 };
  const line = (
    name: string,
    env: Readonly<Record<string, string>> = {},
    kind: "docker" | "podman" = "docker",
  ): ProgramLine => {
    const profile = securityProfile(name);
    if (profile === undefined) throw new Error(name);
    return containerLine({ kind, program: kind, image: "image:1" }, "pawl-1", profile, command, env, {
      workspace,
      gitConfig: undefined,
      empty: root,
      network: "none",
    });
  };

  test("takes everything a profile doesn't give", () => {
    const text = line("hardened").join(" ");
    for (const part of [
      "docker run --name pawl-1 --pull never",
      "--read-only --cap-drop ALL --security-opt no-new-privileges",
      "--network none ",
      "--memory 2048m --memory-swap 2048m --pids-limit 256",
      "--ulimit cpu=900:900",
      "--tmpfs /tmp:rw,exec,nosuid,nodev,mode=1777,size=1073741824",
      `--mount type=bind,source=${workspace},target=${workspace} `,
      `--mount type=bind,source=${workspace}/.github,target=${workspace}/.github,readonly`,
      "image:1 npm test",
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/--privileged|--cap-add|--device|docker\.sock|--pid |--ipc host/);
    expect(line("minimal").join(" ")).toContain(`target=${workspace},readonly`);
  });

  test("shows no value of the environment but of what the engine's own client goes by", () => {
    const env = { TOKEN: "canary", PATH: "/image/bin", DOCKER_HOST: "tcp://attacker" };
    expect(line("restricted", env).join(" ")).not.toContain("canary");
    expect(line("restricted", env)).toEqual(expect.arrayContaining(["TOKEN", "PATH=/image/bin"]));
    const client = clientEnvironment(
      { PATH: "/usr/bin", DOCKER_HOST: "unix:///run/engine.sock", ANTHROPIC_API_KEY: "key" },
      env,
    );
    expect(client).toEqual({ TOKEN: "canary", PATH: "/usr/bin", DOCKER_HOST: "unix:///run/engine.sock" });
  });
});
