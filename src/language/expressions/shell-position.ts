import {
  PLACEHOLDER,
  codePosition,
  integerNames,
  pipesIntoProgram,
  readsProgram,
  runsFiles,
} from "./shell-commands.ts";

/** How a value may be referred to where an expression stands, or why it may not. */
export type Position =
  | { readonly kind: "word" | "quoted" | "comment" }
  | { readonly kind: "single-quotes"; readonly opened: number }
  | { readonly kind: "quoted-heredoc"; readonly delimiter: string; readonly opened: number }
  | { readonly kind: "code"; readonly what: string; readonly write: string };

interface Command {
  text: string;
  /** Indexes of the expressions that stand in it, in substitutions too: what `eval "$(echo …)"` runs is made of them. */
  readonly expressions: number[];
  /** Indexes of those whose values may come through the pipe it reads. */
  readonly upstream: readonly number[];
}

type Frame =
  | {
      readonly kind: "command";
      readonly until: "" | ")" | "`";
      readonly program: boolean;
      readonly earlier: number[];
      command: Command;
    }
  | { readonly kind: "double" }
  | { readonly kind: "single" | "ansi"; readonly opened: number }
  | { readonly kind: "comment" }
  | { readonly kind: "parameter"; text: string }
  | { readonly kind: "arithmetic"; depth: number }
  | { readonly kind: "heredoc"; readonly heredoc: Heredoc; line: string };

interface Heredoc {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  readonly opened: number;
  readonly program: boolean;
}

const HEREDOC = /^<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([A-Za-z_][\w.-]*))/;

/**
 * Reads sh and bash text piece by piece, and tells for each expression between the pieces how a value may be referred to there.
 * It follows quotes, here-documents, substitutions and comments; where it can't be sure, it says the careful thing.
 */
export class ShellReader {
  private readonly frames: Frame[] = [newFrame("", false)];
  private readonly positions: Position[] = [];
  private readonly pending: Heredoc[] = [];
  private escaped = false;

  /** Reads text that starts at `offset` of the script. */
  read(text: string, offset: number): void {
    let at = 0;
    while (at < text.length) {
      this.escaped = false;
      at += this.step(text, at, offset);
    }
  }

  /** Notes that an expression stands here. */
  expression(): void {
    const index = this.positions.length;
    this.positions.push(this.here());
    for (const frame of this.frames) {
      if (frame.kind !== "command") continue;
      frame.command.text += PLACEHOLDER;
      frame.command.expressions.push(index);
    }
    const top = this.top();
    if (top.kind === "parameter") top.text += PLACEHOLDER;
    if (top.kind === "heredoc") top.line += PLACEHOLDER;
    this.escaped = false;
  }

  /** The position of every expression, in order. */
  end(): readonly Position[] {
    for (const frame of this.frames) if (frame.kind === "command") this.finish(frame, "");
    return this.positions;
  }

