export const id = 6847;
export const ids = [6847,985,5160];
export const modules = {

/***/ 71451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createArchiveUpload)
/* harmony export */ });
/* harmony import */ var _throttle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4023);

/** A runner that vanishes loses at most this much. An upload takes about a second of the runner's time. */
const INTERVAL_MS = 20_000;
/** Keeps a run's archive at GitHub up to date while it runs. A failure is one warning and never fails the run. */
function createArchiveUpload(runId, local, archives, log) {
    let url;
    let warned = false;
    const upload = (0,_throttle_js__WEBPACK_IMPORTED_MODULE_0__/* .throttle */ .n)(INTERVAL_MS, async () => {
        const { exportRun } = await Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(6003)]).then(__webpack_require__.bind(__webpack_require__, 26003));
        const archive = await exportRun({ runId, store: local.store, workspace: await local.workspace(runId) });
        url = (await archives.save(runId, archive)).url ?? url;
    }, (error) => {
        if (warned)
            return;
        warned = true;
        log.warning(error instanceof Error ? error.message : String(error));
    });
    return { ...upload, url: () => url };
}


/***/ }),

/***/ 4023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ throttle)
/* harmony export */ });
/**
 * Runs `work` at most once per `intervalMs`, never twice at once, and never loses the last change. What `work` throws goes to `failed`; it
 * stops nothing.
 */
function throttle(intervalMs, work, failed) {
    let dirty = false;
    let running;
    let timer;
    let lastAt = Number.NEGATIVE_INFINITY;
    const go = () => {
        clearTimeout(timer);
        timer = undefined;
        dirty = false;
        lastAt = performance.now();
        running = work()
            .catch(failed)
            .finally(() => {
            running = undefined;
            if (dirty)
                schedule();
        });
        return running;
    };
    const schedule = () => {
        if (running !== undefined || timer !== undefined)
            return;
        timer = setTimeout(() => void go(), Math.max(0, lastAt + intervalMs - performance.now()));
        timer.unref();
    };
    return {
        changed() {
            dirty = true;
            schedule();
        },
        async finish() {
            clearTimeout(timer);
            timer = undefined;
            await running;
            if (dirty)
                await go();
        },
    };
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


/***/ }),

/***/ 59753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ actionArchives),
  V: () => (/* binding */ createActionEngine)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/wiring/lazy-ports.js
var lazy_ports = __webpack_require__(73203);
// EXTERNAL MODULE: ./lib/wiring/workflows.js
var wiring_workflows = __webpack_require__(55160);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/wiring/models.js

/**
 * The provider of a model name, made when the first agent step asks for it, so that a run without one never loads the SDK.
 *
 * @throws PawlError `model.no_key`, with what to set
 */
function modelProviders(settings, log) {
    let provider;
    return async () => {
        const { apiKey, baseUrl, replay, record } = settings;
        if (replay !== undefined && replay !== "") {
            provider ??= __webpack_require__.e(/* import() */ 4347).then(__webpack_require__.bind(__webpack_require__, 44347)).then(({ replayProvider }) => replayProvider(replay));
            return provider;
        }
        if (apiKey === undefined || apiKey === "") {
            throw new errors/* PawlError */.p({
                code: "model.no_key",
                kind: "permanent",
                message: "This workflow has an agent step, and no key for the model is set.",
                remedy: "Set ANTHROPIC_API_KEY in the environment; in a GitHub workflow, give the action the input anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}.",
            });
        }
        provider ??= Promise.all(/* import() */[__webpack_require__.e(6625), __webpack_require__.e(3610)]).then(__webpack_require__.bind(__webpack_require__, 23610)).then(async ({ createAnthropicProvider }) => {
            const anthropic = createAnthropicProvider({ apiKey, log, ...(baseUrl === undefined ? {} : { baseUrl }) });
            if (record === undefined || record.file === "")
                return anthropic;
            const { recordingProvider } = await __webpack_require__.e(/* import() */ 4347).then(__webpack_require__.bind(__webpack_require__, 44347));
            return recordingProvider(anthropic, record.file, (exchange) => record.redactor.redactJson(exchange));
        });
        return provider;
    };
}

