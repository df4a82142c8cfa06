export const id = 4380;
export const ids = [4380,6210];
export const modules = {

/***/ 30106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ writtenBySelf)
/* harmony export */ });
/** Whether content carries this Pawl's own account; when neither its number nor its name is known, any bot's might be, and the signature decides. */
function writtenBySelf(author, self) {
    if (self.accountId !== undefined)
        return author.id === self.accountId;
    if (self.login !== undefined)
        return author.login === self.login;
    return author.type === "Bot";
}


/***/ }),

/***/ 59058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   vj: () => (/* binding */ parseComment)
/* harmony export */ });
/* harmony import */ var _language_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29755);

const COMMANDS = [
    "run",
    "help",
    "list",
    "status",
    "approve",
    "reject",
    "resume",
    "cancel",
    "retry",
    "explain",
];
/** Most a command with its inputs may be long, in UTF-16 code units. */
const MAX_LENGTH = 16_384;
const TOO_LONG = `The command is longer than ${MAX_LENGTH} characters.`;
const FLAGS = new Set(["from", "budget", "note", "reason"]);
/**
 * Finds the one command of a comment. It stands at the very start of a line, in ASCII, outside quotes, code, HTML and what a mail program
 * adds below an answer. Values may be quoted (and then span lines), or follow on a fenced block: `details=` and the fence on the next line.
 */
