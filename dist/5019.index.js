export const id = 5019;
export const ids = [5019];
export const modules = {

/***/ 79658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ chainsOf)
/* harmony export */ });
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55606);

const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const GITHUB_WORD = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|0x[0-9a-fA-F]+/y;
const JINJA_KEYWORDS = new Set([
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "true",
    "false",
    "none",
    "True",
    "False",
    "None",
]);
const GITHUB_KEYWORDS = new Set(["true", "false", "null", "NaN", "Infinity"]);
/** Every name an expression uses, with its place in the expression. Static; never throws, and reads broken expressions as far as it can. */
function chainsOf(expression, language) {
    const chains = [];
    const jinja = language === "jinja";
    const keywords = jinja ? JINJA_KEYWORDS : GITHUB_KEYWORDS;
    let at = 0;
    let before = "";
    while (at < expression.length) {
        const char = expression[at] ?? "";
        if (char === "'" || (jinja && char === '"')) {
            const end = (0,_segments_js__WEBPACK_IMPORTED_MODULE_0__/* .stringEnd */ .VS)(expression, at, char, jinja);
            at = end === -1 ? expression.length : end + 1;
            before = "'";
            continue;
        }
        if (/\s/.test(char)) {
            at += 1;
            continue;
        }
        const digits = matchAt(NUMBER, expression, at);
        if (digits !== undefined) {
            at += digits.length;
            before = "0";
            continue;
        }
        const word = matchAt(jinja ? WORD : GITHUB_WORD, expression, at);
        if (word === undefined) {
            before = char;
            at += 1;
            continue;
        }
        if (before === ".") {
            before = word;
            at += word.length;
            continue;
        }
        if (keywords.has(word)) {
            // `is not defined` and `is defined` both end in a test's name.
            before = word === "not" && before === "is" ? "is" : word;
            at += word.length;
            continue;
        }
        const role = jinja && before === "|" ? "filter" : jinja && before === "is" ? "test" : undefined;
        const chain = chainAt(expression, at, word, role, language);
        if (!(jinja && isKeywordArgument(expression, at + word.length, before)))
            chains.push(chain);
        at += chain.length;
        before = word;
    }
    return chains;
}
function chainAt(expression, offset, root, role, language) {
    const path = [];
    let at = offset + root.length;
    if (role !== undefined)
        return { root, path, dynamic: false, computed: false, role, offset, length: root.length };
    if (nextChar(expression, at) === "(")
        return { root, path, dynamic: false, computed: false, role: "call", offset, length: root.length };
    let dynamic = false;
    let computed = false;
    for (;;) {
        const member = memberAt(expression, at, language);
        if (member === undefined)
            break;
        if (member.name === undefined) {
            dynamic = true;
            computed = member.computed;
            break;
        }
        path.push(member.name);
        at = member.end;
    }
    return { root, path, dynamic, computed, role: "value", offset, length: at - offset };
}
function memberAt(expression, at, language) {
    let next = skipSpace(expression, at);
    if (expression[next] === ".") {
        next = skipSpace(expression, next + 1);
        const word = matchAt(language === "jinja" ? WORD : GITHUB_WORD, expression, next);
        if (word !== undefined) {
            // A method call (`title.lower()`) ends what can be known of the value.
            return nextChar(expression, next + word.length) === "(" && language === "jinja"
                ? undefined
                : { name: word, computed: false, end: next + word.length };
        }
        return { name: undefined, computed: false, end: next };
    }
    if (expression[next] !== "[")
        return undefined;
    next = skipSpace(expression, next + 1);
    const quote = expression[next];
    if (quote === "'" || (quote === '"' && language === "jinja")) {
        const end = (0,_segments_js__WEBPACK_IMPORTED_MODULE_0__/* .stringEnd */ .VS)(expression, next, quote, language === "jinja");
        const close = end === -1 ? -1 : skipSpace(expression, end + 1);
        if (close !== -1 && expression[close] === "]") {
            const name = expression.slice(next + 1, end);
            return { name: language === "github" ? name.replaceAll("''", "'") : name, computed: false, end: close + 1 };
        }
    }
    const computed = !/^(?:-?\d+|\*)\s*\]/.test(expression.slice(next, next + 24));
    return { name: undefined, computed, end: next };
}
/** `run='latest'` in `artifact('x', run='latest')`: the name belongs to the call. */
function isKeywordArgument(expression, at, before) {
    const next = skipSpace(expression, at);
    return (before === "," || before === "(") && expression[next] === "=" && expression[next + 1] !== "=";
}
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
}
function skipSpace(text, at) {
    let next = at;
    while (next < text.length && /\s/.test(text[next] ?? ""))
        next += 1;
    return next;
}
function nextChar(text, at) {
    return text[skipSpace(text, at)];
}


/***/ }),

/***/ 61979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ conditionHolds),
/* harmony export */   oX: () => (/* binding */ conditionLanguage),
/* harmony export */   rn: () => (/* binding */ boundOperands),
/* harmony export */   sK: () => (/* binding */ readCondition)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29925);
/* harmony import */ var _jinja_operators_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53684);
/* harmony import */ var _jinja_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55986);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31748);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55606);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30514);







const kept = new Map();
const MAX_KEPT = 2_000;
/** Reads a condition, or finds it among those read before. Throws PawlError `expression.syntax` or `expression.limit`. */
function readCondition(text) {
    const known = kept.get(text);
    if (known !== undefined)
        return known;
    const condition = compile(text);
    if (kept.size >= MAX_KEPT)
        kept.clear();
    kept.set(text, condition);
    return condition;
}
function compile(text) {
    if (text.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_EXPRESSION_CHARACTERS */ .P$) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`a condition has ${text.length} characters; at most ${_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_EXPRESSION_CHARACTERS */ .P$} are read`, "Split it over several steps.");
    }
    if (text.trim() === "")
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(text, "it is empty");
    const { source, operands, bare } = substitute(text);
    const language = conditionLanguage(bare);
    const [only, ...others] = Object.values(operands);
    const whole = only !== undefined && others.length === 0 && "value" in only && /^\s*pawl_operand_1\s*$/.test(source)
        ? only.value
        : undefined;
    try {
        return {
            language,
            text,
            source,
            operands,
            whole,
            tree: language === "github" ? (0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGithub */ .Vx)(source) : (0,_jinja_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJinjaExpression */ .gE)(source),
        };
    }
    catch (thrown) {
        // The reader wrote the operands, not their names.
        if (thrown instanceof Error && source !== text && "code" in thrown && thrown.code === "expression.syntax") {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(text, thrown.message.replace(/^`.*?` is not a valid expression: /s, ""), 0, "remedy" in thrown && typeof thrown.remedy === "string" ? thrown.remedy : undefined);
        }
        throw thrown;
    }
}
/** GitHub's where its own operators stand outside texts (`&&`, `||`, `!`); Jinja's otherwise. Nothing that both can parse means two things. */
function conditionLanguage(bare) {
    return /&&|\|\||!(?!=)/.test(bare) ? "github" : "jinja";
}
function substitute(text) {
    const operands = {};
    const add = (operand) => {
        const name = `pawl_operand_${Object.keys(operands).length + 1}`;
        operands[name] = operand;
        return name;
    };
    let source = "";
    let bare = "";
    let at = 0;
    while (at < text.length) {
        const char = text[at] ?? "";
        if (char === "'" || char === '"') {
            const end = quotedEnd(text, at, char);
            const quoted = text.slice(at, end + 1);
            source += /\{\{|\$\{/.test(quoted) ? ` ${add({ text: (0,_template_js__WEBPACK_IMPORTED_MODULE_6__/* .readTemplate */ .xV)(quoted.slice(1, -1)) })} ` : quoted;
            bare += "''";
            at = end + 1;
            continue;
        }
        if (text.startsWith("{%", at) || text.startsWith("{#", at)) {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(text, "a condition can't hold {% %} or {# #}", at, "Write an expression: `a and b`, `x if y else z`.");
        }
        const operand = /^\$?\{\{|^\$\{[A-Za-z_]/.test(text.slice(at, at + 3)) ? operandAt(text, at) : undefined;
        if (operand === undefined) {
            source += char;
            bare += char;
            at += 1;
            continue;
        }
        source += ` ${add({ value: (0,_template_js__WEBPACK_IMPORTED_MODULE_6__/* .readOperand */ .gg)(operand) })} `;
        bare += " x ";
        at = operand.end;
    }
    return { source, operands, bare };
}
/** The operand that starts here, as if the text began with it. */
function operandAt(text, at) {
    const [first] = (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .splitTemplate */ .LL)(text.slice(at), "field");
    return first === undefined || first.kind === "text" ? undefined : { ...first, end: first.end + at, offset: at };
}
function quotedEnd(text, at, quote) {
    const end = (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .stringEnd */ .VS)(text, at, quote, true);
    if (end === -1)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(text, `a text that starts with ${quote} is never closed`, at);
    return end;
}
/** Whether a condition holds in this scope. */
function conditionHolds(condition, scope) {
    if (condition.whole !== undefined)
        return operandTruth(condition.whole, scope);
    const bound = boundOperands(condition, scope);
    if (condition.language === "github")
        return (0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .githubTruth */ .$s)((0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluateGithub */ .lm)(condition.tree, scope, bound));
    return (0,_template_js__WEBPACK_IMPORTED_MODULE_6__/* .evaluateTree */ .q7)(condition.tree, condition.text, scope, (value) => (0,_jinja_operators_js__WEBPACK_IMPORTED_MODULE_2__/* .truth */ .I)(value), bound);
}
function operandTruth(operand, scope) {
    switch (operand.kind) {
        case "jinja":
            return (0,_template_js__WEBPACK_IMPORTED_MODULE_6__/* .evaluateTree */ .q7)(operand.tree, operand.text, scope, (value) => (0,_jinja_operators_js__WEBPACK_IMPORTED_MODULE_2__/* .truth */ .I)(value));
        case "github":
            return (0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .githubTruth */ .$s)((0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluateGithub */ .lm)(operand.expression, scope));
        default: {
            const value = (0,_template_js__WEBPACK_IMPORTED_MODULE_6__/* .operandValue */ .Vv)(operand, scope);
            return value !== null && value !== false && value !== "" && value !== 0;
        }
    }
}
function boundOperands(condition, scope) {
    const names = Object.entries(condition.operands);
    if (names.length === 0)
        return undefined;
    return Object.fromEntries(names.map(([name, operand]) => [
        name,
        "value" in operand ? (0,_template_js__WEBPACK_IMPORTED_MODULE_6__/* .operandValue */ .Vv)(operand.value, scope) : (0,_template_js__WEBPACK_IMPORTED_MODULE_6__/* .renderTemplate */ .Xm)(operand.text, scope),
    ]));
}


/***/ }),

/***/ 98783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ syntaxError),
/* harmony export */   Q6: () => (/* binding */ failureIn),
/* harmony export */   pT: () => (/* binding */ evaluationError),
/* harmony export */   yT: () => (/* binding */ limitError)
/* harmony export */ });
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);

/** The most of an expression's own text that an error repeats. */
const SHOWN_CHARACTERS = 160;
/** The text isn't an expression: `expression.syntax`. `offset` counts from the start of `expression`. */
function syntaxError(expression, problem, offset = 0, remedy) {
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: "expression.syntax",
        kind: "invalid",
        message: `\`${shorten(expression)}\` is not a valid expression: ${problem}`,
        ...(remedy === undefined ? {} : { remedy }),
        details: { expression: shorten(expression), offset },
    });
}
/** The expression is one, but has no value here: `expression.evaluation`. */
function evaluationError(problem, remedy, cause) {
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: "expression.evaluation",
        kind: "permanent",
        message: problem,
        ...(remedy === undefined ? {} : { remedy }),
        ...(cause === undefined ? {} : { cause }),
    });
}
/** The expression was stopped because it asks for too much: `expression.limit`. */
function limitError(what, remedy = "Move the work into a shell step.") {
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({ code: "expression.limit", kind: "invalid", message: what, remedy });
}
/** What a library threw while evaluating `expression`, as an error of ours that names the expression. */
function failureIn(expression, thrown) {
    if (thrown instanceof RangeError) {
        return limitError(`\`${shorten(expression)}\` is nested too deeply or makes a value too large`);
    }
    const error = (0,_kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toPawlError */ .e)(thrown, "expression.evaluation");
    if (error.details["expression"] !== undefined)
        return error;
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: error.code,
        kind: error.kind,
        message: `\`${shorten(expression)}\`: ${error.message}`,
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
        details: { ...error.details, expression: shorten(expression) },
        cause: thrown,
    });
}
function shorten(text) {
    const flat = text.trim().replaceAll(/\s+/g, " ");
    return flat.length <= SHOWN_CHARACTERS ? flat : `${flat.slice(0, SHOWN_CHARACTERS)}…`;
}


/***/ }),

/***/ 35019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BD: () => (/* reexport */ anyExpression),
  BU: () => (/* reexport */ checkTemplate),
  MS: () => (/* reexport */ dependencyCycle),
  F9: () => (/* binding */ evaluateCondition),
  O4: () => (/* binding */ evaluateExpression),
  FC: () => (/* reexport */ references/* nameMeant */.FC),
  ch: () => (/* reexport */ operandValues),
  Ft: () => (/* reexport */ references/* references */.Ft),
  WY: () => (/* reexport */ resolveText),
  g$: () => (/* reexport */ resolveValue),
  CO: () => (/* reexport */ resolveVariables),
  Rt: () => (/* reexport */ references/* usesStatusFunction */.Rt)
});

// EXTERNAL MODULE: ./lib/language/expressions/chains.js
var expressions_chains = __webpack_require__(79658);
// EXTERNAL MODULE: ./lib/language/expressions/condition.js
var expressions_condition = __webpack_require__(61979);
// EXTERNAL MODULE: ./lib/language/expressions/github/data.js
var data = __webpack_require__(30326);
// EXTERNAL MODULE: ./lib/language/expressions/github/evaluator.js
var evaluator = __webpack_require__(29925);
// EXTERNAL MODULE: ./lib/language/expressions/jinja/values.js
var values = __webpack_require__(41123);
// EXTERNAL MODULE: ./lib/language/expressions/template.js
var expressions_template = __webpack_require__(30514);
;// CONCATENATED MODULE: ./lib/language/expressions/expression-value.js





/**
 * The value of a text that is an expression: `${{ … }}` in GitHub's language, `{{ … }}` or a bare one in Jinja (in GitHub's where its own
 * operators stand). A text with `{% %}` is a template, and gives text. Throws as `resolveValue` does.
 */
function expressionValue(text, scope) {
    if (text.includes("{%") || text.includes("{#"))
        return (0,expressions_template/* renderTemplate */.Xm)((0,expressions_template/* readTemplate */.xV)(text), scope);
    const condition = (0,expressions_condition/* readCondition */.sK)(text);
    if (condition.whole !== undefined)
        return (0,expressions_template/* operandValue */.Vv)(condition.whole, scope);
    const bound = (0,expressions_condition/* boundOperands */.rn)(condition, scope);
    if (condition.language === "github")
        return (0,data/* toJson */.aB)((0,evaluator/* evaluateGithub */.lm)(condition.tree, scope, bound));
    return (0,expressions_template/* evaluateTree */.q7)(condition.tree, condition.text, scope, values/* toJson */.aB, bound);
}

// EXTERNAL MODULE: ./lib/language/expressions/functions/catalogue.js + 6 modules
var catalogue = __webpack_require__(10783);
// EXTERNAL MODULE: ./lib/kernel/diagnostics.js
var diagnostics = __webpack_require__(80985);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/language/expressions/jinja/filters.js
var filters = __webpack_require__(67306);
// EXTERNAL MODULE: ./lib/language/expressions/references.js
var references = __webpack_require__(17522);
// EXTERNAL MODULE: ./lib/language/expressions/segments.js
var segments = __webpack_require__(55606);
;// CONCATENATED MODULE: ./lib/language/expressions/check.js









/** Jinja's tests, as `is` names them. */
const TESTS = new Set([
    "boolean",
    "callable",
    "odd",
    "even",
    "false",
    "true",
    "none",
    "string",
    "number",
    "integer",
    "iterable",
    "mapping",
    "sequence",
    "lower",
    "upper",
    "defined",
    "undefined",
    "equalto",
    "eq",
]);
/** Everything wrong with a text's expressions that can be known without values: syntax, unknown functions, filters and tests, refused uses of `secrets`, limits, and conditions that don't mean what they seem to. */
function checkTemplate(text, kind) {
    if (kind === "template" && !(0,segments/* holdsExpression */.x9)(text))
        return [];
    const { expressions } = (0,references/* expressionsIn */.l$)(text, kind);
    const local = (0,references/* localNames */.qu)(text);
    const problems = expressions.flatMap((expression) => (0,expressions_chains/* chainsOf */.M)(expression.text, expression.language).flatMap((chain) => nameProblems(chain, expression, local)));
    if (!problems.some((problem) => problem.severity === "error"))
        problems.push(...syntaxProblems(text, kind, expressions));
    return problems.toSorted((a, b) => a.offset - b.offset);
}
function nameProblems(chain, { language, offset }, local) {
    const place = { severity: "error", offset: offset + chain.offset, length: chain.length };
    const unknown = (what, rule, known) => {
        const near = (0,diagnostics/* nearestName */.q)(chain.root, known);
        return [
            {
                rule,
                message: `there is no ${what} "${chain.root}"`,
                ...place,
                ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
            },
        ];
    };
    switch (chain.role) {
        case "call":
            if ((0,catalogue/* functionNamed */._R)(chain.root, language === "github") !== undefined ||
                local.has(chain.root) ||
                chain.root === "range" ||
                chain.root === "namespace")
                return [];
            return unknown("function", "expression.unknown-function", [...catalogue/* functionNames */.T6, "range"]);
        case "filter":
            if (filters/* filters */.u.has(chain.root) || filters/* LIBRARY_FILTERS */.m.has(chain.root))
                return [];
            return unknown("filter", "expression.unknown-filter", [...filters/* filters */.u.keys(), ...filters/* LIBRARY_FILTERS */.m]);
        case "test":
            return TESTS.has(chain.root) ? [] : unknown("test", "expression.unknown-test", TESTS);
        default: {
            const isSecrets = language === "github" ? chain.root.toLowerCase() === "secrets" : chain.root === "secrets";
            if (!isSecrets || chain.path.length > 0)
                return [];
            return [
                {
                    rule: "expression.secrets",
                    message: "`secrets` can only be read one at a time and by a literal name",
                    hint: "Write secrets.NAME.",
                    ...place,
                },
            ];
        }
    }
}
function syntaxProblems(text, kind, expressions) {
    try {
        if (kind === "template")
            (0,expressions_template/* readTemplate */.xV)(text);
        else
            (0,expressions_condition/* readCondition */.sK)(text);
        return [];
    }
    catch (thrown) {
        const error = (0,errors/* toPawlError */.e)(thrown);
        const found = error.details["expression"];
        const at = typeof found === "string"
            ? expressions.find((expression) => expression.text.trim().startsWith(found.slice(0, 40)))
            : undefined;
        const within = typeof error.details["offset"] === "number" ? error.details["offset"] : 0;
        const leading = at === undefined ? 0 : at.offset + (within === 0 ? at.text.length - at.text.trimStart().length : 0);
        return [
            {
                rule: error.code,
                severity: "error",
                message: error.message,
                offset: Math.min(Math.max(0, text.length - 1), leading + within),
                ...(error.remedy === undefined ? {} : { hint: error.remedy }),
            },
        ];
    }
}

