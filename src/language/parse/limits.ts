import { CST, Lexer, Parser } from "yaml";
import type { Finding } from "../../kernel/diagnostics.ts";
import { findingAt, type SourceText, type Span } from "./source.ts";

/** The bounds of spec S5. Each one has its own rule and message. */
export const YAML_LIMITS = {
  /** Bytes of UTF-8. */
  bytes: 262_144,
  /** Mappings and lists inside one another. */
  depth: 32,
  /** Keys and values together. */
  nodes: 30_000,
  /** UTF-16 code units of one scalar. */
  scalar: 131_072,
} as const;

const KNOWN_TAGS = new Set(["!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq", "!"]);

/** C0 and C1 controls but tab and line ends, line separators, marks that reorder text, byte order marks, and lone surrogates. */
const REFUSED_CHARACTER =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Findings on the text before any of it is read as YAML: too long, or with characters that editors hide. */
export function checkText(source: SourceText): Finding[] {
  const whole = { source, start: 0, end: 0 };
  const bytes = new TextEncoder().encode(source.text).byteLength;
  if (bytes > YAML_LIMITS.bytes) {
    return [
      findingAt(whole, {
        rule: "yaml.too-large",
        message: `the file has ${bytes} bytes; a workflow may have ${YAML_LIMITS.bytes}`,
        hint: "split it into sub-workflows (type: workflow) or move long prompts into prompt_template files",
      }),
    ];
  }
  const findings: Finding[] = [];
  for (const match of source.text.matchAll(REFUSED_CHARACTER)) {
    const code = match[0].codePointAt(0) ?? 0;
    const span = { source, start: match.index, end: match.index + 1 };
    findings.push(
      findingAt(span, {
        rule: "yaml.character",
        message: `the character U+${code.toString(16).toUpperCase().padStart(4, "0")} is not allowed in a workflow file`,
        hint: "delete it, or write it as an escape inside double quotes",
      }),
    );
    if (findings.length === 20) break;
  }
  return findings;
}

/**
 * Splits the text into YAML tokens, and stops at the first bound it breaks. Linear in the text; nothing is composed yet, so neither
 * aliases nor nesting can have cost anything.
 */
export function boundedTokens(source: SourceText): { readonly tokens: CST.Token[]; readonly findings: Finding[] } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const findings: Finding[] = [];
  let nodes = 0;
  const refuse = (rule: string, lexeme: string, message: string, hint: string): void => {
    const span: Span = { source, start: parser.offset, end: parser.offset + lexeme.length };
    findings.push(findingAt(span, { rule: `yaml.${rule}`, message, hint }));
  };
  let plain = false;
  for (const lexeme of new Lexer().lex(source.text)) {
    // The lexer announces a plain or block scalar by a mark of its own; what follows is text, whatever it looks like.
    const type: CST.TokenType | "text" | null = plain ? "text" : CST.tokenType(lexeme);
    plain = type === "scalar";
    switch (type) {
      case "alias":
      case "anchor":
        refuse(
          "alias",
          lexeme,
          `${type === "alias" ? "an alias" : "an anchor"} (${shortened(lexeme)}) is not allowed: every value is written where it is used`,
          "use a variable for a shared value, defaults for shared step fields, or extends for shared steps; quote the text if it only starts with & or *",
        );
        break;
      case "tag":
        if (!KNOWN_TAGS.has(lexeme)) {
          refuse(
            "tag",
            lexeme,
            `the tag ${shortened(lexeme)} is not known`,
            "delete it; quote the text if it only starts with !",
          );
        }
        break;
      case "directive-line":
        refuse(
          "directive",
          lexeme,
          `the directive ${shortened(lexeme)} is not allowed: workflows are YAML 1.2`,
          "delete the line",
        );
        break;
      case "text":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        nodes++;
        if (lexeme.length > YAML_LIMITS.scalar) {
          refuse(
            "scalar-too-long",
            lexeme.slice(0, 1),
            `one value has ${lexeme.length} characters; it may have ${YAML_LIMITS.scalar}`,
            "move the text into a file of the repository",
          );
        }
        break;
      case "flow-map-start":
      case "flow-seq-start":
      case "seq-item-ind":
        nodes++;
        break;
      default:
    }
    if (nodes > YAML_LIMITS.nodes) {
      refuse(
        "too-many-nodes",
        lexeme,
        `the file has more than ${YAML_LIMITS.nodes} keys and values`,
        "split it into sub-workflows (type: workflow)",
      );
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The parser's stack holds the document and the open collections; a map's open key or value may add one.
    if (parser.stack.length > YAML_LIMITS.depth + 2) {
      refuse(
        "too-deep",
        lexeme,
        `mappings and lists stand more than ${YAML_LIMITS.depth} deep in one another`,
        "move the inner part into a sub-workflow or a file",
      );
    }
    if (findings.length > 0) return { tokens: [], findings };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, findings };
}

function shortened(text: string): string {
  const line = text.trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
