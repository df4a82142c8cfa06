import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "../../src/adapters/clock/system.ts";
import { createAnthropicProvider } from "../../src/adapters/model-provider/anthropic.ts";
import { createRedactor } from "../../src/adapters/redactor/redactor.ts";
import { createMemoryRunStore } from "../../src/adapters/run-store/memory.ts";
import { createSandbox, type SandboxOptions } from "../../src/adapters/sandbox/process.ts";
import { openGitWorkspace } from "../../src/adapters/workspace/git.ts";
import type { Engine, EngineOptions, EnginePorts, RunHandle, RunRequest } from "../../src/engine/engine.ts";
import type { EventData, EventType, JournalEvent } from "../../src/engine/events.ts";
import type { RunView, StepView } from "../../src/engine/view.ts";
import { PawlError } from "../../src/kernel/errors.ts";
import type { JsonObject } from "../../src/kernel/json.ts";
import type { Step, Workflow } from "../../src/language/model.ts";
import type { ArtifactRecord, ArtifactStore } from "../../src/ports/artifact-store.ts";
import type { RunStore } from "../../src/ports/run-store.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import { claudeCodeStep } from "../../src/steps/claude-code.ts";
import { claudeStep } from "../../src/steps/claude.ts";
import { shellStep } from "../../src/steps/shell.ts";
import { house, step, workflow } from "../engine/house.ts";
import { type MessagesApi, type Script, startMessagesApi } from "../peers/messages-api.ts";

export { step, workflow };

export interface Stage extends AsyncDisposable {
  readonly workspace: string;
  readonly api: MessagesApi;
  readonly engine: Engine;
  readonly store: RunStore;
  readonly artifacts: ReadonlyMap<string, string>;
  /** Everything observers were shown. */
  readonly shown: string[];
  /** Runs one `claude` step (after `before`) to its end. */
  agent(config: JsonObject, rest?: Partial<Step>, about?: About): Promise<Finished>;
  start(workflow: Workflow, request?: Partial<RunRequest>): Promise<RunHandle>;
  finish(handle: RunHandle): Promise<Finished>;
  read(file: string): string;
  exists(file: string): boolean;
  /** Another process's engine on the same journal and files: what takes a run over after a crash. */
  successor(): Engine;
}

export interface About {
  readonly before?: readonly Step[];
  readonly workflow?: Partial<Workflow>;
  readonly request?: Partial<RunRequest>;
}

export interface Finished {
  readonly view: RunView;
  /** The `claude` step, named `fix`. */
  readonly step: StepView;
  readonly journal: readonly JournalEvent[];
  readonly data: <T extends EventType>(type: T) => readonly EventData[T][];
}

/**
 * The real engine, git workspace, sandbox, redactor and provider, in front of a scripted Messages API over HTTP. Only stores are in memory.
 */