;// CONCATENATED MODULE: ./lib/language/expressions/operands.js


/** Operands shown of one condition. */
const MAX_OPERANDS = 12;
const SEPARATOR = /^(?:and\b|or\b|not\b|in\b|is\b|if\b|else\b|&&|\|\||[=!<>]=|[<>!])/;
const LITERAL = /^(?:-?\d+(?:\.\d+)?|true|false|null|none|True|False|None|(['"]).*\1|defined|undefined)$/s;
/** What each operand of a condition was worth, for the message of an assertion that failed. Operands that are literals, or have no value, are left out. */
function operandValues(condition, scope) {
    const seen = new Map();
    for (const text of operandTexts(condition)) {
        if (seen.size >= MAX_OPERANDS || seen.has(text) || LITERAL.test(text))
            continue;
        try {
            seen.set(text, expressionValue(text, scope));
        }
        catch {
            // An operand that has no value of its own (a part of a test, a name bound inside) explains nothing.
        }
    }
    return [...seen].map(([text, value]) => ({ text, value }));
}
/** The pieces of a condition between its operators, outside brackets, braces and texts. Whole braced conditions are opened. */
function operandTexts(condition) {
    const whole = /^\s*\$?\{\{(.*)\}\}\s*$/s.exec(condition);
    const github = condition.trimStart().startsWith("${{");
    if (whole !== null && !(whole[1] ?? "").includes("}}")) {
        const inner = operandTexts(whole[1] ?? "");
        return github ? inner.filter((text) => !LITERAL.test(text)).map((text) => `\${{ ${text} }}`) : inner;
    }
    const texts = [];
    let start = 0;
    let depth = 0;
    const cut = (end, next) => {
        const text = unwrapped(condition.slice(start, end).trim());
        if (text !== "")
            texts.push(text);
        start = next;
    };
    for (let at = 0; at < condition.length; at++) {
        const char = condition[at] ?? "";
        if (char === "'" || char === '"') {
            const end = (0,segments/* stringEnd */.VS)(condition, at, char, true);
            at = end === -1 ? condition.length : end;
        }
        else if ("([{".includes(char))
            depth += 1;
        else if (")]}".includes(char))
            depth -= 1;
        else if (depth === 0 && (at === 0 || !/[\w.]/.test(condition[at - 1] ?? "") || !/\w/.test(char))) {
            const separator = SEPARATOR.exec(condition.slice(at, at + 10))?.[0];
            if (separator === undefined)
                continue;
            cut(at, at + separator.length);
            at += separator.length - 1;
        }
    }
    cut(condition.length, condition.length);
    return texts.flatMap((text) => text === condition.trim()
        ? [text]
        : text.startsWith("(") || /^(?:not\b|!)/.test(text)
            ? operandTexts(text)
            : [text]);
}
function unwrapped(text) {
    return text.startsWith("(") && text.endsWith(")") && !text.slice(1, -1).includes("(")
        ? text.slice(1, -1).trim()
        : text;
}

// EXTERNAL MODULE: ./lib/language/expressions/errors.js
var expressions_errors = __webpack_require__(98783);
;// CONCATENATED MODULE: ./lib/language/expressions/resolve.js



/** Lists and objects in one field. */
const MAX_FIELD_DEPTH = 64;
/**
 * A field's value with every text in it resolved; what is one whole expression keeps the type of its value. Names of members stay as written.
 * Values are put in once and never read again as templates.
 *
 * Throws PawlError `expression.syntax`, `expression.evaluation`, `expression.limit`, `expression.secrets`, or what a function throws.
 */
function resolveValue(value, scope, depth = 0) {
    if (typeof value === "string")
        return (0,segments/* holdsExpression */.x9)(value) ? (0,expressions_template/* resolveTemplate */.XZ)((0,expressions_template/* readTemplate */.xV)(value), scope) : value;
    if (value === null || typeof value !== "object")
        return value;
    if (depth > MAX_FIELD_DEPTH)
        throw (0,expressions_errors/* limitError */.yT)(`a field is nested more than ${MAX_FIELD_DEPTH} deep`, "Make it flatter.");
    if (Array.isArray(value))
        return value.map((item) => resolveValue(item, scope, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolveValue(member, scope, depth + 1)]));
}
/** A template as text, whatever its expressions give. Throws as `resolveValue` does. */
function resolveText(text, scope) {
    return (0,segments/* holdsExpression */.x9)(text) ? (0,expressions_template/* renderTemplate */.Xm)((0,expressions_template/* readTemplate */.xV)(text), scope) : text;
}
/** Whether any text in a value holds an expression. */
function anyExpression(value) {
    if (typeof value === "string")
        return (0,segments/* holdsExpression */.x9)(value);
    if (value === null || typeof value !== "object")
        return false;
    return Object.values(value).some((member) => anyExpression(member));
}

// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
;// CONCATENATED MODULE: ./lib/language/expressions/variables.js




/**
 * Resolves a workflow's variables, each after those it refers to (`variables.x`, `${x}`), whatever order they were written in.
 * Throws PawlError `variables.cycle`, whose message prints the cycle, and whatever an expression throws.
 */
function resolveVariables(variables, scope) {
    const resolved = {};
    const inputs = scope.contexts["inputs"];
    const names = (0,json/* isJsonObject */.O)(inputs) ? Object.keys(inputs) : [];
    for (const name of inDependencyOrder(variables, { context: "variables", inputs: names })) {
        const known = { ...outerVariables(scope), ...resolved };
        const value = resolveValue(variables[name] ?? null, {
            contexts: { ...scope.contexts, variables: known },
            host: scope.host,
        });
        Object.defineProperty(resolved, name, { value, enumerable: true, writable: true, configurable: true });
    }
    return Object.fromEntries(Object.keys(variables).map((name) => [name, resolved[name] ?? null]));
}
function outerVariables(scope) {
    const outer = scope.contexts["variables"];
    return (0,json/* isJsonObject */.O)(outer) ? outer : {};
}
/** The names of `variables`, every one after those it depends on. Throws PawlError `variables.cycle`. */
function inDependencyOrder(variables, dependencies = { context: "variables", inputs: [] }) {
    const { order, cycle } = arrange(variables, dependencies);
    if (cycle !== undefined)
        throw cycleError(cycle);
    return order;
}
/** The first circle of names that need each other, the first one again at its end; undefined when there is none. Never throws. */
function dependencyCycle(values, dependencies) {
    return arrange(values, dependencies).cycle;
}
/** Depth first, with a stack of its own: a chain may be as long as a file allows. */
function arrange(values, dependencies) {
    const order = [];
    const done = new Set();
    for (const first of Object.keys(values)) {
        if (done.has(first))
            continue;
        const open = new Map([[first, dependenciesOf(first, values, dependencies).values()]]);
        const trail = [first];
        for (let name = trail.at(-1); name !== undefined; name = trail.at(-1)) {
            const next = open.get(name)?.next();
            if (next === undefined || next.done === true) {
                trail.pop();
                open.delete(name);
                done.add(name);
                order.push(name);
            }
            else if (open.has(next.value))
                return { order, cycle: [...trail.slice(trail.indexOf(next.value)), next.value] };
            else if (!done.has(next.value)) {
                open.set(next.value, dependenciesOf(next.value, values, dependencies).values());
                trail.push(next.value);
            }
        }
    }
    return { order };
}
function dependenciesOf(name, values, { context, inputs }) {
    return (0,references/* references */.Ft)(values[name] ?? null, "template").flatMap((reference) => {
        if (reference.form === "name") {
            if (inputs.includes(reference.root))
                return [];
            const direct = context === "variables" && reference.root.startsWith("PAWL_VAR_")
                ? reference.root.slice("PAWL_VAR_".length).toLowerCase()
                : reference.root;
            return Object.hasOwn(values, direct) ? [direct] : [];
        }
        if (reference.root.toLowerCase() !== context)
            return [];
        const [first] = reference.path;
        if (first === undefined)
            return Object.keys(values).filter((other) => other !== name);
        return Object.hasOwn(values, first) ? [first] : [];
    });
}
function cycleError(cycle) {
    return new errors/* PawlError */.p({
        code: "variables.cycle",
        kind: "invalid",
        message: `variables refer to one another in a circle: ${cycle.join(" → ")}`,
        remedy: "Give one of them a value that doesn't need the others.",
        details: { cycle: [...cycle] },
    });
}

;// CONCATENATED MODULE: ./lib/language/expressions/evaluate.js





// The public face of the expression languages: what other folders import, they import from here.





/**
 * Whether a condition (`when`, `condition`, `until`) holds: a bare expression, or one in which `{{ }}`, `${{ }}` and `${NAME}` stand for
 * values. Throws PawlError `expression.syntax`, `expression.evaluation`, `expression.limit` or `expression.secrets`.
 */
function evaluateCondition(text, scope) {
    return (0,expressions_condition/* conditionHolds */.C)((0,expressions_condition/* readCondition */.sK)(text), scope);
}
/**
 * What `pawl eval` shows: `${{ … }}` is read in GitHub's language, `{{ … }}` and bare text in Jinja; text around braces makes it a template,
 * as in a field, unless it compares or calls something, as in a condition. Throws as `evaluateCondition` does.
 */
function evaluateExpression(text, scope) {
    const template = text.includes("{{") || text.includes("${") ? (0,expressions_template/* readTemplate */.xV)(text) : undefined;
    if (template !== undefined && (template.kind !== "parts" || !isCondition(text, scope)))
        return (0,expressions_template/* resolveTemplate */.XZ)(template, scope);
    return expressionValue(text, scope);
}
/** `{{ a }} < 3` is a condition; `{{ a }}-{{ b }}`, `feature/{{ a }}` and `{{ a }} and more` are texts, although each could be read as one. */
function isCondition(text, scope) {
    let condition;
    try {
        condition = (0,expressions_condition/* readCondition */.sK)(text);
    }
    catch {
        return false;
    }
    const bare = condition.source.replaceAll(/'[^']*'|"[^"]*"/g, "''");
    const chains = (0,expressions_chains/* chainsOf */.M)(condition.source, condition.language);
    const [first] = chains;
    if (/[=!<>]=|[<>]|&&|\|\|/.test(bare))
        return true;
    if (first?.role === "call" && first.offset === bare.search(/\S/))
        return catalogue/* functionNames */.T6.has(first.root);
    // GitHub's language has no operators that are words.
    const github = Object.values(condition.operands).every((operand) => "value" in operand && operand.value.kind === "github");
    const named = (root) => Object.hasOwn(condition.operands, root) || Object.hasOwn(scope.contexts, root) || catalogue/* functionNames */.T6.has(root);
    return (!github &&
        /\b(?:and|or|not|in|is)\b/.test(bare) &&
        chains.every(({ role, root }) => role !== "value" || named(root)));
}


/***/ }),

/***/ 10783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Kg: () => (/* binding */ expressionFunctions),
  _R: () => (/* binding */ functionNamed),
  T6: () => (/* binding */ functionNames)
});

// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
// EXTERNAL MODULE: ./lib/language/expressions/errors.js
var errors = __webpack_require__(98783);
// EXTERNAL MODULE: ./lib/kernel/digest.js
var digest = __webpack_require__(56129);
// EXTERNAL MODULE: ./lib/language/expressions/functions/function.js
var functions_function = __webpack_require__(31386);
;// CONCATENATED MODULE: ./lib/language/expressions/functions/data.js




