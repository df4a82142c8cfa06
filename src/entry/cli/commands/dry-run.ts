import type { JsonObject } from "../../../kernel/json.ts";
import { EXIT } from "../exit.ts";
import type { NamedCheck } from "../findings.ts";
import type { Session } from "../session.ts";
import { planJson, planText } from "./plan.ts";

/** `pawl run --dry-run`: the inputs as they were understood and the plan; nothing is run, nothing is written. */
export function dryRun(session: Session, check: NamedCheck, inputs: JsonObject): number {
  const plan = check.checked?.validation.plan;
  if (plan === undefined) return EXIT.invalid;
  if (session.options.json === true) session.terminal.json({ dry_run: true, inputs, ...planJson(plan) });
  else {
    session.terminal.out(`${planText(plan, session)}\n`);
    if (Object.keys(inputs).length > 0) session.terminal.out(`inputs ${JSON.stringify(inputs, null, 2)}`);
    session.terminal.out(session.terminal.tone("dim", "Nothing was run."));
  }
  return EXIT.ok;
}
