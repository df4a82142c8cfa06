export const id = 8480;
export const ids = [8480];
export const modules = {

/***/ 43974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   fD: () => (/* binding */ modelName),
/* harmony export */   rz: () => (/* binding */ evidenceBlock)
/* harmony export */ });
/* harmony import */ var _kernel_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35183);
/* harmony import */ var _run_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7436);


const STATUS_MARK = {
    completed: "✅",
    cached: "♻️",
    failed: "❌",
    skipped: "⏭️",
    cancelled: "🚫",
    running: "⏳",
    parked: "⏸️",
    pending: "▫️",
    compensated: "↩️",
};
/** The mark a step's status shows as, in tables and checklists. */
function markOf(status) {
    return STATUS_MARK[status] ?? "▫️";
}
/** Inputs that the evidence shows; more are in the run's journal. */
const MOST_INPUTS = 20;
/**
 * The evidence of a run for a pull request's body (G6): what ran and how it ended, assertions, cost, cache hits, model, tree hashes, and how
 * to reproduce it. From the journal's facts only; no word of it comes from a model.
 */
function evidenceBlock(facts, about, limit) {
    const steps = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .stepFacts */ .mv)(facts);
    const head = ["## Evidence", "", ...summary(facts, steps, about)];
    const tail = ["", "### Reproduce", "", (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)(reproduce(facts, steps, about), "sh")];
    const room = limit - head.join("\n").length - tail.join("\n").length - 400;
    return [...head, "", ...table(steps, room, about), ...tail].join("\n");
}
function summary(facts, steps, about) {
    const cost = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["cost"]) ? facts["cost"] : {};
    const cache = (0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["cache"]) ? facts["cache"] : {};
    const models = [
        ...new Set(steps.flatMap(({ model, provider }) => (model === undefined ? [] : [modelName(model, provider)]))),
    ];
    const run = about.runUrl === undefined ? (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.runId) : `[${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.runId)}](${about.runUrl})`;
    const digest = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(facts["workflow_digest"]);
    const baseTree = (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(facts["base_tree"]);
    return [
        "| | |",
        "|---|---|",
        `| Run | ${run} of ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.workflow)}${digest === undefined ? "" : ` at ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(digest.slice(0, 12))}`} |`,
        ...inputsRow(facts),
        `| Cost | ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)((0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cost["usd"]) ?? 0)}, ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cost["input_tokens"]) ?? 0} tokens in, ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cost["output_tokens"]) ?? 0} out |`,
        `| Model | ${models.length === 0 ? "none" : models.map((name) => (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(name)).join(", ")} |`,
        `| Cache | ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cache["hits"]) ?? 0} hits, ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(cache["misses"]) ?? 0} misses |`,
        `| Base | commit ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.baseSha)}${baseTree === undefined ? "" : `, tree ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(baseTree)}`} |`,
        `| Result | tree ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(about.headTree)} |`,
    ];
}
/** What the run was given: commands in the table refer to it as `$INPUT_NAME`. */
function inputsRow(facts) {
    const inputs = Object.entries((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["inputs"]) ? facts["inputs"] : {});
    if (inputs.length === 0)
        return [];
    const shown = inputs.map(([name, value]) => (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(`${name} = ${typeof value === "string" ? value : JSON.stringify(value)}`));
    return [`| Inputs | ${shown.slice(0, MOST_INPUTS).join(", ")}${inputs.length > MOST_INPUTS ? ", …" : ""} |`];
}
/** A scripted provider replays recorded answers: whoever reads the result must know (A7). */
function modelName(model, provider) {
    return provider === "scripted" ? `${model} (scripted: recorded answers, no model was asked)` : model;
}
function table(steps, room, { step: own, artifactUrl }) {
    const lines = ["| | Step | What ran | Exit | Time | Cost | Tree |", "|---|---|---|---|---|---|---|"];
    let used = 0;
    let left = steps.length;
    for (const step of steps) {
        const row = step.path === own ? ownRow(step) : rowOf(step);
        used += row.length + 1;
        if (used > room) {
            const rest = artifactUrl === undefined ? "in the run's archive" : `in [the run's archive](${artifactUrl})`;
            lines.push("", `${left} more steps are ${rest}.`);
            return lines;
        }
        lines.push(row);
        left -= 1;
    }
    return lines;
}
/** The step that writes this: no mark, because how it ends isn't known yet. */
function ownRow(step) {
    return `| 📤 | ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(step.path)} ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainCell */ .dD)(step.type)} | publishes this pull request |  |  |  |  |`;
}
function rowOf(step) {
    const what = step.command ?? step.condition ?? (step.model === undefined ? "" : modelName(step.model, step.provider));
    const later = step.status === "pending" ? "runs after this was written" : "";
    const tries = step.attempts > 1 ? ` (${step.attempts} attempts)` : "";
    const why = step.skipReason ?? step.error;
    return [
        "",
        markOf(step.status),
        `${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(step.path)} ${(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainCell */ .dD)(step.type)}${tries}`,
        [(0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(what), later, why === undefined ? "" : (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .plainCell */ .dD)(why, 200)].filter((part) => part !== "").join(" "),
        step.exitCode === undefined ? "" : String(step.exitCode),
        (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(step.durationMs),
        step.usd === undefined || step.usd === 0 ? "" : (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)(step.usd),
        step.tree === undefined ? "" : (0,_run_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .codeCell */ .MZ)(step.tree.slice(0, 12)),
        "",
    ]
        .join(" | ")
        .trim();
}
function reproduce(facts, steps, about) {
    const inputs = Object.entries((0,_kernel_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(facts["inputs"]) ? facts["inputs"] : {}).slice(0, MOST_INPUTS);
    const commands = steps.flatMap((step) => step.command !== undefined && step.status === "completed" && step.depth === 0 ? [step.command] : []);
    return [
        `git fetch origin && git checkout ${about.baseSha}`,
        `pawl show ${about.runId}            # the journal, from the run's archive`,
        `pawl fork ${about.runId} --from STEP  # any step again, from its own tree`,
        ...(commands.length === 0
            ? []
            : [
                "# what the run executed:",
                ...inputs.map(exportLine),
                ...commands.slice(0, 20).map((one) => one.slice(0, 400)),
            ]),
    ].join("\n");
}
/** A line that gives a shell the input as the run's steps had it. */
function exportLine([name, value]) {
    const said = (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 400);
    return `export INPUT_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}='${said.replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 98480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createReporter: () => (/* binding */ createReporter)
});

// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/github/authorship.js
var authorship = __webpack_require__(30106);
// EXTERNAL MODULE: ./lib/github/run-facts.js
var run_facts = __webpack_require__(7436);
;// CONCATENATED MODULE: ./lib/github/check-run.js

const CONCLUSION = {
    completed: "success",
    failed: "failure",
    cancelled: "cancelled",
};
/** A run as a check run (G5): its state, one annotation for each failed step, and at most three buttons, as GitHub allows. */
function checkRunFor(view, about) {
    const ended = view.status === "completed" || view.status === "failed" || view.status === "cancelled";
    const steps = (0,run_facts/* stepFacts */.mv)(view);
    const done = steps.filter(({ status }) => ["completed", "cached", "skipped"].includes(status)).length;
    const failing = steps.filter(({ status }) => status === "failed");
    return {
        name: `pawl: ${view.workflow}`,
        // A parked run holds no runner; `action_required` is what GitHub shows when somebody has to press a button.
        status: ended || view.status === "parked" ? "completed" : "in_progress",
        ...(view.status === "parked" ? { conclusion: "action_required" } : {}),
        ...(ended ? { conclusion: CONCLUSION[view.status] } : {}),
        externalId: view.run_id,
        ...(about.detailsUrl === undefined ? {} : { detailsUrl: about.detailsUrl }),
        title: `${view.status}: ${done} of ${steps.length} steps, ${(0,run_facts/* dollars */.E9)(view.cost.usd)}`,
        summary: about.summary,
        ...(failing.length === 0
            ? {}
            : { text: failing.map((step) => `#### ${step.path}\n\n${(0,run_facts/* fenced */.OF)(step.error ?? "failed")}`).join("\n\n") }),
        annotations: failing.map((step) => ({
            path: about.file ?? `.github/pawl/${view.workflow}.yml`,
            line: 1,
            level: "failure",
            title: step.path,
            message: step.error ?? "failed",
        })),
        actions: buttons(view),
    };
}
function buttons(view) {
    const cancel = { label: "Cancel", description: "Stop the run", identifier: "cancel" };
    if (view.status === "running")
        return [cancel];
    if (view.status === "parked" && view.parked?.wake.approval !== undefined) {
        return [
            { label: "Approve", description: "Go on with exactly this tree", identifier: "approve" },
            { label: "Reject", description: "End the run here", identifier: "reject" },
            cancel,
        ];
    }
    if (view.status === "completed")
        return [];
    return [{ label: "Re-run from failed", description: "Finished steps are not run again", identifier: "retry" }];
}

// EXTERNAL MODULE: ./lib/github/marker.js
var marker = __webpack_require__(35917);
// EXTERNAL MODULE: ./lib/github/once.js
var once = __webpack_require__(56210);
// EXTERNAL MODULE: ./lib/github/evidence.js
var evidence = __webpack_require__(43974);
// EXTERNAL MODULE: ./lib/github/inert-text.js
var inert_text = __webpack_require__(2711);
;// CONCATENATED MODULE: ./lib/github/status-comment.js



const HEADLINE = {
    running: "⏳ is running",
    completed: "✅ completed",
    failed: "❌ failed",
    parked: "⏸️ waits",
    cancelled: "🚫 was cancelled",
};
/** The one comment of a run (G4) without its hidden marker: what it does now, step by step, what it cost, and what a person can do next. */
function statusComment(view, about) {
    const { approval, event } = view.parked?.wake ?? {};
    const waiting = new Set([approval?.path, event?.path]);
    const steps = (0,run_facts/* stepFacts */.mv)(view).map((step) => step.status === "running" && waiting.has(step.path) ? { ...step, status: "parked" } : step);
    const head = [
        `### \`${view.workflow}\` ${HEADLINE[view.status]}`,
        "",
        ...(about.note === undefined ? [] : [`> ${(0,run_facts/* plainCell */.dD)(about.note, 600)}`, ""]),
    ];
    const tail = [...outcome(view, about), "", footer(view, steps, about)];
    const room = inert_text/* BODY_LIMIT */.Th - 6_000 - head.join("\n").length - tail.join("\n").length;
    return [...head, ...checklist(steps, room), ...tail].join("\n");
}
function checklist(steps, room) {
    const lines = [];
    let used = 0;
    for (const [index, step] of steps.entries()) {
        const line = checklistLine(step);
        used += line.length + 1;
        if (used > room) {
            lines.push(`- … and ${steps.length - index} more steps`);
            break;
        }
        lines.push(line);
    }
    return lines;
}
function checklistLine(step) {
    const done = ["completed", "cached", "skipped", "compensated"].includes(step.status) ? "x" : " ";
    const facts = [
        step.status === "cached" ? "from cache" : (0,run_facts/* duration */.p0)(step.durationMs),
        step.attempts > 1 ? `attempt ${step.attempts}` : "",
        step.exitCode === undefined || step.exitCode === 0 ? "" : `exit ${step.exitCode}`,
        step.usd === undefined || step.usd === 0 ? "" : (0,run_facts/* dollars */.E9)(step.usd),
        step.model === undefined ? "" : (0,run_facts/* plainCell */.dD)((0,evidence/* modelName */.fD)(step.model, step.provider)),
    ].filter((fact) => fact !== "");
    const indent = "  ".repeat(Math.min(step.depth, 4));
    const why = step.status === "skipped" ? step.skipReason : step.status === "failed" ? step.error : undefined;
    const reason = why === undefined ? "" : `: ${(0,run_facts/* plainCell */.dD)(why, 240)}`;
    const shown = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
    return `${indent}- [${done}] ${(0,evidence/* markOf */.Fg)(step.status)} ${(0,run_facts/* plainCell */.dD)(step.title, 120)}${shown}${reason}`;
}
function outcome(view, about) {
    const out = [];
    if (about.pullRequest !== undefined)
        out.push("", `Pull request: [#${about.pullRequest.number}](${about.pullRequest.url})`);
    if (view.status === "failed") {
        if (view.error !== undefined)
            out.push("", `**${(0,run_facts/* plainCell */.dD)(view.error.message, 1_000)}**`);
        if (view.error?.remedy !== undefined)
            out.push("", (0,run_facts/* plainCell */.dD)(view.error.remedy, 600));
    }
    if (view.status === "failed" || view.status === "cancelled") {
        out.push("", `\`${about.command} resume ${view.run_id}\` goes on from the last finished step; the work so far is kept.`);
    }
    if (view.status === "parked")
        out.push(...waiting(view, about));
    return out;
}
function waiting(view, about) {
    const wake = view.parked?.wake ?? {};
    const reason = view.parked?.reason ?? "";
    const out = ["", (0,run_facts/* plainCell */.dD)(reason.startsWith("it waits") ? `I${reason.slice(1)}` : `It waits: ${reason}`, 600)];
    if (wake.approval !== undefined) {
        const bound = wake.approval.tree ?? about.headSha;
        out.push("", `- \`${about.command} approve ${view.run_id}${bound === undefined ? "" : ` ${bound.slice(0, 12)}`}\``, `- \`${about.command} reject ${view.run_id}\``, ...(bound === undefined ? [] : ["", `The approval is for tree ${(0,run_facts/* codeCell */.MZ)(bound)} and nothing else.`]));
    }
    else if (wake.budget !== undefined) {
        out.push("", `\`${about.command} resume ${view.run_id} --budget +${Math.max(1, Math.ceil(wake.budget.needed))}\` raises the budget and goes on.`);
    }
    else if (wake.at !== undefined) {
        out.push("", `It goes on by itself at ${wake.at}.`);
    }
    return out;
}
function footer(view, steps, about) {
    const scripted = steps.some(({ provider }) => provider === "scripted");
    const parts = [
        about.runUrl === undefined ? undefined : `[log](${about.runUrl})`,
        about.artifactUrl === undefined ? undefined : `[archive](${about.artifactUrl})`,
        (0,run_facts/* dollars */.E9)(view.cost.usd),
        `${view.cost.input_tokens} tokens in, ${view.cost.output_tokens} out`,
        view.cache.hits === 0 ? undefined : `${view.cache.hits} steps from cache`,
        about.actor === undefined ? undefined : `started by ${(0,run_facts/* plainCell */.dD)(about.actor, 60)}`,
        scripted ? "model: scripted" : undefined,
        (0,run_facts/* codeCell */.MZ)(view.run_id),
    ];
    return `<sub>${parts.filter((part) => part !== undefined).join(" · ")}</sub>`;
}

;// CONCATENATED MODULE: ./lib/github/reporter.js






/**
 * Keeps one comment and one check run of a run current (G4, G5). The comment is found again by its signed marker and its author, so that a
 * second process edits the same one; an unchanged text is not written again.
 */
function createReporter(options) {
    const { clock, log } = options;
    const interval = options.intervalMs ?? 3_000;
    const never = new AbortController().signal;
    let about = options.about;
    let memory = options.memory ?? {};
    let commentUrl;
    let wanted;
    let working;
    let lastAt = 0;
    let shownComment;
    let shownCheck;
    let finishing = false;
    let pause = new AbortController();
    const note = (news) => {
        memory = { ...memory, ...news };
        options.remember?.(memory);
    };
    const writeComment = async (view) => {
        const { host, issue } = options;
        if (issue === undefined)
            return;
        const repo = `${host.owner}/${host.repo}`.toLowerCase();
        const state = { run: options.runId, workflow: view.workflow, repo, issue };
        const text = statusComment(view, about);
        const body = `${options.redactor?.redact(text) ?? text}\n\n${(0,marker/* hiddenMarker */.z0)(options.key, "run", state)}`;
        if (body === shownComment)
            return;
        const isOurs = (found) => (0,authorship/* writtenBySelf */.T)(found.author, options.self) &&
            (0,marker/* readMarker */.t7)(options.key, "run", found.body)?.["run"] === options.runId;
        if (memory.commentId === undefined) {
            const found = await (0,once/* once */.O)(clock, never, async () => (await host.comments(issue)).find(isOurs), () => host.createComment(issue, body));
            note({ commentId: found.id });
            commentUrl = found.url;
            if (found.body === body) {
                shownComment = body;
                return;
            }
        }
        const { commentId = 0 } = memory;
        const edit = () => host.updateComment(commentId, body);
        const edited = await edit().catch(async (thrown) => {
            if (!(thrown instanceof errors/* PawlError */.p) || thrown.code !== "github.not_found")
                throw thrown;
            // GitHub's copies lag behind one another: only a list without it says that it is gone.
            return (await host.comments(issue)).some(({ id }) => id === commentId) ? await (0,once.again)(clock, edit) : undefined;
        });
        // Somebody who deleted the comment doesn't want it, and a new one would nag.
        if (edited === undefined)
            log.info("The status comment was deleted; it is not written again");
        else
            commentUrl = edited.url;
        shownComment = body;
    };
    const writeCheck = async (view) => {
        const { host, headSha } = options;
        if (headSha === undefined || memory.checksRefused === true)
            return;
        const text = statusComment(view, about);
        const link = about.runUrl;
        const fields = checkRunFor(view, {
            summary: options.redactor?.redact(text) ?? text,
            ...(link === undefined ? {} : { detailsUrl: link }),
        });
        const shown = JSON.stringify(fields);
        if (shown === shownCheck)
            return;
        let created = false;
        if (memory.checkRunId === undefined) {
            const { appId } = options.self;
            const lookUp = async () => (await host.checkRuns(headSha, fields.name)).find((check) => check.externalId === options.runId &&
                (appId === undefined || check.appId === undefined || check.appId === appId));
            const make = async () => {
                const check = await host.createCheckRun(headSha, fields);
                created = true;
                return check;
            };
            const made = await (0,once.again)(clock, () => (0,once/* once */.O)(clock, never, lookUp, make));
            note({ checkRunId: made.id });
        }
        if (!created)
            await host.updateCheckRun(memory.checkRunId ?? 0, fields);
        shownCheck = shown;
    };
    const write = async (view) => {
        lastAt = clock.now();
        const problems = [];
        for (const part of [writeComment, writeCheck]) {
            try {
                await part(view);
            }
            catch (thrown) {
                if (part === writeCheck &&
                    options.issue !== undefined &&
                    thrown instanceof errors/* PawlError */.p &&
                    thrown.code === "github.forbidden") {
                    note({ checksRefused: true });
                    log.warning(`There is no check run: ${thrown.message}. Give the job \`permissions: checks: write\``);
                    continue;
                }
                problems.push(thrown);
            }
        }
        if (problems.length > 0)
            throw problems[0];
    };
    const loop = async () => {
        for (;;) {
            const due = lastAt + interval - clock.now();
            if (due > 0)
                await clock.sleep(due, pause.signal).catch(() => undefined);
            const view = wanted;
            wanted = undefined;
            // `finish` has taken over: it writes the last state itself.
            if (view === undefined || pause.signal.aborted)
                return;
            try {
                await write(view);
            }
            catch (thrown) {
                const error = thrown instanceof Error ? thrown.message : String(thrown);
                log.warning(`The status on GitHub is behind: ${error}`);
                if (thrown instanceof errors/* PawlError */.p && thrown.retryAfterMs !== undefined)
                    lastAt = clock.now() + thrown.retryAfterMs;
            }
        }
    };
    return {
        update(view, news) {
            about = { ...about, ...news };
            wanted = view;
            if (working !== undefined || finishing)
                return;
            working = loop().finally(() => {
                working = undefined;
            });
        },
        async finish(view, news) {
            about = { ...about, ...news };
            finishing = true;
            wanted = undefined;
            pause.abort();
            await working;
            try {
                await write(view);
            }
            finally {
                finishing = false;
                pause = new AbortController();
            }
            return { ...memory, ...(commentUrl === undefined ? {} : { commentUrl }) };
        },
    };
}


/***/ })

};