;// CONCATENATED MODULE: ./lib/wiring/parent-environment.js
/** The runner's own machinery and the model's key: neither `env` nor `secrets` ever shows them to a workflow. */
const MACHINERY = /^(INPUT_|STATE_|ACTIONS_|ANTHROPIC_|npm_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$)/;
/** Names that people give to credentials. */
const CREDENTIAL = /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|AUTH|COOKIE|_KEY$|_PAT$|DSN$/i;
/**
 * The variables of this process that a workflow may see as `env` (S2, S3): all but those that carry credentials or belong to the runner's
 * own machinery. Credentials are reached by name through the `secrets` context instead, where the redactor knows them.
 */
function visibleEnvironment(env) {
    return pick(env, (name) => !MACHINERY.test(name) && !CREDENTIAL.test(name));
}
/** Names of the variables that the `secrets` context may give out. */
function secretNames(env) {
    return Object.keys(pick(env, (name) => !MACHINERY.test(name) && CREDENTIAL.test(name)));
}
/** Values that must never be shown, whether or not a workflow may ask for them. */
function secretValues(env) {
    const machinery = /^(ANTHROPIC_API_KEY|ANTHROPIC_AUTH_TOKEN|INPUT_GITHUB_TOKEN|INPUT_ANTHROPIC_API_KEY|ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN)$/;
    return Object.values(pick(env, (name) => machinery.test(name) || (!MACHINERY.test(name) && CREDENTIAL.test(name))));
}
function pick(env, wanted) {
    const found = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && value !== "" && wanted(name))
            found[name] = value;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/wiring/plugins.js
/** The integrations that come with Pawl, by name; each is loaded when a step first asks for it. */
const BUILT_IN = {
    codebase_analyzer: async () => (await Promise.all(/* import() */[__webpack_require__.e(1143), __webpack_require__.e(8815), __webpack_require__.e(207), __webpack_require__.e(2907)]).then(__webpack_require__.bind(__webpack_require__, 62907))).codebaseAnalyzer,
};
/** The integrations a `plugin` step may call. */
function builtInPlugins() {
    return {
        get: async (name) => (Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name]?.() : undefined),
        names: () => Object.keys(BUILT_IN),
    };
}

;// CONCATENATED MODULE: ./lib/wiring/temporary.js


/** Fresh directories below `root`, for steps; only this user may look into them. */
function temporaryDirectories(root) {
    return async (name) => {
        await (0,promises_.mkdir)(root, { recursive: true, mode: 0o700 });
        const made = await (0,promises_.mkdtemp)(external_node_path_.join(root, `${name.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60)}-`));
        return { path: made, remove: () => (0,promises_.rm)(made, { recursive: true, force: true }) };
    };
}

;// CONCATENATED MODULE: ./lib/wiring/version.js
/** The engine's version, in journals and in evidence; a test holds it to package.json. */
const VERSION = "0.1.0";

;// CONCATENATED MODULE: ./lib/wiring/local.js











/**
 * The engine on the embedded adapters: SQLite journal, git workspace, local cache and artifacts, processes of this machine. Each adapter is
 * loaded when this is called, the model's SDK only when an agent step runs.
 *
 * @throws PawlError `store.io`, `store.newer_version`, `store.corrupt` when the journal can't be opened
 */
