import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { createRedactor } from "../../src/adapters/redactor/redactor.ts";
import { createRepositoryHost } from "../../src/adapters/repository-host/octokit.ts";
import { openGitWorkspace } from "../../src/adapters/workspace/git.ts";
import { DEFAULT_CONFIG } from "../../src/github/config.ts";
import { createEffects } from "../../src/github/effects.ts";
import type { EffectOrigin, Effects, PullRequestResult } from "../../src/ports/effects.ts";
import type { Log } from "../../src/ports/log.ts";
import { startGitHub, type GitHub } from "../peers/github.ts";
import { git } from "../peers/github/git.ts";
import { CANARIES, leaked, withCanaries } from "./canaries.ts";
import { casesOf, payload, type AttackCase } from "./cases.ts";

const QUIET: Log = { debug: () => undefined, info: () => undefined, warning: () => undefined, error: () => undefined };

let scratch: string;
let github: GitHub;
let effects: Effects;
let issue: number;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "pawl-effects-"));
  const folder = path.join(scratch, "seed");
  await mkdir(path.join(folder, "src"), { recursive: true });
  await writeFile(path.join(folder, "src/a.js"), "export const a = 1;\n");
  github = await startGitHub({ folder, people: { wanda: "write" } });
  const opened = await github.as("wanda", "POST", `/repos/${github.fullName}/issues`, { title: "Broken" });
  issue = (opened as { number: number }).number;
  const token = github.jobToken({ contents: "write", issues: "write", pull_requests: "write" });
  const { owner, repo, url } = github;
  effects = createEffects({
    host: createRepositoryHost({ token, apiUrl: url, owner, repo, log: QUIET }),
    config: DEFAULT_CONFIG,
    self: { login: "github-actions[bot]" },
    key: "key of the tests",
    redactor: createRedactor([CANARIES["model key"], CANARIES["job token"]]),
    clock: systemClock(),
    log: QUIET,
  });
});
afterAll(async () => {
  await github.close();
  await rm(scratch, { recursive: true, force: true });
});

function originOf(workflow: string): EffectOrigin {
  const permissions = { contents: "write", issues: "write", pullRequests: "write" } as const;
  return { runId: `run-${workflow}`, workflow, step: "open", issue, permissions, signal: AbortSignal.timeout(60_000) };
}

interface Change {
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly executables?: Readonly<Record<string, string>>;
  /** As many small files. */
  readonly many?: number;
}

/** Makes the change in a clean clone, as a run's workspace sees it, and publishes it. */
async function publish(
  name: string,
  change: Change,
  said: { title: string; body: string },
): Promise<PullRequestResult> {
  const root = path.join(scratch, `work-${name}`);
  await mkdir(root);
  await git(root, ["clone", "-q", `${github.url}/${github.fullName}.git`, "."]);
  const workspace = await openGitWorkspace({ root, stateDirectory: path.join(scratch, `state-${name}`), runId: name });
  const before = await workspace.snapshot();
  const put = async (file: string, write: (at: string) => Promise<void>): Promise<void> => {
    const at = path.join(root, file);
    await mkdir(path.dirname(at), { recursive: true });
    await rm(at, { force: true });
    await write(at);
  };
  for (const [file, text] of Object.entries(change.files ?? {})) {
    await put(file, (at) => writeFile(at, withCanaries(text)));
  }
  for (const [file, target] of Object.entries(change.links ?? {})) await put(file, (at) => symlink(target, at));
  for (const [file, text] of Object.entries(change.executables ?? {})) {
    await put(file, async (at) => {
      await writeFile(at, text);
      await chmod(at, 0o755);
    });
  }
  for (let i = 0; i < (change.many ?? 0); i++) await put(`many/${i}.txt`, (at) => writeFile(at, `${i}\n`));
  const after = await workspace.snapshot();
  return effects.publishPullRequest(
    {
      ...said,
      draft: true,
      labels: [],
      reviewers: [],
      baseCommit: workspace.baseCommit ?? "",
      patch: await workspace.patch(before, after),
      content: async (file) => (await workspace.readAt(after, file)) ?? null,
      evidence: { steps: {} },
    },
    originOf(name),
  );
}

