import { createHash } from "node:crypto";
import { mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createRepository, link, makeExecutable, temporaryFolder, type TestRepository } from "./repository.ts";

const made: { remove(): void }[] = [];
const repositoryWith = (files?: Readonly<Record<string, string>>): TestRepository => {
  const repository = createRepository(files);
  made.push(repository);
  return repository;
};
afterEach(() => {
  for (const thing of made.splice(0)) thing.remove();
});

const FILES = {
  "a.js": "a",
  "src/b.js": "b",
  "src/deep/c.test.js": "c",
  "src/.hidden.js": "h",
  "package.json": "{}",
  "node_modules/x/package.json": "{}",
};

describe("globs", () => {
  test.each([
    [["**/*.js"], ["a.js", "src/.hidden.js", "src/b.js", "src/deep/c.test.js"]],
    [
      ["src/**", "!**/*.test.js"],
      ["src/.hidden.js", "src/b.js"],
    ],
    [["src"], ["src/.hidden.js", "src/b.js", "src/deep/c.test.js"]],
    [["src/"], ["src/.hidden.js", "src/b.js", "src/deep/c.test.js"]],
    [["./a.js", "absent.txt"], ["a.js"]],
    [["**/package.json"], ["package.json"]],
    [["node_modules/**/package.json"], ["node_modules/x/package.json"]],
    [
      ["{a,b}.js", "src/[bc].js"],
      ["a.js", "src/b.js"],
    ],
    [[".git/**", "**/config"], []],
    [[], []],
  ])("%j finds %j", async (patterns, expected) => {
    const workspace = await repositoryWith(FILES).open();
    expect(workspace.glob(patterns)).toEqual(expected);
  });

  test("leave out links that lead out of the workspace and don't enter linked folders", async () => {
    const repository = repositoryWith({ "in.txt": "in", "folder/x.txt": "x" });
    const elsewhere = temporaryFolder();
    made.push({ remove: () => rmSync(elsewhere, { recursive: true, force: true }) });
    writeFileSync(path.join(elsewhere, "secret.txt"), "s");
    link("in.txt", path.join(repository.root, "inside.txt"));
    link(path.join(elsewhere, "secret.txt"), path.join(repository.root, "outside.txt"));
    link("/proc/self/environ", path.join(repository.root, "environ.txt"));
    link(elsewhere, path.join(repository.root, "outfolder"));
    link(".", path.join(repository.root, "loop"));
    const workspace = await repository.open();
    expect(workspace.glob(["**/*.txt"])).toEqual(["folder/x.txt", "in.txt", "inside.txt"]);
  });

  test.each(["/etc/*", "../*", "src/../../x"])("refuse the pattern %s", async (pattern) => {
    const workspace = await repositoryWith().open();
    expect(() => workspace.glob([pattern])).toThrow(expect.objectContaining({ code: "file.outside" }) as Error);
  });
});

describe("reading a file", () => {
  test("gives its text and its bytes", async () => {
    const repository = repositoryWith({ "a.txt": "grün\n" });
    repository.write("b.bin", new Uint8Array([0, 255]));
    const workspace = await repository.open();
    expect(workspace.readFile("a.txt")).toBe("grün\n");
    expect([...workspace.readBytes("b.bin")]).toEqual([0, 255]);
  });

  test.each(["../a", "/etc/passwd", "out.txt", "folder-out/passwd", ".git/config", ".GIT/config", "config-link"])(
    "refuses %s, which lies outside",
    async (file) => {
      const repository = repositoryWith();
      link("/etc/passwd", path.join(repository.root, "out.txt"));
      link("/etc", path.join(repository.root, "folder-out"));
      link(".git/config", path.join(repository.root, "config-link"));
      const workspace = await repository.open();
      const refused = expect.objectContaining({ code: "file.outside" }) as Error;
      expect(() => workspace.readFile(file)).toThrow(refused);
      expect(() => workspace.readBytes(file)).toThrow(refused);
      expect(() => workspace.resolve(file)).toThrow(refused);
    },
  );

  test("says when there is none, when it is a folder, and when it is too large", async () => {
    const repository = repositoryWith();
    mkdirSync(path.join(repository.root, "folder"));
    writeFileSync(path.join(repository.root, "big"), "");
    truncateSync(path.join(repository.root, "big"), 10 * 1024 * 1024 + 1);
    const workspace = await repository.open();
    expect(() => workspace.readFile("absent")).toThrow(expect.objectContaining({ code: "file.not_found" }) as Error);
    expect(() => workspace.readFile("folder")).toThrow(expect.objectContaining({ code: "file.not_found" }) as Error);
    expect(() => workspace.readFile("big")).toThrow(expect.objectContaining({ code: "file.too_large" }) as Error);
  });
});

describe("hashes", () => {
  test("of files are GitHub's: SHA-256 over the SHA-256 of each", async () => {
    const workspace = await repositoryWith({ "a.txt": "one", "b.txt": "two" }).open();
    const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
    const expected = createHash("sha256").update(digest("one")).update(digest("two")).digest("hex");
    expect(workspace.hashFiles(["*.txt"])).toBe(expected);
    expect(workspace.hashFiles(["*.absent"])).toBe("");
  });

  test("for cache keys change with name, content and mode, of ignored files too, and with nothing else", async () => {
    const repository = repositoryWith({ "a.txt": "one", "b.txt": "two", ".gitignore": "out/\n" });
    const workspace = await repository.open();
    const seen: string[] = [];
    const look = async (): Promise<string> => {
      const digest = await workspace.digestFiles(["*.txt", "out/**"], await workspace.snapshot());
      seen.push(digest);
      return digest;
    };
    const first = await look();
    repository.write("unrelated.md", "x");
    expect(await look()).toBe(first);
    seen.pop();
    repository.write("a.txt", "changed");
    await look();
    makeExecutable(path.join(repository.root, "b.txt"));
    await look();
    repository.git("mv", "b.txt", "c.txt");
    await look();
    repository.write("out/ignored.txt", "i");
    await look();
    repository.write("out/ignored.txt", "j");
    await look();
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("for cache keys are the same whether a file comes from the snapshot of one clone or another", async () => {
    const [one, two] = [repositoryWith({ "a.txt": "one" }), repositoryWith({ "a.txt": "one", "other.md": "x" })];
    const [first, second] = [await one.open(), await two.open()];
    expect(await first.digestFiles(["*.txt"], await first.snapshot())).toBe(
      await second.digestFiles(["*.txt"], await second.snapshot()),
    );
  });
});
