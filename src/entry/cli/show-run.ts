import { formatDuration } from "../../kernel/duration.ts";
import type { RunView } from "../../engine/view.ts";
import { treeRows } from "./progress/tree.ts";
import type { Session } from "./session.ts";

/** A run's view as its command prints it: one JSON object, or the tree and what came out. */
export function showRun(session: Session, view: RunView, options: { readonly tree?: boolean } = {}): void {
  const { terminal } = session;
  if (session.options.json === true) {
    terminal.json(view);
    return;
  }
  if (options.tree !== false)
    terminal.out(treeRows(view, { ...terminal, columns: Number.MAX_SAFE_INTEGER }, "…").join("\n"));
  const { cost, cache } = view;
  const tone = view.status === "completed" ? "good" : view.status === "failed" ? "bad" : "warn";
  const facts = [
    terminal.tone(tone, view.status),
    view.run_id,
    formatDuration(Math.max(0, Date.parse(view.updated_at) - Date.parse(view.created_at))),
    ...(cost.input_tokens + cost.output_tokens === 0
      ? []
      : [`$${cost.usd.toFixed(4)} (${cost.input_tokens} in, ${cost.output_tokens} out)`]),
    ...(cache.hits === 0 ? [] : [`${cache.hits} cached, saved ${formatDuration(cache.saved_ms)}`]),
  ];
  terminal.out(facts.join(" · "));
  if (Object.keys(view.outputs).length > 0) terminal.out(JSON.stringify(view.outputs, null, 2));
  if (view.error !== undefined) {
    terminal.out(
      `${terminal.tone("bad", "error")} ${view.error.message} ${terminal.tone("dim", `(${view.error.code})`)}`,
    );
    if (view.error.remedy !== undefined) terminal.out(`      ${view.error.remedy}`);
  }
  if (view.compensation !== undefined) terminal.out(undoneLine(session, view.compensation));
  if (view.parked !== undefined) terminal.out(`parked: ${view.parked.reason}`);
  const next = nextCommand(view);
  if (next !== undefined) terminal.out(terminal.tone("dim", `next: ${next}`));
}

function undoneLine({ terminal }: Session, { undone, failed }: NonNullable<RunView["compensation"]>): string {
  const parts = [
    ...(undone.length === 0 ? [] : [`undone: ${undone.join(", ")}`]),
    ...(failed.length === 0 ? [] : [terminal.tone("bad", `could not be undone: ${failed.join(", ")}`)]),
  ];
  return parts.length === 0 ? "nothing was undone yet" : parts.join(" · ");
}

/** The command that carries a run on, when there is one. */
function nextCommand(view: RunView): string | undefined {
  if (view.status === "parked") {
    const wake = view.parked?.wake;
    if (wake?.approval !== undefined) return `pawl approve ${view.run_id} && pawl resume ${view.run_id}`;
    if (wake?.budget !== undefined) return `pawl resume ${view.run_id} --budget +1`;
    return `pawl resume ${view.run_id}`;
  }
  return view.status === "failed" || view.status === "cancelled" ? `pawl resume ${view.run_id}` : undefined;
}