const dataFunctions = [
    (0,functions_function/* defineFunction */.Oh)({
        name: "hash",
        summary: "SHA-256 of a text (of its UTF-8 bytes), or of the canonical JSON of any other value or of several values.",
        parameters: ["value"],
        variadic: true,
        example: { expression: "hash('abc')", gives: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        call: (args) => args.length === 1 && typeof args[0] === "string"
            ? (0,digest/* sha256 */.s)(args[0])
            : (0,digest/* digestJson */.t)(args.length === 1 ? args[0] : args),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "parse_json",
        aliases: ["from_json"],
        summary: "The value of a JSON text (a step's `stdout`, a file's text).",
        parameters: ["text"],
        example: { expression: "parse_json('{\"a\": [1, 2]}').a[1]", gives: 2 },
        call: ([text]) => parseJson(text),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "to_json",
        summary: "A value as JSON text on one line.",
        parameters: ["value"],
        example: { expression: "to_json([1, 'a'])", gives: '[1,"a"]' },
        call: ([value], { meter }) => {
            const text = JSON.stringify(value ?? null);
            meter.produce(text.length);
            return text;
        },
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "len",
        aliases: ["length"],
        summary: "How many characters a text, items a list or members an object has.",
        parameters: ["value"],
        example: { expression: "len([1, 2])", gives: 2 },
        call: ([value]) => sizeOf(value),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "keys",
        summary: "The names of an object's members, in order.",
        parameters: ["object"],
        example: { expression: "keys(parse_json('{\"a\": 1}'))", gives: ["a"] },
        call: ([object]) => {
            if ((0,json/* isJsonObject */.O)(object))
                return Object.keys(object);
            throw (0,errors/* evaluationError */.pT)(`keys() needs an object; it was given ${(0,functions_function/* jsonType */.Br)(object)}`);
        },
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "coalesce",
        summary: "The first value that is neither nothing nor an empty text.",
        parameters: ["value"],
        variadic: true,
        example: { expression: "coalesce('', 'b')", gives: "b" },
        call: (args) => args.find((value) => value !== null && value !== "") ?? null,
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "number",
        summary: "A text such as a step's `stdout` as a number.",
        parameters: ["value"],
        example: { expression: "number('41.5')", gives: 41.5 },
        call: ([value]) => (0,functions_function/* numberArgument */.rk)(typeof value === "boolean" ? Number(value) : value, "number()'s value"),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "round",
        summary: "A number rounded half away from zero to so many decimal places (none by default).",
        parameters: ["value", "places"],
        required: 1,
        example: { expression: "round(2.345, 1)", gives: 2.3 },
        call: ([value, places]) => round((0,functions_function/* numberArgument */.rk)(value, "round()'s value"), places === undefined || places === null ? 0 : (0,functions_function/* numberArgument */.rk)(places, "round()'s places")),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "min",
        summary: "The smallest of some numbers, or of a list of them.",
        parameters: ["value"],
        variadic: true,
        example: { expression: "min(3, 1, 2)", gives: 1 },
        call: (args) => extreme(args, "min()", (a, b) => a < b),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "max",
        summary: "The largest of some numbers, or of a list of them.",
        parameters: ["value"],
        variadic: true,
        example: { expression: "max([3, 1, 2])", gives: 3 },
        call: (args) => extreme(args, "max()", (a, b) => a > b),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "sum",
        summary: "The sum of a list of numbers.",
        parameters: ["list"],
        example: { expression: "sum([1, 2, 3])", gives: 6 },
        call: ([list]) => numbersOf([list ?? null], "sum()").reduce((all, value) => all + value, 0),
    }),
];
/** Parses a JSON text; keys such as `__proto__` become own members like any other. */
function parseJson(value) {
    const text = (0,functions_function/* textArgument */.bp)(value, "parse_json()'s text");
    if (text.trim() === "")
        throw (0,errors/* evaluationError */.pT)("parse_json() was given an empty text");
    try {
        return JSON.parse(text);
    }
    catch (thrown) {
        throw (0,errors/* evaluationError */.pT)(`parse_json() was given text that is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`, undefined, thrown);
    }
}
function sizeOf(value) {
    if (typeof value === "string")
        return Array.from(value).length;
    if (Array.isArray(value))
        return value.length;
    if ((0,json/* isJsonObject */.O)(value))
        return Object.keys(value).length;
    throw (0,errors/* evaluationError */.pT)(`len() needs a text, a list or an object; it was given ${(0,functions_function/* jsonType */.Br)(value)}`);
}
function round(value, places) {
    const scaled = Number(`${Math.abs(value)}e${Math.trunc(places)}`);
    if (!Number.isFinite(scaled))
        return value;
    return Math.sign(value) * Number(`${Math.round(scaled)}e${-Math.trunc(places)}`);
}
function numbersOf(args, place) {
    const values = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
    return values.map((value) => (0,functions_function/* numberArgument */.rk)(value, `every value of ${place}`));
}
function extreme(args, place, better) {
    const numbers = numbersOf(args, place);
    const [first, ...rest] = numbers;
    if (first === undefined)
        throw (0,errors/* evaluationError */.pT)(`${place} needs at least one number`);
    return rest.reduce((best, value) => (better(value, best) ? value : best), first);
}

// EXTERNAL MODULE: ./lib/kernel/errors.js
var kernel_errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/language/expressions/functions/files.js




const fileFunctions = [
    (0,functions_function/* defineFunction */.Oh)({
        name: "file",
        aliases: ["read_file"],
        summary: "The text of a workspace file. Paths outside the workspace are refused.",
        parameters: ["path"],
        example: { expression: "file('VERSION')", gives: "1.4.0\n" },
        call: ([path], { scope }) => scope.host.readFile((0,functions_function/* textArgument */.bp)(path, "file()'s path")),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "file_exists",
        summary: "Whether the workspace has a file at this path.",
        parameters: ["path"],
        example: { expression: "file_exists('no/such/file')", gives: false },
        call: ([path], { scope }) => {
            try {
                scope.host.readFile((0,functions_function/* textArgument */.bp)(path, "file_exists()'s path"));
                return true;
            }
            catch (thrown) {
                if (thrown instanceof kernel_errors/* PawlError */.p && thrown.code === "file.not_found")
                    return false;
                if (thrown instanceof kernel_errors/* PawlError */.p && thrown.code === "file.too_large")
                    return true;
                throw thrown;
            }
        },
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "hashFiles",
        aliases: ["hash_files"],
        summary: "As GitHub's: SHA-256 over the SHA-256 of every workspace file that matches the globs; empty when none does.",
        parameters: ["pattern"],
        variadic: true,
        example: { expression: "hashFiles('no/such/*.lock')", gives: "" },
        call: (args, { scope }) => scope.host.hashFiles(args.map((pattern) => (0,functions_function/* textArgument */.bp)(pattern, "every pattern of hashFiles()"))),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "artifact",
        summary: "A stored artifact of this run, or with `run` (`latest` or a run's id) of another one of this workflow: its `name`, `digest`, `url` and `content`.",
        parameters: ["name", "run"],
        required: 1,
        example: { expression: "artifact('coverage', run='latest').name", gives: "coverage" },
        call: ([name, run], { scope }) => scope.host.artifact((0,functions_function/* textArgument */.bp)(name, "artifact()'s name"), run === undefined || run === null ? undefined : (0,functions_function/* textArgument */.bp)(run, "artifact()'s run")),
    }),
];
/**
 * The text a report function is to read: text itself, the path of a workspace file, or an artifact.
 * A text without a line break that has none of a report's marks is taken for a path.
 */
function reportText(value, scope, place) {
    if (typeof value === "string") {
        const path = value.trim();
        return path !== "" && !/[\n<{[]/.test(path) && !path.startsWith("mode:") && !path.startsWith("SF:")
            ? scope.host.readFile(path)
            : value;
    }
    if ((0,json/* isJsonObject */.O)(value)) {
        const { content, path, name } = value;
        if (typeof content === "string")
            return content;
        if (typeof path === "string")
            return scope.host.readFile(path);
        const stored = typeof name === "string" ? scope.host.artifact(name) : null;
        if ((0,json/* isJsonObject */.O)(stored) && typeof stored["content"] === "string")
            return stored["content"];
    }
    throw (0,errors/* evaluationError */.pT)(`${place} needs a report's text, the path of its file, or an artifact; it was given ${(0,functions_function/* jsonType */.Br)(value)}`);
}

;// CONCATENATED MODULE: ./lib/language/expressions/functions/xml.js

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
function parseXml(text, place) {
    const open = [];
    let root;
    let at = 0;
    const fail = (problem) => {
        const line = text.slice(0, at).split("\n").length;
        throw (0,errors/* evaluationError */.pT)(`${place} was given text that is not XML: ${problem} (line ${line})`);
    };
    const past = (end) => {
        const found = text.indexOf(end, at);
        return found === -1 ? fail(`"${text.slice(at, at + 9)}" is never closed by "${end}"`) : found + end.length;
    };
    const addText = (raw) => {
        const top = open.at(-1);
        if (top !== undefined)
            top.text += raw;
        else if (raw.trim() !== "")
            fail("text stands outside the root element");
    };
    const close = (element) => {
        const parent = open.at(-1);
        if (parent !== undefined)
            parent.children.push(element);
        else if (root === undefined)
            root = element;
        else
            fail("there is more than one root element");
    };
    while (at < text.length) {
        if (text[at] !== "<") {
            const next = text.indexOf("<", at);
            const end = next === -1 ? text.length : next;
            addText(xml_unescape(text.slice(at, end)));
            at = end;
        }
        else if (text.startsWith("<!--", at)) {
            at = past("-->");
        }
        else if (text.startsWith("<![CDATA[", at)) {
            const end = past("]]>");
            addText(text.slice(at + "<![CDATA[".length, end - 3));
            at = end;
        }
        else if (text.startsWith("<?", at)) {
            at = past("?>");
        }
        else if (text.startsWith("<!", at)) {
            at = documentTypeEnd(text, at) ?? fail("the document type is never closed");
        }
        else if (text.startsWith("</", at)) {
            const end = past(">");
            const name = text.slice(at + 2, end - 1).trim();
            const top = open.pop();
            if (top?.name !== name)
                fail(top === undefined ? `</${name}> closes nothing` : `</${name}> stands where </${top.name}> was expected`);
            else
                close(top);
            at = end;
        }
        else {
            const tag = readTag(text, at) ?? fail(`"${text.slice(at, at + 20)}" is not a tag`);
            at = tag.end;
            if (tag.empty)
                close(tag.element);
            else if (open.push(tag.element) > MAX_DEPTH)
                fail(`elements are nested more than ${MAX_DEPTH} deep`);
        }
    }
    const left = open.at(-1);
    if (left !== undefined)
        fail(`<${left.name}> is never closed`);
    return root ?? fail("it has no element");
}
function readTag(text, at) {
    NAME.lastIndex = at + 1;
    const name = NAME.exec(text)?.[0];
    if (name === undefined)
        return undefined;
    const attributes = [];
    let end = NAME.lastIndex;
    for (;;) {
        ATTRIBUTE.lastIndex = end;
        const attribute = ATTRIBUTE.exec(text);
        if (attribute === null)
            break;
        attributes.push([attribute[1] ?? "", xml_unescape(attribute[2] ?? attribute[3] ?? "")]);
        end = ATTRIBUTE.lastIndex;
    }
    TAG_END.lastIndex = end;
    const closing = TAG_END.exec(text);
    if (closing === null)
        return undefined;
    return {
        element: { name, attributes: Object.fromEntries(attributes), children: [], text: "" },
        empty: closing[1] === "/",
        end: TAG_END.lastIndex,
    };
}
/** The index past a `<!DOCTYPE …>`, whose internal subset in brackets is passed over unread. */
function documentTypeEnd(text, at) {
    let brackets = 0;
    for (let index = at; index < text.length; index++) {
        const char = text[index];
        if (char === '"' || char === "'") {
            index = text.indexOf(char, index + 1);
            if (index === -1)
                return undefined;
        }
        else if (text.startsWith("<!--", index)) {
            index = text.indexOf("-->", index + 4);
            if (index === -1)
                return undefined;
        }
        else if (char === "[")
            brackets += 1;
        else if (char === "]")
            brackets -= 1;
        else if (char === ">" && brackets === 0)
            return index + 1;
    }
    return undefined;
}
const ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
/** The five entities XML itself defines, and characters by number; one pass, so that nothing is expanded twice. */
function xml_unescape(text) {
    return text.replaceAll(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (whole, name, decimal, hexadecimal) => {
        if (typeof name === "string")
            return ENTITIES[name] ?? whole;
        const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
/** Every element of that name below (and with) `element`, in document order. */
function descendants(element, name) {
    const found = [];
    const waiting = [element];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (next.name === name)
            found.push(next);
        for (const child of next.children.toReversed())
            waiting.push(child);
    }
    return found;
}
function children(element, name) {
    return element.children.filter((child) => child.name === name);
}
/** An attribute as a number; undefined when it is absent or isn't one. */
function numberAttribute(element, name) {
    const value = element.attributes[name];
    const read = value === undefined || value.trim() === "" ? Number.NaN : Number(value.replaceAll(",", ""));
    return Number.isFinite(read) ? read : undefined;
}

;// CONCATENATED MODULE: ./lib/language/expressions/functions/coverage.js






const coverageFunctions = [
    (0,functions_function/* defineFunction */.Oh)({
        name: "parse_coverage",
        summary: "A coverage report (its text, file or artifact) in Cobertura, LCOV, Istanbul (summary or final JSON), JaCoCo or Go form: `line_coverage, branch_coverage, function_coverage` " +
            "(per cent, to two places; null where the report doesn't say), `lines_covered, lines_total, branches_covered, branches_total, functions_covered, functions_total, format` and `files` (per cent of lines by file).",
        parameters: ["report"],
        example: { expression: "parse_coverage('SF:a.js\\nDA:1,1\\nDA:2,0\\nend_of_record\\n').line_coverage", gives: 50 },
        call: ([report], { scope }) => parseCoverage(reportText(report, scope, "parse_coverage()")),
    }),
];
function parseCoverage(text) {
    const report = readReport(text);
    const total = (kind) => {
        const stated = report.totals?.[kind];
        if (stated !== undefined)
            return stated;
        const sum = emptyCount();
        for (const file of report.files.values())
            addTo(sum, file[kind]);
        return sum;
    };
    const [lines, branches, functions] = [total("lines"), total("branches"), total("functions")];
    return {
        format: report.format,
        line_coverage: percent(lines) ?? rate(report.rates?.line),
        branch_coverage: percent(branches) ?? rate(report.rates?.branch),
        function_coverage: percent(functions),
        lines_covered: lines.covered,
        lines_total: lines.total,
        branches_covered: branches.covered,
        branches_total: branches.total,
        functions_covered: functions.covered,
        functions_total: functions.total,
        files: Object.fromEntries([...report.files].map(([file, coverage]) => [file, percent(coverage.lines)])),
    };
}
function readReport(text) {
    const start = text.replace(/^\uFEFF/, "").trimStart();
    if (start.startsWith("<"))
        return readXml(start);
    if (start.startsWith("{"))
        return readIstanbul(parseJson(start));
    if (/^mode:\s*(set|count|atomic)\b/.test(start))
        return readGo(start);
    if (/^(TN|SF):/m.test(start))
        return readLcov(start);
    throw (0,errors/* evaluationError */.pT)("parse_coverage() does not know this report", "It reads Cobertura and JaCoCo XML, LCOV, Istanbul JSON and Go cover profiles.");
}
function readXml(text) {
    const root = parseXml(text, "parse_coverage()");
    if (root.name === "report")
        return readJacoco(root);
    if (root.name === "coverage")
        return readCobertura(root);
    throw (0,errors/* evaluationError */.pT)(`parse_coverage() does not know an XML report whose root is <${root.name}>`, "It reads Cobertura (<coverage>) and JaCoCo (<report>).");
}
/** http://cobertura.sourceforge.net/xml/coverage-04.dtd: lines of classes; `condition-coverage="50% (1/2)"` counts branches. */
function readCobertura(root) {
    const files = new Map();
    for (const type of descendants(root, "class")) {
        const file = fileIn(files, type.attributes["filename"] ?? type.attributes["name"] ?? "");
        for (const lines of children(type, "lines")) {
            for (const line of children(lines, "line")) {
                count(file.lines, (numberAttribute(line, "hits") ?? 0) > 0);
                const condition = /\((\d+)\/(\d+)\)/.exec(line.attributes["condition-coverage"] ?? "");
                if (condition !== null)
                    addTo(file.branches, { covered: Number(condition[1]), total: Number(condition[2]) });
            }
        }
        for (const methods of children(type, "methods")) {
            for (const method of children(methods, "method")) {
                const run = descendants(method, "line").some((line) => (numberAttribute(line, "hits") ?? 0) > 0);
                count(file.functions, run || (numberAttribute(method, "line-rate") ?? 0) > 0);
            }
        }
    }
    const [covered, valid] = [numberAttribute(root, "lines-covered"), numberAttribute(root, "lines-valid")];
    const [branchesCovered, branchesValid] = [
        numberAttribute(root, "branches-covered"),
        numberAttribute(root, "branches-valid"),
    ];
    return {
        format: "cobertura",
        files,
        totals: {
            ...(covered === undefined || valid === undefined ? {} : { lines: { covered, total: valid } }),
            ...(branchesCovered === undefined || branchesValid === undefined
                ? {}
                : { branches: { covered: branchesCovered, total: branchesValid } }),
        },
        rates: { line: numberAttribute(root, "line-rate"), branch: numberAttribute(root, "branch-rate") },
    };
}
/** https://www.jacoco.org/jacoco/trunk/coverage/report.dtd: counters of each source file, and of the whole report. */
function readJacoco(root) {
    const files = new Map();
    for (const group of descendants(root, "package")) {
        for (const source of children(group, "sourcefile")) {
            const file = fileIn(files, [group.attributes["name"], source.attributes["name"]].filter(Boolean).join("/"));
            addTo(file.lines, counter(source, "LINE"));
            addTo(file.branches, counter(source, "BRANCH"));
            addTo(file.functions, counter(source, "METHOD"));
        }
    }
    const own = children(root, "counter").length > 0;
    return {
        format: "jacoco",
        files,
        ...(own
            ? {
                totals: {
                    lines: counter(root, "LINE"),
                    branches: counter(root, "BRANCH"),
                    functions: counter(root, "METHOD"),
                },
            }
            : {}),
    };
}
function counter(element, type) {
    const found = children(element, "counter").find((child) => child.attributes["type"] === type);
    if (found === undefined)
        return emptyCount();
    const covered = numberAttribute(found, "covered") ?? 0;
    return { covered, total: covered + (numberAttribute(found, "missed") ?? 0) };
}
/** geninfo(1): DA are lines, BRDA branches, FNDA functions; LF/LH and the like stand where details were left out. */
function readLcov(text) {
    const files = new Map();
    let file;
    let stated = {};
    for (const raw of text.split("\n")) {
        const line = raw.trim();
        const colon = line.indexOf(":");
        const [tag, rest] = colon === -1 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1)];
        if (tag === "SF") {
            file = fileIn(files, rest);
            stated = {};
        }
        else if (file === undefined) {
            continue;
        }
        else if (tag === "DA") {
            count(file.lines, Number(rest.split(",")[1]) > 0);
        }
        else if (tag === "BRDA") {
            const taken = rest.split(",")[3] ?? "-";
            count(file.branches, taken !== "-" && Number(taken) > 0);
        }
        else if (tag === "FNDA") {
            count(file.functions, Number(rest.split(",")[0]) > 0);
        }
        else if (/^(LF|LH|BRF|BRH|FNF|FNH)$/.test(tag)) {
            stated[tag] = Number(rest);
        }
        else if (tag === "end_of_record") {
            fillStated(file, stated);
            file = undefined;
        }
    }
    return { format: "lcov", files };
}
function fillStated(file, stated) {
    for (const [kind, found, hit] of [
        ["lines", "LF", "LH"],
        ["branches", "BRF", "BRH"],
        ["functions", "FNF", "FNH"],
    ]) {
        if (file[kind].total === 0 && (stated[found] ?? 0) > 0)
            addTo(file[kind], { covered: stated[hit] ?? 0, total: stated[found] ?? 0 });
    }
}
/** `coverage-summary.json` (a `total` and files with `pct`), or `coverage-final.json` (statement maps and hit counts by file). */
function readIstanbul(value) {
    const files = new Map();
    if (!(0,json/* isJsonObject */.O)(value))
        throw (0,errors/* evaluationError */.pT)("parse_coverage() was given JSON that is not an Istanbul report");
    let known = false;
    for (const [name, entry] of Object.entries(value)) {
        if (!(0,json/* isJsonObject */.O)(entry))
            continue;
        if ((0,json/* isJsonObject */.O)(entry["lines"])) {
            known = true;
            if (name === "total")
                continue;
            const file = fileIn(files, name);
            addTo(file.lines, summaryCount(entry["lines"]));
            addTo(file.branches, summaryCount(entry["branches"]));
            addTo(file.functions, summaryCount(entry["functions"]));
        }
        else if ((0,json/* isJsonObject */.O)(entry["s"]) && (0,json/* isJsonObject */.O)(entry["statementMap"])) {
            known = true;
            countFinal(fileIn(files, typeof entry["path"] === "string" ? entry["path"] : name), entry["s"], entry["statementMap"], entry["b"], entry["f"]);
        }
    }
    const total = value["total"];
    if (!known)
        throw (0,errors/* evaluationError */.pT)("parse_coverage() was given JSON that is not an Istanbul report");
    if (!(0,json/* isJsonObject */.O)(total))
        return { format: "istanbul", files };
    return {
        format: "istanbul",
        files,
        totals: {
            lines: summaryCount(total["lines"]),
            branches: summaryCount(total["branches"]),
            functions: summaryCount(total["functions"]),
        },
    };
}
function summaryCount(value) {
    if (!(0,json/* isJsonObject */.O)(value))
        return emptyCount();
    const { covered, total } = value;
    return { covered: typeof covered === "number" ? covered : 0, total: typeof total === "number" ? total : 0 };
}
/** Istanbul counts a line as often as the most frequent statement that starts on it. */
function countFinal(file, hits, statements, branches, functions) {
    const byLine = new Map();
    for (const [id, statement] of Object.entries((0,json/* isJsonObject */.O)(statements) ? statements : {})) {
        const start = (0,json/* isJsonObject */.O)(statement) && (0,json/* isJsonObject */.O)(statement["start"]) ? statement["start"]["line"] : undefined;
        if (typeof start !== "number")
            continue;
        const times = (0,json/* isJsonObject */.O)(hits) ? Number(hits[id] ?? 0) : 0;
        byLine.set(start, Math.max(byLine.get(start) ?? 0, times));
    }
    for (const times of byLine.values())
        count(file.lines, times > 0);
    for (const times of Object.values((0,json/* isJsonObject */.O)(branches) ? branches : {})) {
        for (const taken of Array.isArray(times) ? times : [])
            count(file.branches, Number(taken) > 0);
    }
    for (const times of Object.values((0,json/* isJsonObject */.O)(functions) ? functions : {}))
        count(file.functions, Number(times) > 0);
}
/** `go tool cover` profiles: `file:line.col,line.col statements count`; Go's percentage is of statements, the same block may come twice. */
function readGo(text) {
    const blocks = new Map();
    for (const line of text.split("\n").slice(1)) {
        const match = /^(.+):(\d+\.\d+,\d+\.\d+) (\d+) (\d+)\s*$/.exec(line);
        if (match === null)
            continue;
        const [, file = "", range = "", statements, times] = match;
        const key = `${file}:${range}`;
        const known = blocks.get(key);
        if (known === undefined)
            blocks.set(key, { file, statements: Number(statements), hit: Number(times) > 0 });
        else
            known.hit ||= Number(times) > 0;
    }
    const files = new Map();
    for (const block of blocks.values()) {
        addTo(fileIn(files, block.file).lines, { covered: block.hit ? block.statements : 0, total: block.statements });
    }
    return { format: "go", files };
}
function fileIn(files, name) {
    const known = files.get(name) ?? { lines: emptyCount(), branches: emptyCount(), functions: emptyCount() };
    files.set(name, known);
    return known;
}
function emptyCount() {
    return { covered: 0, total: 0 };
}
function count(into, covered) {
    into.total += 1;
    if (covered)
        into.covered += 1;
}
function addTo(into, from) {
    into.covered += from.covered;
    into.total += from.total;
}
/** Per cent to two places, rounded down: 99.999 % is not 100 %. */
function percent({ covered, total }) {
    return total === 0 ? null : Math.floor((covered * 10_000) / total) / 100;
}
function rate(share) {
    return share === undefined ? null : Math.floor(share * 10_000 + 1e-6) / 100;
}

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/index.js + 16 modules
var dist = __webpack_require__(44662);
// EXTERNAL MODULE: ./lib/language/expressions/github/compare.js
var compare = __webpack_require__(97163);
// EXTERNAL MODULE: ./lib/language/expressions/github/data.js
var data = __webpack_require__(30326);
;// CONCATENATED MODULE: ./lib/language/expressions/functions/github.js





/**
 * The functions of GitHub's expression language
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions), for both languages.
 * `contains`, `startsWith` and `endsWith` are our own for their folding of case; the others are the official ones, with their results bounded.
 */
const githubFunctions = [
    (0,functions_function/* defineFunction */.Oh)({
        name: "contains",
        summary: "Whether a text contains another, or a list an item, ignoring case.",
        parameters: ["search", "item"],
        example: { expression: "contains('Hello world', 'WORLD')", gives: true },
        call: ([search, item]) => contains(search ?? null, item ?? null),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "startsWith",
        aliases: ["starts_with"],
        summary: "Whether a text starts with another, ignoring case.",
        parameters: ["text", "start"],
        example: { expression: "startsWith('Hello', 'he')", gives: true },
        call: ([text, start]) => atEdge(text ?? null, start ?? null, "startsWith"),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "endsWith",
        aliases: ["ends_with"],
        summary: "Whether a text ends with another, ignoring case.",
        parameters: ["text", "end"],
        example: { expression: "endsWith('Hello', 'LO')", gives: true },
        call: ([text, end]) => atEdge(text ?? null, end ?? null, "endsWith"),
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "format",
        summary: "A text with `{0}`, `{1}` … replaced by the other arguments.",
        parameters: ["text", "value"],
        required: 1,
        variadic: true,
        example: { expression: "format('{0} of {1}', 1, 2)", gives: "1 of 2" },
        call: (args, use) => {
            measureFormat(args, use);
            return official("format", args, use);
        },
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "join",
        summary: "The items of a list as one text, with a separator (`,`).",
        parameters: ["list", "separator"],
        required: 1,
        example: { expression: "join(['a', 'b'], '-')", gives: "a-b" },
        call: (args, use) => {
            const [list, separator] = args;
            if (Array.isArray(list))
                use.meter.produce(list.length * (typeof separator === "string" ? separator.length : 1));
            return official("join", args, use);
        },
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "toJSON",
        summary: "A value as JSON text, indented by two spaces.",
        parameters: ["value"],
        example: { expression: "toJSON('a')", gives: '"a"' },
        call: ([value], { meter }) => {
            const text = JSON.stringify(value ?? null, undefined, "  ");
            meter.produce(text.length);
            return text;
        },
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "fromJSON",
        summary: "The value of a JSON text.",
        parameters: ["text"],
        example: { expression: "fromJSON('true')", gives: true },
        call: (args) => {
            const text = (0,data/* toData */.OY)(args[0] ?? null).coerceString();
            if (text.trim() === "")
                throw (0,errors/* evaluationError */.pT)("fromJSON() was given an empty text");
            try {
                return JSON.parse(text);
            }
            catch (thrown) {
                throw (0,errors/* evaluationError */.pT)(`fromJSON() was given text that is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`, undefined, thrown);
            }
        },
    }),
    (0,functions_function/* defineFunction */.Oh)({
        name: "case",
        summary: "The value after the first predicate that is true; the last argument when none is.",
        parameters: ["predicate", "value", "default"],
        variadic: true,
        example: { expression: "case(false, 'a', true, 'b', 'c')", gives: "b" },
        call: (args, use) => official("case", args, use),
    }),
];
function official(name, args, { meter }) {
    const definition = dist/* wellKnownFunctions */.j7[name];
    if (definition === undefined)
        throw (0,errors/* evaluationError */.pT)(`"${name}" is not a function`);
    const result = definition.call(...args.map(data/* toData */.OY));
    if (result instanceof dist/* data.StringData */.p.uQ)
        meter.produce(result.value.length);
    return (0,data/* toJson */.aB)(result);
}
function contains(search, item) {
    const [within, wanted] = [(0,data/* toData */.OY)(search), (0,data/* toData */.OY)(item)];
    if (within.primitive)
        return wanted.primitive && (0,compare/* fold */.AU)(within.coerceString()).includes((0,compare/* fold */.AU)(wanted.coerceString()));
    return within instanceof dist/* data.Array */.p.O3 && within.values().some((member) => (0,compare/* looselyEqual */.oQ)(wanted, member));
}
function atEdge(text, edge, where) {
    const [whole, part] = [(0,data/* toData */.OY)(text), (0,data/* toData */.OY)(edge)];
    return whole.primitive && part.primitive && (0,compare/* fold */.AU)(whole.coerceString())[where]((0,compare/* fold */.AU)(part.coerceString()));
}
/** Counts a format's result before it is made: a placeholder may be repeated thousands of times. */
function measureFormat(args, { meter }) {
    const text = (0,data/* toData */.OY)(args[0] ?? null).coerceString();
    const sizes = args.slice(1).map((value) => (0,data/* toData */.OY)(value).coerceString().length);
    let size = text.length;
    for (const [, index] of text.matchAll(/\{(\d+)\}/g))
        size += sizes[Number(index)] ?? 0;
    meter.produce(size);
}

;// CONCATENATED MODULE: ./lib/language/expressions/functions/junit.js



/** Failures whose details are kept, and the characters kept of each message. */
const MAX_FAILURES = 100;
const MESSAGE_CHARACTERS = 500;
const junitFunctions = [
    (0,functions_function/* defineFunction */.Oh)({
        name: "parse_junit",
        summary: "A JUnit XML report (its text, file or artifact) as `tests, passed, failed, errors, skipped, duration_seconds, success` and `failures` (a list of `suite, name, message, type`).",
        parameters: ["report"],
        example: {
            expression: 'parse_junit(\'<testsuite><testcase name="a"/><testcase name="b"><failure message="no"/></testcase></testsuite>\').failed',
            gives: 1,
        },
        call: ([report], { scope }) => parseJunit(reportText(report, scope, "parse_junit()")),
    }),
];
/** Counts come from the test cases themselves: writers disagree about what a suite's own attributes include. */
function parseJunit(text) {
    const root = parseXml(text, "parse_junit()");
    const counts = { tests: 0, failed: 0, errors: 0, skipped: 0 };
    let seconds = 0;
    const failures = [];
    for (const suite of descendants(root, "testsuite")) {
        for (const test of children(suite, "testcase")) {
            counts.tests += 1;
            seconds += numberAttribute(test, "time") ?? 0;
            const failure = children(test, "failure")[0];
            const error = children(test, "error")[0];
            if (failure !== undefined)
                counts.failed += 1;
            else if (error !== undefined)
                counts.errors += 1;
            else if (children(test, "skipped").length > 0)
                counts.skipped += 1;
            const why = failure ?? error;
            if (why !== undefined && failures.length < MAX_FAILURES)
                failures.push(failureOf(suite, test, why));
        }
    }
    return {
        ...counts,
        passed: counts.tests - counts.failed - counts.errors - counts.skipped,
        success: counts.failed + counts.errors === 0,
        duration_seconds: Math.round(seconds * 1_000) / 1_000,
        failures,
    };
}
function failureOf(suite, test, why) {
    return {
        suite: test.attributes["classname"] ?? suite.attributes["name"] ?? "",
        name: test.attributes["name"] ?? "",
        type: why.attributes["type"] ?? why.name,
        message: (why.attributes["message"] ?? why.text.trim()).slice(0, MESSAGE_CHARACTERS),
    };
}

// EXTERNAL MODULE: ./lib/language/expressions/functions/status.js
var functions_status = __webpack_require__(52396);
// EXTERNAL MODULE: ./lib/language/expressions/functions/text.js
var functions_text = __webpack_require__(78041);
;// CONCATENATED MODULE: ./lib/language/expressions/functions/catalogue.js







/** Every function of spec L5, in the order of the reference. */
const expressionFunctions = [
    ...functions_status/* statusFunctions */.c,
    ...githubFunctions,
    ...dataFunctions,
    ...functions_text/* textFunctions */.B,
    ...fileFunctions,
    ...coverageFunctions,
    ...junitFunctions,
];
const exact = new Map();
const folded = new Map();
for (const entry of expressionFunctions) {
    for (const name of [entry.name, ...entry.aliases]) {
        exact.set(name, entry);
        folded.set(name.toLowerCase(), entry);
    }
}
/** Every name a function can be called by. */
const functionNames = new Set(exact.keys());
/** The function of that name: as written in Jinja; in any case with `ignoreCase`, as in GitHub's language. */
function functionNamed(name, ignoreCase = false) {
    return ignoreCase ? folded.get(name.toLowerCase()) : exact.get(name);
}


/***/ }),

/***/ 31386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ jsonType),
/* harmony export */   Oh: () => (/* binding */ defineFunction),
/* harmony export */   bp: () => (/* binding */ textArgument),
/* harmony export */   rk: () => (/* binding */ numberArgument)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);

