import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { JsonObject } from "../kernel/json.ts";

const run = promisify(execFile);

/** The `repo` context of a run that nothing on GitHub started, read from the clone. Absent facts are empty text, so that a workflow can test for them. */
export async function localContexts(workspace: string): Promise<JsonObject> {
  const git = async (...argv: string[]): Promise<string> => {
    try {
      return (await run("git", ["-C", workspace, ...argv], { encoding: "utf8" })).stdout.trim();
    } catch {
      return "";
    }
  };
  const [remote, head, branch] = await Promise.all([
    git("config", "--get", "remote.origin.url"),
    git("rev-parse", "HEAD"),
    git("symbolic-ref", "--short", "refs/remotes/origin/HEAD"),
  ]);
  const [, owner = "", name = ""] = /[/:]([^/:]+)\/([^/]+?)(?:\.git)?\/?$/.exec(remote) ?? [];
  return {
    repo: {
      owner,
      name,
      full_name: owner === "" ? "" : `${owner}/${name}`,
      default_branch: branch.replace(/^origin\//, ""),
      head_sha: head,
      url: remote.replace(/\/\/[^@/]+@/, "//"),
    },
  };
}