async function createLocalEngine(options) {
    const { stateDirectory, env, log } = options;
    await (0,promises_.mkdir)(stateDirectory, { recursive: true });
    const temporaryRoot = external_node_path_.join(stateDirectory, "tmp");
    const workspace = workspaces(options);
    // First of all, so that git is at work while the rest is read and compiled, which keeps this thread busy.
    if (options.soon !== undefined)
        await Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(4006), __webpack_require__.e(2054)]).then(__webpack_require__.bind(__webpack_require__, 32054));
    const [{ createEngine }, { openSqliteRunStore }, { systemClock }, { createSandbox }, { createRedactor }, secretsModule, steps,] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(6140), __webpack_require__.e(5019), __webpack_require__.e(4216), __webpack_require__.e(4882)]).then(__webpack_require__.bind(__webpack_require__, 44882)),
        __webpack_require__.e(/* import() */ 1280).then(__webpack_require__.bind(__webpack_require__, 31280)),
        __webpack_require__.e(/* import() */ 3152).then(__webpack_require__.bind(__webpack_require__, 53152)),
        __webpack_require__.e(/* import() */ 6329).then(__webpack_require__.bind(__webpack_require__, 16329)),
        __webpack_require__.e(/* import() */ 7964).then(__webpack_require__.bind(__webpack_require__, 37964)),
        __webpack_require__.e(/* import() */ 8823).then(__webpack_require__.bind(__webpack_require__, 18823)),
        stepImplementations(options.steps),
    ]);
    const { createWorkflowDirectories } = await __webpack_require__.e(/* import() */ 473).then(__webpack_require__.bind(__webpack_require__, 10473));
    const clock = systemClock();
    const cache = await (options.cache ?? localCache)({ clock });
    const artifacts = await (options.artifacts ?? localArtifacts)({ clock });
    const store = await openSqliteRunStore({ file: external_node_path_.join(stateDirectory, "runs.db"), clock });
    const redactor = createRedactor(secretValues(env));
    const files = createWorkflowDirectories({
        root: options.workspace,
        ...(options.base === undefined ? {} : { base: options.base }),
        ...(options.library === undefined ? {} : { library: options.library }),
    });
    const workflows = (0,wiring_workflows.createWorkflows)(files, steps, options.unknownType);
    const engine = createEngine({
        store,
        clock,
        log,
        steps,
        sandbox: createSandbox({
            log,
            temporaryRoot,
            withoutWalls: withoutWalls(env),
            ...(env["PAWL_SANDBOX_IMAGE"] === undefined ? {} : { image: env["PAWL_SANDBOX_IMAGE"] }),
        }),
        cache,
        artifacts,
        secrets: secretsModule.environmentSecrets(env, secretNames(env)),
        redactor,
        files,
        effects: options.effects?.({ clock, redactor }),
        models: modelProviders({
            apiKey: env["ANTHROPIC_API_KEY"],
            baseUrl: env["ANTHROPIC_BASE_URL"],
            replay: env["PAWL_MODEL_REPLAY"],
            ...(env["PAWL_MODEL_RECORD"] === undefined ? {} : { record: { file: env["PAWL_MODEL_RECORD"], redactor } }),
        }, log),
        toolServers: async () => (await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(3301), __webpack_require__.e(9575)]).then(__webpack_require__.bind(__webpack_require__, 79575))).createMcpToolServers(),
        plugins: builtInPlugins(),
        workspace,
        temporaryDirectory: temporaryDirectories(temporaryRoot),
        loadWorkflow: (reference, from) => workflows.load(reference, from),
    }, engineOptions(options));
    const close = async () => {
        await engine.shutdown("the process ends");
        await store.close();
    };
    return {
        engine,
        store,
        clock,
        cache,
        artifacts,
        redactor,
        files,
        workflows,
        stepTypes: steps,
        workspace,
        close,
        [Symbol.asyncDispose]: close,
    };
    async function localCache(parts) {
        const { createLocalStepCache } = await __webpack_require__.e(/* import() */ 1575).then(__webpack_require__.bind(__webpack_require__, 31575));
        return createLocalStepCache({
            directory: external_node_path_.join(stateDirectory, "cache"),
            clock: parts.clock,
            log,
            ...(options.cacheMaxBytes === undefined ? {} : { maxBytes: options.cacheMaxBytes }),
        });
    }
    async function localArtifacts(parts) {
        const { createLocalArtifactStore } = await __webpack_require__.e(/* import() */ 9040).then(__webpack_require__.bind(__webpack_require__, 99040));
        return createLocalArtifactStore({ directory: external_node_path_.join(stateDirectory, "artifacts"), clock: parts.clock });
    }
}
/** What may run where no wall can be had: nothing beside a job's tokens, unless the operator accepts it. */
function withoutWalls(env) {
    if (env["PAWL_UNCONFINED"] === "allow")
        return "all";
    return env["GITHUB_ACTIONS"] === "true" ? "nothing" : "commands";
}
/** Opens the workspace of each run once. */
function workspaces({ workspace: root, stateDirectory, soon, }) {
    const opened = new Map();
    const open = async (runId) => {
        const { openGitWorkspace } = await Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(4006), __webpack_require__.e(2054)]).then(__webpack_require__.bind(__webpack_require__, 32054));
        return openGitWorkspace({ root, stateDirectory, runId });
    };
    if (soon !== undefined)
        opened.set(soon, snapshottedEarly(open(soon)));
    return (runId) => {
        const known = opened.get(runId) ?? open(runId);
        opened.set(runId, known);
        return known;
    };
}
/**
 * A workspace whose first snapshot is under way already. It is given out once, to whoever asks first, and not any more after anything else
 * was done with the workspace: a new run asks for it before it does anything.
 */