function parseComment(body, prefix = "/pawl") {
    const lines = body.replaceAll("\r\n", "\n").split("\n");
    const starts = commandLines(lines, prefix);
    const [first] = starts;
    if (first === undefined)
        return { kind: "none" };
    const line = lines[first] ?? "";
    const bad = (problem) => ({ kind: "malformed", problem, line: line.slice(0, 200) });
    const rest = line.slice(prefix.length);
    // `/pawlfoo` and `/pawl-x` are other words; an invisible or non-ASCII character right after the prefix is a disguised one.
    if (rest !== "" && !/^[ \t]/.test(rest))
        return /^[\x21-\x7e]/.test(rest) ? { kind: "none" } : bad(DISGUISED);
    const read = readWords([rest, ...lines.slice(first + 1)].join("\n"));
    if ("problem" in read)
        return bad(read.problem);
    const later = starts.find((start) => start >= first + read.lines && start !== first);
    if (later !== undefined)
        return bad("One comment can hold one command; send the others in comments of their own.");
    return commandFrom(read.words, bad);
}
const DISGUISED = "The command contains an invisible, bidirectional or non-ASCII character outside a quoted value; type it again by hand.";
function commandFrom(words, bad) {
    const plain = [];
    const inputs = Object.create(null);
    const flags = Object.create(null);
    for (let i = 0; i < words.length; i++) {
        const word = words[i];
        if (word === undefined)
            break;
        const flag = /^--([a-z]+)(?:=(.*))?$/s.exec(word.text);
        const pair = /^([A-Za-z_][A-Za-z0-9_-]{0,62})=(.*)$/s.exec(word.text);
        if (flag !== null && !word.quotedStart) {
            const name = flag[1] ?? "";
            if (!FLAGS.has(name))
                return bad(`--${name} is no option; the options are ${[...FLAGS].map((f) => `--${f}`).join(", ")}.`);
            const value = flag[2] ?? words[++i]?.text;
            if (value === undefined)
                return bad(`--${name} needs a value.`);
            flags[name] = value;
        }
        else if (pair !== null && !word.quotedStart) {
            const key = pair[1] ?? "";
            if (key in inputs)
                return bad(`${key} is given twice.`);
            inputs[key] = pair[2] ?? "";
        }
        else {
            plain.push(word.text);
        }
    }
    const [head = "help", ...others] = plain;
    const named = COMMANDS.find((name) => name === head);
    if (named !== undefined)
        return { kind: "command", command: named, words: others, inputs, flags };
    if (!_language_model_js__WEBPACK_IMPORTED_MODULE_0__/* .ID_PATTERN */ .p.test(head)) {
        return bad(`"${visible(head)}" is neither a command nor the name of a workflow (lower-case letters, digits, - and _).`);
    }
    return { kind: "command", command: "run", words: [head, ...others], inputs, flags };
}
/** Characters that don't show, written so that they do. */
function visible(text) {
    return text.replaceAll(/[^\x20-\x7e]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}}`);
}
/** Indices of lines that start with the prefix and stand in running text, as GitHub renders it (spec.commonmark.org 0.31). */
function commandLines(lines, prefix) {
    const found = [];
    let fence;
    let html;
    let quoted = false;
    for (const [index, line] of lines.entries()) {
        if (fence !== undefined) {
            if (new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`).test(line))
                fence = undefined;
            continue;
        }
        if (html !== undefined) {
            if (html.test(line))
                html = undefined;
            continue;
        }
        if (endsAnswer(line))
            break;
        const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line);
        if (opening !== null) {
            fence = opening[1];
            quoted = false;
            continue;
        }
        const hides = HTML_BLOCKS.find(({ open }) => open.test(line));
        if (hides !== undefined) {
            if (!hides.close.test(line.replace(hides.open, "")))
                html = hides.close;
            continue;
        }
        if (/^ {0,3}>/.test(line)) {
            quoted = true;
            continue;
        }
        if (line.trim() === "") {
            quoted = false;
            continue;
        }
        // A line right below a quote belongs to it (a lazy continuation), and is shown inside it.
        if (!quoted && line.startsWith(prefix))
            found.push(index);
    }
    return found;
}
/** Openings after which text is hidden, quoted or code until the closing. */
const HTML_BLOCKS = [
    { open: /<!--/, close: /-->/ },
    { open: /<\?/, close: /\?>/ },
    { open: /<!\[CDATA\[/, close: /\]\]>/ },
    ...["pre", "code", "blockquote", "script", "style", "textarea", "template", "details", "samp", "kbd", "del", "s"].map((tag) => ({ open: new RegExp(`<${tag}(?:[\\s>]|$)`, "i"), close: new RegExp(`</${tag}\\s*>`, "i") })),
];
/** What mail programs put between an answer and the text answered to. */
function endsAnswer(line) {
    return (/^-- ?$/.test(line) ||
        /^-{3,} ?(Original Message|Forwarded message)/i.test(line) ||
        /^On .{4,200} wrote:$/.test(line) ||
        /^_{20,}$/.test(line) ||
        /^From: .+@/.test(line));
}
/** Splits on blanks as a shell does: "double" with \" \\ \n \t, 'single' as is; quotes may span lines; an unquoted line end stops. */
function readWords(text) {
    const words = [];
    let at = 0;
    const linesUntil = (end) => text.slice(0, end).split("\n").length;
    while (at < text.length) {
        const character = text[at] ?? "";
        if (character === "\n")
            break;
        if (character === " " || character === "\t") {
            at += 1;
            continue;
        }
        const word = readWord(text, at);
        if ("problem" in word)
            return word;
        if (word.end > MAX_LENGTH)
            return { problem: TOO_LONG };
        words.push(word);
        at = word.end;
        const block = /^[A-Za-z_][A-Za-z0-9_-]*=$/.test(word.text) ? fencedBlock(text, at) : undefined;
        if (block !== undefined) {
            words[words.length - 1] = { text: word.text + block.text, quotedStart: false };
            at = block.end;
            if (at > MAX_LENGTH)
                return { problem: TOO_LONG };
            // Another `key=` with a block of its own may follow.
            if (!/^\n[A-Za-z_][A-Za-z0-9_-]*=(?:\n|["'])/.test(text.slice(at, at + 80)))
                break;
            at += 1;
        }
    }
    return { words, lines: linesUntil(at) };
}
function readWord(text, start) {
    let value = "";
    let at = start;
    const end = Math.min(text.length, MAX_LENGTH + 1);
    const quotedStart = /["']/.test(text[start] ?? "");
    while (at < end && !/[ \t\n]/.test(text[at] ?? "")) {
        const character = text[at] ?? "";
        if (character === '"' || character === "'") {
            const quoted = readQuoted(text, at);
            if (quoted === undefined)
                return { problem: `A ${character} is opened and never closed.` };
            value += quoted.text;
            at = quoted.end;
        }
        else {
            if (!/[\x21-\x7e]/.test(character))
                return { problem: DISGUISED };
            value += character;
            at += 1;
        }
    }
    if (BIDIRECTIONAL.test(value))
        return { problem: DISGUISED };
    return { text: value, quotedStart, end: at };
}
/** Controls that make text read otherwise than it is (CVE-2021-42574), refused inside quotes as well. */
const BIDIRECTIONAL = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
function readQuoted(text, start) {
    const quote = text[start];
    let value = "";
    for (let at = start + 1; at < text.length && at - start <= MAX_LENGTH; at++) {
        const character = text[at] ?? "";
        if (character === quote)
            return { text: value, end: at + 1 };
        if (character === "\\" && quote === '"') {
            at += 1;
            const escaped = text[at] ?? "";
            const plain = { n: "\n", t: "\t", '"': '"', "\\": "\\" };
            value += plain[escaped] ?? `\\${escaped}`;
        }
        else {
            value += character;
        }
    }
    return undefined;
}
/** The content of a fence that opens on the line after `key=`. */
function fencedBlock(text, at) {
    const found = /^[ \t]*\n(`{3,}|~{3,})[^\n`]*\n/.exec(text.slice(at, at + 300));
    const fence = found?.[1];
    if (found === null || fence === undefined)
        return undefined;
    const contentStart = at + found[0].length;
    const closing = new RegExp(`(?:^|\\n)${fence.charAt(0)}{${fence.length},}[ \\t]*(?=\\n|$)`).exec(text.slice(contentStart));
    if (closing === null)
        return undefined;
    return {
        text: text.slice(contentStart, contentStart + closing.index),
        end: contentStart + closing.index + closing[0].length,
    };
}


/***/ }),

/***/ 2711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ inertLine),
/* harmony export */   G$: () => (/* binding */ cutMarkdown),
/* harmony export */   Th: () => (/* binding */ BODY_LIMIT),
/* harmony export */   UJ: () => (/* binding */ inertText)
/* harmony export */ });
/* unused harmony export cut */
/** GitHub's limit for the body of an issue, pull request or comment, in characters. */
const BODY_LIMIT = 65_536;
const QUIET_AT = "@\u2060";
/** What is longer is cut to GitHub's limit anyway. */
const MOST_READ = 4 * BODY_LIMIT;
/**
 * Text written by a model or an outsider, made harmless for publishing on GitHub: it notifies nobody, closes nothing, commands no bot, loads
 * nothing from other hosts, hides nothing, and can't swallow what we write below it. Readable as before. Idempotent in effect.
 */
