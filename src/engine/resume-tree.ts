import type { TreeId, Workspace } from "../ports/workspace.ts";
import { pathsToReset } from "./reset.ts";
import type { RunState, StepState } from "./state.ts";

/**
 * What the workspace goes on from when the run is resumed: the input of the first step that runs again, with the changes of steps that
 * are held though they ended later. Undefined when the run's tree stays as it is.
 */
export async function treeToResumeFrom(
  state: RunState,
  from: string | undefined,
  workspace: Workspace,
): Promise<TreeId | undefined> {
  const again = pathsToReset(state, from);
  let first: StepState | undefined;
  for (const path of again) {
    const step = state.steps.get(path);
    if (step?.inputTree === undefined || step.startedSeq === 0) continue;
    if (first === undefined || step.startedSeq < first.startedSeq) first = step;
  }
  if (first?.inputTree === undefined) return undefined;
  let tree = first.inputTree;
  const held = [...state.steps.values()]
    .filter((step) => step.phase === "ended" && !again.has(step.path) && step.endedSeq > (first?.startedSeq ?? 0))
    .toSorted((a, b) => a.endedSeq - b.endedSeq);
  for (const { inputTree, tree: written } of held) {
    if (inputTree === undefined || written === undefined || inputTree === written) continue;
    const merged = await workspace.merge(inputTree, written, tree);
    if ("tree" in merged) tree = merged.tree;
  }
  return tree;
}