function defineFunction(definition) {
    return { aliases: [], required: definition.parameters.length, variadic: false, ...definition };
}
/** An argument that must be text; numbers and booleans are written out. */
function textArgument(value, place) {
    if (typeof value === "string")
        return value;
    if (typeof value === "number" || typeof value === "boolean")
        return String(value);
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`${place} must be a text; it was given ${jsonType(value)}`);
}
function numberArgument(value, place) {
    if (typeof value === "number")
        return value;
    const read = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    if (Number.isFinite(read))
        return read;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`${place} must be a number; it was given ${jsonType(value)}`);
}
function jsonType(value) {
    if (value === undefined || value === null)
        return "nothing";
    if (Array.isArray(value))
        return "a list";
    return typeof value === "object"
        ? "an object"
        : `the ${typeof value === "string" ? "text" : typeof value} ${JSON.stringify(value).slice(0, 60)}`;
}


/***/ }),

/***/ 52396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ STATUS_FUNCTIONS),
/* harmony export */   c: () => (/* binding */ statusFunctions)
/* harmony export */ });
/* harmony import */ var _function_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31386);

/** Functions whose presence in a `when` replaces the implied `success()`. */
const STATUS_FUNCTIONS = new Set(["success", "failure", "always", "cancelled"]);
const statusFunctions = [
    (0,_function_js__WEBPACK_IMPORTED_MODULE_0__/* .defineFunction */ .Oh)({
        name: "success",
        summary: "True while no earlier step that this one depends on has failed and the run isn't cancelled.",
        parameters: [],
        example: { expression: "success()", gives: true },
        call: (_args, { scope }) => scope.host.status === "success",
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_0__/* .defineFunction */ .Oh)({
        name: "failure",
        summary: "True when an earlier step that this one depends on has failed.",
        parameters: [],
        example: { expression: "failure()", gives: false },
        call: (_args, { scope }) => scope.host.status === "failure",
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_0__/* .defineFunction */ .Oh)({
        name: "always",
        summary: "True: the step runs whatever happened before it, a cancellation included.",
        parameters: [],
        example: { expression: "always()", gives: true },
        call: () => true,
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_0__/* .defineFunction */ .Oh)({
        name: "cancelled",
        summary: "True when the run was cancelled.",
        parameters: [],
        example: { expression: "cancelled()", gives: false },
        call: (_args, { scope }) => scope.host.status === "cancelled",
    }),
];


/***/ }),

/***/ 78041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ textFunctions),
/* harmony export */   y: () => (/* binding */ replaceBounded)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2856);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _function_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31386);



/** Characters of a regular expression, and the most a counted repetition may ask for (`x{1000}{1000}` is a million states). */
const MAX_PATTERN_CHARACTERS = 1_000;
const MAX_REPETITION = 1_000;
const MAX_SLUG_CHARACTERS = 60;
const textFunctions = [
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "slug",
        summary: "Text as a name for branches and files: lower-case letters, digits and single hyphens, at most `max` (60) characters.",
        parameters: ["text", "max"],
        required: 1,
        example: { expression: "slug('Fix: Größe & Länge!')", gives: "fix-grosse-lange" },
        call: ([text, max]) => slug((0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "slug()'s text"), max === undefined || max === null ? MAX_SLUG_CHARACTERS : (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .numberArgument */ .rk)(max, "slug()'s max")),
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "matches",
        summary: "Whether a regular expression (RE2 syntax, linear time) matches somewhere in the text.",
        parameters: ["text", "pattern"],
        example: { expression: "matches('v1.2.3', '^v\\\\d+\\\\.')", gives: true },
        call: ([text, pattern]) => compilePattern(pattern).matcher((0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "matches()'s text")).find(),
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "extract",
        aliases: ["regex_extract"],
        summary: "What the first group of a regular expression (or the whole, when it has none) matched; empty when nothing did.",
        parameters: ["text", "pattern"],
        example: { expression: "extract('coverage: 81.5%', '([0-9.]+)%')", gives: "81.5" },
        call: ([text, pattern]) => {
            const matcher = compilePattern(pattern).matcher((0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "extract()'s text"));
            if (!matcher.find())
                return "";
            return matcher.group(matcher.groupCount() > 0 ? 1 : 0) ?? "";
        },
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "lower",
        summary: "Text in lower case.",
        parameters: ["text"],
        example: { expression: "lower('ABC')", gives: "abc" },
        call: ([text]) => (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "lower()'s text").toLowerCase(),
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "upper",
        summary: "Text in upper case.",
        parameters: ["text"],
        example: { expression: "upper('abc')", gives: "ABC" },
        call: ([text]) => (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "upper()'s text").toUpperCase(),
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "trim",
        summary: "Text without white space at its ends.",
        parameters: ["text"],
        example: { expression: "trim('  a ')", gives: "a" },
        call: ([text]) => (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "trim()'s text").trim(),
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "replace",
        summary: "Text with every occurrence of one text replaced by another.",
        parameters: ["text", "old", "new"],
        example: { expression: "replace('a/b/c', '/', '-')", gives: "a-b-c" },
        call: ([text, ...rest], { meter }) => replaceBounded((0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "replace()'s text"), rest, meter),
    }),
    (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFunction */ .Oh)({
        name: "split",
        summary: "A list of the parts of a text between a separator; without one, its lines.",
        parameters: ["text", "separator"],
        required: 1,
        example: { expression: "split('a,b', ',')", gives: ["a", "b"] },
        call: ([text, separator], { meter }) => {
            const whole = (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(text, "split()'s text");
            meter.produce(whole.length);
            return separator === undefined || separator === null
                ? linesOf(whole)
                : whole.split((0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(separator, "split()'s separator"));
        },
    }),
];
function slug(text, max) {
    return text
        .replaceAll("ß", "ss")
        .normalize("NFKD")
        .replaceAll(/\p{M}+/gu, "")
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replace(/^-/, "")
        .slice(0, Math.max(0, max))
        .replace(/-$/, "");
}
function linesOf(text) {
    const lines = text.split(/\r?\n/);
    if (lines.at(-1) === "")
        lines.pop();
    return lines;
}
/** Replaces `old` by `new`, at most `count` times when that is given; the result's size is counted before it is made. */
function replaceBounded(text, args, meter) {
    const old = (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(args[0], "replace()'s first argument");
    const next = (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(args[1], "replace()'s second argument");
    if (old === "")
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)("replace() needs a text to look for; it was given an empty one");
    const limit = args[2] === undefined || args[2] === null ? Number.POSITIVE_INFINITY : (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .numberArgument */ .rk)(args[2], "replace()'s count");
    const parts = text.split(old);
    const replaced = Math.min(limit < 0 ? Number.POSITIVE_INFINITY : limit, parts.length - 1);
    meter.produce(text.length + replaced * next.length);
    if (replaced === parts.length - 1)
        return parts.join(next);
    return [...parts.slice(0, replaced), parts.slice(replaced).join(old)].join(next);
}
const compiled = new Map();
/** Compiles a user's regular expression for linear-time matching. Throws `expression.limit` when it is too large, `expression.evaluation` when it isn't one. */
function compilePattern(value) {
    const pattern = (0,_function_js__WEBPACK_IMPORTED_MODULE_1__/* .textArgument */ .bp)(value, "a regular expression");
    const known = compiled.get(pattern);
    if (known !== undefined)
        return known;
    if (pattern.length > MAX_PATTERN_CHARACTERS) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`a regular expression of ${pattern.length} characters; at most ${MAX_PATTERN_CHARACTERS} are compiled`, "Write a shorter one.");
    }
    const repetition = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].reduce((all, [, low, high]) => all * Math.max(1, Number(high === undefined || high === "" ? low : high)), 1);
    if (repetition > MAX_REPETITION) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`the regular expression "${pattern.slice(0, 60)}" repeats up to ${repetition} times; at most ${MAX_REPETITION}`, "Use * or + instead of counted repetitions.");
    }
    try {
        const made = re2js__WEBPACK_IMPORTED_MODULE_2__/* .RE2JS */ .L3.compile(pattern);
        if (compiled.size >= 200)
            compiled.clear();
        compiled.set(pattern, made);
        return made;
    }
    catch (thrown) {
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`"${pattern}" is not a regular expression in RE2 syntax: ${reason}`, "RE2 has no look-around and no back-references.", thrown);
    }
}


/***/ }),

/***/ 97163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   fq: () => (/* binding */ order),
/* harmony export */   oQ: () => (/* binding */ looselyEqual)
/* harmony export */ });
/* harmony import */ var _actions_expressions__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44662);

/**
 * Text as GitHub compares it: .NET's `OrdinalIgnoreCase`, which maps each UTF-16 unit to one upper-case unit and leaves alone what would
 * become two (`ß`) and the two letters whose upper case is ASCII (`ı`, `ſ`). JavaScript's own folding would make `ß` equal to `SS`.
 */
function fold(text) {
    // Most texts are ASCII, where both foldings agree.
    if (!/[^ -~\s]/.test(text))
        return text.toUpperCase();
    let folded = "";
    for (let index = 0; index < text.length; index++) {
        const unit = text[index] ?? "";
        const upper = unit.toUpperCase();
        folded += upper.length === 1 && unit !== "\u0131" && unit !== "\u017f" ? upper : unit;
    }
    return folded;
}
/** `==` of GitHub's language: types are coerced to numbers where they differ, texts ignore case, objects and lists are equal to themselves only. */
function looselyEqual(left, right) {
    if (left instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ && right instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ)
        return fold(left.value) === fold(right.value);
    if (!left.primitive || !right.primitive)
        return left === right || sameSource(left, right);
    if (left.kind === right.kind && left instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Null */ .p.Uv)
        return true;
    return left.number() === right.number();
}
/** `-1`, `0`, `1`, or undefined where no order exists (NaN, lists, objects): every comparison is then false. */
function order(left, right) {
    if (!left.primitive || !right.primitive)
        return undefined;
    if (left instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ && right instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ) {
        const [a, b] = [fold(left.value), fold(right.value)];
        return a < b ? -1 : a > b ? 1 : 0;
    }
    const [a, b] = [left.number(), right.number()];
    return Number.isNaN(a) || Number.isNaN(b) ? undefined : Math.sign(a - b);
}
/** The same context object read twice is one object, though each reading makes its own wrapper. */
function sameSource(left, right) {
    const source = (value) => ("source" in value ? value.source : undefined);
    return source(left) !== undefined && source(left) === source(right);
}


/***/ }),

/***/ 30326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OY: () => (/* binding */ toData),
/* harmony export */   aB: () => (/* binding */ toJson)
/* harmony export */ });
/* unused harmony export LazyDictionary */
/* harmony import */ var _actions_expressions__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44662);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35183);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98783);



/**
 * A JSON object as GitHub's language sees one: members by name in any case, each converted when it is first read.
 * Only own members are seen. (The library's own dictionary loses members named like those of JavaScript's objects.)
 */
class LazyDictionary extends _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Dictionary */ .p.bT {
    source;
    names;
    made = new Map();
    constructor(source) {
        super();
        this.source = source;
    }
    get(key) {
        const name = Object.hasOwn(this.source, key) ? key : this.nameOf(key);
        if (name === undefined)
            return undefined;
        const known = this.made.get(name);
        if (known !== undefined)
            return known;
        const value = toData(this.source[name] ?? null);
        this.made.set(name, value);
        return value;
    }
    values() {
        return Object.keys(this.source).map((key) => this.get(key) ?? new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Null */ .p.Uv());
    }
    pairs() {
        return Object.keys(this.source).map((key) => ({ key, value: this.get(key) ?? new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Null */ .p.Uv() }));
    }
    nameOf(key) {
        if (this.names === undefined) {
            this.names = new Map();
            for (const name of Object.keys(this.source)) {
                const folded = name.toLowerCase();
                if (!this.names.has(folded))
                    this.names.set(folded, name);
            }
        }
        return this.names.get(key.toLowerCase());
    }
}
/** A JSON list, which remembers what it was made from: GitHub's `==` asks whether two lists are the same one. */
class SourceArray extends _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Array */ .p.O3 {
    source;
    constructor(source) {
        super();
        this.source = source;
        for (const item of source)
            this.add(toData(item));
    }
}
const NULL = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Null */ .p.Uv();
const TRUE = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo(true);
const FALSE = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo(false);
/** A JSON value as the evaluator reads it. */
function toData(value) {
    if (value === null)
        return NULL;
    switch (typeof value) {
        case "string":
            return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ(value);
        case "number":
            return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.NumberData */ .p.Q9(value);
        case "boolean":
            return value ? TRUE : FALSE;
        default:
            return (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value) ? new LazyDictionary(value) : new SourceArray(value);
    }
}
/** An evaluator's value as JSON. Throws PawlError `expression.evaluation` for NaN and Infinity, which JSON can't carry. */
function toJson(value) {
    if (value instanceof LazyDictionary || value instanceof SourceArray)
        return value.source;
    if (value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Dictionary */ .p.bT)
        return Object.fromEntries(value.pairs().map((pair) => [pair.key, toJson(pair.value)]));
    if (value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Array */ .p.O3)
        return value.values().map(toJson);
    if (value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.NumberData */ .p.Q9) {
        if (!Number.isFinite(value.value))
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluationError */ .pT)(`the result ${value.value} is not a number that can be kept`);
        return value.value;
    }
    if (value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ || value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo)
        return value.value;
    return null;
}


/***/ }),

