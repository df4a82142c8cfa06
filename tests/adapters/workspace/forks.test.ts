import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { contentsOf, createRepository, makeExecutable, runGit, type TestRepository } from "./repository.ts";

const made: TestRepository[] = [];
const repositoryWith = (files?: Readonly<Record<string, string>>): TestRepository => {
  const repository = createRepository(files);
  made.push(repository);
  return repository;
};
afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

describe("steps beside each other", () => {
  test("work in trees of their own, whose changes are merged", async () => {
    const repository = repositoryWith({ "a.txt": "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "b.txt": "b\n" });
    const workspace = await repository.open();
    const base = await workspace.snapshot();
    const change = async (
      name: string,
      edit: (root: string, write: (file: string, text: string) => void) => void,
    ): Promise<string> => {
      await using fork = await workspace.fork(name, base);
      edit(fork.root, (file, text) => writeFileSync(path.join(fork.root, file), text));
      expect(repository.read("a.txt")).toBe("1\n2\n3\n4\n5\n6\n7\n8\n9\n");
      return await fork.snapshot();
    };
    const one = await change("each/0", (_, write) => write("a.txt", "ONE\n2\n3\n4\n5\n6\n7\n8\n9\n"));
    const two = await change("each/1", (root, write) => {
      write("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\nNINE\n");
      write("new.sh", "#!/bin/sh\n");
      makeExecutable(path.join(root, "new.sh"));
    });
    const merged = await workspace.merge(base, two, one);
    if (!("tree" in merged)) throw new Error("the changes don't touch each other");
    await workspace.restore(merged.tree);
    expect(repository.read("a.txt")).toBe("ONE\n2\n3\n4\n5\n6\n7\n8\nNINE\n");
    expect(lstatSync(path.join(repository.root, "new.sh")).mode & 0o111).not.toBe(0);
    expect(repository.git("status", "--porcelain", "--branch")).toMatch(/^## main\n/);
  });

  test("that change the same lines are a conflict that shows both sides", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", "gone.txt": "here\n" });
    const workspace = await repository.open();
    const base = await workspace.snapshot();
    repository.write("a.txt", "ours\n");
    repository.write("gone.txt", "changed\n");
    const ours = await workspace.snapshot();
    await workspace.restore(base);
    repository.write("a.txt", "theirs\n");
    repository.git("rm", "-q", "-f", "gone.txt");
    const theirs = await workspace.snapshot();
    const merged = await workspace.merge(base, theirs, ours);
    expect(merged).toEqual({
      conflicts: [
        { path: "a.txt", ours: "ours\n", theirs: "theirs\n" },
        { path: "gone.txt", ours: "changed\n", theirs: "(the file is not there)" },
      ],
    });
  });

  test("merge to the other side when one changed nothing", async () => {
    const repository = repositoryWith();
    const workspace = await repository.open();
    const base = await workspace.snapshot();
    repository.write("a.txt", "two\n");
    const changed = await workspace.snapshot();
    expect(await workspace.merge(base, base, changed)).toEqual({ tree: changed });
    expect(await workspace.merge(base, changed, base)).toEqual({ tree: changed });
    expect(await workspace.merge(base, changed, changed)).toEqual({ tree: changed });
  });

  test("see ignored files of the workspace, and leave it those they made", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", ".gitignore": "node_modules/\nout/\n" });
    repository.write("node_modules/lib/index.js", "lib\n");
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    {
      await using fork = await workspace.fork("build", tree);
      expect(readFileSync(path.join(fork.root, "node_modules/lib/index.js"), "utf8")).toBe("lib\n");
      expect(fork.readFile("node_modules/lib/index.js")).toBe("lib\n");
      expect(fork.linked).toEqual([path.join(repository.root, "node_modules")]);
      mkdirSync(path.join(fork.root, "out"));
      writeFileSync(path.join(fork.root, "out/built.js"), "built\n");
      expect(await fork.snapshot()).toBe(tree);
      expect(existsSync(path.join(repository.root, "out"))).toBe(false);
    }
    expect(repository.read("out/built.js")).toBe("built\n");
    expect(repository.read("node_modules/lib/index.js")).toBe("lib\n");
  });

  test("replace an ignored folder of the workspace when they put their own in its place", async () => {
    const repository = repositoryWith({ "a.txt": "one\n", ".gitignore": "node_modules\n" });
    repository.write("node_modules/old.js", "old\n");
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    {
      await using fork = await workspace.fork("install", tree);
      rmSync(path.join(fork.root, "node_modules"));
      mkdirSync(path.join(fork.root, "node_modules"));
      writeFileSync(path.join(fork.root, "node_modules/new.js"), "new\n");
    }
    expect(Object.keys(contentsOf(repository.root))).toEqual([".gitignore", "a.txt", "node_modules/new.js"]);
  });

  test("can use git, whose commits and branches stay in the fork", async () => {
    const repository = repositoryWith({ "a.txt": "one\n" });
    const head = repository.git("rev-parse", "HEAD");
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    await using fork = await workspace.fork("git", tree);
    expect(runGit(fork.root, ["rev-parse", "HEAD"])).toBe(head);
    expect(runGit(fork.root, ["status", "--porcelain"])).toBe("");
    expect(runGit(fork.root, ["log", "--format=%s"])).toBe("first");
    runGit(fork.root, ["commit", "-q", "--allow-empty", "-m", "in the fork"]);
    runGit(fork.root, ["branch", "made-in-fork"]);
    expect(repository.git("rev-parse", "HEAD")).toBe(head);
    expect(repository.git("branch", "--list")).toBe("* main");
    expect(await fork.snapshot()).toBe(tree);
  });

  test("leave nothing behind", async () => {
    const repository = repositoryWith();
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    const before = contentsOf(repository.root);
    const fork = await workspace.fork("x", tree);
    await fork[Symbol.asyncDispose]();
    expect(existsSync(fork.root)).toBe(false);
    expect(contentsOf(repository.root)).toEqual(before);
  });

  test("fork again from a fork", async () => {
    const repository = repositoryWith({ "a.txt": "one\n" });
    const workspace = await repository.open();
    const tree = await workspace.snapshot();
    await using outer = await workspace.fork("outer", tree);
    await using inner = await outer.fork("inner", tree);
    writeFileSync(path.join(inner.root, "a.txt"), "inner\n");
    const changed = await inner.snapshot();
    await outer.restore(changed);
    expect(readFileSync(path.join(outer.root, "a.txt"), "utf8")).toBe("inner\n");
    expect(repository.read("a.txt")).toBe("one\n");
  });
});
