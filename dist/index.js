import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 71553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 42088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ githubSide),
/* harmony export */   a: () => (/* binding */ jobOnGitHub)
/* harmony export */ });
/* harmony import */ var _kernel_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56129);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93314);
/* harmony import */ var _wiring_lazy_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73203);



/** The account that a job's own token acts as (https://api.github.com/users/github-actions%5Bbot%5D, https://api.github.com/apps/github-actions). */
const JOB_IDENTITY = { login: "github-actions[bot]", accountId: 41_898_282, appId: 15_368 };
/** Nothing is asked of GitHub before something needs it. */
function jobOnGitHub(job, log) {
    const { apiUrl, owner, repository: repo, inputs } = job;
    const host = (0,_wiring_lazy_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .once */ .Oo)(async () => {
        const { createRepositoryHost } = await Promise.all(/* import() */[__nccwpck_require__.e(5071), __nccwpck_require__.e(5894)]).then(__nccwpck_require__.bind(__nccwpck_require__, 55894));
        return createRepositoryHost({ token: inputs.githubToken ?? "", apiUrl, owner, repo, log });
    });
    const configuration = (0,_wiring_lazy_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .once */ .Oo)(async () => {
        const { readConfig } = await Promise.all(/* import() */[__nccwpck_require__.e(2463), __nccwpck_require__.e(8815), __nccwpck_require__.e(6849)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96849));
        return readConfig(await host());
    });
    const key = (0,_kernel_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(`pawl markers\n${owner}/${repo}\n${inputs.anthropicApiKey ?? ""}`);
    return { job, log, self: JOB_IDENTITY, key, host, configuration };
}
/** The run's side on GitHub: its effects, what expressions see of the issue, and who is told how it stands. */
function githubSide(github, runner) {
    const { job, log, self, key } = github;
    const { owner, repository, inputs, workflowRun } = job;
    return {
        effects: inputs.githubToken === undefined
            ? undefined
            : async ({ clock, redactor }, asked) => {
                const [{ createEffects }, { authorityCheck, pinnedFrom }] = await Promise.all([
                    Promise.all(/* import() */[__nccwpck_require__.e(4006), __nccwpck_require__.e(4380), __nccwpck_require__.e(2877)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72877)),
                    Promise.all(/* import() */[__nccwpck_require__.e(2856), __nccwpck_require__.e(4380), __nccwpck_require__.e(282)]).then(__nccwpck_require__.bind(__nccwpck_require__, 10282)),
                ]);
                const [host, { config }] = await Promise.all([github.host(), github.configuration()]);
                return createEffects({
                    host,
                    config,
                    self,
                    key,
                    redactor,
                    clock,
                    log,
                    runUrl: workflowRun.url,
                    webHost: new URL(job.serverUrl).host,
                    recheck: authorityCheck({ host, config, self }, {
                        workflow: asked.workflow ?? "",
                        pinned: pinnedFrom(asked.trigger),
                        ...approverOf(asked.trigger),
                        ...(asked.issue === undefined ? {} : { issue: asked.issue }),
                    }),
                });
            },
        contexts: (asked) => contexts(job, asked, () => github.host()),
        async endedWell() {
            if (inputs.githubToken === undefined)
                return true;
            const before = await (await github.host()).workflowRun(workflowRun.id, workflowRun.attempt - 1);
            return before === undefined || before.conclusion === "success";
        },
        async reports({ handle, asked, clock, redactor }) {
            const { appUrl } = inputs;
            if (appUrl !== undefined) {
                const { createAppLink } = await __nccwpck_require__.e(/* import() */ 6857).then(__nccwpck_require__.bind(__nccwpck_require__, 36857));
                let stopped = false;
                return createAppLink({
                    appUrl,
                    runId: handle.id,
                    job,
                    log,
                    identityToken: (audience) => runner.identityToken(audience),
                    view: () => handle.status(),
                    stop: (reason) => {
                        if (stopped)
                            return;
                        stopped = true;
                        log.info(`The run is stopped: ${reason}.`);
                        void handle.cancel(reason, "app").catch((thrown) => log.warning(String(thrown)));
                    },
                });
            }
            if (inputs.githubToken === undefined)
                return { event: () => undefined, finish: () => Promise.resolve() };
            const reporter = (0,_wiring_lazy_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .once */ .Oo)(async () => {
                const { createReporter } = await Promise.all(/* import() */[__nccwpck_require__.e(4380), __nccwpck_require__.e(8480)]).then(__nccwpck_require__.bind(__nccwpck_require__, 98480));
                const [host, { config }] = await Promise.all([github.host(), github.configuration()]);
                return createReporter({
                    host,
                    runId: handle.id,
                    self,
                    key,
                    clock,
                    log,
                    redactor,
                    ...(asked.issue === undefined ? {} : { issue: asked.issue }),
                    ...(job.sha === "" ? {} : { headSha: job.sha }),
                    about: { command: config.command, actor: asked.actor, runUrl: workflowRun.url },
                });
            });
            return {
                event: () => void reporter()
                    .then((ready) => ready.update(handle.status()))
                    // Said once, by `finish`.
                    .catch(() => undefined),
                finish: async (view, facts) => {
                    try {
                        const { again } = await __nccwpck_require__.e(/* import() */ 6210).then(__nccwpck_require__.bind(__nccwpck_require__, 56210));
                        const ready = await reporter();
                        await again(clock, () => ready.finish(view, facts));
                    }
                    catch (thrown) {
                        const reason = thrown instanceof Error ? thrown.message : String(thrown);
                        log.warning(`The status of ${handle.id} on ${owner}/${repository} is not up to date: ${reason}`);
                    }
                },
            };
        },
    };
}
/** Who approved the run, as the app says it. */
function approverOf(trigger) {
    const { by: login, by_id: id, approved } = objectOf(trigger["approval"]);
    return approved === true && typeof login === "string" && typeof id === "number" ? { approver: { login, id } } : {};
}
async function contexts(job, asked, host) {
    const { owner, repository: name, serverUrl, sha } = job;
    const described = objectOf(job.payload()["repository"]);
    const issue = await issueContext(asked, host);
    return {
        repo: {
            owner,
            name,
            full_name: `${owner}/${name}`,
            default_branch: described["default_branch"] ?? "",
            head_sha: sha,
            url: `${serverUrl}/${owner}/${name}`,
        },
        ...(issue === undefined ? {} : { issue }),
    };
}
/** The issue as it was when the run was asked for, where the trigger holds its words; later edits don't reach the run (G3). */
async function issueContext(asked, host) {
    const pinned = asked.trigger["issue"];
    if (typeof pinned === "object" && pinned !== null)
        return pinned;
    if (asked.issue === undefined)
        return undefined;
    const [{ pinnedFrom, unedited }, issue] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2856), __nccwpck_require__.e(4380), __nccwpck_require__.e(282)]).then(__nccwpck_require__.bind(__nccwpck_require__, 10282)),
        host().then((ready) => ready.issue(asked.issue ?? 0)),
    ]);
    if (issue === undefined)
        return undefined;
    const words = pinnedFrom(asked.trigger);
    if (words !== undefined && words.comment_id === 0 && words.title === "" && !unedited(issue, words))
        throw edited(issue.number);
    const fromIssueEvent = words !== undefined && words.comment_id === 0 && words.title !== "";
    const { number, author, labels, url } = issue;
    return {
        number,
        title: fromIssueEvent ? words.title : issue.title,
        body: fromIssueEvent ? words.body : issue.body,
        author: author.login,
        labels,
        url,
    };
}
/** The words were too long to come with the request, and are not the same any more: what was asked for can't be known. */
function edited(issue) {
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PawlError */ .p({
        code: "trigger.edited",
        kind: "policy",
        message: `Issue #${issue} was edited after the run was asked for.`,
        remedy: "Read what it says now, and ask again: set the label, or write the comment once more.",
    });
}
function objectOf(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}


