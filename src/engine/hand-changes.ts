import type { Log } from "../ports/log.ts";
import type { FileChange, TreeId, Workspace } from "../ports/workspace.ts";
import { stepAt, type RunState } from "./state.ts";

/** What the workspace goes on from, and what a person had changed in it. */
export interface ResumeFiles {
  readonly tree: TreeId | undefined;
  /** Paths somebody changed after the run had ended, and that the run goes on with. */
  readonly changedByHand: readonly string[];
}

/**
 * Looks at what became of the work tree since the run left it.
 *
 * Somebody who mends a file after a step failed and resumes wants the mended file: such changes are merged into the tree the run goes on
 * from. So does somebody who was asked whether to try it again. A run that waits (for an approval, for money) goes on from its own files alone, because those are what was shown. A clean checkout
 * is nobody's change. What isn't taken over stays reachable as a tree, and the log says which.
 *
 * @param tree the input of the first step that runs again, without such changes
 */
export async function withHandChanges(
  state: RunState,
  workspace: Workspace,
  tree: TreeId | undefined,
  log: Log,
): Promise<ResumeFiles> {
  const left = state.tree;
  const own: ResumeFiles = { tree, changedByHand: [] };
  if (left === undefined || state.status === "running") return own;
  const found = await workspace.snapshot();
  if (found === left || found === state.baseTree || isOfThisRun(state, found)) return own;
  if (workspace.baseCommit !== undefined && (await workspace.patch(workspace.baseCommit, found)).files.length === 0)
    return own;
  const isEnded = state.status === "failed" || (state.status === "cancelled" && !wasCutOff(state));
  if (isEnded || waitsForAWordOnly(state)) {
    const { files } = await workspace.patch(left, found);
    const merged = await workspace.merge(left, found, tree ?? left);
    if ("tree" in merged) {
      log.info(`The run goes on with what was changed by hand since it ended: ${listed(files)}.`);
      return { tree: merged.tree, changedByHand: files.map(({ path }) => path) };
    }
  }
  log.warning(
    `The workspace was changed since run ${state.runId} left it; the run goes on from its own files. ` +
      `What was there is kept as the git tree ${found} (git checkout ${found} -- <path> brings it back).`,
  );
  return own;
}

/** Whether the files are as this very run had them earlier: it went on elsewhere since, or its process died before it had put them right. */
function isOfThisRun(state: RunState, found: TreeId): boolean {
  for (const { inputTree, tree, changes, checkpoints } of state.steps.values()) {
    if (found === inputTree || found === tree || changes.some(({ from, to }) => found === from || found === to))
      return true;
    if (checkpoints.some((one) => found === one.tree || found === one.base)) return true;
  }
  return false;
}

/** Whether the run was cancelled when its process was gone: what a step had half done is still in the files, and is nobody's change. */
function wasCutOff(state: RunState): boolean {
  return [...state.steps.values()].some(
    ({ phase, startedSeq, endedSeq }) => phase === "ready" && startedSeq > endedSeq && startedSeq < state.cancelSeq,
  );
}

/** Whether a person was asked what to do about a failure (`autonomy: ask`) and nothing waits that was shown with its files. */
function waitsForAWordOnly(state: RunState): boolean {
  const asked = state.parked?.wake.approval;
  const isShown = [...state.parkedSteps].some((path) => stepAt(state, path).parked?.wake.approval?.tree !== undefined);
  return asked !== undefined && asked.tree === undefined && !isShown;
}

function listed(files: readonly FileChange[]): string {
  const shown = files.slice(0, 5).map(({ path }) => path);
  return files.length > shown.length ? `${shown.join(", ")} and ${files.length - shown.length} more` : shown.join(", ");
}