async function snapshottedEarly(opening) {
    const workspace = await opening;
    let early = workspace.snapshot();
    // Whoever is given it hears of a failure.
    early.catch(() => undefined);
    return new Proxy(workspace, {
        get(target, name, receiver) {
            const found = early;
            if (name !== "root" && name !== "baseCommit" && name !== "then")
                early = undefined;
            if (name === "snapshot" && found !== undefined)
                return () => found;
            return Reflect.get(target, name, receiver);
        },
    });
}
/**
 * The built-in step types and a caller's own, by name.
 *
 * @throws PawlError `steps.name_taken` when a caller's own has the name of a built-in one
 */
async function stepImplementations(own = new Map()) {
    const { builtInSteps } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(6140), __webpack_require__.e(5019), __webpack_require__.e(8580)]).then(__webpack_require__.bind(__webpack_require__, 58580));
    const taken = [...own.keys()].find((type) => builtInSteps.has(type));
    if (taken !== undefined) {
        throw new errors/* PawlError */.p({
            code: "steps.name_taken",
            kind: "invalid",
            message: `There is a built-in step type "${taken}" already.`,
            remedy: "Give your own type another name.",
        });
    }
    return own.size === 0 ? builtInSteps : new Map([...own, ...builtInSteps]);
}
/** Whether a process of this machine still runs; one that belongs to somebody else does. */
function isAlive(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error instanceof Error && "code" in error && error.code === "EPERM";
    }
}
function engineOptions(options) {
    return {
        worker: `${(0,external_node_os_.hostname)()}:${process.pid}:${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`,
        host: (0,external_node_os_.hostname)(),
        pid: process.pid,
        isAlive,
        engineVersion: VERSION,
        trustTier: options.trustTier ?? "local",
        env: visibleEnvironment(options.env),
        ...(options.middleware === undefined ? {} : { middleware: options.middleware }),
        ...(options.maxConcurrentRuns === undefined ? {} : { maxConcurrentRuns: options.maxConcurrentRuns }),
        ...(options.monthlyBudgets === undefined ? {} : { monthlyBudgets: options.monthlyBudgets }),
    };
}

;// CONCATENATED MODULE: ./lib/wiring/action.js




/**
 * The engine as a GitHub Actions job has it: journal in the job's temporary directory, cache and artifacts at GitHub's services. Their
 * clients are megabytes of code and are loaded by the first step that needs them.
 */