/***/ }),

/***/ 62292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readJob)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(93314);
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(35183);




/** @throws PawlError `action.bad_input`, naming the input and what it takes; `action.no_runner` outside a job */
function readJob(env) {
    const [owner = "", repository = ""] = required(env, "GITHUB_REPOSITORY").split("/");
    const serverUrl = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    const runId = required(env, "GITHUB_RUN_ID");
    const root = required(env, "GITHUB_WORKSPACE");
    let payload;
    return {
        inputs: readInputs(env),
        owner,
        repository,
        serverUrl,
        apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
        eventName: env["GITHUB_EVENT_NAME"] ?? "",
        actor: env["GITHUB_ACTOR"] ?? "",
        sha: env["GITHUB_SHA"] ?? "",
        workflowRun: {
            id: Number(runId),
            attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
            url: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`,
        },
        place: `${owner}/${repository}/${runId}/${env["GITHUB_JOB"] ?? ""}/${env["GITHUB_ACTION"] ?? ""}`,
        workspace: node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, input(env, "working_directory") ?? "."),
        state: node_path__WEBPACK_IMPORTED_MODULE_1__.join(required(env, "RUNNER_TEMP"), "pawl"),
        payload: () => (payload ??= readPayload(env["GITHUB_EVENT_PATH"])),
    };
}
function readInputs(env) {
    const budget = input(env, "budget_usd");
    const issue = input(env, "issue");
    if (budget !== undefined && !/^\d+(\.\d+)?$/.test(budget))
        throw badInput("budget_usd", "an amount of dollars, such as 2.50", budget);
    if (issue !== undefined && !/^\d+$/.test(issue))
        throw badInput("issue", "a number", issue);
    const resume = input(env, "resume") ?? "false";
    if (!/^(true|false)$/i.test(resume))
        throw badInput("resume", "true or false", resume);
    const runId = input(env, "run_id");
    if (runId !== undefined && !/^[A-Za-z0-9_-]{1,80}$/.test(runId))
        throw badInput("run_id", "a run's id", runId);
    return {
        workflow: input(env, "workflow"),
        inputs: jsonInput(env, "inputs"),
        githubToken: input(env, "github_token"),
        anthropicApiKey: input(env, "anthropic_api_key") ?? env["ANTHROPIC_API_KEY"],
        model: input(env, "model"),
        budgetUsd: budget === undefined ? undefined : Number(budget),
        runId,
        resume: resume.toLowerCase() === "true",
        issue: issue === undefined ? undefined : Number(issue),
        trigger: jsonInput(env, "trigger"),
        appUrl: input(env, "app_url"),
    };
}
/** Inputs reach an action as `INPUT_<NAME>` (docs.github.com, "Metadata syntax"); an empty one counts as absent. */
function input(env, name) {
    const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
    return value === "" ? undefined : value;
}
function jsonInput(env, name) {
    const text = input(env, name);
    if (text === undefined)
        return {};
    try {
        const value = JSON.parse(text);
        if ((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .O)(value))
            return value;
    }
    catch (error) {
        throw badInput(name, `one JSON object (${error instanceof Error ? error.message : String(error)})`, text);
    }
    throw badInput(name, "one JSON object", text);
}
function badInput(name, expected, found) {
    const shown = found.length > 80 ? `${found.slice(0, 80)}…` : found;
    return new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PawlError */ .p({
        code: "action.bad_input",
        kind: "invalid",
        message: `The action's input "${name}" must be ${expected}; it is: ${shown}`,
        remedy: `Correct "${name}" below "with:" of the step that uses Pawl.`,
    });
}
function required(env, name) {
    const value = env[name];
    if (value !== undefined && value !== "")
        return value;
    throw new _kernel_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PawlError */ .p({
        code: "action.no_runner",
        kind: "invalid",
        message: `${name} is not set: this program runs as a step of a GitHub Actions job.`,
        remedy: "At a terminal, use the pawl command instead.",
    });
}
function readPayload(file) {
    if (file === undefined)
        return {};
    const value = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8"));
    return (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .O)(value) ? value : {};
}


