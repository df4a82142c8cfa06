import { XMLParser, XMLValidator } from "fast-xml-parser";
import { evaluationError } from "../errors.ts";

/** An element of a report: its attributes and its children, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

// Entities stay as written: reports need none, and expanding them is how a small file becomes gigabytes.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  trimValues: false,
});

/** The root element of an XML text. Throws PawlError `expression.evaluation` when it isn't XML; a document type is read past, never followed. */
export function parseXml(text: string, place: string): XmlElement {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    throw evaluationError(`${place} was given text that is not XML: ${valid.err.msg} (line ${valid.err.line})`);
  }
  const [root] = elementsOf(parser.parse(text));
  if (root === undefined) throw evaluationError(`${place} was given an XML document without elements`);
  return root;
}

function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Readonly<Record<string, unknown>>) => {
    const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
    if (name === undefined) return [];
    const children = node[name];
    return [
      {
        name,
        attributes: Object.fromEntries(
          Object.entries((node[":@"] ?? {}) as Record<string, unknown>).map(([key, value]) => [
            key,
            unescape(String(value)),
          ]),
        ),
        children: elementsOf(children),
        text: textOf(children),
      },
    ];
  });
}

function textOf(children: unknown): string {
  if (!Array.isArray(children)) return "";
  return unescape(
    children
      .map((child: Readonly<Record<string, unknown>>) => (typeof child["#text"] === "string" ? child["#text"] : ""))
      .join(""),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The five entities XML itself defines, and characters by number; one pass, so that nothing is expanded twice. */
function unescape(text: string): string {
  return text.replaceAll(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, name, decimal, hexadecimal) => {
      if (typeof name === "string") return ENTITIES[name] ?? whole;
      const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Every element of that name below (and with) `element`, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    waiting.push(...next.children.toReversed());
  }
  return found;
}

export function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** An attribute as a number; undefined when it is absent or isn't one. */
export function numberAttribute(element: XmlElement, name: string): number | undefined {
  const value = element.attributes[name];
  const read = value === undefined || value.trim() === "" ? Number.NaN : Number(value.replaceAll(",", ""));
  return Number.isFinite(read) ? read : undefined;
}