export async function agentStage(
  script: Script,
  options: {
    readonly files?: Readonly<Record<string, string>>;
    readonly secrets?: readonly string[];
    readonly ports?: Partial<EnginePorts>;
    readonly options?: Partial<EngineOptions>;
    readonly templates?: Readonly<Record<string, string>>;
    readonly sandbox?: Partial<SandboxOptions>;
    /** The first engine's journal takes this many appends; then its process has died, as far as anyone can see. */
    readonly dieAfter?: number;
  } = {},
): Promise<Stage> {
  const root = mkdtempSync(path.join(tmpdir(), "pawl-agent-test-"));
  const workspace = path.join(root, "workspace");
  const stateDirectory = path.join(root, "state");
  mkdirSync(stateDirectory);
  const files: Readonly<Record<string, string>> = {
    "sum.js": "exports.sum = (a, b) => a - b;\n",
    "test.js": TEST,
    ...options.files,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), content);
  }
  const git = (...args: string[]): void => {
    execFileSync("git", ["-C", workspace, "-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
      stdio: "ignore",
    });
  };
  git("init", "-b", "main");
  git("add", "-A");
  git("commit", "-m", "first");

  const api = await startMessagesApi(script);
  const clock = systemClock();
  const store = createMemoryRunStore(clock);
  const quiet = (): void => undefined;
  const log = { info: quiet, warning: quiet, error: quiet, debug: quiet };
  const stored = new Map<string, string>();
  const provider = createAnthropicProvider({ apiKey: "test-key", baseUrl: api.url, log });
  const temporaryRoot = path.join(root, "tmp");
  mkdirSync(temporaryRoot);
  const build = (journal: RunStore): Engine =>
    house([claudeStep, claudeCodeStep, shellStep], {
      options: options.options ?? {},
      ports: {
        store: journal,
        clock,
        log,
        sandbox: createSandbox({ log, temporaryRoot, withoutWalls: "all", ...options.sandbox }),
        artifacts: keepingArtifacts(stored),
        redactor: createRedactor(options.secrets ?? []),
        models: async () => provider,
        workspace: (runId) => openGitWorkspace({ root: workspace, stateDirectory, runId }),
        temporaryDirectory: async (name) => {
          const directory = await mkdtemp(path.join(temporaryRoot, `${name.replaceAll(/\W/g, "_")}-`));
          return { path: directory, remove: () => rm(directory, { recursive: true, force: true }) };
        },
        files: {
          load: async () => undefined,
          loadTemplate: async (name) => options.templates?.[name],
          names: async () => [],
        },
        ...options.ports,
      },
    }).engine;
  const engine = build(options.dieAfter === undefined ? store : mortal(store, options.dieAfter));
  const shown: string[] = [];

  const finish = async (handle: RunHandle): Promise<Finished> => {
    for await (const update of handle.events()) if (update.kind === "output") shown.push(update.text);
    const view = await handle.result();
    const journal = await engine.journal(handle.id);
    const found = view.steps["fix"];
    if (found === undefined) throw new Error("the run has no step fix");
    return {
      view,
      step: found,
      journal,
      data: <T extends EventType>(type: T) =>
        journal.flatMap((event) => (event.type === type ? [event.data as EventData[T]] : [])),
    };
  };
  const start = (definition: Workflow, request: Partial<RunRequest> = {}): Promise<RunHandle> =>
    engine.start({ workflow: definition, inputs: {}, ...request });
  return {
    workspace,
    api,
    engine,
    store,
    artifacts: stored,
    shown,
    start,
    finish,
    agent: async (config, rest = {}, about = {}) =>
      finish(
        await start(
          workflow([...(about.before ?? []), step("fix", "claude", { config, ...rest })], about.workflow),
          about.request,
        ),
      ),
    read: (file) => readFileSync(path.join(workspace, file), "utf8"),
    exists: (file) => existsSync(path.join(workspace, file)),
    successor: () => build(store),
    async [Symbol.asyncDispose]() {
      await engine.shutdown("the test ends");
      await api.close();
      await mkdir(root, { recursive: true });
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A store whose disk is gone after a number of appends. */
function mortal(store: RunStore, appends: number): RunStore {
  let left = appends;
  return {
    ...store,
    async append(append) {
      if (left-- <= 0) throw new PawlError({ code: "store.io", kind: "permanent", message: "the process died here" });
      await store.append(append);
    },
  };
}

/** The sample's test: fails while `sum` subtracts. */
const TEST = [
  'const { test } = require("node:test");',
  'const assert = require("node:assert");',
  'const { sum } = require("./sum.js");',
  'test("adds", () => assert.strictEqual(sum(2, 3), 5));',
  "",
].join("\n");

/** Verification by the sample's own tests. */
export const verify: Readonly<Record<string, readonly Step[]>> = {
  verify: [step("tests", "shell", { config: { command: "node --test test.js" } })],
};

function recordOf(artifact: Parameters<ArtifactStore["put"]>[0], content: Uint8Array): ArtifactRecord {
  return { ...artifact, digest: sha256(content), bytes: content.length, createdAt: 0, version: 1 };
}

function keepingArtifacts(stored: Map<string, string>): ArtifactStore {
  return {
    async put(artifact, content) {
      stored.set(artifact.name, new TextDecoder().decode(content));
      return recordOf(artifact, content);
    },
    async get(name) {
      const text = stored.get(name);
      if (text === undefined) return undefined;
      const content = new TextEncoder().encode(text);
      const about = { name, mediaType: "text/plain", runId: "", step: "", workflow: "test", tags: [] };
      return { record: recordOf(about, content), content };
    },
    list: async () => [],
    remove: async () => 0,
  };
}
