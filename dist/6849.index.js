export const id = 6849;
export const ids = [6849,985];
export const modules = {

/***/ 96849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfig: () => (/* binding */ readConfig)
});

// UNUSED EXPORTS: CONFIG_PATH, parseConfig

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/kernel/diagnostics.js
var diagnostics = __webpack_require__(80985);
// EXTERNAL MODULE: ./lib/github/config.js
var config = __webpack_require__(4937);
;// CONCATENATED MODULE: ./lib/github/config-schema.js

const strings = (description) => ({
    type: "array",
    items: { type: "string" },
    maxItems: 100,
    description,
});
const people = {
    type: "array",
    maxItems: 10,
    items: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9_.-]+)?$" },
    description: "Logins, organisation/team, or `author`: who started the run.",
};
const rule = {
    type: "object",
    additionalProperties: false,
    description: "Who may: anybody with the permission, or named here.",
    properties: {
        permission: {
            enum: ["read", "triage", "write", "maintain", "admin"],
            description: "Least permission in this repository, as GitHub's API tells it.",
        },
        users: strings("Logins."),
        teams: { ...strings("organisation/team."), items: { type: "string", pattern: "^[^/]+/[^/]+$" } },
        apps: { type: "array", items: { type: "integer" }, description: "Ids of Apps whose bots may; no other bot may." },
    },
};
const approve = {
    ...rule,
    properties: {
        ...rule["properties"],
        code_owners: {
            type: "boolean",
            description: "Who approves must also own each changed file that CODEOWNERS gives an owner.",
        },
    },
};
const who = {
    type: "object",
    additionalProperties: false,
    description: "Who may do what (S6).",
    properties: {
        ...Object.fromEntries(["read", "start", "cancel", "resume", "budget", "configure"].map((act) => [act, rule])),
        approve,
    },
};
const budget = {
    type: "object",
    additionalProperties: false,
    properties: {
        usd: { type: "number", minimum: 0, description: "Most that one run may spend." },
        month_usd: { type: "number", minimum: 0, description: "Most that may be spent in a month." },
    },
};
const triggers = {
    type: "object",
    additionalProperties: false,
    properties: {
        label: { type: "boolean", description: "The label pawl:<workflow> on an issue starts it. True by default." },
        comment: { type: "boolean", description: "`/pawl <workflow>` starts it. True by default." },
        pull_request_label: { type: "boolean", description: "The label on a pull request starts it. True by default." },
        assignment: strings("Assigning an issue to one of these logins starts it."),
        repository_dispatch: strings("Types of repository_dispatch events that start it."),
        schedule: strings("Cron lines in UTC, as in GitHub's `schedule`."),
    },
};
const workflow = {
    type: "object",
    additionalProperties: false,
    properties: {
        triggers,
        who,
        budget,
        inputs: { type: "object", description: "Inputs given unless a person gives others." },
    },
};
/** The JSON Schema of `.github/pawl.yml`: published by `pawl schema --config`, and what the check run on a pull request goes by. */
const CONFIG_SCHEMA = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Pawl in this repository",
    type: "object",
    additionalProperties: false,
    properties: {
        version: { const: 1 },
        label_prefix: { type: "string", pattern: "^[a-z][a-z0-9:/_-]{0,30}$", description: "`pawl:` by default." },
        command: { type: "string", pattern: "^/[a-z][a-z0-9-]{0,30}$", description: "`/pawl` by default." },
        who,
        budget,
        workflows: {
            type: "object",
            propertyNames: { pattern: "^[a-z][a-z0-9_-]{0,62}$" },
            additionalProperties: workflow,
        },
        protected_paths: strings("Globs no run may change, beside those that are always protected."),
        allowed_hosts: strings("Hosts that published text may link to, beside GitHub."),
        limits: {
            type: "object",
            additionalProperties: false,
            properties: {
                files: { type: "integer", minimum: 1, maximum: 3000 },
                bytes: { type: "integer", minimum: 1, maximum: 50_000_000 },
            },
        },
        pull_request: {
            type: "object",
            additionalProperties: false,
            properties: {
                draft: { type: "boolean" },
                labels: strings("Labels of every pull request."),
                reviewers: strings("Logins or organisation/team."),
                codeowners: { type: "boolean", description: "Ask the owners of changed files. True by default." },
                blame: { type: "boolean", description: "Ask those who last changed the files." },
                branches: {
                    type: "object",
                    additionalProperties: { type: "string" },
                    description: "Templates by strategy: feature, hotfix, release.",
                },
            },
        },
        dispatch_file: { type: "string", pattern: "^[A-Za-z0-9._-]+\\.ya?ml$" },
        quota: {
            type: "object",
            additionalProperties: false,
            properties: { per_actor: { type: "integer", minimum: 1 }, per_repository: { type: "integer", minimum: 1 } },
        },
        notifications: {
            type: "object",
            additionalProperties: false,
            description: "Who hears of what, through the App.",
            properties: {
                mention: {
                    type: "object",
                    additionalProperties: false,
                    description: "Who is called by a comment, which is taken away when it is answered.",
                    properties: Object.fromEntries(config/* OCCASIONS */.$I.map((occasion) => [occasion, people])),
                },
                webhooks: {
                    type: "array",
                    maxItems: 10,
                    items: {
                        type: "object",
                        additionalProperties: false,
                        required: ["url"],
                        properties: {
                            url: { type: "string", pattern: "^https?://", description: "Where it is sent, signed." },
                            on: { type: "array", items: { enum: [...config/* OCCASIONS */.$I] }, description: "All by default." },
                        },
                    },
                },
            },
        },
        automatic_resumes: { type: "integer", minimum: 0, maximum: 10 },
    },
};

