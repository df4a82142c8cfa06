import type { TreeId } from "../../ports/workspace.ts";
import { gitText, type GitPlace } from "./git-command.ts";

const AUTHOR = ["-c", "user.name=pawl", "-c", "user.email=pawl@localhost"];

/**
 * A commit of a tree, for git commands that take nothing less. It is on no branch; `prune` takes it away.
 *
 * @throws PawlError `workspace.git_failed` when there is no such tree
 */
export async function commitOf(objects: GitPlace, tree: TreeId, parents: readonly string[] = []): Promise<string> {
  return await gitText(objects, [
    ...AUTHOR,
    "commit-tree",
    ...parents.flatMap((parent) => ["-p", parent]),
    "-m",
    "pawl",
    tree,
  ]);
}
