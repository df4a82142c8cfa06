import { appendFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { neutraliseLogLine } from "../../kernel/log-line.ts";
import type { Log } from "../../ports/log.ts";

/**
 * How a step speaks to the runner: file commands and workflow commands (docs.github.com, "Workflow commands"). Written out here because
 * `@actions/core` brings an HTTP client with it, which alone takes longer to load than a cached run takes.
 */
export interface Runner {
  output(name: string, value: string): void;
  /** Kept for `post`. */
  saveState(name: string, value: string): void;
  /** Appends Markdown to the job summary. */
  summary(markdown: string): void;
  /** Keeps a value out of the log. */
  mask(value: string): void;
  annotate(level: "error" | "warning" | "notice", message: string, place?: Annotation): void;
  /** A line of the log, whatever it holds: nothing in it is taken for a command. */
  line(text: string): void;
  startGroup(title: string): void;
  endGroup(): void;
}

export interface Annotation {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export function createRunner(
  env: Readonly<Record<string, string | undefined>>,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Runner {
  const command = (name: string, properties: Readonly<Record<string, string>>, message: string): void => {
    const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
    write(`::${name}${written.length === 0 ? "" : ` ${written.join(",")}`}::${escapeData(message)}\n`);
  };
  const file = (variable: string, text: string): void => {
    const target = env[variable];
    if (target !== undefined && target !== "") appendFileSync(target, text, "utf8");
  };
  const keyValue = (variable: string, name: string, value: string): void => {
    const delimiter = `pawl_${randomUUID()}`;
    file(variable, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  };
  return {
    output: (name, value) => keyValue("GITHUB_OUTPUT", name, value),
    saveState: (name, value) => keyValue("GITHUB_STATE", name, value),
    summary: (markdown) => file("GITHUB_STEP_SUMMARY", `${markdown}\n`),
    mask(value) {
      for (const line of value.split("\n")) if (line.trim() !== "") command("add-mask", {}, line);
    },
    annotate(level, message, place = {}) {
      const properties: Record<string, string> = {};
      if (place.title !== undefined) properties["title"] = place.title;
      if (place.file !== undefined) properties["file"] = place.file;
      if (place.line !== undefined) properties["line"] = String(place.line);
      if (place.column !== undefined) properties["col"] = String(place.column);
      command(level, properties, neutraliseLogLine(message));
    },
    line: (text) => write(`${neutraliseLogLine(text)}\n`),
    startGroup: (title) => command("group", {}, neutraliseLogLine(title)),
    endGroup: () => command("endgroup", {}, ""),
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

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
