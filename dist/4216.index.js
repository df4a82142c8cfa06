export const id = 4216;
export const ids = [4216,5133];
export const modules = {

/***/ 75810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ compileScript)
});

// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/language/expressions/chains.js
var chains = __webpack_require__(79658);
// EXTERNAL MODULE: ./lib/language/expressions/named-value.js
var named_value = __webpack_require__(85663);
// EXTERNAL MODULE: ./lib/language/expressions/segments.js
var expressions_segments = __webpack_require__(55606);
;// CONCATENATED MODULE: ./lib/language/expressions/shell-commands.js
/** Stands for an expression in a command's text: a character no script holds. */
const PLACEHOLDER = "\u0001";
/** Programs whose argument after `-c`, `-e` and the like is a program itself. */
const INTERPRETER = /^(?:.*\/)?(?:sh|bash|dash|zsh|ksh|ash|fish|su|psql|mysql|mariadb|python[\d.]*|node|deno|bun|perl|ruby|php|lua|Rscript|pwsh|powershell|osascript)$/;
const SHELL = /^(?:.*\/)?(?:sh|bash|dash|zsh|ksh|ash|fish)$/;
const CODE_FLAG = /^(?:-[A-Za-z]*[cepr]|--eval|--print|-Command|--command)$/;
/** Words before a command that leave it the command. */
const PREFIX = /^(?:if|then|else|elif|while|until|do|!|time|\{|exec|command|env|nohup|sudo|builtin|[A-Za-z_]\w*=.*)$/s;
/** Builtins whose arguments are names, and evaluate what stands in a name's brackets. */
const NAMING = /^(?:declare|typeset|local|export|readonly|unset|read|mapfile|readarray)$/;
const ARITHMETIC_TEST = /^-(?:eq|ne|lt|le|gt|ge)$/;
/** The words of a simple command, quotes and all; a rough cut, made to find where a value would be read as code. */
function wordsOf(command) {
    const words = [];
    let word = "";
    let quote = "";
    for (let at = 0; at < command.length; at++) {
        const char = command[at] ?? "";
        if (char === "\\" && quote !== "'") {
            word += char + (command[at + 1] ?? "");
            at += 1;
        }
        else if (quote === "" && /\s/.test(char)) {
            if (word !== "")
                words.push(word);
            word = "";
        }
        else {
            if (quote === char)
                quote = "";
            else if (quote === "" && (char === "'" || char === '"'))
                quote = char;
            word += char;
        }
    }
    return word === "" ? words : [...words, word];
}
/** Whether a command runs the file it is given as a program, so that a process substitution in its place would be one. */
function runsFiles(command) {
    const name = commandName(wordsOf(command));
    return name === "source" || name === "." || INTERPRETER.test(name);
}
/** Whether the rest of a line pipes into a program that reads its input as code (`cat <<EOF | bash`). */
function pipesIntoProgram(text) {
    const line = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"));
    return line.split("|").slice(1).some(readsProgram);
}
/** The names that a command gives the integer attribute. */
function integerNames(command) {
    if (!/\b(?:declare|typeset|local|export|readonly)\b/.test(command))
        return [];
    const words = wordsOf(command);
    const at = words.findIndex((word) => NAMING.test(word));
    const rest = at === -1 ? [] : words.slice(at + 1);
    return makesIntegers(rest)
        ? rest.filter((word) => !word.startsWith("-")).map((word) => word.split("=")[0] ?? "")
        : [];
}
function makesIntegers(words) {
    return words.some((word) => /^-[A-Za-z]*i[A-Za-z]*$/.test(word));
}
/** The command's own name, past assignments and keywords. */
function commandName(words) {
    return words.find((word) => !PREFIX.test(word)) ?? "";
}
/** Whether a command reads a program from its standard input (`bash`, `python3 -`). */
function readsProgram(command) {
    const words = wordsOf(command).filter((word) => !/^\d*[<>]/.test(word));
    const start = words.findIndex((word) => !PREFIX.test(word));
    const name = words[start] ?? "";
    const operands = words.slice(start + 1).filter((word) => !word.startsWith("-") || word === "-");
    return (INTERPRETER.test(name) &&
        (operands.length === 0 || operands[0] === "-" || (SHELL.test(name) && words.includes("-s"))));
}
/** Why a command would read one of its values as code, or undefined when it wouldn't. */
function codePosition(command) {
    const words = wordsOf(command);
    const start = words.findIndex((word) => !PREFIX.test(word));
    const name = start === -1 ? "" : (words[start] ?? "");
    const rest = words.slice(start + 1);
    const holds = (word) => word !== undefined && word.includes(PLACEHOLDER);
    if (/^(?:eval|parallel|watch)$/.test(name) && rest.some(holds))
        return { what: `\`${name}\` runs its arguments as code`, write: 'call the command itself: mycommand "{{ … }}"' };
    if (name === "trap" && holds(rest[0]))
        return { what: "`trap` runs its argument as code", write: "name a function: trap cleanup EXIT" };
    if (name === "let" && rest.some(holds))
        return {
            what: "`let` evaluates its arguments as code",
            write: 'value="{{ … }}", and check it with case before you calculate',
        };
    for (const [index, word] of words.entries()) {
        if (!INTERPRETER.test(word))
            continue;
        const flag = words.findIndex((other, at) => at > index && CODE_FLAG.test(other));
        if (flag !== -1 &&
            (word === "su" || words.slice(index + 1, flag).every((other) => other.startsWith("-"))) &&
            holds(words[flag + 1])) {
            return {
                what: `the argument after \`${word} ${words[flag] ?? ""}\` is code`,
                write: SHELL.test(word)
                    ? `${word} -c 'echo "$1"' _ "{{ … }}"`
                    : `${word} ${words[flag] ?? ""} '…' "{{ … }}", and read the argument there`,
            };
        }
    }
    if (/^(?:.*\/)?ssh$/.test(name)) {
        const host = rest.findIndex((word) => !word.startsWith("-"));
        if (rest.slice(host + 1).some(holds))
            return {
                what: "`ssh` runs its arguments as code on the other machine",
                write: 'printf "%s\\n" "{{ … }}" | ssh host mycommand',
            };
    }
    if (/^(?:.*\/)?[gmn]?awk$/.test(name) && holds(programWord(rest, /^-[vFf]$/))) {
        return { what: "awk's program is code", write: "awk -v value=\"{{ … }}\" '{ print value }'" };
    }
    if (/^(?:.*\/)?g?sed$/.test(name) &&
        (holds(programWord(rest, /^-f$/)) ||
            rest.some((word, at) => holds(word) && /^(?:-e|--expression)$/.test(rest[at - 1] ?? "")))) {
        return {
            what: "sed's script is code",
            write: 'text="$(cat file)"; from="{{ … }}"; printf "%s" "${text//"$from"/new}"',
        };
    }
    if (NAMING.test(name) && rest.some((word) => (word.split("=")[0] ?? "").includes(PLACEHOLDER))) {
        return {
            what: `\`${name}\` takes names, and evaluates what stands in their brackets`,
            write: `${name === "read" || name === "unset" ? "value" : `${name} value`}="{{ … }}"`,
        };
    }
    if (NAMING.test(name) && makesIntegers(rest) && rest.some(holds)) {
        return { what: `\`${name} -i\` calculates what it assigns`, write: `${name} value="{{ … }}"` };
    }
    const named = rest.findIndex((word) => word === "-v");
    if (["printf", "test", "[", "[["].includes(name) && named !== -1 && holds(rest[named + 1])) {
        return { what: `\`${name} -v\` takes a name, and evaluates what stands in its brackets`, write: 'value="{{ … }}"' };
    }
    const open = words.indexOf("[[");
    if (open !== -1) {
        const arithmetic = words.some((word, at) => at > open && ARITHMETIC_TEST.test(word) && (holds(words[at - 1]) || holds(words[at + 1])));
        if (arithmetic)
            return {
                what: "`[[ … -eq … ]]` calculates its operands, and so runs what stands in them",
                write: '[ "{{ … }}" -eq 1 ]',
            };
    }
    if (new RegExp(`(?:^|\\s)\\w+\\[[^\\]\\s]*${PLACEHOLDER}`).test(command)) {
        return {
            what: "a list's index is calculated, and so runs what stands in it",
            write: 'case "{{ … }}" in *[!0-9]*) exit 1;; esac',
        };
    }
    return undefined;
}
/** The first operand, past options and the arguments of those that take one. */
function programWord(words, takesArgument) {
    for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? "";
        if (takesArgument.test(word))
            at += 1;
        else if (!word.startsWith("-"))
            return word;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/language/expressions/shell-position.js

const HEREDOC = /^<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([A-Za-z_][\w.-]*))/;
/**
 * Reads sh and bash text piece by piece, and tells for each expression between the pieces how a value may be referred to there.
 * It follows quotes, here-documents, substitutions and comments; where it can't be sure, it says the careful thing.
 */
class ShellReader {
    frames = [newFrame("", false)];
    positions = [];
    pending = [];
    escaped = false;
    /** Reads text that starts at `offset` of the script. */
    read(text, offset) {
        let at = 0;
        while (at < text.length) {
            this.escaped = false;
            at += this.step(text, at, offset);
        }
    }
    /** Notes that an expression stands here. */
    expression() {
        const index = this.positions.length;
        this.positions.push(this.here());
        for (const frame of this.frames) {
            if (frame.kind !== "command")
                continue;
            frame.command.text += PLACEHOLDER;
            frame.command.expressions.push(index);
        }
        const top = this.top();
        if (top.kind === "parameter")
            top.text += PLACEHOLDER;
        if (top.kind === "heredoc")
            top.line += PLACEHOLDER;
        this.escaped = false;
    }
    /** The position of every expression, in order. */
    end() {
        for (const frame of this.frames)
            if (frame.kind === "command")
                this.finish(frame, "");
        return this.positions;
    }
    here() {
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
    step(text, at, offset) {
        const top = this.top();
        const char = text[at] ?? "";
        switch (top.kind) {
            case "single":
                this.note(char);
                if (char === "'")
                    this.frames.pop();
                return 1;
            case "ansi":
                if (char === "\\")
                    return 2;
                if (char === "'")
                    this.frames.pop();
                return 1;
            case "comment":
                if (char !== "\n")
                    return 1;
                this.frames.pop();
                return 0;
            case "heredoc":
                return this.inHeredoc(top, text, at, offset);
            case "arithmetic":
                if (char === "(")
                    top.depth += 1;
                if (char === ")")
                    top.depth -= 1;
                if (top.depth === 0)
                    this.frames.pop();
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
    inCommand(frame, text, at, offset) {
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
        const heredoc = text.startsWith("<<", at) && !text.startsWith("<<<", at) ? HEREDOC.exec(text.slice(at, at + 200)) : null;
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
            if (char === "&" && /[<>]$/.test(frame.command.text))
                return this.note(char);
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
    expansion(text, at) {
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
    plain(text, at) {
        const char = text[at] ?? "";
        if (char !== "\\")
            return this.note(char);
        this.note(char + (text[at + 1] ?? ""));
        this.escaped = at + 1 >= text.length;
        return 2;
    }
    inHeredoc(frame, text, at, offset) {
        const { heredoc } = frame;
        const char = text[at] ?? "";
        if (char === "\n" || frame.line === "") {
            if (char === "\n")
                frame.line = "";
            const start = char === "\n" ? at + 1 : at;
            const line = text.slice(start, text.indexOf("\n", start) === -1 ? undefined : text.indexOf("\n", start));
            const bare = heredoc.stripTabs ? line.replace(/^\t+/, "") : line;
            if (bare === heredoc.delimiter) {
                this.frames.pop();
                this.openHeredocs();
                return start + line.length - at;
            }
            if (char === "\n")
                return 1;
        }
        frame.line += char;
        if (heredoc.quoted)
            return 1;
        if (char === "\\") {
            this.escaped = at + 1 >= text.length;
            return 2;
        }
        return (offset >= 0 ? this.expansion(text, at) : undefined) ?? 1;
    }
    openHeredocs() {
        const next = this.pending.shift();
        if (next !== undefined)
            this.frames.push({ kind: "heredoc", heredoc: next, line: "" });
    }
    /** Ends a simple command: its expressions learn whether it would read them as code. */
    finish(frame, separator) {
        const { text, expressions, upstream } = frame.command;
        if (expressions.length > 0) {
            const danger = codePosition(text) ?? this.integerDanger(text);
            if (danger !== undefined)
                for (const index of expressions)
                    this.refuse(index, danger);
        }
        if (text.includes("<<<") && readsProgram(text.replace(/<<<.*/s, ""))) {
            for (const index of expressions)
                this.refuse(index, READ_AS_PROGRAM);
        }
        if (upstream.length > 0 && readsProgram(text)) {
            for (const index of upstream)
                this.refuse(index, READ_AS_PROGRAM);
        }
        for (const name of integerNames(text))
            this.integers.add(name);
        frame.earlier.push(...expressions);
        // What a compound command pipes on is what stood anywhere in it.
        const written = /^\s*(?:\}|done|fi|esac)/.test(text) ? frame.earlier : expressions;
        frame.command = newCommand(separator === "|" ? [...upstream, ...written] : []);
    }
    /** Names that `declare -i` made integers: what is assigned to them is calculated. */
    integers = new Set();
    integerDanger(text) {
        const assigned = /(?:^|\s)([A-Za-z_]\w*)\+?=\S*/g;
        const hit = [...text.matchAll(assigned)].some(([word, name]) => this.integers.has(name ?? "") && word.includes(PLACEHOLDER));
        return hit
            ? { what: "the variable is an integer, so what is assigned to it is calculated", write: 'value="{{ … }}"' }
            : undefined;
    }
    refuse(index, danger) {
        const known = this.positions[index];
        if (known?.kind === "word" || known?.kind === "quoted")
            this.positions[index] = { kind: "code", ...danger };
    }
    note(text) {
        this.command().text += text;
        const top = this.top();
        if (top.kind === "parameter" && text.startsWith("\\"))
            top.text += text.slice(1);
        return text.length;
    }
    command() {
        const frame = this.frames.findLast((candidate) => candidate.kind === "command");
        return frame?.kind === "command" ? frame.command : newCommand([]);
    }
    top() {
        return this.frames.at(-1) ?? newFrame("", false);
    }
}
const READ_AS_PROGRAM = { what: "this text is read as a program", write: 'mycommand "{{ … }}"' };
function newFrame(until, program) {
    return { kind: "command", until, program, earlier: [], command: newCommand([]) };
}
function newCommand(upstream) {
    return { text: "", expressions: [], upstream };
}

;// CONCATENATED MODULE: ./lib/language/expressions/script.js





/** Interpreters in which a reference to a variable can be put where the expression stood. */
const SHELLS = new Set(["sh", "bash", "dash", "zsh", "ksh", "ash"]);
/**
 * Compiles a shell step's text: each expression becomes a reference to an environment variable (`"${PAWL_EXPR_1}"` as a word,
 * `${PAWL_EXPR_1}` inside double quotes), so that whatever its value holds, it is one piece of text to the shell and never code.
 * Where the text can't carry a reference there is a problem that shows the line to write; such a script must not run. Never throws.
 */
function compileScript(text, interpreter) {
    let segments;
    try {
        segments = (0,expressions_segments/* splitTemplate */.LL)(text, "script");
    }
    catch (thrown) {
        const error = (0,errors/* toPawlError */.e)(thrown);
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
function shellName(interpreter) {
    const program = interpreter.trim().split(/\s+/)[0] ?? "";
    return (program.split("/").at(-1) ?? "").replace(/\.exe$/, "").toLowerCase();
}
function join(segments) {
    return segments.map((segment) => (segment.kind === "text" ? segment.text : "")).join("");
}
function compileShell(text, segments) {
    const reader = new ShellReader();
    const placed = [];
    for (const segment of segments) {
        if (segment.kind === "text")
            reader.read(segment.text, segment.offset);
        else if (segment.kind === "jinja" || segment.kind === "github") {
            placed.push(segment);
            reader.expression();
        }
    }
    const positions = reader.end();
    const names = new Map();
    const problems = segments
        .filter((segment) => segment.kind === "statement")
        .map((segment) => statementProblem(text, segment));
    const alone = placed.length === 1 && segments.every((segment) => segment.kind !== "text" || segment.text.trim() === "");
    let script = "";
    for (const segment of segments) {
        const original = text.slice(segment.offset, segment.end);
        if (segment.kind === "text")
            script += segment.text;
        if (segment.kind !== "jinja" && segment.kind !== "github")
            continue;
        const position = positions[placed.indexOf(segment)] ?? { kind: "word" };
        const problem = alone ? wholeProblem(segment, original) : positionProblem(text, segment, original, position);
        if (problem !== undefined)
            problems.push(problem);
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
function positionProblem(text, segment, original, position) {
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
function singleQuotesHint(text, segment, original, opened) {
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
function wholeProblem(segment, original) {
    const chain = (0,chains/* chainsOf */.M)(segment.text, segment.kind)[0];
    const variable = chain === undefined ? undefined : exportedName(chain.root, chain.path);
    return {
        offset: segment.offset,
        length: segment.end - segment.offset,
        message: `${original} is the whole script: its value would be code`,
        hint: variable === undefined
            ? `Write the command itself, and pass values as its arguments: mycommand ${original}`
            : `Write the command itself, and pass values as its arguments. To run on purpose what a trusted person wrote, write: eval "$${variable}"`,
    };
}
const SHELL_STATEMENTS = {
    if: (rest) => `if [ "{{ 'yes' if (${rest}) else 'no' }}" = yes ]; then`,
    elif: (rest) => `elif [ "{{ 'yes' if (${rest}) else 'no' }}" = yes ]; then`,
    else: () => "else",
    endif: () => "fi",
    endfor: () => "done",
};
/** What a shell writes for a Jinja statement. */
function statementProblem(text, segment) {
    const [, keyword = "", rest = ""] = /^\s*(\w*)\s*(.*?)\s*$/s.exec(segment.text) ?? [];
    const loop = /^(\w+)\s+in\s+(.+)$/s.exec(rest);
    const line = keyword === "for" && loop !== null
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
function compileOther(text, segments, interpreter) {
    const problems = segments
        .filter((segment) => segment.kind !== "text")
        .map((segment) => {
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
const READ_ENVIRONMENT = {
    python: (name) => `os.environ["${name}"]`,
    python3: (name) => `os.environ["${name}"]`,
    node: (name) => `process.env.${name}`,
    pwsh: (name) => `\${env:${name}}`,
    powershell: (name) => `\${env:${name}}`,
    ruby: (name) => `ENV["${name}"]`,
    perl: (name) => `$ENV{${name}}`,
};
/** The line with the value read from the environment, and the `env` entry that brings it there when the step doesn't have it already. */
function otherHint(text, segment, original, interpreter) {
    const chain = (0,chains/* chainsOf */.M)(segment.text, segment.kind)[0];
    const simple = chain !== undefined && chain.length === segment.text.trim().length;
    const exported = simple && chain !== undefined ? exportedName(chain.root, chain.path) : undefined;
    const name = exported ?? (0,named_value/* environmentName */.V)(chain?.path.at(-1) ?? chain?.root ?? "value");
    const read = READ_ENVIRONMENT[interpreter]?.(name) ?? `the environment variable ${name}`;
    const [start, end] = lineBounds(text, segment.offset);
    const quote = text[segment.offset - 1];
    const quoted = (quote === '"' || quote === "'") && text[segment.end] === quote && !/pwsh|powershell/.test(interpreter);
    const line = quoted
        ? text.slice(start, segment.offset - 1) + read + text.slice(segment.end + 1, end)
        : text.slice(start, segment.offset) + read + text.slice(segment.end, end);
    const entry = exported === undefined ? `; and give the step env: {${name}: "${original}"}` : "";
    return `Write: ${line.trim()}${entry}`;
}
/** The variable in which a shell step has an input or a workflow variable already. */
function exportedName(root, path) {
    const [first] = path;
    if (first === undefined || path.length !== 1)
        return undefined;
    if (root === "inputs")
        return `INPUT_${(0,named_value/* environmentName */.V)(first)}`;
    return root === "variables" ? `PAWL_VAR_${(0,named_value/* environmentName */.V)(first)}` : undefined;
}
function lineAt(text, offset) {
    return text.slice(...lineBounds(text, offset));
}
function lineBounds(text, offset) {
    const end = text.indexOf("\n", offset);
    return [text.lastIndexOf("\n", offset - 1) + 1, end === -1 ? text.length : end];
}
function escapeRegExp(text) {
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}


/***/ }),

/***/ 5133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   resolveInputs: () => (/* binding */ resolveInputs)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2856);
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80985);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35183);



/**
 * The inputs of a run: defaults filled in, every value of its declared type and within its limits. All problems at once; never throws.
 *
 * @param given values by name; a name that isn't declared is a problem that names the nearest one
 */
function resolveInputs(specs, given, options = {}) {
    const problems = [];
    const values = {};
    for (const name of Object.keys(given)) {
        if (Object.hasOwn(specs, name))
            continue;
        const near = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(name, Object.keys(specs));
        const known = Object.keys(specs).join(", ");
        const hint = near === undefined ? (known === "" ? "it takes no inputs" : `it takes ${known}`) : `did you mean ${near}?`;
        problems.push({ input: name, message: `there is no input "${name}"`, hint });
    }
    for (const [name, spec] of Object.entries(specs)) {
        const raw = Object.hasOwn(given, name) ? given[name] : undefined;
        if (raw === undefined) {
            if (spec.default !== undefined)
                values[name] = spec.default;
            else if (spec.required)
                problems.push({
                    input: name,
                    message: `the input "${name}" is required`,
                    hint: `give ${name}=${example(spec)}`,
                });
            continue;
        }
        const value = options.text === true && typeof raw === "string" ? fromText(raw, spec) : raw;
        const problem = value === undefined ? `must be ${article(spec)}, not "${shorten(shown(raw))}"` : fault(value, spec);
        if (problem === undefined && value !== undefined)
            values[name] = value;
        else
            problems.push({
                input: name,
                message: `the input "${name}" ${problem}`,
                hint: `for example ${name}=${example(spec)}`,
            });
    }
    return { values, problems };
}
/**
 * How a workflow is called, for people who got it wrong.
 *
 * @param command what stands before the inputs: `/pawl fix`, `pawl run fix`
 */
function usage(workflow, command) {
    const entries = Object.entries(workflow.inputs);
    const words = entries.map(([name, spec]) => spec.required ? `${name}=<${placeholder(spec)}>` : `[${name}=<${placeholder(spec)}>]`);
    const width = Math.max(0, ...entries.map(([name]) => name.length));
    const lines = entries.map(([name, spec]) => `  ${name.padEnd(width)}  ${describe(spec)}`);
    return [
        [command, ...words].join(" "),
        ...(workflow.description === "" ? [] : ["", workflow.description.trim()]),
        ...(lines.length === 0 ? [] : ["", ...lines]),
    ].join("\n");
}
function describe(spec) {
    const facts = [
        placeholder(spec),
        spec.required ? "required" : undefined,
        spec.default === undefined || spec.type === "secret" ? undefined : `default ${JSON.stringify(spec.default)}`,
        spec.minimum === undefined ? undefined : `at least ${spec.minimum}`,
        spec.maximum === undefined ? undefined : `at most ${spec.maximum}`,
        spec.pattern === undefined ? undefined : `matching ${spec.pattern}`,
    ].filter((fact) => fact !== undefined);
    return `${facts.join(", ")}${spec.description === "" ? "" : `: ${spec.description.trim()}`}`;
}
function placeholder(spec) {
    return spec.enum === undefined ? spec.type : spec.enum.map(shown).join("|");
}
/** The value a text stands for; undefined when it can't be read as the type. */
function fromText(text, spec) {
    switch (spec.type) {
        case "number":
            return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : undefined;
        case "boolean":
            return { true: true, yes: true, on: true, false: false, no: false, off: false }[text.trim().toLowerCase()];
        case "list":
            return text.trim().startsWith("[")
                ? parsed(text, Array.isArray)
                : text.trim() === ""
                    ? []
                    : text.split(",").map((item) => fromText(item.trim(), itemSpec(spec)) ?? item.trim());
        case "object":
            return parsed(text, _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O);
        case "choice":
            return spec.enum?.find((choice) => shown(choice) === text) ?? text;
        default:
            return text;
    }
}
function parsed(text, accepts) {
    try {
        const value = JSON.parse(text);
        return accepts(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** What is wrong with a value, as the end of a sentence; undefined when nothing is. */
function fault(value, spec) {
    const right = {
        string: typeof value === "string",
        secret: typeof value === "string",
        choice: typeof value !== "object",
        number: typeof value === "number" && Number.isFinite(value),
        boolean: typeof value === "boolean",
        list: Array.isArray(value),
        object: (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value),
    };
    // A type nobody knows is a finding of its own.
    if (spec.type in right && !right[spec.type])
        return `must be ${article(spec)}, not ${shorten(JSON.stringify(value))}`;
    if (Array.isArray(value)) {
        if ([spec.items, spec.enum, spec.pattern].every((rule) => rule === undefined))
            return undefined;
        const wrong = value.findIndex((item) => fault(item, itemSpec(spec)) !== undefined);
        return wrong === -1 ? undefined : `has an item ${wrong + 1} that ${fault(value[wrong] ?? null, itemSpec(spec))}`;
    }
    if (spec.enum !== undefined && !spec.enum.some((choice) => (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(choice) === (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value))) {
        const near = typeof value === "string" ? (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .nearestName */ .q)(value, spec.enum.map(shown)) : undefined;
        return `must be one of ${spec.enum.map(shown).join(", ")}, not ${shorten(JSON.stringify(value))}${near === undefined ? "" : ` (did you mean ${near}?)`}`;
    }
    if (typeof value === "string") {
        if (value.includes("\0"))
            return "holds a NUL character, which no process can be given";
        if (spec.pattern !== undefined && !matches(spec.pattern, value))
            return `must match ${spec.pattern}`;
    }
    const size = typeof value === "number" ? value : undefined;
    if (size !== undefined && spec.minimum !== undefined && size < spec.minimum)
        return `must be at least ${spec.minimum}, not ${size}`;
    if (size !== undefined && spec.maximum !== undefined && size > spec.maximum)
        return `must be at most ${spec.maximum}, not ${size}`;
    return undefined;
}
/** What each item of a list must be: of the declared type, and within the limits that stand beside it. */
function itemSpec({ items, ...spec }) {
    return { ...spec, type: items ?? "choice" };
}
/** RE2 semantics: linear time, whatever the pattern and the value. */
function matches(pattern, value) {
    try {
        return re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JS */ .L3.compile(pattern).matcher(value).find();
    }
    catch {
        return false;
    }
}
function article(spec) {
    return {
        string: "text",
        secret: "text",
        choice: "one of its choices",
        number: "a number",
        boolean: "true or false",
        list: "a list (a,b or JSON)",
        object: "a JSON object",
    }[spec.type];
}
function example(spec) {
    const choice = spec.enum?.[0];
    if (choice !== undefined)
        return shown(choice);
    return {
        string: "text",
        secret: "…",
        choice: "…",
        number: String(spec.minimum ?? 1),
        boolean: "true",
        list: "a,b",
        object: '{"key":"value"}',
    }[spec.type];
}
/** A value as a person writes it: texts bare, the rest as JSON. */
function shown(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
function shorten(text) {
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}


/***/ }),

/***/ 25709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YF: () => (/* binding */ runningOrder),
/* harmony export */   t5: () => (/* binding */ planWorkflow)
/* harmony export */ });
/* unused harmony exports fallbackId, stepReferences */
/* harmony import */ var _expressions_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35019);

/**
 * The order of a workflow's steps (spec L8): the list's order, or with `parallel_execution` or any `needs` a graph whose edges are `needs`
 * and every reference to another step's result. Pure and deterministic; a cycle, which validation refuses, is broken at its last step.
 */
function planWorkflow(workflow, stepTypes) {
    const graph = workflow.parallel || workflow.steps.some(({ needs }) => needs.length > 0);
    const root = planBody("steps", workflow.steps, { graph, maxParallel: workflow.maxParallel }, stepTypes);
    return { workflow, root, layers: layersOf(root) };
}
function planBody(name, steps, order, stepTypes) {
    const ids = new Map(steps.map(({ id }, index) => [id, index]));
    const fallbacks = new Set(steps.flatMap((step) => fallbackId(step) ?? []).filter((target) => ids.has(target)));
    const running = runningOrder(steps);
    const previous = new Map(order.graph ? [] : running.map(({ id }, place) => [id, running[place - 1]?.id]));
    const places = new Map(running.map(({ id }, place) => [id, place]));
    const siblings = { steps, ids: order.graph ? ids : places, fallbacks, previous };
    const planned = steps.map((step, index) => planStep(step, index, siblings, order, stepTypes));
    return { name, steps: planned, maxParallel: order.graph ? order.maxParallel : 1 };
}
/**
 * The steps of a list in the order they run: as written, but a fallback after every step that hands over to it, wherever it stands. Fallbacks
 * of one another in a circle come last, as written.
 */
function runningOrder(steps) {
    const ids = new Set(steps.map(({ id }) => id));
    const left = new Map();
    for (const step of steps) {
        const target = fallbackId(step);
        if (target !== undefined && ids.has(target))
            left.set(target, (left.get(target) ?? 0) + 1);
    }
    if (left.size === 0)
        return steps;
    const held = new Map();
    const running = [];
    for (const step of steps) {
        if ((left.get(step.id) ?? 0) > 0)
            held.set(step.id, step);
        for (let next = held.has(step.id) ? undefined : step; next !== undefined;) {
            running.push(next);
            const target = fallbackId(next) ?? "";
            left.set(target, (left.get(target) ?? 0) - 1);
            next = left.get(target) === 0 ? held.get(target) : undefined;
            held.delete(next?.id ?? "");
        }
    }
    return [...running, ...held.values()];
}
/** The step that takes over when this one fails, if one shall. A step may be called like one of the other words of `on_error`. */
function fallbackId({ onError }) {
    return onError === "fail" || onError === "continue" || onError === "skip_rest" ? undefined : onError;
}
function planStep(step, index, siblings, order, stepTypes) {
    const type = stepTypes.get(step.type);
    const { ids, fallbacks } = siblings;
    const referred = new Set();
    for (const reference of stepReferences(step, stepTypes)) {
        const id = reference.root === "steps" ? reference.path[0] : reference.root;
        if (id !== undefined && id !== step.id && ids.has(id))
            referred.add(id);
    }
    const explicit = step.needs.filter((id) => ids.has(id) && id !== step.id);
    const previous = siblings.previous.get(step.id);
    const place = ids.get(step.id) ?? index;
    const rescued = fallbacks.has(step.id)
        ? siblings.steps.filter((other) => fallbackId(other) === step.id).map(({ id }) => id)
        : [];
    // In a list a reference to a later step is an error that validation reports; it must not turn the order round.
    const before = new Set([
        ...explicit,
        ...[...referred].filter((id) => order.graph || (ids.get(id) ?? 0) < place),
        ...rescued,
    ]);
    if (previous !== undefined)
        before.add(previous);
    const bodies = Object.entries(step.bodies).map(([body, inner]) => {
        const field = body.split(".")[0] ?? body;
        const parallel = type?.bodies[field]?.parallel === true;
        const graph = parallel || inner.some(({ needs }) => needs.length > 0);
        return [body, planBody(body, inner, { graph, maxParallel: parallelism(step, order) }, stepTypes)];
    });
    return {
        step,
        index,
        after: [...before],
        needs: [...new Set([...explicit, ...[...referred].filter((id) => before.has(id))])],
        statusAware: step.when !== undefined && (0,_expressions_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .usesStatusFunction */ .Rt)(step.when),
        bodies: Object.fromEntries(bodies),
        cacheable: type !== undefined && type.caching !== "never" && (step.cache?.enabled ?? type.caching === "default"),
        fallbackOnly: fallbacks.has(step.id),
    };
}
function parallelism(step, order) {
    const own = step.config["max_parallel"];
    return typeof own === "number" && own >= 1 ? own : order.maxParallel;
}
/** Every reference in a step and in the steps inside it, whose results its own bodies wait for through it. */
function stepReferences(step, stepTypes) {
    const conditions = new Set(stepTypes.get(step.type)?.conditionFields ?? []);
    const fields = Object.entries(step.config).flatMap(([field, value]) => [
        ...(0,_expressions_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .references */ .Ft)(value, conditions.has(field) ? "condition" : "template"),
    ]);
    const others = [
        step.inputs,
        step.env,
        step.cache?.key,
        ...step.artifacts.map(({ path }) => path),
        ...Object.values(step.outputs).map(({ value }) => value),
    ];
    const inner = Object.values(step.bodies).flatMap((body) => {
        const own = new Set(body.map(({ id }) => id));
        return body
            .flatMap((child) => stepReferences(child, stepTypes))
            .filter(({ root, path }) => !own.has(root === "steps" ? (path[0] ?? "") : root));
    });
    return [
        ...(step.when === undefined ? [] : (0,_expressions_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .references */ .Ft)(step.when, "condition")),
        ...fields,
        ...others.flatMap((value) => (value === undefined ? [] : [...(0,_expressions_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .references */ .Ft)(value, "template")])),
        ...inner,
    ];
}
/** Layers by longest path; what a cycle holds back forms the last one. */
function layersOf(body) {
    const layers = [];
    const depth = new Map();
    const followers = new Map();
    const open = new Map();
    for (const planned of body.steps) {
        open.set(planned, planned.after.length);
        for (const id of planned.after) {
            const known = followers.get(id);
            if (known === undefined)
                followers.set(id, [planned]);
            else
                known.push(planned);
        }
    }
    const place = ({ step, after }) => {
        const at = 1 + Math.max(-1, ...after.map((id) => depth.get(id) ?? -1));
        depth.set(step.id, at);
        (layers[at] ??= []).push(step.id);
    };
    let ready = body.steps.filter(({ after }) => after.length === 0);
    while (ready.length > 0) {
        const next = [];
        for (const planned of ready) {
            place(planned);
            for (const follower of followers.get(planned.step.id) ?? []) {
                const left = (open.get(follower) ?? 0) - 1;
                open.set(follower, left);
                if (left === 0)
                    next.push(follower);
            }
        }
        ready = next;
    }
    for (const planned of body.steps)
        if (!depth.has(planned.step.id))
            place(planned);
    return layers;
}


/***/ })

};
