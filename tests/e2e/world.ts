import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import type { Job } from "../peers/runner.ts";
import type { Answer, MessagesRequest, Script } from "../peers/messages-api.ts";
import { answers } from "../peers/messages-api.ts";
import { SAMPLE, startStage, type Stage } from "../peers/stage.ts";

export interface BotComment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}
export interface Pull {
  readonly number: number;
  readonly state: string;
  readonly body: string;
  readonly head: { readonly ref: string; readonly sha: string };
}

/** The stage with the verbs of a person on GitHub. Everything is read back through the API. */
export interface World {
  readonly stage: Stage;
  /** Sets what the model says from now on. */
  readonly model: (script: Script) => void;
  readonly openIssue: (login: string, title: string, body?: string) => Promise<number>;
  readonly label: (login: string, issue: number, label: string) => Promise<void>;
  readonly comment: (login: string, issue: number, body: string) => Promise<void>;
  /** Comments by bots on an issue, oldest first. */
  readonly replies: (issue: number) => Promise<readonly BotComment[]>;
  /** Waits until one of them matches. */
  readonly reply: (issue: number, pattern: RegExp) => Promise<BotComment>;
  readonly pulls: () => Promise<readonly Pull[]>;
  readonly labels: (issue: number) => Promise<readonly string[]>;
  /** The newest workflow run's job of this attempt, when it has ended. */
  readonly job: (attempt?: number) => Promise<Job>;
  /** Waits until nothing is under way: no delivery, no job. */
  readonly quiet: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export interface WorldOptions {
  /** Workflows of the repository by file name below `.github/pawl/`. */
  readonly workflows?: Readonly<Record<string, string>>;
  /** Other files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly app?: boolean;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string, job: Job) => void;
}

const PATIENCE = { timeout: 45_000, interval: 50 };

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), "pawl-world-"));
  await cp(SAMPLE, folder, { recursive: true });
  const files = { ...options.files };
  for (const [name, text] of Object.entries(options.workflows ?? {})) files[`.github/pawl/${name}`] = text;
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  let script: Script = () => answers.text("Nothing to do.");
  const requested: number[] = [];
  const stage = await startStage({
    folder,
    script: (request: MessagesRequest, index: number): Answer | Promise<Answer> => script(request, index),
    ...(options.app === undefined ? {} : { app: options.app }),
    ...(options.secrets === undefined ? {} : { secrets: options.secrets }),
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
  });
  await rm(folder, { recursive: true, force: true });
  const { github, runner } = stage;
  github.actions.onRequested((run) => requested.push(run.id));
  const at = `/repos/${github.fullName}`;
  const ask = async <T>(place: string): Promise<T> => (await github.as(github.owner, "GET", `${at}${place}`)) as T;
  const replies: World["replies"] = async (issue) =>
    (await ask<BotComment[]>(`/issues/${issue}/comments?per_page=100`))
      .filter((one) => one.user.login.endsWith("[bot]"))
      .map((one) => ({ ...one, body: asRead(one.body) }));

  return {
    stage,
    model: (next) => {
      script = next;
    },
    openIssue: async (login, title, body = "") =>
      ((await github.as(login, "POST", `${at}/issues`, { title, body })) as { number: number }).number,
    label: async (login, issue, label) => {
      await github.as(login, "POST", `${at}/issues/${issue}/labels`, { labels: [label] });
    },
    comment: async (login, issue, body) => {
      await github.as(login, "POST", `${at}/issues/${issue}/comments`, { body });
    },
    replies,
    reply: async (issue, pattern) => {
      await expect
        .poll(async () => (await replies(issue)).map((one) => one.body).join("\n\n"), PATIENCE)
        .toMatch(pattern);
      const found = (await replies(issue)).find((one) => pattern.test(one.body));
      if (found === undefined) throw new Error(`no single comment matches ${pattern}`);
      return found;
    },
    pulls: () => ask<Pull[]>("/pulls?state=all"),
    labels: async (issue) => (await ask<{ name: string }[]>(`/issues/${issue}/labels`)).map((label) => label.name),
    job: async (attempt = 1) => {
      await expect.poll(() => requested.length, PATIENCE).toBeGreaterThan(0);
      return runner.ended(requested.at(-1) ?? 0, attempt);
    },
    quiet: async () => {
      await github.settle();
      await runner.idle();
      await github.settle();
    },
    [Symbol.asyncDispose]: () => stage.close(),
  };
}

/** A comment as a person reads it: character references stand for their characters. */
function asRead(body: string): string {
  return body.replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
}