/** What anybody wrote to GitHub since. */
function writesSince(mark: number): readonly string[] {
  return github.requests
    .slice(mark)
    .filter((seen) => seen.method !== "GET")
    .map((seen) => `${seen.method} ${seen.path} ${seen.body}`);
}

/** The Markdown among it: bodies of pull requests and comments, messages of commits. */
function markdownSince(mark: number): readonly string[] {
  return github.requests
    .slice(mark)
    .filter((seen) => seen.method !== "GET" && seen.body !== "")
    .map((seen) => JSON.parse(seen.body) as { body?: unknown; message?: unknown })
    .flatMap(({ body, message }) => [body, message])
    .filter((text) => typeof text === "string");
}

type PatchCase = AttackCase & Change & { readonly code?: string };

describe("patches", () => {
  const cases = casesOf<PatchCase>("patches");
  const changeOf = (attack: PatchCase): Change => {
    const files = Object.entries(attack.files ?? {}).map(([name, text]) => [name, payload(text, attack)]);
    return { ...attack, files: Object.fromEntries(files) as Record<string, string> };
  };
  const said = { title: "Change it", body: "Changed." };

  it.each(cases.filter((attack) => attack.code === undefined))("$id is published: $attack", async (attack) => {
    await expect(publish(attack.id, changeOf(attack), said)).resolves.toMatchObject({ created: true });
  });

  it.each(cases.filter((attack) => attack.code !== undefined))("$id is refused: $attack", async (attack) => {
    const mark = github.requests.length;
    await expect(publish(attack.id, changeOf(attack), said)).rejects.toMatchObject({ code: attack.code });
    expect(writesSince(mark)).toEqual([]);
  });
});

interface TextCase extends AttackCase {
  readonly text: string;
  readonly absent: readonly string[];
  readonly present?: readonly string[];
}

describe("published text", () => {
  it.each(casesOf<TextCase>("published-text"))("$id: $attack", async (attack) => {
    const mark = github.requests.length;
    const said = withCanaries(payload(attack.text, attack));
    const change = { files: { [`src/${attack.id}.js`]: "export {};\n" } };
    const made = await publish(attack.id, change, { title: said.slice(0, 200), body: `Said:\n${said}` });
    await effects.comment({ body: `Said:\n${said}` }, originOf(attack.id));
    const pull = (await github.as("wanda", "GET", `/repos/${github.fullName}/pulls/${made.number}`)) as {
      body: string;
    };
    for (const kept of attack.present ?? []) expect(pull.body).toContain(kept);
    // A title is plain text on GitHub: it renders no link and no image. Bodies and messages are Markdown.
    for (const text of markdownSince(mark))
      for (const gone of attack.absent) expect(text).not.toContain(withCanaries(gone));
    expect(writesSince(mark).flatMap(leaked)).toEqual([]);
  });
});

describe("targets", () => {
  it("come from the event: another issue, a label that starts runs, or the base branch itself is refused", async () => {
    const mark = github.requests.length;
    await expect(effects.comment({ body: "hi", issue: issue + 1 }, originOf("other"))).rejects.toMatchObject({
      code: "effect.denied",
    });
    await expect(effects.label({ add: ["pawl:deploy"], remove: [] }, originOf("label"))).rejects.toMatchObject({
      code: "effect.denied",
    });
    const { issues: _issues, ...permissions } = originOf("x").permissions;
    await expect(effects.comment({ body: "hi" }, { ...originOf("x"), permissions: {} })).rejects.toMatchObject({
      code: "effect.denied",
    });
    await expect(effects.label({ add: ["x"], remove: [] }, { ...originOf("x"), permissions })).rejects.toMatchObject({
      code: "effect.denied",
    });
    expect(writesSince(mark)).toEqual([]);
  });
});
