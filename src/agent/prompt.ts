import { PawlError } from "../kernel/errors.ts";
import { booleanField, listField, objectField, textField } from "../kernel/fields.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import type { StepContext } from "../engine/step.ts";
import { resolveText, resolveValue } from "../language/expressions/evaluate.ts";
import type { Scope } from "../language/expressions/scope.ts";
import { revealHidden, revealHiddenDeep, revealInvisible } from "../kernel/untrusted-text.ts";
import { delimit, UNTRUSTED_NOTICE } from "./untrusted.ts";
import { readConfined } from "./tools/confined-file.ts";
import { bounded, RESULT_LIMIT } from "./tools/tool.ts";

/** Contexts whose text others wrote, or may have influenced. */
const UNTRUSTED_ROOTS = ["issue", "steps", "item", "matrix"] as const;
const MOST_CONTEXT_FILES = 50;

/** What an agent is told first. */
export interface AgentPrompt {
  readonly system: string;
  readonly prompt: string;
}

/**
 * Renders a step's `prompt` or `prompt_template`, its `system` and its `context`. Whatever of it others wrote is shown with its hidden parts
 * and stands between marks it can't close (S4); the author's own words stand as they are.
 */
export async function renderPrompt(context: StepContext): Promise<AgentPrompt> {
  const { config } = context;
  const template = await promptText(context);
  const prompt = [renderUntrusted(context, template), ...(await contextParts(context))].join("\n\n");
  const system = [
    "You are an agent that works in a software repository, as one step of an automated workflow. Nobody can answer questions: decide yourself, and say at the end what you did.",
    "Tools work on the workspace only, and paths are relative to its root. What you change there is checked by the workflow after you; don't publish, commit or push anything.",
    UNTRUSTED_NOTICE,
    ...(config["system"] === undefined ? [] : [renderUntrusted(context, textField(config, "system"))]),
  ].join("\n\n");
  return { system, prompt };
}

async function promptText(context: StepContext): Promise<string> {
  const { config, run, path } = context;
  const file = textField(config, "prompt_template");
  const inline = textField(config, "prompt");
  if (file === "") {
    if (inline !== "") return inline;
    throw new PawlError({
      code: "agent.no_prompt",
      kind: "invalid",
      message: `Step ${path} has neither a prompt nor a prompt_template`,
      remedy: "Give it one of the two.",
    });
  }
  const text = await context.files.loadTemplate(file, run.file);
  if (text === undefined) {
    throw new PawlError({
      code: "agent.no_template",
      kind: "invalid",
      message: `Step ${path} names the prompt template ${file}, which doesn't exist beside ${run.file}`,
      remedy: "Correct the path, which is relative to the workflow file.",
    });
  }
  return inline === "" ? text : `${text}\n\n${inline}`;
}

/**
 * Evaluates a template. Every `{{ … }}` that prints something of an untrusted context prints it delimited; inside blocks (loops, conditions)
 * the contexts hold the same text with its hidden parts shown, so that comparisons still work.
 */
export function renderUntrusted(context: StepContext, template: string): string {
  const scope = withNames(context.scope, promptNames(context));
  const wrapped: Record<string, Json> = {};
  const untrusted = untrustedPattern(context);
  const rewritten = template.replaceAll(
    /(\$?)\{\{-?((?:[^{}]|\{[^{}]*\})*?)-?\}\}/g,
    (whole, dollar: string, expression: string) => {
      if (!untrusted.test(expression)) return whole;
      let value: Json;
      try {
        value = resolveValue(`${dollar}{{${expression}}}`, scope);
      } catch {
        // It needs names that only exist inside a loop: the loop's own context is shown with its hidden parts.
        return whole;
      }
      if (value === null || typeof value === "number" || typeof value === "boolean" || value === "") return whole;
      const key = `pawl_untrusted_${Object.keys(wrapped).length + 1}`;
      const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
      // A single word (a login, a version, a path) can't say anything.
      if (/^[\w.@/-]{1,60}$/.test(text)) return whole;
      wrapped[key] = delimit(
        bounded(text),
        expression.trim(),
        /^\s*issue\b/.test(expression) ? revealHidden : revealInvisible,
      );
      return `{{ ${key} }}`;
    },
  );
  return resolveText(rewritten, withNames(scope, wrapped));
}

function withNames(scope: Scope, names: JsonObject): Scope {
  return { ...scope, contexts: { ...scope.contexts, ...names } };
}

function promptNames(context: StepContext): JsonObject {
  const { contexts } = context.scope;
  const names: Record<string, Json> = {};
  for (const root of UNTRUSTED_ROOTS) {
    const value = contexts[root];
    if (value !== undefined) names[root] = revealHiddenDeep(value);
  }
  names["inputs"] = { ...objectField(contexts, "inputs"), ...context.inputs };
  return names;
}

function untrustedPattern(context: StepContext): RegExp {
  const steps = context.scope.contexts["steps"];
  const ids = typeof steps === "object" && steps !== null ? Object.keys(steps) : [];
  const roots = [...UNTRUSTED_ROOTS, ...ids].map((name) => name.replaceAll(/[^A-Za-z0-9_]/g, "\\$&"));
  return new RegExp(`(?<![\\w.'"-])(?:${roots.join("|")})(?=\\s*[.[|)]|\\s*$)`);
}

/** The step's `context`: files, outputs of other steps, and the analysis of the code base. */
async function contextParts(context: StepContext): Promise<readonly string[]> {
  const wanted = objectField(context.config, "context");
  const parts: string[] = [];
  if (booleanField(wanted, "codebase", false)) {
    const project = context.scope.contexts["project"];
    if (project !== undefined)
      parts.push(
        `About this code base:\n${delimit(bounded(JSON.stringify(project, null, 2)), "project", revealInvisible)}`,
      );
  }
  for (const id of listField(wanted, "outputs").map(String)) {
    const outputs = objectField(objectField(objectField(context.scope.contexts, "steps"), id), "outputs");
    parts.push(
      `Result of the step ${id}:\n${delimit(bounded(JSON.stringify(outputs, null, 2)), `steps.${id}.outputs`, revealInvisible)}`,
    );
  }
  const patterns = listField(wanted, "files").map(String);
  if (patterns.length > 0) {
    for (const file of context.workspace.glob(patterns).slice(0, MOST_CONTEXT_FILES)) {
      const bytes = readConfined(context.workspace.root, file);
      parts.push(`The file ${file}:\n${delimit(bounded(bytes.toString("utf8"), RESULT_LIMIT), file, revealInvisible)}`);
    }
  }
  return parts;
}
