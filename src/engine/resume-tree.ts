import type { TreeId, Workspace } from "../ports/workspace.ts";
import { pathsToReset } from "./reset.ts";
import type { RunState, StepState } from "./state.ts";

/**
 * What the workspace goes on from when the run is resumed: its last tree without what the steps that run again had changed. Where such a
 * change can't be taken out without harm to what a held step wrote later, it stays: held work is never lost. Undefined when the run's
 * tree stays as it is.
 */
export async function treeToResumeFrom(
  state: RunState,
  from: string | undefined,
  workspace: Workspace,
): Promise<TreeId | undefined> {
  const again = pathsToReset(state, from);
  const undone = [...again].flatMap((path) => state.steps.get(path) ?? []).filter((step) => step.startedSeq > 0);
  const [first] = undone.toSorted((a, b) => a.startedSeq - b.startedSeq);
  if (first?.inputTree === undefined || state.tree === undefined) return undefined;
  const isHeldAfter = (step: StepState): boolean =>
    !again.has(step.path) && step.changes.some(({ seq }) => seq > first.startedSeq);
  if (![...state.steps.values()].some(isHeldAfter)) return first.inputTree;
  let tree = state.tree;
  for (const { from: before, to: after } of undone.flatMap((step) => step.changes).toSorted((a, b) => b.seq - a.seq)) {
    const merged = await workspace.merge(after, before, tree);
    if ("tree" in merged) tree = merged.tree;
  }
  return tree;
}
