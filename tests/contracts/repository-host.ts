import { describe, expect, test } from "vitest";
import type { RepositoryHost } from "../../src/ports/repository-host.ts";

/** A repository with `README.md` on `main`, a person `wanda` who may write and `ronald` who may read, and an open issue. */
export interface HostStage {
  readonly host: RepositoryHost;
  readonly issue: () => Promise<number>;
}

/** What every repository host promises (ports/repository-host.ts). */
export function repositoryHostContract(name: string, stage: () => HostStage): void {
  const host = (): RepositoryHost => stage().host;
  const head = async (): Promise<string> => (await host().branch("main")) ?? "";

  describe(`${name}: a repository host`, () => {
    test("knows the repository and everybody's role in it", async () => {
      expect(await host().repository()).toMatchObject({
        owner: host().owner,
        name: host().repo,
        defaultBranch: "main",
      });
      expect(await host().roleOf("wanda")).toMatchObject({ role: "write", account: { login: "wanda", type: "User" } });
      expect(await host().roleOf("ronald")).toMatchObject({ role: "read" });
      expect(await host().roleOf("nobody-of-that-name")).toBeUndefined();
    });

    test("says undefined of what isn't there", async () => {
      expect(await host().issue(999_999)).toBeUndefined();
      expect(await host().comment(999_999)).toBeUndefined();
      expect(await host().pullRequest(999_999)).toBeUndefined();
      expect(await host().branch("no/such/branch")).toBeUndefined();
      expect(await host().commit("0".repeat(40))).toBeUndefined();
      expect(await host().file("no/such/file")).toBeUndefined();
      expect(await host().directory("no/such/folder")).toEqual([]);
      expect(await host().workflowRun(999_999)).toBeUndefined();
    });

    test("reads files of a commit, with slashes and odd characters in their names", async () => {
      const base = await host().commit(await head());
      const path = "docs/a b/ünï #1?.md";
      const tree = await host().createTree(base?.tree ?? "", [
        { path, mode: "100644", sha: await host().createBlob(Buffer.from("héllo\n")) },
      ]);
      const commit = await host().createCommit({ message: "Odd names", tree, parents: [base?.sha ?? ""] });
      expect(await host().file(path, commit)).toMatchObject({ text: "héllo\n" });
      expect(await host().file(path)).toBeUndefined();
      expect((await host().tree(tree)).map((entry) => entry.path)).toContain(path);
    });

    test("keeps bytes as they are", async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      expect([...(await host().blob(await host().createBlob(bytes)))]).toEqual([...bytes]);
    });

    test("moves a branch forward only", async () => {
      const first = await head();
      const base = await host().commit(first);
      const make = (message: string): Promise<string> =>
        host().createCommit({ message, tree: base?.tree ?? "", parents: [first] });
      const [left, right] = [await make("left"), await make("right")];
      const name = `contract/${freshName()}`;
      await host().createBranch(name, left);
      await expect(host().createBranch(name, right)).rejects.toMatchObject({ code: "github.invalid" });
      await expect(host().updateBranch(name, right)).rejects.toMatchObject({ code: "github.conflict" });
      expect(await host().branch(name)).toBe(left);
      expect(await host().compare(first, name)).toMatchObject({ status: "ahead", mergeBase: first });
    });

    test("writes, finds and edits comments", async () => {
      const issue = await stage().issue();
      const made = await host().createComment(issue, "one");
      await host().createComment(issue, "two");
      await host().updateComment(made.id, "uno");
      expect((await host().comments(issue)).map(({ body }) => body)).toEqual(["uno", "two"]);
      expect(await host().comment(made.id)).toMatchObject({ body: "uno", author: made.author });
    });

    test("sets labels and takes them off", async () => {
      const issue = await stage().issue();
      await host().addLabels(issue, ["pawl:x y", "bug"]);
      expect((await host().issue(issue))?.labels.toSorted()).toEqual(["bug", "pawl:x y"]);
      expect(await host().removeLabel(issue, "pawl:x y")).toBe(true);
      expect(await host().removeLabel(issue, "pawl:x y")).toBe(false);
      expect((await host().issue(issue))?.labels).toEqual(["bug"]);
    });

    test("reacts as often as it is told, and shows it once", async () => {
      const issue = await stage().issue();
      await host().react({ issue }, "eyes");
      await host().react({ issue }, "eyes");
      const comment = await host().createComment(issue, "x");
      await expect(host().react({ comment: comment.id }, "eyes")).resolves.toBeUndefined();
    });

    test("makes check runs and finds them by name", async () => {
      const sha = await head();
      const fields = {
        name: "pawl: contract",
        status: "in_progress",
        externalId: "run_c",
        title: "t",
        summary: "s",
      } as const;
      const made = await host().createCheckRun(sha, fields);
      await host().updateCheckRun(made.id, { ...fields, status: "completed", conclusion: "success" });
      expect((await host().checkRuns(sha, "pawl: contract")).map(({ id, externalId }) => [id, externalId])).toEqual([
        [made.id, "run_c"],
      ]);
    });

    test("opens a pull request once for a branch", async () => {
      const base = await host().commit(await head());
      const tree = await host().createTree(base?.tree ?? "", [
        { path: "new.txt", mode: "100644", sha: await host().createBlob(Buffer.from("x")) },
      ]);
      const branch = `contract/${freshName()}`;
      await host().createBranch(branch, await host().createCommit({ message: "m", tree, parents: [base?.sha ?? ""] }));
      const fields = { title: "t", body: "b", head: branch, base: "main", draft: true };
      const made = await host().createPullRequest(fields);
      await expect(host().createPullRequest(fields)).rejects.toMatchObject({ code: "github.invalid" });
      await host().updatePullRequest(made.number, { title: "u" });
      expect(await host().pullRequestsFrom(branch, "open")).toMatchObject([
        { number: made.number, title: "u", draft: true, headRef: branch },
      ]);
    });
  });
}

let names = 0;
function freshName(): string {
  names += 1;
  return `branch-${names}`;
}
