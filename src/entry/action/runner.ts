import { setTimeout } from "node:timers/promises";
import { neutraliseLogLine } from "../../kernel/log-line.ts";
import type { Log } from "../../ports/log.ts";

/** How a step speaks to the runner (docs.github.com, "Workflow commands"). What is asked for is done in order. */
export interface Runner {
  output(name: string, value: string): void;
  /** Kept for `post`. */
  saveState(name: string, value: string): void;
  /** Appends Markdown to the job summary. */
  summary(markdown: string): void;
  /** Keeps a value out of the log. */
  mask(value: string): void;
  annotate(level: "error" | "warning" | "notice", message: string, place?: Annotation): void;
  /** A line of the log, at once, whatever it holds: nothing in it is taken for a command. */
  line(text: string): void;
  /** This job's identity token for an audience; throws when the job may not have one. */
  identityToken(audience: string): Promise<string>;
  /** Waits for the last of it. False, and said in the log, when the runner didn't take something: its files may be on a full disk. */
  flush(): Promise<boolean>;
}

export interface Annotation {
  readonly title?: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

type Commands = typeof import("../../adapters/runner/commands.ts");

/** How long the first command is held back, in milliseconds. */
const HELD_BACK_MS = 100;

/**
 * The runner as `@actions/core` speaks to it. The package brings an HTTP client, a megabyte of code: it is loaded for the first command, and
 * that waits a moment, so that the first step's own program is started before it.
 */
export function createRunner(write: (text: string) => void = (text) => void process.stdout.write(text)): Runner {
  let commands: Promise<Commands> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isTaken = true;
  const masks: string[] = [];
  const flushing = Promise.withResolvers<void>();
  let held: Promise<unknown> | undefined;
  const moment = (): Promise<unknown> =>
    (held ??= Promise.race([flushing.promise, setTimeout(HELD_BACK_MS, undefined, { ref: false })]));
  const load = (): Promise<Commands> =>
    (commands ??= import("../../adapters/runner/commands.ts").then((core) => {
      for (const value of masks) core.setSecret(value);
      return core;
    }));
  const then = (act: (core: Commands) => unknown): void => {
    last = last
      .then(moment)
      .then(async () => act(await load()))
      .catch((thrown: unknown) => {
        isTaken = false;
        write(`${neutraliseLogLine(`The runner did not take what this step says: ${String(thrown)}`)}\n`);
      });
  };
  return {
    output: (name, value) => then((core) => core.setOutput(name, value)),
    saveState: (name, value) => then((core) => core.saveState(name, value)),
    summary: (markdown) => then((core) => core.summary.addRaw(markdown, true).write()),
    mask(value) {
      // GitHub masks what comes from `secrets` by itself: nothing is loaded for that, it is only done before anything else is said.
      masks.push(...value.split("\n").filter((line) => line.trim() !== ""));
    },
    annotate(level, message, place = {}) {
      const { title, file, line } = place;
      then((core) =>
        core[level](neutraliseLogLine(message), {
          ...(title === undefined ? {} : { title }),
          ...(file === undefined ? {} : { file }),
          ...(line === undefined ? {} : { startLine: line }),
        }),
      );
    },
    line: (text) => write(`${neutraliseLogLine(text)}\n`),
    identityToken: async (audience) => (await load()).getIDToken(audience),
    flush: async () => {
      flushing.resolve();
      await last;
      return isTaken;
    },
  };
}

/** A log that adapters write to: warnings and errors become annotations. */
export function runnerLog(runner: Runner, debug: boolean): Log {
  return {
    info: (message) => runner.line(message),
    warning: (message) => runner.annotate("warning", message, { title: "Pawl" }),
    error: (message) => runner.annotate("error", message, { title: "Pawl" }),
    debug: (message) => {
      if (debug) runner.line(`debug: ${message}`);
    },
  };
}
