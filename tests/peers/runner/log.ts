/** What a step's output says to the runner beside its text. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly properties: string;
}

export interface JobLog {
  readonly write: (text: string) => void;
  /** Ends the last line. */
  readonly end: () => void;
  readonly text: () => string;
  readonly annotations: readonly Annotation[];
  /** Commands that a step's output gave, `set-env` and the like included. */
  readonly commands: readonly string[];
  readonly mask: (value: string) => void;
}

/**
 * A job's log with its secrets masked and its workflow commands taken out of the text: `::command::` at the start of a line,
 * `##[command]` anywhere in it.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function createJobLog(onLine: (line: string) => void): JobLog {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  const commands: string[] = [];
  const masks = new Set<string>();
  let rest = "";
  let stopped: string | undefined;

  const take = (raw: string): void => {
    const line = raw.replace(/\r$/, "");
    const command =
      /^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$/i.exec(line) ?? /##\[([a-z-]+)(?: ([^\]]*))?\](.*)$/i.exec(line);
    if (command !== null) {
      const [, name = "", properties = "", message = ""] = command;
      if (stopped !== undefined) {
        if (name === stopped) stopped = undefined;
      } else {
        commands.push(name);
        if (name === "add-mask" && message !== "") masks.add(message);
        if (name === "stop-commands") stopped = message;
        if (name === "error" || name === "warning" || name === "notice")
          annotations.push({ level: name, message, properties });
      }
    }
    const shown = [...masks].reduce((text, secret) => text.replaceAll(secret, "***"), line);
    lines.push(shown);
    onLine(shown);
  };

  return {
    write: (text) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      for (const part of parts) take(part);
    },
    end: () => {
      if (rest !== "") take(rest);
      rest = "";
    },
    text: () => lines.join("\n"),
    annotations,
    commands,
    mask: (value) => {
      if (value !== "") masks.add(value);
    },
  };
}