/***/ }),

/***/ 58042:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93314);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(42088);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(62292);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(32089);





/**
 * The action's entry, for `main` and `post` alike: one bundle, so that the code is there once. It reads the job and what was asked, and
 * loads the rest only then: a job whose event asks for nothing ends in milliseconds.
 */
const runner = (0,_runner_js__WEBPACK_IMPORTED_MODULE_4__/* .createRunner */ .j)();
const log = (0,_runner_js__WEBPACK_IMPORTED_MODULE_4__/* .runnerLog */ .t)(runner, process.env["RUNNER_DEBUG"] === "1");
const isPost = node_path__WEBPACK_IMPORTED_MODULE_0__.basename(process.argv[1] ?? "") === "post.js";
const code = await (isPost ? finish() : perform().catch(refuse));
// Outputs that got lost would let the steps after this one take a run for another: the job is red.
const isTold = await runner.flush();
// Connections kept alive for reuse must not hold the job.
process.stdout.write("", () => process.exit(isTold || isPost ? code : 1));
/** A failure here is a warning: the run's own result stands. */
async function finish() {
    try {
        const { finishJob } = await __nccwpck_require__.e(/* import() */ 2505).then(__nccwpck_require__.bind(__nccwpck_require__, 12505));
        await finishJob(process.env, log);
    }
    catch (thrown) {
        log.warning(thrown instanceof Error ? thrown.message : String(thrown));
    }
    return 0;
}
async function perform() {
    const job = (0,_job_js__WEBPACK_IMPORTED_MODULE_3__/* .readJob */ .c)(process.env);
    for (const secret of [job.inputs.githubToken, job.inputs.anthropicApiKey]) {
        if (secret !== undefined)
            runner.mask(secret);
    }
    // The library lies beside `dist/`, from where this bundle runs.
    const library = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(process.argv[1] ?? ""), "../workflows-lib");
    const github = (0,_github_js__WEBPACK_IMPORTED_MODULE_2__/* .jobOnGitHub */ .a)(job, log);
    const asked = askedByInputs(job) ?? (await readEvent(github, library));
    if (asked === undefined) {
        runner.output("conclusion", "skipped");
        return 0;
    }
    const { performRun } = await Promise.all(/* import() */[__nccwpck_require__.e(6847), __nccwpck_require__.e(5002)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15002));
    const view = await performRun({ job, runner, env: process.env, log, library, github: (0,_github_js__WEBPACK_IMPORTED_MODULE_2__/* .githubSide */ .X)(github, runner) }, asked);
    return exitOf(view);
}
/** What the job's own inputs ask for: undefined when they name neither a workflow nor a run to carry on. */
function askedByInputs(job) {
    const { inputs } = job;
    if (inputs.workflow === undefined && !inputs.resume)
        return undefined;
    return {
        workflow: inputs.workflow,
        inputs: inputs.inputs,
        inputsAreText: false,
        actor: text(inputs.trigger["actor"]) ?? job.actor,
        issue: inputs.issue,
        trigger: { event: job.eventName, ...inputs.trigger },
        runId: inputs.runId,
        resume: inputs.resume,
        trustTier: "trusted",
    };
}
async function readEvent(github, library) {
    const [{ askedByEvent }, { createWorkflowDirectories }, { builtInSteps }, { createWorkflows, NO_OWN_TYPES }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2856), __nccwpck_require__.e(4380), __nccwpck_require__.e(8825)]).then(__nccwpck_require__.bind(__nccwpck_require__, 48825)),
        __nccwpck_require__.e(/* import() */ 473).then(__nccwpck_require__.bind(__nccwpck_require__, 10473)),
        Promise.all(/* import() */[__nccwpck_require__.e(2856), __nccwpck_require__.e(6140), __nccwpck_require__.e(5019), __nccwpck_require__.e(8580), __nccwpck_require__.e(985)]).then(__nccwpck_require__.bind(__nccwpck_require__, 58580)),
        __nccwpck_require__.e(/* import() */ 5160).then(__nccwpck_require__.bind(__nccwpck_require__, 55160)),
    ]);
    const files = createWorkflowDirectories({ root: github.job.workspace, library });
    return askedByEvent({
        github,
        runner,
        workflows: createWorkflows(files, builtInSteps, NO_OWN_TYPES),
        names: () => files.names(),
    });
}
/** A parked run waits for somebody and did nothing wrong: the job is green. */
function exitOf(view) {
    return view.status === "completed" || view.status === "parked" ? 0 : 1;
}
/** Nothing was run: said in the log, and to the app, which would otherwise wait for the run to begin. */
async function refuse(thrown) {
    const error = (0,_kernel_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toPawlError */ .e)(thrown);
    const remedy = error.remedy === undefined ? "" : `\n${error.remedy}`;
    runner.output("conclusion", error.kind === "cancelled" ? "cancelled" : "failed");
    runner.annotate("error", `${error.message}${remedy}`, { title: `Pawl: ${error.code}` });
    if (process.env["RUNNER_DEBUG"] === "1" && thrown instanceof Error)
        runner.line(thrown.stack ?? "");
    const { reportRefusal } = await __nccwpck_require__.e(/* import() */ 9399).then(__nccwpck_require__.bind(__nccwpck_require__, 79399));
    await reportRefusal(process.env, error, runner, log);
    return 1;
}
function text(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 32089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ createRunner),
  t: () => (/* binding */ runnerLog)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(58500);
