import { execFileSync, spawn } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { zstdCompress } from "node:zlib";
import tar from "tar-stream";
import { afterEach, describe, expect, test } from "vitest";
import type { PawlError } from "../../../src/kernel/errors.ts";
import type { Workspace } from "../../../src/ports/workspace.ts";
import { contentsOf, createRepository, link, makeExecutable, type TestRepository } from "./repository.ts";

const made: TestRepository[] = [];
const repositoryWith = (files?: Readonly<Record<string, string>>): TestRepository => {
  const repository = createRepository(files);
  made.push(repository);
  return repository;
};
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

const FILES = { "a.txt": "one\n", "b.txt": "two\n", "c/d.txt": "three\n" };

/** A change of all kinds, made in one clone, and a second clone with `files` to apply it to. */
async function changed(files: Readonly<Record<string, string>> = FILES) {
  const repository = repositoryWith(FILES);
  const workspace = await repository.open();
  const from = await workspace.snapshot();
  repository.write("a.txt", "changed\n");
  repository.write("new/file.txt", "new\n");
  repository.write("bin", new Uint8Array([0, 1, 255]));
  link("a.txt", path.join(repository.root, "link"));
  rmSync(path.join(repository.root, "b.txt"));
  rmSync(path.join(repository.root, "c"), { recursive: true });
  repository.write("c", "now a file\n");
  makeExecutable(path.join(repository.root, "a.txt"));
  const to = await workspace.snapshot();
  const change = await workspace.exportChange(from, to);
  const target = repositoryWith(files);
  const other: Workspace = await target.open();
  return { repository, change, to, target, other, onto: await other.snapshot() };
}

describe("an exported change", () => {
  test("gives the same tree on another machine, work tree untouched until it is restored", async () => {
    const { repository, change, to, target, other, onto } = await changed();
    expect(await other.importChange(change, onto)).toBe(to);
    expect(contentsOf(target.root)).not.toEqual(contentsOf(repository.root));
    await other.restore(to);
    expect(contentsOf(target.root)).toEqual(contentsOf(repository.root));
  });

  test("applies beside other files", async () => {
    const { change, target, other, onto } = await changed({ ...FILES, "unrelated.md": "u\n" });
    const tree = await other.importChange(change, onto);
    await other.restore(tree!);
    expect(target.read("a.txt")).toBe("changed\n");
    expect(target.read("unrelated.md")).toBe("u\n");
  });

  test("applies a second time without a difference", async () => {
    const { change, to, other, onto } = await changed();
    await other.importChange(change, onto);
    expect(await other.importChange(change, to)).toBe(to);
  });

  test.each([
    ["a changed file has other content", { ...FILES, "a.txt": "other\n" }],
    ["a removed file has other content", { ...FILES, "b.txt": "other\n" }],
    ["a new file's place is taken", { ...FILES, "new/file.txt": "other\n" }],
    ["a changed file is missing", { "b.txt": "two\n", "c/d.txt": "three\n" }],
  ])("does not apply where %s", async (_, files) => {
    const { change, other, onto } = await changed(files);
    expect(await other.importChange(change, onto)).toBeUndefined();
  });

  test("that is damaged is a named error, wherever", async () => {
    const { change, other, onto } = await changed();
    for (const at of [0, 5, 20, 60, change.length - 30]) {
      const damaged = change.slice();
      damaged[at]! ^= 0x55;
      await expect(other.importChange(damaged, onto)).rejects.toMatchObject({ code: "workspace.bad_change" });
    }
    await expect(other.importChange(change.subarray(0, change.length - 20), onto)).rejects.toMatchObject({
      code: "workspace.bad_change",
    });
    await expect(other.importChange(new Uint8Array(), onto)).rejects.toMatchObject({ code: "workspace.bad_change" });
  });

  test.each(["../outside", "/etc/x", ".git/config", "a/.GIT/hooks/x", "a//b", ""])(
    "that names %j is refused",
    async (file) => {
      const { other, onto } = await changed();
      const entry = {
        path: file,
        oldMode: "000000",
        newMode: "100644",
        oldBlob: "0".repeat(40),
        newBlob: "1".repeat(40),
      };
      const list = JSON.stringify([entry]);
      const forged = new Uint8Array(Buffer.from(`pawl-change 1\n${Buffer.byteLength(list)}\n${list}`));
      await expect(other.importChange(forged, onto)).rejects.toMatchObject({ code: "workspace.bad_change" });
    },
  );
});

