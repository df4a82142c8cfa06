import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type App, type AppOptions, createApp } from "../../../src/entry/app/server.ts";
import type { RunView, StepView } from "../../../src/engine/view.ts";
import type { CommentFacts, IssueFacts } from "../../../src/ports/repository-host.ts";
import { type Stage as GitHubStage, quiet, setStage, writeFiles } from "../../github/stage.ts";
import type { RequestedRun } from "../../peers/github/actions.ts";
import { startOidcIssuer, type OidcIssuer } from "../../peers/oidc.ts";

export const PAWL_YML = `name: Pawl
run-name: pawl \${{ inputs.workflow }} \${{ inputs.run_id }}
on:
  workflow_dispatch:
    inputs:
      workflow: { type: string, required: true }
      inputs: { type: string, required: false }
      run_id: { type: string, required: false }
      issue: { type: string, required: false }
      trigger: { type: string, required: false }
      app_url: { type: string, required: false }
      resume: { type: string, required: false }
permissions: {}
jobs:
  run:
    runs-on: ubuntu-latest
    steps: []
`;

export const FIX_YML = `name: fix
description: Fixes what an issue reports
inputs:
  target: { type: number, default: 80, description: Coverage to reach }
  note: { type: string }
steps:
  - id: tests
    type: shell
    command: npm test
`;

/** A local GitHub, an OIDC issuer, and the app between them, in this process. */
export interface Stage extends AsyncDisposable {
  readonly github: GitHubStage["github"];
  readonly on: GitHubStage;
  readonly oidc: OidcIssuer;
  readonly app: App;
  readonly requested: readonly RequestedRun[];
  readonly stateDirectory: string;
  /** What a person does. */
  label(login: string, issue: number, name: string): Promise<void>;
  say(login: string, issue: number, body: string): Promise<number>;
  press(login: string, runId: string, identifier: string): Promise<void>;
  /** Everything on its way has arrived and was worked off. */
  settle(): Promise<void>;
  /** What a job says of its run. */
  progress(
    run: RequestedRun,
    view: Partial<RunView>,
    claims?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: Readonly<Record<string, unknown>> }>;
  comments(issue: number): Promise<readonly CommentFacts[]>;
  look(issue: number): Promise<IssueFacts>;
  /** A second process on the same database. */
  another(options?: Partial<AppOptions>): Promise<App>;
}

export async function startStage(options: Partial<AppOptions> = {}): Promise<Stage> {
  const scratch = await mkdtemp(path.join(tmpdir(), "pawl-app-"));
  const folder = path.join(scratch, "seed");
  await writeFiles(folder, {
    ".github/workflows/pawl.yml": PAWL_YML,
    ".github/pawl/fix.yml": FIX_YML,
    ".github/pawl.yml": "quota: { per_actor: 100, per_repository: 100 }\n",
    "README.md": "# Sample\n",
  });
  const on = await setStage({ folder });
  const { github } = on;
  const oidc = await startOidcIssuer();
  const requested: RequestedRun[] = [];
  github.actions.onRequested((run) => requested.push(run));
  const stateDirectory = path.join(scratch, "state");
  const base: AppOptions = {
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    apiUrl: github.url,
    stateDirectory,
    host: "127.0.0.1",
    port: 0,
    oidcIssuer: oidc.url,
    library: path.resolve(import.meta.dirname, "../../../workflows-lib"),
    log: quiet,
    reconcileEveryMs: 0,
    ...options,
  };
  const app = await createApp(base);
  const others: App[] = [];
  github.sendWebhooksTo(`${app.url}/api/github/webhooks`);
  const at = `/repos/${github.fullName}`;
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await github.settle();
      await Promise.all([app, ...others].map((one) => one.settle()));
    }
  };
  return {
    github,
    on,
    oidc,
    app,
    requested,
    stateDirectory,
    settle,
    async label(login, issue, name) {
      await github.as(login, "POST", `${at}/issues/${issue}/labels`, { labels: [name] });
    },
    async say(login, issue, body) {
      return ((await github.as(login, "POST", `${at}/issues/${issue}/comments`, { body })) as { id: number }).id;
    },
    async press(login, runId, identifier) {
      const sender = await github.as(login, "GET", "/user");
      const repository = await github.as(login, "GET", at);
      await github.deliveries.emit(
        "check_run",
        {
          action: "requested_action",
          requested_action: { identifier },
          check_run: { id: 1, external_id: runId, head_sha: await on.host.branch("main"), app: { id: github.app.id } },
          repository,
          sender,
        },
        github.fullName,
      );
    },
    async progress(run, view, claims = {}) {
      const inputs = (run.payload as { inputs: { run_id: string; workflow: string } }).inputs;
      const token = await oidc.sign(
        {
          repository: github.fullName,
          run_id: String(run.id),
          run_attempt: String(run.attempt),
          workflow_ref: `${github.fullName}/.github/workflows/pawl.yml@refs/heads/main`,
          event_name: "workflow_dispatch",
          ...claims,
        },
        app.url,
      );
      const response = await fetch(`${app.url}/api/runs/${inputs.run_id}/events`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ view: { ...viewOf(inputs.run_id, inputs.workflow), ...view }, events: [] }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    comments: (issue) => on.host.comments(issue),
    async look(issue) {
      const found = await on.host.issue(issue);
      if (found === undefined) throw new Error(`no issue ${issue}`);
      return found;
    },
    async another(more = {}) {
      const made = await createApp({ ...base, ...more });
      others.push(made);
      return made;
    },
    async [Symbol.asyncDispose]() {
      github.sendWebhooksTo(null);
      for (const one of others) await one.close();
      await app.close();
      await oidc.close();
      await on[Symbol.asyncDispose]();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

export function step(view: Partial<StepView> = {}): StepView {
  return {
    type: "shell",
    status: "completed",
    attempts: 1,
    cached: false,
    outputs: {},
    artifacts: [],
    evidence: { command: "npm test" },
    exit_code: 0,
    duration_ms: 1_234,
    ...view,
  };
}

let ticks = 0;
export function viewOf(runId: string, workflow: string): RunView {
  ticks += 1;
  return {
    run_id: runId,
    workflow,
    status: "running",
    outputs: {},
    cost: { usd: 0.01, input_tokens: 10, output_tokens: 2 },
    cache: { hits: 0, misses: 1, saved_usd: 0, saved_ms: 0 },
    steps: { tests: step({ status: "running" }) },
    created_at: "2026-11-20T20:00:00.000Z",
    updated_at: new Date(Date.UTC(2026, 10, 20, 20) + ticks).toISOString(),
  };
}
