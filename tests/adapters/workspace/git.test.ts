import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openGitWorkspace } from "../../../src/adapters/workspace/git.ts";
import {
  contentsOf,
  createRepository,
  link,
  makeExecutable,
  plainFolder,
  runGit,
  temporaryFolder,
  type TestRepository,
} from "./repository.ts";

const made: { remove(): void }[] = [];
const keep = <T extends { remove(): void }>(thing: T): T => {
  made.push(thing);
  return thing;
};
const repositoryWith = (files?: Readonly<Record<string, string>>): TestRepository => keep(createRepository(files));

afterEach(() => {
  for (const thing of made.splice(0)) thing.remove();
});

describe("snapshots", () => {
  test("hold exactly what git itself would write", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", "src/b.js": "b\n", ".gitignore": "out/\n" });
    repository.write("src/new.js", "new\n");
    repository.write("out/ignored.txt", "x\n");
    unlinkSync(path.join(repository.root, "a.txt"));
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    repository.git("add", "-A");
    expect(tree).toBe(repository.git("write-tree"));
  });

  test("leave HEAD, branches, the index, configuration and objects of the repository as they were", async () => {
    const repository = repositoryWith();
    repository.write("staged.txt", "staged\n");
    repository.git("add", "staged.txt");
    const files = (): string => {
      const own = path.join(repository.root, ".git");
      return (
        runGit(own, ["rev-parse", "HEAD"]) +
        readFileSync(path.join(own, "index")).toString("base64") +
        readFileSync(path.join(own, "config"), "utf8") +
        repository.git("count-objects", "-v") +
        repository.git("for-each-ref")
      );
    };
    const before = files();
    const workspace = await repository.open();
    const first = await workspace.snapshot();
    repository.write("a.txt", "changed\n");
    const second = await workspace.snapshot();
    await workspace.restore(first);
    await workspace.patch(first, second);
    expect(files()).toBe(before);
    expect(repository.git("status", "--porcelain")).toBe("A  staged.txt");
  });

  test("run no hook, filter, monitor or diff program that a step has configured", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", "b.txt": "two\n" });
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    const marker = path.join(repository.root, "..", "marker");
    const program = path.join(repository.root, "..", "program");
    writeFileSync(program, `#!/bin/sh\ntouch '${marker}'\ncat\n`);
    makeExecutable(program);
    for (const hook of ["pre-commit", "post-checkout", "post-index-change", "reference-transaction"]) {
      mkdirSync(path.join(repository.root, ".git/hooks"), { recursive: true });
      writeFileSync(path.join(repository.root, ".git/hooks", hook), `#!/bin/sh\ntouch '${marker}'\n`);
      makeExecutable(path.join(repository.root, ".git/hooks", hook));
    }
    const own = path.join(repository.root, ".git/pawl/workspace");
    const configs = [path.join(repository.root, ".git/config"), ...findNamed(own, "config")];
    for (const config of configs) {
      for (const [key, value] of [
        ["core.fsmonitor", program],
        ["filter.evil.clean", program],
        ["filter.evil.smudge", program],
        ["filter.evil.required", "true"],
        ["diff.external", program],
        ["diff.evil.textconv", program],
        ["core.hooksPath", path.join(repository.root, ".git/hooks")],
      ] as const) {
        runGit(repository.root, ["config", "--file", config, key, value]);
      }
    }
    repository.write(".gitattributes", "* filter=evil diff=evil text eol=crlf ident\n");
    repository.write("a.txt", "$Id$ changed\r\n");
    const after = await workspace.snapshot();
    const patch = await workspace.patch(before, after);
    await workspace.restore(before);
    await workspace.restore(after);
    expect(existsSync(marker)).toBe(false);
    expect(repository.read("a.txt")).toBe("$Id$ changed\r\n");
    expect(patch.files.map((file) => file.path)).toEqual([".gitattributes", "a.txt"]);
  });

  test("carry links, exec bits, case-only renames and odd names there and back", async () => {
    const repository = repositoryWith({ "Readme.md": "r\n", "run.sh": "#!/bin/sh\n" });
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    const contentsBefore = contentsOf(repository.root);
    renameSync(path.join(repository.root, "Readme.md"), path.join(repository.root, "README.md"));
    makeExecutable(path.join(repository.root, "run.sh"));
    link("run.sh", path.join(repository.root, "link"));
    link("/etc/passwd", path.join(repository.root, "outside"));
    for (const name of ["-rf", "a\nb.txt", "ünï.txt", 'quote".txt', "tab\t.txt", "$(touch pwned).md", "back\\slash"])
      repository.write(name, `${name}\n`);
    repository.write("binary", new Uint8Array([0, 255, 10, 13, 0]));
    const after = await workspace.snapshot();
    const contentsAfter = contentsOf(repository.root);
    await workspace.restore(before);
    expect(contentsOf(repository.root)).toEqual(contentsBefore);
    await workspace.restore(after);
    expect(contentsOf(repository.root)).toEqual(contentsAfter);
  });

  test("throw away half-done work on restore and keep ignored files", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", ".gitignore": "cache/\n" });
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    repository.write("half/done.txt", "x\n");
    repository.write("a.txt", "half\n");
    repository.write("cache/kept.txt", "kept\n");
    await workspace.restore(tree);
    expect(existsSync(path.join(repository.root, "half"))).toBe(false);
    expect(repository.read("a.txt")).toBe("one\n");
    expect(repository.read("cache/kept.txt")).toBe("kept\n");
  });

  test("notice a change of the same size in the same instant", async () => {
    const repository = repositoryWith({ "a.txt": "one\n" });
    const workspace = await repository.open();
    const trees = new Set<string>();
    for (const text of ["two\n", "six\n", "ten\n"]) {
      repository.write("a.txt", text);
      trees.add(await workspace.snapshot());
    }
    expect(trees.size).toBe(3);
  });

  test("work in a folder that is no repository, with the state inside it", async () => {
    const folder = keep(plainFolder({ "a.txt": "one\n" }));
    const workspace = await folder.open("run_x", path.join(folder.root, ".state"));
    expect(workspace.baseCommit).toBeUndefined();
    const before = await workspace.snapshot();
    folder.write("b/c.txt", "two\n");
    const after = await workspace.snapshot();
    await workspace.restore(before);
    expect(Object.keys(contentsOf(folder.root)).filter((name) => !name.startsWith(".state"))).toEqual(["a.txt"]);
    const patch = await workspace.patch(before, after);
    expect(patch.files).toEqual([
      { path: "b/c.txt", status: "added", additions: 1, oldMode: "000000", newMode: "100644", deletions: 0 },
    ]);
    expect(existsSync(path.join(folder.root, ".git"))).toBe(false);
  });

  test.each([
    ["split", ["update-index", "--split-index"]],
    ["sparse", ["sparse-checkout", "set", "--cone", "--sparse-index", "kept"]],
    ["version 4", ["update-index", "--index-version", "4"]],
  ])("work with a repository whose index is %s, which stays as it is", async (_, command) => {
    const repository = repositoryWith({ "a.txt": "one\n", "kept/b.txt": "two\n", "left/out/c.txt": "three\n" });
    repository.git(...command);
    const index = readFileSync(path.join(repository.root, ".git/index"));
    const held = contentsOf(repository.root);
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    expect(before).toBe(repository.git("rev-parse", "HEAD^{tree}"));
    repository.write("a.txt", "half done\n");
    repository.write("kept/new.txt", "half done\n");
    await workspace.restore(before);
    expect(contentsOf(repository.root)).toEqual(held);
    expect(readFileSync(path.join(repository.root, ".git/index")).equals(index)).toBe(true);
  });

  test("hold and restore names that are no UTF-8, and refuse to carry them elsewhere under another name", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", ".gitignore": "ignored*\n" });
    const at = (...name: number[]): Buffer => Buffer.concat([Buffer.from(`${repository.root}/`), Buffer.from(name)]);
    const names = (): readonly string[] =>
      readdirSync(Buffer.from(repository.root), { encoding: "buffer" }).map((name) => name.toString("latin1"));
    writeFileSync(at(0x61, 0xff), "one\n");
    writeFileSync(Buffer.concat([at(), Buffer.from("ignored"), Buffer.from([0xff])]), "");
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    const held = names();
    rmSync(at(0x61, 0xff));
    writeFileSync(at(0x61, 0xfe), "half done\n");
    await workspace.restore(before);
    expect(names()).toEqual(held);
    writeFileSync(at(0x61, 0xfe), "two\n");
    const digest = await workspace.digestFiles(["a*"], await workspace.snapshot());
    writeFileSync(at(0x61, 0xfe), "2\n");
    const after = await workspace.snapshot();
    expect(await workspace.digestFiles(["a*"], after)).not.toBe(digest);
    await expect(workspace.exportChange(before, after)).rejects.toMatchObject({ code: "workspace.file_name" });
    await using fork = await workspace.fork("beside", after);
    expect(await fork.snapshot()).toBe(after);
  });

  test("work with a repository of SHA-256 objects, in forks too", async () => {
    const repository = keep(plainFolder({ "a.txt": "one\n" }));
    repository.git("init", "-q", "-b", "main", "--object-format=sha256");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "first");
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    expect(before).toBe(repository.git("rev-parse", "HEAD^{tree}"));
    await using fork = await workspace.fork("beside", before);
    writeFileSync(path.join(fork.root, "b.txt"), "two\n");
    expect(runGit(fork.root, ["status", "--short"])).toBe("?? b.txt");
    const after = await fork.snapshot();
    const there = await workspace.importChange(await workspace.exportChange(before, after), before);
    expect(there).toBe(after);
    await workspace.restore(after);
    expect(repository.read("b.txt")).toBe("two\n");
  });

  test("work in a repository without a commit", async () => {
    const folder = keep(plainFolder({ "a.txt": "one\n" }));
    folder.git("init", "-q");
    const workspace = await folder.open();
    expect(workspace.baseCommit).toBeUndefined();
    expect(await workspace.snapshot()).toMatch(/^[0-9a-f]{40}$/);
  });

  test("leave nested repositories as they are, with and without a commit", async () => {
    const repository = repositoryWith();
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    for (const name of ["empty repo", "full"]) {
      mkdirSync(path.join(repository.root, name));
      runGit(path.join(repository.root, name), ["init", "-q"]);
      repository.write(`${name}/file`, "x\n");
    }
    runGit(path.join(repository.root, "full"), ["add", "-A"]);
    runGit(path.join(repository.root, "full"), ["commit", "-q", "-m", "x"]);
    expect(await workspace.snapshot()).toBe(before);
    await workspace.restore(before);
    expect(repository.read("full/file")).toBe("x\n");
    expect(repository.read("empty repo/file")).toBe("x\n");
  });

  test("keep submodule pointers and do not enter submodules", async () => {
    const other = repositoryWith({ "lib.txt": "lib\n" });
    const repository = repositoryWith();
    repository.git("submodule", "add", "-q", other.root, "lib");
    repository.git("commit", "-q", "-m", "submodule");
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    expect(before).toBe(repository.git("rev-parse", "HEAD^{tree}"));
    repository.write("lib/lib.txt", "changed inside\n");
    repository.write("a.txt", "changed\n");
    await workspace.snapshot();
    await workspace.restore(before);
    expect(repository.read("lib/lib.txt")).toBe("changed inside\n");
  });

  test("keep Git LFS files as pointers when they are checked out with their content, and see a step's change of one", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 9\n`;
    const repository = repositoryWith({
      "big.bin": pointer,
      "a.txt": "one\n",
      ".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n",
    });
    // What git-lfs does on checkout: the content on disk, the pointer in the index.
    repository.git("config", "filter.lfs.clean", `printf '${pointer.replaceAll("\n", "\\n")}'`);
    repository.write("big.bin", "content!\n");
    repository.git("add", "big.bin");
    expect(repository.git("status", "--porcelain")).toBe("");
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    expect(before).toBe(repository.git("rev-parse", "HEAD^{tree}"));
    repository.write("a.txt", "two\n");
    const after = await workspace.snapshot();
    await workspace.restore(before);
    expect(repository.read("big.bin")).toBe("content!\n");
    await workspace.restore(after);
    repository.write("big.bin", "changed by a step\n");
    const changed = await workspace.snapshot();
    expect((await workspace.patch(after, changed)).files.map(({ path }) => path)).toEqual(["big.bin"]);
    expect(Buffer.from((await workspace.readAt(changed, "big.bin"))!).toString()).toBe("changed by a step\n");
  });

  test("keep a pointer that was never fetched as it is", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"b".repeat(64)}\nsize 9\n`;
    const repository = repositoryWith({ "big.bin": pointer, ".gitattributes": "*.bin filter=lfs\n" });
    const workspace = await repository.open();
    expect(await workspace.snapshot()).toBe(repository.git("rev-parse", "HEAD^{tree}"));
    expect(repository.read("big.bin")).toBe(pointer);
  });

  test("refuse a file over 100 MB by name, and work again when it is gone", async () => {
    const repository = repositoryWith();
    const workspace = await repository.open();
    const before = await workspace.snapshot();
    const big = path.join(repository.root, "dump.bin");
    writeFileSync(big, "");
    truncateSync(big, 100_000_001);
    await expect(workspace.snapshot()).rejects.toMatchObject({
      code: "workspace.file_too_large",
      message: expect.stringContaining("dump.bin (100 MB)") as string,
    });
    rmSync(big);
    expect(await workspace.snapshot()).toBe(before);
  });

  test("refuse to restore what they never held", async () => {
    const repository = repositoryWith();
    const workspace = await repository.open();
    for (const tree of ["0".repeat(40), "HEAD", "--help", ""]) {
      await expect(workspace.restore(tree)).rejects.toMatchObject({ code: "workspace.unknown_tree" });
    }
  });

  test("serve several runs on one work tree at once", async () => {
    const repository = repositoryWith();
    const workspaces = await Promise.all(["run_1", "run_2", "run_3", "run_4"].map((id) => repository.open(id)));
    repository.write("b.txt", "two\n");
    const trees = await Promise.all(workspaces.flatMap((workspace) => [workspace.snapshot(), workspace.snapshot()]));
    expect(new Set(trees).size).toBe(1);
  });

  test("read a file as it was at a tree", async () => {
    const repository = repositoryWith({ "a.txt": "one\n" });
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    repository.write("a.txt", "two\n");
    expect(Buffer.from((await workspace.readAt(tree, "a.txt"))!).toString()).toBe("one\n");
    expect(await workspace.readAt(tree, "absent.txt")).toBeUndefined();
  });
});