function inertText(text, options) {
    const plain = text.toWellFormed().replaceAll("\r\n", "\n").replaceAll(INVISIBLE, "");
    return balanceFences(outsideCode(plain, (part) => neutralCommands(neutralReferences(neutralMentions(neutralLinks(neutralHtml(part), options))))));
}
/** The same for one line that GitHub shows as plain text (a title): no line breaks, at most `limit` characters. */
function inertLine(text, limit = 200) {
    const line = text.slice(0, MOST_READ).toWellFormed().replaceAll(/\s+/g, " ").replaceAll(INVISIBLE, "").trim();
    return cut(neutralReferences(neutralMentions(line)), limit);
}
/** Cuts at a character boundary and says so. */
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const end = text.slice(0, Math.max(0, limit - 1));
    return `${/[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end}…`;
}
/** Cuts Markdown to a size at a line's end, with fences closed and a note of what is missing. */
function cutMarkdown(text, limit, note) {
    if (text.length <= limit)
        return text;
    const room = limit - note.length - 20;
    const kept = text.slice(0, Math.max(0, room)).toWellFormed();
    const line = kept.lastIndexOf("\n");
    return `${balanceFences(line > room / 2 ? kept.slice(0, line) : kept)}\n\n${note}`;
}
/**
 * What shows as nothing or turns text around: controls but tab and line feed, format characters (zero-width, bidirectional, tags), fillers and
 * variation selectors (Unicode TR36, CVE-2021-42574).
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Applies `change` to what is neither in a fenced block nor in a code span, where GitHub interprets nothing. */
function outsideCode(text, change) {
    const out = [];
    let prose = [];
    let fence;
    const flush = () => {
        if (prose.length > 0)
            out.push(outsideSpans(prose.join("\n"), change));
        prose = [];
    };
    for (const line of text.split("\n")) {
        if (fence === undefined) {
            const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
            if (opening === undefined) {
                prose.push(line);
                continue;
            }
            flush();
            fence = opening;
            out.push(line);
        }
        else {
            out.push(line);
            if (closes(line, fence))
                fence = undefined;
        }
    }
    flush();
    return out.join("\n");
}
/** A span ends with as many backticks as it began with, within its paragraph. At most five: each length fails at most once, so this is linear. */
const CODE_SPAN = /(?<!`)(`{1,5})(?!`)(?:(?!\n[ \t]*\n)[^])*?[^`]\1(?!`)/g;
function outsideSpans(text, change) {
    let out = "";
    let end = 0;
    for (const span of text.matchAll(CODE_SPAN)) {
        out += change(text.slice(end, span.index)) + span[0];
        end = span.index + span[0].length;
    }
    return out + change(text.slice(end));
}
function closes(line, fence) {
    const trimmed = line.trim();
    return trimmed.length >= fence.length && trimmed === fence.charAt(0).repeat(trimmed.length) && !/^ {4}/.test(line);
}
/** Closes a fence left open, so that what follows isn't inside it. */
function balanceFences(text) {
    let fence;
    for (const line of text.split("\n")) {
        if (fence === undefined)
            fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
        else if (closes(line, fence))
            fence = undefined;
    }
    return fence === undefined ? text : `${text}\n${fence}`;
}
/** All HTML is shown as text: comments, hidden blocks, `<img>`, `<picture>`, and markers of our own that a model might imitate. */
function neutralHtml(text) {
    return text.replaceAll(/<(?=[!/?A-Za-z])/g, "&lt;");
}
const URL_CHARACTERS = String.raw `[^\s<>()\[\]"'\u0060|]`;
/** Images become links, links to hosts that aren't allowed become text, and so do bare addresses, whatever scheme they pretend to have. */
function neutralLinks(text, options) {
    const allowed = (address) => isAllowed(address, options.allowedHosts);
    return text
        .replaceAll(/^( {0,3})\[([^\]\n]{1,300})\]:[ \t]*(\S+)(.*)$/gm, (whole, indent, name, address, rest) => allowed(address) ? whole : `${indent}\\[${name}]: ${defused(address)}${rest}`)
        .replaceAll("![", "[")
        .replaceAll(/\]\(([^)]{0,2000})\)|\]\(/g, (_, inside) => {
        const address = inside?.trim().split(/\s/)[0]?.replaceAll(/^<|>$/g, "");
        if (address === undefined)
            return "]\u2060(";
        return allowed(address) ? `](${address})` : `] (${defused(address)})`;
    })
        .replaceAll(BARE_ADDRESS, (address) => allowed(address) || /^\/\/(?:\s|$)/.test(address) ? address : defused(address));
}
const BARE_ADDRESS = new RegExp(String.raw `(?<![A-Za-z0-9/])((?:[a-z][a-z0-9+.-]{0,20}:|)(?:\\?/){2}${URL_CHARACTERS}+|www\.${URL_CHARACTERS}+)`, "gi");
/** Says where an address points without carrying its path or query, which might carry a secret. */
function defused(address) {
    const host = hostOf(address);
    return host === undefined ? "(address removed)" : `\`${host.replaceAll(".", "[.]").slice(0, 100)}\``;
}
function hostOf(address) {
    const text = address.replaceAll("\\", "").replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, "");
    const host = /^(?:[^/@\s]*@)?([A-Za-z0-9.-]+|\[[0-9a-f:.]+\])/i.exec(text.replace(/^www\./i, "www."))?.[1];
    return host === undefined || host === "" ? undefined : host.toLowerCase();
}
function isAllowed(address, hosts) {
    if (/^(?:#|\.{0,2}\/(?![/\\])|[A-Za-z0-9_][\w./-]*$)/.test(address) &&
        !/^www\./i.test(address) &&
        !address.includes(":"))
        return true;
    if (!/^https:\/\//i.test(address))
        return false;
    const parsed = URL.parse(address);
    if (parsed === null || parsed.username !== "" || parsed.password !== "")
        return false;
    return ["github.com", ...hosts].some((host) => parsed.host === host.toLowerCase());
}
/** `@name` notifies nobody when an invisible joiner follows the sign. */
function neutralMentions(text) {
    return text.replaceAll(/(?<![A-Za-z0-9_`])@(?=[A-Za-z0-9])/g, QUIET_AT);
}
/** `Fixes #1` closes nothing, and `#1`, `owner/repo#1` leave no trace elsewhere. */
function neutralReferences(text) {
    return text
        .replaceAll(/(?<![&A-Za-z0-9])((?:[A-Za-z0-9_.-]{1,40}\/[A-Za-z0-9_.-]{1,100})?)#(?=\d)/g, "$1#\u2060")
        .replaceAll(/\bGH-(?=\d)/gi, (found) => `${found}\u2060`)
        .replaceAll(/\b((?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+)(?=https:\/\/)/gi, "$1\u2060");
}
/** A `/command` at the start of a line is for bots; a leading joiner makes it text. */
function neutralCommands(text) {
    return text.replaceAll(/^([ \t]*)\/(?=[A-Za-z])/gm, "$1\u2060/");
}


/***/ }),

/***/ 35917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   s1: () => (/* binding */ verifies),
/* harmony export */   t7: () => (/* binding */ readMarker),
/* harmony export */   z0: () => (/* binding */ hiddenMarker)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35183);


const NAME = "pawl";
/** The HMAC-SHA-256 of a value under the key, for one purpose; 64 hexadecimal digits. */
function sign(key, purpose, value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", key)
        .update(`${purpose}\u0000${(0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value)}`)
        .digest("hex");
}
function verifies(key, purpose, value, signature) {
    const expected = Buffer.from(sign(key, purpose, value));
    const given = Buffer.from(signature);
    return expected.length === given.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(expected, given);
}
/** A hidden line that holds state nobody else can forge (G4): an HTML comment with base64url JSON and its HMAC. */
function hiddenMarker(key, purpose, value) {
    const text = Buffer.from((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value)).toString("base64url");
    return `<!-- ${NAME}:${purpose}:1 ${text} ${sign(key, purpose, value)} -->`;
}
/**
 * The state of the first marker of this purpose that carries our signature; undefined when there is none. A copy of a marker verifies too:
 * who wrote the text around it has to be checked by the caller.
 */
function readMarker(key, purpose, text) {
    const pattern = new RegExp(`<!-- ${NAME}:${purpose}:1 ([A-Za-z0-9_-]{1,20000}) ([0-9a-f]{64}) -->`, "g");
    for (const [, encoded, signature] of text.matchAll(pattern)) {
        try {
            const value = JSON.parse(Buffer.from(encoded ?? "", "base64url").toString("utf8"));
            if (verifies(key, purpose, value, signature ?? ""))
                return value;
        }
        catch {
            // Not one of ours.
        }
    }
    return undefined;
}


/***/ }),

/***/ 56210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once),
/* harmony export */   again: () => (/* binding */ again)
/* harmony export */ });
/* unused harmony export REFUSALS */
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);

