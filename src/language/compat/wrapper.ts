import { isJsonObject, type JsonObject } from "../../kernel/json.ts";
import type { Path } from "../parse/source.ts";
import type { Rewriter } from "./rewriter.ts";

/** Fields beside `workflows:` that hold for each of them. */
const SHARED = ["version", "description", "variables", "env", "inputs", "defaults", "budget", "permissions"] as const;

/** Takes the meant workflow out of a `workflows: {name: {…}}` wrapper; a document without one is itself the workflow. */
export function unwrapped(
  document: JsonObject,
  file: string,
  { origins, note }: Rewriter,
): { readonly chosen: JsonObject; readonly path: Path; readonly siblings: Readonly<Record<string, JsonObject>> } {
  const { workflows } = document;
  if (!isJsonObject(workflows)) return { chosen: document, path: [], siblings: {} };
  const entries = Object.entries(workflows).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]));
  const shared = Object.fromEntries(
    SHARED.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])),
  ) as JsonObject;
  const whole = Object.fromEntries(
    entries.map(([name, workflow]) => [
      name,
      origins.carry(workflow, { ...shared, name, ...workflow, ...merged(shared, workflow) }),
    ]),
  );
  const extended = new Set(entries.map(([, workflow]) => workflow["extends"]));
  const called = file
    .split("/")
    .at(-1)
    ?.replace(/\.ya?ml$/, "");
  const name =
    entries.find(([key]) => key === called)?.[0] ?? entries.find(([key]) => !extended.has(key))?.[0] ?? entries[0]?.[0];
  if (name === undefined) return { chosen: document, path: [], siblings: {} };
  const others =
    entries.length > 1 ? `; the file's others (${entries.map(([key]) => key).join(", ")}) need files of their own` : "";
  note(["workflows"], `"workflows: ${name}:" became the workflow itself${others}`);
  return { chosen: whole[name] ?? document, path: ["workflows", name], siblings: whole };
}

/** Variables and environment of file and workflow together; the workflow's own win. */
function merged(shared: JsonObject, workflow: JsonObject): JsonObject {
  return Object.fromEntries(
    ["variables", "env", "inputs"].flatMap((field) => {
      const [outer, own] = [shared[field], workflow[field]];
      return isJsonObject(outer) && isJsonObject(own) ? [[field, { ...outer, ...own }]] : [];
    }),
  );
}