describe("packs", () => {
  test("bring a run's trees to another clone, byte for byte", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", "b.txt": "two\n" });
    const elsewhere = temporaryFolder();
    made.push({ remove: () => rmSync(elsewhere, { recursive: true, force: true }) });
    runGit(elsewhere, ["clone", "-q", repository.root, "clone"]);
    const workspace = await repository.open();
    repository.write("c/new.txt", "new\n");
    makeExecutable(path.join(repository.root, "a.txt"));
    const tree = await workspace.snapshot();
    const pack = await workspace.pack([tree]);
    const clone = path.join(elsewhere, "clone");
    const other = await openGitWorkspace({
      root: clone,
      stateDirectory: path.join(clone, ".git/pawl"),
      runId: "run_test",
    });
    await expect(other.restore(tree)).rejects.toMatchObject({ code: "workspace.unknown_tree" });
    await other.unpack(pack);
    await other.restore(tree);
    expect(contentsOf(clone)).toEqual(contentsOf(repository.root));
    const damaged = pack.slice();
    damaged[damaged.length >> 1]! ^= 0xff;
    await expect(other.unpack(damaged)).rejects.toMatchObject({ code: "archive.corrupt" });
    await expect(other.unpack(pack.subarray(0, 40))).rejects.toMatchObject({ code: "archive.corrupt" });
  });
});

function findNamed(directory: string, name: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name === name)
    .map((entry) => path.join(entry.parentPath, entry.name));
}
