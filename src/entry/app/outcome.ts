import type { JsonObject } from "../../kernel/json.ts";
import type { Decision } from "../../github/trigger.ts";
import type { Delivery } from "./inbox.ts";
import type { AppParts } from "./parts.ts";

/** What came of a delivery; `record` writes it and is called in the transaction that ends the delivery. */
export interface Outcome {
  readonly summary: string;
  record(): void;
}

/** A decision about which something is written: an answer, a reaction, a line of the audit log. */
export type Asked = Exclude<Decision, { kind: "ignore" } | { kind: "gone" }>;

/** 👀 and the label taken off, soon. */
export function take(parts: AppParts, decision: Asked, delivery: Delivery): void {
  const label = decision.kind === "run" || decision.kind === "refuse" ? decision.label : undefined;
  parts.outbox.put({
    key: `take:${delivery.id}`,
    kind: "take",
    data: {
      place: decision.place as unknown as JsonObject,
      refused: decision.kind === "refuse",
      ...(label === undefined ? {} : { label }),
    },
  });
}

export function answerLater(parts: AppParts, decision: Asked, markdown: string): void {
  parts.outbox.put({
    key: `answer:${decision.meaning}`,
    kind: "answer",
    data: { place: decision.place as unknown as JsonObject, meaning: decision.meaning, markdown },
  });
}

export function audit(
  parts: AppParts,
  decision: Asked,
  delivery: Delivery,
  act: string,
  allowed: boolean,
  reason: string,
  runId?: string,
): void {
  const { issue, repository } = decision.place;
  parts.audit.write({
    actor: decision.sender.login,
    actorId: decision.sender.id,
    act,
    repository: repository.fullName,
    ...(issue === undefined ? {} : { issue }),
    ...(runId === undefined ? {} : { runId }),
    allowed,
    reason,
    delivery: delivery.id,
  });
}
