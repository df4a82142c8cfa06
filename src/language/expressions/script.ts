import { toPawlError } from "../../kernel/errors.ts";
import { chainsOf } from "./chains.ts";
import { environmentName } from "./named-value.ts";
import type { Segment } from "./segments.ts";
import { splitTemplate } from "./segments.ts";
import type { Position } from "./shell-position.ts";
import { ShellReader } from "./shell-position.ts";

/** A script whose text holds no value, and the environment variables that carry its values (spec L6). */
export interface CompiledScript {
  readonly script: string;
  /** `expression` is as written, braces included: its text (`resolveText`) is the variable's value. */
  readonly bindings: readonly { readonly name: string; readonly expression: string }[];
  readonly problems: readonly ScriptProblem[];
}

export interface ScriptProblem {
  readonly message: string;
  /** In UTF-16 units from the start of the script's text. */
  readonly offset: number;
  readonly length: number;
  /** The line to write instead. */
  readonly hint: string;
}

type Placed = Extract<Segment, { readonly kind: "jinja" | "github" }>;

/** Interpreters in which a reference to a variable can be put where the expression stood. */
const SHELLS: ReadonlySet<string> = new Set(["sh", "bash", "dash", "zsh", "ksh", "ash"]);

/**
 * Compiles a shell step's text: each expression becomes a reference to an environment variable (`"${PAWL_EXPR_1}"` as a word,
 * `${PAWL_EXPR_1}` inside double quotes), so that whatever its value holds, it is one piece of text to the shell and never code.
 * Where the text can't carry a reference there is a problem that shows the line to write; such a script must not run. Never throws.
 */
export function compileScript(text: string, interpreter: string): CompiledScript {
  let segments: readonly Segment[];
  try {
    segments = splitTemplate(text, "script");
  } catch (thrown) {
    const error = toPawlError(thrown);
    const offset = typeof error.details["offset"] === "number" ? error.details["offset"] : 0;
    return {
      script: text,
      bindings: [],
      problems: [
        {
          message: error.message,
          offset,
          length: 2,
          hint: "To keep braces as they are, put {% raw %} before and {% endraw %} after them.",
        },
      ],
    };
  }
  if (segments.every((segment) => segment.kind === "text"))
    return { script: join(segments), bindings: [], problems: [] };
  return SHELLS.has(shellName(interpreter))
    ? compileShell(text, segments)
    : compileOther(text, segments, shellName(interpreter));
}

function shellName(interpreter: string): string {
  const program = interpreter.trim().split(/\s+/)[0] ?? "";
  return (program.split("/").at(-1) ?? "").replace(/\.exe$/, "").toLowerCase();
}

function join(segments: readonly Segment[]): string {
  return segments.map((segment) => (segment.kind === "text" ? segment.text : "")).join("");
}

function compileShell(text: string, segments: readonly Segment[]): CompiledScript {
  const reader = new ShellReader();
  const placed: Placed[] = [];
  for (const segment of segments) {
    if (segment.kind === "text") reader.read(segment.text, segment.offset);
    else if (segment.kind === "jinja" || segment.kind === "github") {
      placed.push(segment);
      reader.expression();
    }
  }
  const positions = reader.end();
  const names = new Map<string, string>();
  const problems: ScriptProblem[] = segments
    .filter((segment) => segment.kind === "statement")
    .map((segment) => statementProblem(text, segment));
  const alone =
    placed.length === 1 && segments.every((segment) => segment.kind !== "text" || segment.text.trim() === "");
  let script = "";
  for (const segment of segments) {
    const original = text.slice(segment.offset, segment.end);
    if (segment.kind === "text") script += segment.text;
    if (segment.kind !== "jinja" && segment.kind !== "github") continue;
    const position = positions[placed.indexOf(segment)] ?? { kind: "word" };
    const problem = alone ? wholeProblem(segment, original) : positionProblem(text, segment, original, position);
    if (problem !== undefined) problems.push(problem);
    if (problem !== undefined || position.kind === "comment") {
      script += original;
      continue;
    }
    const name = names.get(original) ?? `PAWL_EXPR_${names.size + 1}`;
    names.set(original, name);
    script += position.kind === "quoted" ? `\${${name}}` : `"\${${name}}"`;
  }
  return {
    script,
    bindings: [...names].map(([expression, name]) => ({ name, expression })),
    problems: problems.toSorted((a, b) => a.offset - b.offset),
  };
}

