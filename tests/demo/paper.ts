import { formatDuration } from "../../src/kernel/duration.ts";

/** Where the demo writes: plain lines, with a little weight where the terminal shows it. */
export interface Paper {
  readonly line: (text?: string) => void;
  readonly title: (text: string) => void;
  /** A pair of a name and what it says, in columns. */
  readonly fact: (name: string, text: string) => void;
  /** Something that happened: when, who, what. */
  readonly event: (who: string, text: string, tone?: Tone) => void;
  /** A detail of what happened last. */
  readonly detail: (text: string, tone?: Tone) => void;
}
export type Tone = "plain" | "good" | "bad" | "dim" | "strong";

const CODES: Readonly<Record<Tone, string>> = { plain: "", good: "32", bad: "31", dim: "2", strong: "1" };
const WHO_WIDTH = 9;
const FACT_WIDTH = 13;

/** Writes to a stream; colours only on a terminal that wants them (https://no-color.org). */
export function openPaper(stream: NodeJS.WriteStream, quiet: boolean): Paper {
  const startedAt = performance.now();
  const colours = stream.isTTY && process.env["NO_COLOR"] === undefined;
  const tint = (text: string, tone: Tone): string =>
    colours && tone !== "plain" ? `\u001B[${CODES[tone]}m${text}\u001B[0m` : text;
  const line = (text = ""): void => {
    if (!quiet) stream.write(`${text}\n`);
  };
  return {
    line,
    title: (text) => {
      line();
      line(tint(text, "strong"));
      line();
    },
    fact: (name, text) => line(`  ${tint(name.padEnd(FACT_WIDTH), "dim")} ${text}`),
    event: (who, text, tone = "plain") => {
      const at = formatDuration(performance.now() - startedAt).padStart(7);
      line(`${tint(at, "dim")}  ${tint(who.padEnd(WHO_WIDTH), "strong")}  ${tint(text, tone)}`);
    },
    detail: (text, tone = "dim") => line(`${" ".repeat(WHO_WIDTH + 11)}${tint(text, tone)}`),
  };
}
