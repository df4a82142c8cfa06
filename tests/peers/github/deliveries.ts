import { createHmac, randomUUID } from "node:crypto";
import type { AppRow, EmulateInside, InstallationRow } from "./emulate.ts";

/** One webhook as it was sent to the app. */
export interface Delivery {
  /** The GUID of `X-GitHub-Delivery`; the same on a redelivery. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly redelivery: boolean;
  /** What the receiver answered; undefined when it could not be reached in time. */
  readonly status: number | undefined;
  readonly deliveredAt: string;
}

export type EventListener = (event: string, payload: Readonly<Record<string, unknown>>) => void;

export interface Deliveries {
  readonly log: readonly Delivery[];
  /** Emits any event as GitHub would: to the apps installed on the repository that subscribe to it. */
  readonly emit: (event: string, payload: Readonly<Record<string, unknown>>, fullName: string) => Promise<void>;
  /** Sends a delivery again, with its GUID. */
  readonly redeliver: (guid: string) => Promise<void>;
  /** Where the apps listen from now on; null for nowhere. */
  readonly sendTo: (url: string | null) => void;
  readonly onEvent: (listener: EventListener) => void;
  /** Resolves when everything emitted so far was answered. */
  readonly settle: () => Promise<void>;
}

/**
 * Webhooks as GitHub sends them, in place of emulate's: a GUID per delivery, the hook headers, the `installation`, a log and redelivery.
 *
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers
 * https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks
 */
export function createDeliveries(inside: EmulateInside): Deliveries {
  const log: Delivery[] = [];
  const listeners: EventListener[] = [];
  let queue: Promise<void> = Promise.resolve();

  const enqueue = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work, work);
    return queue;
  };

  const send = async (
    app: AppRow,
    body: Readonly<Record<string, unknown>>,
    event: string,
    guid: string,
  ): Promise<void> => {
    const action = typeof body["action"] === "string" ? body["action"] : undefined;
    const redelivery = log.some((delivery) => delivery.guid === guid);
    const status = app.webhook_url === null ? undefined : await post(app, app.webhook_url, body, event, guid);
    log.push({ guid, event, action, payload: body, redelivery, status, deliveredAt: new Date().toISOString() });
  };

  const emit: Deliveries["emit"] = (event, payload, fullName) => {
    for (const listener of listeners) listener(event, payload);
    // The text is taken now: emulate's objects may change before their turn comes.
    const frozen = structuredClone(payload);
    return enqueue(async () => {
      for (const { app, installation } of subscribers(inside, fullName, event)) {
        const body = { ...frozen, installation: { id: installation.installation_id, node_id: nodeId(installation) } };
        await send(app, body, event, randomUUID());
      }
    });
  };

  return {
    log,
    emit,
    redeliver: (guid) =>
      enqueue(async () => {
        const delivery = log.find((entry) => entry.guid === guid);
        const app = inside.store.apps.all().find((candidate) => candidate.webhook_url !== null);
        if (delivery === undefined || app === undefined) throw new Error(`no delivery ${guid} to send again`);
        await send(app, delivery.payload, delivery.event, guid);
      }),
    sendTo: (url) => {
      for (const app of inside.store.apps.all()) {
        if (app.webhook_secret !== null) inside.store.apps.update(app.id, { webhook_url: url });
      }
    },
    onEvent: (listener) => {
      listeners.push(listener);
    },
    settle: async () => {
      let seen: Promise<void> | undefined;
      while (seen !== queue) {
        seen = queue;
        await seen;
      }
    },
  };
}

async function post(
  app: AppRow,
  url: string,
  payload: unknown,
  event: string,
  guid: string,
): Promise<number | undefined> {
  const body = JSON.stringify(payload);
  const signature = createHmac("sha256", app.webhook_secret ?? "")
    .update(body)
    .digest("hex");
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "GitHub-Hookshot/pawl-tests",
        "x-github-event": event,
        "x-github-delivery": guid,
        "x-github-hook-id": String(app.app_id),
        "x-github-hook-installation-target-id": String(app.app_id),
        "x-github-hook-installation-target-type": "integration",
        "x-hub-signature-256": `sha256=${signature}`,
      },
      body,
      // GitHub gives up after ten seconds: https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks
      signal: AbortSignal.timeout(10_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

function subscribers(
  inside: EmulateInside,
  fullName: string,
  event: string,
): { readonly app: AppRow; readonly installation: InstallationRow }[] {
  const repo = inside.store.repos.findOneBy("full_name", fullName);
  if (repo === undefined) return [];
  return inside.store.appInstallations
    .all()
    .filter((installation) => {
      if (installation.account_id !== repo.owner_id || installation.account_type !== repo.owner_type) return false;
      if (installation.suspended_at !== null) return false;
      return installation.repository_selection === "all" || installation.repository_ids.includes(repo.id);
    })
    .flatMap((installation) => {
      const app = inside.store.apps.all().find((candidate) => candidate.app_id === installation.app_id);
      const wanted = app !== undefined && (app.events.includes(event) || app.events.includes("*"));
      return wanted ? [{ app, installation }] : [];
    });
}

function nodeId(installation: InstallationRow): string {
  return Buffer.from(`0:Installation${installation.installation_id}`).toString("base64").replace(/=+$/, "");
}