/***/ 29925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ githubTruth),
/* harmony export */   Vx: () => (/* binding */ parseGithub),
/* harmony export */   lm: () => (/* binding */ evaluateGithub)
/* harmony export */ });
/* harmony import */ var _actions_expressions__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44662);
/* harmony import */ var _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12049);
/* harmony import */ var _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12083);
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(80985);
/* harmony import */ var _chains_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79658);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98783);
/* harmony import */ var _functions_catalogue_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10783);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31748);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30658);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97163);
/* harmony import */ var _data_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(30326);











const FUNCTION_INFOS = _functions_catalogue_js__WEBPACK_IMPORTED_MODULE_5__/* .expressionFunctions */ .Kg.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => ({
    name,
    minArgs: entry.required,
    maxArgs: entry.variadic ? 255 : entry.parameters.length,
})));
/** Parses with the official parser. Throws PawlError `expression.syntax` (with the offset of what is wrong) or `expression.limit`. */
function parseGithub(text) {
    if (text.trim() === "")
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .syntaxError */ .Ip)(text, "it is empty");
    const roots = (0,_chains_js__WEBPACK_IMPORTED_MODULE_3__/* .chainsOf */ .M)(text, "github").map((chain) => chain.root);
    try {
        const { tokens } = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG(text).lex();
        for (const token of tokens) {
            // The lexer undoubles only the first quote of a string.
            if (token.type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__/* .TokenType */ .ks.STRING)
                token.value = token.lexeme.slice(1, -1).replaceAll("''", "'");
        }
        return { text, tree: new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(tokens, roots, FUNCTION_INFOS).parse() };
    }
    catch (thrown) {
        throw parseFailure(text, thrown);
    }
}
function parseFailure(text, thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (message.includes("max expression"))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .limitError */ .yT)(message, "Split it over several steps or variables.");
    if (thrown instanceof RangeError)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .failureIn */ .Q6)(text, thrown);
    if (thrown instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .ExpressionError */ .tj) {
        const offset = offsetOf(text, thrown.pos.line, thrown.pos.column);
        const unknown = /^Unrecognized function: '(.*)'$/.exec(message)?.[1];
        const near = unknown === undefined ? undefined : (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_10__/* .nearestName */ .q)(unknown, _functions_catalogue_js__WEBPACK_IMPORTED_MODULE_5__/* .functionNames */ .T6);
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .syntaxError */ .Ip)(text, message, offset, near === undefined ? undefined : `Did you mean ${near}()?`);
    }
    const position = Number(/Located at position (\d+)/.exec(message)?.[1] ?? 1);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .syntaxError */ .Ip)(text, message.replace(/ Located at position.*$/s, ""), position - 1, text.includes('"') ? "GitHub's expressions write texts in single quotes." : undefined);
}
function offsetOf(text, line, column) {
    let start = 0;
    for (let n = 0; n < line; n++)
        start = text.indexOf("\n", start) + 1;
    return Math.min(text.length, start + column);
}
/** The value of an expression, as the official evaluator gives it. */
function evaluateGithub(expression, scope, extra) {
    try {
        return new BoundedEvaluator(expression.tree, scope, extra).evaluate();
    }
    catch (thrown) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .failureIn */ .Q6)(expression.text, thrown);
    }
}
function githubTruth(value) {
    if (value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ)
        return value.value !== "";
    if (value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.NumberData */ .p.Q9)
        return value.value !== 0 && !Number.isNaN(value.value);
    if (value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo)
        return value.value;
    return !(value instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Null */ .p.Uv);
}
const EMPTY = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Dictionary */ .p.bT();
const NULL = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Null */ .p.Uv();
class BoundedEvaluator extends _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .Evaluator */ .oi {
    scope;
    extra;
    use;
    constructor(tree, scope, extra) {
        super(tree, EMPTY);
        this.scope = scope;
        this.extra = extra;
        this.use = { scope, meter: new _limits_js__WEBPACK_IMPORTED_MODULE_6__/* .Meter */ .kI() };
    }
    eval(node) {
        this.use.meter.enter();
        try {
            return super.eval(node);
        }
        finally {
            this.use.meter.leave();
        }
    }
    visitContextAccess(access) {
        const { lexeme } = access.name;
        const name = lexeme.toLowerCase();
        if (name === "secrets")
            throw (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .secretsRefusal */ .m)();
        if (this.extra !== undefined && Object.hasOwn(this.extra, lexeme))
            return (0,_data_js__WEBPACK_IMPORTED_MODULE_9__/* .toData */ .OY)(this.extra[lexeme] ?? null);
        const { contexts } = this.scope;
        const key = Object.hasOwn(contexts, lexeme)
            ? lexeme
            : Object.keys(contexts).find((known) => known.toLowerCase() === name);
        if (key !== undefined)
            return (0,_data_js__WEBPACK_IMPORTED_MODULE_9__/* .toData */ .OY)(contexts[key] ?? null);
        if (_names_js__WEBPACK_IMPORTED_MODULE_7__/* .CONTEXT_NAMES */ .p.has(name))
            return NULL;
        const near = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_10__/* .nearestName */ .q)(lexeme, [...Object.keys(contexts), ..._names_js__WEBPACK_IMPORTED_MODULE_7__/* .CONTEXT_NAMES */ .p]);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .evaluationError */ .pT)(`nothing is named "${lexeme}" here`, near === undefined
            ? "Name a context (inputs, variables, steps, env, …) or a step's id."
            : `Did you mean "${near}"?`);
    }
    visitIndexAccess(access) {
        const { expr, index } = access;
        if (expr instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .ContextAccess */ .QC && expr.name.lexeme.toLowerCase() === "secrets") {
            if (!(index instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Literal */ .uS) || !(index.literal instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ))
                throw (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .secretsRefusal */ .m)();
            const secret = this.scope.host.secret(index.literal.value);
            return secret === undefined ? NULL : new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ(secret);
        }
        return super.visitIndexAccess(access);
    }
    visitBinary(binary) {
        const left = this.eval(binary.left);
        const right = this.eval(binary.right);
        const { type } = binary.operator;
        if (type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__/* .TokenType */ .ks.EQUAL_EQUAL)
            return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo((0,_compare_js__WEBPACK_IMPORTED_MODULE_8__/* .looselyEqual */ .oQ)(left, right));
        if (type === _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__/* .TokenType */ .ks.BANG_EQUAL)
            return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo(!(0,_compare_js__WEBPACK_IMPORTED_MODULE_8__/* .looselyEqual */ .oQ)(left, right));
        const found = (0,_compare_js__WEBPACK_IMPORTED_MODULE_8__/* .order */ .fq)(left, right);
        switch (type) {
            case _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__/* .TokenType */ .ks.GREATER:
                return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo(found !== undefined && found > 0);
            case _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__/* .TokenType */ .ks.LESS:
                return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo(found !== undefined && found < 0);
            // An object or list has no order, and is still at least and at most itself.
            case _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__/* .TokenType */ .ks.GREATER_EQUAL:
                return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo((0,_compare_js__WEBPACK_IMPORTED_MODULE_8__/* .looselyEqual */ .oQ)(left, right) || (found !== undefined && found > 0));
            default:
                return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo((0,_compare_js__WEBPACK_IMPORTED_MODULE_8__/* .looselyEqual */ .oQ)(left, right) || (found !== undefined && found < 0));
        }
    }
    visitFunctionCall(call) {
        const found = (0,_functions_catalogue_js__WEBPACK_IMPORTED_MODULE_5__/* .functionNamed */ ._R)(call.functionName.lexeme, true);
        if (found === undefined)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .evaluationError */ .pT)(`"${call.functionName.lexeme}" is not a function`);
        return (0,_data_js__WEBPACK_IMPORTED_MODULE_9__/* .toData */ .OY)(found.call(call.args.map((arg) => (0,_data_js__WEBPACK_IMPORTED_MODULE_9__/* .toJson */ .aB)(this.eval(arg))), this.use));
    }
}


/***/ }),

/***/ 26728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ JINJA_GLOBALS),
/* harmony export */   H1: () => (/* binding */ sharedEnvironment),
/* harmony export */   am: () => (/* binding */ ownEnvironment)
/* harmony export */ });
/* unused harmony export functionValue */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _functions_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10783);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31748);
/* harmony import */ var _interpreter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51671);
/* harmony import */ var _library_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78450);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41123);






const CONSTANTS = {
    true: _values_js__WEBPACK_IMPORTED_MODULE_5__/* .TRUE */ .rT,
    True: _values_js__WEBPACK_IMPORTED_MODULE_5__/* .TRUE */ .rT,
    false: _values_js__WEBPACK_IMPORTED_MODULE_5__/* .FALSE */ .W8,
    False: _values_js__WEBPACK_IMPORTED_MODULE_5__/* .FALSE */ .W8,
    none: _values_js__WEBPACK_IMPORTED_MODULE_5__/* .NULL */ .Cq,
    None: _values_js__WEBPACK_IMPORTED_MODULE_5__/* .NULL */ .Cq,
};
/** Names a template knows besides contexts and functions. */
const JINJA_GLOBALS = new Set([
    "range",
    "namespace",
    "loop",
    "caller",
    "varargs",
    "kwargs",
]);
/**
 * The names of one scope, each made into a Jinja value when it is first read. A context hides a function of the same name only where
 * it isn't called, so that a step may be named `file`.
 */
class ScopeVariables extends Map {
    scope;
    constructor(scope) {
        super();
        this.scope = scope;
    }
    has(name) {
        return this.get(name) !== undefined;
    }
    get(name) {
        const known = super.get(name);
        if (known !== undefined)
            return known;
        const made = this.make(name);
        if (made !== undefined)
            super.set(name, made);
        return made;
    }
    make(name) {
        if (name === "secrets")
            return undefined;
        if (Object.hasOwn(this.scope.contexts, name))
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .toRuntime */ .Qf)(this.scope.contexts[name] ?? null);
        if (Object.hasOwn(CONSTANTS, name))
            return CONSTANTS[name];
        return functionValue(name, this.scope);
    }
}
/** One of Pawl's functions as a Jinja value; undefined when there is none of that name. */
function functionValue(name, scope) {
    if (name === "range")
        return new _library_js__WEBPACK_IMPORTED_MODULE_4__/* .FunctionValue */ .Sz((args) => range(args.map((arg) => arg.value)));
    if (!_functions_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .functionNames */ .T6.has(name))
        return undefined;
    const found = (0,_functions_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .functionNamed */ ._R)(name);
    if (found === undefined)
        return undefined;
    return new _library_js__WEBPACK_IMPORTED_MODULE_4__/* .FunctionValue */ .Sz((args) => {
        const given = (0,_interpreter_js__WEBPACK_IMPORTED_MODULE_3__/* .orderedArguments */ .sy)(args, found.parameters, found.name);
        const most = found.variadic ? Number.POSITIVE_INFINITY : found.parameters.length;
        if (given.length < found.required || given.length > most) {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`${found.name}() was given ${given.length} arguments`, `It takes: ${found.name}(${found.parameters.join(", ")}).`);
        }
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .toRuntime */ .Qf)(found.call(given, { scope, meter: new _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .Meter */ .kI() }));
    });
}
function range(args) {
    const numbers = args.filter((value) => typeof value === "number");
    if (numbers.length === 0 || numbers.length !== args.length || numbers.length > 3)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)("range() takes one to three numbers");
    const [start, stop, step] = numbers.length === 1 ? [0, numbers[0] ?? 0, 1] : [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 1];
    if (step === 0)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)("range() can't step by zero");
    const count = Math.max(0, Math.ceil((stop - start) / step));
    if (count > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ITEMS */ ._5)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`range() of ${count} items; at most ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ITEMS */ ._5}`);
    return new _library_js__WEBPACK_IMPORTED_MODULE_4__/* .ArrayValue */ .v(Array.from({ length: count }, (_, index) => new _library_js__WEBPACK_IMPORTED_MODULE_4__/* .IntegerValue */ .MC(start + index * step)));
}
const environments = new WeakMap();
/** The environment of a scope, kept with it: its contexts must not change while it is used. An expression can't assign, so all may share it. */
function sharedEnvironment(scope) {
    const known = environments.get(scope);
    if (known !== undefined)
        return known;
    const shared = new _library_js__WEBPACK_IMPORTED_MODULE_4__/* .Environment */ .OH();
    const namespace = shared.variables.get("namespace");
    shared.variables = new ScopeVariables(scope);
    if (namespace !== undefined)
        shared.variables.set("namespace", namespace);
    environments.set(scope, shared);
    return shared;
}
/** An environment of one evaluation's own over the scope's, with names bound beside it; a template's `set` stays in it. */
function ownEnvironment(scope, extra = {}) {
    const own = new _library_js__WEBPACK_IMPORTED_MODULE_4__/* .Environment */ .OH(sharedEnvironment(scope));
    own.variables = new Map();
    for (const [name, value] of Object.entries(extra))
        own.setVariable(name, (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .toRuntime */ .Qf)(value));
    return own;
}


/***/ }),

/***/ 67306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ LIBRARY_FILTERS),
/* harmony export */   u: () => (/* binding */ filters)
/* harmony export */ });
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35183);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _functions_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10783);
/* harmony import */ var _functions_function_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31386);
/* harmony import */ var _functions_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78041);
/* harmony import */ var _operators_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53684);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41123);







/** Columns an `indent` may ask for. */
const MAX_INDENT = 64;
/** Filters of the library that are taken as they are: they make nothing larger than what they are given. */
const LIBRARY_FILTERS = new Set([
    "safe",
    "list",
    "first",
    "last",
    "length",
    "reverse",
    "sort",
    "string",
    "unique",
    "upper",
    "lower",
    "title",
    "capitalize",
    "trim",
    "int",
    "float",
    "abs",
    "items",
    "bool",
    "default",
    "d",
    "get",
    "keys",
    "values",
    "dictsort",
]);
/** Pawl's functions that read well behind a `|`; their first argument is what stands before it. */
const FUNCTION_FILTERS = [
    "slug",
    "hash",
    "parse_json",
    "from_json",
    "to_json",
    "parse_coverage",
    "parse_junit",
    "file",
    "matches",
    "extract",
    "split",
    "round",
    "sum",
    "min",
    "max",
    "toJSON",
    "fromJSON",
    "startsWith",
    "endsWith",
    "contains",
];
const own = [
    [
        "replace",
        (operand, args, named, { meter }) => (0,_functions_text_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceBounded */ .y)((0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(operand, "replace's text"), named["count"] === undefined ? args : [...args.slice(0, 2), named["count"]], meter),
    ],
    [
        "join",
        (operand, args, named, { meter }) => join(operand, args[0] ?? named["separator"] ?? named["d"] ?? "", named["attribute"], meter),
    ],
    [
        "indent",
        (operand, args, named, { meter }) => indent((0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(operand, "indent's text"), args[0] ?? named["width"] ?? 4, args[1] ?? named["first"], args[2] ?? named["blank"], meter),
    ],
    [
        "tojson",
        (operand, args, named, { meter }) => {
            const text = pythonJson(operand, boundedIndent(args[0] ?? named["indent"] ?? 0), named["sort_keys"] === true);
            meter.produce(text.length);
            return text;
        },
    ],
    ["count", (operand, _args, _named, use) => call("len", [operand], use)],
    [
        "truncate",
        (operand, args, named) => truncate((0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(operand, "truncate's text"), (0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .numberArgument */ .rk)(args[0] ?? named["length"] ?? 255, "truncate's length")),
    ],
    ["lines", (operand, _args, _named, use) => call("split", [operand], use)],
    ["selectattr", (operand, args, _named, { meter }) => selectItems("selectattr", operand, args, true, meter)],
    ["rejectattr", (operand, args, _named, { meter }) => selectItems("rejectattr", operand, args, false, meter)],
    ["map", (operand, args, named, use) => mapItems(operand, args, named, use)],
    ["urlencode", (operand) => encodeURIComponent((0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(operand, "urlencode's text"))],
];
/** Filters that Pawl adds to the library's, or takes over because their results must be bounded. */
const filters = new Map([
    ...FUNCTION_FILTERS.map((name) => [
        name,
        (operand, args, _named, use) => call(name, [operand, ...args], use),
    ]),
    ...own,
]);
function call(name, args, use) {
    const found = (0,_functions_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .functionNamed */ ._R)(name);
    if (found === undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`"${name}" is not a filter`);
    return found.call(args, use);
}
function join(operand, separator, attribute, meter) {
    const between = (0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(separator, "join's separator");
    const items = typeof operand === "string" ? Array.from(operand) : operand;
    if (!Array.isArray(items))
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`join needs a list; it was given ${(0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonType */ .Br)(operand)}`);
    const texts = items.map((item) => {
        const member = typeof attribute === "string" && (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .O)(item) ? (item[attribute] ?? "") : item;
        return typeof member === "string"
            ? member
            : member === null
                ? ""
                : typeof member === "object"
                    ? JSON.stringify(member)
                    : String(member);
    });
    meter.produce(texts.reduce((all, text) => all + text.length + between.length, 0));
    return texts.join(between);
}
function boundedIndent(width) {
    const columns = (0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .numberArgument */ .rk)(width, "an indent");
    if (columns < 0 || columns > MAX_INDENT)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`an indent of ${columns}; at most ${MAX_INDENT}`, "Write a smaller one.");
    return columns;
}
function indent(text, width, first, blank, meter) {
    const padding = " ".repeat(boundedIndent(width));
    const lines = text.split("\n");
    meter.produce(text.length + lines.length * padding.length);
    return lines
        .map((line, index) => ((index === 0 && first !== true) || (line === "" && blank !== true) ? line : padding + line))
        .join("\n");
}
function truncate(text, length) {
    return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}
function mapItems(operand, args, named, use) {
    if (!Array.isArray(operand))
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`map needs a list; it was given ${(0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonType */ .Br)(operand)}`);
    const { attribute } = named;
    if (typeof attribute === "string") {
        return operand.map((item) => attribute.split(".").reduce((at, part) => memberOf(at, part), item) ?? named["default"] ?? null);
    }
    const name = (0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(args[0], "map's filter");
    return operand.map((item) => call(name, [item, ...args.slice(1)], use));
}
/** Items whose attribute passes a test against a value; without a test, those where it counts as true. */
function selectItems(name, operand, args, keep, meter) {
    if (!Array.isArray(operand))
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`${name} needs a list; it was given ${(0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonType */ .Br)(operand)}`);
    const [path, test, value] = args;
    const parts = (0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(path, `${name}'s attribute`).split(".");
    const passes = attributeTest(name, test);
    meter.work(operand.length);
    return operand.filter((item) => {
        const attribute = parts.reduce((at, part) => memberOf(at, part), item);
        return passes((0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .toRuntime */ .Qf)(attribute), (0,_values_js__WEBPACK_IMPORTED_MODULE_5__/* .toRuntime */ .Qf)(value ?? null), meter) === keep;
    });
}
const OPERATOR_TESTS = {
    eq: "==",
    equalto: "==",
    ne: "!=",
    lt: "<",
    lessthan: "<",
    le: "<=",
    gt: ">",
    greaterthan: ">",
    ge: ">=",
    in: "in",
};
function attributeTest(filter, test) {
    if (test === undefined || test === null)
        return (attribute) => (0,_operators_js__WEBPACK_IMPORTED_MODULE_4__/* .truth */ .I)(attribute);
    const name = (0,_functions_function_js__WEBPACK_IMPORTED_MODULE_2__/* .textArgument */ .bp)(test, `${filter}'s test`);
    const operator = OPERATOR_TESTS[name] ?? (Object.values(OPERATOR_TESTS).includes(name) ? name : undefined);
    if (operator !== undefined)
        return (attribute, value, meter) => (0,_operators_js__WEBPACK_IMPORTED_MODULE_4__/* .truth */ .I)((0,_operators_js__WEBPACK_IMPORTED_MODULE_4__/* .applyOperator */ .R)(operator, attribute, value, meter));
    if (name === "defined")
        return (attribute) => attribute.type !== "NullValue";
    if (name === "undefined" || name === "none")
        return (attribute) => attribute.type === "NullValue";
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`${filter} does not know the test "${name}"`, `It knows: ${Object.keys(OPERATOR_TESTS).join(", ")}, defined, undefined, none.`);
}
function memberOf(value, name) {
    if (Array.isArray(value))
        return value[Number(name)] ?? null;
    return (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .O)(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}
/** JSON as Python's `json.dumps` prints it, which is what people expect of Jinja's `tojson`. */
function pythonJson(value, indent, sortKeys, depth = 0) {
    if (value === null || typeof value !== "object")
        return JSON.stringify(value);
    const padding = indent === 0 ? "" : `\n${" ".repeat(indent * (depth + 1))}`;
    const between = indent === 0 ? ", " : `,${padding}`;
    const ending = indent === 0 ? "" : `\n${" ".repeat(indent * depth)}`;
    if (Array.isArray(value)) {
        const items = value.map((item) => pythonJson(item, indent, sortKeys, depth + 1));
        return items.length === 0 ? "[]" : `[${padding}${items.join(between)}${ending}]`;
    }
    const object = value;
    const keys = sortKeys ? Object.keys(object).toSorted() : Object.keys(object);
    const members = keys.map((key) => `${JSON.stringify(key)}: ${pythonJson(object[key] ?? null, indent, sortKeys, depth + 1)}`);
    return members.length === 0 ? "{}" : `{${padding}${members.join(between)}${ending}}`;
}


/***/ }),

/***/ 51671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _4: () => (/* binding */ BoundedInterpreter),
/* harmony export */   sy: () => (/* binding */ orderedArguments)
/* harmony export */ });
/* unused harmony export constantNode */
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(80985);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30658);
/* harmony import */ var _filters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67306);
/* harmony import */ var _library_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78450);
/* harmony import */ var _functions_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78041);
/* harmony import */ var _operators_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53684);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41123);