;// CONCATENATED MODULE: ./lib/github/config-file.js





const CONFIG_PATH = ".github/pawl.yml";
/** A configuration is written by hand; what is longer is none. */
const MAX_BYTES = 65_536;
/**
 * The repository's configuration at a commit, by default the default branch's. A file with mistakes is not half believed: with findings,
 * nothing may be started (`Door.configProblems`), because the defaults could allow more than the file meant to.
 */
async function readConfig(host, ref) {
    const file = await host.file(CONFIG_PATH, ref);
    return file === undefined ? { config: config/* DEFAULT_CONFIG */.PV, findings: [] } : parseConfig(file.text);
}
/** Every mistake with its line; `config` is the defaults when there is one. */
function parseConfig(text) {
    const lines = new dist/* LineCounter */.HN();
    if (text.length > MAX_BYTES) {
        return {
            config: config/* DEFAULT_CONFIG */.PV,
            findings: [finding("config.too_large", `the file is longer than ${MAX_BYTES} characters`, lines, 0)],
        };
    }
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, uniqueKeys: true, version: "1.2", schema: "core" });
    const syntax = [...document.errors, ...document.warnings].map((error) => finding("config.syntax", error.message.split("\n")[0] ?? "not YAML", lines, error.pos[0]));
    if (syntax.length > 0)
        return { config: config/* DEFAULT_CONFIG */.PV, findings: syntax };
    if (document.contents === null)
        return { config: config/* DEFAULT_CONFIG */.PV, findings: [] };
    let value;
    try {
        value = document.toJS({ maxAliasCount: 0 });
    }
    catch {
        return {
            config: config/* DEFAULT_CONFIG */.PV,
            findings: [finding("config.syntax", "anchors and aliases are not taken here", lines, 0)],
        };
    }
    if (!check(value)) {
        const findings = (check.errors ?? []).map((error) => schemaFinding(error, document, lines));
        return { config: config/* DEFAULT_CONFIG */.PV, findings };
    }
    return { config: configFrom(value), findings: [] };
}
const check = new ajv.Ajv({ allErrors: true, strict: false, verbose: true }).compile(CONFIG_SCHEMA);
function schemaFinding(error, document, lines) {
    const path = error.instancePath
        .split("/")
        .slice(1)
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    const params = error.params;
    const extra = params.additionalProperty;
    const at = offsetOf(document, extra === undefined ? path : [...path, extra], extra !== undefined);
    const where = path.length === 0 ? "the file" : `\`${path.join(".")}\``;
    if (extra === undefined) {
        const allowed = params.allowedValues === undefined ? "" : `: ${params.allowedValues.map(String).join(", ")}`;
        return finding("config.schema", `${where} ${error.message ?? "is wrong"}${allowed}`, lines, at);
    }
    const parent = error.parentSchema;
    const nearest = (0,diagnostics/* nearestName */.q)(extra, Object.keys(parent?.properties ?? {}));
    return finding("config.unknown", `${where} has no member \`${extra}\``, lines, at, nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`);
}
function offsetOf(document, path, key) {
    const node = key ? document.getIn(path.slice(0, -1), true) : document.getIn(path, true);
    if (key && (0,dist/* isMap */.jh)(node)) {
        const pair = node.items.find((item) => String(item.key) === path.at(-1));
        return rangeStart(pair?.key);
    }
    return rangeStart(node ?? document.contents);
}
function rangeStart(node) {
    if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range))
        return 0;
    const [start] = node.range;
    return typeof start === "number" ? start : 0;
}
function finding(rule, message, lines, offset, hint) {
    const place = lines.linePos(offset);
    return {
        rule,
        severity: "error",
        message,
        file: CONFIG_PATH,
        line: Math.max(1, place.line),
        column: Math.max(1, place.col),
        ...(hint === undefined ? {} : { hint }),
    };
}
function configFrom(written) {
    const base = config/* DEFAULT_CONFIG */.PV;
    const who = { ...base.who, ...rulesFrom(written.who, base.who) };
    return {
        labelPrefix: written.label_prefix ?? base.labelPrefix,
        command: written.command ?? base.command,
        who,
        workflows: Object.fromEntries(Object.entries(written.workflows ?? {}).map(([name, one]) => [name, workflowFrom(one ?? {}, who)])),
        ...budgetFrom(written.budget),
        protectedPaths: written.protected_paths ?? base.protectedPaths,
        limits: { ...base.limits, ...written.limits },
        allowedHosts: written.allowed_hosts ?? base.allowedHosts,
        pullRequest: {
            ...base.pullRequest,
            ...written.pull_request,
            branches: { ...base.pullRequest.branches, ...written.pull_request?.branches },
        },
        dispatchFile: written.dispatch_file ?? base.dispatchFile,
        quota: {
            perActor: written.quota?.per_actor ?? base.quota.perActor,
            perRepository: written.quota?.per_repository ?? base.quota.perRepository,
        },
        automaticResumes: written.automatic_resumes ?? base.automaticResumes,
        notifications: {
            mention: written.notifications?.mention ?? {},
            webhooks: (written.notifications?.webhooks ?? []).map(({ url, on }) => ({ url, on: on ?? config/* OCCASIONS */.$I })),
        },
    };
}
function workflowFrom(written, who) {
    const given = written.triggers ?? {};
    return {
        triggers: {
            label: given.label ?? config/* DEFAULT_TRIGGERS */.Gf.label,
            comment: given.comment ?? config/* DEFAULT_TRIGGERS */.Gf.comment,
            pullRequestLabel: given.pull_request_label ?? config/* DEFAULT_TRIGGERS */.Gf.pullRequestLabel,
            assignment: given.assignment ?? [],
            repositoryDispatch: given.repository_dispatch ?? [],
            schedule: given.schedule ?? [],
        },
        who: rulesFrom(written.who, who),
        inputs: written.inputs ?? {},
        ...budgetFrom(written.budget),
    };
}
/** A rule that names users, teams or apps without a permission adds them to who could already. */
function rulesFrom(written, base) {
    const rules = {};
    for (const [act, rule] of Object.entries(written ?? {})) {
        rules[act] = {
            permission: rule?.permission ?? base[act].permission,
            users: rule?.users ?? [],
            teams: rule?.teams ?? [],
            apps: rule?.apps ?? [],
            codeOwners: rule?.code_owners ?? base[act].codeOwners,
        };
    }
    return rules;
}
function budgetFrom(written) {
    return {
        ...(written?.usd === undefined ? {} : { budgetUsd: written.usd }),
        ...(written?.month_usd === undefined ? {} : { monthlyBudgetUsd: written.month_usd }),
    };
}


/***/ }),

/***/ 4937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ OCCASIONS),
/* harmony export */   Gf: () => (/* binding */ DEFAULT_TRIGGERS),
/* harmony export */   PV: () => (/* binding */ DEFAULT_CONFIG),
/* harmony export */   XJ: () => (/* binding */ triggersOf),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* unused harmony exports runBudget, monthlyBudget */
/** What people and programs can be told of. `parked`: it waits for a person; `budget`: for money. */
const OCCASIONS = ["completed", "failed", "parked", "budget"];
const WRITE = { permission: "write", users: [], teams: [], apps: [], codeOwners: false };
const DEFAULT_TRIGGERS = {
    label: true,
    comment: true,
    pullRequestLabel: true,
    assignment: [],
    repositoryDispatch: [],
    schedule: [],
};
/** What holds where `.github/pawl.yml` says nothing. */
const DEFAULT_CONFIG = {
    labelPrefix: "pawl:",
    command: "/pawl",
    who: {
        read: { ...WRITE, permission: "read" },
        start: WRITE,
        approve: WRITE,
        cancel: WRITE,
        resume: WRITE,
        budget: { ...WRITE, permission: "maintain" },
        configure: { ...WRITE, permission: "admin" },
    },
    workflows: {},
    protectedPaths: [],
    limits: { files: 300, bytes: 5_000_000 },
    allowedHosts: [],
    pullRequest: {
        draft: true,
        labels: [],
        reviewers: [],
        codeowners: true,
        blame: false,
        branches: {
            feature: "pawl/{workflow}/{issue}",
            hotfix: "hotfix/{workflow}-{issue}",
            release: "release/{workflow}-{issue}",
        },
    },
    dispatchFile: "pawl.yml",
    quota: { perActor: 10, perRepository: 50 },
    automaticResumes: 2,
    notifications: { mention: {}, webhooks: [] },
};
/** The triggers of one workflow; a workflow the file doesn't name has the defaults. */
function triggersOf(config, workflow) {
    return workflowConfig(config, workflow)?.triggers ?? DEFAULT_TRIGGERS;
}
/** Who may do `act` with `workflow`. */
function ruleFor(config, act, workflow) {
    const own = workflow === undefined ? undefined : workflowConfig(config, workflow)?.who[act];
    return own ?? config.who[act];
}
/** What one run of `workflow` may cost, in US dollars: the workflow's own limit, or else the repository's. */
function runBudget(config, workflow) {
    return workflowConfig(config, workflow)?.budgetUsd ?? config.budgetUsd;
}
/** What all runs of `workflow` may cost in a calendar month, in US dollars; only its own limit. */
function monthlyBudget(config, workflow) {
    return workflowConfig(config, workflow)?.monthlyBudgetUsd;
}
function workflowConfig(config, workflow) {
    return Object.hasOwn(config.workflows, workflow) ? config.workflows[workflow] : undefined;
}


/***/ }),

/***/ 80985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible),
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/** Control characters and marks that reorder or hide text, made visible, so that a person sees what is there and no terminal obeys it. */
function visible(text) {
    return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
/** The nearest known name within a third of the length in edits (Damerau–Levenshtein), or undefined. */
function nearestName(name, known) {
    let best;
    let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - name.length) >= bestDistance)
            continue;
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost one each. */
function editDistance(a, b) {
    let beforePrevious = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((current[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
            }
            current[j] = best;
        }
        beforePrevious = previous;
        previous = current;
    }
    return previous[b.length] ?? 0;
}


/***/ })

};