function positionProblem(
  text: string,
  segment: Placed,
  original: string,
  position: Position,
): ScriptProblem | undefined {
  const place = { offset: segment.offset, length: segment.end - segment.offset };
  switch (position.kind) {
    case "single-quotes":
      return {
        ...place,
        message: `${original} stands in single quotes, where the shell reads no variable, so its value can't be passed`,
        hint: singleQuotesHint(text, segment, original, position.opened),
      };
    case "quoted-heredoc":
      return {
        ...place,
        message: `${original} stands in a here-document whose end is quoted, where the shell reads no variable, so its value can't be passed`,
        hint: `Write: ${lineAt(text, position.opened)
          .trim()
          .replace(new RegExp(`(['"]|\\\\)${escapeRegExp(position.delimiter)}\\1?`), position.delimiter)}`,
      };
    case "code":
      return {
        ...place,
        message: `${original} would be read as code: ${position.what}`,
        hint: `Write: ${position.write.replaceAll("{{ … }}", original)}`,
      };
    default:
      return undefined;
  }
}

/** The line with its quotes changed: double ones where nothing in them would mean something else, otherwise only around the expression. */
function singleQuotesHint(text: string, segment: Placed, original: string, opened: number): string {
  if (/^\s*\./.test(segment.text))
    return `Write: {% raw %}${original}{% endraw %} (this looks like a Go template of the command's own)`;
  const closed = text.indexOf("'", segment.end);
  const end = closed === -1 ? text.length : closed;
  const content = text.slice(opened + 1, end);
  const [lineStart, lineEnd] = lineBounds(text, segment.offset);
  const plain = content.replaceAll(/\$?\{\{.*?\}\}/gs, "");
  if (opened >= lineStart && end <= lineEnd && !/[$`\\"!]/.test(plain)) {
    return `Write: ${`${text.slice(lineStart, opened)}"${content}"${text.slice(end + 1, lineEnd)}`.trim()}`;
  }
  return `Write: ${`${text.slice(lineStart, segment.offset)}'"${original}"'${text.slice(segment.end, lineEnd)}`.trim()}`;
}

function wholeProblem(segment: Placed, original: string): ScriptProblem {
  const chain = chainsOf(segment.text, segment.kind)[0];
  const variable = chain === undefined ? undefined : exportedName(chain.root, chain.path);
  return {
    offset: segment.offset,
    length: segment.end - segment.offset,
    message: `${original} is the whole script: its value would be code`,
    hint:
      variable === undefined
        ? `Write the command itself, and pass values as its arguments: mycommand ${original}`
        : `Write the command itself, and pass values as its arguments. To run on purpose what a trusted person wrote, write: eval "$${variable}"`,
  };
}

const SHELL_STATEMENTS: Readonly<Record<string, (rest: string) => string>> = {
  if: (rest) => `if [ "{{ 'yes' if (${rest}) else 'no' }}" = yes ]; then`,
  elif: (rest) => `elif [ "{{ 'yes' if (${rest}) else 'no' }}" = yes ]; then`,
  else: () => "else",
  endif: () => "fi",
  endfor: () => "done",
};

/** What a shell writes for a Jinja statement. */
function statementProblem(text: string, segment: Segment & { readonly kind: "statement" }): ScriptProblem {
  const [, keyword = "", rest = ""] = /^\s*(\w*)\s*(.*?)\s*$/s.exec(segment.text) ?? [];
  const loop = /^(\w+)\s+in\s+(.+)$/s.exec(rest);
  const line =
    keyword === "for" && loop !== null
      ? `printf '%s\\n' "{{ ${loop[2] ?? ""} | join('\\n') }}" | while IFS= read -r ${loop[1] ?? "item"}; do`
      : keyword === "set"
        ? rest.replace(/^(\w+)\s*=\s*(.*)$/s, '$1="{{ $2 }}"')
        : (SHELL_STATEMENTS[keyword]?.(rest) ?? 'a variable of the workflow, or "{{ … }}" as one word');
  return {
    offset: segment.offset,
    length: segment.end - segment.offset,
    message: `${text.slice(segment.offset, segment.end)} would make the script's text depend on values`,
    hint: `Write: ${line}`,
  };
}

function compileOther(text: string, segments: readonly Segment[], interpreter: string): CompiledScript {
  const problems = segments
    .filter((segment) => segment.kind !== "text")
    .map((segment): ScriptProblem => {
      const original = text.slice(segment.offset, segment.end);
      const place = { offset: segment.offset, length: segment.end - segment.offset };
      if (segment.kind !== "jinja" && segment.kind !== "github") {
        return {
          ...place,
          message: `${original} would make the script's text depend on values`,
          hint: "Write the choice in the script's own language.",
        };
      }
      return {
        ...place,
        message: `${original} can't stand in a ${interpreter} script, because its value would be code there`,
        hint: otherHint(text, segment, original, interpreter),
      };
    });
  return { script: text, bindings: [], problems };
}

const READ_ENVIRONMENT: Readonly<Record<string, (name: string) => string>> = {
  python: (name) => `os.environ["${name}"]`,
  python3: (name) => `os.environ["${name}"]`,
  node: (name) => `process.env.${name}`,
  pwsh: (name) => `\${env:${name}}`,
  powershell: (name) => `\${env:${name}}`,
  ruby: (name) => `ENV["${name}"]`,
  perl: (name) => `$ENV{${name}}`,
};

/** The line with the value read from the environment, and the `env` entry that brings it there when the step doesn't have it already. */
function otherHint(text: string, segment: Placed, original: string, interpreter: string): string {
  const chain = chainsOf(segment.text, segment.kind)[0];
  const simple = chain !== undefined && chain.length === segment.text.trim().length;
  const exported = simple && chain !== undefined ? exportedName(chain.root, chain.path) : undefined;
  const name = exported ?? environmentName(chain?.path.at(-1) ?? chain?.root ?? "value");
  const read = READ_ENVIRONMENT[interpreter]?.(name) ?? `the environment variable ${name}`;
  const [start, end] = lineBounds(text, segment.offset);
  const quote = text[segment.offset - 1];
  const quoted =
    (quote === '"' || quote === "'") && text[segment.end] === quote && !/pwsh|powershell/.test(interpreter);
  const line = quoted
    ? text.slice(start, segment.offset - 1) + read + text.slice(segment.end + 1, end)
    : text.slice(start, segment.offset) + read + text.slice(segment.end, end);
  const entry = exported === undefined ? `; and give the step env: {${name}: "${original}"}` : "";
  return `Write: ${line.trim()}${entry}`;
}

/** The variable in which a shell step has an input or a workflow variable already. */
function exportedName(root: string, path: readonly string[]): string | undefined {
  const [first] = path;
  if (first === undefined || path.length !== 1) return undefined;
  if (root === "inputs") return `INPUT_${environmentName(first)}`;
  return root === "variables" ? `PAWL_VAR_${environmentName(first)}` : undefined;
}

function lineAt(text: string, offset: number): string {
  return text.slice(...lineBounds(text, offset));
}

function lineBounds(text: string, offset: number): [number, number] {
  const end = text.indexOf("\n", offset);
  return [text.lastIndexOf("\n", offset - 1) + 1, end === -1 ? text.length : end];
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