/** How often a write is tried within one call before the error goes up (and the step's own retry, or the outbox, takes over). */
const ATTEMPTS = 4;
/** How often something that GitHub refuses is asked for before the refusal is believed. */
const REFUSALS = 3;
/** The longest wait, in milliseconds, that GitHub may ask for while a runner is held. */
const LONGEST_WAIT_MS = 60_000;
/**
 * Does something exactly once: looks whether it is done, does it, and when the answer was lost or says "exists already", looks again before
 * doing it again. A rate limit goes up at once: whoever waits for minutes should not hold a runner.
 */
async function once(clock, signal, lookUp, act) {
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        const found = await lookUp();
        if (found !== undefined)
            return found;
        try {
            return await act();
        }
        catch (thrown) {
            if (!(thrown instanceof _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p) || !worthLooking(thrown))
                throw thrown;
            // GitHub's reads lag its writes by up to a few seconds: a single look right after a lost answer could miss what was done.
            for (let look = 0; look < 3; look++) {
                await clock.sleep(300 * 2 ** (attempt + look), signal);
                const done = await lookUp();
                if (done !== undefined)
                    return done;
            }
            if (attempt >= ATTEMPTS || thrown.kind !== "transient")
                throw thrown;
        }
    }
}
/**
 * Does something that changes nothing when it is done twice, and tries again when GitHub refuses it. That includes refusals that should last:
 * GitHub answers 403, 404, 409 and 422 to requests that are right but too early for its own copies, too. A rate limit is waited for when it
 * ends within a minute.
 */