/** Results of these are new texts or lists, and count against what one template may make. */
const PRODUCING = new Set([
    "CallExpression",
    "FilterExpression",
    "FilterStatement",
    "For",
    "If",
    "CallStatement",
    "Program",
]);
/** A value that stands where a node was: what it evaluates to is known already. */
function constantNode(value) {
    return { type: "Constant", value };
}
/**
 * The library's interpreter with bounds on steps, depth and size, equality as Python has it, Pawl's functions as filters, and `secrets`
 * readable by literal name alone. A name nobody declared is an error instead of an empty text, except where the template asks
 * (`is defined`, `default`).
 */
class BoundedInterpreter extends _library_js__WEBPACK_IMPORTED_MODULE_3__/* .Interpreter */ .$R {
    scope;
    meter;
    tolerant = 0;
    constructor(scope, meter) {
        super();
        this.scope = scope;
        this.meter = meter;
    }
    evaluate(node, environment) {
        if (node === undefined || node === null)
            return _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH;
        this.meter.enter();
        try {
            const result = this.dispatch(node, environment);
            if (PRODUCING.has(node.type))
                this.measure(result);
            return result;
        }
        finally {
            this.meter.leave();
        }
    }
    dispatch(node, environment) {
        switch (node.type) {
            case "Constant":
                return node["value"];
            case "Identifier":
                return this.name(node["value"], environment);
            case "MemberExpression":
                return this.member(node, environment);
            case "BinaryExpression":
                return this.binary(node, environment);
            case "CallExpression":
                return this.call(node, environment);
            case "FilterExpression":
                return this.filter(node, environment);
            case "TestExpression":
                return this.test(node, environment);
            case "For":
                return this.loop(node, environment);
            default:
                return super.evaluate(node, environment);
        }
    }
    name(name, environment) {
        for (let at = environment; at !== undefined; at = at.parent) {
            const value = at.variables.get(name);
            if (value !== undefined)
                return value;
        }
        if (name === "secrets")
            throw (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsRefusal */ .m)();
        if (this.tolerant > 0 || _names_js__WEBPACK_IMPORTED_MODULE_1__/* .CONTEXT_NAMES */ .p.has(name))
            return _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH;
        const near = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_7__/* .nearestName */ .q)(name, [...Object.keys(this.scope.contexts), ..._names_js__WEBPACK_IMPORTED_MODULE_1__/* .CONTEXT_NAMES */ .p]);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`nothing is named "${name}" here`, near === undefined
            ? "Name a context (inputs, variables, steps, env, …) or a step's id."
            : `Did you mean "${near}"?`);
    }
    member(node, environment) {
        const objectNode = node["object"];
        const property = node["property"];
        if (objectNode.type === "Identifier" && objectNode["value"] === "secrets") {
            if (node["computed"] === true && property.type !== "StringLiteral")
                throw (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsRefusal */ .m)();
            const secret = this.scope.host.secret(property["value"]);
            return secret === undefined ? _values_js__WEBPACK_IMPORTED_MODULE_6__/* .NULL */ .Cq : new _library_js__WEBPACK_IMPORTED_MODULE_3__/* .StringValue */ .hU(secret);
        }
        const object = this.evaluate(objectNode, environment);
        if (property.type === "SliceExpression") {
            return super.evaluate({ ...node, object: constantNode(object) }, environment);
        }
        const literal = node["computed"] !== true;
        if (object.type === "UndefinedValue" || object.type === "NullValue") {
            if (!literal)
                this.evaluate(property, environment);
            return _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH;
        }
        const key = literal ? property["value"] : this.evaluate(property, environment).value;
        if ((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .isObjectValue */ .Tc)(object)) {
            return ((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .membersOf */ .lS)(object).get(String(key)) ??
                (object.type === "ObjectValue" ? object.builtins.get(String(key)) : undefined) ??
                _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH);
        }
        if (typeof key === "number") {
            if (object.type === "StringValue") {
                const character = object.value.at(key);
                return character === undefined ? _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH : new _library_js__WEBPACK_IMPORTED_MODULE_3__/* .StringValue */ .hU(character);
            }
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .isArrayValue */ .D8)(object) ? ((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .itemsOf */ .S3)(object).at(key) ?? _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH) : _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH;
        }
        return typeof key === "string" ? (object.builtins.get(key) ?? _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH) : _values_js__WEBPACK_IMPORTED_MODULE_6__/* .UNDEFINED */ .ZH;
    }
    binary(node, environment) {
        const operator = node["operator"].value;
        const left = this.evaluate(node["left"], environment);
        if (operator === "and")
            return (0,_operators_js__WEBPACK_IMPORTED_MODULE_5__/* .truth */ .I)(left) ? this.evaluate(node["right"], environment) : left;
        if (operator === "or")
            return (0,_operators_js__WEBPACK_IMPORTED_MODULE_5__/* .truth */ .I)(left) ? left : this.evaluate(node["right"], environment);
        return (0,_operators_js__WEBPACK_IMPORTED_MODULE_5__/* .applyOperator */ .R)(operator, left, this.evaluate(node["right"], environment), this.meter);
    }
    call(node, environment) {
        const callee = node["callee"];
        if (callee.type !== "MemberExpression") {
            const name = callee.type === "Identifier" ? String(callee["value"]) : "that";
            const fn = this.evaluate(callee, environment);
            if (fn.type !== "FunctionValue")
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`"${name}" is ${(0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .typeName */ .go)(fn)} and can't be called`);
            return super.evaluate({ ...node, callee: constantNode(fn) }, environment);
        }
        const object = this.evaluate(callee["object"], environment);
        const fn = this.evaluate({ ...callee, object: constantNode(object) }, environment);
        if (fn.type !== "FunctionValue") {
            const { value: name } = callee["property"];
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`${(0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .typeName */ .go)(object)} has nothing to call named "${typeof name === "string" ? name : "…"}"`);
        }
        if (object.type === "StringValue" && fn === object.builtins.get("replace")) {
            const args = this.positional(node["args"], environment);
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toRuntime */ .Qf)((0,_functions_text_js__WEBPACK_IMPORTED_MODULE_4__/* .replaceBounded */ .y)(object.value, args.map(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB), this.meter));
        }
        return super.evaluate({ ...node, callee: constantNode(fn) }, environment);
    }
    filter(node, environment) {
        const filterNode = node["filter"];
        const bare = filterNode.type === "Identifier";
        const name = String((bare ? filterNode : filterNode["callee"])["value"]);
        const lenient = name === "default" || name === "d";
        if (lenient)
            this.tolerant += 1;
        let operand;
        try {
            operand = this.evaluate(node["operand"], environment);
        }
        finally {
            if (lenient)
                this.tolerant -= 1;
        }
        const args = bare ? [] : filterNode["args"];
        const own = _filters_js__WEBPACK_IMPORTED_MODULE_2__/* .filters */ .u.get(name);
        if (own !== undefined) {
            const positional = this.positional(args, environment).map(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB);
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toRuntime */ .Qf)(own((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB)(operand), positional, this.named(args, environment), { scope: this.scope, meter: this.meter }));
        }
        if (lenient) {
            const [fallback, loose] = this.positional(args, environment);
            const boolean = loose ?? (this.named(args, environment)["boolean"] === true ? (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toRuntime */ .Qf)(true) : undefined);
            const empty = operand.type === "UndefinedValue" ||
                operand.type === "NullValue" ||
                (boolean !== undefined && (0,_operators_js__WEBPACK_IMPORTED_MODULE_5__/* .truth */ .I)(boolean) && !(0,_operators_js__WEBPACK_IMPORTED_MODULE_5__/* .truth */ .I)(operand));
            return empty ? (fallback ?? new _library_js__WEBPACK_IMPORTED_MODULE_3__/* .StringValue */ .hU("")) : operand;
        }
        return super.evaluate({ ...node, operand: constantNode(operand) }, environment);
    }
    test(node, environment) {
        const name = node["test"]["value"];
        if (name !== "defined" && name !== "undefined")
            return super.evaluate(node, environment);
        this.tolerant += 1;
        try {
            return super.evaluate(node, environment);
        }
        finally {
            this.tolerant -= 1;
        }
    }
    loop(node, environment) {
        const iterable = node["iterable"];
        const selected = iterable.type === "SelectExpression";
        const items = this.evaluate(selected ? iterable["lhs"] : iterable, environment);
        if ((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .isArrayValue */ .D8)(items))
            this.meter.work((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .itemsOf */ .S3)(items).length);
        else if ((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .isObjectValue */ .Tc)(items))
            this.meter.work((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .membersOf */ .lS)(items).size);
        else
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`a \`for\` needs a list or an object; it was given ${(0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .typeName */ .go)(items)}`);
        const known = constantNode(items);
        return super.evaluate({ ...node, iterable: selected ? { ...iterable, lhs: known } : known }, environment);
    }
    positional(args, environment) {
        return args.filter((arg) => arg.type !== "KeywordArgumentExpression").map((arg) => this.evaluate(arg, environment));
    }
    named(args, environment) {
        return Object.fromEntries(args
            .filter((arg) => arg.type === "KeywordArgumentExpression")
            .map((arg) => [
            String(arg["key"]["value"]),
            (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB)(this.evaluate(arg["value"], environment)),
        ]));
    }
    measure(value) {
        if (value.type === "StringValue")
            this.meter.produce(value.value.length);
        else if ((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .isArrayValue */ .D8)(value))
            this.meter.produce((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .itemsOf */ .S3)(value).length);
    }
}
/** Positional and keyword arguments of a call to one of Pawl's functions, in the order of its parameters. */
function orderedArguments(args, parameters, name) {
    const last = args.at(-1);
    if (last === undefined || last.type !== "KeywordArgumentsValue")
        return args.map(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB);
    const ordered = args.slice(0, -1).map(_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB);
    for (const [key, value] of (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .membersOf */ .lS)(last)) {
        const place = parameters.indexOf(key);
        if (place === -1)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`${name}() has no argument named "${key}"`, `It has: ${parameters.join(", ")}.`);
        while (ordered.length < place)
            ordered.push(null);
        ordered[place] = (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB)(value);
    }
    return ordered;
}


/***/ }),

/***/ 78450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ Interpreter),
/* harmony export */   Ci: () => (/* binding */ BooleanValue),
/* harmony export */   MC: () => (/* binding */ IntegerValue),
/* harmony export */   NJ: () => (/* binding */ ObjectValue),
/* harmony export */   OH: () => (/* binding */ Environment),
/* harmony export */   Sz: () => (/* binding */ FunctionValue),
/* harmony export */   Xz: () => (/* binding */ NullValue),
/* harmony export */   hU: () => (/* binding */ StringValue),
/* harmony export */   qg: () => (/* binding */ parse),
/* harmony export */   qw: () => (/* binding */ tokenize),
/* harmony export */   sn: () => (/* binding */ UndefinedValue),
/* harmony export */   uN: () => (/* binding */ FloatValue),
/* harmony export */   v: () => (/* binding */ ArrayValue)
/* harmony export */ });
/* harmony import */ var _huggingface_jinja__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48931);

const exported = _huggingface_jinja__WEBPACK_IMPORTED_MODULE_0__;
const { Environment, Interpreter, tokenize, parse } = exported;
// The value classes aren't exported; what `set` returns has them as constructors.
const probe = new Environment();
const classOf = (name, value) => probe.set(name, value).constructor;
const IntegerValue = classOf("integer", 1);
const FloatValue = classOf("float", 1.5);
const StringValue = classOf("string", "");
const BooleanValue = classOf("boolean", true);
const ArrayValue = classOf("array", []);
const ObjectValue = classOf("object", {});
const FunctionValue = classOf("function", () => null);
const NullValue = classOf("null", null);
const UndefinedValue = classOf("undefined", undefined);


/***/ }),

/***/ 53684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ truth),
/* harmony export */   R: () => (/* binding */ applyOperator)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31748);
/* harmony import */ var _library_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78450);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41123);




/**
 * Jinja's binary operators on values already evaluated, with Python's meaning: equality by content and never across types (`1 == "1"` is
 * false), texts and lists compared in order, `%` and `//` rounding down. (The library compares lists by identity and texts by JavaScript's `==`.)
 */
function applyOperator(operator, left, right, meter) {
    switch (operator) {
        case "==":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(sameValue(left, right, meter));
        case "!=":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(!sameValue(left, right, meter));
        case "in":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(isMember(left, right, meter));
        case "not in":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(!isMember(left, right, meter));
        case "<":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(compare(operator, left, right, meter) < 0);
        case "<=":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(compare(operator, left, right, meter) <= 0);
        case ">":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(compare(operator, left, right, meter) > 0);
        case ">=":
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .BooleanValue */ .Ci(compare(operator, left, right, meter) >= 0);
        case "~":
            return text(asText(left) + asText(right), meter);
        case "+":
            return add(left, right, meter);
        case "*":
            return multiply(left, right, meter);
        default:
            return calculate(operator, numberOf(operator, left, right), numberOf(operator, right, left), isFloat(left, right));
    }
}
function sameValue(left, right, meter) {
    meter.work(1);
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberValue */ .bZ)(left) && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberValue */ .bZ)(right))
        return Number(left.value) === Number(right.value);
    if (isNothing(left) || isNothing(right))
        return isNothing(left) && isNothing(right);
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(left) && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(right)) {
        const [a, b] = [(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(left), (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(right)];
        return a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? _values_js__WEBPACK_IMPORTED_MODULE_3__/* .FALSE */ .W8, meter));
    }
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObjectValue */ .Tc)(left) && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObjectValue */ .Tc)(right)) {
        const [a, b] = [(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .membersOf */ .lS)(left), (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .membersOf */ .lS)(right)];
        if (a.size !== b.size)
            return false;
        for (const [key, member] of a) {
            const other = b.get(key);
            if (other === undefined || !sameValue(member, other, meter))
                return false;
        }
        return true;
    }
    return left.type === right.type && left.value === right.value;
}
function isNothing(value) {
    return value.type === "NullValue" || value.type === "UndefinedValue";
}
function isMember(item, container, meter) {
    if (isNothing(container))
        return false;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(container))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(container).some((member) => sameValue(item, member, meter));
    if (container.type === "StringValue" && item.type === "StringValue") {
        return container.value.includes(item.value);
    }
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isObjectValue */ .Tc)(container))
        return item.type === "StringValue" && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .membersOf */ .lS)(container).has(item.value);
    throw mismatch("in", item, container);
}
function compare(operator, left, right, meter) {
    meter.work(1);
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberValue */ .bZ)(left) && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberValue */ .bZ)(right))
        return Number(left.value) - Number(right.value);
    if (left.type === "StringValue" && right.type === "StringValue") {
        const [a, b] = [left.value, right.value];
        return a < b ? -1 : a > b ? 1 : 0;
    }
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(left) && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(right)) {
        const [a, b] = [(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(left), (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(right)];
        for (const [index, item] of a.entries()) {
            const other = b[index];
            if (other === undefined)
                return 1;
            if (!sameValue(item, other, meter))
                return compare(operator, item, other, meter);
        }
        return a.length - b.length;
    }
    throw mismatch(operator, left, right);
}
function add(left, right, meter) {
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(left) && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(right)) {
        return list([...(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(left), ...(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(right)], meter);
    }
    if (left.type === "StringValue" || right.type === "StringValue") {
        if (isNothing(left) || isNothing(right))
            throw mismatch("+", left, right);
        return text(asText(left) + asText(right), meter);
    }
    return numeric(numberOf("+", left, right) + numberOf("+", right, left), isFloat(left, right));
}
function multiply(left, right, meter) {
    for (const [value, times] of [
        [left, right],
        [right, left],
    ]) {
        if (times.type !== "IntegerValue")
            continue;
        const count = Math.max(0, times.value);
        if (value.type === "StringValue") {
            meter.produce(value.value.length * count);
            return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .StringValue */ .hU(value.value.repeat(count));
        }
        if ((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isArrayValue */ .D8)(value)) {
            checkItems((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(value).length * count);
            return list(Array.from({ length: count }, () => (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(value)).flat(), meter);
        }
    }
    return numeric(numberOf("*", left, right) * numberOf("*", right, left), isFloat(left, right));
}
function calculate(operator, a, b, float) {
    if (b === 0 && (operator === "/" || operator === "//" || operator === "%")) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`a division by zero: ${a} ${operator} ${b}`);
    }
    switch (operator) {
        case "-":
            return numeric(a - b, float);
        case "/":
            return numeric(a / b, true);
        case "//":
            return numeric(Math.floor(a / b), float);
        case "%":
            return numeric(a - b * Math.floor(a / b), float);
        case "**":
            return numeric(a ** b, float || b < 0);
        default:
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`"${operator}" is not an operator`);
    }
}
function numeric(value, float) {
    if (!Number.isFinite(value))
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)("a calculation has no finite result");
    return float || !Number.isInteger(value) ? new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .FloatValue */ .uN(value) : new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .IntegerValue */ .MC(value);
}
function numberOf(operator, value, other) {
    if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberValue */ .bZ)(value))
        throw mismatch(operator, value, other);
    return Number(value.value);
}
function isFloat(left, right) {
    return left.type === "FloatValue" || right.type === "FloatValue";
}
function asText(value) {
    return isNothing(value) ? "" : value.toString();
}
function text(value, meter) {
    meter.produce(value.length);
    return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .StringValue */ .hU(value);
}
function list(items, meter) {
    checkItems(items.length);
    meter.produce(items.length);
    return new _library_js__WEBPACK_IMPORTED_MODULE_2__/* .ArrayValue */ .v(items);
}
function checkItems(count) {
    if (count > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ITEMS */ ._5)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`a list of ${count} items; an expression makes at most ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ITEMS */ ._5}`);
}
function mismatch(operator, left, right) {
    const textAndNumber = [left, right].some(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumberValue */ .bZ) && [left, right].some((value) => value.type === "StringValue");
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`"${operator}" does not work between ${(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .typeName */ .go)(left)} and ${(0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .typeName */ .go)(right)}`, textAndNumber
        ? "Declare the output's type (`outputs: { n: { type: number } }`), or write `| float` after the text."
        : undefined);
}
/** The boolean a value counts as. */
function truth(value) {
    return value === _values_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUE */ .rT || (value !== _values_js__WEBPACK_IMPORTED_MODULE_3__/* .FALSE */ .W8 && value.__bool__().value);
}


