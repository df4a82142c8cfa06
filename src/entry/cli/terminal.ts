import { styleText } from "node:util";
import type { Tone } from "../run-lines.ts";

const STYLES = { good: "green", bad: "red", warn: "yellow", dim: "dim", bold: "bold" } as const;

/** Where a command writes. Results go to `out`, everything said along the way to `note`, so that a script can read the one without the other. */
export interface Terminal {
  out(text: string): void;
  /** One JSON document and a newline, on standard output. */
  json(value: unknown): void;
  note(text: string): void;
  /** Whether a person can be asked: both ends of the conversation are terminals. */
  readonly canAsk: boolean;
  /** Whether `note` reaches a terminal that understands cursor movement. */
  readonly live: boolean;
  readonly columns: number;
  tone(tone: Tone, text: string): string;
}

/** The terminal of this process. Colour follows NO_COLOR, FORCE_COLOR and whether anybody watches. */
export function processTerminal(options: { readonly json: boolean }): Terminal {
  const { stdin, stdout, stderr } = process;
  const live = stderr.isTTY && process.env["TERM"] !== "dumb" && process.env["CI"] === undefined;
  return {
    out: (text) => void stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value, null, stdout.isTTY ? 2 : 0)}\n`),
    note: (text) => void stderr.write(text.endsWith("\n") ? text : `${text}\n`),
    canAsk: stdin.isTTY && stderr.isTTY && !options.json,
    live,
    get columns() {
      // A terminal that was never told its size says 0.
      return stderr.columns > 0 ? stderr.columns : 100;
    },
    tone: (tone, text) => styleText(STYLES[tone], text, { stream: options.json ? stderr : stdout }),
  };
}
