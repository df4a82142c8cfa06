import { toPawlError } from "../../kernel/errors.ts";
import type { Delivery } from "./inbox.ts";
import { RENEW_MS, renewLeases } from "./leases.ts";
import { perform } from "./perform.ts";
import type { AppParts } from "./parts.ts";

/** How many deliveries one process works on at a time: they only read from GitHub. */
const DELIVERIES_AT_ONCE = 24;
/** How many writes to GitHub it makes at a time: secondary rate limits count those. */
const JOBS_AT_ONCE = 6;
/** How often to look for what other processes left, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

export interface Workers {
  wake(): void;
  /** Resolves when nothing is open that is due now. For tests and an orderly end. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Works off the inbox and the outbox, with a look at the store every second for what other processes left or what has become due. */
export function startWorkers(
  parts: AppParts,
  worker: string,
  onDelivery: (delivery: Delivery) => Promise<void>,
): Workers {
  const busy = new Set<Promise<void>>();
  let deliveries = 0;
  let jobs = 0;
  let stopped = false;
  let asked = false;

  const track = (work: Promise<void>): void => {
    busy.add(work);
    void work.finally(() => {
      busy.delete(work);
      soon();
    });
  };

  /** Looks for work once per turn of the event loop, however many ask for it. */
  const soon = (): void => {
    if (asked) return;
    asked = true;
    setImmediate(() => {
      asked = false;
      pump();
    });
  };

  const pump = (): void => {
    if (stopped) return;
    try {
      const found = deliveries < DELIVERIES_AT_ONCE ? parts.inbox.claim(DELIVERIES_AT_ONCE - deliveries) : [];
      for (const delivery of found) {
        deliveries += 1;
        track(workOff(delivery).finally(() => (deliveries -= 1)));
      }
      while (jobs < JOBS_AT_ONCE) {
        const job = parts.outbox.claim();
        if (job === undefined) break;
        jobs += 1;
        track(
          perform(parts, job)
            .catch((thrown: unknown) => parts.log.error(`${job.key}: ${toPawlError(thrown).message}`))
            .finally(() => (jobs -= 1)),
        );
      }
    } catch (thrown) {
      parts.log.error(`The app's database can't be read: ${toPawlError(thrown).message}`);
    }
  };

  const workOff = async (delivery: Delivery): Promise<void> => {
    try {
      await onDelivery(delivery);
    } catch (thrown) {
      const error = toPawlError(thrown, "app.internal");
      parts.log.warning(`Delivery ${delivery.id} (${delivery.event}): ${error.message}`);
      parts.inbox.retry(delivery, error.message, error.retryAfterMs);
    }
  };

  const timer = setInterval(pump, LOOK_EVERY_MS);
  const renewal = setInterval(() => {
    if (busy.size > 0) renewLeases(parts.db, worker, parts.clock.now());
  }, RENEW_MS);
  pump();
  return {
    wake: soon,
    async settle() {
      for (;;) {
        pump();
        if (busy.size > 0) await Promise.race(busy);
        // What is due may be held by another process at this moment.
        else if ((parts.outbox.nextAt() ?? Infinity) <= parts.clock.now() || parts.inbox.due()) await turn();
        else return;
      }
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearInterval(renewal);
      await Promise.allSettled(busy);
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