async function createActionEngine(options) {
    const { stateDirectory, env, log, effects: load } = options;
    const hasServices = (env["ACTIONS_RESULTS_URL"] ?? "") !== "" && (env["ACTIONS_RUNTIME_TOKEN"] ?? "") !== "";
    return createLocalEngine({
        workspace: options.workspace,
        stateDirectory,
        env,
        library: options.library,
        log,
        ...(options.soon === undefined ? {} : { soon: options.soon }),
        trustTier: options.trustTier,
        unknownType: wiring_workflows.NO_OWN_TYPES,
        ...(load === undefined ? {} : { effects: (parts) => (0,lazy_ports/* lazyEffects */.Pm)(() => load(parts)) }),
        ...(hasServices
            ? {
                cache: async ({ clock }) => (0,lazy_ports/* lazyStepCache */.X5)(async () => {
                    const { createActionsStepCache } = await Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 90413));
                    return createActionsStepCache({ log, env, clock });
                }),
                artifacts: async ({ clock }) => (0,lazy_ports/* lazyArtifactStore */.EW)(async () => {
                    const { createActionsArtifactStore } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6118), __webpack_require__.e(1143), __webpack_require__.e(3838), __webpack_require__.e(5071), __webpack_require__.e(9954), __webpack_require__.e(1351), __webpack_require__.e(2124), __webpack_require__.e(3444)]).then(__webpack_require__.bind(__webpack_require__, 83444));
                    const { owner, repository, apiUrl, token, runUrl } = options;
                    return createActionsArtifactStore({
                        directory: external_node_path_.join(stateDirectory, "artifacts"),
                        clock,
                        log,
                        runUrl,
                        ...(token === undefined ? {} : { remote: { owner, repository, apiUrl, token } }),
                    });
                }),
            }
            : {}),
    });
}
/** Where this job keeps run archives; undefined where the runner offers no artifact service. */
function actionArchives(options) {
    const { env } = options;
    if ((env["ACTIONS_RESULTS_URL"] ?? "") === "" || (env["ACTIONS_RUNTIME_TOKEN"] ?? "") === "")
        return undefined;
    return (0,lazy_ports/* lazyRunArchives */.X6)(async () => {
        const { createActionsArchives } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6118), __webpack_require__.e(1143), __webpack_require__.e(3838), __webpack_require__.e(5071), __webpack_require__.e(9954), __webpack_require__.e(1351), __webpack_require__.e(2124), __webpack_require__.e(6425)]).then(__webpack_require__.bind(__webpack_require__, 76425));
        const { owner, repository, workflowRunId, apiUrl, serverUrl, token, stateDirectory } = options;
        return createActionsArchives({
            owner,
            repository,
            workflowRunId,
            apiUrl,
            serverUrl,
            token,
            temporaryRoot: external_node_path_.join(stateDirectory, "tmp"),
        });
    });
}


/***/ }),

/***/ 55160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NO_OWN_TYPES: () => (/* binding */ NO_OWN_TYPES),
/* harmony export */   createWorkflows: () => (/* binding */ createWorkflows)
/* harmony export */ });
/* harmony import */ var _kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80985);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93314);


/** For the doors that read anybody's checkout: what it names as code is not run. */
const NO_OWN_TYPES = "types of your own are loaded on the command line and by the library, not on GitHub";
/** Workflows from these files, checked against these step types; `unknownType` tells the author of a workflow why there are no others. */
function createWorkflows(files, stepTypes, unknownType) {
    const check = async (reference, from) => {
        const found = await files.load(reference, from);
        if (found === undefined)
            throw await unknownWorkflow(files, reference);
        const { validateWorkflow } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(6140), __webpack_require__.e(8815), __webpack_require__.e(5019), __webpack_require__.e(9157), __webpack_require__.e(4216), __webpack_require__.e(7073)]).then(__webpack_require__.bind(__webpack_require__, 57073));
        const validation = await validateWorkflow(found.text, {
            file: found.file,
            stepTypes,
            load: (nested, nestedFrom) => files.load(nested, nestedFrom),
            names: () => files.names(),
            ...(unknownType === undefined ? {} : { unknownType }),
        });
        return { ...found, validation };
    };
    return {
        check,
        async load(reference, from) {
            const { file, validation } = await check(reference, from);
            if (validation.ok && validation.workflow !== undefined)
                return validation.workflow;
            throw invalidWorkflow(file, validation.findings);
        },
    };
}
async function unknownWorkflow(files, reference) {
    const names = await files.names();
    const nearest = (0,_kernel_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(reference, names);
    const known = names.length === 0 ? "There are none yet: write one in .github/pawl/." : `There are: ${names.join(", ")}.`;
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: "workflow.unknown",
        kind: "invalid",
        message: `There is no workflow "${reference}": no such file, and neither .github/pawl/ nor the library has that name.`,
        remedy: nearest === undefined ? known : `Did you mean "${nearest}"? ${known}`,
    });
}
function invalidWorkflow(file, findings) {
    const errors = findings.filter(({ severity }) => severity === "error");
    const first = errors[0];
    const place = first === undefined ? file : `${first.file}:${first.line}:${first.column}: ${first.message}`;
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PawlError */ .p({
        code: "workflow.invalid",
        kind: "invalid",
        message: `The workflow ${file} has ${errors.length} ${errors.length === 1 ? "mistake" : "mistakes"}. ${place}`,
        remedy: `Run: pawl validate ${file}`,
        details: { findings: findings.map((finding) => ({ ...finding })) },
    });
}


/***/ })

};