async function again(clock, act, signal = new AbortController().signal) {
    for (let attempt = 1;; attempt++) {
        try {
            return await act();
        }
        catch (thrown) {
            if (attempt === REFUSALS || !(thrown instanceof _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p))
                throw thrown;
            const waitMs = thrown.retryAfterMs ?? 500 * 2 ** attempt;
            if (waitMs > LONGEST_WAIT_MS)
                throw thrown;
            await clock.sleep(waitMs, signal);
        }
    }
}
function worthLooking(error) {
    return ["github.unavailable", "github.invalid", "github.conflict", "github.not_found"].includes(error.code);
}


/***/ }),

/***/ 7436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   MZ: () => (/* binding */ codeCell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   dD: () => (/* binding */ plainCell),
/* harmony export */   mv: () => (/* binding */ stepFacts),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _kernel_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76181);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35183);
/* harmony import */ var _comment_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59058);



/** The steps in the order they run, each followed by those inside it: a view lists steps as they became known, so that those come last. */
function stepFacts(view) {
    const steps = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(view["steps"]) ? view["steps"] : {};
    const inside = new Map();
    for (const path of Object.keys(steps)) {
        const holder = holderOf(path, steps);
        inside.set(holder, [...(inside.get(holder) ?? []), path]);
    }
    const listed = (holder, depth) => (inside.get(holder) ?? []).flatMap((path) => {
        const step = steps[path];
        return [...((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(step) ? [factsOf(path, step, depth)] : []), ...listed(path, depth + 1)];
    });
    return listed("", 0);
}
/** The innermost step that holds this one; empty for a step of the workflow itself. */
function holderOf(path, steps) {
    const parts = path.split("/");
    for (let length = parts.length - 1; length > 0; length--) {
        const holder = parts.slice(0, length).join("/");
        if (Object.hasOwn(steps, holder))
            return holder;
    }
    return "";
}
function factsOf(path, step, depth) {
    const evidence = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(step["evidence"]) ? step["evidence"] : {};
    const cost = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(step["cost"]) ? step["cost"] : {};
    const error = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(step["error"]) ? text(step["error"]["message"]) : text(step["error"]);
    return {
        path,
        depth,
        type: text(step["type"]) ?? "step",
        title: text(step["name"]) ?? path,
        status: text(step["status"]) ?? "pending",
        attempts: number(step["attempts"]) ?? 0,
        durationMs: number(step["duration_ms"]),
        command: text(evidence["command"]) ?? text(evidence["script"]),
        exitCode: number(step["exit_code"]) ?? number(evidence["exit_code"]),
        tree: text(step["tree"]),
        usd: number(cost["usd"]),
        model: text(evidence["model"]),
        provider: text(evidence["provider"]),
        condition: text(evidence["condition"]),
        error,
        skipReason: text(step["skip_reason"]),
    };
}
/** `$0.1234`, or `$12.34` from a dollar on. */
function dollars(usd) {
    return usd >= 1 ? `$${usd.toFixed(2)}` : `$${usd.toFixed(4)}`;
}
function duration(ms) {
    return ms === undefined ? "" : (0,_kernel_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms);
}
/** Text inside a code span in a table cell: one line, no backtick or bar that would end either. */
function codeCell(value, limit = 160) {
    const line = value.replaceAll(/\s+/g, " ").trim();
    const short = line.length > limit ? `${line.slice(0, limit - 1).toWellFormed()}…` : line;
    return short === ""
        ? ""
        : `<code>${escapeHtml(short).replaceAll("|", "&#124;").replaceAll("`", "&#96;").replaceAll("@", "&#64;")}</code>`;
}
/** Plain words in a table cell or list: nothing in them is Markdown, HTML, a mention or a reference. */
function plainCell(value, limit = 300) {
    const line = value.replaceAll(/\s+/g, " ").trim();
    const short = line.length > limit ? `${line.slice(0, limit - 1).toWellFormed()}…` : line;
    return escapeHtml(short)
        .replaceAll(/[|`*_[\]\\~!#@]/g, (found) => `&#${found.charCodeAt(0)};`)
        .replaceAll("://", ":&#47;&#47;");
}
/** A fenced block that its content can't end; characters that don't show are written out. */
function fenced(value, language = "") {
    const shown = value
        .toWellFormed()
        .split("\n")
        .map((line) => line.replaceAll(/(?!\t)[\p{Cc}\p{Cf}\u{e0000}-\u{e007f}]/gu, _comment_command_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK))
        .join("\n");
    const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${shown}\n${fence}`;
}
function escapeHtml(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function text(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}
function number(value) {
    return typeof value === "number" ? value : undefined;
}


/***/ }),

/***/ 76181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ DURATION_PATTERN),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** What a text must look like to be a duration, as a regular expression for JSON Schemas. */
const DURATION_PATTERN = String.raw `^\s*(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h|d))+)\s*$`;
/**
 * Reads a duration: a number of seconds (`90`), or text such as `500ms`, `90s`, `1h30m`, `7d`.
 *
 * @returns milliseconds, a non-negative integer
 * @throws PawlError `duration.invalid`, naming what was found
 */
function parseDuration(value) {
    const found = typeof value === "number" ? value * 1_000 : parseText(value);
    if (found === undefined || !Number.isFinite(found) || found < 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
            code: "duration.invalid",
            kind: "invalid",
            message: `"${value}" is not a duration`,
            remedy: "Write seconds as a number (90) or a text such as 500ms, 90s, 15m, 1h30m or 7d.",
        });
    }
    return Math.round(found);
}
function parseText(text) {
    const trimmed = text.trim();
    if (/^\d+(\.\d+)?$/.test(trimmed))
        return Number(trimmed) * 1_000;
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(trimmed))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
        total += Number(amount) * (UNIT_MS[unit ?? ""] ?? Number.NaN);
    }
    return total;
}
/** A duration for people: `850ms`, `12.3s`, `4m 05s`, `1h 02m`. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)}ms`;
    if (ms < 60_000)
        return `${(ms / 1_000).toFixed(1)}s`;
    const seconds = Math.round(ms / 1_000);
    const two = (n) => String(n).padStart(2, "0");
    if (seconds < 3_600)
        return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
    return `${Math.floor(seconds / 3_600)}h ${two(Math.floor((seconds % 3_600) / 60))}m`;
}


/***/ }),

/***/ 29755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ID_PATTERN)
/* harmony export */ });
/** Step and input names: what every id in a workflow must match. */
const ID_PATTERN = /^[a-z][a-z0-9_-]{0,62}$/;


/***/ })

};