  private here(): Position {
    if (this.escaped)
      return { kind: "code", what: "a backslash stands right before it", write: "take the backslash away" };
    const top = this.top();
    const inside = this.frames.findLast((frame) => frame.kind === "heredoc");
    if (inside?.kind === "heredoc" && inside.heredoc.program) {
      return {
        kind: "code",
        what: "this here-document is a program",
        write: "pass the value in `env`, and read it from the environment in the program",
      };
    }
    if (this.frames.some((frame) => frame.kind === "command" && frame.program)) {
      return { kind: "code", what: "what this substitution prints is run as a program", write: 'mycommand "{{ … }}"' };
    }
    if (this.frames.some((frame) => frame.kind === "command" && frame.until === "`")) {
      return { kind: "code", what: "quotes can't be trusted inside backticks", write: '$(mycommand "{{ … }}")' };
    }
    switch (top.kind) {
      case "comment":
        return { kind: "comment" };
      case "single":
      case "ansi":
        return { kind: "single-quotes", opened: top.opened };
      case "double":
        return { kind: "quoted" };
      case "heredoc":
        return top.heredoc.quoted
          ? { kind: "quoted-heredoc", delimiter: top.heredoc.delimiter, opened: top.heredoc.opened }
          : { kind: "quoted" };
      case "arithmetic":
        return {
          kind: "code",
          what: "$(( … )) runs what stands in a value's brackets",
          write: 'number="{{ … }}"; case "$number" in *[!0-9]*) exit 1;; esac',
        };
      case "parameter":
        if (!/^!?[A-Za-z_]\w*(?:\[[@*]\])?(?::?[-=+?]|##?|%%?|\/)/.test(top.text)) {
          return { kind: "code", what: "a parameter's name and offsets are calculated", write: 'value="{{ … }}"' };
        }
        return { kind: this.frames.at(-2)?.kind === "command" ? "word" : "quoted" };
      default:
        return { kind: "word" };
    }
  }

  /** Reads one token at `at`; gives its length. */
  private step(text: string, at: number, offset: number): number {
    const top = this.top();
    const char = text[at] ?? "";
    switch (top.kind) {
      case "single":
        this.note(char);
        if (char === "'") this.frames.pop();
        return 1;
      case "ansi":
        if (char === "\\") return 2;
        if (char === "'") this.frames.pop();
        return 1;
      case "comment":
        if (char !== "\n") return 1;
        this.frames.pop();
        return 0;
      case "heredoc":
        return this.inHeredoc(top, text, at, offset);
      case "arithmetic":
        if (char === "(") top.depth += 1;
        if (char === ")") top.depth -= 1;
        if (top.depth === 0) this.frames.pop();
        return 1;
      case "double":
        if (char === '"') {
          this.frames.pop();
          return this.note(char);
        }
        return this.expansion(text, at) ?? this.plain(text, at);
      case "parameter":
        top.text += char;
        if (char === "}") {
          this.frames.pop();
          return this.note(char);
        }
        if (char === "'" && this.frames.at(-2)?.kind === "command") {
          this.frames.push({ kind: "single", opened: offset + at });
          return this.note(char);
        }
        if (char === '"') {
          this.frames.push({ kind: "double" });
          return this.note(char);
        }
        return this.expansion(text, at) ?? this.plain(text, at);
      default:
        return this.inCommand(top, text, at, offset);
    }
  }

  private inCommand(frame: Frame & { readonly kind: "command" }, text: string, at: number, offset: number): number {
    const char = text[at] ?? "";
    if (char === "'") {
      this.frames.push({ kind: "single", opened: offset + at });
      return this.note(char);
    }
    if (char === '"') {
      this.frames.push({ kind: "double" });
      return this.note(char);
    }
    if (text.startsWith("$'", at)) {
      this.frames.push({ kind: "ansi", opened: offset + at + 1 });
      return 2;
    }
    if (char === "#" && /(?:^|[\s;&|(])$/.test(frame.command.text)) {
      this.frames.push({ kind: "comment" });
      return 1;
    }
    const heredoc =
      text.startsWith("<<", at) && !text.startsWith("<<<", at) ? HEREDOC.exec(text.slice(at, at + 200)) : null;
    if (heredoc !== null) {
      const [whole, dash, single, double, bare] = heredoc;
      this.pending.push({
        delimiter: single ?? double ?? bare ?? "",
        quoted: single !== undefined || double !== undefined || whole.includes("\\"),
        stripTabs: dash === "-",
        opened: offset + at,
        program: readsProgram(frame.command.text) || pipesIntoProgram(text.slice(at)),
      });
      return whole.length;
    }
    if (text.startsWith("((", at) && frame.command.text.replace(/^\s*for\b/, "").trim() === "") {
      this.frames.push({ kind: "arithmetic", depth: 2 });
      return 2;
    }
    if (char === "\n") {
      this.finish(frame, "\n");
      this.openHeredocs();
      return 1;
    }
    if (char === ";" || char === "&" || char === "|") {
      // `>&`, `&>` and `|&` belong to redirections.
      if (char === "&" && /[<>]$/.test(frame.command.text)) return this.note(char);
      this.finish(frame, text.startsWith("||", at) ? "||" : char);
      return text.startsWith("||", at) || text.startsWith("&&", at) ? 2 : 1;
    }
    if (char === "(") {
      const program = frame.program || (frame.command.text.endsWith("<") && runsFiles(frame.command.text));
      this.frames.push(newFrame(")", program));
      return 1;
    }
    if (char === frame.until && char !== "") {
      this.finish(frame, "");
      this.frames.pop();
      return 1;
    }
    return this.expansion(text, at) ?? this.plain(text, at);
  }

  /** `$(`, `$((`, `${` and backticks, where they are expanded. */
  private expansion(text: string, at: number): number | undefined {
    if (text.startsWith("$((", at)) {
      this.frames.push({ kind: "arithmetic", depth: 2 });
      return 3;
    }
    if (text.startsWith("$(", at)) {
      this.frames.push(newFrame(")", false));
      return 2;
    }
    if (text.startsWith("${", at)) {
      this.frames.push({ kind: "parameter", text: "" });
      return 2;
    }
    if (text[at] === "`") {
      this.frames.push(newFrame("`", false));
      return 1;
    }
    return undefined;
  }

  private plain(text: string, at: number): number {
    const char = text[at] ?? "";
    if (char !== "\\") return this.note(char);
    this.note(char + (text[at + 1] ?? ""));
    this.escaped = at + 1 >= text.length;
    return 2;
  }

  private inHeredoc(frame: Frame & { readonly kind: "heredoc" }, text: string, at: number, offset: number): number {
    const { heredoc } = frame;
    const char = text[at] ?? "";
    if (char === "\n" || frame.line === "") {
      if (char === "\n") frame.line = "";
      const start = char === "\n" ? at + 1 : at;
      const line = text.slice(start, text.indexOf("\n", start) === -1 ? undefined : text.indexOf("\n", start));
      const bare = heredoc.stripTabs ? line.replace(/^\t+/, "") : line;
      if (bare === heredoc.delimiter) {
        this.frames.pop();
        this.openHeredocs();
        return start + line.length - at;
      }
      if (char === "\n") return 1;
    }
    frame.line += char;
    if (heredoc.quoted) return 1;
    if (char === "\\") {
      this.escaped = at + 1 >= text.length;
      return 2;
    }
    return (offset >= 0 ? this.expansion(text, at) : undefined) ?? 1;
  }

  private openHeredocs(): void {
    const next = this.pending.shift();
    if (next !== undefined) this.frames.push({ kind: "heredoc", heredoc: next, line: "" });
  }

  /** Ends a simple command: its expressions learn whether it would read them as code. */
  private finish(frame: Frame & { readonly kind: "command" }, separator: string): void {
    const { text, expressions, upstream } = frame.command;
    if (expressions.length > 0) {
      const danger = codePosition(text) ?? this.integerDanger(text);
      if (danger !== undefined) for (const index of expressions) this.refuse(index, danger);
    }
    if (text.includes("<<<") && readsProgram(text.replace(/<<<.*/s, ""))) {
      for (const index of expressions) this.refuse(index, READ_AS_PROGRAM);
    }
    if (upstream.length > 0 && readsProgram(text)) {
      for (const index of upstream) this.refuse(index, READ_AS_PROGRAM);
    }
    for (const name of integerNames(text)) this.integers.add(name);
    frame.earlier.push(...expressions);
    // What a compound command pipes on is what stood anywhere in it.
    const written = /^\s*(?:\}|done|fi|esac)/.test(text) ? frame.earlier : expressions;
    frame.command = newCommand(separator === "|" ? [...upstream, ...written] : []);
  }

  /** Names that `declare -i` made integers: what is assigned to them is calculated. */
  private readonly integers = new Set<string>();

  private integerDanger(text: string): { readonly what: string; readonly write: string } | undefined {
    const assigned = /(?:^|\s)([A-Za-z_]\w*)\+?=\S*/g;
    const hit = [...text.matchAll(assigned)].some(
      ([word, name]) => this.integers.has(name ?? "") && word.includes(PLACEHOLDER),
    );
    return hit
      ? { what: "the variable is an integer, so what is assigned to it is calculated", write: 'value="{{ … }}"' }
      : undefined;
  }

  private refuse(index: number, danger: { readonly what: string; readonly write: string }): void {
    const known = this.positions[index];
    if (known?.kind === "word" || known?.kind === "quoted") this.positions[index] = { kind: "code", ...danger };
  }

  private note(text: string): number {
    this.command().text += text;
    const top = this.top();
    if (top.kind === "parameter" && text.startsWith("\\")) top.text += text.slice(1);
    return text.length;
  }

  private command(): Command {
    const frame = this.frames.findLast((candidate) => candidate.kind === "command");
    return frame?.kind === "command" ? frame.command : newCommand([]);
  }

  private top(): Frame {
    return this.frames.at(-1) ?? newFrame("", false);
  }
}

const READ_AS_PROGRAM = { what: "this text is read as a program", write: 'mycommand "{{ … }}"' };

function newFrame(until: "" | ")" | "`", program: boolean): Frame & { readonly kind: "command" } {
  return { kind: "command", until, program, earlier: [], command: newCommand([]) };
}

function newCommand(upstream: readonly number[]): Command {
  return { text: "", expressions: [], upstream };
}