/***/ }),

/***/ 55986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ statementTokens),
/* harmony export */   _v: () => (/* binding */ parseJinjaTemplate),
/* harmony export */   gE: () => (/* binding */ parseJinjaExpression),
/* harmony export */   h3: () => (/* binding */ textToken),
/* harmony export */   jx: () => (/* binding */ expressionTokens)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31748);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55606);
/* harmony import */ var _library_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78450);




const OPEN = { value: "{{", type: "OpenExpression" };
const CLOSE = { value: "}}", type: "CloseExpression" };
const OPEN_STATEMENT = { value: "{%", type: "OpenStatement" };
const CLOSE_STATEMENT = { value: "%}", type: "CloseStatement" };
/** Parses one expression, written without its braces. Throws PawlError `expression.syntax` or `expression.limit`. */
function parseJinjaExpression(expression) {
    const program = parsing(expression, () => (0,_library_js__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg)([OPEN, ...tokensOf(expression), CLOSE]));
    const [node, ...rest] = program["body"];
    if (node === undefined || rest.length > 0)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(expression, "it is not one expression");
    const keyword = keywordAsName(node);
    if (keyword !== undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(expression, `\`${keyword}\` stands where a value was expected`);
    return node;
}
const OPERATOR_WORDS = new Set(["and", "or", "not", "in", "is", "if", "else"]);
/** The library reads an operator's word as a name where a value should be (`a and and`); such an expression is refused. */
function keywordAsName(tree) {
    const waiting = [tree];
    while (waiting.length > 0) {
        const node = waiting.pop();
        if (Array.isArray(node))
            waiting.push(...node);
        else if (node instanceof Map)
            waiting.push(...[...node].flat());
        else if (typeof node === "object" && node !== null) {
            const { type, value, computed, property, operator: _operator, ...rest } = node;
            if (type === "Identifier" && OPERATOR_WORDS.has(value))
                return String(value);
            if (type !== "Identifier")
                waiting.push(value, computed === false ? undefined : property, ...Object.values(rest));
        }
    }
    return undefined;
}
/** The tokens of a whole template's piece, for `parseJinjaTemplate`. */
function expressionTokens(expression) {
    return [OPEN, ...parsing(expression, () => tokensOf(expression)), CLOSE];
}
function statementTokens(statement) {
    return [OPEN_STATEMENT, ...parsing(statement, () => tokensOf(statement)), CLOSE_STATEMENT];
}
function textToken(text) {
    return { value: text, type: "Text" };
}
function parseJinjaTemplate(tokens, template) {
    return parsing(template, () => (0,_library_js__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg)(tokens));
}
/** Tokens between an expression's braces. The library tokenises templates, so the expression is dressed as one and undressed again. */
function tokensOf(expression) {
    if (expression.trim() === "")
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(expression, "it is empty");
    checkNesting(expression);
    const tokens = (0,_library_js__WEBPACK_IMPORTED_MODULE_3__/* .tokenize */ .qw)(`{{${expression.startsWith("-") ? " " : ""}${expression} }}`);
    const inner = tokens.slice(1, -1);
    const stray = inner.find((token) => ["OpenExpression", "CloseExpression", "OpenStatement", "CloseStatement", "Text"].includes(token.type));
    if (stray !== undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(expression, `\`${stray.value}\` can't stand inside an expression`, Math.max(0, expression.indexOf(stray.value)));
    return inner;
}
/** Brackets are counted before the library's recursive parser sees them. */
function checkNesting(expression) {
    let depth = 0;
    for (let at = 0; at < expression.length; at++) {
        const char = expression[at] ?? "";
        if (char === "'" || char === '"') {
            const end = (0,_segments_js__WEBPACK_IMPORTED_MODULE_2__/* .stringEnd */ .VS)(expression, at, char, true);
            if (end === -1)
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(expression, `a text that starts with ${char} is never closed`, at);
            at = end;
        }
        else if ("([{".includes(char)) {
            depth += 1;
            if (depth > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NESTING */ .M1)
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`an expression nests brackets more than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NESTING */ .M1} deep`, "Split it over several steps or variables.");
        }
        else if (")]}".includes(char)) {
            depth -= 1;
        }
    }
}
function parsing(text, work) {
    try {
        return work();
    }
    catch (thrown) {
        if (thrown instanceof Error && thrown.name === "PawlError")
            throw thrown;
        if (thrown instanceof RangeError)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)("an expression is nested too deeply", "Split it over several steps or variables.");
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(text, explain(thrown), 0, hintFor(text));
    }
}
/** The library's messages name its token types; these are the same in a reader's words. */
function explain(thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (thrown instanceof TypeError)
        return "it ends too early";
    const expected = /^Parser Error: (.*?)\. (\w+) !== (\w+)\.$/.exec(message);
    if (expected !== null)
        return `${inWords(expected[2] ?? "")} stands where ${inWords(expected[3] ?? "")} was expected`;
    const unexpected = /^Unexpected token(?: type)?: (\w+)$/.exec(message);
    if (unexpected !== null)
        return unexpected[1] === "CloseExpression"
            ? "it ends too early"
            : `${inWords(unexpected[1] ?? "")} stands where a value was expected`;
    return message;
}
const WORDS = {
    CloseExpression: "the end",
    CloseStatement: "`%}`",
    OpenStatement: "`{%`",
    OpenExpression: "`{{`",
    NumericLiteral: "a number",
    StringLiteral: "a text",
    Identifier: "a name",
    Equals: "`=`",
    OpenParen: "`(`",
    CloseParen: "`)`",
    OpenSquareBracket: "`[`",
    CloseSquareBracket: "`]`",
    OpenCurlyBracket: "`{`",
    CloseCurlyBracket: "`}`",
    Comma: "`,`",
    Dot: "`.`",
    Colon: "`:`",
    Pipe: "`|`",
    Text: "text",
};
function inWords(token) {
    return WORDS[token] ?? "an operator";
}
function hintFor(text) {
    if (/^\s*\./.test(text))
        return "To keep a Go template as it is, write {% raw %}{{ … }}{% endraw %}.";
    if (/&&|\|\|/.test(text))
        return "Inside {{ }} write `and` and `or`; `&&` and `||` belong to ${{ }}.";
    if (/[^=!<>]=[^=]/.test(text))
        return "Comparison is written ==.";
    if (/\?.*:/.test(text))
        return "A choice is written: a if condition else b.";
    return undefined;
}


/***/ }),

/***/ 41123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ NULL),
/* harmony export */   D8: () => (/* binding */ isArrayValue),
/* harmony export */   Qf: () => (/* binding */ toRuntime),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   Tc: () => (/* binding */ isObjectValue),
/* harmony export */   W8: () => (/* binding */ FALSE),
/* harmony export */   ZH: () => (/* binding */ UNDEFINED),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   bZ: () => (/* binding */ isNumberValue),
/* harmony export */   go: () => (/* binding */ typeName),
/* harmony export */   lS: () => (/* binding */ membersOf),
/* harmony export */   rT: () => (/* binding */ TRUE)
/* harmony export */ });
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35183);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _library_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78450);



const UNDEFINED = new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .UndefinedValue */ .sn(undefined);
const NULL = new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .NullValue */ .Xz(null);
const TRUE = new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .BooleanValue */ .Ci(true);
const FALSE = new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .BooleanValue */ .Ci(false);
/**
 * The members of a JSON object as Jinja values, each made when it is first read: a condition that reads one output of one step
 * doesn't pay for the others. Only own members are seen, so nothing of JavaScript's prototypes is in reach.
 */
class LazyMembers extends Map {
    source;
    constructor(source) {
        super();
        this.source = source;
        Object.defineProperty(this, "size", { get: () => Object.keys(source).length });
    }
    has(key) {
        return Object.hasOwn(this.source, key);
    }
    get(key) {
        const known = super.get(key);
        if (known !== undefined || !Object.hasOwn(this.source, key))
            return known;
        const made = toRuntime(this.source[key] ?? null);
        super.set(key, made);
        return made;
    }
    keys() {
        return Object.keys(this.source).values();
    }
    values() {
        return Object.keys(this.source)
            .map((key) => this.get(key) ?? UNDEFINED)
            .values();
    }
    entries() {
        return Object.keys(this.source)
            .map((key) => [key, this.get(key) ?? UNDEFINED])
            .values();
    }
    [Symbol.iterator]() {
        return this.entries();
    }
    forEach(visit) {
        for (const [key, value] of this.entries())
            visit(value, key, this);
    }
}
/** A JSON value as the interpreter reads it. Objects stay as they are until something in them is read. */
function toRuntime(value) {
    if (value === null)
        return NULL;
    switch (typeof value) {
        case "string":
            return new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .StringValue */ .hU(value);
        case "number":
            return Number.isInteger(value) ? new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .IntegerValue */ .MC(value) : new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .FloatValue */ .uN(value);
        case "boolean":
            return value ? TRUE : FALSE;
        default:
            return (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(value) ? new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .ObjectValue */ .NJ(new LazyMembers(value)) : new _library_js__WEBPACK_IMPORTED_MODULE_1__/* .ArrayValue */ .v(value.map(toRuntime));
    }
}
/** A Jinja value as JSON; undefined becomes null. Throws PawlError `expression.evaluation` for a function, Infinity or NaN. */
function toJson(value) {
    if (value.value instanceof LazyMembers)
        return value.value.source;
    switch (value.type) {
        case "NullValue":
        case "UndefinedValue":
            return null;
        case "StringValue":
        case "BooleanValue":
            return value.value;
        case "IntegerValue":
        case "FloatValue":
            return finite(value.value);
        case "FunctionValue":
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)("the result is a function, not a value", "Call it: write its name with parentheses.");
        default:
            return isArrayValue(value)
                ? itemsOf(value).map(toJson)
                : Object.fromEntries([...membersOf(value)].map(([key, member]) => [key, toJson(member)]));
    }
}
function isArrayValue(value) {
    return value.type === "ArrayValue" || value.type === "TupleValue";
}
function isObjectValue(value) {
    return value.type === "ObjectValue" || value.type === "NamespaceValue" || value.type === "KeywordArgumentsValue";
}
function isNumberValue(value) {
    return value.type === "IntegerValue" || value.type === "FloatValue" || value.type === "BooleanValue";
}
function itemsOf(value) {
    return value.value;
}
function membersOf(value) {
    return value.value;
}
/** For messages: `a number`, `a list`. */
function typeName(value) {
    return TYPE_NAMES[value.type] ?? value.type;
}
const TYPE_NAMES = {
    IntegerValue: "a number",
    FloatValue: "a number",
    StringValue: "a text",
    BooleanValue: "a boolean",
    ArrayValue: "a list",
    TupleValue: "a list",
    ObjectValue: "an object",
    NamespaceValue: "an object",
    FunctionValue: "a function",
    NullValue: "nothing (null)",
    UndefinedValue: "not set",
};
function finite(value) {
    if (!Number.isFinite(value))
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`the result ${value} is not a number that can be kept`);
    return value;
}


/***/ }),

/***/ 31748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M1: () => (/* binding */ MAX_NESTING),
/* harmony export */   P$: () => (/* binding */ MAX_EXPRESSION_CHARACTERS),
/* harmony export */   _5: () => (/* binding */ MAX_ITEMS),
/* harmony export */   kI: () => (/* binding */ Meter),
/* harmony export */   v$: () => (/* binding */ MAX_TEMPLATE_CHARACTERS)
/* harmony export */ });
/* unused harmony export limits */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);

/** GitHub's own limit for one expression (MAX_EXPRESSION_LENGTH of `@actions/expressions`), kept for both languages. */
const MAX_EXPRESSION_CHARACTERS = 21_000;
/** Nested brackets in one expression, as in GitHub's parser. */
const MAX_NESTING = 50;
/** Characters of one template, as S5 bounds a workflow file. */
const MAX_TEMPLATE_CHARACTERS = 1_048_576;
/** Nodes evaluated by one template. */
const MAX_STEPS = 100_000;
/** Nodes under evaluation at one time. */
const MAX_DEPTH = 400;
/** Characters and list items that one template may make, in all. */
const MAX_PRODUCED = 32 * 1_048_576;
/** Items of one list that an expression makes (`range`, repetition, concatenation). */
const MAX_ITEMS = 100_000;
/** The limits of one template, for the reference. */
const limits = [
    { what: "characters of one expression or condition", value: MAX_EXPRESSION_CHARACTERS },
    { what: "characters of one template", value: MAX_TEMPLATE_CHARACTERS },
    { what: "brackets in brackets", value: MAX_NESTING },
    { what: "steps of evaluation", value: MAX_STEPS },
    { what: "nodes in nodes", value: MAX_DEPTH },
    { what: "characters and list items made in all", value: MAX_PRODUCED },
    { what: "items of one list an expression makes", value: MAX_ITEMS },
];
/** Counts what one evaluation has used, and stops it with `expression.limit`. */
class Meter {
    steps = 0;
    depth = 0;
    produced = 0;
    /** Enters a node; every call needs its `leave`. */
    enter() {
        this.steps += 1;
        this.depth += 1;
        if (this.steps > MAX_STEPS)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`an expression was stopped after ${MAX_STEPS} steps`);
        if (this.depth > MAX_DEPTH)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`an expression is nested more than ${MAX_DEPTH} deep`);
    }
    leave() {
        this.depth -= 1;
    }
    /** Counts work that no node stands for: the turns of a loop, the items of a comparison. */
    work(amount) {
        this.steps += amount;
        if (this.steps > MAX_STEPS)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`an expression was stopped after ${MAX_STEPS} steps`);
    }
    /** Counts `size` characters or items before they are made. */
    produce(size) {
        this.produced += size;
        if (this.produced > MAX_PRODUCED)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`an expression was stopped after making ${MAX_PRODUCED} characters`);
    }
}


/***/ }),

/***/ 85663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ environmentName),
/* harmony export */   v: () => (/* binding */ namedValue)
/* harmony export */ });
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80985);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35183);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);



/** Where `${NAME}` looks, in order. */
const CONTEXTS = ["inputs", "variables", "env"];
/**
 * The value of `${NAME}` in a field that is no shell text: an input, a variable or an environment variable of that name; `INPUT_NAME` and
 * `PAWL_VAR_NAME` mean what they mean in a shell step. Throws PawlError `expression.evaluation` when there is none.
 */
function namedValue(name, scope) {
    for (const context of CONTEXTS) {
        const values = scope.contexts[context];
        if ((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(values) && Object.hasOwn(values, name))
            return values[name] ?? null;
    }
    for (const [prefix, context] of [
        ["INPUT_", "inputs"],
        ["PAWL_VAR_", "variables"],
    ]) {
        const values = scope.contexts[context];
        if (!name.startsWith(prefix) || !(0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(values))
            continue;
        const wanted = name.slice(prefix.length);
        const key = Object.keys(values).find((member) => environmentName(member) === wanted);
        if (key !== undefined)
            return values[key] ?? null;
    }
    const known = CONTEXTS.flatMap((context) => {
        const values = scope.contexts[context];
        return (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(values) ? Object.keys(values) : [];
    });
    const near = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(name, known);
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluationError */ .pT)(`\${${name}} is neither an input, nor a variable, nor an environment variable`, near === undefined
        ? `Declare it, or write $\${${name}} to keep the text as it is.`
        : `Did you mean \${${near}}? To keep the text as it is, write $\${${name}}.`);
}
/** A name as it is exported to shells: upper case, with `_` for everything that isn't a letter or a digit. */
function environmentName(name) {
    return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
}


/***/ }),

/***/ 30658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ secretsRefusal),
/* harmony export */   p: () => (/* binding */ CONTEXT_NAMES)
/* harmony export */ });
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);

/** The contexts of spec L5. One that is absent where an expression stands (no issue, no matrix) reads as nothing, as on GitHub. */
const CONTEXT_NAMES = new Set([
    "inputs",
    "variables",
    "steps",
    "env",
    "secrets",
    "run",
    "issue",
    "repo",
    "workspace",
    "matrix",
    "item",
    "index",
    "project",
]);
/** Why anything but `secrets.NAME` is refused: a secret named by data, or all of them at once, could be carried out by whoever supplies the data. */
function secretsRefusal() {
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: "expression.secrets",
        kind: "policy",
        message: "`secrets` can only be read one at a time and by a literal name",
        remedy: "Write secrets.NAME.",
    });
}


/***/ }),

/***/ 17522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ nameMeant),
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   Rt: () => (/* binding */ usesStatusFunction),
/* harmony export */   l$: () => (/* binding */ expressionsIn),
/* harmony export */   qu: () => (/* binding */ localNames)
/* harmony export */ });
/* harmony import */ var _chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79658);
/* harmony import */ var _condition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61979);
/* harmony import */ var _functions_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52396);
/* harmony import */ var _jinja_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26728);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30658);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55606);






/**
 * Every name that a value reads, in order; all strings of an object or list are templates (their offsets count from their own starts).
 * Static and total: a text that isn't valid gives what can be read of it.
 */