describe("paths outside git", () => {
  const IGNORING = { "a.txt": "one\n", ".gitignore": "node_modules/\ncache\n" };

  test("travel with links and modes, and replace what is there", async () => {
    const repository = repositoryWith(IGNORING);
    repository.write("node_modules/x/cli.js", "#!/usr/bin/env node\n");
    repository.write("node_modules/x/empty", "");
    makeExecutable(path.join(repository.root, "node_modules/x/cli.js"));
    mkdirSync(path.join(repository.root, "node_modules/.bin"));
    link("../x/cli.js", path.join(repository.root, "node_modules/.bin/x"));
    repository.write("cache", "a single file\n");
    const workspace = await repository.open();
    const packed = await workspace.packPaths(["node_modules", "cache", "absent"]);
    const other = repositoryWith(IGNORING);
    other.write("node_modules/stale.js", "stale\n");
    const there = await other.open();
    await there.unpackPaths(packed!, ["node_modules", "cache", "absent"]);
    expect(contentsOf(other.root)).toEqual(contentsOf(repository.root));
  });

  test("that are not there are nothing", async () => {
    const workspace = await repositoryWith(IGNORING).open();
    expect(await workspace.packPaths(["node_modules"])).toBeUndefined();
  });

  test("leave out links that lead out, sockets and pipes", async () => {
    const repository = repositoryWith(IGNORING);
    repository.write("node_modules/ok.js", "ok\n");
    link("/etc/passwd", path.join(repository.root, "node_modules/absolute"));
    link("../../../etc/passwd", path.join(repository.root, "node_modules/up"));
    execFileSync("mkfifo", [path.join(repository.root, "node_modules/pipe")]);
    const packed = await (await repository.open()).packPaths(["node_modules"]);
    const other = repositoryWith(IGNORING);
    await (await other.open()).unpackPaths(packed!, ["node_modules"]);
    expect(readdirSync(path.join(other.root, "node_modules"))).toEqual(["ok.js"]);
  });

  test("that another process cuts short meanwhile are a named error or whole, and end no process", async () => {
    const repository = repositoryWith(IGNORING);
    repository.write("cache", "x".repeat(4_000_000));
    const workspace = await repository.open();
    const file = JSON.stringify(path.join(repository.root, "cache"));
    const cutting = `const { truncateSync } = require("fs"); for (;;) { truncateSync(${file}, 4e6); truncateSync(${file}, 9); }`;
    const cutter = spawn(process.execPath, ["-e", cutting], { stdio: "ignore" });
    const ended: unknown[] = [];
    // Until it happened once in the middle of reading: which of the two comes first is chance.
    while (!ended.includes("workspace.changed_meanwhile") && ended.length < 2_000) {
      ended.push(
        await workspace.packPaths(["cache"]).then(
          () => "whole",
          (error: unknown) => (error as PawlError).code,
        ),
      );
    }
    cutter.kill("SIGKILL");
    expect(new Set(ended)).toEqual(new Set([...ended.filter((end) => end === "whole"), "workspace.changed_meanwhile"]));
  });

  test.each(["..", "/etc", "a/../../b", ".git", ".git/hooks", "."])("can't be %s", async (name) => {
    const workspace = await repositoryWith(IGNORING).open();
    await expect(workspace.packPaths([name])).rejects.toMatchObject({ code: "file.outside" });
    await expect(workspace.unpackPaths(new Uint8Array(), [name])).rejects.toMatchObject({ code: "file.outside" });
  });

  test("that are links out of the workspace are refused", async () => {
    const repository = repositoryWith(IGNORING);
    symlinkSync("/etc", path.join(repository.root, "node_modules"));
    await expect((await repository.open()).packPaths(["node_modules"])).rejects.toMatchObject({ code: "file.outside" });
  });

  test.each<[string, (pack: tar.Pack) => void, string]>([
    ["a path that leads out", (pack) => pack.entry({ name: "cache/../../../evil" }, "x"), "archive.refused"],
    ["an absolute path", (pack) => pack.entry({ name: "/tmp/evil" }, "x"), "archive.refused"],
    ["a path that was not asked for", (pack) => pack.entry({ name: "a.txt" }, "x"), "archive.refused"],
    [
      "the repository's own folder",
      (pack) => pack.entry({ name: "cache/.git/hooks/pre-push" }, "x"),
      "archive.refused",
    ],
    [
      "a link out, then a file through it",
      (pack) => {
        pack.entry({ name: "cache/a", type: "symlink", linkname: "/" });
        pack.entry({ name: "cache/a/tmp/pwned" }, "x");
      },
      "archive.refused",
    ],
    [
      "a link inside, then a file through it",
      (pack) => {
        pack.entry({ name: "cache/a", type: "symlink", linkname: "../.git" });
        pack.entry({ name: "cache/a/pwned" }, "x");
      },
      "archive",
    ],
    ["a hard link", (pack) => pack.entry({ name: "cache/x", type: "link", linkname: "a.txt" }), "archive.refused"],
    ["a device", (pack) => pack.entry({ name: "cache/x", type: "block-device" }), "archive.refused"],
    ["a direction mark in a name", (pack) => pack.entry({ name: "cache/a\u202etxt" }, "x"), "archive.refused"],
    [
      "a thousand times its size",
      (pack) => pack.entry({ name: "cache/bomb" }, Buffer.alloc(50_000_000)),
      "archive.refused",
    ],
  ])("are refused whole when the archive holds %s", async (_, add, code) => {
    const repository = repositoryWith(IGNORING);
    repository.write("cache", "kept\n");
    const workspace = await repository.open();
    await workspace.snapshot();
    const before = contentsOf(repository.root);
    await expect(workspace.unpackPaths(await packed(add), ["cache"])).rejects.toThrow(
      expect.objectContaining({ code: expect.stringContaining(code) as string }) as Error,
    );
    expect(contentsOf(repository.root)).toEqual(before);
    expect(existsSync(path.join(repository.root, ".git/pwned"))).toBe(false);
    expect(readdirSync(path.join(repository.root, ".git")).filter((name) => name.startsWith(".pawl-unpack"))).toEqual(
      [],
    );
    expect(lstatSync(repository.root).isDirectory()).toBe(true);
  });

  test("are refused when the bytes are damaged", async () => {
    const repository = repositoryWith(IGNORING);
    repository.write("cache", "x".repeat(5_000));
    const workspace = await repository.open();
    const archive = await workspace.packPaths(["cache"]);
    await expect(workspace.unpackPaths(archive!.subarray(0, archive!.length >> 1), ["cache"])).rejects.toMatchObject({
      code: "archive.corrupt",
    });
    await expect(workspace.unpackPaths(new Uint8Array([1, 2, 3]), ["cache"])).rejects.toMatchObject({
      code: "archive.corrupt",
    });
  });
});

async function packed(add: (pack: tar.Pack) => void): Promise<Uint8Array> {
  const pack = tar.pack();
  add(pack);
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return await promisify(zstdCompress)(Buffer.concat(chunks));
}
