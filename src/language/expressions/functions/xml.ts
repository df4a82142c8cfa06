import { evaluationError } from "../errors.ts";

/** An element of a report: its attributes, its text and its child elements, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Elements in elements; reports need a dozen. */
const MAX_DEPTH = 200;
const NAME = /[^\s/>=<"'&]+/y;
const ATTRIBUTE = /\s+([^\s/>=<"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

/**
 * Reads the XML that coverage and test reports are written in: one pass over the text, linear in its length. A document type is passed over and
 * no entity but the five that XML itself defines is ever expanded, which is all that is needed and all that is safe. (A library was measured
 * to cost every start of the program 6 ms and 270 KB for this.)
 *
 * Throws PawlError `expression.evaluation` with the line where the text isn't well-formed.
 */
export function parseXml(text: string, place: string): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  const fail = (problem: string): never => {
    const line = text.slice(0, at).split("\n").length;
    throw evaluationError(`${place} was given text that is not XML: ${problem} (line ${line})`);
  };
  const past = (end: string): number => {
    const found = text.indexOf(end, at);
    return found === -1 ? fail(`"${text.slice(at, at + 9)}" is never closed by "${end}"`) : found + end.length;
  };
  const addText = (raw: string): void => {
    const top = open.at(-1);
    if (top !== undefined) top.text += raw;
    else if (raw.trim() !== "") fail("text stands outside the root element");
  };
  const close = (element: XmlElement): void => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(element);
    else if (root === undefined) root = element;
    else fail("there is more than one root element");
  };

  while (at < text.length) {
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      const end = next === -1 ? text.length : next;
      addText(unescape(text.slice(at, end)));
      at = end;
    } else if (text.startsWith("<!--", at)) {
      at = past("-->");
    } else if (text.startsWith("<![CDATA[", at)) {
      const end = past("]]>");
      addText(text.slice(at + "<![CDATA[".length, end - 3));
      at = end;
    } else if (text.startsWith("<?", at)) {
      at = past("?>");
    } else if (text.startsWith("<!", at)) {
      at = documentTypeEnd(text, at) ?? fail("the document type is never closed");
    } else if (text.startsWith("</", at)) {
      const end = past(">");
      const name = text.slice(at + 2, end - 1).trim();
      const top = open.pop();
      if (top?.name !== name)
        fail(top === undefined ? `</${name}> closes nothing` : `</${name}> stands where </${top.name}> was expected`);
      else close(top);
      at = end;
    } else {
      const tag = readTag(text, at) ?? fail(`"${text.slice(at, at + 20)}" is not a tag`);
      at = tag.end;
      if (tag.empty) close(tag.element);
      else if (open.push(tag.element) > MAX_DEPTH) fail(`elements are nested more than ${MAX_DEPTH} deep`);
    }
  }
  const left = open.at(-1);
  if (left !== undefined) fail(`<${left.name}> is never closed`);
  return root ?? fail("it has no element");
}

function readTag(
  text: string,
  at: number,
): { readonly element: OpenElement; readonly empty: boolean; readonly end: number } | undefined {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  const attributes: [string, string][] = [];
  let end = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const attribute = ATTRIBUTE.exec(text);
    if (attribute === null) break;
    attributes.push([attribute[1] ?? "", unescape(attribute[2] ?? attribute[3] ?? "")]);
    end = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = end;
  const closing = TAG_END.exec(text);
  if (closing === null) return undefined;
  return {
    element: { name, attributes: Object.fromEntries(attributes), children: [], text: "" },
    empty: closing[1] === "/",
    end: TAG_END.lastIndex,
  };
}

/** The index past a `<!DOCTYPE …>`, whose internal subset in brackets is passed over unread. */
function documentTypeEnd(text: string, at: number): number | undefined {
  let brackets = 0;
  for (let index = at; index < text.length; index++) {
    const char = text[index];
    if (char === '"' || char === "'") {
      index = text.indexOf(char, index + 1);
      if (index === -1) return undefined;
    } else if (text.startsWith("<!--", index)) {
      index = text.indexOf("-->", index + 4);
      if (index === -1) return undefined;
    } else if (char === "[") brackets += 1;
    else if (char === "]") brackets -= 1;
    else if (char === ">" && brackets === 0) return index + 1;
  }
  return undefined;
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
    for (const child of next.children.toReversed()) waiting.push(child);
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
