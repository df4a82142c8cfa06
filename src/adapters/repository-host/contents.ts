import { PawlError } from "../../kernel/errors.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { CommitFacts, TreeEntry } from "../../ports/repository-host.ts";
import { type Part, REPO, orUndefined, segments } from "./calls.ts";
import type { UserJson } from "./facts.ts";
import type { Send } from "./request.ts";

interface CommitJson {
  readonly sha: string;
  readonly message: string;
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
}

/** Files, trees, commits and branches. */
export function contents(
  call: Send,
): Part<
  | "file"
  | "directory"
  | "branch"
  | "commit"
  | "tree"
  | "blob"
  | "createBlob"
  | "createTree"
  | "createCommit"
  | "createBranch"
  | "ref"
  | "refs"
  | "createRef"
  | "deleteRef"
  | "updateBranch"
  | "compare"
  | "lastAuthors"
> {
  const at = (ref: string | undefined): { ref?: string } => (ref === undefined ? {} : { ref });
  const readRef = async (name: string): Promise<string | undefined> => {
    const found = await orUndefined(
      call<{ object: { sha: string } }>(`GET ${REPO}/git/ref/{+ref}`, { ref: segments(name) }),
    );
    return found?.object.sha;
  };
  const makeRef = async (name: string, sha: string): Promise<void> => {
    await call(`POST ${REPO}/git/refs`, { ref: `refs/${name}`, sha });
  };
  return {
    async file(path, ref) {
      const found = await orUndefined(
        call<{ type?: string; content?: string; encoding?: string; sha: string } | readonly unknown[]>(
          `GET ${REPO}/contents/{+path}`,
          { path: segments(path), ...at(ref) },
        ),
      );
      if (found === undefined || !("sha" in found) || found.type !== "file" || found.encoding !== "base64") {
        return undefined;
      }
      return { text: Buffer.from(found.content ?? "", "base64").toString("utf8"), sha: found.sha };
    },
    async directory(path, ref) {
      const found = await orUndefined(
        call<readonly { name: string }[] | JsonObject>(`GET ${REPO}/contents/{+path}`, {
          path: segments(path),
          ...at(ref),
        }),
      );
      return Array.isArray(found) ? found.map((entry: { name: string }) => entry.name) : [];
    },
    branch: (name) => readRef(`heads/${name}`),
    ref: readRef,
    async refs(prefix) {
      // All of them at once: this route has no pages.
      const found = await call<readonly { ref: string }[]>(`GET ${REPO}/git/matching-refs/{+ref}`, {
        ref: segments(prefix),
      });
      return found.map(({ ref }) => ref.replace(/^refs\//, ""));
    },
    createRef: makeRef,
    async deleteRef(name) {
      await orUndefined(call(`DELETE ${REPO}/git/refs/{+ref}`, { ref: segments(name) }));
    },
    async commit(sha) {
      const found = await orUndefined(call<CommitJson>(`GET ${REPO}/git/commits/{sha}`, { sha }));
      return found === undefined ? undefined : commitOf(found);
    },
    async tree(sha) {
      const found = await call<{ tree: readonly TreeEntry[]; truncated: boolean }>(`GET ${REPO}/git/trees/{sha}`, {
        sha,
        recursive: "1",
      });
      if (found.truncated) {
        throw new PawlError({
          code: "github.truncated",
          kind: "permanent",
          message: `GitHub lists only part of tree ${sha}: the repository is too large for its tree API`,
          remedy: "Publish with git and a token instead.",
        });
      }
      return found.tree;
    },
    async blob(sha) {
      const found = await call<{ content: string; encoding: string }>(`GET ${REPO}/git/blobs/{sha}`, { sha });
      return Buffer.from(found.content, found.encoding === "base64" ? "base64" : "utf8");
    },
    async createBlob(content) {
      const made = await call<{ sha: string }>(`POST ${REPO}/git/blobs`, {
        content: Buffer.from(content).toString("base64"),
        encoding: "base64",
      });
      return made.sha;
    },
    async createTree(base, entries) {
      const made = await call<{ sha: string }>(`POST ${REPO}/git/trees`, {
        base_tree: base,
        tree: entries.map((entry) => ({ ...entry, type: "blob" })),
      });
      return made.sha;
    },
    async createCommit(commit) {
      const made = await call<{ sha: string }>(`POST ${REPO}/git/commits`, {
        message: commit.message,
        tree: commit.tree,
        parents: [...commit.parents],
      });
      return made.sha;
    },
    createBranch: (name, sha) => makeRef(`heads/${name}`, sha),
    async updateBranch(name, sha) {
      try {
        await call(`PATCH ${REPO}/git/refs/{+ref}`, { ref: `heads/${segments(name)}`, sha, force: false });
      } catch (thrown) {
        // GitHub answers 422 "Update is not a fast forward" where others answer 409.
        if (thrown instanceof PawlError && thrown.code === "github.invalid" && /fast.?forward/i.test(thrown.message)) {
          throw new PawlError({
            code: "github.conflict",
            kind: "permanent",
            message: `Branch ${name} holds commits that ${sha.slice(0, 12)} doesn't`,
            remedy: "Look at what was pushed there, then run the step again.",
            cause: thrown,
          });
        }
        throw thrown;
      }
    },
    async compare(base, head) {
      const found = await call<{
        status: "ahead" | "behind" | "diverged" | "identical";
        merge_base_commit: { sha: string };
        files?: readonly { filename: string; previous_filename?: string }[];
      }>(`GET ${REPO}/compare/{+basehead}`, { basehead: `${segments(base)}...${segments(head)}`, per_page: 1 });
      const files = (found.files ?? []).flatMap((file) =>
        file.previous_filename === undefined ? [file.filename] : [file.filename, file.previous_filename],
      );
      return { status: found.status, mergeBase: found.merge_base_commit.sha, files };
    },
    async lastAuthors(path, ref, limit) {
      const found = await call<readonly { author: UserJson | null }[]>(`GET ${REPO}/commits`, {
        path,
        sha: ref,
        per_page: limit,
      });
      return found.flatMap(({ author }) => (author === null || author.type === "Bot" ? [] : [author.login]));
    },
  };
}

function commitOf(json: CommitJson): CommitFacts {
  return { sha: json.sha, tree: json.tree.sha, parents: json.parents.map(({ sha }) => sha), message: json.message };
}
