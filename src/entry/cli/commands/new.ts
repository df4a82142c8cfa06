import { access, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Finding } from "../../../kernel/diagnostics.ts";
import { PawlError } from "../../../kernel/errors.ts";
import type { StepTypes } from "../../../language/step-type.ts";
import type { Message } from "../../../ports/model-provider.ts";
import type { WorkflowFiles } from "../../../ports/workflow-files.ts";
import { modelProviders } from "../../../wiring/models.ts";
import { createWorkflows } from "../../../wiring/workflows.ts";
import { EXIT } from "../exit.ts";
import { logOf, openWorkflows } from "../open.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

const ATTEMPTS = 3;
const MODEL = "claude-sonnet-5-5";
const MOST_TOKENS = 8_000;

/**
 * `pawl new "<plain English>"` (L15): Claude drafts a workflow, the validator reads it, and what it finds goes back until the draft is
 * valid. Only a valid draft is written, and never over a file that is there.
 */
export async function newCommand(
  session: Session,
  wish: string,
  options: { readonly out?: string; readonly model?: string },
): Promise<number> {
  const { env } = session;
  const { stepTypes } = await openWorkflows(session);
  const provider = await modelProviders(
    { apiKey: env["ANTHROPIC_API_KEY"], baseUrl: env["ANTHROPIC_BASE_URL"] },
    logOf(session),
  )(options.model ?? MODEL);
  const messages: Message[] = [{ role: "user", content: [{ type: "text", text: wish }] }];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    session.terminal.note(
      `drafting with ${options.model ?? MODEL}${provider.name === "scripted" ? " (scripted)" : ""} …`,
    );
    const answer = await provider.send(
      { model: options.model ?? MODEL, system: instructions(stepTypes), messages, tools: [], maxTokens: MOST_TOKENS },
      {},
    );
    const said = answer.content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
    const text = yamlOf(said);
    const { validation } = await createWorkflows(oneFile(text), stepTypes).check("draft.yml");
    if (validation.ok && validation.workflow !== undefined) {
      const { lintWorkflow } = await import("../../../language/lint/lint.ts");
      const { findings } = lintWorkflow(validation.workflow, text, stepTypes, validation.findings);
      return write(session, { text, name: validation.workflow.name, findings }, options.out);
    }
    const problems = validation.findings
      .filter(({ severity }) => severity === "error")
      .map(({ line, message, hint }) => `line ${line}: ${message}${hint === undefined ? "" : ` (${hint})`}`);
    session.terminal.note(`the draft has ${problems.length} mistakes; asking for a better one`);
    messages.push(
      { role: "assistant", content: [{ type: "text", text: said }] },
      {
        role: "user",
        content: [
          {
            type: "text",
            text: `The validator says:\n${problems.join("\n")}\n\nAnswer with the whole corrected file.`,
          },
        ],
      },
    );
  }
  throw new PawlError({
    code: "new.invalid",
    kind: "permanent",
    message: `After ${ATTEMPTS} drafts there was none without mistakes; nothing was written.`,
    remedy: "Say more exactly what shall happen, step by step, or start from pawl init.",
  });
}

interface Draft {
  readonly text: string;
  readonly name: string;
  readonly findings: readonly Finding[];
}

async function write(session: Session, { text, name, findings }: Draft, out: string | undefined): Promise<number> {
  const { workspace } = findPlaces(session);
  const target =
    out === undefined ? path.join(workspace, ".github/pawl", `${name}.yml`) : path.resolve(session.cwd, out);
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  ) {
    throw new PawlError({
      code: "new.exists",
      kind: "invalid",
      message: `${target} is there already.`,
      remedy: "Give another place with --out.",
    });
  }
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
  if (session.options.json === true) session.terminal.json({ file: target, workflow: name, findings });
  else {
    session.terminal.out(`${session.terminal.tone("good", "✓")} ${target}`);
    for (const { line, message } of findings) session.terminal.out(`  line ${line}: ${message}`);
  }
  return EXIT.ok;
}

function instructions(stepTypes: StepTypes): string {
  const types = [...stepTypes.values()].map((type) => {
    const fields = Object.entries(type.fields).map(
      ([name, schema]) =>
        `${name}${type.required.includes(name) ? "*" : ""}: ${typeof schema["description"] === "string" ? schema["description"] : ""}`,
    );
    const example = type.examples[0]?.yaml ?? "";
    return `## ${type.type}\n${type.summary}\n${fields.join("\n")}\n${example}`;
  });
  return [
    "You write workflow files for Pawl. Answer with one YAML file in one ```yaml block and nothing else.",
    "A file has: name (lower case, a-z 0-9 -), description, inputs {name: {type: string|number|boolean|choice|list|object, required, default, description}}, outputs {name: {value: expression}}, steps (a list).",
    "Every step has id and type, and may have name, when, needs, timeout, retry {attempts}, on_error, env, cache {inputs: [globs]}.",
    "Expressions are Jinja in {{ }}; refer to inputs.x and to <step id>.outputs.y. In a shell command never put an expression within single quotes.",
    "Step types (* required):",
    ...types,
  ].join("\n\n");
}

function yamlOf(said: string): string {
  const block = /```(?:ya?ml)?\n([\s\S]*?)```/.exec(said)?.[1] ?? said;
  return block.endsWith("\n") ? block : `${block}\n`;
}

/** Workflow files that hold nothing but the draft. */
function oneFile(text: string): WorkflowFiles {
  return {
    load: (reference) => Promise.resolve(reference === "draft.yml" ? { text, file: "draft.yml" } : undefined),
    loadTemplate: () => Promise.resolve(undefined),
    names: () => Promise.resolve([]),
  };
}