;// CONCATENATED MODULE: ./lib/kernel/log-line.js
const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);
/** Terminal control sequences (ECMA-48): CSI, OSC up to BEL or ST, and two-character escapes. */
const TERMINAL_SEQUENCE = new RegExp([
    `(?:${ESCAPE}\\[|\\u009b)[0-?]*[ -/]*[@-~]`,
    `${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?`,
    `${ESCAPE}[@-Z\\\\-_]`,
].join("|"), "g");
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const BREAK = "\u200b";
/**
 * Text that a step or a model printed, made harmless for the log of a GitHub Actions runner: terminal sequences are taken out, a carriage
 * return is a line end, and nothing in it is a workflow command any more. The runner obeys `::command::` at the start of a line, white space
 * before it included, and `##[command]` anywhere in one (actions/runner, `ActionCommand.cs`); a zero-width space breaks either.
 */
function neutraliseLogLine(text) {
    return text
        .replaceAll(TERMINAL_SEQUENCE, "")
        .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
        .replaceAll(INVISIBLE, "")
        .replaceAll(CONTROL, "")
        .replaceAll(/^(\s*):(?=:)/gm, `$1:${BREAK}`)
        .replaceAll("##[", `#${BREAK}#[`);
}

;// CONCATENATED MODULE: ./lib/entry/action/runner.js


