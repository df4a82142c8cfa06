export const id = 7964;
export const ids = [7964];
export const modules = {

/***/ 37964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRedactor: () => (/* binding */ createRedactor)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/adapters/redactor/encodings.js
/**
 * The usual disguises of a secret: what a program prints when it means well (JSON, URL, base64) and what a curious one tries first
 * (reversed, in other letters, as numbers, its characters one per line). Each is a text that is looked for as it stands.
 */
function encodingsOf(secret) {
    const bytes = Buffer.from(secret, "utf8");
    const forms = new Set([secret]);
    const add = (form) => {
        if (form.length >= 6)
            forms.add(form);
    };
    const url = encodeURIComponent(secret);
    add(url);
    add(encodeURIComponent(url));
    add([...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
    add(JSON.stringify(secret).slice(1, -1));
    add(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1));
    add(Array.from(secret, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
    add([...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""));
    add(bytes.toString("hex"));
    add(bytes.toString("hex").toUpperCase());
    add(Array.from(secret).toReversed().join(""));
    add(bytes.toString("utf16le"));
    add(escapeHtml(secret));
    // As numbers, whatever stands between them: only letters and digits are compared.
    for (const [prefix, base, width] of [
        ["", 10, 0],
        ["", 8, 0],
        ["", 8, 3],
        ["0x", 16, 2],
    ])
        // prettier-ignore
        add(Array.from(bytes, (byte) => prefix + byte.toString(base).padStart(width, "0")).join(" "));
    for (const form of caseForms(secret))
        add(form);
    for (const form of base32Forms(bytes))
        add(form);
    for (const form of base64Forms(bytes))
        add(Array.from(form).toReversed().join(""));
    for (const form of base64Forms(bytes))
        add(form);
    for (const form of base64Forms(Buffer.from(bytes.toString("base64"))))
        add(form);
    return [...forms];
}
/** In other letters: a secret without a digit is left out, because in lower case it may be an ordinary word. */
function caseForms(secret) {
    if (!/\d/.test(secret))
        return [];
    const swapped = secret.replaceAll(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()));
    const turned = secret.replaceAll(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < "n" ? 13 : -13)));
    return [secret.toUpperCase(), secret.toLowerCase(), swapped, turned];
}
/** Base32 (RFC 4648, section 6) of the bytes wherever they start within a longer text: five alignments. */
function base32Forms(bytes) {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    return Array.from({ length: 5 }, (_, offset) => {
        const bits = "0".repeat(offset * 8) + Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
        const first = Math.ceil((offset * 8) / 5);
        const groups = bits.match(/.{5}/g) ?? [];
        return groups
            .slice(first)
            .map((group) => alphabet[Number.parseInt(group, 2)])
            .join("");
    });
}
/** Base64 of the bytes wherever they start within a longer text: three alignments, without the characters that depend on neighbours. */
function base64Forms(bytes) {
    const forms = [];
    for (let offset = 0; offset < 3; offset++) {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const start = offset === 0 ? 0 : offset + 1;
        const uncertainEnd = (offset + bytes.length) % 3 === 0 ? 0 : 1;
        const stable = encoded.slice(start, encoded.length - uncertainEnd);
        forms.push(stable, stable.replaceAll("+", "-").replaceAll("/", "_"));
    }
    return forms;
}
function escapeHtml(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

;// CONCATENATED MODULE: ./lib/adapters/redactor/fragments.js

/** A piece of a secret this long is a leak; shorter ones are too common to tell from ordinary text. */
const FRAGMENT = 8;
/**
 * Finds pieces of secrets, eight letters or digits and longer, in every usual encoding, whatever stands between the characters: white
 * space, dashes, terminal colours, invisible characters. One pass over the text, whatever the number of secrets.
 */
class FragmentIndex {
    #fragments = new Set();
    #prefixes = new Set();
    /** Pairs of characters some fragment starts with: most places of a text are ruled out by one look. */
    #starts = new Uint8Array(65_536);
    /** Forms without a telling fragment (a passphrase of plain words): looked for as they stand. */
    #literals = new Set();
    add(secret) {
        for (const form of encodingsOf(secret)) {
            const { text } = compact(form);
            let telling = text.length >= FRAGMENT;
            for (let i = 0; i + FRAGMENT <= text.length; i++) {
                const fragment = text.slice(i, i + FRAGMENT);
                if (isTelling(fragment))
                    this.#addFragment(fragment);
                else
                    telling = false;
            }
            if (!telling)
                this.#literals.add(form);
        }
    }
    #addFragment(fragment) {
        this.#fragments.add(fragment);
        this.#starts[pair(fragment, 0)] = 1;
        for (let length = 1; length < FRAGMENT; length++)
            this.#prefixes.add(fragment.slice(0, length));
    }
    /** Where pieces of secrets stand, in order, without overlaps. */
    find(text) {
        const ranges = [];
        for (const literal of this.#literals) {
            for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, at + literal.length)) {
                ranges.push({ start: at, end: at + literal.length });
            }
        }
        if (this.#fragments.size > 0) {
            const { text: letters, positions } = compact(text);
            for (let i = 0; i + FRAGMENT <= letters.length; i++) {
                if (this.#starts[pair(letters, i)] === 0 || !this.#fragments.has(letters.slice(i, i + FRAGMENT)))
                    continue;
                ranges.push({ start: positions[i] ?? 0, end: (positions[i + FRAGMENT - 1] ?? 0) + 1 });
            }
        }
        return merge(ranges);
    }
    /** Where the text's end could be the beginning of a piece that the next text completes; its length when it can't. */
    openEnd(text) {
        let open = text.length;
        for (const literal of this.#literals) {
            for (let length = Math.min(literal.length - 1, text.length); length > 0; length--) {
                if (!text.endsWith(literal.slice(0, length)))
                    continue;
                open = Math.min(open, text.length - length);
                break;
            }
        }
        const { text: letters, positions } = compact(text);
        for (let length = Math.min(FRAGMENT - 1, letters.length); length > 0; length--) {
            if (!this.#prefixes.has(letters.slice(-length)))
                continue;
            open = Math.min(open, positions[letters.length - length] ?? open);
            break;
        }
        return open;
    }
}
/** A fragment tells a secret from prose when it holds a digit, or both cases in a mix no word has. */
function isTelling(fragment) {
    return /\d/.test(fragment) || (/[a-z]/.test(fragment) && /.[A-Z]/.test(fragment));
}
function pair(text, at) {
    return (((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff)) & 0xffff;
}
/** ASCII letters and digits. */
const IS_LETTER = Uint8Array.from({ length: 128 }, (_, code) => /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0);
const ESCAPE = 0x1b;
function compact(text) {
    const codes = Buffer.allocUnsafe(text.length);
    const positions = new Uint32Array(text.length);
    let count = 0;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === ESCAPE && text[i + 1] === "[") {
            // A terminal control sequence (ECMA-48): parameters up to the final byte.
            let end = i + 2;
            while (end < text.length && /[0-9;:?<=>]/.test(text[end] ?? ""))
                end++;
            i = end;
            continue;
        }
        if (code >= 128 || IS_LETTER[code] === 0)
            continue;
        codes[count] = code;
        positions[count] = i;
        count++;
    }
    return { text: codes.toString("latin1", 0, count), positions };
}
/** Sorted and joined where they touch or overlap. */
function merge(ranges) {
    const merged = [];
    for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
        const last = merged.at(-1);
        if (last !== undefined && range.start <= last.end) {
            merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
        }
        else {
            merged.push(range);
        }
    }
    return merged;
}

