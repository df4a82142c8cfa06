import path from "node:path";
import { startApp, type AppProcess } from "./app.ts";
import { startGitHub, type GitHub } from "./github.ts";
import { startMessagesApi, type MessagesApi, type Script } from "./messages-api.ts";
import { startOidcIssuer, type OidcIssuer } from "./oidc.ts";
import { startResultsService, type ResultsService } from "./results-service.ts";
import { startRunner, type Job, type Runner } from "./runner.ts";

/** The repository this file is in: the action under test. */
export const ACTION = path.resolve(import.meta.dirname, "../..");
export const SAMPLE = path.join(ACTION, "tests/fixtures/sample-repository");

export interface StageOptions {
  /** The sample library by default. */
  readonly folder?: string;
  readonly repo?: string;
  readonly people?: Readonly<Record<string, "admin" | "write" | "read">>;
  /** The scripted model; without one the secret ANTHROPIC_API_KEY of `secrets` decides, and there is no local endpoint. */
  readonly script?: Script;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether the Pawl app runs; without it the repository's own workflow file listens to events. True by default. */
  readonly app?: boolean;
  /** Whether the app comes back by itself when somebody kills it. */
  readonly appRestarts?: boolean;
  readonly onStart?: (job: Job) => void;
  readonly onLine?: (line: string, job: Job) => void;
  readonly watch?: Parameters<GitHub["watch"]>[0];
}

export interface Stage {
  readonly github: GitHub;
  readonly results: ResultsService;
  readonly oidc: OidcIssuer;
  readonly runner: Runner;
  readonly messages: MessagesApi | undefined;
  readonly app: AppProcess | undefined;
  readonly close: () => Promise<void>;
}

/** Puts everything up that a run needs from outside: GitHub, runner, results service, model and app, all on loopback. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const people = options.people ?? { wanda: "write", ronald: "read" };
  const repo = options.repo ?? "plain-measures";
  const [github, results, oidc, messages] = await Promise.all([
    startGitHub({ repo, folder: options.folder ?? SAMPLE, people, message: "Release 1.4.0" }),
    startResultsService(),
    startOidcIssuer(),
    options.script === undefined ? undefined : startMessagesApi(options.script),
  ]);
  if (options.watch !== undefined) github.watch(options.watch);
  const runner = await startRunner({
    github,
    results,
    oidc,
    action: ACTION,
    secrets: options.secrets ?? { ANTHROPIC_API_KEY: "scripted-model-needs-no-key" },
    variables: { ...(messages === undefined ? {} : { ANTHROPIC_BASE_URL: messages.url }), ...options.variables },
    ...(options.onStart === undefined ? {} : { onStart: options.onStart }),
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
  });
  const app =
    options.app === false ? undefined : await startApp({ github, oidc, restarts: options.appRestarts ?? false });
  return {
    github,
    results,
    oidc,
    runner,
    messages,
    app,
    close: async () => {
      await runner.close();
      await app?.close();
      await Promise.all([github.close(), results.close(), oidc.close(), messages?.close()]);
    },
  };
}
