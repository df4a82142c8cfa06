import { nearestName } from "../kernel/diagnostics.ts";
import { digestJson } from "../kernel/digest.ts";
import { PawlError } from "../kernel/errors.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { StepContext, StepOutcome } from "../engine/step.ts";
import type { Plugin, PluginAction } from "../ports/plugin.ts";
import { defineStep } from "./define.ts";
import { fieldError } from "./frames.ts";

export const pluginStep = defineStep({
  type: "plugin",
  summary: "Calls an action of an integration.",
  description:
    "Calls `action` of the integration that `plugin` names, with `inputs` checked against the action's schema before the call and its outputs after it. Which integrations there are is a matter of configuration; " +
    "`codebase_analyzer` comes with Pawl. An action with outside effects is given a key that is the same for every attempt, so that a repeat finds its own earlier work.",
  fields: {
    plugin: { type: "string", description: "The integration's name." },
    action: { type: "string", description: "The action's name." },
  },
  required: ["plugin", "action"],
  openOutputs: true,
  caching: "declared",
  examples: [
    {
      title: "Look at the code base",
      yaml: `- id: analysis
  type: plugin
  plugin: codebase_analyzer
  action: analyze
`,
    },
  ],
  run: async (context) => call(context),
  identity: async (context) => {
    const { plugin, name } = await actionOf(context);
    return { plugin: plugin.name, version: plugin.version, action: name };
  },
});

async function call(context: StepContext): Promise<StepOutcome> {
  const { plugin, action, name } = await actionOf(context);
  await check(action.input, context.inputs, "plugin.inputs", `the inputs of ${plugin.name}.${name}`);
  const outputs = await action.run(context.inputs, {
    runId: context.run.id,
    path: context.path,
    workspace: context.workspace,
    secrets: context.secrets,
    clock: context.clock,
    log: logOf(context),
    signal: context.signal,
    idempotencyKey: digestJson([context.run.id, context.path, plugin.name, name]),
  });
  await check(action.output, outputs, "plugin.outputs", `what ${plugin.name}.${name} gave`);
  return {
    status: "completed",
    outputs,
    evidence: { plugin: plugin.name, version: plugin.version, action: name },
    cacheable: !action.effects,
  };
}

async function actionOf({
  config,
  plugins,
}: StepContext): Promise<{ readonly plugin: Plugin; readonly action: PluginAction; readonly name: string }> {
  const { plugin: pluginName, action: name } = config;
  if (typeof pluginName !== "string") throw fieldError("plugin", "must name an integration");
  if (typeof name !== "string") throw fieldError("action", "must name an action");
  const plugin = await plugins.get(pluginName);
  if (plugin === undefined)
    throw unknown("plugin.unknown", `there is no integration "${pluginName}"`, pluginName, plugins.names());
  const action = Object.hasOwn(plugin.actions, name) ? plugin.actions[name] : undefined;
  if (action === undefined)
    throw unknown("plugin.unknown_action", `${plugin.name} has no action "${name}"`, name, Object.keys(plugin.actions));
  return { plugin, action, name };
}

function unknown(code: string, message: string, name: string, known: readonly string[]): PawlError {
  const near = nearestName(name, known);
  const remedy = near === undefined ? `There are: ${known.join(", ") || "none"}.` : `Did you mean "${near}"?`;
  return new PawlError({ code, kind: "invalid", message, remedy });
}

async function check(schema: JsonObject, data: JsonObject, code: string, place: string): Promise<void> {
  const { schemaProblems } = await import("./json-schema.ts");
  const [first] = schemaProblems(schema, data);
  if (first === undefined) return;
  throw new PawlError({
    code,
    kind: code === "plugin.inputs" ? "invalid" : "permanent",
    message: `${place} do not agree with their schema: ${first.path === "" ? "the whole" : first.path} ${first.message}`,
  });
}

function logOf(context: StepContext): import("../ports/log.ts").Log {
  const line = (message: string): void => context.output("tool", `${message}\n`);
  return { info: line, warning: line, error: line, debug: () => {} };
}
