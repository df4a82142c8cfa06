import { diffWorkflows, renderDiff } from "../../../language/diff.ts";
import { EXIT } from "../exit.ts";
import { openWorkflows } from "../open.ts";
import type { Session } from "../session.ts";

/** `pawl diff a b`: what changed between two workflows, and what that does to those who call them. */
export async function diffCommand(session: Session, before: string, after: string): Promise<number> {
  const { workflows } = await openWorkflows(session);
  const changes = diffWorkflows(await workflows.load(before), await workflows.load(after));
  if (session.options.json === true) session.terminal.json({ changes });
  else session.terminal.out(renderDiff(changes));
  return EXIT.ok;
}