;// CONCATENATED MODULE: ./lib/adapters/redactor/token-shapes.js
/**
 * Things that look like a credential whoever issued it. Shapes follow the issuers' own documents: GitHub token formats
 * (docs.github.com, "About authentication to GitHub"), Anthropic API keys, AWS access key ids (IAM reference), Slack, npm, PyPI, Stripe,
 * Google API keys, PEM (RFC 7468), JSON Web Tokens (RFC 7519), Authorization headers (RFC 9110).
 *
 * Every pattern is linear in the text, whoever wrote it: repetitions are bounded, or can't begin again within what they failed on.
 */
const TOKEN_SHAPES = [
    /gh[pousr]_[A-Za-z0-9._-]{20,}/g,
    /github_pat_[A-Za-z0-9_]{20,}/g,
    /sk-ant-[A-Za-z0-9_-]{16,}/g,
    /\bsk-(?:proj-)?[A-Za-z0-9_-]{32,}/g,
    /(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{16}/g,
    /xox[abeprs]-[A-Za-z0-9-]{10,}/g,
    /npm_[A-Za-z0-9]{30,}/g,
    /pypi-[A-Za-z0-9_-]{40,}/g,
    /(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/g,
    /AIza[A-Za-z0-9_-]{35}/g,
    /hvs\.[A-Za-z0-9_-]{20,}/g,
    /(?<![A-Za-z0-9_-]{4})eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
    // The body of a PEM private key, with real line ends or with the two characters `\n` of a JSON string.
    /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\n|\\r|[A-Za-z0-9+/=:,-]){16,6000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    /(?<=authorization:\s{0,4}(?:basic|bearer|token)\s{1,4})[A-Za-z0-9._~+/=-]{8,}/gi,
    /(?<=[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)[^\s/@]{4,}(?=@)/gi,
];
/** The longest text any shape may need before it can be told for certain; a stream holds back at most this much. */
const LONGEST_SHAPE = 4_096;

;// CONCATENATED MODULE: ./lib/adapters/redactor/redactor.js



const MASK = "***";
/** Shorter values (`1`, `on`) would blot out ordinary text and hide nothing. */
const SHORTEST_SECRET = 4;
/** A match that is still growing at the end of a chunk is held back up to this many characters. */
const LONGEST_HOLD = 16_384;
/** Characters of texts that are known to be clean. */
const MOST_REMEMBERED = 4 * 1024 * 1024;
/**
 * Takes secrets out of text: the values given, pieces of them, their usual encodings, and anything shaped like a credential.
 *
 * @param values secrets known now; `add` takes those learnt later
 */
function createRedactor(values) {
    const fragments = new FragmentIndex();
    const known = new Set();
    const clean = cleanTexts();
    const add = (value) => {
        const trimmed = value.trim();
        if (trimmed.length < SHORTEST_SECRET || known.has(trimmed))
            return;
        known.add(trimmed);
        clean.forget();
        fragments.add(trimmed);
    };
    for (const value of values)
        add(value);
    const find = (text) => {
        const ranges = fragments.find(text);
        for (const shape of TOKEN_SHAPES) {
            for (const match of text.matchAll(shape))
                ranges.push({ start: match.index, end: match.index + match[0].length });
        }
        if (known.size > 0)
            ranges.push(...packedSecrets(text, (content) => fragments.find(content).length > 0));
        return merge(ranges);
    };
    const redact = (text) => {
        if (clean.has(text))
            return text;
        const masked = mask(text, find(text));
        clean.add(masked);
        return masked;
    };
    return {
        redact,
        redactJson: (value) => redactJson(value, redact),
        stream() {
            let held = "";
            return {
                write(chunk) {
                    held += chunk;
                    const ranges = find(held);
                    const cut = safeCut(held, ranges, fragments.openEnd(held));
                    const safe = mask(held.slice(0, cut), ranges.filter(({ start }) => start < cut));
                    held = held.slice(cut);
                    return safe;
                },
                end() {
                    const rest = redact(held);
                    held = "";
                    return rest;
                },
            };
        },
        add,
    };
}
/**
 * Texts that hold no secret, so that one that passes twice (a tool's result on its way to the model and to the journal, the names of a journal's
 * members) is searched once. Forgotten as a whole when they come to more than a few megabytes, or a new secret is learnt.
 */
function cleanTexts() {
    const texts = new Set();
    let length = 0;
    const forget = () => {
        texts.clear();
        length = 0;
    };
    return {
        has: (text) => texts.has(text),
        add(text) {
            if (text.length > MOST_REMEMBERED / 4)
                return;
            if (length > MOST_REMEMBERED)
                forget();
            texts.add(text);
            length += text.length;
        },
        forget,
    };
}
/** Up to where a chunk can be let go: whole lines, nothing that may still grow into a secret. */
function safeCut(text, ranges, openEnd) {
    const lineEnd = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
    let cut = text.length - lineEnd > LONGEST_SHAPE ? text.length : lineEnd;
    cut = Math.min(cut, openEnd);
    const key = text.lastIndexOf("-----BEGIN ");
    if (key !== -1 && !text.includes("-----END ", key) && text.length - key < LONGEST_SHAPE)
        cut = Math.min(cut, key);
    const packed = /H4sI[A-Za-z0-9+/=\r\n]*$/.exec(text.slice(-LONGEST_HOLD));
    if (packed !== null)
        cut = Math.min(cut, Math.max(0, text.length - LONGEST_HOLD) + packed.index);
    for (const { start, end } of ranges.toReversed()) {
        // The last characters of a match may be the beginning of its next piece: it's decided when it can't grow any more.
        if (end > cut - 8 && start < cut)
            cut = start;
    }
    return text.length - cut > LONGEST_HOLD ? text.length : cut;
}
function mask(text, ranges) {
    if (ranges.length === 0)
        return text;
    let result = "";
    let from = 0;
    for (const { start, end } of ranges) {
        result += text.slice(from, start) + MASK;
        from = end;
    }
    return result + text.slice(from);
}
/** Gzip in base64, on one line or wrapped: `H4sI` is how every such text begins (RFC 1952). */
const PACKED = /H4sI[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]{20,})*(?:\r?\n[A-Za-z0-9+/]+)?={0,2}/g;
/** Packed text that holds a secret. What is cut off is read as far as it goes. */
function packedSecrets(text, holdsSecret) {
    const found = [];
    for (const match of text.matchAll(PACKED)) {
        try {
            const content = (0,external_node_zlib_.gunzipSync)(Buffer.from(match[0], "base64"), {
                maxOutputLength: 1 << 20,
                finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH,
            });
            if (holdsSecret(content.toString("utf8")))
                found.push({ start: match.index, end: match.index + match[0].length });
        }
        catch {
            // No gzip after all: nothing in it can be read back either.
        }
    }
    return found;
}
function redactJson(value, redact) {
    if (typeof value === "string")
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactJson(item, redact));
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactJson(item, redact)]));
    }
    return value;
}


/***/ })

};
