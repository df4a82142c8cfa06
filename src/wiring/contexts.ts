import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { JsonObject } from "../kernel/json.ts";
import type { Workflow } from "../language/model.ts";
import type { Workspace } from "../ports/workspace.ts";

const run = promisify(execFile);

/**
 * The `project` context (languages, test command, …) of a workflow that speaks of it; reading a whole repository is not worth it for one
 * that doesn't.
 */
export async function projectContext(workflow: Workflow, workspace: () => Promise<Workspace>): Promise<JsonObject> {
  if (!/\bproject\b/.test(JSON.stringify([workflow.steps, workflow.variables, workflow.outputs]))) return {};
  const { analyzeWorkspace } = await import("../integrations/codebase-analyzer/plugin.ts");
  return { project: await analyzeWorkspace(await workspace()) };
}

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