/** How long the first command is held back, in milliseconds. */
const HELD_BACK_MS = 100;
/**
 * The runner as `@actions/core` speaks to it. The package brings an HTTP client, a megabyte of code: it is loaded for the first command, and
 * that waits a moment, so that the first step's own program is started before it.
 */
function createRunner(write = (text) => void process.stdout.write(text)) {
    let commands;
    let last = Promise.resolve();
    let isTaken = true;
    const masks = [];
    const flushing = Promise.withResolvers();
    let held;
    const moment = () => (held ??= Promise.race([flushing.promise, (0,promises_.setTimeout)(HELD_BACK_MS, undefined, { ref: false })]));
    const load = () => (commands ??= Promise.all(/* import() */[__nccwpck_require__.e(4119), __nccwpck_require__.e(3838), __nccwpck_require__.e(6513)]).then(__nccwpck_require__.bind(__nccwpck_require__, 56513)).then((core) => {
        for (const value of masks)
            core.setSecret(value);
        return core;
    }));
    const then = (act) => {
        last = last
            .then(moment)
            .then(async () => act(await load()))
            .catch((thrown) => {
            isTaken = false;
            write(`${neutraliseLogLine(`The runner did not take what this step says: ${String(thrown)}`)}\n`);
        });
    };
    return {
        output: (name, value) => then((core) => core.setOutput(name, value)),
        saveState: (name, value) => then((core) => core.saveState(name, value)),
        summary: (markdown) => then((core) => core.summary.addRaw(markdown, true).write()),
        mask(value) {
            // GitHub masks what comes from `secrets` by itself: nothing is loaded for that, it is only done before anything else is said.
            masks.push(...value.split("\n").filter((line) => line.trim() !== ""));
        },
        annotate(level, message, place = {}) {
            const { title, file, line } = place;
            then((core) => core[level](neutraliseLogLine(message), {
                ...(title === undefined ? {} : { title }),
                ...(file === undefined ? {} : { file }),
                ...(line === undefined ? {} : { startLine: line }),
            }));
        },
        line: (text) => write(`${neutraliseLogLine(text)}\n`),
        identityToken: async (audience) => (await load()).getIDToken(audience),
        flush: async () => {
            flushing.resolve();
            await last;
            return isTaken;
        },
    };
}
/** A log that adapters write to: warnings and errors become annotations. */
function runnerLog(runner, debug) {
    return {
        info: (message) => runner.line(message),
        warning: (message) => runner.annotate("warning", message, { title: "Pawl" }),
        error: (message) => runner.annotate("error", message, { title: "Pawl" }),
        debug: (message) => {
            if (debug)
                runner.line(`debug: ${message}`);
        },
    };
}


/***/ }),

/***/ 56129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256),
/* harmony export */   t: () => (/* binding */ digestJson)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(35183);


function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha256", data, "hex");
}
/** The digest of a JSON value's canonical form (RFC 8785), so that key order never matters. */
function digestJson(value) {
    return sha256((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value));
}


/***/ }),

