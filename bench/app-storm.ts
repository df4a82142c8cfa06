import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { FIX_YML, PAWL_YML } from "../tests/entry/app/stage.ts";
import { setStage, writeFiles } from "../tests/github/stage.ts";
import { startApp } from "../tests/peers/app.ts";
import { startOidcIssuer } from "../tests/peers/oidc.ts";
import type { BenchRow } from "./report.ts";

const MEANINGS = 100;
/** All deliveries; those that mean nothing are people's ordinary comments. */
const DELIVERIES = 10_000;
/** How many are on their way at a time. */
const AT_ONCE = 20;
const KILL_EVERY_MS = 3_000;
const LIMIT_MS = 240_000;

interface Sent {
  readonly id: string;
  readonly body: string;
}

/**
 * Comments that each start a run, a tenth of them delivered twice and a tenth out of order, into an app that is killed every few seconds:
 * how many runs were dispatched that should not have been, and how many that should have been were not. A delivery that found nobody is sent
 * again under its own id, as GitHub's redelivery does.
 */
export async function measure(): Promise<BenchRow[]> {
  const scratch = await mkdtemp(path.join(tmpdir(), "pawl-storm-"));
  await writeFiles(scratch, {
    ".github/workflows/pawl.yml": PAWL_YML,
    ".github/pawl/fix.yml": FIX_YML,
    ".github/pawl.yml": `quota: { per_actor: ${MEANINGS * 2}, per_repository: ${MEANINGS * 2} }\n`,
  });
  const stage = await setStage({ folder: scratch });
  const dispatched: string[] = [];
  stage.github.actions.onRequested((run) => dispatched.push((run.payload["inputs"] as { issue: string }).issue));
  const oidc = await startOidcIssuer();
  const app = await startApp({ github: stage.github, oidc });
  let kills = 0;
  const over = new AbortController();
  try {
    const all = await deliveries(stage);
    // GitHub's own deliveries of what the app writes would only add to the noise.
    stage.github.sendWebhooksTo(null);
    const killer = (async () => {
      for (;;) {
        await wait(KILL_EVERY_MS, undefined, { signal: over.signal }).catch(() => undefined);
        if (over.signal.aborted) return;
        await app.crash();
        kills += 1;
        await app.start();
        stage.github.sendWebhooksTo(null);
      }
    })();
    const begin = performance.now();
    const left = [...all];
    const sender = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        await deliver(one, `${app.url}/api/github/webhooks`, stage.github.app.webhookSecret);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    while (new Set(dispatched).size < MEANINGS && performance.now() - begin < LIMIT_MS) await wait(200);
    const seconds = (performance.now() - begin) / 1_000;
    over.abort();
    await killer;
    const distinct = new Set(dispatched).size;
    return [
      {
        name: `runs lost of ${MEANINGS} in ${all.length} deliveries, app killed ${kills} times`,
        value: MEANINGS - distinct,
        unit: "runs",
        aim: "0",
      },
      { name: "runs dispatched twice", value: dispatched.length - distinct, unit: "runs", aim: "0" },
      { name: "time to dispatch all", value: seconds, unit: "s" },
    ];
  } finally {
    over.abort();
    await app.close();
    await oidc.close();
    await stage[Symbol.asyncDispose]();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function deliveries(stage: Awaited<ReturnType<typeof setStage>>): Promise<readonly Sent[]> {
  const at = `/repos/${stage.github.fullName}`;
  const repository = await stage.github.as("wanda", "GET", at);
  const sender = await stage.github.as("wanda", "GET", "/user");
  const sent: Sent[] = [];
  const every = Math.floor((DELIVERIES * 10) / 11 / MEANINGS);
  let number = 0;
  for (let n = 0; n < MEANINGS * every; n++) {
    const asks = n % every === 0;
    if (asks) number = await stage.issue(`Broken ${n}`);
    const body = JSON.stringify({
      action: "created",
      comment: { id: 1_000_000 + n, body: asks ? "/pawl fix" : "I see it, too.", user: sender },
      issue: { number, title: "Broken", body: "It breaks", user: sender, labels: [] },
      repository,
      sender,
      installation: { id: stage.github.app.installationId },
    });
    sent.push({ id: `delivery-${n}`, body });
    // A tenth means the same under another id, and every question is among them.
    if (asks || n % 10 === 3) sent.push({ id: `delivery-${n}-again`, body });
  }
  // A tenth changes places with a later one.
  for (let n = 0; n + 7 < sent.length; n += 10) {
    const [here, later] = [sent[n], sent[n + 7]];
    if (here === undefined || later === undefined) continue;
    sent[n] = later;
    sent[n + 7] = here;
  }
  return sent;
}

/** Sends until it is taken. */
async function deliver({ id, body }: Sent, url: string, secret: string): Promise<void> {
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const headers = {
    "content-type": "application/json",
    "x-github-delivery": id,
    "x-github-event": "issue_comment",
    "x-hub-signature-256": signature,
  };
  for (;;) {
    const status = await fetch(url, { method: "POST", headers, body }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 202) return;
    await wait(100);
  }
}
