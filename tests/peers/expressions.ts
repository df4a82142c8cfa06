import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

export type Contexts = Readonly<Record<string, unknown>>;
export interface JobStatus {
  readonly failed: boolean;
  readonly cancelled: boolean;
}

/** Replaces every `${{ … }}` of a text; a text that is one whole expression keeps its value's type. */
export function resolve(text: string, contexts: Contexts): unknown {
  const whole = /^\$\{\{([\s\S]*?)\}\}$/.exec(text.trim())?.[1];
  if (whole !== undefined && !whole.includes("${{")) return evaluate(whole, contexts, undefined);
  return text.replaceAll(/\$\{\{([\s\S]*?)\}\}/g, (_all, expression: string) =>
    show(evaluate(expression, contexts, undefined)),
  );
}

/** Decides an `if:`: without a status function it also needs success. */
export function holds(condition: string | undefined, contexts: Contexts, status: JobStatus): boolean {
  const bare = (condition ?? "").replace(/^\$\{\{([\s\S]*)\}\}$/, "$1").trim();
  if (bare === "") return !status.failed && !status.cancelled;
  const asksStatus = /\b(always|success|failure|cancelled)\s*\(/i.test(bare);
  if (!asksStatus && (status.failed || status.cancelled)) return false;
  return Boolean(evaluate(bare, contexts, status));
}

function evaluate(expression: string, contexts: Contexts, status: JobStatus | undefined): unknown {
  const answers: Readonly<Record<string, boolean>> =
    status === undefined
      ? {}
      : {
          always: true,
          success: !status.failed && !status.cancelled,
          failure: status.failed && !status.cancelled,
          cancelled: status.cancelled,
        };
  const functions = Object.entries(answers).map(([name, answer]) => {
    return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer) };
  });
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const result = new Evaluator(parsed, values, new Map(functions.map((fn) => [fn.name, fn]))).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer)) as unknown;
}

/** As GitHub writes a value into a text. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
