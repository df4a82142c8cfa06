import { PawlError, type ErrorKind } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { CircuitBreakerPolicy } from "../language/model.ts";
import type { Clock } from "../ports/clock.ts";
import type { RunStore } from "../ports/run-store.ts";
import type { NewEvent } from "./events.ts";

interface BreakerFact {
  readonly failures: number;
  /** Milliseconds since the epoch; 0 while the breaker is closed. */
  readonly openUntil: number;
}

/** Errors that say something about the dependency; the others are about us. */
const COUNTED: ReadonlySet<ErrorKind> = new Set(["transient", "permanent"]);
/** Attempts at a compare-and-set before the count is left as it is: others are counting the same outage. */
const TRIES = 5;

/**
 * Circuit breakers (R5) live in the run store's facts, so that an outage one run found spares the next one. While one is open its steps
 * fail at once; when its time has passed the next step tries, and closes it or opens it anew.
 */
export interface Breakers {
  /** @throws PawlError `breaker.open` (transient, with the time to wait) */
  check(policy: CircuitBreakerPolicy | undefined): Promise<void>;
  /** Counts what became of a step; the events to journal. */
  note(policy: CircuitBreakerPolicy | undefined, error: PawlError | undefined): Promise<readonly NewEvent[]>;
}

export function createBreakers(store: Pick<RunStore, "getFact" | "setFact">, clock: Clock): Breakers {
  const key = (name: string): string => `breaker/${name}`;
  return {
    async check(policy) {
      if (policy === undefined) return;
      const { openUntil } = read((await store.getFact(key(policy.name)))?.value);
      const leftMs = openUntil - clock.now();
      if (leftMs > 0) throw open(policy, leftMs);
    },
    async note(policy, error) {
      if (policy === undefined || error?.code === "breaker.open") return [];
      if (error !== undefined && !COUNTED.has(error.kind)) return [];
      for (let tries = 0; tries < TRIES; tries++) {
        const stored = await store.getFact(key(policy.name));
        const before = read(stored?.value);
        if (error === undefined && before.failures === 0) return [];
        const failures = error === undefined ? 0 : before.failures + 1;
        const opens = failures >= policy.failures;
        const openUntil = opens ? clock.now() + policy.resetMs : 0;
        if (!(await store.setFact(key(policy.name), { failures, openUntil }, stored?.version ?? 0))) continue;
        if (opens) return [opened(policy.name, openUntil, failures)];
        return before.openUntil > 0 ? [{ type: "breaker.closed", data: { name: policy.name } }] : [];
      }
      return [];
    },
  };
}

function read(value: JsonObject | undefined): BreakerFact {
  const number = (member: unknown): number => (typeof member === "number" ? member : 0);
  return { failures: number(value?.["failures"]), openUntil: number(value?.["openUntil"]) };
}

function opened(name: string, until: number, failures: number): NewEvent {
  return { type: "breaker.opened", data: { name, until: new Date(until).toISOString(), failures } };
}

function open(policy: CircuitBreakerPolicy, leftMs: number): PawlError {
  return new PawlError({
    code: "breaker.open",
    kind: "transient",
    message: `The circuit breaker ${policy.name} is open: what it guards failed ${policy.failures} times in a row.`,
    remedy: `It is tried again in ${Math.ceil(leftMs / 1000)} s; resume the run then.`,
    retryAfterMs: leftMs,
  });
}
