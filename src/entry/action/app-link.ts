import type { JournalEvent } from "../../engine/events.ts";
import type { RunView } from "../../engine/view.ts";
import type { Log } from "../../ports/log.ts";
import type { Job } from "./job.ts";
import { throttle } from "./throttle.ts";

/** The app asks for one report a second at most; the last state always arrives. */
const INTERVAL_MS = 1_000;
const ATTEMPTS = 4;
/** GitHub's identity tokens live for five minutes (docs.github.com, "OpenID Connect reference"). */
const TOKEN_MS = 4 * 60_000;

/** Keeps the app told how a run stands, under this job's own identity. */
export interface AppLink {
  event(event: JournalEvent): void;
  /** Sends the last state and waits until the app has it, or has been asked often enough. */
  finish(): Promise<void>;
}

interface Answer {
  readonly ok: boolean;
  readonly status?: number;
  readonly reason: string;
  readonly stop?: string;
}

/** Reports to `<app_url>/api/runs/<run>/events`. A failure to report is one warning: the app also finds the run by itself. */
export function createAppLink(options: {
  readonly appUrl: string;
  readonly runId: string;
  readonly job: Job;
  readonly log: Log;
  /** This job's identity for an audience; the job needs `permissions: id-token: write`. */
  readonly identityToken: (audience: string) => Promise<string>;
  readonly view: () => RunView;
  /** The app wants the run to stop: somebody cancelled it, or another job holds it. */
  readonly stop: (reason: string) => void;
}): AppLink {
  const { appUrl, job, log, runId } = options;
  const address = `${appUrl.replace(/\/$/, "")}/api/runs/${encodeURIComponent(runId)}/events`;
  let waiting: JournalEvent[] = [];
  let token: { readonly value: string; readonly until: number } | undefined;
  let warned = false;

  const send = async (): Promise<void> => {
    const events = waiting;
    waiting = [];
    const body = JSON.stringify({ view: options.view(), events, workflow_run: job.workflowRun });
    try {
      await post(body);
    } catch (error) {
      waiting = [...events, ...waiting];
      throw error;
    }
  };
  const reports = throttle(INTERVAL_MS, send, (error) => {
    if (warned) return;
    warned = true;
    log.warning(
      `The Pawl app at ${appUrl} can't be told how this run stands: ${error instanceof Error ? error.message : String(error)}. The run goes on; the app catches up from its archive.`,
    );
  });
  return {
    event(event) {
      waiting.push(event);
      reports.changed();
    },
    async finish() {
      reports.changed();
      await reports.finish();
    },
  };

  async function post(body: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const answer = await attemptPost(body);
      if (answer.stop !== undefined) options.stop(answer.stop);
      if (answer.ok || answer.stop !== undefined) return;
      const again = answer.status === undefined || answer.status === 429 || answer.status >= 500;
      if (answer.status === 401) token = undefined;
      if (attempt === ATTEMPTS || (!again && answer.status !== 401)) throw new Error(answer.reason);
      await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
    }
  }

  async function attemptPost(body: string): Promise<Answer> {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await identityToken()}` },
        body,
        signal: AbortSignal.timeout(15_000),
      });
      const said = (await response.json().catch(() => ({}))) as { readonly cancel?: boolean; readonly error?: string };
      const held = response.status === 409 && said.error === "held";
      return {
        ok: response.ok,
        status: response.status,
        reason: `it answered ${response.status}`,
        ...(said.cancel === true ? { stop: "cancelled on GitHub" } : {}),
        ...(held ? { stop: "another workflow run holds this run" } : {}),
      };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  async function identityToken(): Promise<string> {
    if (token !== undefined && token.until > performance.now()) return token.value;
    const value = await options.identityToken(appUrl);
    token = { value, until: performance.now() + TOKEN_MS };
    return value;
  }
}