function references(value, kind) {
    if (typeof value !== "string") {
        if (value === null || typeof value !== "object")
            return [];
        return (Array.isArray(value) ? value : Object.values(value)).flatMap((member) => references(member, "template"));
    }
    if (kind === "template" && !(0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .holdsExpression */ .x9)(value))
        return [];
    const { expressions, names } = expressionsIn(value, kind);
    const local = localNames(value);
    const found = expressions.flatMap((expression) => (0,_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .chainsOf */ .M)(expression.text, expression.language)
        .filter((chain) => chain.role === "value" && !local.has(chain.root))
        .map((chain) => referenceTo(chain, expression)));
    return [...found, ...names].toSorted((a, b) => a.offset - b.offset);
}
function referenceTo(chain, { offset, language }) {
    const { root, path, dynamic, length } = chain;
    const placed = { dynamic, form: "expression", offset: offset + chain.offset, length };
    if (language === "jinja")
        return { root, path, ...placed };
    // GitHub's language reads names whatever their case. Those that Pawl gives, and ids, are in lower case.
    const lower = root.toLowerCase();
    const fixed = lower === "steps" ? 2 : _names_js__WEBPACK_IMPORTED_MODULE_4__/* .CONTEXT_NAMES */ .p.has(lower) ? 0 : 1;
    return {
        root: lower,
        path: path.map((name, index) => (index < fixed ? name.toLowerCase() : name)),
        ignoresCase: true,
        ...placed,
    };
}
/** The one of these names that a reference means by one of its own. */
function nameMeant(name, known, { ignoresCase }) {
    if (known.includes(name))
        return name;
    return ignoresCase === true ? known.find((one) => one.toLowerCase() === name.toLowerCase()) : undefined;
}
/** Whether a condition says itself what it makes of earlier failures, instead of the implied `success()`. */
function usesStatusFunction(text) {
    return expressionsIn(text, "condition").expressions.some((expression) => (0,_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .chainsOf */ .M)(expression.text, expression.language).some((chain) => chain.role === "call" &&
        _functions_status_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUS_FUNCTIONS */ .N.has(expression.language === "github" ? chain.root.toLowerCase() : chain.root)));
}
/** The expressions of a text. In a condition, what stands outside braces is one as well. Never throws. */
function expressionsIn(text, kind) {
    const segments = kind === "template" ? segmentsOf(text) : conditionSegments(text);
    const expressions = [];
    const names = [];
    let bare = "";
    for (const segment of segments) {
        if (segment.kind === "jinja" || segment.kind === "github") {
            expressions.push({ text: segment.text, offset: segment.inner, language: segment.kind });
        }
        else if (segment.kind === "statement") {
            expressions.push(...statementExpressions(segment.text, segment.inner));
        }
        else if (segment.kind === "name") {
            names.push({
                root: segment.text,
                path: [],
                dynamic: false,
                form: "name",
                offset: segment.offset,
                length: segment.end - segment.offset,
            });
        }
        // Blanked out, so that offsets in the bare condition stay what they are in the text.
        bare += segment.kind === "text" ? segment.text : " ".repeat(segment.end - segment.offset);
    }
    if (kind === "condition" && bare.trim() !== "")
        expressions.push({ text: bare, offset: 0, language: (0,_condition_js__WEBPACK_IMPORTED_MODULE_1__/* .conditionLanguage */ .oX)(withoutTexts(bare)) });
    return { expressions, names };
}
function segmentsOf(text) {
    try {
        return (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .splitTemplate */ .LL)(text, "field");
    }
    catch {
        return [];
    }
}
/** As `splitTemplate`, but braces in quoted texts of the condition are found as well, and text keeps its place. */
function conditionSegments(text) {
    const segments = segmentsOf(text);
    return segments.length === 0 ? [{ kind: "text", text, offset: 0, end: text.length }] : segments;
}
function withoutTexts(expression) {
    let kept = "";
    for (let at = 0; at < expression.length; at++) {
        const char = expression[at] ?? "";
        const end = char === "'" || char === '"' ? (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .stringEnd */ .VS)(expression, at, char, true) : -1;
        kept += end === -1 ? char : "''";
        if (end !== -1)
            at = end;
    }
    return kept;
}
const STATEMENT = /^\s*(\w+)/;
/** The expressions of a `{% %}`: all of it but its keyword and the names it declares. */
function statementExpressions(text, offset) {
    const keyword = STATEMENT.exec(text)?.[1] ?? "";
    const blank = (pattern) => {
        const head = pattern.exec(text)?.[0].length ?? text.length;
        return text.length === head ? [] : [{ text: text.slice(head), offset: offset + head, language: "jinja" }];
    };
    switch (keyword) {
        case "if":
        case "elif":
            return blank(/^\s*(?:if|elif)\b/);
        case "for":
            return blank(/^\s*for\b.*?\bin\b/s);
        case "set":
            return text.includes("=") ? blank(/^[^=]*=/) : [];
        case "call":
            return blank(/^\s*call\b/);
        case "macro":
            return [];
        default:
            return [];
    }
}
/** Names a template declares for itself: by `set`, `for` and `macro`, and those its loops and macros have. */
function localNames(text) {
    if (!text.includes("{%"))
        return NO_NAMES;
    const names = new Set(_jinja_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .JINJA_GLOBALS */ .G_);
    for (const segment of segmentsOf(text)) {
        if (segment.kind !== "statement")
            continue;
        const declared = /^\s*(?:set\s+([^=]+?)\s*(?:=|$)|for\s+(.+?)\s+in\s|macro\s+(\w+\s*\(.*)|call\s*\((.*?)\))/s.exec(segment.text);
        for (const name of (declared?.slice(1).find((part) => part !== undefined) ?? "").matchAll(/[A-Za-z_]\w*/g))
            names.add(name[0]);
    }
    return names;
}
const NO_NAMES = new Set();


/***/ }),

/***/ 55606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LL: () => (/* binding */ splitTemplate),
/* harmony export */   VS: () => (/* binding */ stringEnd),
/* harmony export */   x9: () => (/* binding */ holdsExpression)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31748);


const NAME = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/y;
const RAW = /^\s*raw\s*$/;
const END_RAW = /\{%([-+]?)\s*endraw\s*([-+]?)%\}/g;
/**
 * Splits a template into text, `{{ }}`, `${{ }}`, `{% %}`, `{# #}` and `${NAME}`, in time linear in its length.
 * `{% raw %}…{% endraw %}` is text; so is what follows `$` in `$${NAME}`, without its first `$`.
 *
 * Throws PawlError `expression.syntax` where one isn't closed, `expression.limit` when the template or an expression is too long.
 */
function splitTemplate(template, mode) {
    if (template.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TEMPLATE_CHARACTERS */ .v$) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`a template has ${template.length} characters; at most ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TEMPLATE_CHARACTERS */ .v$} are read`);
    }
    const segments = [];
    let textStart = 0;
    const flush = (until) => {
        if (until > textStart)
            segments.push({ kind: "text", text: template.slice(textStart, until), offset: textStart, end: until });
    };
    let at = 0;
    while (at < template.length) {
        const open = nextOpening(template, at, mode === "field");
        if (open === undefined)
            break;
        if (open.kind === "escape") {
            flush(open.offset);
            textStart = open.offset + 1;
            at = open.end;
            continue;
        }
        flush(open.offset);
        const segment = open.kind === "name" ? open : closed(template, open.offset, open.kind);
        at = segment.end;
        textStart = at;
        if (segment.kind === "statement" && RAW.test(segment.text)) {
            const raw = rawText(template, segment);
            segments.push(...raw.segments);
            at = raw.end;
            textStart = at;
        }
        else {
            segments.push(segment);
        }
    }
    flush(template.length);
    return segments;
}
function nextOpening(template, from, field) {
    for (let at = from; at < template.length; at++) {
        const code = template.charCodeAt(at);
        if (code === 0x24 /* $ */) {
            if (template.startsWith("{{", at + 1))
                return { kind: "github", offset: at };
            if (!field)
                continue;
            // The shell's `${#list[@]}`, which fields may quote too, is no comment.
            if (template.startsWith("{#", at + 1)) {
                at += 2;
                continue;
            }
            if (template[at + 1] === "$" && template[at + 2] === "{" && template[at + 3] !== "{") {
                NAME.lastIndex = at + 1;
                if (NAME.test(template))
                    return { kind: "escape", offset: at, end: NAME.lastIndex };
            }
            NAME.lastIndex = at;
            const name = NAME.exec(template);
            if (name !== null)
                return { kind: "name", text: name[1] ?? "", offset: at, end: NAME.lastIndex };
        }
        else if (code === 0x7b /* { */) {
            const next = template[at + 1];
            if (next === "{")
                return { kind: "jinja", offset: at };
            if (next === "%")
                return { kind: "statement", offset: at };
            if (next === "#" && field)
                return { kind: "comment", offset: at };
        }
    }
    return undefined;
}
function closed(template, offset, kind) {
    const start = offset + (kind === "github" ? 3 : 2);
    const end = kind === "comment" ? template.indexOf("#}", start) : closing(template, start, kind);
    if (end === -1) {
        const [opening, close] = DELIMITERS[kind];
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(template.slice(offset, offset + 80), `\`${opening}\` is never closed by \`${close}\``, offset);
    }
    if (end - start > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_EXPRESSION_CHARACTERS */ .P$ && kind !== "comment") {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .limitError */ .yT)(`an expression has ${end - start} characters; at most ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_EXPRESSION_CHARACTERS */ .P$} are read`);
    }
    const jinja = kind !== "github";
    const trimBefore = jinja && template[start] === "-" && start < end;
    const trimAfter = jinja && template[end - 1] === "-" && end - 1 > start;
    const inner = start + (trimBefore || (kind === "statement" && template[start] === "+") ? 1 : 0);
    if (kind === "comment")
        return { kind, offset, end: end + 2, trimBefore, trimAfter };
    const text = template.slice(inner, end - (trimAfter || (kind === "statement" && template[end - 1] === "+") ? 1 : 0));
    return { kind, text, offset, inner, end: end + 2, trimBefore, trimAfter };
}
const DELIMITERS = {
    jinja: ["{{", "}}"],
    github: ["${{", "}}"],
    statement: ["{%", "%}"],
    comment: ["{#", "#}"],
};
/** Where the delimiter that closes an expression starts: outside its strings and, in Jinja, its object literals. */
function closing(template, start, kind) {
    let braces = 0;
    for (let at = start; at < template.length; at++) {
        const char = template[at];
        if (char === "'" || (char === '"' && kind !== "github")) {
            at = stringEnd(template, at, char, kind !== "github");
            if (at === -1)
                return -1;
        }
        else if (char === "{" && kind !== "github") {
            braces += 1;
        }
        else if (char === "}") {
            if (kind !== "statement" && braces === 0 && template[at + 1] === "}")
                return at;
            if (braces > 0)
                braces -= 1;
        }
        else if (char === "%" && kind === "statement" && template[at + 1] === "}") {
            return at;
        }
    }
    return -1;
}
/** The index of the quote that ends the string starting at `at`, or -1. GitHub doubles a quote, Jinja escapes it by a backslash. */
function stringEnd(text, at, quote, backslash) {
    for (let i = at + 1; i < text.length; i++) {
        if (backslash && text[i] === "\\")
            i += 1;
        else if (text[i] === quote) {
            if (!backslash && text[i + 1] === quote)
                i += 1;
            else
                return i;
        }
    }
    return -1;
}
function rawText(template, open) {
    END_RAW.lastIndex = open.end;
    const close = END_RAW.exec(template);
    if (close === null) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(template.slice(open.offset, open.end), "`{% raw %}` is never closed by `{% endraw %}`", open.offset);
    }
    const text = template.slice(open.end, close.index);
    const end = close.index + close[0].length;
    return { segments: text === "" ? [] : [{ kind: "text", text, offset: open.end, end: close.index }], end };
}
/** Whether a text holds anything that is evaluated. Cheap: most strings of a workflow hold nothing. */
function holdsExpression(text) {
    return text.includes("{{") || text.includes("{%") || text.includes("{#") || text.includes("${");
}


/***/ }),

/***/ 30514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vv: () => (/* binding */ operandValue),
/* harmony export */   XZ: () => (/* binding */ resolveTemplate),
/* harmony export */   Xm: () => (/* binding */ renderTemplate),
/* harmony export */   gg: () => (/* binding */ readOperand),
/* harmony export */   q7: () => (/* binding */ evaluateTree),
/* harmony export */   xV: () => (/* binding */ readTemplate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98783);
/* harmony import */ var _github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29925);
/* harmony import */ var _github_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30326);
/* harmony import */ var _jinja_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26728);
/* harmony import */ var _jinja_interpreter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51671);
/* harmony import */ var _jinja_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55986);
/* harmony import */ var _jinja_values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41123);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31748);
/* harmony import */ var _named_value_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85663);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55606);










const kept = new Map();
const MAX_KEPT = 2_000;
/** Reads a template, or finds it among those read before. Throws PawlError `expression.syntax` or `expression.limit`. */
function readTemplate(text) {
    const known = kept.get(text);
    if (known !== undefined)
        return known;
    const template = compile(text);
    if (kept.size >= MAX_KEPT)
        kept.clear();
    if (text.length <= 10_000)
        kept.set(text, template);
    return template;
}
function compile(text) {
    const segments = (0,_segments_js__WEBPACK_IMPORTED_MODULE_9__/* .splitTemplate */ .LL)(text, "field");
    if (segments.some((segment) => segment.kind === "statement"))
        return compileProgram(text, segments);
    const pieces = withoutTrimmed(segments, false);
    const expressions = pieces.filter((piece) => typeof piece !== "string");
    const [only] = expressions;
    if (only !== undefined &&
        expressions.length === 1 &&
        pieces.every((piece) => typeof piece !== "string" || piece.trim() === "")) {
        const at = pieces.indexOf(only);
        const around = (side) => side.filter((piece) => typeof piece === "string").join("");
        return {
            kind: "whole",
            operand: readOperand(only),
            padding: [around(pieces.slice(0, at)), around(pieces.slice(at + 1))],
        };
    }
    return { kind: "parts", parts: pieces.map((piece) => (typeof piece === "string" ? piece : readOperand(piece))) };
}
function readOperand(segment) {
    switch (segment.kind) {
        case "jinja":
            return { kind: "jinja", text: segment.text, tree: (0,_jinja_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJinjaExpression */ .gE)(segment.text) };
        case "github":
            return { kind: "github", text: segment.text, expression: (0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGithub */ .Vx)(segment.text) };
        case "name":
            return { kind: "name", text: segment.text };
        default:
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)("", "text is not an expression", segment.offset);
    }
}
/** With `{% %}` the template is one program; `${{ }}` and `${NAME}` in it become names that are bound when it runs. */
function compileProgram(text, segments) {
    checkPairs(segments);
    const operands = {};
    const tokens = [];
    for (const piece of withoutTrimmed(segments, true)) {
        if (typeof piece === "string")
            tokens.push((0,_jinja_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .textToken */ .h3)(piece));
        else if (piece.kind === "jinja")
            tokens.push(...(0,_jinja_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .expressionTokens */ .jx)(piece.text));
        else if (piece.kind === "statement")
            tokens.push(...(0,_jinja_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .statementTokens */ .A5)(piece.text));
        else {
            const name = `pawl_operand_${Object.keys(operands).length + 1}`;
            operands[name] = readOperand(piece);
            tokens.push(...(0,_jinja_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .expressionTokens */ .jx)(name));
        }
    }
    return { kind: "program", text, tree: (0,_jinja_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJinjaTemplate */ ._v)(tokens, text), operands };
}
const PAIRED = /^\s*(if|for|macro|call|filter|set)\b/;
const CLOSING = /^\s*end(\w+)/;
/** Statements that open something close it again, in order; the parser itself only notices that the text ends too early. */
function checkPairs(segments) {
    const open = [];
    for (const segment of segments) {
        if (segment.kind !== "statement")
            continue;
        const shown = `{% ${segment.text.trim()} %}`;
        const keyword = PAIRED.exec(segment.text)?.[1];
        const closing = CLOSING.exec(segment.text)?.[1];
        if (keyword !== undefined && (keyword !== "set" || !segment.text.includes("=")))
            open.push({ keyword, segment });
        if (closing === undefined)
            continue;
        const last = open.pop();
        if (last === undefined)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(shown, "it closes nothing", segment.offset);
        if (last.keyword !== closing)
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(shown, `\`{% end${last.keyword} %}\` is expected here`, segment.offset);
    }
    const [left] = open;
    if (left === undefined)
        return;
    const { keyword, segment } = left;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxError */ .Ip)(`{% ${segment.text.trim()} %}`, `it is never closed by \`{% end${keyword} %}\``, segment.offset);
}
/**
 * The segments with white space taken away where `-` asks for it, comments gone, and, for programs, what Jinja calls `lstrip_blocks` and
 * `trim_blocks`: a line that holds only a `{% %}` leaves nothing behind.
 */
function withoutTrimmed(segments, blocks) {
    const pieces = [];
    for (const [index, segment] of segments.entries()) {
        if (segment.kind === "comment")
            continue;
        if (segment.kind !== "text") {
            pieces.push(segment);
            continue;
        }
        const before = segments[index - 1];
        const after = segments[index + 1];
        const isBlock = (other) => blocks && (other?.kind === "statement" || other?.kind === "comment");
        let text = segment.text;
        if (isBlock(before))
            text = text.replace(/^\r?\n/, "");
        if (isBlock(after) && (index === 0 || text.includes("\n") || (isBlock(before) && text.trim() === "")))
            text = withoutIndent(text);
        if (before !== undefined && "trimAfter" in before && before.trimAfter)
            text = text.trimStart();
        if (after !== undefined && "trimBefore" in after && after.trimBefore)
            text = text.trimEnd();
        if (text !== "")
            pieces.push(text);
    }
    return pieces;
}
function withoutIndent(text) {
    let end = text.length;
    while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t"))
        end -= 1;
    return end === 0 || text[end - 1] === "\n" ? text.slice(0, end) : text;
}
/** What a template resolves to: the value itself when it is one whole expression, otherwise text. */
function resolveTemplate(template, scope) {
    return template.kind === "whole" ? operandValue(template.operand, scope) : renderTemplate(template, scope);
}
function renderTemplate(template, scope) {
    switch (template.kind) {
        case "whole": {
            const [before, after] = template.padding;
            return before + operandText(template.operand, scope) + after;
        }
        case "parts": {
            const meter = new _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .Meter */ .kI();
            return template.parts
                .map((part) => {
                const text = typeof part === "string" ? part : operandText(part, scope);
                meter.produce(text.length);
                return text;
            })
                .join("");
        }
        default:
            return runProgram(template, scope);
    }
}
function runProgram(template, scope) {
    const bound = Object.fromEntries(Object.entries(template.operands).map(([name, operand]) => [name, operandValue(operand, scope)]));
    try {
        return new _jinja_interpreter_js__WEBPACK_IMPORTED_MODULE_4__/* .BoundedInterpreter */ ._4(scope, new _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .Meter */ .kI()).evaluate(template.tree, (0,_jinja_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .ownEnvironment */ .am)(scope, bound)).toString();
    }
    catch (thrown) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failureIn */ .Q6)(template.text, thrown);
    }
}
function operandValue(operand, scope) {
    switch (operand.kind) {
        case "jinja":
            return inJinja(operand, scope, _jinja_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB);
        case "github":
            return (0,_github_data_js__WEBPACK_IMPORTED_MODULE_2__/* .toJson */ .aB)((0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluateGithub */ .lm)(operand.expression, scope));
        default:
            return (0,_named_value_js__WEBPACK_IMPORTED_MODULE_8__/* .namedValue */ .v)(operand.text, scope);
    }
}
function operandText(operand, scope) {
    switch (operand.kind) {
        case "jinja":
            return inJinja(operand, scope, textOf);
        case "github":
            return (0,_github_evaluator_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluateGithub */ .lm)(operand.expression, scope).coerceString();
        default: {
            const value = (0,_named_value_js__WEBPACK_IMPORTED_MODULE_8__/* .namedValue */ .v)(operand.text, scope);
            return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
        }
    }
}
function textOf(value) {
    if (value.type === "FunctionValue")
        (0,_jinja_values_js__WEBPACK_IMPORTED_MODULE_6__/* .toJson */ .aB)(value);
    return value.type === "NullValue" || value.type === "UndefinedValue" ? "" : value.toString();
}
function inJinja(operand, scope, take) {
    return evaluateTree(operand.tree, operand.text, scope, take);
}
/** Evaluates a parsed Jinja expression, with names bound beside the scope's. */
function evaluateTree(tree, text, scope, take, extra) {
    try {
        const environment = extra === undefined ? (0,_jinja_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedEnvironment */ .H1)(scope) : (0,_jinja_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .ownEnvironment */ .am)(scope, extra);
        return take(new _jinja_interpreter_js__WEBPACK_IMPORTED_MODULE_4__/* .BoundedInterpreter */ ._4(scope, new _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .Meter */ .kI()).evaluate(tree, environment));
    }
    catch (thrown) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failureIn */ .Q6)(text, thrown);
    }
}


/***/ })

};
