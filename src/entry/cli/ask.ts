import { createInterface } from "node:readline/promises";
import { PawlError } from "../../kernel/errors.ts";
import type { Json } from "../../kernel/json.ts";
import { resolveInputs } from "../../language/inputs.ts";
import type { InputSpec, Workflow } from "../../language/model.ts";
import { assignments, type InputOptions } from "./assignments.ts";
import { readJsonObject } from "./json-file.ts";
import type { Session } from "./session.ts";

/** Asks on standard error, so that standard output stays a result. */
async function conversation<T>(talk: (question: (text: string) => Promise<string>) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const gone = new AbortController();
  lines.once("close", () => gone.abort());
  try {
    return await talk((text) => lines.question(text, { signal: gone.signal }));
  } catch (error) {
    if (gone.signal.aborted) throw declined();
    throw error;
  } finally {
    lines.close();
  }
}

/**
 * Shows something and asks whether it may happen; anything but a yes is a no.
 *
 * @throws PawlError `cli.declined` (kind cancelled)
 */
export function askWhether(what: string, terminal: Session["terminal"]): Promise<void> {
  return conversation(async (question) => {
    terminal.note(what);
    if (!/^y(es)?$/i.test((await question("Trust it as it is now? [y/N] ")).trim())) throw declined();
  });
}

/** Lets a person choose a workflow by number or name. */
export function askWorkflow({ terminal }: Session, names: readonly string[]): Promise<string> {
  return conversation(async (question) => {
    for (const [index, name] of names.entries()) terminal.note(`${String(index + 1).padStart(3)}  ${name}`);
    for (;;) {
      const answer = (await question("Which workflow? ")).trim();
      const chosen = names[Number(answer) - 1] ?? names.find((name) => name === answer);
      if (chosen !== undefined) return chosen;
      terminal.note(`"${answer}" is none of them.`);
    }
  });
}

/**
 * Asks for required inputs that weren't given, each until it is valid, then shows what will run and asks whether to. With everything given
 * nothing is asked.
 *
 * @throws PawlError `cli.declined` (kind cancelled)
 */
export async function askInputs(session: Session, workflow: Workflow, options: InputOptions): Promise<InputOptions> {
  const given = {
    ...(options.inputs === undefined ? {} : await readJsonObject(options.inputs, session)),
    ...assignments(options.input ?? []),
  };
  const missing = Object.entries(workflow.inputs).filter(
    ([name, spec]) => spec.required && spec.default === undefined && !Object.hasOwn(given, name),
  );
  if (missing.length === 0) return options;
  const { terminal } = session;
  return conversation(async (question) => {
    const answers: string[] = [];
    for (const [name, spec] of missing) answers.push(`${name}=${await askOne(name, spec)}`);
    terminal.note(preview());
    const sure = (await question("Run it? [Y/n] ")).trim().toLowerCase();
    if (sure !== "" && sure !== "y" && sure !== "yes") throw declined();
    return { ...options, input: [...(options.input ?? []), ...answers] };

    async function askOne(name: string, spec: InputSpec): Promise<string> {
      if (spec.description !== "") terminal.note(terminal.tone("dim", spec.description));
      for (;;) {
        const answer = await question(`${name} (${described(spec)}): `);
        const { problems } = resolveInputs({ [name]: spec }, { [name]: answer }, { text: true });
        if (problems.length === 0 && answer !== "") return answer;
        terminal.note(
          problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join("\n") ||
            "It is required.",
        );
      }
    }

    function preview(): string {
      const inputs: readonly (readonly [string, Json])[] = [
        ...Object.entries(given),
        ...answers.map(
          (answer) => [answer.slice(0, answer.indexOf("=")), answer.slice(answer.indexOf("=") + 1)] as const,
        ),
      ];
      const shown = inputs.map(([name, value]) => {
        const secret = workflow.inputs[name]?.type === "secret";
        return `  ${name} = ${secret ? "***" : typeof value === "string" ? value : JSON.stringify(value)}`;
      });
      const steps = workflow.steps.map(({ id, type }) => `  ${id} (${type})`);
      return [terminal.tone("bold", workflow.name), ...shown, "steps:", ...steps].join("\n");
    }
  });
}

function described(spec: InputSpec): string {
  if (spec.enum !== undefined)
    return spec.enum.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" | ");
  return spec.type;
}

function declined(): PawlError {
  return new PawlError({ code: "cli.declined", kind: "cancelled", message: "Nothing was run." });
}
