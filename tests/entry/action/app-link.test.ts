import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import type { JournalEvent } from "../../../src/engine/events.ts";
import type { RunView } from "../../../src/engine/view.ts";
import { createAppLink } from "../../../src/entry/action/app-link.ts";
import { readJob } from "../../../src/entry/action/job.ts";

interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly view: RunView;
    readonly events: readonly JournalEvent[];
    readonly workflow_run: { id: number };
  };
}

/** An app that answers each report with the next of these, and with 200 afterwards. */
async function app(
  answers: readonly (readonly [status: number, body: object])[] = [],
): Promise<{ readonly url: string; readonly received: Received[] } & AsyncDisposable> {
  const received: Received[] = [];
  const left = [...answers];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Received["body"];
      received.push({ url: request.url ?? "", headers: request.headers, body });
      const [status, answer] = left.shift() ?? [200, { ok: true }];
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const JOB = readJob({
  GITHUB_REPOSITORY: "octo/demo",
  GITHUB_RUN_ID: "7",
  GITHUB_WORKSPACE: "/w",
  RUNNER_TEMP: "/t",
});
const VIEW = { run_id: "run_1", status: "running" } as unknown as RunView;
const event = (seq: number): JournalEvent => ({ seq, type: "step.started" }) as unknown as JournalEvent;

function link(appUrl: string): {
  readonly link: ReturnType<typeof createAppLink>;
  readonly warnings: string[];
  readonly stops: string[];
} {
  const warnings: string[] = [];
  const stops: string[] = [];
  const quiet = (): void => undefined;
  return {
    warnings,
    stops,
    link: createAppLink({
      appUrl,
      runId: "run_1",
      job: JOB,
      log: { info: quiet, debug: quiet, error: quiet, warning: (message) => void warnings.push(message) },
      identityToken: (audience) => Promise.resolve(`token for ${audience}`),
      view: () => VIEW,
      stop: (reason) => void stops.push(reason),
    }),
  };
}

describe("reports to the app", () => {
  test("carry the view, every event once and in order, and the job's identity for this app", async () => {
    await using server = await app();
    const { link: reports } = link(server.url);
    for (const seq of [1, 2, 3]) reports.event(event(seq));
    await reports.finish();
    expect(server.received.flatMap(({ body }) => body.events.map(({ seq }) => seq))).toEqual([1, 2, 3]);
    const [first] = server.received;
    expect(first?.url).toBe("/api/runs/run_1/events");
    expect(first?.headers.authorization).toBe(`Bearer token for ${server.url}`);
    expect(first?.body.workflow_run.id).toBe(7);
  });

  test("are sent again after a server error, and lose nothing", async () => {
    await using server = await app([[502, {}]]);
    const { link: reports, warnings } = link(server.url);
    reports.event(event(1));
    await reports.finish();
    expect(server.received.at(-1)?.body.events.map(({ seq }) => seq)).toEqual([1]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ["cancelled", [200, { ok: true, cancel: true }], "cancelled on GitHub"],
    ["held by another job", [409, { error: "held" }], "another workflow run holds this run"],
  ] as const)("a run that is %s is stopped", async (_what, answer, reason) => {
    await using server = await app([answer]);
    const { link: reports, stops } = link(server.url);
    reports.event(event(1));
    await reports.finish();
    expect(stops).toContain(reason);
  });

  test("an app that refuses costs one warning and no run", async () => {
    await using server = await app([
      [403, {}],
      [403, {}],
      [403, {}],
    ]);
    const { link: reports, warnings } = link(server.url);
    reports.event(event(1));
    await reports.finish();
    reports.event(event(2));
    await reports.finish();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("403");
  });
});