/***/ 93314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ toPawlError),
/* harmony export */   p: () => (/* binding */ PawlError)
/* harmony export */ });
/** The one error type that crosses Pawl's own borders. Programming mistakes throw bare errors instead. */
class PawlError extends Error {
    name = "PawlError";
    code;
    kind;
    remedy;
    retryAfterMs;
    details;
    constructor(error) {
        super(error.message, error.cause === undefined ? undefined : { cause: error.cause });
        this.code = error.code;
        this.kind = error.kind;
        this.remedy = error.remedy;
        this.retryAfterMs = error.retryAfterMs;
        this.details = error.details ?? {};
    }
    toJSON() {
        return {
            code: this.code,
            kind: this.kind,
            message: this.message,
            ...(this.remedy === undefined ? {} : { remedy: this.remedy }),
            ...(this.retryAfterMs === undefined ? {} : { retry_after_ms: this.retryAfterMs }),
            ...(Object.keys(this.details).length === 0 ? {} : { details: this.details }),
        };
    }
}
/** Gives any thrown value a place in the family; what is not ours is a permanent `internal` error that keeps its cause. */
function toPawlError(thrown, code = "internal") {
    if (thrown instanceof PawlError)
        return thrown;
    if (thrown instanceof Error && thrown.name === "AbortError") {
        return new PawlError({ code: "cancelled", kind: "cancelled", message: thrown.message, cause: thrown });
    }
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new PawlError({ code, kind: "permanent", message, cause: thrown });
}


/***/ }),

/***/ 35183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isJsonObject),
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
function isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/**
 * The canonical form of a JSON value (RFC 8785): object keys sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript prints them. Equal values give equal text.
 *
 * Throws a `TypeError` on what JSON can't carry (undefined array items, functions, NaN, lone surrogates).
 */
function canonicalJson(value) {
    switch (typeof value) {
        case "string":
            if (!value.isWellFormed())
                throw new TypeError("a string with a lone surrogate has no canonical JSON form");
            return JSON.stringify(value);
        case "number":
            if (!Number.isFinite(value))
                throw new TypeError(`${value} has no JSON form`);
            return JSON.stringify(value);
        case "boolean":
            return value ? "true" : "false";
        case "object":
            if (value === null)
                return "null";
            if (Array.isArray(value))
                return `[${value.map(canonicalJson).join(",")}]`;
            return canonicalObject(value);
        default:
            throw new TypeError(`a ${typeof value} has no JSON form`);
    }
}
function canonicalObject(record) {
    let text = "{";
    // Code-unit order is what the default sort gives, and what RFC 8785 section 3.2.3 asks for.
    for (const key of Object.keys(record).toSorted()) {
        const member = record[key];
        if (member === undefined)
            continue;
        text += `${text === "{" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
    }
    return `${text}}`;
}


/***/ }),

/***/ 73203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ lazyArtifactStore),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   Pm: () => (/* binding */ lazyEffects),
/* harmony export */   X5: () => (/* binding */ lazyStepCache),
/* harmony export */   X6: () => (/* binding */ lazyRunArchives)
/* harmony export */ });
/** Makes a value when it is first asked for, once. */
function once(make) {
    let made;
    return () => (made ??= make());
}
/** A step cache whose adapter is loaded by the first step that can be cached. */
function lazyStepCache(load) {
    const cache = once(load);
    return {
        get: async (key) => (await cache()).get(key),
        put: async (entry, about) => (await cache()).put(entry, about),
    };
}
/** An artifact store whose adapter is loaded by the first artifact. */
function lazyArtifactStore(load) {
    const store = once(load);
    return {
        put: async (artifact, content) => (await store()).put(artifact, content),
        get: async (name, where) => (await store()).get(name, where),
        list: async (filter) => (await store()).list(filter),
        remove: async (filter) => (await store()).remove(filter),
    };
}
/** Effects whose client is loaded by the first of them. */
function lazyEffects(load) {
    const effects = once(load);
    return {
        publishPullRequest: async (intent, origin) => (await effects()).publishPullRequest(intent, origin),
        comment: async (intent, origin) => (await effects()).comment(intent, origin),
        label: async (intent, origin) => (await effects()).label(intent, origin),
    };
}
/** Archives whose client is loaded when the first is saved or looked for. */
function lazyRunArchives(load) {
    const archives = once(load);
    return {
        save: async (runId, archive) => (await archives()).save(runId, archive),
        find: async (runId) => (await archives()).find(runId),
    };
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(58042);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
