import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument as readYaml,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
  type Node,
} from "yaml";
import type { Finding } from "../kernel/diagnostics.ts";
import { isJsonObject, type Json, type JsonObject } from "../kernel/json.ts";
import { modernise } from "./compat/older-form.ts";
import { parseDocument } from "./parse/document.ts";
import { Origins, position, type Path } from "./parse/source.ts";
import type { StepTypes } from "./step-type.ts";

export interface Migration {
  /** False when the file is in today's form already, or can't be read. */
  readonly changed: boolean;
  /** The file in today's form, comments and block texts kept; the text as given when nothing changed. */
  readonly text: string;
  /** The other workflows of a file that held several, each a file of its own. */
  readonly others: readonly { readonly name: string; readonly text: string }[];
  /** What was rewritten, in the order of the old file. */
  readonly rewritings: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  /** Why the file can't be read; empty when it can. */
  readonly findings: readonly Finding[];
}

/**
 * Rewrites a workflow file of an older form (spec L12, L14) so that it means the same in today's. Migrating twice changes nothing more.
 *
 * Never throws: a text that isn't YAML within bounds comes back unchanged with findings.
 */
export function migrateWorkflow(
  text: string,
  options: { readonly file: string; readonly stepTypes: StepTypes },
): Migration {
  const origins = new Origins();
  const { root, findings, source } = parseDocument(text, options.file, origins);
  const unchanged = { changed: false, text, others: [], rewritings: [], findings };
  if (findings.length > 0 || !isJsonObject(root)) return unchanged;
  const { root: today, rewritings, siblings } = modernise(root, options.file, origins, options.stepTypes);
  if (rewritings.length === 0) return unchanged;
  const writer = new Writer(source.text, origins);
  return {
    changed: true,
    text: writer.write(today),
    others: Object.entries(siblings)
      .filter(([name]) => name !== today["name"])
      .map(([name, sibling]) => ({ name, text: new Writer(source.text, origins).write(sibling) })),
    rewritings: rewritings
      .map(({ at, message }) => ({ ...position(source, origins.locate(root, at, "key")?.start ?? 0), message }))
      .toSorted((a, b) => a.line - b.line || a.column - b.column),
    findings,
  };
}

/** Writes a rewritten document with the comments and the styles of the nodes it was made from. */
class Writer {
  readonly #origins: Origins;
  readonly #original: Document.Parsed;
  readonly #nodes = new Map<string, Node>();
  readonly #used = new Set<Node>();

  constructor(text: string, origins: Origins) {
    this.#origins = origins;
    this.#original = readYaml(text, { stringKeys: true, uniqueKeys: false, logLevel: "silent" });
    visit(this.#original, {
      Node: (_key, node) => {
        const { range } = node as Node;
        if (range != null) this.#nodes.set(`${range[0]}:${range[1]}`, node as Node);
      },
    });
  }

  write(root: JsonObject): string {
    const document = new Document();
    document.contents = this.#node(root, root, []) as typeof document.contents;
    document.commentBefore = this.#original.commentBefore;
    document.comment = this.#original.comment;
    return document.toString({ lineWidth: 0, flowCollectionPadding: true });
  }

  #node(value: Json, root: JsonObject, path: Path): Node {
    const origin = this.#origin(root, path, "value");
    if (Array.isArray(value)) {
      const list = new YAMLSeq();
      list.flow = isSeq(origin)
        ? origin.flow === true
        : value.every((item) => !isJsonObject(item) && !Array.isArray(item));
      list.items = value.map((item: Json, index) => this.#node(item, root, [...path, index]));
      return isSeq(origin) ? this.#dressed(list, origin) : list;
    }
    if (isJsonObject(value)) {
      const map = new YAMLMap();
      map.flow = isMap(origin) && origin.flow === true;
      for (const [name, member] of Object.entries(value)) {
        const key = new Scalar(name);
        const before = this.#origin(root, [...path, name], "key");
        if (isScalar(before)) this.#dressed(key, before);
        map.add({ key, value: this.#node(member, root, [...path, name]) });
      }
      return isMap(origin) ? this.#dressed(map, origin) : map;
    }
    const scalar = new Scalar(value);
    if (isScalar(origin)) {
      this.#dressed(scalar, origin);
      if (origin.value === value && origin.type !== undefined) scalar.type = origin.type;
      if (origin.value === value && origin.format !== undefined) scalar.format = origin.format;
    }
    if (typeof value === "string" && value.includes("\n") && scalar.type === undefined) scalar.type = "BLOCK_LITERAL";
    return scalar;
  }

  #origin(root: JsonObject, path: Path, part: "key" | "value"): Node | undefined {
    const span = this.#origins.locate(root, path, part);
    return span === undefined ? undefined : this.#nodes.get(`${span.start}:${span.end}`);
  }

  /** Each comment goes to the first node made from the one it stood at. */
  #dressed<T extends Node>(node: T, origin: Node): T {
    if (isPair(origin) || this.#used.has(origin)) return node;
    this.#used.add(origin);
    if (origin.commentBefore != null) node.commentBefore = origin.commentBefore;
    if (origin.comment != null) node.comment = origin.comment;
    if (origin.spaceBefore === true) node.spaceBefore = true;
    return node;
  }
}
