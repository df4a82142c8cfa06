export const id = 5002;
export const ids = [5002];
export const modules = {

/***/ 15002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performRun: () => (/* binding */ performRun)
});

// EXTERNAL MODULE: ./lib/wiring/action.js + 6 modules
var action = __webpack_require__(59753);
// EXTERNAL MODULE: ./lib/entry/action/archive-upload.js
var archive_upload = __webpack_require__(71451);
// EXTERNAL MODULE: ./lib/kernel/duration.js
var kernel_duration = __webpack_require__(76181);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
;// CONCATENATED MODULE: ./lib/entry/run-lines.js


const MOST_SHOWN = 4;
/** What a person reads of a journal event as it happens, one line each; none for what only the journal needs. */
function runLines(event, paint = (_tone, text) => text) {
    const line = stepLine(event, paint) ?? runLine(event, paint) ?? waitLine(event, paint);
    if (line !== undefined)
        return [line];
    return is(event, "step.progressed") ? turnLines(event, paint) : [];
}
function stepLine(event, paint) {
    if (is(event, "step.started")) {
        const { path, attempt, resolved } = event.data;
        const what = firstLine(resolved["command"] ?? resolved["condition"] ?? resolved["prompt"]);
        return join(paint("dim", "▶"), path, attempt > 1 ? `· attempt ${attempt}` : "", what === "" ? "" : paint("dim", `· ${what}`));
    }
    if (is(event, "step.completed")) {
        return join(paint("good", "✓"), event.data.path, paint("dim", `· ${(0,kernel_duration/* formatDuration */.a3)(event.data.duration_ms)}`));
    }
    if (is(event, "step.cached")) {
        const { duration_ms: ms, usd } = event.data.saved;
        const money = usd === 0 ? "" : ` and $${usd.toFixed(2)}`;
        return join(paint("good", "✓"), event.data.path, paint("dim", `· cached, saved ${(0,kernel_duration/* formatDuration */.a3)(ms)}${money}`));
    }
    if (is(event, "step.failed")) {
        const { path, error, evidence, duration_ms: ms, leads_to: next } = event.data;
        const code = typeof evidence["exit_code"] === "number" ? `· exit ${evidence["exit_code"]}` : "";
        const then = next === "fail" ? "" : `(${next.replace("_", " ")})`;
        return join(paint("bad", "✗"), path, code, paint("dim", `· ${(0,kernel_duration/* formatDuration */.a3)(ms)}`), `· ${firstLine(error.message)}`, then);
    }
    if (is(event, "step.skipped"))
        return paint("dim", `- ${event.data.path} · skipped: ${event.data.reason}`);
    if (is(event, "step.cancelled"))
        return join(paint("warn", "■"), event.data.path, `· cancelled: ${event.data.reason}`);
    if (is(event, "retry.scheduled")) {
        return join(paint("warn", "↻"), event.data.path, `· attempt ${event.data.attempt} at ${event.data.at}: ${event.data.reason}`);
    }
    return undefined;
}
function runLine(event, paint) {
    if (is(event, "run.created"))
        return join(paint("bold", event.data.workflow), paint("dim", event.run));
    if (is(event, "run.resumed")) {
        const from = event.data.from === undefined ? "" : ` from ${event.data.from}`;
        if (event.data.rollback === true)
            return `↺ rolled back by ${event.data.by} ${paint("dim", event.data.reason)}`;
        return `↻ resumed by ${event.data.by}${from} ${paint("dim", event.data.reason)}`;
    }
    if (is(event, "decision")) {
        const { kind, path, reason } = event.data;
        const about = path === undefined ? kind : `${kind} ${path}`;
        return paint("dim", path !== undefined && reason.startsWith(path) ? `• ${reason}` : `• ${about}: ${reason}`);
    }
    if (is(event, "compensation.started")) {
        return join(paint("warn", "↺"), `undoing ${event.data.paths.join(", ")}: ${event.data.reason}`);
    }
    if (is(event, "compensation.step") && event.data.status !== "started") {
        const mark = event.data.status === "completed" ? paint("good", "↺") : paint("bad", "✗");
        return join(mark, event.data.path, `· undoing it ${event.data.status}`);
    }
    if (is(event, "run.parked"))
        return join(paint("warn", "‖"), `parked: ${event.data.reason}`);
    return undefined;
}
function waitLine(event, paint) {
    if (is(event, "approval.requested")) {
        return join(paint("warn", "?"), event.data.path, `· waits for approval: ${event.data.message}`);
    }
    if (is(event, "approval.granted"))
        return join(paint("good", "✓"), event.data.path, `· approved by ${event.data.by}`);
    if (is(event, "approval.rejected"))
        return join(paint("bad", "✗"), event.data.path, `· rejected by ${event.data.by}`);
    if (is(event, "approval.stale"))
        return join(paint("warn", "!"), event.data.path, "· the approval is stale: the tree changed");
    return undefined;
}
/** An agent's turn: what it said or which tools it called, and the tokens it took (agent/conversation.ts, `Answer`). */
function turnLines(event, paint) {
    if (event.data.kind !== "answered")
        return [];
    const { content, usage } = event.data.data;
    const blocks = Array.isArray(content) ? content.filter(json/* isJsonObject */.O) : [];
    const tools = blocks.filter(({ type }) => type === "tool_use").map((block) => toolText(block));
    const said = firstLine(blocks.find(({ type }) => type === "text")?.["text"]);
    const more = tools.length > MOST_SHOWN ? ` and ${tools.length - MOST_SHOWN} more` : "";
    const did = tools.length === 0 ? said : `${tools.slice(0, MOST_SHOWN).join(", ")}${more}`;
    return [`  ${event.data.path} · ${did}${paint("dim", tokensText(usage))}`];
}
function toolText({ name, input }) {
    const given = (0,json/* isJsonObject */.O)(input) ? input : {};
    const about = given["path"] ?? given["file_path"] ?? given["command"] ?? given["pattern"];
    return `${typeof name === "string" ? name : "?"} ${firstLine(about)}`.trim();
}
function tokensText(usage) {
    if (!(0,json/* isJsonObject */.O)(usage))
        return "";
    const count = (name) => (typeof usage[name] === "number" ? usage[name] : 0);
    const sent = count("input") + count("cacheRead") + count("cacheWrite");
    return ` · ${sent.toLocaleString("en-US")} in / ${count("output").toLocaleString("en-US")} out`;
}
function firstLine(value) {
    if (typeof value !== "string")
        return "";
    const line = value.trim().split("\n")[0] ?? "";
    return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
function join(...parts) {
    return parts.filter((part) => part !== "").join(" ");
}
function is(event, type) {
    return event.type === type;
}

;// CONCATENATED MODULE: ./lib/entry/action/follow.js

/** Writes a run into the job's log until it ends; `onEvent` hears each event once it is durable. */
async function followRun(handle, runner, onEvent) {
    const release = cancelOnSignals(handle, runner);
    try {
        for await (const update of handle.events()) {
            if (update.kind === "event") {
                for (const line of runLines(update.event))
                    runner.line(line);
                onEvent(update.event);
            }
            else {
                for (const line of update.text.replace(/\n$/, "").split("\n"))
                    runner.line(`  ${update.path} | ${line}`);
            }
        }
        return await handle.result();
    }
    finally {
        release();
    }
}
/**
 * The runner ends a cancelled job's process with SIGINT, SIGTERM 7.5 seconds later and SIGKILL 2.5 seconds after that
 * (docs.github.com, "Workflow cancellation"): the first of them cancels the run.
 */
function cancelOnSignals(handle, runner) {
    let asked = false;
    const onSignal = (signal) => {
        if (asked)
            return;
        asked = true;
        runner.line(`${signal}: the job is being cancelled; steps are stopped and what is finished is held.`);
        void handle
            .cancel(`the job was cancelled (${signal})`, "github")
            .catch((error) => runner.line(String(error)));
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
    return () => {
        process.off("SIGINT", onSignal);
        process.off("SIGTERM", onSignal);
    };
}

// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/wiring/contexts.js


const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * The `project` context (languages, test command, …) of a workflow that speaks of it; reading a whole repository is not worth it for one
 * that doesn't.
 */
async function projectContext(workflow, workspace) {
    if (!/\bproject\b/.test(JSON.stringify([workflow.steps, workflow.variables, workflow.outputs])))
        return {};
    const { analyzeWorkspace } = await Promise.all(/* import() */[__webpack_require__.e(1143), __webpack_require__.e(8815), __webpack_require__.e(207), __webpack_require__.e(2907)]).then(__webpack_require__.bind(__webpack_require__, 62907));
    return { project: await analyzeWorkspace(await workspace()) };
}
/** The `repo` context of a run that nothing on GitHub started, read from the clone. Absent facts are empty text, so that a workflow can test for them. */
async function localContexts(workspace) {
    const git = async (...argv) => {
        try {
            return (await run("git", ["-C", workspace, ...argv], { encoding: "utf8" })).stdout.trim();
        }
        catch {
            return "";
        }
    };
    const [remote, head, branch] = await Promise.all([
        git("config", "--get", "remote.origin.url"),
        git("rev-parse", "HEAD"),
        git("symbolic-ref", "--short", "refs/remotes/origin/HEAD"),
    ]);
    const [, owner = "", name = ""] = /[/:]([^/:]+)\/([^/]+?)(?:\.git)?\/?$/.exec(remote) ?? [];
    return {
        repo: {
            owner,
            name,
            full_name: owner === "" ? "" : `${owner}/${name}`,
            default_branch: branch.replace(/^origin\//, ""),
            head_sha: head,
            url: remote.replace(/\/\/[^@/]+@/, "//"),
        },
    };
}

;// CONCATENATED MODULE: ./lib/wiring/default-model.js
const AGENTS = new Set(["claude", "claude_code"]);
/** The workflow with this model in every agent step that names none, so that the journal holds which model was asked. */
function withDefaultModel(workflow, model) {
    return model === undefined ? workflow : { ...workflow, steps: steps(workflow.steps, model) };
}
function steps(list, model) {
    return list.map((step) => ({
        ...step,
        config: AGENTS.has(step.type) && step.config["model"] === undefined ? { ...step.config, model } : step.config,
        bodies: Object.fromEntries(Object.entries(step.bodies).map(([name, body]) => [name, steps(body, model)])),
    }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/entry/action/run-id.js

/** Crockford's base 32 (https://www.crockford.com/base32.html), lower case. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/**
 * The id of the run that this step of this workflow run makes: the same on every attempt, so that "Re-run failed jobs" finds what the
 * attempt before it held without having to ask anybody. `generation` tells apart runs that were started anew because the one before had
 * completed.
 */
function runIdOfPlace(place, generation) {
    const digest = (0,external_node_crypto_.createHash)("sha256").update(`${place}\n${generation}`).digest();
    let text = "";
    for (let index = 0; index < 26; index++)
        text += ALPHABET[(digest[index] ?? 0) % 32] ?? "";
    return `run_${text}`;
}

;// CONCATENATED MODULE: ./lib/entry/action/open-run.js




/**
 * Starts the run, or carries it on: when asked to, and when this is a later attempt of a workflow run whose archive holds an unfinished one.
 *
 * @throws PawlError `archive.missing`, `input.invalid`, `workflow.unknown`, `workflow.invalid`
 */
async function openRun(opening) {
    const { job, asked } = opening;
    if (asked.resume && asked.runId !== undefined) {
        if (!(await bringBack(opening, asked.runId)))
            throw missingArchive(asked.runId);
        return carryOn(opening, asked.runId);
    }
    if (job.workflowRun.attempt === 1)
        return startNew(opening, asked.runId ?? runIdOfPlace(job.place, 1));
    for (let generation = 1;; generation++) {
        const runId = asked.runId ?? runIdOfPlace(job.place, generation);
        if (!(await bringBack(opening, runId)))
            return startNew(opening, runId);
        const view = await opening.local.engine.show(runId);
        if (view.status !== "completed")
            return carryOn(opening, runId);
        // The job died between the run's end and its own: what is left is to say so.
        if (!(await opening.endedWell()))
            return ended(view);
        if (asked.runId !== undefined)
            return carryOn(opening, runId);
    }
}
async function startNew({ local, job, asked, contexts }, runId) {
    if (asked.workflow === undefined) {
        throw new errors/* PawlError */.p({
            code: "action.bad_input",
            kind: "invalid",
            message: 'The action\'s input "resume" needs "run_id".',
            remedy: "Give the id of the run to carry on.",
        });
    }
    const workflow = withDefaultModel(await local.workflows.load(asked.workflow), job.inputs.model);
    const { resolveInputs } = await Promise.all(/* import() */[__webpack_require__.e(2856), __webpack_require__.e(5133)]).then(__webpack_require__.bind(__webpack_require__, 5133));
    const { values, problems } = resolveInputs(workflow.inputs, asked.inputs, { text: asked.inputsAreText });
    if (problems.length > 0) {
        throw new errors/* PawlError */.p({
            code: "input.invalid",
            kind: "invalid",
            message: problems.map(({ message }) => message).join("\n"),
            remedy: `${workflow.name} takes: ${Object.keys(workflow.inputs).join(", ") || "no inputs"}.`,
            details: { problems: problems.map((problem) => ({ ...problem })) },
        });
    }
    const budgetUsd = startBudget(job.inputs.budgetUsd, asked.trigger["limit_usd"]);
    return local.engine.start({
        workflow,
        inputs: values,
        runId,
        actor: asked.actor,
        trigger: asked.trigger,
        contexts: {
            ...(await contexts()),
            ...(await projectContext(workflow, () => local.workspace(runId))),
        },
        labels: {
            repository: `${job.owner}/${job.repository}`,
            ...(asked.issue === undefined ? {} : { issue: String(asked.issue) }),
        },
        ...(budgetUsd === undefined ? {} : { budget: { usd: budgetUsd } }),
    });
}
/** A run that is over: there is nothing to follow. */
function ended(view) {
    return {
        id: view.run_id,
        // oxlint-disable-next-line require-yield
        async *events() {
            return;
        },
        status: () => view,
        result: () => Promise.resolve(view),
        cancel: () => Promise.resolve(),
    };
}
/** The smaller of what the job gives the run and what `.github/pawl.yml` allowed it when the app started it, in US dollars. */
function startBudget(given, limit) {
    if (typeof limit !== "number" || !(limit >= 0))
        return given;
    return given === undefined ? limit : Math.min(given, limit);
}
/** Puts a run's journal and trees into this job's state; false when there is no archive of it. */
async function bringBack({ local, archives }, runId) {
    if ((await local.store.summary(runId)) !== undefined)
        return true;
    const archive = await archives?.find(runId);
    if (archive === undefined)
        return false;
    const { importRun } = await Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(6003)]).then(__webpack_require__.bind(__webpack_require__, 26003));
    await importRun(archive, { store: local.store, workspace: await local.workspace(runId), clock: local.clock });
    return true;
}
async function carryOn({ local, job, asked }, runId) {
    const { engine } = local;
    const answer = readAnswer(asked.trigger);
    if (answer.approval !== undefined)
        await engine.approve(runId, answer.approval);
    if (answer.signal !== undefined)
        await engine.signal(runId, answer.signal);
    const { attempt } = job.workflowRun;
    return engine.resume(runId, {
        by: answer.by ?? asked.actor,
        reason: attempt > 1 ? `attempt ${attempt} of the workflow run` : "asked for",
        ...(answer.from === undefined ? {} : { from: answer.from }),
        ...(answer.budgetUsd === undefined ? {} : { addBudget: { usd: answer.budgetUsd } }),
    });
}
/** What the one who resumes says to the run: a grant, an event, more money, another place to start from. */
function readAnswer(trigger) {
    const { approval, signal, from, by, budget_usd: budgetUsd, } = trigger;
    return {
        ...(approval === undefined || approval === null
            ? {}
            : {
                approval: {
                    by: approval.by ?? by ?? "",
                    approved: approval.approved === true,
                    ...(approval.note === undefined ? {} : { note: approval.note }),
                    ...(approval.tree === undefined ? {} : { tree: approval.tree }),
                },
            }),
        ...(signal === undefined || signal === null
            ? {}
            : { signal: { name: signal.name ?? "", payload: signal.payload ?? null } }),
        ...(typeof from === "string" && from !== "" ? { from } : {}),
        ...(typeof by === "string" && by !== "" ? { by } : {}),
        ...(typeof budgetUsd === "number" ? { budgetUsd } : {}),
    };
}
function missingArchive(runId) {
    return new errors/* PawlError */.p({
        code: "archive.missing",
        kind: "invalid",
        message: `There is no archive of the run ${runId} in this repository.`,
        remedy: "Archives are artifacts and expire with them (Settings → Actions → Artifact and log retention). The token needs `actions: read`. Start the workflow anew otherwise.",
    });
}

;// CONCATENATED MODULE: ./lib/entry/action/summary.js

const MARKS = {
    completed: "✅",
    cached: "♻️",
    failed: "❌",
    skipped: "⏭️",
    cancelled: "🛑",
    compensated: "↩️",
    running: "▶️",
    pending: "▫️",
};
/** The job summary: what happened, when and for how long, as a table and a Gantt chart that GitHub draws. */
function jobSummary(view, links) {
    const { cost, cache } = view;
    const facts = [
        `run \`${view.run_id}\``,
        (0,kernel_duration/* formatDuration */.a3)(Math.max(0, Date.parse(view.updated_at) - Date.parse(view.created_at))),
        `$${cost.usd.toFixed(4)} (${cost.input_tokens} in, ${cost.output_tokens} out)`,
        `${cache.hits} cached`,
        ...(links.provider === undefined ? [] : [links.provider]),
        ...(links.archive === undefined ? [] : [`[archive](${links.archive})`]),
    ];
    const problem = view.error === undefined ? [] : [`> [!CAUTION]\n> ${cell(view.error.message)}`];
    const parked = view.parked === undefined ? [] : [`> [!NOTE]\n> Parked: ${cell(view.parked.reason)}`];
    return [
        `## ${view.workflow}: ${view.status}`,
        facts.join(" · "),
        ...problem,
        ...parked,
        table(view),
        timeline(view),
    ].join("\n\n");
}
function table(view) {
    const rows = Object.entries(view.steps).map(([path, step]) => {
        const duration = step.duration_ms === undefined ? "" : (0,kernel_duration/* formatDuration */.a3)(step.duration_ms);
        const usd = step.cost === undefined || step.cost.usd === 0 ? "" : `$${step.cost.usd.toFixed(4)}`;
        const note = step.error?.message ?? step.skip_reason ?? (step.attempts > 1 ? `${step.attempts} attempts` : "");
        return `| ${MARKS[step.status]} | \`${cell(path)}\` | ${cell(step.type)} | ${duration} | ${usd} | ${cell(note)} |`;
    });
    return ["| | step | type | duration | cost | |", "|---|---|---|---:|---:|---|", ...rows].join("\n");
}
/** https://mermaid.js.org/syntax/gantt.html */
function timeline(view) {
    const bars = Object.entries(view.steps).flatMap(([path, step]) => {
        if (step.started_at === undefined || step.duration_ms === undefined)
            return [];
        const start = Date.parse(step.started_at);
        const state = step.status === "failed" ? "crit, " : step.cached ? "done, " : "";
        return [`  ${path.replaceAll(/[:;#,\n]/g, " ")} :${state}${start}, ${start + Math.max(1, step.duration_ms)}`];
    });
    if (bars.length === 0)
        return "";
    return ["```mermaid", "gantt", "  dateFormat x", "  axisFormat %H:%M:%S", ...bars, "```"].join("\n");
}
/** Text within a table cell: one line, no cell borders, no HTML, no mentions. */
function cell(text) {
    const short = text.length > 300 ? `${text.slice(0, 300)}…` : text;
    return short.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("@", "@\u200b");
}

;// CONCATENATED MODULE: ./lib/entry/action/outcome.js

/** Sets the action's outputs, its annotations and the job summary from how the run ended (G11). */
function publishOutcome(runner, view, archiveUrl) {
    const pull = pullRequestOf(view);
    const outputs = {
        conclusion: view.status,
        run_id: view.run_id,
        pull_request_number: pull === undefined ? "" : String(pull.number),
        pull_request_url: pull?.url ?? "",
        branch_name: pull?.branch ?? "",
        outputs: JSON.stringify(view.outputs),
        total_cost_usd: String(view.cost.usd),
        input_tokens: String(view.cost.input_tokens),
        output_tokens: String(view.cost.output_tokens),
        cache_hits: String(view.cache.hits),
        cache_misses: String(view.cache.misses),
        artifact_url: archiveUrl ?? "",
    };
    for (const [name, value] of Object.entries(outputs))
        runner.output(name, value);
    // A step that failed in a run that didn't was meant to be allowed to; what failed inside another step is told by that one.
    const level = view.status === "failed" ? "error" : "notice";
    for (const [path, step] of Object.entries(view.steps)) {
        if (step.status !== "failed" || step.error === undefined || path.includes("/"))
            continue;
        runner.annotate(level, shortened(step.error.message), { title: `${view.workflow}: ${path}` });
    }
    if (view.status === "failed" && view.error !== undefined) {
        const remedy = view.error.remedy === undefined ? "" : `\n${view.error.remedy}`;
        runner.annotate("error", `${shortened(view.error.message)}${remedy}`, { title: `Pawl: ${view.workflow} failed` });
    }
    const scripted = Object.values(view.steps).some(({ evidence }) => evidence["provider"] === "scripted");
    runner.summary(jobSummary(view, {
        ...(archiveUrl === undefined ? {} : { archive: archiveUrl }),
        ...(scripted ? { provider: "scripted model" } : {}),
    }));
}
const MOST_LINES = 12;
function shortened(message) {
    const lines = message.split("\n");
    return lines.length <= MOST_LINES ? message : [...lines.slice(0, MOST_LINES), "…"].join("\n");
}
/** What the last `pull_request` step that completed published; undefined when none did. */
function pullRequestOf(view) {
    const step = Object.values(view.steps).findLast(({ type, status }) => type === "pull_request" && (status === "completed" || status === "cached"));
    const { number, url, branch } = step?.outputs ?? {};
    if (typeof number !== "number" || typeof url !== "string")
        return undefined;
    return { number, url, branch: typeof branch === "string" ? branch : "" };
}

;// CONCATENATED MODULE: ./lib/entry/action/perform.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** Runs what was asked for to its end in this job, tells everybody who watches, and publishes the outcome. */
async function performRun(performance, asked) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { job, runner, env, github, log, library } = performance;
        const services = {
            ...job,
            workflowRunId: job.workflowRun.id,
            runUrl: job.workflowRun.url,
            stateDirectory: job.state,
            // The action's own input wins over the environment.
            env: { ...env, ANTHROPIC_API_KEY: job.inputs.anthropicApiKey },
            token: job.inputs.githubToken,
        };
        const archives = (0,action/* actionArchives */.q)(services);
        const { effects } = github;
        const local = __addDisposableResource(env_1, await (0,action/* createActionEngine */.V)({
            ...services,
            library,
            log,
            ...(asked.resume || job.workflowRun.attempt > 1 ? {} : { soon: asked.runId ?? runIdOfPlace(job.place, 1) }),
            effects: effects === undefined ? undefined : (parts) => effects(parts, asked),
            trustTier: asked.trustTier,
        }), true);
        const handle = await openRun({
            local,
            job,
            asked,
            archives,
            contexts: () => github.contexts(asked),
            endedWell: github.endedWell,
        });
        const upload = archives === undefined ? undefined : (0,archive_upload/* createArchiveUpload */.I)(handle.id, local, archives, log);
        const view = await follow(performance, asked, { handle, upload, local });
        publishOutcome(runner, view, upload?.url());
        return view;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function follow({ runner, github }, asked, { handle, upload, local }) {
    const { clock, redactor } = local;
    const reports = await github.reports({ handle, asked, clock, redactor });
    let named = false;
    const view = await followRun(handle, runner, (event) => {
        // Not before the first step has started: the runner's commands bring an HTTP client that has to be loaded.
        if (!named && event.type.startsWith("step.")) {
            named = true;
            runner.output("run_id", handle.id);
            runner.saveState("run_id", handle.id);
        }
        reports.event(event);
        // An upload reads the whole journal: not worth it before a step has ended, and the end is uploaded in any case.
        if (/^step\.(completed|failed|progressed)$/.test(event.type))
            upload?.changed();
    });
    upload?.changed();
    await upload?.finish();
    const archiveUrl = upload?.url();
    if (archiveUrl !== undefined)
        runner.saveState("archived", "true");
    const pullRequest = pullRequestOf(view);
    await reports.finish(view, {
        ...(archiveUrl === undefined ? {} : { artifactUrl: archiveUrl }),
        ...(pullRequest === undefined ? {} : { pullRequest }),
    });
    return view;
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


/***/ })

};
