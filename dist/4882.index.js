export const id = 4882;
export const ids = [4882];
export const modules = {

/***/ 44882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createEngine: () => (/* binding */ createEngine)
});

// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/engine/retry.js
/** Whether the policy tries again after this error. Policy refusals, invalid use, cancellation and spent budgets are never retried. */
function isRetried(policy, error, attemptsMade) {
    if (attemptsMade >= policy.attempts)
        return false;
    if (["policy", "invalid", "cancelled", "budget"].includes(error.kind))
        return false;
    if (policy.on.includes(error.code) || policy.on.includes(error.kind))
        return true;
    // Whoever asks for attempts on a command means its exit code: it is the only way a command fails.
    return error.code === "step.exit_code" && policy.on.includes("transient");
}
/**
 * How long to wait before attempt `attemptsMade + 1`, in milliseconds. What the other side asked for (`retryAfterMs`) is a lower bound.
 *
 * @param chance a number in [0, 1)
 */
function retryDelayMs(policy, error, attemptsMade, chance) {
    const growth = { constant: 1, linear: attemptsMade, exponential: 2 ** Math.max(0, attemptsMade - 1) }[policy.backoff];
    const full = Math.min(policy.maxDelayMs, policy.delayMs * growth);
    const jittered = full * (1 - policy.jitter) + full * policy.jitter * chance;
    return Math.round(Math.max(jittered, error.retryAfterMs ?? 0));
}

;// CONCATENATED MODULE: ./lib/engine/body-index.js
const known = new WeakMap();
function bodyIndex(body) {
    const found = known.get(body);
    if (found !== undefined)
        return found;
    const index = build(body);
    known.set(body, index);
    return index;
}
function build(body) {
    const byId = new Map(body.steps.map((planned) => [planned.step.id, planned]));
    const before = new Map(body.steps.map((planned) => [planned.step.id, [...waitsOf(byId, planned)]]));
    const dependents = new Map();
    for (const [id, waits] of before) {
        for (const earlier of waits) {
            const list = dependents.get(earlier);
            if (list === undefined)
                dependents.set(earlier, [id]);
            else
                list.push(id);
        }
    }
    return { byId, before, dependents };
}
/**
 * A fallback runs beside the order, not in it: who comes after one waits for what the fallback itself comes after,
 * unless it asks for the fallback by name.
 */
function waitsOf(byId, planned, seen = new Set()) {
    const waits = new Set();
    for (const id of [...planned.after, ...planned.needs]) {
        const earlier = byId.get(id);
        if (earlier === undefined || earlier === planned || seen.has(id))
            continue;
        if (earlier.fallbackOnly && !planned.needs.includes(id)) {
            seen.add(id);
            for (const through of waitsOf(byId, earlier, seen))
                if (through !== planned.step.id)
                    waits.add(through);
        }
        else
            waits.add(id);
    }
    return waits;
}

// EXTERNAL MODULE: ./lib/kernel/digest.js
var kernel_digest = __webpack_require__(56129);
;// CONCATENATED MODULE: ./lib/engine/events.js
/** The `prev` of a run's first event. */
const GENESIS = "0".repeat(64);
const NAMES = {
    "run.created": true,
    "run.started": true,
    "run.resumed": true,
    "step.started": true,
    "step.progressed": true,
    "step.expanded": true,
    "step.completed": true,
    "step.cached": true,
    "step.failed": true,
    "step.skipped": true,
    "step.parked": true,
    "timer.fired": true,
    "step.cancelled": true,
    "retry.scheduled": true,
    decision: true,
    "approval.requested": true,
    "approval.granted": true,
    "approval.rejected": true,
    "approval.stale": true,
    "event.received": true,
    "variable.set": true,
    "budget.reserved": true,
    "budget.settled": true,
    "effect.intended": true,
    "effect.recorded": true,
    "policy.refused": true,
    "breaker.closed": true,
    "breaker.opened": true,
    "compensation.started": true,
    "compensation.step": true,
    "compensation.finished": true,
    "run.parked": true,
    "run.cancel_requested": true,
    "run.completed": true,
    "run.failed": true,
    "run.cancelled": true,
};
/** Every event type this version writes or reads. */
const EVENT_TYPES = new Set(Object.keys(NAMES));

;// CONCATENATED MODULE: ./lib/engine/journal.js




const EMPTY_JOURNAL = { seq: 0, hash: GENESIS };
/**
 * Gives an event its place after `head`.
 *
 * @param at milliseconds since the epoch
 */
function chain(head, run, at, event) {
    const chained = {
        v: 1,
        seq: head.seq + 1,
        at: new Date(at).toISOString(),
        run,
        prev: head.hash,
        type: event.type,
        data: event.data,
    };
    // The canonical form, whose members always stand in this order: only what varies in shape is worth sorting.
    const { at: time, data, prev, seq, type } = chained;
    const body = `{"at":"${time}","data":${(0,json/* canonicalJson */.d)(data)},"prev":"${prev}","run":${(0,json/* canonicalJson */.d)(run)},"seq":${seq},"type":"${type}","v":1}`;
    return { event: chained, record: { seq: chained.seq, body, hash: (0,kernel_digest/* sha256 */.s)(body) } };
}
/** Recomputes every hash and every link. With `expected`, also notices records missing at the end. Never throws. */
function verifyChain(runId, records, expected) {
    let head = EMPTY_JOURNAL;
    for (const record of records) {
        const reason = linkOf(runId, head, record);
        if (typeof reason === "string") {
            return { ok: false, events: head.seq, head: head.hash, broken_at: head.seq + 1, reason };
        }
        head = { seq: record.seq, hash: record.hash };
    }
    if (expected !== undefined && (expected.seq !== head.seq || expected.hash !== head.hash)) {
        const reason = expected.seq > head.seq
            ? `the journal ends at event ${head.seq}, but ${expected.seq} were written`
            : "the last event is not the one that was written";
        return { ok: false, events: head.seq, head: head.hash, broken_at: Math.min(head.seq, expected.seq) + 1, reason };
    }
    return { ok: true, events: head.seq, head: head.hash };
}
/** The event of a record that follows `head`, or why it does not. */
function linkOf(runId, head, record) {
    if (record.seq !== head.seq + 1)
        return `event ${head.seq + 1} is missing`;
    if ((0,kernel_digest/* sha256 */.s)(record.body) !== record.hash)
        return `event ${record.seq} does not match its hash`;
    let event;
    try {
        event = JSON.parse(record.body);
    }
    catch {
        return `event ${record.seq} is not JSON`;
    }
    if (event.prev !== head.hash)
        return `event ${record.seq} does not follow event ${head.seq}`;
    if (event.seq !== record.seq)
        return `event ${record.seq} says it is event ${event.seq}`;
    if (event.run !== runId)
        return `event ${record.seq} belongs to run ${event.run}`;
    return event;
}
/**
 * Reads stored records back into events, checking every link from `after` on.
 *
 * @throws PawlError `journal.corrupt` (permanent) where the chain breaks, `journal.newer_version` for events this version doesn't know
 */
function readChain(runId, records, after = EMPTY_JOURNAL) {
    let head = after;
    const events = [];
    for (const record of records) {
        const event = linkOf(runId, head, record);
        if (typeof event === "string")
            throw corrupt(runId, event);
        if (event.v !== 1 || !EVENT_TYPES.has(event.type))
            throw newerVersion(runId, event);
        events.push(event);
        head = { seq: record.seq, hash: record.hash };
    }
    return { events, head };
}
/** A journal that is not what was written; says where. */
function corrupt(runId, reason) {
    return new errors/* PawlError */.p({
        code: "journal.corrupt",
        kind: "permanent",
        message: `The journal of run ${runId} was changed or damaged: ${reason}.`,
        remedy: "Nothing was touched. Restore the state directory or the run's archive from a copy, or start a new run.",
    });
}
function newerVersion(runId, event) {
    return new errors/* PawlError */.p({
        code: "journal.newer_version",
        kind: "permanent",
        message: `Event ${event.seq} of run ${runId} (type ${event.type}, version ${event.v}) was written by a newer Pawl.`,
        remedy: "Use the version of Pawl that wrote it, or a later one.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/state.js


const NO_COST = {
    usd: 0,
    input_tokens: 0,
    output_tokens: 0,
    cache_read_tokens: 0,
    cache_write_tokens: 0,
};
/** The state before any event. */
function initialState(plan) {
    const state = {
        plan,
        head: EMPTY_JOURNAL,
        status: "new",
        created: undefined,
        runId: "",
        createdAt: 0,
        updatedAt: 0,
        inputs: {},
        variables: {},
        openingVariables: {},
        attempt: 0,
        worker: undefined,
        fence: 0,
        tree: undefined,
        baseTree: undefined,
        baseCommit: undefined,
        outputs: {},
        error: undefined,
        parked: undefined,
        cancel: undefined,
        cancelSeq: 0,
        steps: new Map(),
        frames: new Map(),
        readyFrames: new Set(),
        joins: new Set(),
        retrying: new Set(),
        parkedSteps: new Set(),
        running: new Set(),
        timed: new Set(),
        expired: new Set(),
        stalled: new Set(),
        cost: NO_COST,
        inherited: NO_COST,
        turns: 0,
        reservations: new Map(),
        addedBudget: {},
        autonomy: undefined,
        cacheHits: 0,
        cacheMisses: 0,
        savedUsd: 0,
        savedMs: 0,
        compensation: undefined,
        rollback: undefined,
        effects: new Map(),
        activeMs: 0,
        activeSince: undefined,
    };
    openFrame(state, { path: "", parent: undefined, body: plan.root, names: {} });
    return state;
}
/** The path of a step in a frame. */
function stepPath(frame, id) {
    return frame === "" ? id : `${frame}/${id}`;
}
/** Adds a frame and its steps to the state; those that wait for nothing become ready. */
function openFrame(state, frame) {
    const opened = {
        ...frame,
        ready: new Set(),
        remaining: frame.body.steps.length,
        running: 0,
        active: 0,
        failed: undefined,
        skipRest: undefined,
        cancelled: false,
        ended: false,
    };
    state.frames.set(frame.path, opened);
    const index = bodyIndex(frame.body);
    for (const planned of frame.body.steps) {
        const step = newStep(stepPath(frame.path, planned.step.id), frame.path, planned);
        step.waiting = index.before.get(planned.step.id)?.length ?? 0;
        state.steps.set(step.path, step);
        if (planned.fallbackOnly)
            step.phase = "dormant";
        else if (step.waiting === 0)
            markReady(state, opened, step);
    }
    if (opened.remaining > 0 && opened.active === 0)
        state.stalled.add(opened.path);
    return opened;
}
function newStep(path, frame, planned) {
    return {
        path,
        frame,
        planned,
        phase: "waiting",
        status: "pending",
        waiting: 0,
        attempt: 0,
        attemptBase: 0,
        handled: false,
        cached: false,
        cacheKey: undefined,
        outputs: {},
        evidence: {},
        artifacts: [],
        error: undefined,
        skipReason: undefined,
        skipBecause: undefined,
        startedAt: undefined,
        durationMs: undefined,
        inputTree: undefined,
        tree: undefined,
        changes: [],
        startedSeq: 0,
        endedSeq: 0,
        checkpoints: [],
        parked: undefined,
        proposes: undefined,
        granted: [],
        wake: undefined,
        retryAt: undefined,
        expansion: undefined,
        covers: [],
        cost: NO_COST,
        turns: 0,
    };
}
/** Makes a step one that may begin. */
function markReady(state, frame, step) {
    if (step.phase === "waiting" || step.phase === "dormant" || step.phase === "ended")
        frame.active++;
    step.phase = "ready";
    frame.ready.add(step.path);
    state.readyFrames.add(frame.path);
}
/** @throws Error when the journal names a step its plan doesn't have: a journal of another workflow */
function stepAt(state, path) {
    const step = state.steps.get(path);
    if (step === undefined)
        throw new UnknownPath(path);
    return step;
}
function frameOf(state, step) {
    const frame = state.frames.get(step.frame);
    if (frame === undefined)
        throw new UnknownPath(step.frame);
    return frame;
}
/** The journal speaks of a step or frame the plan doesn't have. */
class UnknownPath extends Error {
    name = "UnknownPath";
    constructor(path) {
        super(`the workflow has no step at "${path}"`);
    }
}
function addCost(a, b) {
    return {
        usd: a.usd + b.usd,
        input_tokens: a.input_tokens + b.input_tokens,
        output_tokens: a.output_tokens + b.output_tokens,
        cache_read_tokens: a.cache_read_tokens + b.cache_read_tokens,
        cache_write_tokens: a.cache_write_tokens + b.cache_write_tokens,
    };
}
function subtractCost(a, b) {
    return addCost(a, {
        usd: -b.usd,
        input_tokens: -b.input_tokens,
        output_tokens: -b.output_tokens,
        cache_read_tokens: -b.cache_read_tokens,
        cache_write_tokens: -b.cache_write_tokens,
    });
}

;// CONCATENATED MODULE: ./lib/engine/autonomy.js



function remedyOf(step, error, attempt) {
    const { retry, onError } = step.planned.step;
    if (isRetried(retry, error, attempt - step.attemptBase))
        return "retry";
    return onError === "fail" || onError === "continue" || onError === "skip_rest" ? onError : "fallback";
}
/**
 * How far the engine goes on its own after a failure (R9): the caller's word first, then the workflow's. A run that is being cancelled
 * asks nobody: its clean-up does what the workflow says.
 */
function autonomyOf(state) {
    if (state.cancel !== undefined)
        return "full";
    return state.autonomy ?? state.created?.autonomy ?? state.plan.workflow.autonomy ?? "full";
}
const FREEDOM = ["off", "ask", "full"];
/** The one that leaves the engine less freedom: a sub-workflow never does on its own what its parent has to ask for. */
function stricter(a, b) {
    return b !== undefined && FREEDOM.indexOf(b) < FREEDOM.indexOf(a) ? b : a;
}
/** Parks the step until a person grants or rejects what the engine would do; the run goes on elsewhere meanwhile. */
function askFirst(path, proposes) {
    const message = `${proposes.reason}. ${QUESTIONS[proposes.does](proposes)}`;
    const reason = `autonomy is "ask": ${message}`;
    return [
        { type: "decision", data: { kind: "escalate", path, reason, data: { proposes: proposes.does } } },
        { type: "approval.requested", data: { path, message, shown: { proposes: proposes.does } } },
        { type: "step.parked", data: { path, reason, wake: { approval: { path, message } }, proposes } },
    ];
}
const QUESTIONS = {
    retry: () => "Try it again?",
    continue: () => "Go on without it?",
    skip_rest: () => "Skip the rest?",
    fallback: ({ to }) => `Let ${to ?? "the fallback"} take over?`,
    substitute: () => "Go on that way?",
};
/** What the answer makes of it, as a decision with its reason. */
function answeredDecision(path, proposes, by, approved) {
    const kind = approved ? KINDS[proposes.does] : "decline";
    const reason = `${by || "someone"} ${approved ? "granted" : "rejected"} it: ${proposes.reason}`;
    return { type: "decision", data: { kind, path, reason } };
}
const KINDS = {
    retry: "retry",
    continue: "continue",
    skip_rest: "skip",
    fallback: "fallback",
    substitute: "substitute",
};
/** With autonomy off the failure stands; the journal says what was not done. */
function declined(path, reason) {
    return {
        type: "decision",
        data: { kind: "decline", path, reason: `autonomy is "off": ${reason}; the failure stands` },
    };
}
/** What a step's own code would do instead of what it was asked to: thrown where it has to be asked for, or may not be done. */
function ownChoice(state, step, kind, reason) {
    const autonomy = autonomyOf(state);
    if (autonomy === "full" || step.granted.includes(kind))
        return undefined;
    if (autonomy === "ask") {
        return new errors/* PawlError */.p({ code: ASKS, kind: "policy", message: reason, details: { choice: kind } });
    }
    return new errors/* PawlError */.p({
        code: "autonomy.off",
        kind: "policy",
        message: `${reason}: autonomy is "off", so this was not done`,
        remedy: 'Mend what is missing and resume the run, or resume it with autonomy "full" or "ask".',
    });
}
/** Code of what `ownChoice` gives where a person is to be asked. */
const ASKS = "autonomy.ask";
/** The proposal in an error of code `ASKS`. */
function proposalOf(error) {
    const choice = error.details["choice"];
    return { does: "substitute", reason: error.message, ...(typeof choice === "string" ? { choice } : {}) };
}
/** The failure that stands when somebody rejects what a step's own code had proposed. */
function rejectedChoice(proposes) {
    return { code: "autonomy.rejected", kind: "policy", message: `${proposes.reason}: somebody rejected that` };
}
/** The step that `on_error` names, when there is one. */
function fallbackOf(state, step) {
    return state.steps.get(stepPath(step.frame, step.planned.step.onError));
}

;// CONCATENATED MODULE: ./lib/engine/answers.js



/**
 * Grants or refuses the first approval the run waits for (R6). A grant holds for the tree that was shown: another one makes it stale,
 * and the run asks again.
 *
 * @param found reads the tree the workspace has now
 */
async function answerApproval(state, grant, found) {
    const waiting = approvalOf(state);
    if (waiting === undefined)
        return { events: [], error: nothingToApprove(state) };
    const { path, tree: expected } = waiting;
    const by = { path, by: grant.by, ...(grant.note === undefined ? {} : { note: grant.note }) };
    const proposes = state.steps.get(path)?.proposes;
    if (proposes !== undefined) {
        const type = grant.approved ? "approval.granted" : "approval.rejected";
        return { events: [{ type, data: by }, answeredDecision(path, proposes, grant.by, grant.approved)] };
    }
    if (!grant.approved)
        return { events: [{ type: "approval.rejected", data: by }] };
    if (expected === undefined)
        return { events: [{ type: "approval.granted", data: by }] };
    const now = grant.tree ?? (await found());
    if (now === expected)
        return { events: [{ type: "approval.granted", data: { ...by, tree: expected } }] };
    const event = { type: "approval.stale", data: { path, expected, found: now } };
    return { events: [event], error: stale(path, expected, now) };
}
function approvalOf(state) {
    for (const path of state.parkedSteps) {
        const approval = state.steps.get(path)?.parked?.wake.approval;
        if (approval !== undefined)
            return { ...approval, path };
    }
    return undefined;
}
/** Gives an event to the first step that waits for it; no events when none does. */
function answerSignal(state, signal) {
    for (const path of state.parkedSteps) {
        const wanted = state.steps.get(path)?.parked?.wake.event;
        if (wanted?.name !== signal.name || !includes(signal.payload, wanted.match))
            continue;
        return { events: [{ type: "event.received", data: { path, ...signal } }] };
    }
    return { events: [] };
}
/** Ends a run that nobody drives. */
function answerCancel(state, { by, reason }) {
    if (state.status !== "running" && state.status !== "parked")
        return { events: [] };
    return {
        events: [
            { type: "run.cancel_requested", data: { by, reason } },
            { type: "run.cancelled", data: { by, reason } },
        ],
    };
}
/** Whether the payload holds everything `match` names. */
function includes(payload, match) {
    return Object.entries(match ?? {}).every(([key, wanted]) => {
        const found = (0,json/* isJsonObject */.O)(payload) ? payload[key] : undefined;
        return JSON.stringify(found) === JSON.stringify(wanted);
    });
}
function nothingToApprove(state) {
    return new errors/* PawlError */.p({
        code: "approval.none",
        kind: "invalid",
        message: `Run ${state.runId} waits for no approval; it is ${state.status}.`,
        remedy: "`pawl show` says what it waits for.",
    });
}
function stale(path, expected, found) {
    return new errors/* PawlError */.p({
        code: "approval.stale",
        kind: "policy",
        message: `The workspace changed since the approval of ${path} was asked for (${expected.slice(0, 12)} then, ${found.slice(0, 12)} now).`,
        remedy: "Resume the run: it shows the new state and asks again.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/dead-worker.js
/** What a lease calls this process: enough for another process of the same host to see whether it still lives. */
function leaseName(options) {
    return `${options.worker}@${options.host}#${options.pid}`;
}
/** The holder of a run's lease, when it was a process of this host that is gone; undefined when it lives or nobody can tell. */
async function deadWorker(store, options, runId) {
    if (options.isAlive === undefined)
        return undefined;
    const holder = (await store.lease(runId))?.worker ?? "";
    const [, host, pid] = /^.*@(.*)#(\d+)$/s.exec(holder) ?? [];
    return host === options.host && !options.isAlive(Number(pid)) ? holder : undefined;
}

// EXTERNAL MODULE: ./lib/language/plan/plan.js
var plan = __webpack_require__(25709);
;// CONCATENATED MODULE: ./lib/engine/large-values.js



/** A journal line longer than this, in UTF-16 units, has its large members moved into blobs. */
const LONGEST_LINE = 16_384;
/** A member longer than this becomes a blob of its own. */
const LONGEST_MEMBER = 2_048;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** The value as a blob: its canonical JSON's bytes, and what stands in the journal for it. */
function toBlob(value) {
    const bytes = encoder.encode((0,json/* canonicalJson */.d)(value));
    return { ref: { $blob: (0,kernel_digest/* sha256 */.s)(bytes), bytes: bytes.byteLength }, bytes };
}
function fromBlob(bytes) {
    return JSON.parse(decoder.decode(bytes));
}
/** The same data with every large member replaced by a reference; the blobs go into `blobs`. */
function withoutLargeValues(data, blobs) {
    return shrink(data, blobs, true);
}
function shrink(value, blobs, top) {
    if (typeof value === "string")
        return value.length > LONGEST_MEMBER ? moved(value, blobs) : value;
    if (Array.isArray(value)) {
        const items = value.map((item) => shrink(item, blobs, false));
        return (0,json/* canonicalJson */.d)(items).length > LONGEST_LINE ? moved(value, blobs) : items;
    }
    if (!(0,json/* isJsonObject */.O)(value))
        return value;
    const members = {};
    for (const [key, member] of Object.entries(value)) {
        if (member !== undefined)
            members[key] = shrink(member, blobs, false);
    }
    return !top && (0,json/* canonicalJson */.d)(members).length > LONGEST_LINE ? moved(value, blobs) : members;
}
function moved(value, blobs) {
    const { ref, bytes } = toBlob(value);
    blobs.set(ref.$blob, bytes);
    return { ...ref };
}
/**
 * Puts the blobs back where their references stand.
 *
 * @throws PawlError `journal.blob_missing` when the store lost one
 */
async function withLargeValues(data, load, keep = new Set()) {
    return (await grow(data, load, keep));
}
async function grow(value, load, keep) {
    if (Array.isArray(value))
        return Promise.all(value.map((item) => grow(item, load, keep)));
    if (!(0,json/* isJsonObject */.O)(value))
        return value;
    if (typeof value["$blob"] === "string" && Object.keys(value).length === 2) {
        const bytes = await load(value["$blob"]);
        if (bytes === undefined || (0,kernel_digest/* sha256 */.s)(bytes) !== value["$blob"])
            throw missing(value["$blob"]);
        return fromBlob(bytes);
    }
    const members = {};
    for (const [key, member] of Object.entries(value)) {
        members[key] = keep.has(key) ? member : await grow(member, load, keep);
    }
    return members;
}
function missing(digest) {
    return new errors/* PawlError */.p({
        code: "journal.blob_missing",
        kind: "permanent",
        message: `The run store has lost or damaged the large value ${digest.slice(0, 12)} that the journal refers to.`,
        remedy: "Restore the state directory or the run's archive from a copy, or start a new run.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/reset.js


/**
 * What a resume runs again: steps that failed unhandled, were cancelled, were compensated or were skipped because of a failure, and
 * everything that comes after them; with `from`, that step afresh and everything after it. Completed steps before them are held.
 *
 * An expanded step keeps its frames: only what failed inside runs again. `from` on the step itself drops them.
 */
function resetForResume(state, from) {
    if (from !== undefined) {
        const step = stepAt(state, from);
        restartAfresh(state, step);
        for (const after of downstream(state, step))
            restartAfresh(state, after);
        reopenParents(state, frameOf(state, step));
    }
    resetFrame(state, "");
}
/** Whether a resume runs steps again: one of a run that is over does; one that goes on with a parked or orphaned run doesn't. */
function runsAgain(state, from) {
    return from !== undefined || state.status === "failed" || state.status === "cancelled";
}
/** Paths `resetForResume` would run again and that had begun: the workspace goes back to before the first of them. */
function pathsToReset(state, from) {
    const paths = new Set();
    if (!runsAgain(state, from))
        return paths;
    if (from !== undefined) {
        const step = stepAt(state, from);
        for (const one of [step, ...downstream(state, step)])
            addWithInner(state, one.path, paths);
    }
    for (const step of state.steps.values()) {
        if (step.phase !== "ended" || !isToRunAgain(step))
            continue;
        if (hasFailedInside(state, step))
            continue;
        addWithInner(state, step.path, paths);
        for (const after of downstream(state, step))
            addWithInner(state, after.path, paths);
    }
    return paths;
}
function addWithInner(state, path, paths) {
    paths.add(path);
    if (state.steps.get(path)?.expansion === undefined)
        return;
    for (const inner of state.steps.keys())
        if (inner.startsWith(`${path}/`))
            paths.add(inner);
}
function isToRunAgain(step) {
    if (step.status === "cancelled" || step.status === "compensated")
        return true;
    if (step.status === "failed")
        return !step.handled;
    return step.status === "skipped" && (step.skipBecause === "failure" || step.skipBecause === "unused");
}
/** Whether a step of its last expansion is what failed, so that the step itself need not begin again. */
function hasFailedInside(state, step) {
    return (step.expansion?.frames ?? []).some((spec) => {
        const frame = state.frames.get(`${step.path}/${spec.key}`);
        return frame !== undefined && (frame.failed !== undefined || frame.cancelled || !frame.ended);
    });
}
function resetFrame(state, framePath) {
    const frame = state.frames.get(framePath);
    if (frame === undefined)
        return;
    const again = new Set();
    for (const planned of frame.body.steps) {
        const step = stepAt(state, stepPath(framePath, planned.step.id));
        if (step.phase !== "ended") {
            for (const spec of step.expansion?.frames ?? [])
                resetFrame(state, `${step.path}/${spec.key}`);
            continue;
        }
        if (!isToRunAgain(step))
            continue;
        again.add(step.path);
        for (const after of downstream(state, step))
            again.add(after.path);
    }
    frame.failed = undefined;
    frame.skipRest = undefined;
    frame.cancelled = false;
    for (const path of again) {
        const step = stepAt(state, path);
        if (step.phase !== "ended")
            continue;
        if (hasFailedInside(state, step))
            reopen(state, frame, step);
        else
            restart(state, frame, step);
    }
    recount(state, frame);
}
/** The steps of the same frame that come after, at any distance. */
function downstream(state, step) {
    const frame = frameOf(state, step);
    const { dependents } = bodyIndex(frame.body);
    const seen = new Set([step.planned.step.id]);
    const queue = [step.planned.step.id];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
        for (const next of dependents.get(id) ?? []) {
            if (seen.has(next))
                continue;
            seen.add(next);
            queue.push(next);
        }
    }
    seen.delete(step.planned.step.id);
    return [...seen].map((id) => stepAt(state, stepPath(frame.path, id)));
}
/** Back to before its first attempt, its attempts given anew; what it learnt (checkpoints) and spent stays. */
function restart(state, frame, step) {
    const { attempt, checkpoints, cost, turns } = step;
    dropFrames(state, step);
    Object.assign(step, newStep(step.path, step.frame, step.planned), {
        attempt,
        attemptBase: attempt,
        checkpoints,
        cost,
        turns,
    });
    frame.remaining++;
}
function restartAfresh(state, step) {
    if (step.phase !== "ended" && step.phase !== "parked") {
        step.checkpoints = [];
        return;
    }
    state.parkedSteps.delete(step.path);
    restart(state, frameOf(state, step), step);
    step.checkpoints = [];
}
function reopen(state, frame, step) {
    const expansion = step.expansion;
    if (expansion === undefined)
        return;
    step.phase = "expanded";
    step.status = "running";
    step.error = undefined;
    step.handled = false;
    frame.remaining++;
    for (const spec of expansion.frames.slice(0, expansion.opened))
        resetFrame(state, `${step.path}/${spec.key}`);
    expansion.ended = expansion.frames.slice(0, expansion.opened).filter((spec) => {
        return state.frames.get(`${step.path}/${spec.key}`)?.ended ?? true;
    }).length;
}
/** After `from` inside a frame: every step around it is under way again, and what comes after those runs again. */
function reopenParents(state, inner) {
    let frame = inner;
    while (frame.parent !== undefined) {
        recount(state, frame);
        const parent = stepAt(state, frame.parent);
        const around = frameOf(state, parent);
        if (parent.phase === "ended") {
            for (const after of downstream(state, parent))
                restartAfresh(state, after);
            reopen(state, around, parent);
        }
        else if (parent.phase === "joining" && parent.expansion !== undefined) {
            state.joins.delete(parent.path);
            parent.phase = "expanded";
            parent.expansion.ended--;
        }
        frame = around;
    }
}
function dropFrames(state, step) {
    if (step.expansion === undefined)
        return;
    const inside = `${step.path}/`;
    for (const path of state.steps.keys()) {
        if (!path.startsWith(inside))
            continue;
        state.steps.delete(path);
        for (const set of [state.running, state.retrying, state.parkedSteps, state.joins, state.timed, state.expired])
            set.delete(path);
    }
    for (const path of state.frames.keys()) {
        if (!path.startsWith(inside))
            continue;
        state.frames.delete(path);
        state.readyFrames.delete(path);
        state.stalled.delete(path);
    }
}
/** Works out anew what the frame's steps wait for; the only place where work grows with a body's size, once per resume. */
function recount(state, frame) {
    const index = bodyIndex(frame.body);
    frame.ready.clear();
    state.readyFrames.delete(frame.path);
    state.stalled.delete(frame.path);
    frame.active = 0;
    frame.running = 0;
    frame.remaining = 0;
    for (const planned of frame.body.steps) {
        const step = stepAt(state, stepPath(frame.path, planned.step.id));
        if (step.phase !== "ended")
            frame.remaining++;
    }
    for (const planned of frame.body.steps) {
        const step = stepAt(state, stepPath(frame.path, planned.step.id));
        if (step.phase === "ended" || step.phase === "covered")
            continue;
        if (step.phase !== "waiting" && step.phase !== "dormant" && step.phase !== "ready") {
            frame.active++;
            if (step.phase === "running")
                frame.running++;
            continue;
        }
        const before = index.before.get(planned.step.id) ?? [];
        step.waiting = before.filter((id) => stepAt(state, stepPath(frame.path, id)).phase !== "ended").length;
        if (step.phase === "ready")
            frame.active++;
        if (step.phase === "ready")
            markReady(state, frame, step);
        else if (planned.fallbackOnly)
            step.phase = "dormant";
        else if (step.waiting === 0)
            markReady(state, frame, step);
        else
            step.phase = "waiting";
    }
    frame.ended = frame.remaining === 0;
    if (!frame.ended && frame.active === 0)
        state.stalled.add(frame.path);
}

;// CONCATENATED MODULE: ./lib/engine/frames.js


/** The step's code is not under way any more. */
function leaveRunning(state, step) {
    if (state.running.delete(step.path))
        frameOf(state, step).running--;
}
/** Nothing waits for the step any more. */
function leaveQueues(state, step) {
    const frame = frameOf(state, step);
    if (frame.ready.delete(step.path) && frame.ready.size === 0)
        state.readyFrames.delete(frame.path);
    state.retrying.delete(step.path);
    state.parkedSteps.delete(step.path);
    state.joins.delete(step.path);
}
/** What a failure means for the step and its frame, by what `on_error` makes of it. */
function fail(state, step, leadsTo, seq) {
    const frame = frameOf(state, step);
    if (leadsTo === "ask") {
        // What follows in the same commit parks it.
        leaveRunning(state, step);
        leaveQueues(state, step);
        step.phase = "parked";
        return;
    }
    if (leadsTo === "retry") {
        leaveRunning(state, step);
        leaveQueues(state, step);
        step.phase = "retrying";
        step.status = "pending";
        state.retrying.add(step.path);
        return;
    }
    if (leadsTo === "fallback") {
        const fallback = state.steps.get(stepPath(frame.path, step.planned.step.onError));
        if (fallback !== undefined && cover(state, frame, step, fallback))
            return;
        step.handled = fallback?.status === "completed" || fallback?.status === "cached";
    }
    if (leadsTo === "continue")
        step.handled = true;
    if (leadsTo === "skip_rest") {
        step.handled = true;
        frame.skipRest = step.planned.step.id;
    }
    if (!step.handled)
        frame.failed ??= step.path;
    endStep(state, step, seq);
}
/** Lets the fallback run in the step's place; false when it has run already. */
function cover(state, frame, step, fallback) {
    if (fallback.phase === "ended")
        return false;
    leaveRunning(state, step);
    leaveQueues(state, step);
    step.phase = "covered";
    frame.active--;
    fallback.covers.push(step.path);
    if (fallback.phase === "dormant" || fallback.phase === "waiting")
        markReady(state, frame, fallback);
    return true;
}
/** Takes the step out of its frame's work and lets those after it go on. */
function endStep(state, step, seq) {
    const frame = frameOf(state, step);
    leaveRunning(state, step);
    leaveQueues(state, step);
    if (step.phase !== "waiting" && step.phase !== "dormant" && step.phase !== "covered")
        frame.active--;
    state.timed.delete(step.path);
    state.expired.delete(step.path);
    step.phase = "ended";
    step.endedSeq = seq;
    step.wake = undefined;
    step.parked = undefined;
    step.proposes = undefined;
    frame.remaining--;
    for (const path of step.covers.splice(0)) {
        const covered = stepAt(state, path);
        covered.handled = step.status === "completed" || step.status === "cached";
        if (!covered.handled)
            frame.failed ??= covered.path;
        endStep(state, covered, seq);
    }
    releaseDependents(state, frame, step);
    settleFrame(state, frame);
}
function releaseDependents(state, frame, step) {
    for (const id of bodyIndex(frame.body).dependents.get(step.planned.step.id) ?? []) {
        const next = stepAt(state, stepPath(frame.path, id));
        next.waiting--;
        if (next.waiting === 0 && next.phase === "waiting")
            markReady(state, frame, next);
    }
}
function settleFrame(state, frame) {
    state.stalled.delete(frame.path);
    if (frame.ended)
        return;
    if (frame.remaining > 0) {
        if (frame.active === 0)
            state.stalled.add(frame.path);
        return;
    }
    frame.ended = true;
    if (frame.parent === undefined)
        return;
    const parent = stepAt(state, frame.parent);
    if (parent.expansion === undefined)
        return;
    parent.expansion.ended++;
    openNextFrames(state, parent);
}
/** Opens frames up to the step's limit; when all have ended the step is due for its join. */
function openNextFrames(state, step) {
    const expansion = step.expansion;
    if (expansion === undefined)
        return;
    while (expansion.opened < expansion.frames.length && expansion.opened - expansion.ended < expansion.maxParallel) {
        const spec = expansion.frames[expansion.opened];
        expansion.opened++;
        if (spec === undefined)
            break;
        const body = step.planned.bodies[spec.body];
        if (body === undefined)
            throw new UnknownPath(`${step.path} (body ${spec.body})`);
        const frame = openFrame(state, {
            path: `${step.path}/${spec.key}`,
            parent: step.path,
            body,
            names: spec.names,
        });
        if (frame.remaining === 0) {
            frame.ended = true;
            expansion.ended++;
        }
    }
    if (expansion.ended === expansion.frames.length) {
        step.phase = "joining";
        state.joins.add(step.path);
    }
}

;// CONCATENATED MODULE: ./lib/engine/reduce.js




/**
 * Folds one event into the state, which it owns and changes in place; returns the same object.
 *
 * Deterministic and total over the journals of every released version. Work per event is bounded by what the event touches
 * (a step, its dependents, the frames it opens), never by the length of the run.
 *
 * @throws UnknownPath when the event names a step the plan doesn't have
 */
function reduce(state, event, hash) {
    const fold = FOLDS[event.type];
    state.updatedAt = Date.parse(event.at);
    fold(state, event.data, event);
    state.head = { seq: event.seq, hash };
    return state;
}
const FOLDS = {
    "run.created": (state, data, event) => {
        state.created = data;
        state.runId = event.run;
        state.createdAt = Date.parse(event.at);
        state.inputs = data.inputs;
        state.status = "running";
    },
    "run.started": (state, data, event) => {
        state.attempt++;
        state.worker = data.worker;
        state.fence = data.fence;
        if (state.attempt === 1) {
            state.variables = data.variables;
            state.openingVariables = data.variables;
            state.baseTree = data.base_tree;
            state.baseCommit = data.base_commit;
            state.tree = data.base_tree;
        }
        // A worker that takes a run over finds no step under way: what was, died with its process and runs again.
        interruptAll(state);
        state.activeSince = Date.parse(event.at);
        wakeRun(state);
    },
    "run.resumed": (state, data, event) => {
        if (data.autonomy !== undefined)
            state.autonomy = data.autonomy;
        if (data.inputs !== undefined)
            state.inputs = data.inputs;
        if (data.budget !== undefined)
            state.addedBudget = addBudgets(state.addedBudget, data.budget);
        if (data.reason === "fork")
            state.inherited = state.cost;
        if (data.tree !== undefined)
            state.tree = data.tree;
        interruptAll(state);
        if (data.rollback === true) {
            state.rollback = { by: data.by, seq: event.seq };
            state.compensation = undefined;
        }
        else if (runsAgain(state, data.from)) {
            resetForResume(state, data.from);
            state.compensation = undefined;
            state.cancel = undefined;
        }
        for (const path of state.parkedSteps) {
            const step = stepAt(state, path);
            const wake = step.parked?.wake;
            // Money may have been added, and a child run may have got further: both are asked again.
            if (wake?.budget !== undefined || wake?.event?.name === "run.ended")
                wakeStep(state, step, undefined);
            if (step.proposes === undefined)
                continue;
            // Whoever resumes with another autonomy answers what was asked.
            if (data.autonomy === "full")
                carryOut(state, step, step.proposes, event.seq);
            if (data.autonomy === "off")
                letStand(state, step, step.proposes, event.seq);
        }
        state.status = "running";
        state.parked = undefined;
        state.error = undefined;
        state.activeSince = Date.parse(event.at);
    },
    "step.started": (state, data, event) => {
        const step = stepAt(state, data.path);
        leaveQueues(state, step);
        const frame = frameOf(state, step);
        step.phase = "running";
        step.status = "running";
        step.attempt = data.attempt;
        step.inputTree = data.tree ?? step.inputTree;
        step.startedAt = Date.parse(event.at);
        step.startedSeq = event.seq;
        step.error = undefined;
        step.retryAt = undefined;
        step.parked = undefined;
        step.proposes = undefined;
        if (data.cache_key !== undefined) {
            if (step.cacheKey === undefined)
                state.cacheMisses++;
            step.cacheKey = data.cache_key;
        }
        state.timed.delete(step.path);
        state.expired.delete(step.path);
        state.running.add(step.path);
        frame.running++;
    },
    "step.progressed": (state, data) => {
        const { kind, attempt, tree } = data;
        const step = stepAt(state, data.path);
        step.checkpoints.push({
            kind,
            attempt,
            round: step.expansion?.rounds ?? 0,
            data: data.data,
            ...(tree === undefined ? {} : { tree }),
            ...(step.inputTree === undefined ? {} : { base: step.inputTree }),
        });
    },
    "step.expanded": (state, data, event) => {
        const step = stepAt(state, data.path);
        leaveRunning(state, step);
        state.joins.delete(step.path);
        land(state, step, data.tree, event.seq);
        step.phase = "expanded";
        step.status = "running";
        step.expansion = {
            frames: data.frames,
            maxParallel: Math.max(1, data.max_parallel),
            outputs: data.outputs ?? {},
            rounds: (step.expansion?.rounds ?? 0) + 1,
            opened: 0,
            ended: 0,
        };
        if (step.planned.step.timeoutMs !== undefined)
            state.timed.add(step.path);
        openNextFrames(state, step);
    },
    "step.completed": (state, data, event) => {
        const step = stepAt(state, data.path);
        step.status = "completed";
        step.outputs = data.outputs;
        step.evidence = data.evidence;
        step.artifacts = data.artifacts;
        step.durationMs = data.duration_ms;
        land(state, step, data.tree, event.seq);
        endStep(state, step, event.seq);
    },
    "step.cached": (state, data, event) => {
        const step = stepAt(state, data.path);
        step.status = "cached";
        step.cached = true;
        step.outputs = data.outputs;
        step.evidence = data.evidence;
        step.artifacts = data.artifacts;
        step.startedAt = Date.parse(event.at);
        step.durationMs = 0;
        land(state, step, data.tree, event.seq);
        state.cacheHits++;
        state.savedUsd += data.saved.usd;
        state.savedMs += data.saved.duration_ms;
        endStep(state, step, event.seq);
    },
    "step.failed": (state, data, event) => {
        const step = stepAt(state, data.path);
        step.status = "failed";
        step.attempt = Math.max(step.attempt, data.attempt);
        step.error = data.error;
        step.outputs = data.outputs;
        step.evidence = data.evidence;
        step.artifacts = data.artifacts ?? [];
        step.durationMs = data.duration_ms;
        if (data.leads_to !== "retry")
            land(state, step, data.tree, event.seq);
        fail(state, step, data.leads_to, event.seq);
    },
    "step.skipped": (state, data, event) => {
        const step = stepAt(state, data.path);
        step.status = "skipped";
        step.skipReason = data.reason;
        step.skipBecause = data.because;
        endStep(state, step, event.seq);
    },
    "step.parked": (state, data) => {
        const step = stepAt(state, data.path);
        leaveRunning(state, step);
        leaveQueues(state, step);
        const isFailure = data.proposes !== undefined && data.proposes.does !== "substitute";
        step.phase = "parked";
        step.status = isFailure ? "failed" : "running";
        step.parked = { reason: data.reason, wake: data.wake };
        step.proposes = data.proposes;
        step.wake = undefined;
        state.parkedSteps.add(step.path);
    },
    "timer.fired": (state, data) => wakeStep(state, stepAt(state, data.path), { kind: "time", data: {} }),
    "step.cancelled": (state, data, event) => {
        const step = stepAt(state, data.path);
        step.status = "cancelled";
        step.skipReason = data.reason;
        frameOf(state, step).cancelled = true;
        endStep(state, step, event.seq);
    },
    "retry.scheduled": (state, data) => {
        const at = Date.parse(data.at);
        if (state.compensation?.status === "running")
            state.compensation.retryAt = at;
        else
            stepAt(state, data.path).retryAt = at;
    },
    decision: (state, data) => {
        if (data.kind === "abort" && data.path !== undefined)
            expire(state, data.path);
    },
    "approval.requested": () => { },
    "approval.granted": (state, data, event) => {
        const step = stepAt(state, data.path);
        if (step.proposes === undefined)
            wakeStep(state, step, { kind: "approved", data: answer(data) });
        else
            carryOut(state, step, step.proposes, event.seq);
    },
    "approval.rejected": (state, data, event) => {
        const step = stepAt(state, data.path);
        if (step.proposes === undefined)
            wakeStep(state, step, { kind: "rejected", data: answer(data) });
        else
            letStand(state, step, step.proposes, event.seq);
    },
    "approval.stale": (state, data) => {
        const trees = { expected: data.expected ?? null, found: data.found ?? null };
        wakeStep(state, stepAt(state, data.path), { kind: "stale", data: trees });
    },
    "event.received": (state, data) => {
        const received = { name: data.name, payload: data.payload };
        wakeStep(state, stepAt(state, data.path), { kind: "event", data: received });
    },
    "variable.set": (state, data) => {
        state.variables = { ...state.variables, ...data.values };
    },
    "budget.reserved": (state, data) => {
        state.reservations.set(data.id, { path: data.path, usd: data.usd, tokens: data.tokens });
        state.turns++;
        for (const step of withAncestors(state, data.path))
            step.turns++;
    },
    "budget.settled": (state, data) => {
        state.reservations.delete(data.id);
        state.cost = addCost(state.cost, data.cost);
        for (const step of withAncestors(state, data.path))
            step.cost = addCost(step.cost, data.cost);
    },
    "effect.intended": () => { },
    "effect.recorded": (state, data) => {
        state.effects.set(data.key, data.data);
    },
    "policy.refused": () => { },
    "breaker.opened": () => { },
    "breaker.closed": () => { },
    "compensation.started": (state, data) => {
        const { reason, paths } = data;
        state.compensation = { reason, paths, next: 0, attempt: 0, retryAt: undefined, failed: [], status: "running" };
    },
    "compensation.step": (state, data) => {
        const compensation = state.compensation;
        if (compensation === undefined)
            return;
        compensation.attempt = data.attempt;
        compensation.retryAt = undefined;
        if (data.status === "completed")
            stepAt(state, data.path).status = "compensated";
        const attempts = stepAt(state, data.path).planned.step.compensate?.retry.attempts ?? 1;
        if (data.status === "failed" && data.attempt >= attempts)
            compensation.failed.push(data.path);
        if (data.status === "completed" || (data.status === "failed" && data.attempt >= attempts)) {
            compensation.next++;
            compensation.attempt = 0;
        }
    },
    "compensation.finished": (state, data) => {
        if (state.compensation !== undefined)
            state.compensation.status = data.status;
    },
    "run.parked": (state, data, event) => {
        state.status = "parked";
        state.parked = { reason: data.reason, wake: data.wake };
        stopClock(state, event);
    },
    "run.cancel_requested": (state, data, event) => {
        state.cancel = { by: data.by, reason: data.reason };
        state.cancelSeq = event.seq;
        // Whatever waited for people, times or money is asked again, and told that the run is being cancelled.
        for (const path of [...state.parkedSteps, ...state.retrying]) {
            const step = stepAt(state, path);
            leaveQueues(state, step);
            markReady(state, frameOf(state, step), step);
        }
        wakeRun(state);
    },
    "run.completed": (state, data, event) => {
        state.status = "completed";
        state.outputs = data.outputs;
        stopClock(state, event);
    },
    "run.failed": (state, data, event) => {
        state.status = "failed";
        state.rollback = undefined;
        state.error = data.error;
        stopClock(state, event);
    },
    "run.cancelled": (state, data, event) => {
        state.status = "cancelled";
        state.rollback = undefined;
        state.cancel = { by: data.by, reason: data.reason };
        state.error = { code: "run.cancelled", kind: "cancelled", message: `Cancelled by ${data.by}: ${data.reason}` };
        interruptAll(state);
        stopClock(state, event);
    },
};
/** The time of a step with open frames is over: what waits inside is asked again, and told so. */
function expire(state, path) {
    state.timed.delete(path);
    state.expired.add(path);
    for (const inner of [...state.parkedSteps, ...state.retrying]) {
        if (!inner.startsWith(`${path}/`))
            continue;
        const step = stepAt(state, inner);
        leaveQueues(state, step);
        markReady(state, frameOf(state, step), step);
    }
}
/** The run's files are now what the step left. */
function land(state, step, tree, seq) {
    if (tree === undefined)
        return;
    if (state.tree !== undefined && state.tree !== tree)
        step.changes.push({ from: state.tree, to: tree, seq });
    state.tree = tree;
    step.tree = tree;
}
function answer(data) {
    return { by: data.by, ...(data.note === undefined ? {} : { note: data.note }) };
}
/** A run that was parked goes on as soon as something came for it. */
function wakeRun(state) {
    if (state.status === "parked") {
        state.status = "running";
        state.parked = undefined;
    }
}
function wakeStep(state, step, wake) {
    if (step.phase !== "parked")
        return;
    state.parkedSteps.delete(step.path);
    step.parked = undefined;
    step.wake = wake;
    // Waiting is no attempt: the step goes on as the one it was.
    step.attempt = Math.max(0, step.attempt - 1);
    markReady(state, frameOf(state, step), step);
}
/** Does what was proposed. */
function carryOut(state, step, proposes, seq) {
    if (proposes.does === "substitute") {
        step.granted = [...step.granted, proposes.choice ?? proposes.does];
        step.proposes = undefined;
        wakeStep(state, step, undefined);
        return;
    }
    step.proposes = undefined;
    step.parked = undefined;
    // What somebody mended meanwhile is what the next attempt begins from.
    if (proposes.does === "retry")
        step.inputTree = undefined;
    fail(state, step, proposes.does, seq);
}
function letStand(state, step, proposes, seq) {
    if (proposes.does === "substitute")
        step.error = rejectedChoice(proposes);
    step.status = "failed";
    step.proposes = undefined;
    fail(state, step, "fail", seq);
}
function stopClock(state, event) {
    if (state.activeSince === undefined)
        return;
    state.activeMs += Math.max(0, Date.parse(event.at) - state.activeSince);
    state.activeSince = undefined;
}
/** The process that ran the step is gone: it starts again as the same attempt. */
function interrupt(state, step) {
    leaveRunning(state, step);
    step.status = "pending";
    step.attempt = Math.max(0, step.attempt - 1);
    markReady(state, frameOf(state, step), step);
}
function interruptAll(state) {
    const paths = Array.from(state.running);
    for (const path of paths)
        interrupt(state, stepAt(state, path));
}
function withAncestors(state, path) {
    const found = [];
    let step = state.steps.get(path);
    while (step !== undefined) {
        found.push(step);
        const parent = state.frames.get(step.frame)?.parent;
        step = parent === undefined ? undefined : state.steps.get(parent);
    }
    return found;
}
function addBudgets(a, b) {
    const sum = {};
    for (const key of ["usd", "tokens", "minutes", "turns"]) {
        const total = Number(a[key] ?? 0) + Number(b[key] ?? 0);
        if (total > 0)
            sum[key] = total;
    }
    return sum;
}

;// CONCATENATED MODULE: ./lib/engine/stored-fold.js



/** Raised whenever what the fold holds changes: a fold of another version is not read, the journal is. */
const FOLD_VERSION = 2;
/** Events a run has before its fold is worth storing: reading fewer takes less time than storing them would, over and over. */
const FIRST_FOLD_AT = 2_000;
/**
 * Whether a run's fold is to be stored again. Each covers half as many events more than the one before, so that what storing them costs
 * stays in proportion to the journal, however long it gets.
 */
function isFoldDue(seq, foldedSeq) {
    return seq - foldedSeq >= Math.max(FIRST_FOLD_AT, foldedSeq / 2);
}
const stored_fold_encoder = new TextEncoder();
const stored_fold_decoder = new TextDecoder();
/** Members of the state that are sets of paths. */
const SETS = ["readyFrames", "joins", "retrying", "parkedSteps", "running", "timed", "expired", "stalled"];
/** Members that are maps from a name to JSON. */
const MAPS = ["reservations", "effects"];
/** The state as bytes: everything but what follows from the plan. */
function storeFold(state) {
    const { plan: _plan, steps, frames, ...rest } = state;
    const plain = { ...rest };
    for (const name of SETS)
        plain[name] = [...state[name]];
    for (const name of MAPS)
        plain[name] = [...state[name]];
    const fold = {
        version: FOLD_VERSION,
        state: plain,
        steps: [...steps.values()].map(({ planned: _planned, ...step }) => step),
        frames: [...frames.values()].map(({ body, ready, ...frame }) => ({
            ...frame,
            body: body.name,
            ready: [...ready],
        })),
    };
    return stored_fold_encoder.encode(JSON.stringify(fold));
}
/** The state a stored fold holds; undefined when another version wrote it or it doesn't fit the plan. */
function readFold(plan, bytes) {
    try {
        const fold = JSON.parse(stored_fold_decoder.decode(bytes));
        return fold.version === FOLD_VERSION ? restore(plan, fold) : undefined;
    }
    catch (error) {
        if (error instanceof errors/* PawlError */.p || error instanceof TypeError || error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
function restore(plan, fold) {
    const blank = initialState(plan);
    // JSON has no undefined: members that are absent are those of a state before any event.
    const state = { ...blank, ...withoutContainers(fold.state) };
    for (const name of SETS)
        fill(state[name], fold.state[name]);
    for (const name of MAPS)
        fillMap(state[name], fold.state[name]);
    const stored = new Map(fold.steps.map((step) => [step.path, step]));
    state.steps.clear();
    state.frames.clear();
    for (const { body: name, ready, ...frame } of fold.frames) {
        const parent = frame.parent === undefined ? undefined : state.steps.get(frame.parent);
        const body = frame.parent === undefined ? plan.root : parent?.planned.bodies[name];
        if (body === undefined)
            throw new TypeError(`the plan has no body ${name} at ${frame.path}`);
        state.frames.set(frame.path, { ...blankFrame(frame), body, ready: new Set(ready) });
        const { byId } = bodyIndex(body);
        for (const [id, planned] of byId) {
            const path = frame.path === "" ? id : `${frame.path}/${id}`;
            const step = stored.get(path);
            if (step === undefined)
                throw new TypeError(`the stored fold has no step ${path}`);
            state.steps.set(path, { ...BLANK_STEP, ...step, planned });
        }
    }
    return state;
}
function withoutContainers(stored) {
    const left = {};
    const containers = new Set([...SETS, ...MAPS]);
    for (const [name, value] of Object.entries(stored))
        if (!containers.has(name))
            left[name] = value;
    return left;
}
function fill(set, values) {
    set.clear();
    for (const value of values)
        set.add(value);
}
function fillMap(map, entries) {
    for (const [key, value] of entries)
        map.set(key, value);
}
function blankFrame(frame) {
    return { failed: undefined, skipRest: undefined, ...frame, parent: frame.parent };
}
/** The members of a step that JSON leaves out when they are undefined. */
const BLANK_STEP = {
    cacheKey: undefined,
    error: undefined,
    skipReason: undefined,
    skipBecause: undefined,
    startedAt: undefined,
    durationMs: undefined,
    inputTree: undefined,
    tree: undefined,
    parked: undefined,
    proposes: undefined,
    wake: undefined,
    retryAt: undefined,
    expansion: undefined,
};

;// CONCATENATED MODULE: ./lib/engine/load.js







/** What stays a reference when a journal is read: the definition is read once, on its own. */
const KEPT = new Set(["definition"]);
const plans = new WeakMap();
/** The plan of a workflow and its definition as a blob, worked out once for all its runs. */
function planned(workflow, stepTypes) {
    const known = plans.get(workflow);
    if (known !== undefined)
        return known;
    const made = { plan: (0,plan/* planWorkflow */.t5)(workflow, stepTypes), definition: toBlob(workflow) };
    plans.set(workflow, made);
    return made;
}
/** The events of a run with their large values, every link of the chain checked. */
async function readEvents(store, runId) {
    // The end is asked for first: whatever another process appends meanwhile comes after it.
    const written = await headOf(store, runId);
    const records = await store.read(runId);
    checkEnd(runId, records, written);
    return whole(store, runId, records, EMPTY_JOURNAL);
}
async function headOf(store, runId) {
    return (await store.summary(runId))?.head;
}
/** @throws PawlError `journal.corrupt` when the last event that was written isn't there, or is another one */
function checkEnd(runId, records, written) {
    if (written === undefined)
        return;
    const last = records.at(-1);
    if (last === undefined || last.seq < written.seq) {
        throw corrupt(runId, `it ends at event ${last?.seq ?? 0}, but ${written.seq} were written`);
    }
    const at = records[records.length - 1 - (last.seq - written.seq)];
    if (at?.hash !== written.hash)
        throw corrupt(runId, `event ${written.seq} is not the one that was written`);
}
async function whole(store, runId, records, after) {
    const { events } = readChain(runId, records, after);
    const read = [];
    for (const [index, event] of events.entries()) {
        const { hash = "", body = "" } = records[index] ?? {};
        const isWhole = !body.includes('"$blob"');
        const data = isWhole ? event.data : await withLargeValues(event.data, (digest) => store.blob(digest), KEPT);
        read.push({ ...event, data, hash });
    }
    return read;
}
/**
 * The state of a stored run: the fold of its journal, begun from the last stored fold where that stands on an event of this journal.
 *
 * @throws PawlError `store.unknown_run`, `journal.corrupt`, `journal.newer_version`, `journal.blob_missing`, `journal.other_workflow`
 */
async function loadRun(store, runId, stepTypes) {
    return (await fromStoredFold(store, runId, stepTypes)) ?? foldRun(store, runId, stepTypes);
}
/** The fold of the whole journal, every link of its chain checked. */
async function foldRun(store, runId, stepTypes) {
    const events = await readEvents(store, runId);
    const workflow = await definitionOf(store, runId, events[0]);
    return foldOn(initialState(planned(workflow, stepTypes).plan), runId, events);
}
function foldOn(state, runId, events) {
    try {
        for (const event of events)
            reduce(state, event, event.hash);
    }
    catch (error) {
        if (error instanceof UnknownPath)
            throw otherWorkflow(runId, error);
        throw error;
    }
    return state;
}
async function fromStoredFold(store, runId, stepTypes) {
    const stored = await store.checkpoint(runId);
    if (stored === undefined)
        return undefined;
    const written = await headOf(store, runId);
    const [first] = await store.read(runId, 0, 1);
    const records = await store.read(runId, stored.seq - 1);
    const [at] = records;
    if (first === undefined || at?.seq !== stored.seq)
        return undefined;
    checkEnd(runId, records, written);
    const workflow = await definitionOf(store, runId, JSON.parse(first.body));
    const state = readFold(planned(workflow, stepTypes).plan, stored.state);
    if (state === undefined || state.head.seq !== at.seq || state.head.hash !== at.hash)
        return undefined;
    return foldOn(state, runId, await whole(store, runId, records.slice(1), state.head));
}
async function definitionOf(store, runId, first) {
    if (first?.type !== "run.created")
        throw notBegun(runId);
    const { definition } = first.data;
    const bytes = await store.blob(definition.$blob);
    if (bytes === undefined)
        throw notBegun(runId);
    return fromBlob(bytes);
}
function notBegun(runId) {
    return new errors/* PawlError */.p({
        code: "journal.corrupt",
        kind: "permanent",
        message: `The journal of run ${runId} has no beginning: its first event or its workflow definition is missing.`,
        remedy: "Restore the state directory or the run's archive from a copy, or start a new run.",
    });
}
function otherWorkflow(runId, cause) {
    return new errors/* PawlError */.p({
        code: "journal.other_workflow",
        kind: "permanent",
        message: `The journal of run ${runId} does not belong to its workflow definition: ${cause.message}.`,
        remedy: "Restore the state directory or the run's archive from a copy, or start a new run.",
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/engine/budget.js


/**
 * Sets money aside for one request (R10): checked against the run's budget and those of the step and every step around it, then
 * against the outer ones, and journaled before it resolves. A reservation whose request was cut off by a crash stays set aside for ever:
 * it may have been spent.
 *
 * @throws PawlError `budget.exceeded` (kind budget) with the dimension, limit, need and scope in its details
 */
async function reserve(run, path, worstCase) {
    const steps = around(run.state, path);
    const inDollars = [runBudget(run.state), ...steps.map((step) => step.planned.step.budget)].some((budget) => budget?.usd !== undefined);
    if (worstCase.unpriced !== undefined && inDollars)
        throw unpriced(worstCase.unpriced);
    checkRun(run.state, worstCase);
    for (const step of steps)
        checkStep(run.state, step, worstCase);
    const id = run.nextId();
    // Folded at once, so that a neighbour's reservation made meanwhile sees this one.
    const written = run.write([
        { type: "budget.reserved", data: { path, id, usd: worstCase.usd, tokens: worstCase.tokens } },
    ]);
    const settleOwn = (cost, model) => run.write([{ type: "budget.settled", data: { path, id, cost, model } }]);
    const held = [];
    try {
        for (const outer of run.outer)
            held.push(await outer.reserve(worstCase));
        await written;
    }
    catch (error) {
        await Promise.all([...held.map((reservation) => reservation.release()), settleOwn(NO_COST, "")]);
        throw error;
    }
    return {
        id,
        settle: async (cost, model) => {
            await Promise.all([settleOwn(cost, model), ...held.map((reservation) => reservation.settle(cost, model))]);
        },
        release: async () => {
            await Promise.all([settleOwn(NO_COST, ""), ...held.map((reservation) => reservation.release())]);
        },
    };
}
/** The run's limits: the caller's where it set one, else the workflow's, and what resumes added. */
function runBudget(state) {
    const own = state.plan.workflow.budget;
    const given = state.created?.budget ?? {};
    const limits = {};
    for (const dimension of DIMENSIONS) {
        const limit = given[dimension] ?? own[dimension];
        if (limit !== undefined)
            limits[dimension] = limit + (state.addedBudget[dimension] ?? 0);
    }
    return limits;
}
const DIMENSIONS = ["usd", "tokens", "minutes", "turns"];
function checkRun(state, worstCase) {
    const limits = runBudget(state);
    const reserved = sum(state, () => true);
    check("run", "usd", limits.usd, state.cost.usd + reserved.usd, worstCase.usd);
    check("run", "tokens", limits.tokens, tokensOf(state.cost) + reserved.tokens, worstCase.tokens);
    check("run", "turns", limits.turns, state.turns, 1);
}
function checkStep(state, step, worstCase) {
    const limits = step.planned.step.budget;
    if (limits === undefined)
        return;
    const inside = `${step.path}/`;
    const reserved = sum(state, (path) => path === step.path || path.startsWith(inside));
    // A resume that raises the run's budget raises that of the step that ran out too: it is what the person saw.
    const added = state.addedBudget;
    const scope = `step ${step.path}`;
    check(scope, "usd", plus(limits.usd, added.usd), step.cost.usd + reserved.usd, worstCase.usd);
    check(scope, "tokens", plus(limits.tokens, added.tokens), tokensOf(step.cost) + reserved.tokens, worstCase.tokens);
    check(scope, "turns", plus(limits.turns, added.turns), step.turns, 1);
}
function plus(limit, added) {
    return limit === undefined ? undefined : limit + (added ?? 0);
}
function check(scope, dimension, limit, used, more) {
    // Half a millionth of a dollar: less than any price, more than what adding floats loses.
    if (limit === undefined || used + more <= limit + 5e-7)
        return;
    throw budgetExceeded({ scope, dimension, limit, used, needed: more });
}
/** A limit in dollars can't be kept with a model whose price nobody knows (A4). */
function unpriced(model) {
    return new errors/* PawlError */.p({
        code: "model.unpriced",
        kind: "invalid",
        message: `The price of the model ${model} is unknown, so a budget in dollars can't be kept.`,
        remedy: "Use a model of the price list, or give the budget in tokens.",
    });
}
function budgetExceeded(spent) {
    const unit = (amount) => spent.dimension === "usd" ? `$${amount.toFixed(4)}` : `${Math.round(amount)} ${spent.dimension}`;
    return new errors/* PawlError */.p({
        code: "budget.exceeded",
        kind: "budget",
        message: `The budget of ${spent.scope} is ${unit(spent.limit)}; ${unit(spent.used)} is spent or set aside ` +
            `and the next request may need ${unit(spent.needed)}, so it was not sent.`,
        remedy: `Resume the run with more, for example \`pawl resume <run-id> --budget +${spent.dimension === "usd" ? 1 : spent.needed}\`.`,
        details: { ...spent },
    });
}
function sum(state, counts) {
    let usd = 0;
    let tokens = 0;
    for (const reservation of state.reservations.values()) {
        if (!counts(reservation.path))
            continue;
        usd += reservation.usd;
        tokens += reservation.tokens;
    }
    return { usd, tokens };
}
function tokensOf(cost) {
    return inputTokensOf(cost) + cost.output_tokens;
}
/** Every token that was sent, at whatever price: the journal keeps those of the prompt cache apart. */
function inputTokensOf(cost) {
    return cost.input_tokens + cost.cache_read_tokens + cost.cache_write_tokens;
}
function around(state, path) {
    const found = [];
    for (let step = state.steps.get(path); step !== undefined;) {
        found.push(step);
        const parent = frameOf(state, step).parent;
        step = parent === undefined ? undefined : stepAt(state, parent);
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/engine/summary.js

/** What lists show of a run, folded with its events. */
function summarize(state) {
    const created = state.created;
    const at = state.parked?.wake.at;
    const group = created?.labels["concurrency_group"];
    return {
        runId: state.runId,
        workflow: state.plan.workflow.name,
        status: state.status === "new" ? "running" : state.status,
        createdAt: state.createdAt,
        updatedAt: state.updatedAt,
        ...(created?.parent === undefined ? {} : { parentRunId: created.parent.run }),
        ...(created?.actor === undefined ? {} : { actor: created.actor }),
        ...(group === undefined ? {} : { group }),
        ...(state.parked === undefined ? {} : { parked: state.parked }),
        ...(at === undefined ? {} : { wakeAt: Date.parse(at) }),
        costUsd: state.cost.usd - state.inherited.usd,
        inputTokens: inputTokensOf(state.cost) - inputTokensOf(state.inherited),
        outputTokens: state.cost.output_tokens - state.inherited.output_tokens,
        cacheHits: state.cacheHits,
        cacheMisses: state.cacheMisses,
        head: state.head,
        labels: created?.labels ?? {},
    };
}

;// CONCATENATED MODULE: ./lib/engine/pen.js




function createPen(ports, state, runId, lease, onDurable, onBroken) {
    let records = [];
    let events = [];
    let blobs = new Map();
    let durableSeq = state.head.seq;
    let broken;
    let next;
    let last = Promise.resolve();
    const add = (event) => {
        const data = ports.redactor.redactJson(event.data);
        const at = ports.clock.now();
        const redacted = { type: event.type, data };
        let chained = chain(state.head, runId, at, redacted);
        if (chained.record.body.length > LONGEST_LINE) {
            const small = { type: event.type, data: withoutLargeValues(data, blobs) };
            chained = chain(state.head, runId, at, small);
        }
        reduce(state, { ...chained.event, data }, chained.record.hash);
        records.push(chained.record);
        events.push({ ...chained.event, data });
    };
    const flush = async (previous) => {
        // One turn is enough for everything a step asked for together (a checkpoint and what it cost) to share the commit.
        await previous;
        next = undefined;
        if (broken !== undefined)
            throw broken;
        if (records.length === 0)
            return;
        const append = {
            runId,
            records,
            afterSeq: durableSeq,
            fence: lease().fence,
            summary: summarize(state),
            blobs,
        };
        const written = events;
        durableSeq = records.at(-1)?.seq ?? durableSeq;
        records = [];
        events = [];
        blobs = new Map();
        try {
            await ports.store.append(append);
        }
        catch (error) {
            broken = error instanceof Error ? error : new Error(String(error));
            onBroken(broken);
            throw broken;
        }
        for (const event of written)
            onDurable(event);
    };
    const schedule = () => {
        if (next === undefined) {
            next = flush(last.catch(() => { }));
            last = next;
            last.catch(() => { });
        }
        return next;
    };
    return {
        state,
        get broken() {
            return broken;
        },
        write(added, large) {
            if (broken !== undefined)
                return Promise.reject(broken);
            for (const event of added)
                add(event);
            for (const [digest, bytes] of large ?? [])
                blobs.set(digest, bytes);
            return schedule();
        },
        flushed: () => (records.length > 0 ? schedule() : last),
    };
}

;// CONCATENATED MODULE: ./lib/engine/decide.js

/** A wait longer than this gives the process back when nothing else is under way. */
const LONGEST_WAIT_HELD_MS = 60_000;
/**
 * What a run does next. Deterministic: the same state and time give the same commands in the same order; it never looks at the whole run,
 * only at what became ready.
 *
 * @param now milliseconds since the epoch; only timers depend on it
 */
function decide(state, now) {
    if (state.status !== "running")
        return [];
    const root = state.frames.get("");
    if (root === undefined)
        return [];
    if (state.rollback !== undefined)
        return [rollingBack(state, root, state.rollback, now)];
    if (root.ended)
        return [ending(state, root, now)];
    const commands = [];
    for (const framePath of state.readyFrames) {
        const frame = state.frames.get(framePath);
        if (frame !== undefined)
            beginReady(state, frame, commands);
    }
    for (const path of state.joins) {
        if (state.expired.has(path))
            commands.push({ do: "expire", path });
        else
            commands.push(state.cancel === undefined || isCleanUp(state, stepAt(state, path))
                ? { do: "join", path }
                : { do: "cancel", path, reason: state.cancel.reason });
    }
    if (commands.length > 0)
        return commands;
    for (const framePath of state.stalled) {
        const frame = state.frames.get(framePath);
        if (frame !== undefined)
            skipUnused(state, frame, commands);
    }
    if (commands.length > 0)
        return commands;
    return timers(state, now);
}
function beginReady(state, frame, commands) {
    let room = frame.body.maxParallel - frame.running;
    for (const path of frame.ready) {
        const step = stepAt(state, path);
        const command = fate(state, frame, step);
        if (command.do === "begin") {
            if (room <= 0)
                continue;
            room--;
        }
        commands.push(command);
        // Without a failure every ready step of a full frame would only be looked at in vain.
        if (room <= 0 && frame.failed === undefined && frame.skipRest === undefined && state.cancel === undefined)
            break;
    }
}
/** What becomes of a step that is ready. */
function fate(state, frame, step) {
    const { path, planned } = step;
    for (const around of state.expired) {
        if (path.startsWith(`${around}/`))
            return { do: "cancel", path, reason: `the time of ${around} is over` };
    }
    const begin = { do: "begin", path, attempt: step.attempt + 1 };
    if (state.cancel !== undefined && !isCleanUp(state, step)) {
        if (planned.statusAware && step.attempt === step.attemptBase)
            return begin;
        return { do: "cancel", path, reason: state.cancel.reason };
    }
    if (planned.statusAware || step.covers.length > 0)
        return begin;
    const failedNeed = planned.needs.find((id) => isFailed(state, frame, id));
    if (failedNeed !== undefined) {
        return { do: "skip", path, reason: `needs ${failedNeed}, which failed`, because: "failure" };
    }
    if (frame.failed !== undefined && step.attempt === step.attemptBase && step.wake === undefined) {
        const reason = `an earlier step failed: ${idOf(state, frame.failed)}`;
        return { do: "skip", path, reason, because: "failure" };
    }
    if (frame.skipRest !== undefined) {
        return { do: "skip", path, reason: `${frame.skipRest} failed and skips the rest`, because: "rest" };
    }
    return begin;
}
/** Whether the step, or one around it, began after the run was cancelled: it runs to its end, as on GitHub. */
function isCleanUp(state, step) {
    for (let one = step; one !== undefined;) {
        if (one.startedSeq > state.cancelSeq)
            return true;
        const { parent } = frameOf(state, one);
        one = parent === undefined ? undefined : stepAt(state, parent);
    }
    return false;
}
function isFailed(state, frame, id) {
    const step = state.steps.get(stepPath(frame.path, id));
    if (step === undefined || step.phase !== "ended")
        return false;
    if (step.status === "failed")
        return !step.handled;
    return step.status === "cancelled" || (step.status === "skipped" && step.skipBecause === "failure");
}
function idOf(state, path) {
    return stepAt(state, path).planned.step.id;
}
/** Fallbacks that nobody needed, and what waits for them in vain, let the frame end. */
function skipUnused(state, frame, commands) {
    for (const planned of frame.body.steps) {
        const step = stepAt(state, stepPath(frame.path, planned.step.id));
        if (step.phase !== "dormant")
            continue;
        commands.push({
            do: "skip",
            path: step.path,
            reason: "no step failed that it stands in for",
            because: "unused",
        });
    }
}
function timers(state, now) {
    let soonest;
    const due = [];
    for (const path of state.retrying) {
        const step = stepAt(state, path);
        const at = step.retryAt ?? now;
        if (at <= now)
            due.push({ do: "begin", path, attempt: step.attempt + 1 });
        else
            soonest = Math.min(soonest ?? at, at);
    }
    for (const path of state.parkedSteps) {
        const at = stepAt(state, path).parked?.wake.at;
        if (at === undefined)
            continue;
        const time = Date.parse(at);
        if (time <= now)
            due.push({ do: "wake", path });
        else
            soonest = Math.min(soonest ?? time, time);
    }
    for (const path of state.timed) {
        const { startedAt = now, planned } = stepAt(state, path);
        const over = startedAt + (planned.step.timeoutMs ?? 0);
        if (over <= now)
            due.push({ do: "abort", path });
        else
            soonest = Math.min(soonest ?? over, over);
    }
    if (due.length > 0)
        return due;
    if (state.running.size > 0)
        return soonest === undefined ? [] : [{ do: "wait", until: soonest }];
    if (soonest !== undefined && soonest - now <= LONGEST_WAIT_HELD_MS)
        return [{ do: "wait", until: soonest }];
    if (state.parkedSteps.size > 0 || state.retrying.size > 0)
        return [park(state, soonest)];
    return [];
}
function park(state, soonest) {
    let wake = soonest === undefined ? {} : { at: new Date(soonest).toISOString() };
    const reasons = [];
    for (const path of state.parkedSteps) {
        const parked = stepAt(state, path).parked;
        if (parked === undefined)
            continue;
        reasons.push(parked.reason);
        wake = { ...parked.wake, ...wake };
    }
    for (const path of state.retrying)
        reasons.push(`${path} waits for its next attempt`);
    return { do: "park", reason: reasons.join("; "), wake };
}
/** The root has ended: what the run ends as, its compensation first. */
function ending(state, root, now) {
    if (root.failed === undefined && !root.cancelled && state.cancel === undefined)
        return { do: "complete" };
    const end = badEnd(state, root);
    if (end.do !== "fail" || state.plan.workflow.rollback !== "automatic")
        return end;
    return undoing(state, `${idOf(state, end.path)} failed`, now) ?? end;
}
/** A run that had ended is rolled back: it ends again as it had, unless somebody cancels the rollback. */
function rollingBack(state, root, rollback, now) {
    const end = badEnd(state, root);
    if (state.cancelSeq > rollback.seq)
        return end;
    return undoing(state, `${rollback.by} asked for it`, now) ?? end;
}
function badEnd(state, root) {
    if (state.cancel !== undefined || root.failed === undefined)
        return { do: "cancel_run" };
    return { do: "fail", path: root.failed };
}
/** The next part of a compensation; undefined when there is nothing to undo, or it is done. */
function undoing(state, reason, now) {
    const compensation = state.compensation;
    if (compensation === undefined) {
        const paths = toCompensate(state);
        return paths.length === 0 ? undefined : { do: "start_compensation", reason, paths };
    }
    if (compensation.status !== "running")
        return undefined;
    const path = compensation.paths[compensation.next];
    if (path === undefined) {
        const status = compensation.failed.length === 0 ? "completed" : "failed";
        return { do: "finish_compensation", status, failed: compensation.failed };
    }
    const retryAt = compensation.retryAt;
    if (retryAt !== undefined && retryAt > now)
        return { do: "wait", until: retryAt };
    return { do: "compensate", path, attempt: compensation.attempt + 1 };
}
/** Paths of completed steps that can be undone, latest first. Runs once per failed run, so it may look at all of them. */
function toCompensate(state) {
    return [...state.steps.values()]
        .filter((step) => step.planned.step.compensate !== undefined)
        .filter((step) => step.status === "completed" && step.phase === "ended")
        .toSorted((a, b) => b.endedSeq - a.endedSeq)
        .map((step) => step.path);
}
/** What `success()`, `failure()` and `cancelled()` mean for a step. */
function statusAround(state, step) {
    if (state.cancel !== undefined)
        return "cancelled";
    let frame = frameOf(state, step);
    while (frame !== undefined) {
        if (frame.failed !== undefined)
            return "failure";
        frame = frame.parent === undefined ? undefined : frameOf(state, stepAt(state, frame.parent));
    }
    return "success";
}

;// CONCATENATED MODULE: ./lib/engine/replay.js



/**
 * Decides a recorded run again, event by event, and compares (R1): every event that follows from a decision must be one the engine
 * decides now in the same state. Runs nothing.
 */
function replay(plan, events) {
    const state = initialState(plan);
    /** Decided and not yet seen: the driver acts on all that one decision gave, whatever happens in between. */
    const open = new Set();
    for (const event of events) {
        const recorded = commandOf(event);
        if (recorded !== undefined) {
            const decided = decide(state, Date.parse(event.at)).map(nameOf);
            const isEnding = event.type.startsWith("run.");
            const found = recorded.find((name) => decided.includes(name) || (!isEnding && open.has(name)));
            if (found === undefined) {
                const difference = { seq: event.seq, recorded: recorded[0] ?? event.type, decided };
                return { ok: false, events: events.length, difference };
            }
            for (const name of decided)
                open.add(name);
            open.delete(found);
        }
        reduce(state, event, event.hash);
    }
    return { ok: true, events: events.length };
}
function nameOf(command) {
    return "path" in command ? `${command.do} ${command.path}` : command.do;
}
/** The commands an event may be the effect of; undefined for events that report what happened outside. */
function commandOf(event) {
    const { path = "" } = event.data;
    switch (event.type) {
        case "step.started":
        case "step.cached":
            return [`begin ${path}`];
        case "step.skipped":
            return [`skip ${path}`, `begin ${path}`];
        case "timer.fired":
            return [`wake ${path}`];
        case "compensation.started":
            return ["start_compensation"];
        case "compensation.finished":
            return ["finish_compensation"];
        case "run.parked":
            return ["park"];
        case "run.completed":
            return ["complete"];
        case "run.failed":
            return [`fail ${path}`, "complete"];
        default:
            return undefined;
    }
}

// EXTERNAL MODULE: ./lib/language/expressions/evaluate.js + 5 modules
var evaluate = __webpack_require__(35019);
// EXTERNAL MODULE: ./lib/language/inputs.js
var inputs = __webpack_require__(5133);
// EXTERNAL MODULE: ./lib/language/expressions/script.js + 2 modules
var script = __webpack_require__(75810);
;// CONCATENATED MODULE: ./lib/engine/prepare.js




/**
 * Resolves what a step says against its scope (spec L5, L6).
 *
 * @throws PawlError `expression.*` where an expression can't be evaluated, `script.unsafe` where a value would become code, `step.field`
 * where an expression gave a field what it doesn't take. A promise only the first time that a field of this type holds an expression, when
 * the type's schema is loaded: a step's start joins the commit of what ended before it, and may not fall behind.
 */
function prepareStep(run, step, type, scope) {
    const config = fieldsOf(step, type, scope, run.ports);
    return config instanceof Promise
        ? config.then((fields) => preparedWith(fields, run.state, step, type, scope))
        : preparedWith(config, run.state, step, type, scope);
}
function preparedWith(config, state, step, { code }, scope) {
    const inputs = (0,evaluate/* resolveValue */.g$)(step.inputs, scope);
    const env = {};
    exportNames(env, "INPUT_", { ...withoutSecrets(state), ...inputs });
    exportNames(env, "PAWL_VAR_", state.variables);
    for (const [name, value] of Object.entries(state.plan.workflow.env))
        env[name] = (0,evaluate/* resolveText */.WY)(value, scope);
    for (const [name, value] of Object.entries(step.env))
        env[name] = asText((0,evaluate/* resolveValue */.g$)(value, scope));
    const script = code === undefined ? undefined : scriptOf(step, code, config, scope, env);
    for (const [name, value] of Object.entries(env))
        if (value.includes("\0"))
            throw holdsNul(step, name);
    const cacheKey = step.cache?.key === undefined ? undefined : (0,evaluate/* resolveValue */.g$)(step.cache.key, scope);
    const resolved = {
        ...config,
        ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
        ...(script === undefined || code === undefined ? {} : { [code.field]: script }),
    };
    return { config, inputs, env, script, cacheKey, resolved };
}
const judges = new WeakMap();
/** The step's own fields, but for code and what it evaluates itself. Those that expressions gave are held to their schemas. */
function fieldsOf(step, type, scope, ports) {
    const left = new Set([...type.conditionFields, ...type.deferredFields, type.code?.field]);
    const written = Object.fromEntries(Object.entries(step.config).filter(([field]) => !left.has(field)));
    const resolved = (0,evaluate/* resolveValue */.g$)(written, scope);
    if (!(0,evaluate/* anyExpression */.BD)(written))
        return step.config;
    const held = (judge) => {
        const text = (source) => (0,evaluate/* resolveText */.WY)(source, scope);
        const { config, problems } = judge(written, resolved, { text, shown: (value) => ports.redactor.redactJson(value) });
        if (problems.length > 0)
            throw wrongFields(step, problems);
        const kept = Object.entries(step.config).filter(([field]) => left.has(field));
        return { ...Object.fromEntries(kept), ...config };
    };
    const known = judges.get(type);
    if (known !== undefined)
        return held(known);
    return Promise.all(/* import() */[__webpack_require__.e(9157), __webpack_require__.e(3876)]).then(__webpack_require__.bind(__webpack_require__, 33876)).then(async ({ fieldJudge }) => {
        const judge = await fieldJudge(ports.steps, type);
        judges.set(type, judge);
        return held(judge);
    });
}
function wrongFields(step, problems) {
    const [first] = problems;
    return new errors/* PawlError */.p({
        code: "step.field",
        kind: "permanent",
        message: `Step ${step.id}: ${problems.map(({ message }) => message).join("; ")} (given by an expression)`,
        ...(first?.hint === undefined ? {} : { remedy: first.hint }),
        details: { step: step.id, fields: problems.map(({ path }) => path.join(".")) },
    });
}
function scriptOf(step, code, config, scope, env) {
    const text = config[code.field];
    if (typeof text !== "string")
        return undefined;
    const interpreter = config[code.interpreterField] ?? code.defaultInterpreter;
    const compiled = (0,script/* compileScript */.V)(text, asText(interpreter));
    const problem = compiled.problems[0];
    if (problem !== undefined) {
        throw new errors/* PawlError */.p({
            code: "script.unsafe",
            kind: "invalid",
            message: `Step ${step.id}: ${problem.message}`,
            remedy: problem.hint,
        });
    }
    for (const { name, expression } of compiled.bindings)
        env[name] = asText((0,evaluate/* evaluateExpression */.O4)(expression, scope));
    return compiled.script;
}
/** A secret input reaches a process only where the step's `env` names it. */
function withoutSecrets(state) {
    const specs = state.plan.workflow.inputs;
    return Object.fromEntries(Object.entries(state.inputs).filter(([name]) => specs[name]?.type !== "secret"));
}
function exportNames(env, prefix, values) {
    for (const [name, value] of Object.entries(values)) {
        env[prefix + name.toUpperCase().replaceAll(/[^A-Z0-9_]/g, "_")] = asText(value);
    }
}
/** A value as a shell sees it: text as it is, nothing as empty text, lists and objects as JSON. */
function asText(value) {
    if (typeof value === "string")
        return value;
    return value === null ? "" : (0,json/* canonicalJson */.d)(value);
}
function holdsNul(step, name) {
    return new errors/* PawlError */.p({
        code: "script.nul",
        kind: "invalid",
        message: `Step ${step.id}: the environment variable ${name} holds a NUL character, which no process can be given`,
        remedy: "Take the character out of the value before it reaches this step.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/artifacts.js



const DAY_MS = 86_400_000;
/**
 * Stores what a step made: what its code produced, and the files its `artifacts` name. A declared file that is missing fails a step that
 * completed unless it is optional; of a failed step whatever is there is kept.
 *
 * @throws PawlError `artifact.missing`, and the artifact store's own
 */
async function collectArtifacts(ports, state, step, lane, outcome, scope) {
    const produced = [...(outcome.artifacts ?? [])];
    for (const spec of [...step.planned.step.artifacts, ...artifactOutputs(step)]) {
        const pattern = asText((0,evaluate/* resolveValue */.g$)(spec.path, scope)).replace(/^\.\//, "");
        const paths = lane.workspace.glob([pattern]);
        if (paths.length === 0 && !spec.optional && outcome.status === "completed")
            throw artifacts_missing(step, spec.name, pattern);
        for (const path of paths) {
            const name = paths.length === 1 ? spec.name : `${spec.name}-${path.replaceAll(/[^A-Za-z0-9._-]/g, "-")}`;
            produced.push({
                name,
                mediaType: spec.mediaType ?? mediaTypeOf(path),
                content: lane.workspace.readBytes(path),
                tags: spec.tags,
                ...(spec.retentionDays === undefined ? {} : { retentionDays: spec.retentionDays }),
            });
        }
    }
    const refs = [];
    for (const artifact of produced) {
        const record = await ports.artifacts.put({
            name: artifact.name,
            mediaType: artifact.mediaType,
            runId: state.runId,
            step: step.path,
            workflow: state.plan.workflow.name,
            tags: artifact.tags ?? [],
            ...(state.tree === undefined ? {} : { tree: state.tree }),
            ...(artifact.retentionDays === undefined
                ? {}
                : { expiresAt: ports.clock.now() + artifact.retentionDays * DAY_MS }),
        }, artifact.content);
        refs.push(toRef(record));
    }
    return refs;
}
/** Outputs typed `artifact` that name a file of the workspace. */
function artifactOutputs(step) {
    return Object.entries(step.planned.step.outputs).flatMap(([name, { type, value }]) => type === "artifact" && typeof value === "string"
        ? [{ name, path: value.replace(/^\.\//, ""), tags: [], optional: false }]
        : []);
}
/** What outputs typed `artifact` give to later steps: the artifact's reference, and the path of the file it was made of. */
function artifactValues(step, artifacts) {
    const values = {};
    for (const { name, path } of artifactOutputs(step)) {
        const ref = artifacts.findLast((artifact) => artifact.name === name);
        if (ref !== undefined)
            values[name] = { ...ref, ...(typeof path === "string" && !/[*?[{]/.test(path) ? { path } : {}) };
    }
    return values;
}
const MEDIA_TYPES = {
    csv: "text/csv",
    html: "text/html",
    info: "text/plain",
    json: "application/json",
    log: "text/plain",
    md: "text/markdown",
    patch: "text/x-diff",
    diff: "text/x-diff",
    pdf: "application/pdf",
    png: "image/png",
    sarif: "application/sarif+json",
    svg: "image/svg+xml",
    txt: "text/plain",
    xml: "application/xml",
    yaml: "application/yaml",
    yml: "application/yaml",
    zip: "application/zip",
};
function mediaTypeOf(path) {
    return MEDIA_TYPES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}
function toRef(record) {
    return {
        name: record.name,
        digest: record.digest,
        bytes: record.bytes,
        media_type: record.mediaType,
        version: record.version,
        ...(record.url === undefined ? {} : { url: record.url }),
    };
}
function artifacts_missing(step, name, pattern) {
    return new errors/* PawlError */.p({
        code: "artifact.missing",
        kind: "permanent",
        message: `Step ${step.path} declares the artifact ${name}, but no file of the workspace matches ${pattern}`,
        remedy: "Let the step write the file, correct the path, or mark the artifact `optional: true`.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/attempt.js

/** How long a step may go on after it was told to stop, before its result is no longer waited for. */
const LONGEST_FAREWELL_MS = 30_000;
/**
 * Runs one attempt of a step with its timeout, inside the middleware. Never rejects: whatever is thrown becomes a failed outcome.
 *
 * @param control aborted by whoever cancels; this aborts it too when the time is over
 */
async function runAttempt(clock, middleware, step, timeoutMs, control, work) {
    let timedOut = false;
    const inner = middleware.reduceRight((next, use) => () => use(step, next), work);
    const outcome = inner().catch((error) => ({
        status: "failed",
        error: (0,errors/* toPawlError */.e)(error, "step.crashed"),
    }));
    const watch = timeoutMs === undefined ? undefined : new AbortController();
    if (watch !== undefined && timeoutMs !== undefined) {
        clock.sleep(timeoutMs, watch.signal).then(() => {
            timedOut = true;
            control.abort(timeoutError(step.path, timeoutMs));
        }, () => { });
    }
    const result = await orGivenUp(clock, control.signal, outcome, step.path);
    watch?.abort(OVER);
    if (timedOut && result.status !== "completed") {
        return {
            ...(result.status === "failed" ? result : {}),
            status: "failed",
            error: timeoutError(step.path, timeoutMs ?? 0),
        };
    }
    return result;
}
/** A reason of our own spares the making of an error nobody sees. */
const OVER = Symbol("the attempt has ended");
/** The outcome, or a failure when the step was told to stop and hasn't within the time it has for that. */
function orGivenUp(clock, stop, outcome, path) {
    return new Promise((resolve) => {
        let waiting;
        const onStop = () => {
            waiting = new AbortController();
            clock.sleep(LONGEST_FAREWELL_MS, waiting.signal).then(() => resolve({ status: "failed", error: unstoppable(path) }), () => { });
        };
        if (stop.aborted)
            onStop();
        else
            stop.addEventListener("abort", onStop, { once: true });
        void outcome.then((result) => {
            stop.removeEventListener("abort", onStop);
            waiting?.abort(OVER);
            resolve(result);
        });
    });
}
/** What a step that took too long fails with. */
function timeoutError(path, ms) {
    return new errors/* PawlError */.p({
        code: "step.timeout",
        kind: "transient",
        message: `Step ${path} was still running after ${ms / 1000} s, its timeout, and was ended with everything it had started.`,
        remedy: "Raise the step's `timeout`, or find what it waits for in its output.",
    });
}
function unstoppable(path) {
    return new errors/* PawlError */.p({
        code: "step.unstoppable",
        kind: "permanent",
        message: `Step ${path} did not stop within ${LONGEST_FAREWELL_MS / 1000} s of being told to; its result is no longer waited for.`,
        remedy: "Look for a process it left behind.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/cache-explain.js

/** Longest list of names in one explanation. */
const SHOWN = 5;
/** The key this step (by workflow and path) had when it was last looked up here; undefined the first time. */
async function lastKey(store, request) {
    const fact = await store.getFact(factName(request));
    if (fact === undefined)
        return undefined;
    const { key, components, tree, run } = fact.value;
    if (typeof key !== "string" || !(0,json/* isJsonObject */.O)(components) || typeof run !== "string")
        return undefined;
    return {
        key,
        components: components,
        tree: typeof tree === "string" ? tree : undefined,
        runId: run,
    };
}
/** Keeps the key for the next explanation. When another run writes at the same time, the later one stands. */
async function rememberKey(store, request, { key, components }) {
    const name = factName(request);
    const value = {
        key,
        components,
        run: request.runId,
        ...(request.tree === undefined ? {} : { tree: request.tree }),
    };
    for (let attempt = 0; attempt < 3; attempt++) {
        const version = (await store.getFact(name))?.version ?? 0;
        if (await store.setFact(name, value, version))
            return;
    }
}
/** Names of the parts that differ between two keys, sorted; a part only one of them has differs. */
function changedComponents(before, now) {
    const names = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...names].filter((name) => before[name] !== now[name]).toSorted();
}
/** Why a step was not found in the cache, for people: which parts of its key are new since its last run, and which files. */
async function explainMiss(request, key, last, workspace) {
    if (last === undefined)
        return { reason: "this step has not run here before", changed: [], files: [] };
    if (last.key === key.key) {
        const reason = `nothing has changed since ${last.runId}, but its result is not in the cache (not kept, expired or removed)`;
        return { reason, changed: [], files: [] };
    }
    const changed = changedComponents(last.components, key.components);
    const files = changed.includes("files") ? await changedFiles(request, last, workspace) : [];
    const names = changed.map((name) => (name === "files" && files.length > 0 ? `files (${shorten(files)})` : name));
    return { reason: `changed since ${last.runId}: ${shorten(names)}`, changed, files };
}
async function changedFiles(request, last, workspace) {
    if (last.tree === undefined || request.tree === undefined)
        return [];
    try {
        const { files } = await workspace.patch(last.tree, request.tree);
        const globs = request.step.cache?.inputs ?? [];
        const declared = globs.length === 0 ? undefined : new Set(workspace.glob(globs));
        return files
            .filter(({ path, status }) => declared === undefined || status === "deleted" || declared.has(path))
            .map(({ path }) => path);
    }
    catch {
        // The last run's snapshot is gone: the names of the changed parts have to do.
        return [];
    }
}
function shorten(names) {
    const more = names.length - SHOWN;
    return more > 0 ? `${names.slice(0, SHOWN).join(", ")} and ${more} more` : names.join(", ");
}
function factName({ workflow, path }) {
    return `cache/${workflow}/${path}`;
}

// EXTERNAL MODULE: ./lib/language/expressions/references.js
var references = __webpack_require__(17522);
;// CONCATENATED MODULE: ./lib/engine/cache-key.js



/** Raised whenever what a key or an entry means changes: entries of another version are never looked at. */
const CACHE_VERSION = 1;
/**
 * The step's place in the cache (W2): SHA-256 over the canonical JSON of all its parts' digests. Two steps with the same key have the same result,
 * whichever run, issue or workflow they are in.
 *
 * @throws what the workspace throws for files that can't be read
 */
async function cacheKey(request, workspace) {
    const files = await fileDigest(request, workspace);
    const components = {};
    for (const [name, value] of parts(request, files))
        components[name] = (0,kernel_digest/* digestJson */.t)(value);
    return { key: (0,kernel_digest/* digestJson */.t)({ version: CACHE_VERSION, components }), components };
}
async function fileDigest({ step, tree }, workspace) {
    const globs = step.cache?.inputs ?? [];
    if (globs.length === 0)
        return tree === undefined ? null : { tree };
    return { globs: [...globs], digest: await workspace.digestFiles(globs, tree) };
}
function* parts(request, files) {
    const { step } = request;
    yield ["trust tier", request.trustTier];
    yield ["type", step.type];
    yield ["files", files];
    for (const [name, value] of Object.entries(request.config))
        yield [`definition.${name}`, value];
    if (request.script !== undefined)
        yield ["definition.script", request.script];
    yield ["definition.outputs", step.outputs];
    yield ["definition.artifacts", step.artifacts];
    if (step.securityProfile !== undefined)
        yield ["definition.security_profile", step.securityProfile];
    for (const [name, body] of Object.entries(step.bodies))
        yield [`definition.${name}`, body.map(cache_key_definitionOf)];
    for (const [name, value] of Object.entries(request.inputs))
        yield [`input.${name}`, value];
    for (const [name, value] of Object.entries(request.env))
        yield [`env.${name}`, value];
    for (const name of step.cache?.env ?? [])
        yield [`env.${name}`, request.env[name] ?? request.parentEnv[name] ?? null];
    for (const [name, value] of Object.entries(request.identity))
        yield [`identity.${name}`, value];
    if (request.authorKey !== undefined)
        yield ["key", request.authorKey];
    if ((step.cache?.paths ?? []).length > 0)
        yield ["definition.paths", [...(step.cache?.paths ?? [])]];
    yield* readLater(request);
}
/** An inner step without what doesn't touch its result: where it stands in the file, how long it may take. */
function cache_key_definitionOf(step) {
    const { place: _place, name: _name, timeoutMs: _timeout, bodies, ...rest } = step;
    const inner = Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, body.map(cache_key_definitionOf)]));
    return { ...rest, bodies: inner };
}
/**
 * Values the step will read itself, in fields that are resolved late and in its inner steps. Without them a change of such a value would go
 * unseen. Names that aren't known yet (a sibling inside the body) count as absent.
 */
function* readLater({ step, type, contexts }) {
    const found = new Map();
    const read = (value, kind) => {
        if (value === undefined)
            return;
        for (const reference of (0,references/* references */.Ft)(value, kind)) {
            if (reference.root === "secrets")
                continue;
            for (const path of placesOf(reference))
                found.set(path.join("."), valueAt(contexts, path));
        }
    };
    for (const field of type.deferredFields)
        read(step.config[field], "template");
    for (const field of type.conditionFields)
        read(step.config[field], "condition");
    for (const body of Object.values(step.bodies))
        for (const inner of body)
            readStep(inner, read);
    for (const [path, value] of found)
        yield [`reads.${path}`, value];
}
/** Inner steps' types are unknown here: each text is read both as a template and, where conditions can stand, as a condition. */
function readStep(step, read) {
    read({ config: step.config, inputs: step.inputs, env: step.env, key: step.cache?.key ?? null }, "template");
    read(step.when, "condition");
    for (const field of ["condition", "until", "while", "filter"]) {
        const value = step.config[field];
        if (typeof value === "string")
            read(value, "condition");
    }
    for (const body of Object.values(step.bodies))
        for (const inner of body)
            readStep(inner, read);
}
function placesOf(reference) {
    if (reference.form === "name")
        return ["inputs", "variables", "env"].map((context) => [context, reference.root]);
    return [[reference.root, ...reference.path]];
}
function valueAt(contexts, path) {
    let value = contexts;
    for (const name of path) {
        if (!(0,json/* isJsonObject */.O)(value))
            return value;
        const next = Object.hasOwn(value, name) ? value[name] : undefined;
        if (next === undefined)
            return null;
        value = next;
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/engine/cache-entry.js





/** Results larger than this are not kept: moving them costs more than most steps. */
const MAX_ENTRY_BYTES = 1_000_000_000;
const UNRESTORED = "workspace.unrestored";
/**
 * Looks a step up and, on a hit, restores all of its result: artifacts under this run, files outside git, and the work tree.
 * Whatever goes wrong is a miss with one line in the log, as long as the work tree stands as the step needs it.
 *
 * @throws PawlError `workspace.unrestored` when it doesn't
 */
async function lookUpStep(ports, request) {
    let key;
    try {
        key = await cacheKey(request, ports.workspace);
        const last = await lastKey(ports.store, request);
        await rememberKey(ports.store, request, key);
        const entry = await ports.cache.get(key.key);
        const restored = entry === undefined ? undefined : await restoreEntry(ports, request, entry);
        if (restored !== undefined && typeof restored !== "string") {
            const reason = `unchanged since ${restored.fromRun}`;
            return { ...key, hit: restored, explanation: { hit: true, key: key.key, reason, changed: [] } };
        }
        const { reason, changed, files } = await explainMiss(request, key, last, ports.workspace);
        const explanation = {
            hit: false,
            key: key.key,
            reason: restored ?? reason,
            changed: [...changed],
            files: files.slice(0, 100),
        };
        return { ...key, hit: undefined, explanation };
    }
    catch (error) {
        if (error instanceof errors/* PawlError */.p && error.code === UNRESTORED)
            throw error;
        const reason = `the cache could not be used: ${(0,errors/* toPawlError */.e)(error).message}`;
        ports.log.warning(`step ${request.path}: ${reason}; the step runs`);
        const known = key ?? { key: "", components: {} };
        return { ...known, hit: undefined, explanation: { hit: false, key: known.key, reason, changed: [] } };
    }
}
/**
 * Keeps the result of a completed step under the key it was looked up by. Never throws.
 *
 * @returns whether it was kept
 */
async function keepStep(ports, request, lookup, result) {
    if (lookup.key === "")
        return false;
    try {
        const files = new Map();
        const artifacts = await keepArtifacts(ports, request, result.artifacts, files);
        const { tree: from } = request;
        const { tree: to } = result;
        if (from !== undefined && to !== undefined && from !== to)
            files.set("change", await ports.workspace.exportChange(from, to));
        const paths = request.step.cache?.paths ?? [];
        const packed = paths.length === 0 ? undefined : await ports.workspace.packPaths(paths);
        if (packed !== undefined)
            files.set("paths", packed);
        const bytes = [...files.values()].reduce((sum, content) => sum + content.byteLength, 0);
        if (bytes > MAX_ENTRY_BYTES) {
            ports.log.warning(`step ${request.path}: its result has ${bytes} bytes and is not kept in the cache (at most ${MAX_ENTRY_BYTES})`);
            return false;
        }
        const manifest = {
            outputs: ports.redactor.redactJson(result.outputs),
            variables: ports.redactor.redactJson(result.variables),
            evidence: ports.redactor.redactJson(result.evidence),
            artifacts,
            from: from ?? null,
            to: to ?? null,
            saved: { duration_ms: result.durationMs, usd: result.usd },
            run: request.runId,
            tier: request.trustTier,
        };
        const ttlMs = request.step.cache?.ttlMs;
        return await ports.cache.put({ key: lookup.key, manifest: manifest, files }, { workflow: request.workflow, step: request.path, ...(ttlMs === undefined ? {} : { ttlMs }) });
    }
    catch (error) {
        ports.log.warning(`step ${request.path}: its result is not kept in the cache: ${(0,errors/* toPawlError */.e)(error).message}`);
        return false;
    }
}
async function keepArtifacts({ artifacts }, { runId }, refs, files) {
    const kept = [];
    for (const { name, version, digest } of refs) {
        const found = await artifacts.get(name, { runId, version });
        if (found === undefined || found.record.digest !== digest)
            throw new Error(`artifact ${name} is not in its store`);
        files.set(`artifact:${digest}`, found.content);
        const { mediaType, tags, createdAt, expiresAt } = found.record;
        kept.push({
            name,
            digest,
            media_type: mediaType,
            tags,
            retention_ms: expiresAt === undefined ? null : expiresAt - createdAt,
        });
    }
    return kept;
}
/** The result, or why this entry can't be used here. */
async function restoreEntry(ports, request, entry) {
    const { manifest } = entry;
    if (!isManifest(manifest))
        return "its entry has another form";
    // The tier is part of the key; that the entry says the same is checked against whoever can write entries of another tier's key.
    if (manifest.tier !== request.trustTier)
        return "its entry was made under another trust tier";
    const tree = await treeAfter(ports, request, manifest, entry);
    if (tree === null)
        return "files that its result changes stand otherwise here";
    const artifacts = await restoreArtifacts(ports, request, manifest, entry);
    const paths = entry.files.get("paths");
    if (paths !== undefined)
        await ports.workspace.unpackPaths(paths, request.step.cache?.paths ?? []);
    // The work tree last: whatever fails before leaves it as the step needs it.
    if (tree !== undefined && tree !== request.tree)
        await restoreWhole(ports.workspace, tree, request.tree);
    return {
        outputs: ports.redactor.redactJson(manifest.outputs),
        variables: ports.redactor.redactJson(manifest.variables),
        evidence: ports.redactor.redactJson(manifest.evidence),
        artifacts,
        tree,
        saved: manifest.saved,
        fromRun: manifest.run,
    };
}
/** Brings the work tree to `tree`, or leaves it at `before`: a step that runs on half of an earlier result gives a wrong one. */
async function restoreWhole(workspace, tree, before) {
    try {
        await workspace.restore(tree);
    }
    catch (error) {
        if (before === undefined)
            throw unrestored(error);
        await workspace.restore(before).catch((cause) => {
            throw unrestored(cause);
        });
        throw error;
    }
}
function unrestored(cause) {
    return new errors/* PawlError */.p({
        code: UNRESTORED,
        kind: "transient",
        message: `a cached result could be restored only in part, and the files before it not at all: ${(0,errors/* toPawlError */.e)(cause).message}`,
        remedy: "Free space where the workspace is, then resume the run: it begins with this step and its own files.",
        cause,
    });
}
/** The tree once the change is applied; null when it doesn't apply, undefined where there are no snapshots. */
async function treeAfter({ workspace }, { tree }, manifest, entry) {
    const change = entry.files.get("change");
    if (manifest.from === manifest.to || manifest.to === null)
        return tree;
    if (change === undefined || tree === undefined)
        return null;
    const after = await workspace.importChange(change, tree);
    if (after === undefined)
        return null;
    // From the same tree the result must be the very tree the step left.
    return tree === manifest.from && after !== manifest.to ? null : after;
}
async function restoreArtifacts({ artifacts, clock }, { runId, path, workflow }, manifest, entry) {
    const contents = manifest.artifacts.map(({ name, digest }) => {
        const content = entry.files.get(`artifact:${digest}`);
        if (content === undefined || (0,kernel_digest/* sha256 */.s)(content) !== digest)
            throw new Error(`artifact ${name} of the entry is damaged`);
        return content;
    });
    const refs = [];
    for (const [i, { name, media_type, tags, retention_ms }] of manifest.artifacts.entries()) {
        const expiry = retention_ms === null ? {} : { expiresAt: clock.now() + retention_ms };
        const about = { name, mediaType: media_type, runId, step: path, workflow, tags, ...expiry };
        const record = await artifacts.put(about, contents[i] ?? new Uint8Array());
        const { digest, bytes, version, url } = record;
        refs.push({ name, digest, bytes, media_type, version, ...(url === undefined ? {} : { url }) });
    }
    return refs;
}
function isManifest(value) {
    if (!(0,json/* isJsonObject */.O)(value))
        return false;
    const { outputs, variables, evidence, artifacts, saved, from, to, run, tier } = value;
    return ([outputs, variables, evidence, saved].every(json/* isJsonObject */.O) &&
        [from, to].every((tree) => tree === null || typeof tree === "string") &&
        typeof run === "string" &&
        typeof tier === "string" &&
        (0,json/* isJsonObject */.O)(saved) &&
        typeof saved["duration_ms"] === "number" &&
        typeof saved["usd"] === "number" &&
        Array.isArray(artifacts) &&
        artifacts.every((artifact) => (0,json/* isJsonObject */.O)(artifact) &&
            typeof artifact["name"] === "string" &&
            typeof artifact["digest"] === "string" &&
            typeof artifact["media_type"] === "string" &&
            (artifact["retention_ms"] === null || typeof artifact["retention_ms"] === "number") &&
            Array.isArray(artifact["tags"])));
}

;// CONCATENATED MODULE: ./lib/engine/cached-step.js

/** Whether a step's result may be taken from and kept in the cache (W2). */
function isCacheable(implementation, step) {
    if (implementation.caching === "never")
        return false;
    return step.planned.step.cache?.enabled ?? implementation.caching === "default";
}
/** What the cache knows of a step: the events of a hit, or the key to keep its result under. Throws `workspace.unrestored` alone. */
async function askCache(run, step, question) {
    const lookup = await lookUpStep(cachePorts(run, question.lane.workspace), requestOf(run, step, question));
    const { hit, key, explanation } = lookup;
    if (hit === undefined)
        return { key, explanation };
    const { landed: tree } = await question.lane.leave();
    const cached = {
        type: "step.cached",
        data: {
            path: step.path,
            cache_key: key,
            outputs: hit.outputs,
            artifacts: hit.artifacts,
            evidence: { ...hit.evidence, cache: explanation },
            saved: hit.saved,
            from_run: hit.fromRun,
            ...(tree === undefined ? {} : { tree }),
        },
    };
    if (Object.keys(hit.variables).length === 0)
        return { hit: [cached] };
    return { hit: [{ type: "variable.set", data: { path: step.path, values: hit.variables } }, cached] };
}
/** Keeps a completed step's result under the key it began with. Never throws. */
async function keepResult(run, step, question, kept) {
    if (step.expansion !== undefined && !wroteAlone(run, step))
        return;
    const request = { ...requestOf(run, step, question), tree: step.inputTree };
    const result = { ...kept, usd: step.cost.usd };
    await keepStep(cachePorts(run, run.workspace), request, { key: question.key, components: {} }, result);
}
/**
 * Whether no other step wrote while this one's frames ran. A step that opens frames ends with the run's tree, not with one of its own: what
 * others wrote meanwhile would become part of its result.
 */
function wroteAlone(run, step) {
    for (const other of run.state.steps.values()) {
        const isRelated = other.path === step.path || other.path.startsWith(`${step.path}/`) || step.path.startsWith(`${other.path}/`);
        if (isRelated || other.startedSeq === 0)
            continue;
        const overlaps = other.phase !== "ended" || other.endedSeq > step.startedSeq;
        if (overlaps && run.ports.steps.get(other.planned.step.type)?.writesWorkspace === true)
            return false;
    }
    return true;
}
function cachePorts(run, workspace) {
    const { cache, store, artifacts, redactor, clock, log } = run.ports;
    return { cache, store, artifacts, redactor, clock, log, workspace };
}
function requestOf(run, step, question) {
    const { lane, prepared, identity, implementation, scope } = question;
    return {
        workflow: run.state.plan.workflow.name,
        runId: run.runId,
        path: step.path,
        step: step.planned.step,
        type: implementation,
        contexts: scope.contexts,
        trustTier: run.options.trustTier,
        tree: lane.base,
        config: prepared.config,
        script: prepared.script,
        inputs: prepared.inputs,
        env: { ...prepared.env },
        parentEnv: { ...run.options.env },
        identity,
        ...(prepared.cacheKey === undefined ? {} : { authorKey: prepared.cacheKey }),
    };
}

;// CONCATENATED MODULE: ./lib/engine/frame-results.js


/** What became of the frames of the step's last expansion. */
function frameResults(state, step) {
    return (step.expansion?.frames ?? []).map(({ key, body, names }) => {
        const frame = state.frames.get(`${step.path}/${key}`);
        const steps = {};
        for (const planned of frame?.body.steps ?? []) {
            const { id } = planned.step;
            const inner = stepAt(state, stepPath(`${step.path}/${key}`, id));
            steps[id] = {
                status: inner.status,
                outputs: inner.outputs,
                evidence: inner.evidence,
                ...(inner.error === undefined ? {} : { error: { ...inner.error, details: inner.error.details ?? {} } }),
            };
        }
        const failed = frame?.failed === undefined ? undefined : stepAt(state, frame.failed).error;
        const status = frame?.failed !== undefined ? "failed" : frame?.cancelled === true ? "cancelled" : "completed";
        return { key, body, names, status, steps, ...(failed === undefined ? {} : { error: toError(failed) }) };
    });
}
/** An error of the journal as a value again. */
function toError(json) {
    return new errors/* PawlError */.p({
        code: json.code,
        kind: json.kind,
        message: json.message,
        ...(json.remedy === undefined ? {} : { remedy: json.remedy }),
        ...(json.retry_after_ms === undefined ? {} : { retryAfterMs: json.retry_after_ms }),
        ...(json.details === undefined ? {} : { details: json.details }),
    });
}

;// CONCATENATED MODULE: ./lib/engine/settle.js





/** What a failed attempt leads to, with its reasons: another attempt, a park, a fallback, or what `on_error` says; as far as autonomy goes. */
function eventsOfFailure(state, step, failure, clock) {
    const { path } = step;
    const { error, attempt } = failure;
    if (error.kind === "cancelled")
        return [{ type: "step.cancelled", data: { path, reason: error.message } }];
    if (error.kind === "budget") {
        const wake = { budget: budgetWake(path, error.details) };
        return [
            { type: "decision", data: { kind: "escalate", path, reason: error.message } },
            { type: "step.parked", data: { path, reason: error.message, wake } },
        ];
    }
    if (error.code === ASKS)
        return askFirst(path, proposalOf(error));
    const does = remedyOf(step, error, attempt);
    if (does === "fail")
        return [failedEvent(path, failure, "fail")];
    const { reason, to } = reasonOf(state, step, failure, does);
    const autonomy = autonomyOf(state);
    if (autonomy === "off")
        return [failedEvent(path, failure, "fail"), declined(path, reason)];
    if (autonomy === "ask") {
        const proposes = { does, reason, ...(to === undefined ? {} : { to }) };
        return [failedEvent(path, failure, "ask"), ...askFirst(path, proposes)];
    }
    if (does === "retry")
        return retry(step, failure, clock, reason);
    return [failedEvent(path, failure, does), { type: "decision", data: { kind: KINDS[does], path, reason } }];
}
/** Why the engine does, or would do, what the workflow provides for the failure. */
function reasonOf(state, step, { error, attempt }, does) {
    const { path, planned } = step;
    const { retry: policy, onError } = planned.step;
    if (does === "retry") {
        return { reason: `attempt ${attempt - step.attemptBase} of ${policy.attempts} failed (${error.code})` };
    }
    if (does === "continue")
        return { reason: `${path} failed (${error.code}), and on_error lets the run go on` };
    if (does === "skip_rest")
        return { reason: `${path} failed (${error.code}) and skips the rest` };
    if (fallbackOf(state, step) === undefined)
        return { reason: `${path} failed and there is no step ${onError}` };
    return { reason: `${path} failed (${error.code}), ${onError} takes over`, to: onError };
}
function retry(step, failure, clock, why) {
    const { path, planned } = step;
    const made = failure.attempt - step.attemptBase;
    const delayMs = retryDelayMs(planned.step.retry, failure.error, made, clock.random());
    const at = new Date(clock.now() + delayMs).toISOString();
    const reason = `${why}; the next begins in ${delayMs} ms`;
    return [
        failedEvent(path, failure, "retry"),
        { type: "decision", data: { kind: "retry", path, reason } },
        { type: "retry.scheduled", data: { path, attempt: failure.attempt + 1, at, reason } },
    ];
}
function failedEvent(path, failure, leadsTo) {
    return {
        type: "step.failed",
        data: {
            path,
            attempt: failure.attempt,
            error: failure.error.toJSON(),
            outputs: failure.outputs ?? {},
            ...(failure.tree === undefined ? {} : { tree: failure.tree }),
            duration_ms: failure.durationMs,
            evidence: failure.evidence ?? {},
            ...(failure.artifacts === undefined ? {} : { artifacts: failure.artifacts }),
            leads_to: leadsTo,
        },
    };
}
function budgetWake(path, details) {
    const number = (value) => (typeof value === "number" ? value : 0);
    const text = (value, otherwise) => (typeof value === "string" ? value : otherwise);
    return {
        path,
        dimension: text(details["dimension"], "usd"),
        limit: number(details["limit"]),
        needed: number(details["needed"]),
        scope: text(details["scope"], "run"),
    };
}
/** What a step that waits leaves in the journal. */
function parkEvents(step, outcome, current) {
    const { path } = step;
    // An approval holds for what was shown: the tree the run had when it asked.
    const approval = outcome.wake.approval;
    const bound = approval === undefined ? undefined : { ...approval, ...treeOf(approval.tree ?? current) };
    const wake = { ...outcome.wake, ...(bound === undefined ? {} : { approval: bound }) };
    const parked = { type: "step.parked", data: { path, reason: outcome.reason, wake } };
    if (bound === undefined)
        return [parked];
    const { message } = bound;
    return [{ type: "approval.requested", data: { path, message, shown: {}, ...treeOf(bound.tree) } }, parked];
}
function treeOf(tree) {
    return tree === undefined ? {} : { tree };
}
/** The outcome with the outputs its author declared by an expression, which sees the step's own result as `outputs` and under its id. */
function withDeclaredOutputs(step, outcome, scope, artifacts = []) {
    const declared = { ...artifactValues(step, artifacts) };
    const { id, outputs } = step.planned.step;
    for (const [name, spec] of Object.entries(outputs)) {
        const { value } = spec;
        if (name in outcome.outputs || value === undefined || spec.type === "artifact")
            continue;
        if (typeof value === "string" && !/\{\{/.test(value))
            continue;
        const own = { outputs: outcome.outputs };
        const around = scope.contexts["steps"];
        const steps = { ...((0,json/* isJsonObject */.O)(around) ? around : {}), [id]: own };
        const contexts = { ...scope.contexts, outputs: outcome.outputs, [id]: own, steps };
        declared[name] = (0,evaluate/* resolveValue */.g$)(value, { ...scope, contexts });
    }
    if (Object.keys(declared).length === 0)
        return outcome;
    return { ...outcome, outputs: { ...outcome.outputs, ...declared } };
}

;// CONCATENATED MODULE: ./lib/engine/view-of.js



/** The run as people and scripts see it. */
function viewRun(state) {
    const own = subtractCost(state.cost, state.inherited);
    const autonomy = autonomyOf(state);
    const steps = {};
    for (const step of state.steps.values())
        steps[step.path] = viewStep(step);
    return {
        run_id: state.runId,
        workflow: state.plan.workflow.name,
        status: state.status === "new" ? "running" : state.status,
        outputs: state.outputs,
        ...(state.error === undefined ? {} : { error: state.error }),
        ...(autonomy === "full" ? {} : { autonomy }),
        ...(state.parked === undefined ? {} : { parked: state.parked }),
        ...(state.compensation === undefined ? {} : { compensation: viewCompensation(state, state.compensation) }),
        cost: viewCost(own),
        cache: {
            hits: state.cacheHits,
            misses: state.cacheMisses,
            saved_usd: state.savedUsd,
            saved_ms: state.savedMs,
        },
        steps,
        created_at: new Date(state.createdAt).toISOString(),
        updated_at: new Date(state.updatedAt).toISOString(),
    };
}
function viewCompensation(state, { status, paths, failed }) {
    return { status, undone: paths.filter((path) => state.steps.get(path)?.status === "compensated"), failed };
}
function viewStep(step) {
    const { name, type } = step.planned.step;
    const exitCode = step.outputs["exit_code"] ?? step.evidence["exit_code"];
    const cost = viewCost(step.cost);
    const spent = cost.usd > 0 || cost.input_tokens > 0 || cost.output_tokens > 0;
    return {
        type,
        ...(name === undefined ? {} : { name }),
        status: step.status,
        attempts: step.attempt,
        cached: step.cached,
        outputs: step.outputs,
        artifacts: step.artifacts,
        evidence: step.evidence,
        ...(typeof exitCode === "number" ? { exit_code: exitCode } : {}),
        ...(step.error === undefined ? {} : { error: step.error }),
        ...(step.proposes === undefined ? {} : { proposes: step.proposes }),
        ...(step.skipReason === undefined ? {} : { skip_reason: step.skipReason }),
        ...(step.startedAt === undefined ? {} : { started_at: new Date(step.startedAt).toISOString() }),
        ...(step.durationMs === undefined ? {} : { duration_ms: step.durationMs }),
        ...(step.tree === undefined ? {} : { tree: step.tree }),
        ...(spent ? { cost } : {}),
    };
}
/** What people are told of a cost: the tokens sent are those read from and written to the prompt cache too. */
function viewCost(cost) {
    return { usd: cost.usd, input_tokens: inputTokensOf(cost), output_tokens: cost.output_tokens };
}

;// CONCATENATED MODULE: ./lib/engine/step-context.js






/** Characters of a line that is not ended yet, after which observers get it all the same. */
const LONGEST_OPEN_LINE = 8_192;
/** Whole lines for observers, each stream through a redactor of its own, so that a secret printed in pieces is found as well. */
function outputOf(run, path) {
    const streams = new Map();
    const publish = (stream, text) => {
        if (text !== "")
            run.publish({ kind: "output", path, stream, text });
    };
    return {
        write(name, text) {
            const stream = streams.get(name) ?? { redactor: run.ports.redactor.stream(), open: "" };
            streams.set(name, stream);
            const seen = stream.open + stream.redactor.write(text);
            const end = seen.length > LONGEST_OPEN_LINE ? seen.length : seen.lastIndexOf("\n") + 1;
            stream.open = seen.slice(end);
            publish(name, seen.slice(0, end));
        },
        end() {
            for (const [name, { redactor, open }] of streams)
                publish(name, open + redactor.end());
            streams.clear();
        },
    };
}
/** Everything one attempt of one step may use. */
function stepContext(run, step, attempt) {
    const { ports, state } = run;
    const { path, planned } = step;
    const { lane, prepared, scope } = attempt;
    const issue = issueNumber(state.created?.contexts["issue"]);
    const actor = state.created?.actor;
    const scopeWith = (names) => names === undefined ? scope : { ...scope, contexts: { ...scope.contexts, ...names } };
    return {
        run: {
            id: state.runId,
            workflow: state.plan.workflow.name,
            file: state.plan.workflow.source.file,
            ...(issue === undefined ? {} : { issue }),
            ...(actor === undefined ? {} : { actor }),
            permissions: state.plan.workflow.permissions,
        },
        step: planned.step,
        path,
        attempt: attempt.number,
        config: prepared.config,
        inputs: prepared.inputs,
        env: prepared.env,
        script: prepared.script,
        scope,
        evaluate: (text, names) => (0,evaluate/* evaluateExpression */.O4)(text, scopeWith(names)),
        condition: (text, names) => (0,evaluate/* evaluateCondition */.F9)(text, scopeWith(names)),
        signal: attempt.signal,
        workspace: lane.workspace,
        baseTree: step.inputTree ?? lane.base,
        temporaryDirectory: attempt.temporaryDirectory,
        sandbox: ports.sandbox,
        models: ports.models,
        toolServers: ports.toolServers ?? noToolServers,
        plugins: ports.plugins ?? { get: () => Promise.resolve(undefined), names: () => [] },
        facts: ports.store,
        effects: ports.effects,
        artifacts: ports.artifacts,
        secrets: ports.secrets,
        redactor: ports.redactor,
        files: ports.files,
        clock: ports.clock,
        output: attempt.output.write,
        checkpoints: [...step.checkpoints],
        expansion: step.expansion === undefined ? undefined : { rounds: step.expansion.rounds, outputs: step.expansion.outputs },
        async checkpoint(kind, data, options) {
            const tree = options?.snapshot === true ? await lane.workspace.snapshot() : undefined;
            const event = { path, attempt: attempt.number, kind, data, ...(tree === undefined ? {} : { tree }) };
            await run.write([{ type: "step.progressed", data: event }]);
        },
        reserve: (worstCase) => reserve(run, path, worstCase),
        breaker: (policy) => ({
            check: () => run.breakers.check(policy),
            async note(error) {
                const events = await run.breakers.note(policy, error);
                if (events.length > 0)
                    await run.write(events);
            },
        }),
        refused: (what, reason) => run.write([{ type: "policy.refused", data: { path, what, reason } }]),
        async decided(kind, reason, data) {
            const objection = ownChoice(state, step, kind, reason);
            if (objection !== undefined)
                throw objection;
            await run.write([{ type: "decision", data: { kind, path, reason, ...(data === undefined ? {} : { data }) } }]);
        },
        evidence: () => evidenceOf(state),
        runChild: (request) => run.runChild({ path, attempt: attempt.number, signal: attempt.signal, workspace: lane.workspace }, request),
        wake: attempt.wake,
    };
}
function noToolServers() {
    return Promise.reject(new errors/* PawlError */.p({
        code: "tools.unavailable",
        kind: "permanent",
        message: "There is no way to reach MCP servers here",
        remedy: "Start the engine with a toolServers port.",
    }));
}
/** The run so far as facts: what a pull request's body is rendered from. */
function evidenceOf(state) {
    const { created } = state;
    const models = new Set();
    for (const step of state.steps.values()) {
        const model = step.evidence["model"];
        if (typeof model === "string")
            models.add(model);
    }
    return {
        ...viewRun(state),
        workflow_digest: state.plan.workflow.source.digest,
        definition_file: created?.definition_file ?? "",
        engine: created?.engine ?? "",
        base_commit: state.baseCommit ?? null,
        base_tree: state.baseTree ?? null,
        tree: state.tree ?? null,
        models: [...models],
        attempt: state.attempt,
        budget: { ...runBudget(state) },
    };
}
function issueNumber(issue) {
    const number = (0,json/* isJsonObject */.O)(issue) ? issue["number"] : undefined;
    return typeof number === "number" ? number : undefined;
}

;// CONCATENATED MODULE: ./lib/engine/work.js

/** The code of a step's type. @throws PawlError `step.unknown_type` */
function implementationOf(run, type, path) {
    const implementation = run.ports.steps.get(type);
    if (implementation !== undefined)
        return implementation;
    throw new errors/* PawlError */.p({
        code: "step.unknown_type",
        kind: "invalid",
        message: `Step ${path} has the type "${type}", which this Pawl doesn't know`,
        remedy: "Run it with the version of Pawl, or the plugins, that the workflow was written for.",
    });
}
function cancelledError(path) {
    return new errors/* PawlError */.p({ code: "step.cancelled", kind: "cancelled", message: `Step ${path} was cancelled` });
}

;// CONCATENATED MODULE: ./lib/engine/begin.js











/**
 * Begins one attempt: its condition, its fields, its place to work, its start in the journal; then its code. Resolves once the start is
 * queued (or the step was skipped, or failed to begin); how it ends is reported. Never rejects.
 */
async function beginStep(run, step, attempt) {
    let lane;
    try {
        const { planned, path } = step;
        const implementation = implementationOf(run, planned.step.type, path);
        const wake = step.wake;
        const scope = run.contexts.scopeOf(step, run.workspace);
        const isFirst = attempt === step.attemptBase + 1 && wake === undefined && step.covers.length === 0;
        if (isFirst && planned.step.when !== undefined && !(0,evaluate/* evaluateCondition */.F9)(planned.step.when, scope)) {
            const reason = `its condition is false: ${planned.step.when}`;
            run.record([{ type: "step.skipped", data: { path, reason, because: "condition" } }]);
            return;
        }
        if (planned.step.circuitBreaker !== undefined)
            await run.breakers.check(planned.step.circuitBreaker);
        const preparing = prepareStep(run, planned.step, implementation, scope);
        const prepared = preparing instanceof Promise ? await preparing : preparing;
        lane = implementation.writesWorkspace
            ? await run.lanes.enter({
                path,
                base: step.inputTree,
                content: step.checkpoints.findLast(({ tree }) => tree !== undefined),
            })
            : run.lanes.reading();
        const work = newWork(run, step, attempt, implementation, lane);
        const isAsked = isCacheable(implementation, step) && attempt === step.attemptBase + 1 && wake === undefined;
        const asked = isAsked ? await lookUp(run, work, prepared, scope) : { isHit: false };
        if (!asked.isHit)
            start(run, work, prepared, wake, asked.key);
    }
    catch (error) {
        await lane?.abandon();
        const failure = { attempt, error: (0,errors/* toPawlError */.e)(error), durationMs: 0 };
        run.record(eventsOfFailure(run.state, step, failure, run.ports.clock));
    }
}
/** Asks the cache; on a hit the step has ended. */
async function lookUp(run, work, prepared, scope) {
    const { step, lane, implementation } = work;
    const context = contextOf(run, work, prepared, undefined, "", { write: () => { }, end: () => { } });
    const identity = (await implementation.identity?.(context)) ?? {};
    const question = { lane, prepared, implementation, scope, identity };
    const answer = await askCache(run, step, question);
    if ("hit" in answer) {
        run.record(answer.hit);
        return { isHit: true };
    }
    work.cache = answer.explanation;
    work.keep = (kept) => keepResult(run, step, { ...question, key: answer.key }, kept);
    return { isHit: false, key: answer.key };
}
function start(run, work, prepared, wake, cacheKey) {
    const { step, attempt, lane, implementation } = work;
    const { path } = step;
    const durable = run.write([
        {
            type: "step.started",
            data: {
                path,
                attempt,
                resolved: prepared.resolved,
                ...(lane.base === undefined ? {} : { tree: lane.base }),
                ...(cacheKey === undefined || cacheKey === "" ? {} : { cache_key: cacheKey }),
            },
        },
    ]);
    run.enlist(work);
    void perform(run, work, prepared, wake, async (context) => {
        await durable;
        return implementation.run(context);
    });
}
/** Begins the join of a step whose frames have all ended. Never rejects. */
async function beginJoin(run, step) {
    const { path, planned } = step;
    let lane = run.lanes.reading();
    const control = new AbortController();
    try {
        const implementation = implementationOf(run, planned.step.type, path);
        const scope = run.contexts.scopeOf(step, run.workspace);
        const prepared = await prepareStep(run, planned.step, implementation, scope);
        if (implementation.writesWorkspace) {
            const round = step.expansion?.rounds;
            const made = step.checkpoints.findLast((one) => one.round === round && one.tree !== undefined);
            // What the frames wrote since is part of the run's tree; what this join had saved is a change of that.
            const content = made?.tree === undefined ? undefined : { tree: made.tree };
            lane = await run.lanes.enter({ path, base: undefined, content });
        }
        const frames = frameResults(run.state, step);
        const work = newWork(run, step, step.attempt, implementation, lane, control);
        const key = step.cacheKey;
        if (key !== undefined) {
            const context = contextOf(run, work, prepared, undefined, "", { write: () => { }, end: () => { } });
            const identity = (await implementation.identity?.(context)) ?? {};
            const question = { lane, prepared, implementation, scope, identity, key };
            work.keep = (kept) => keepResult(run, step, question, kept);
        }
        run.enlist(work);
        void perform(run, work, prepared, undefined, async (context) => {
            if (implementation.join === undefined)
                throw noJoin(planned.step.type);
            return implementation.join(context, frames);
        });
    }
    catch (error) {
        const nothing = { run: async () => ({ status: "failed", error: (0,errors/* toPawlError */.e)(error) }) };
        const implementation = { ...run.ports.steps.get(planned.step.type), ...nothing };
        const work = newWork(run, step, step.attempt, implementation, lane, control);
        run.enlist(work);
        run.report(work, { status: "failed", error: (0,errors/* toPawlError */.e)(error) });
    }
}
function newWork(run, step, attempt, implementation, lane, control = new AbortController()) {
    // A join goes on with a step that began before its frames did: its time counts from there.
    const startedAt = step.expansion === undefined ? run.ports.clock.now() : (step.startedAt ?? run.ports.clock.now());
    return { step, attempt, lane, control, startedAt, implementation, artifacts: [], keep: undefined, cache: undefined };
}
/** Runs the step's code with all it may use, and reports how it ended. Never rejects. */
async function perform(run, work, prepared, wake, body) {
    run.report(work, await attemptOf(run, work, prepared, wake, async (context) => {
        const result = await body(context);
        if (result.status !== "completed" && result.status !== "failed")
            return result;
        work.artifacts = await collectArtifacts(run.ports, run.state, work.step, work.lane, result, context.scope);
        return result.status === "completed"
            ? withDeclaredOutputs(work.step, result, context.scope, work.artifacts)
            : result;
    }));
}
/** One attempt within its timeout, its minutes, the middleware and a temporary directory. Never rejects. */
async function attemptOf(run, work, prepared, wake, body) {
    const { step, attempt, control, implementation } = work;
    const { ports, options, runId } = run;
    const definition = step.planned.step;
    const output = outputOf(run, step.path);
    const over = limitMinutes(run, work);
    const about = { runId, path: step.path, type: definition.type, attempt };
    const outcome = await runAttempt(ports.clock, options.middleware ?? [], about, definition.timeoutMs, control, async () => {
        const needsDirectory = implementation.code !== undefined || implementation.writesWorkspace;
        const name = `${runId}-${step.path.replaceAll("/", ".")}-${attempt}`;
        const directory = needsDirectory ? await ports.temporaryDirectory(name) : undefined;
        try {
            return await body(contextOf(run, work, prepared, wake, directory?.path ?? "", output));
        }
        finally {
            await directory?.remove().catch(() => { });
        }
    });
    over();
    output.end();
    // Whoever stopped the step knows better why than what it says itself.
    const reason = control.signal.aborted ? control.signal.reason : undefined;
    const isEnded = outcome.status === "completed" || outcome.status === "expanded";
    if (reason instanceof errors/* PawlError */.p && !isEnded && reason.kind !== "transient") {
        return { ...(outcome.status === "failed" ? outcome : {}), status: "failed", error: reason };
    }
    return outcome;
}
function contextOf(run, work, prepared, wake, temporaryDirectory, output) {
    const { step, attempt, lane, control } = work;
    const scope = run.contexts.scopeOf(step, lane.workspace);
    return stepContext(run, step, {
        number: attempt,
        prepared,
        scope,
        lane,
        signal: control.signal,
        temporaryDirectory,
        wake,
        output,
    });
}
/** Ends the attempt when the step's own minutes are spent, unless what it returns is called before. */
function limitMinutes(run, work) {
    const minutes = work.step.planned.step.budget?.minutes;
    if (minutes === undefined)
        return () => { };
    const over = new AbortController();
    const limit = minutes + (run.state.addedBudget.minutes ?? 0);
    const scope = `step ${work.step.path}`;
    run.ports.clock.sleep(limit * 60_000, over.signal).then(() => work.control.abort(budgetExceeded({ scope, dimension: "minutes", limit, used: limit, needed: 1 })), () => { });
    return () => over.abort();
}
function noJoin(type) {
    return new errors/* PawlError */.p({
        code: "step.no_join",
        kind: "permanent",
        message: `The step type ${type} opens frames but can't join them`,
        remedy: "Give the type a `join`, or let its `run` end the step itself.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/breaker.js

/** Errors that say something about the dependency; the others are about us. */
const COUNTED = new Set(["transient", "permanent"]);
/** Attempts at a compare-and-set before the count is left as it is: others are counting the same outage. */
const TRIES = 5;
function createBreakers(store, clock) {
    const key = (name) => `breaker/${name}`;
    return {
        async check(policy) {
            if (policy === undefined)
                return;
            const { openUntil } = read((await store.getFact(key(policy.name)))?.value);
            const leftMs = openUntil - clock.now();
            if (leftMs > 0)
                throw breaker_open(policy, leftMs);
        },
        async note(policy, error) {
            if (policy === undefined || error?.code === "breaker.open")
                return [];
            if (error !== undefined && !COUNTED.has(error.kind))
                return [];
            for (let tries = 0; tries < TRIES; tries++) {
                const stored = await store.getFact(key(policy.name));
                const before = read(stored?.value);
                if (error === undefined && before.failures === 0)
                    return [];
                const failures = error === undefined ? 0 : before.failures + 1;
                const opens = failures >= policy.failures;
                const openUntil = opens ? clock.now() + policy.resetMs : 0;
                if (!(await store.setFact(key(policy.name), { failures, openUntil }, stored?.version ?? 0)))
                    continue;
                if (opens)
                    return [opened(policy.name, openUntil, failures)];
                return before.openUntil > 0 ? [{ type: "breaker.closed", data: { name: policy.name } }] : [];
            }
            return [];
        },
    };
}
function read(value) {
    const number = (member) => (typeof member === "number" ? member : 0);
    return { failures: number(value?.["failures"]), openUntil: number(value?.["openUntil"]) };
}
function opened(name, until, failures) {
    return { type: "breaker.opened", data: { name, until: new Date(until).toISOString(), failures } };
}
function breaker_open(policy, leftMs) {
    return new errors/* PawlError */.p({
        code: "breaker.open",
        kind: "transient",
        message: `The circuit breaker ${policy.name} is open: what it guards failed ${policy.failures} times in a row.`,
        remedy: `It is tried again in ${Math.ceil(leftMs / 1000)} s; resume the run then.`,
        retryAfterMs: leftMs,
    });
}

;// CONCATENATED MODULE: ./lib/engine/compensate.js






/** Undoes one completed step by its `compensate` (R5) and journals how that went. Never rejects. */
async function compensate(run, path, attempt) {
    const step = stepAt(run.state, path);
    const undo = step.planned.step.compensate;
    if (undo === undefined)
        return;
    await run.write([{ type: "compensation.step", data: { path, status: "started", attempt } }]);
    const outcome = await undoStep(run, step, undo, attempt);
    if (outcome.status === "completed") {
        const { evidence = {} } = outcome;
        run.record([{ type: "compensation.step", data: { path, status: "completed", attempt, evidence } }]);
        return;
    }
    const error = outcome.status === "failed" ? outcome.error : notEnded(path, outcome.status);
    run.record([{ type: "compensation.step", data: { path, status: "failed", attempt, error: error.toJSON() } }]);
    if (attempt >= undo.retry.attempts)
        return;
    const { clock } = run.ports;
    const at = new Date(clock.now() + retryDelayMs(undo.retry, error, attempt, clock.random())).toISOString();
    const reason = `compensation attempt ${attempt} of ${undo.retry.attempts} failed (${error.code})`;
    run.record([{ type: "retry.scheduled", data: { path, attempt: attempt + 1, at, reason } }]);
}
async function undoStep(run, step, undo, attempt) {
    const path = `${step.path}/compensate`;
    try {
        const implementation = implementationOf(run, undo.type, path);
        const scope = run.contexts.scopeOf(step, run.workspace);
        const prepared = await prepareStep(run, undo, implementation, scope);
        const lane = implementation.writesWorkspace
            ? await run.lanes.enter({ path, base: undefined, content: undefined })
            : run.lanes.reading();
        const planned = { ...step.planned, step: undo };
        const work = {
            step: { ...step, path, planned, expansion: undefined, checkpoints: [] },
            attempt,
            lane,
            control: new AbortController(),
            startedAt: run.ports.clock.now(),
            implementation,
            artifacts: [],
            keep: undefined,
            cache: undefined,
        };
        run.enlist(work);
        const outcome = await attemptOf(run, work, prepared, undefined, (context) => implementation.run(context));
        await lane.leave();
        return outcome;
    }
    catch (error) {
        return { status: "failed", error: (0,errors/* toPawlError */.e)(error) };
    }
}
function notEnded(path, status) {
    return new errors/* PawlError */.p({
        code: "compensation.not_ended",
        kind: "permanent",
        message: `The compensation of ${path} ended as "${status}"; it must complete or fail`,
        remedy: "Use a step type that ends by itself, such as shell, for `compensate`.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/conclude.js



/** Takes the work's changes into the run and journals how it ended. Never rejects. */
async function conclude(run, work, outcome) {
    const { step, lane, attempt, startedAt } = work;
    const { state, ports } = run;
    const durationMs = Math.max(0, Math.round(ports.clock.now() - startedAt));
    try {
        // A step that waits, or is tried again, begins again from its input and what it saved: nothing half done is landed.
        const isAgain = outcome.status === "failed" && beginsAgain(state, step, outcome.error, attempt);
        const waits = outcome.status === "parked" || isAgain;
        const { landed: tree, own } = waits ? ((await lane.abandon()) ?? {}) : await lane.leave();
        const breaker = step.planned.step.circuitBreaker;
        const noted = breaker === undefined || outcome.status === "parked"
            ? []
            : await run.breakers.note(breaker, outcome.status === "failed" ? outcome.error : undefined);
        const kept = keep(work, outcome, own, durationMs);
        if (kept !== undefined) {
            run.aside(kept);
            // Files outside git are read from the work tree: no other step may write there meanwhile.
            if ((step.planned.step.cache?.paths ?? []).length > 0)
                await kept;
        }
        run.record([...noted, ...outcomeEvents(run, work, outcome, tree, durationMs)]);
    }
    catch (error) {
        const failure = { attempt, error: (0,errors/* toPawlError */.e)(error), durationMs };
        run.record(eventsOfFailure(state, step, failure, ports.clock));
    }
}
/** Whether the step, once it goes on, begins from its input once more; where a person is asked, that is what they are asked for. */
function beginsAgain(state, step, error, attempt) {
    if (error.kind === "budget" || error.code === ASKS)
        return true;
    return autonomyOf(state) !== "off" && remedyOf(step, error, attempt) === "retry";
}
/** The cache is for speed: what it does happens beside the run, and its failures are its own. */
function keep(work, outcome, tree, durationMs) {
    if (outcome.status !== "completed" || outcome.cacheable === false)
        return undefined;
    const { outputs, evidence = {}, variables = {} } = outcome;
    return work.keep?.({ outputs, evidence, variables, artifacts: work.artifacts, tree, durationMs });
}
function outcomeEvents(run, work, outcome, tree, durationMs) {
    const { step, attempt } = work;
    const { path } = step;
    const withTree = tree === undefined ? {} : { tree };
    switch (outcome.status) {
        case "completed": {
            const { outputs, variables } = outcome;
            const evidence = { ...outcome.evidence, ...(work.cache === undefined ? {} : { cache: work.cache }) };
            const completed = {
                type: "step.completed",
                data: { path, outputs, artifacts: work.artifacts, ...withTree, duration_ms: durationMs, evidence },
            };
            return variables === undefined
                ? [completed]
                : [{ type: "variable.set", data: { path, values: variables } }, completed];
        }
        case "failed": {
            const { error, outputs = {}, evidence = {} } = outcome;
            const failure = { attempt, error, durationMs, outputs, evidence, artifacts: work.artifacts, ...withTree };
            return eventsOfFailure(run.state, step, failure, run.ports.clock);
        }
        case "expanded": {
            const { frames, maxParallel, outputs } = outcome;
            const given = outputs === undefined ? {} : { outputs };
            return [{ type: "step.expanded", data: { path, frames, max_parallel: maxParallel, ...withTree, ...given } }];
        }
        case "parked":
            return parkEvents(step, outcome, run.lanes.tree());
        case "cancel_run": {
            const data = { path, outputs: {}, artifacts: [], duration_ms: durationMs, evidence: { reason: outcome.reason } };
            return [
                { type: "step.completed", data },
                { type: "run.cancel_requested", data: { by: `step ${path}`, reason: outcome.reason } },
            ];
        }
    }
    throw new Error(`a step ended in an unknown way: ${JSON.stringify(outcome)}`);
}

;// CONCATENATED MODULE: ./lib/engine/contexts.js


/** GitHub's words for how a step came out before `on_error` had its say. */
const OUTCOMES = {
    completed: "success",
    cached: "success",
    failed: "failure",
    skipped: "skipped",
    cancelled: "cancelled",
    compensated: "success",
};
function createContexts(state, ports) {
    const frames = new Map();
    const contextOf = (frame) => {
        const known = frames.get(frame.path);
        if (known !== undefined)
            return known;
        const built = buildFrame(frame);
        frames.set(frame.path, built);
        return built;
    };
    const buildFrame = (frame) => {
        const outer = frame.parent === undefined ? undefined : contextOf(frameOf(state, stepAt(state, frame.parent)));
        const steps = { ...outer?.steps };
        const names = outer === undefined ? {} : { ...outer.names, ...frame.names };
        for (const { step } of frame.body.steps) {
            const instance = state.steps.get(frame.path === "" ? step.id : `${frame.path}/${step.id}`);
            // An id of this body hides the same id outside it, even before its step has run.
            delete steps[step.id];
            delete names[step.id];
            if (instance?.phase === "ended")
                note(steps, names, instance);
        }
        names["steps"] = steps;
        return { names, steps };
    };
    const refresh = (names) => {
        names["inputs"] = { ...state.inputs, ...ports.secretInputs };
        names["variables"] = state.variables;
        names["env"] ??= { ...ports.env, ...state.plan.workflow.env };
        names["run"] = {
            id: state.runId,
            attempt: state.attempt,
            workflow: state.plan.workflow.name,
            actor: state.created?.actor ?? "",
            url: "",
            ...state.created?.contexts["run"],
        };
        for (const key of ["issue", "repo", "project"]) {
            const given = state.created?.contexts[key];
            if (given !== undefined)
                names[key] ??= given;
        }
        return names;
    };
    const host = (status, workspace) => ({
        secret: (name) => ports.secrets.get(name),
        readFile: (path) => workspace.readFile(path),
        hashFiles: (patterns) => workspace.hashFiles(patterns),
        artifact: (name, run) => ports.artifact(name, run),
        status,
    });
    return {
        ended(step) {
            const context = frames.get(step.frame);
            if (context !== undefined)
                note(context.steps, context.names, step);
            for (const path of frames.keys())
                if (path.startsWith(`${step.path}/`))
                    frames.delete(path);
        },
        reset: () => frames.clear(),
        scopeOf(step, workspace, names) {
            const contexts = refresh(contextOf(frameOf(state, step)).names);
            contexts["workspace"] = { path: workspace.root };
            return {
                contexts: names === undefined ? contexts : { ...contexts, ...names },
                host: host(statusAround(state, step), workspace),
            };
        },
        rootScope(workspace) {
            const root = state.frames.get("");
            const contexts = refresh(root === undefined ? {} : contextOf(root).names);
            contexts["workspace"] = { path: workspace.root };
            const status = root?.failed === undefined ? "success" : "failure";
            return { contexts, host: host(state.cancel === undefined ? status : "cancelled", workspace) };
        },
    };
}
/** Names an id must not take over: `steps.<id>` still reaches such a step. */
const RESERVED = new Set(["inputs", "variables", "steps", "env", "run", "issue", "repo", "workspace", "project"]);
function note(steps, names, step) {
    const id = step.planned.step.id;
    const result = {
        outputs: step.outputs,
        status: step.status,
        outcome: OUTCOMES[step.status] ?? step.status,
        conclusion: step.handled ? "success" : (OUTCOMES[step.status] ?? step.status),
        exit_code: step.outputs["exit_code"] ?? step.evidence["exit_code"] ?? null,
        error: step.error === undefined ? null : { ...step.error, details: step.error.details ?? {} },
        tree: step.tree ?? null,
    };
    steps[id] = result;
    if (!RESERVED.has(id))
        names[id] = result;
}

;// CONCATENATED MODULE: ./lib/engine/inbox.js
function createInbox() {
    const items = [];
    let waiting;
    return {
        put(item) {
            if (waiting === undefined) {
                items.push(item);
                return;
            }
            const resolve = waiting;
            waiting = undefined;
            resolve(item);
        },
        take() {
            const item = items.shift();
            if (item !== undefined)
                return Promise.resolve(item);
            return new Promise((resolve) => {
                waiting = resolve;
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/engine/known-artifacts.js
/** Larger contents stay in their store: an expression gets name, digest and size. */
const MAX_CONTENT_BYTES = 1_000_000;
/** `artifact('coverage')`, `artifact("coverage", run="latest")`, `artifact('coverage', 'latest')`. */
const NAMED = /\bartifact\(\s*\\?["']([A-Za-z0-9._-]+)\\?["']\s*(?:,\s*(?:run\s*=\s*)?\\?["']([A-Za-z0-9_-]+)\\?["']\s*)?\)/g;
/** Functions that may read an artifact's content by its record. */
const READS = /\b(?:artifact|parse_[a-z]+)\(/;
function createKnownArtifacts(state, store, log) {
    const values = new Map();
    const load = async (name, run) => {
        const ref = run === undefined ? newestOf(state, name) : undefined;
        if (run === undefined && ref === undefined)
            return;
        const place = placeOf(name, run, ref?.digest);
        if (values.has(place))
            return;
        const where = ref === undefined
            ? await otherRun(store, state, name, run ?? "latest")
            : { runId: state.runId, version: ref.version, digest: ref.digest };
        if (where === undefined)
            return;
        const found = await store.get(name, where);
        if (found !== undefined)
            values.set(place, known_artifacts_valueOf(found.record, found.content));
    };
    const fetch = async (text) => {
        const wanted = [...text.matchAll(NAMED)].map(([, name = "", run]) => ({ name, run }));
        // A record that an output carries is looked up by name: every artifact of this run may be meant.
        const own = [...state.steps.values()].flatMap((step) => step.artifacts.map(({ name }) => ({ name, run: undefined })));
        for (const { name, run } of [...wanted, ...own]) {
            try {
                await load(name, run);
            }
            catch (error) {
                log.warning(`artifact ${name} can't be read: ${error instanceof Error ? error.message : String(error)}`);
            }
        }
    };
    return {
        fetch(step) {
            const text = textThatReads(step);
            return text === undefined ? undefined : fetch(text);
        },
        find(name, run) {
            const ref = run === undefined ? newestOf(state, name) : undefined;
            return values.get(placeOf(name, run, ref?.digest)) ?? (ref === undefined ? null : { ...ref });
        },
    };
}
/** The text of each step that may read an artifact; a definition is shared by all runs of its workflow and never changes. */
const texts = new WeakMap();
function textThatReads(step) {
    const known = texts.get(step);
    if (known !== undefined)
        return known.reading;
    const text = JSON.stringify(step);
    const reading = READS.test(text) ? text : undefined;
    texts.set(step, { reading });
    return reading;
}
/** The newest artifact of that name in this run. */
function newestOf(state, name) {
    for (const step of [...state.steps.values()].toReversed()) {
        const found = step.artifacts.findLast((artifact) => artifact.name === name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Where an artifact of another run is: of the run named, or the newest of this workflow, or of any workflow. */
async function otherRun(store, state, name, run) {
    if (run !== "latest")
        return { runId: run };
    const others = (await store.list({ name })).filter(({ runId }) => runId !== state.runId);
    const newest = others.find(({ workflow }) => workflow === state.plan.workflow.name) ?? others[0];
    // Nothing is listed of what lies at a service: asking for the newest of any run finds it there.
    return newest === undefined ? {} : { runId: newest.runId, version: newest.version };
}
function known_artifacts_valueOf(record, content) {
    const { name, digest, bytes, mediaType, version, runId, step, url } = record;
    const text = content.byteLength > MAX_CONTENT_BYTES ? undefined : textOf(content);
    return {
        name,
        digest,
        bytes,
        media_type: mediaType,
        version,
        run: runId,
        step,
        ...(url === undefined ? {} : { url }),
        ...(text === undefined ? {} : { content: text }),
    };
}
function textOf(content) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(content);
    }
    catch {
        return undefined;
    }
}
function placeOf(name, run, digest) {
    return `${run ?? ""}/${name}/${digest ?? ""}`;
}

;// CONCATENATED MODULE: ./lib/engine/conflict.js

/** The most characters that are shown of one side of one file, and of how many files. */
const SIDE_CHARACTERS = 2_000;
const SHOWN_FILES = 5;
/** Lines shown before the first one that differs. */
const CONTEXT_LINES = 3;
/**
 * The error of two steps that changed the same lines beside each other: `details.conflicts` and the message show both sides of each file
 * (of the first five), from shortly before the place where they part.
 */
function conflictError(conflicts) {
    const paths = conflicts.map(({ path }) => path);
    const shown = conflicts.slice(0, SHOWN_FILES).map(bothSides);
    const sides = shown.flatMap(({ path, ours, theirs }) => [
        `--- ${path}, as the other step left it:\n${ours}`,
        `--- ${path}, as this step left it:\n${theirs}`,
    ]);
    return new errors/* PawlError */.p({
        code: "workspace.conflict",
        kind: "permanent",
        message: [
            `Another step that ran at the same time changed the same lines of ${paths.join(", ")}.`,
            ...sides.map((side) => side.trimEnd()),
        ].join("\n"),
        remedy: "Let one of the two steps wait for the other with `needs`, or let them write different files.",
        details: { paths, conflicts: shown },
    });
}
function bothSides({ path, ours, theirs }) {
    const mine = ours.split("\n");
    const other = theirs.split("\n");
    const differs = mine.findIndex((line, at) => line !== other[at]);
    const first = Math.max(0, (differs < 0 ? mine.length : differs) - CONTEXT_LINES);
    const tooLong = ours.length > SIDE_CHARACTERS || theirs.length > SIDE_CHARACTERS;
    const from = tooLong ? first : 0;
    return { path, ours: excerpt(mine, from), theirs: excerpt(other, from) };
}
function excerpt(lines, from) {
    const text = lines.slice(from).join("\n");
    const before = from === 0 ? "" : `… from line ${from + 1}\n`;
    if (text.length <= SIDE_CHARACTERS)
        return before + text;
    return `${before}${text.slice(0, SIDE_CHARACTERS)}\n… ${text.length - SIDE_CHARACTERS} more characters`;
}

;// CONCATENATED MODULE: ./lib/engine/lanes.js

function createLanes(main, holds) {
    /** The tree the run has got to. */
    let reached;
    const current = () => reached;
    const advance = (tree) => {
        reached = tree;
    };
    let inMain = false;
    /** What the work tree is known to hold; undefined when someone may have written it. */
    let held = holds;
    /** Entering and leaving change trees: one at a time. */
    let turn = Promise.resolve();
    const inTurn = (work) => {
        const result = turn.then(work, work);
        turn = result.catch(() => { });
        return result;
    };
    const bringMainTo = async (tree) => {
        if (tree === undefined) {
            held = await main.snapshot();
        }
        else if (held !== tree) {
            // Until it is whole nobody knows what the work tree holds.
            held = undefined;
            await main.restore(tree);
            held = tree;
        }
        return held;
    };
    /** What a step saved, carried over to where it begins now: other steps may have ended since. */
    const carried = async (base, saved) => {
        if (saved?.tree === undefined || base === undefined)
            return saved?.tree;
        if (saved.base === undefined || saved.base === base)
            return saved.tree;
        const merged = await main.merge(saved.base, saved.tree, base);
        if ("conflicts" in merged)
            throw conflictError(merged.conflicts);
        return merged.tree;
    };
    const enterMain = async (from, content) => {
        inMain = true;
        let base;
        try {
            const begin = from ?? current();
            const begun = await bringMainTo((await carried(begin, content)) ?? begin);
            base = begin ?? begun;
        }
        catch (error) {
            inMain = false;
            throw error;
        }
        if (current() === undefined)
            advance(base);
        held = undefined;
        return {
            workspace: main,
            base,
            leave: () => inTurn(async () => {
                inMain = false;
                const after = await main.snapshot();
                held = after;
                return { landed: await land(base, after), own: after };
            }),
            abandon: () => inTurn(async () => {
                inMain = false;
                return undefined;
            }),
        };
    };
    const enterFork = async (path, from, content) => {
        const base = from ?? current() ?? (await main.snapshot());
        const fork = await main.fork(path.replaceAll("/", "."), (await carried(base, content)) ?? base);
        return {
            workspace: fork,
            base,
            leave: () => inTurn(async () => {
                try {
                    const own = await fork.snapshot();
                    return { landed: await land(base, own), own };
                }
                finally {
                    await fork[Symbol.asyncDispose]();
                }
            }),
            abandon: () => inTurn(async () => {
                await fork[Symbol.asyncDispose]();
                return undefined;
            }),
        };
    };
    /** Brings base..after onto wherever the run has got to meanwhile. */
    const land = async (base, after) => {
        const onto = current() ?? base;
        if (after === base)
            return onto;
        let landed = after;
        if (onto !== base) {
            const merged = await main.merge(base, after, onto);
            if ("conflicts" in merged)
                throw conflictError(merged.conflicts);
            landed = merged.tree;
        }
        advance(landed);
        if (!inMain)
            await bringMainTo(landed);
        return landed;
    };
    return {
        tree: current,
        goTo(tree) {
            reached = tree;
        },
        enter: ({ path, base, content }) => inTurn(() => (inMain ? enterFork(path, base, content) : enterMain(base, content))),
        reading: () => ({
            workspace: main,
            base: current(),
            leave: async () => ({}),
            abandon: async () => undefined,
        }),
        isSettled: () => {
            const tree = current();
            return !inMain && (tree === undefined || held === tree);
        },
        settle: () => inTurn(async () => {
            const tree = current();
            if (!inMain && tree !== undefined)
                await bringMainTo(tree);
        }),
    };
}

;// CONCATENATED MODULE: ./lib/engine/updates.js
/** Output lines a slow reader may be behind; what is older is dropped. */
const LINES_HELD = 1_000;
function createUpdates() {
    const readers = new Set();
    let ended = false;
    return {
        publish(update) {
            for (const reader of readers)
                reader.push(update);
        },
        subscribe() {
            const reader = createReader(() => readers.delete(reader));
            if (ended)
                reader.end();
            else
                readers.add(reader);
            return reader;
        },
        end() {
            ended = true;
            for (const reader of readers)
                reader.end();
            readers.clear();
        },
    };
}
function createReader(onReturn) {
    const queue = [];
    let lines = 0;
    let ended = false;
    let wake;
    const next = async () => {
        for (;;) {
            const update = queue.shift();
            if (update !== undefined) {
                if (update.kind === "output")
                    lines--;
                return { done: false, value: update };
            }
            if (ended)
                return { done: true, value: undefined };
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
    };
    return {
        push(update) {
            if (update.kind === "output") {
                if (lines >= LINES_HELD) {
                    queue.splice(queue.findIndex((held) => held.kind === "output"), 1);
                }
                else
                    lines++;
            }
            queue.push(update);
            wake?.();
        },
        end() {
            ended = true;
            wake?.();
        },
        [Symbol.asyncIterator]: () => ({
            next,
            return: async () => {
                ended = true;
                onReturn();
                return { done: true, value: undefined };
            },
        }),
    };
}

;// CONCATENATED MODULE: ./lib/engine/driver.js





















function createDriver(request) {
    const { ports, options, state, runId, workspace } = request;
    const { clock } = ports;
    const updates = createUpdates();
    const inbox = createInbox();
    const underWay = new Map();
    /** Paths whose start is being prepared: decided, but not in the journal yet. */
    const preparing = new Set();
    /** What goes on beside the steps: results on their way into the cache. */
    const asides = new Set();
    let stopping;
    let timer;
    let reservations = 0;
    let folded = state.head.seq;
    const pen = createPen(ports, state, runId, request.lease, (event) => updates.publish({ kind: "event", event }), (error) => inbox.put({ kind: "broken", error }));
    const known = createKnownArtifacts(state, ports.artifacts, ports.log);
    const contexts = createContexts(state, {
        secrets: ports.secrets,
        env: options.env,
        secretInputs: request.secretInputs,
        artifact: (name, from) => known.find(name, from),
    });
    const write = (events) => {
        const durable = pen.write(events);
        durable.catch(() => { });
        for (const event of events) {
            if (!ENDINGS.has(event.type) && !ANSWERS.has(event.type))
                continue;
            const step = stepAt(state, event.data.path);
            if (step.phase === "ended" || ENDINGS.has(event.type))
                contexts.ended(step);
        }
        return durable;
    };
    const run = {
        ports,
        options,
        state,
        runId,
        workspace,
        contexts,
        lanes: createLanes(workspace, request.holds),
        breakers: createBreakers(ports.store, clock),
        write,
        record: (events) => {
            void write(events);
        },
        publish: (update) => updates.publish(update),
        outer: request.outerBudgets,
        nextId: () => `r${state.attempt}-${++reservations}`,
        runChild: request.runChild,
        report: (work, outcome) => inbox.put({ kind: "ended", work, outcome }),
        aside(work) {
            asides.add(work);
            void work.finally(() => asides.delete(work));
        },
        enlist(work) {
            underWay.set(work.step.path, work);
            // What begins after a cancel is clean-up; what was on its way when it came is stopped.
            const isLate = state.cancel !== undefined && work.step.startedSeq < state.cancelSeq;
            if (stopping !== undefined || isLate)
                work.control.abort(cancelledError(work.step.path));
        },
    };
    const begin = (path, work) => {
        preparing.add(path);
        void work.finally(() => {
            preparing.delete(path);
            inbox.put({ kind: "look" });
        });
    };
    const stopAll = (reason = cancelledError) => {
        for (const [path, { control }] of underWay)
            control.abort(reason(path));
    };
    const act = async (commands) => {
        const seq = state.head.seq;
        for (const command of commands) {
            if (command.do === "abort") {
                for (const [path, work] of underWay)
                    if (path.startsWith(`${command.path}/`))
                        work.control.abort(cancelledError(path));
            }
            const isBusy = "path" in command && (preparing.has(command.path) || underWay.has(command.path));
            if (isBusy && command.do !== "fail")
                continue;
            if (command.do === "begin" || command.do === "join") {
                const step = stepAt(state, command.path);
                const go = () => command.do === "join" ? beginJoin(run, step) : beginStep(run, step, command.attempt);
                begin(command.path, known.fetch(step.planned.step)?.then(go) ?? go());
            }
            else if (command.do === "wait")
                setTimer(command.until);
            else if (command.do === "expire") {
                const step = stepAt(state, command.path);
                const timeoutMs = step.planned.step.timeoutMs ?? 0;
                const durationMs = Math.max(0, clock.now() - (step.startedAt ?? clock.now()));
                const error = timeoutError(step.path, timeoutMs);
                run.record(eventsOfFailure(state, step, { attempt: step.attempt, error, durationMs }, clock));
            }
            else if (command.do === "compensate") {
                await compensate(run, command.path, command.attempt);
                underWay.delete(`${command.path}/compensate`);
            }
            else {
                if (ENDS.has(command.do) && !run.lanes.isSettled()) {
                    // A process that dies once the end is durable leaves the work tree as the run has it: nobody takes it for changes by hand.
                    await run.lanes.settle();
                    if (state.head.seq !== seq)
                        return "again";
                }
                run.record([eventOf(state, command, () => outputsOf(run))]);
            }
        }
        if (state.status !== "running")
            return "end";
        return state.head.seq === seq ? "wait" : "again";
    };
    const setTimer = (until) => {
        if (timer !== undefined && timer.until <= until)
            return;
        timer?.control.abort();
        const control = new AbortController();
        timer = { until, control };
        clock.sleep(Math.max(0, until - clock.now()), control.signal).then(() => {
            timer = undefined;
            inbox.put({ kind: "look" });
        }, () => { });
    };
    /** Parks what is under way when the run's minutes are spent; wakes up again when they will be. */
    const watchMinutes = () => {
        const limit = runBudget(state).minutes;
        if (limit === undefined)
            return;
        const usedMs = state.activeMs + (state.activeSince === undefined ? 0 : clock.now() - state.activeSince);
        const leftMs = limit * 60_000 - usedMs;
        if (leftMs > 0) {
            setTimer(clock.now() + leftMs);
            return;
        }
        const used = usedMs / 60_000;
        stopAll(() => budgetExceeded({ scope: "run", dimension: "minutes", limit, used, needed: 1 }));
    };
    /** Stores the fold of a long run now and then, so that it is opened again fast. Losing one costs nothing but time. */
    const keepFold = () => {
        const { seq } = state.head;
        if (!isFoldDue(seq, folded))
            return;
        folded = seq;
        const bytes = storeFold(state);
        const stored = pen.flushed().then(() => ports.store.saveCheckpoint(runId, seq, bytes));
        run.aside(stored.catch((error) => ports.log.debug(`the fold of ${runId} was not stored: ${String(error)}`)));
    };
    /** Stops all that is under way and waits for it: whoever goes on with the run in this process finds nobody in its files. */
    const leaveAll = async () => {
        stopAll();
        while (underWay.size > 0 || preparing.size > 0) {
            const happening = await inbox.take();
            stopAll();
            if (happening.kind !== "ended")
                continue;
            underWay.delete(happening.work.step.path);
            await happening.work.lane.abandon().catch(() => { });
        }
    };
    const loop = async () => {
        for (;;) {
            keepFold();
            if (stopping === undefined) {
                watchMinutes();
                const next = await act(decide(state, clock.now()));
                if (next === "end")
                    return;
                if (next === "again")
                    continue;
            }
            else if (underWay.size === 0 && preparing.size === 0) {
                await run.lanes.settle();
                run.record([{ type: "run.cancelled", data: stopping }]);
                return;
            }
            const happening = await inbox.take();
            if (happening.kind === "broken") {
                await leaveAll();
                throw happening.error;
            }
            if (happening.kind === "ended") {
                const { work, outcome } = happening;
                underWay.delete(work.step.path);
                // A step that the end of this process stops has not ended: it begins again with the next worker.
                if (stopping !== undefined && outcome.status !== "completed")
                    await work.lane.abandon();
                else
                    await conclude(run, work, outcome);
                if (outcome.status === "cancel_run")
                    stopAll();
            }
        }
    };
    return {
        state,
        updates,
        async drive(first) {
            pen.write(first, request.blobs).catch(() => { });
            run.lanes.goTo(state.tree);
            contexts.reset();
            try {
                await request.turn?.(run.record, () => state.cancel !== undefined || stopping !== undefined, () => pen.flushed());
                await run.lanes.settle();
                await loop();
                await pen.flushed();
                keepFold();
                await run.lanes.settle();
                await Promise.all(asides);
                return viewRun(state);
            }
            finally {
                timer?.control.abort();
                updates.end();
            }
        },
        async cancel(by, reason) {
            if (state.cancel !== undefined) {
                // Asked again: the clean-up is stopped too.
                stopAll();
                return;
            }
            if (state.status !== "running")
                return;
            const durable = write([{ type: "run.cancel_requested", data: { by, reason } }]);
            stopAll();
            inbox.put({ kind: "look" });
            await durable;
        },
        async hear(message) {
            if (message.kind === "cancel") {
                await this.cancel(message.by, message.reason);
                return;
            }
            const { events, error } = message.kind === "signal"
                ? answerSignal(state, message)
                : await answerApproval(state, message, () => workspace.snapshot());
            const durable = write(events);
            inbox.put({ kind: "look" });
            await durable;
            if (error !== undefined)
                throw error;
        },
        stop(by, reason) {
            stopping = { by, reason };
            stopAll();
            inbox.put({ kind: "look" });
        },
        lose(error) {
            stopAll();
            inbox.put({ kind: "broken", error });
        },
        budgetFor: (path) => ({ reserve: (worstCase) => reserve(run, path, worstCase) }),
    };
}
/** The event a command is, where nothing has to be done for it first. */
function eventOf(state, command, outputs) {
    switch (command.do) {
        case "skip":
            return {
                type: "step.skipped",
                data: { path: command.path, reason: command.reason, because: command.because },
            };
        case "cancel":
            return { type: "step.cancelled", data: { path: command.path, reason: command.reason } };
        case "wake":
            return { type: "timer.fired", data: { path: command.path } };
        case "abort": {
            const reason = `${command.path} was still under way when its time was over`;
            return { type: "decision", data: { kind: "abort", path: command.path, reason } };
        }
        case "start_compensation":
            return { type: "compensation.started", data: { reason: command.reason, paths: command.paths } };
        case "finish_compensation":
            return { type: "compensation.finished", data: { status: command.status, failed: command.failed } };
        case "park":
            return { type: "run.parked", data: { reason: command.reason, wake: command.wake } };
        case "fail": {
            const error = stepAt(state, command.path).error ?? unknownFailure(command.path).toJSON();
            return { type: "run.failed", data: { error, path: command.path } };
        }
        case "cancel_run":
            return { type: "run.cancelled", data: state.cancel ?? { by: "a step", reason: "a step was cancelled" } };
        case "complete":
            try {
                return { type: "run.completed", data: { outputs: outputs() } };
            }
            catch (error) {
                return { type: "run.failed", data: { error: (0,errors/* toPawlError */.e)(error).toJSON() } };
            }
    }
    throw new Error(`a command without an event: ${command.do}`);
}
/** The workflow's outputs. */
function outputsOf(run) {
    const scope = run.contexts.rootScope(run.workspace);
    const outputs = {};
    for (const [name, output] of Object.entries(run.state.plan.workflow.outputs)) {
        outputs[name] = (0,evaluate/* resolveValue */.g$)(output.value, scope);
    }
    return outputs;
}
/** Events after which later steps see the step's result. */
const ENDINGS = new Set([
    "step.completed",
    "step.cached",
    "step.failed",
    "step.skipped",
    "step.cancelled",
]);
/** Commands after which the run rests. */
const ENDS = new Set(["park", "complete", "fail", "cancel_run"]);
/** Events that may end a step whose fate a person was asked about. */
const ANSWERS = new Set(["approval.granted", "approval.rejected"]);
function unknownFailure(path) {
    return new errors/* PawlError */.p({ code: "step.failed", kind: "permanent", message: `Step ${path} failed` });
}

;// CONCATENATED MODULE: ./lib/engine/fork.js





/**
 * The journal of a fork: everything that happened in the original, under the fork's own id and chain, with its own inputs. What the
 * original spent counts in the fork's budget, and its held steps are held in the fork.
 */
function forkedJournal(plan, events, fork) {
    const state = initialState(plan);
    const records = [];
    const blobs = new Map();
    for (const event of events) {
        const data = event.type === "run.created" ? forkedData(event, fork) : event.data;
        const at = Date.parse(event.at);
        let chained = chain(state.head ?? EMPTY_JOURNAL, fork.runId, at, { type: event.type, data });
        if (chained.record.body.length > LONGEST_LINE) {
            const small = { type: event.type, data: withoutLargeValues(data, blobs) };
            chained = chain(state.head, fork.runId, at, small);
        }
        records.push(chained.record);
        reduce(state, { ...chained.event, data }, chained.record.hash);
    }
    return { state, records, blobs, summary: { ...summarize(state), costUsd: 0, inputTokens: 0, outputTokens: 0 } };
}
function forkedData(created, fork) {
    const { parent: _parent, ...rest } = created.data;
    return { ...rest, inputs: fork.inputs, forked_from: { run: created.run, step: fork.from } };
}

;// CONCATENATED MODULE: ./lib/engine/leases.js

/**
 * Keeps leases alive at a third of their time to live. One that was taken over is reported to `onLost` once, with `run.lease_lost`;
 * a renewal that fails for another reason is tried again until the lease has ended.
 */
function createLeases(store, clock, ttlMs, onLost) {
    const held = new Map();
    const taking = new Set();
    let renewing;
    const renewAll = async (signal) => {
        for (;;) {
            await clock.sleep(ttlMs / 3, signal);
            await Promise.all([...held.values()].map(renew));
        }
    };
    const renew = async (lease) => {
        try {
            const renewed = await store.renew(lease, ttlMs);
            if (isHeld(lease))
                held.set(lease.runId, renewed);
        }
        catch (error) {
            const problem = (0,errors/* toPawlError */.e)(error);
            if (problem.code !== "store.fenced" && clock.now() < lease.expiresAt)
                return;
            if (isHeld(lease) && held.delete(lease.runId))
                onLost(lease.runId, lost(lease, problem));
        }
    };
    /** The run may have been given back, and taken again, while a renewal was on its way. */
    const isHeld = ({ runId, fence }) => held.get(runId)?.fence === fence;
    return {
        async take(runId, worker, evenFrom) {
            if (held.has(runId) || taking.has(runId))
                return undefined;
            taking.add(runId);
            try {
                const lease = await store.acquire(runId, worker, ttlMs, evenFrom);
                if (lease === undefined)
                    return undefined;
                held.set(runId, lease);
                if (renewing === undefined) {
                    renewing = new AbortController();
                    renewAll(renewing.signal).catch(() => { });
                }
                return lease;
            }
            finally {
                taking.delete(runId);
            }
        },
        current(runId) {
            const lease = held.get(runId);
            if (lease === undefined)
                throw notHeld(runId);
            return lease;
        },
        async give(runId) {
            const lease = held.get(runId);
            held.delete(runId);
            if (held.size === 0) {
                renewing?.abort();
                renewing = undefined;
            }
            // A lease that can't be given back ends by itself.
            if (lease !== undefined)
                await store.release(lease).catch(() => { });
        },
    };
}
function lost(lease, cause) {
    return new errors/* PawlError */.p({
        code: "run.lease_lost",
        kind: "permanent",
        message: `This worker lost run ${lease.runId} to another one, or could not renew its lease in time.`,
        remedy: "Nothing was written after that. `pawl show` tells who goes on with it.",
        cause,
    });
}
function notHeld(runId) {
    return new errors/* PawlError */.p({
        code: "run.lease_lost",
        kind: "permanent",
        message: `This worker holds no lease on run ${runId}.`,
    });
}

;// CONCATENATED MODULE: ./lib/engine/child-run.js




/** Workflows that start workflows, one inside the other. */
const DEEPEST_CHILD = 8;
/** Where the concurrency group of a run stands among its labels. */
const GROUP_LABEL = "concurrency_group";
/**
 * What starts the child run that the step at `path` asks for.
 *
 * @throws PawlError `workflow.inputs`, and what loading the workflow gives
 */
async function childRequest(ports, parent, runId, path, request) {
    const { created, plan } = parent;
    const workflow = await ports.loadWorkflow(request.reference, plan.workflow.source.file);
    const { values, problems } = (0,inputs.resolveInputs)(workflow.inputs, request.inputs);
    const [problem] = problems;
    if (problem !== undefined) {
        throw new errors/* PawlError */.p({
            code: "workflow.inputs",
            kind: "invalid",
            message: `Step ${path} starts the workflow ${workflow.name}: ${problems.map(({ message }) => message).join("; ")}`,
            ...(problem.hint === undefined ? {} : { remedy: problem.hint }),
        });
    }
    const autonomy = stricter(autonomyOf(parent), workflow.autonomy);
    return {
        runId,
        workflow,
        inputs: values,
        trigger: { event: "workflow", run: parent.runId, path },
        contexts: created?.contexts ?? {},
        labels: withoutGroup(created?.labels ?? {}),
        ...(autonomy === "full" ? {} : { autonomy }),
        ...(created?.actor === undefined ? {} : { actor: created.actor }),
    };
}
function withoutGroup(labels) {
    return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== GROUP_LABEL));
}
/** A child's id follows from where it was started, so that the same call after a crash finds the same child. */
function childId(parentId, path) {
    const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    const digest = (0,kernel_digest/* sha256 */.s)(`${parentId} ${path}`);
    // The parent's time stays in front, so that children sort beside it.
    const time = parentId.startsWith("run_") ? parentId.slice(4, 14) : "";
    let tail = "";
    for (let i = 0; tail.length + time.length < 26; i++) {
        tail += alphabet[Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) % 32] ?? "0";
    }
    return `run_${time}${tail}`;
}
/** @throws PawlError `workflow.recursion` when workflows start one another without end */
function checkDepth(chain) {
    if (chain.length > DEEPEST_CHILD)
        throw recursion(chain);
}
function recursion(chain) {
    return new errors/* PawlError */.p({
        code: "workflow.recursion",
        kind: "invalid",
        message: `Workflows start one another more than ${DEEPEST_CHILD} deep: ${chain.join(" → ")}`,
        remedy: "Let one of them stop starting the next, or use a loop step.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/mailbox.js
/** How often a process that drives runs looks for what others said to them, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
const PREFIX = "mailbox/";
function createMailbox(store, clock, isMine) {
    let watching;
    const collect = async (deliver) => {
        for (const { key, value, version } of await store.listFacts(PREFIX)) {
            const runId = key.slice(PREFIX.length);
            const messages = messagesOf(value);
            if (messages.length === 0 || !isMine(runId))
                continue;
            // Emptied before it is delivered: a message is never answered twice.
            if (await store.setFact(key, { messages: [] }, version))
                for (const message of messages)
                    deliver(runId, message);
        }
    };
    return {
        async leave(runId, message) {
            for (;;) {
                const stored = await store.getFact(PREFIX + runId);
                const messages = [...messagesOf(stored?.value), message];
                if (await store.setFact(PREFIX + runId, { messages }, stored?.version ?? 0))
                    return;
            }
        },
        watch(deliver) {
            if (watching !== undefined)
                return;
            const control = new AbortController();
            watching = control;
            const look = async () => {
                for (;;) {
                    await clock.sleep(LOOK_EVERY_MS, control.signal);
                    // A store that can't be read now is asked again; its runs have their own ways to notice.
                    await collect(deliver).catch(() => { });
                }
            };
            look().catch(() => { });
        },
        stop() {
            watching?.abort();
            watching = undefined;
        },
    };
}
function messagesOf(value) {
    const messages = value?.["messages"];
    return Array.isArray(messages) ? messages : [];
}

;// CONCATENATED MODULE: ./lib/engine/opening.js



/** What a secret input is in the journal: its value lives in the process only, and comes from the secrets on resume. */
const SECRET_INPUT = "***";
/** Inputs as the journal holds them, and the secret ones as the run sees them. */
function splitSecrets(workflow, inputs) {
    const journaled = {};
    const secret = {};
    for (const [name, value] of Object.entries(inputs)) {
        if (workflow.inputs[name]?.type === "secret" && value !== null) {
            secret[name] = value;
            journaled[name] = SECRET_INPUT;
        }
        else
            journaled[name] = value;
    }
    return { journaled, secret };
}
/** The first event of a run. */
function createdEvent(request, definition, options, extra) {
    const { workflow } = request;
    return {
        type: "run.created",
        data: {
            workflow: workflow.name,
            version: workflow.version,
            definition: definition.ref,
            definition_file: workflow.source.file,
            engine: options.engineVersion,
            trigger: request.trigger ?? {},
            contexts: request.contexts ?? {},
            ...(request.actor === undefined ? {} : { actor: request.actor }),
            ...(request.budget === undefined ? {} : { budget: { ...request.budget } }),
            ...(request.autonomy === undefined ? {} : { autonomy: request.autonomy }),
            ...extra,
        },
    };
}
/** A worker takes the run. */
function startedEvent(options, lease, workspace, found) {
    return {
        type: "run.started",
        data: {
            worker: options.worker,
            fence: lease.fence,
            host: options.host,
            pid: options.pid,
            variables: found.variables,
            ...(found.tree === undefined ? {} : { base_tree: found.tree }),
            ...(workspace.baseCommit === undefined ? {} : { base_commit: workspace.baseCommit }),
        },
    };
}
/** Variables in dependency order (L7), and what the workflow's own fields see before any step has run. */
function openingVariables(ports, options, request, runId, workspace) {
    const { workflow } = request;
    const contexts = {
        inputs: request.inputs,
        variables: {},
        steps: {},
        env: { ...options.env, ...workflow.env },
        workspace: { path: workspace.root },
        ...request.contexts,
        run: {
            id: runId,
            attempt: 1,
            workflow: workflow.name,
            actor: request.actor ?? "",
            url: "",
            ...((0,json/* isJsonObject */.O)(request.contexts?.["run"]) ? request.contexts["run"] : {}),
        },
    };
    const host = {
        secret: (name) => ports.secrets.get(name),
        readFile: (path) => workspace.readFile(path),
        hashFiles: (patterns) => workspace.hashFiles(patterns),
        artifact: () => null,
        status: "success",
    };
    const isEmpty = Object.keys(workflow.variables).length === 0;
    const variables = isEmpty ? {} : (0,evaluate/* resolveVariables */.CO)(workflow.variables, { contexts, host });
    return { variables, scope: { contexts: { ...contexts, variables }, host } };
}
/** Secret inputs are not in the journal: a resume takes them from the secrets of the same name. */
function secretsAgain(ports, state, given = {}) {
    const found = {};
    for (const [name, value] of Object.entries(state.inputs)) {
        if (value !== SECRET_INPUT || state.plan.workflow.inputs[name]?.type !== "secret" || name in given)
            continue;
        const secret = ports.secrets.get(name) ?? ports.secrets.get(name.toUpperCase());
        if (secret === undefined)
            throw secretMissing(name);
        found[name] = secret;
    }
    return found;
}
function secretMissing(name) {
    return new errors/* PawlError */.p({
        code: "input.secret_missing",
        kind: "invalid",
        message: `The secret input ${name} is not kept in the journal, and there is no secret of that name now.`,
        remedy: `Set the environment variable ${name.toUpperCase()} and resume again.`,
    });
}
/** Whether any step of the body may write files: only then is the workspace worth a snapshot. */
function writesFiles(body, ports) {
    return body.steps.some(({ step, bodies }) => ports.steps.get(step.type)?.writesWorkspace === true ||
        Object.values(bodies).some((inner) => writesFiles(inner, ports)));
}

;// CONCATENATED MODULE: ./lib/engine/rollback.js


/**
 * Refuses to roll back a run that has not failed and was not cancelled, and one with nothing to undo.
 *
 * @throws PawlError `rollback.not_failed`, `rollback.nothing`
 */
function checkRollback(state) {
    const { runId, status } = state;
    if (status !== "failed" && status !== "cancelled") {
        const remedies = {
            completed: "What a completed run did stands; undo it with a workflow of its own.",
            parked: "Cancel it first (`pawl cancel`), or let it go on.",
        };
        throw new errors/* PawlError */.p({
            code: "rollback.not_failed",
            kind: "invalid",
            message: `Run ${runId} is ${status}; only a run that failed or was cancelled is rolled back.`,
            remedy: remedies[status] ?? "Wait for its end, cancel it, or let `pawl resume` take it over if its process died.",
        });
    }
    if (toCompensate(state).length > 0)
        return;
    const isUndone = [...state.steps.values()].some((step) => step.status === "compensated");
    throw new errors/* PawlError */.p({
        code: "rollback.nothing",
        kind: "invalid",
        message: isUndone
            ? `Everything run ${runId} did that can be undone has been.`
            : `Run ${runId} has no completed step with a \`compensate\`: there is nothing to undo.`,
        remedy: "`pawl show` lists its steps; a step says how it is undone in its `compensate`.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/hand-changes.js

/**
 * Looks at what became of the work tree since the run left it.
 *
 * Somebody who mends a file after a step failed and resumes wants the mended file: such changes are merged into the tree the run goes on
 * from. So does somebody who was asked whether to try it again. A run that waits (for an approval, for money) goes on from its own files alone, because those are what was shown. A clean checkout
 * is nobody's change. What isn't taken over stays reachable as a tree, and the log says which.
 *
 * @param tree the input of the first step that runs again, without such changes
 */
async function withHandChanges(state, workspace, tree, log) {
    const left = state.tree;
    const own = { tree, changedByHand: [] };
    if (left === undefined || state.status === "running")
        return own;
    const found = await workspace.snapshot();
    if (found === left || found === state.baseTree || isOfThisRun(state, found))
        return own;
    if (workspace.baseCommit !== undefined && (await workspace.patch(workspace.baseCommit, found)).files.length === 0)
        return own;
    const isEnded = state.status === "failed" || (state.status === "cancelled" && !wasCutOff(state));
    if (isEnded || waitsForAWordOnly(state)) {
        const { files } = await workspace.patch(left, found);
        const merged = await workspace.merge(left, found, tree ?? left);
        if ("tree" in merged) {
            log.info(`The run goes on with what was changed by hand since it ended: ${listed(files)}.`);
            return { tree: merged.tree, changedByHand: files.map(({ path }) => path) };
        }
    }
    log.warning(`The workspace was changed since run ${state.runId} left it; the run goes on from its own files. ` +
        `What was there is kept as the git tree ${found} (git checkout ${found} -- <path> brings it back).`);
    return own;
}
/** Whether the files are as this very run had them earlier: it went on elsewhere since, or its process died before it had put them right. */
function isOfThisRun(state, found) {
    for (const { inputTree, tree, changes, checkpoints } of state.steps.values()) {
        if (found === inputTree || found === tree || changes.some(({ from, to }) => found === from || found === to))
            return true;
        if (checkpoints.some((one) => found === one.tree || found === one.base))
            return true;
    }
    return false;
}
/** Whether the run was cancelled when its process was gone: what a step had half done is still in the files, and is nobody's change. */
function wasCutOff(state) {
    return [...state.steps.values()].some(({ phase, startedSeq, endedSeq }) => phase === "ready" && startedSeq > endedSeq && startedSeq < state.cancelSeq);
}
/** Whether a person was asked what to do about a failure (`autonomy: ask`) and nothing waits that was shown with its files. */
function waitsForAWordOnly(state) {
    const asked = state.parked?.wake.approval;
    const isShown = [...state.parkedSteps].some((path) => stepAt(state, path).parked?.wake.approval?.tree !== undefined);
    return asked !== undefined && asked.tree === undefined && !isShown;
}
function listed(files) {
    const shown = files.slice(0, 5).map(({ path }) => path);
    return files.length > shown.length ? `${shown.join(", ")} and ${files.length - shown.length} more` : shown.join(", ");
}

;// CONCATENATED MODULE: ./lib/engine/resume-tree.js

/**
 * What the workspace goes on from when the run is resumed: its last tree without what the steps that run again had changed. Where such a
 * change can't be taken out without harm to what a held step wrote later, it stays: held work is never lost. Undefined when the run's
 * tree stays as it is.
 */
async function treeToResumeFrom(state, from, workspace) {
    const again = pathsToReset(state, from);
    const undone = [...again].flatMap((path) => state.steps.get(path) ?? []).filter((step) => step.startedSeq > 0);
    const [first] = undone.toSorted((a, b) => a.startedSeq - b.startedSeq);
    if (first?.inputTree === undefined || state.tree === undefined)
        return undefined;
    const isHeldAfter = (step) => !again.has(step.path) && step.changes.some(({ seq }) => seq > first.startedSeq);
    if (![...state.steps.values()].some(isHeldAfter))
        return first.inputTree;
    let tree = state.tree;
    for (const { from: before, to: after } of undone.flatMap((step) => step.changes).toSorted((a, b) => b.seq - a.seq)) {
        const merged = await workspace.merge(after, before, tree);
        if ("tree" in merged)
            tree = merged.tree;
    }
    return tree;
}

;// CONCATENATED MODULE: ./lib/engine/shared-budget.js


const NOTHING = { usd: 0, tokens: 0, held_usd: 0, held_tokens: 0 };
/** The monthly budgets that apply to a run (R10), kept as facts of the run store that every worker shares. */
function monthlyBudgets(store, clock, limits, run) {
    const scopes = [
        ["the month", limits.all],
        [`actor ${run.actor ?? "nobody"} this month`, limits.perActor],
        [`workflow ${run.workflow} this month`, limits.perWorkflow],
    ];
    return scopes.flatMap(([scope, limit]) => (limit === undefined ? [] : [monthly(store, clock, scope, limit)]));
}
function monthly(store, clock, scope, limit) {
    return {
        async reserve(worstCase) {
            if (worstCase.unpriced !== undefined && limit.usd !== undefined)
                throw unpriced(worstCase.unpriced);
            const key = `spend/${new Date(clock.now()).toISOString().slice(0, 7)}/${scope}`;
            await change(store, key, (spent) => {
                shared_budget_check(scope, limit, spent, worstCase);
                return hold(spent, worstCase, 1);
            });
            const end = (usd, tokens) => change(store, key, (spent) => {
                const freed = hold(spent, worstCase, -1);
                return { ...freed, usd: freed.usd + usd, tokens: freed.tokens + tokens };
            });
            return {
                id: key,
                settle: (cost) => end(cost.usd, tokensOf(cost)),
                release: () => end(0, 0),
            };
        },
    };
}
function hold(spent, { usd, tokens }, sign) {
    return { ...spent, held_usd: spent.held_usd + sign * usd, held_tokens: spent.held_tokens + sign * tokens };
}
function shared_budget_check(scope, limit, spent, worstCase) {
    const dimensions = [
        ["usd", limit.usd, spent.usd + spent.held_usd, worstCase.usd],
        ["tokens", limit.tokens, spent.tokens + spent.held_tokens, worstCase.tokens],
    ];
    for (const [dimension, most, used, needed] of dimensions) {
        if (most !== undefined && used + needed > most + 5e-7) {
            throw budgetExceeded({ scope, dimension, limit: most, used, needed });
        }
    }
}
/** Compare-and-set until it holds; whoever else changed it meanwhile is counted in. */
async function change(store, key, next) {
    for (let tries = 0; tries < 1_000; tries++) {
        const stored = await store.getFact(key);
        const spent = stored === undefined ? NOTHING : { ...NOTHING, ...stored.value };
        if (await store.setFact(key, { ...next(spent) }, stored?.version ?? 0))
            return;
    }
    throw new errors/* PawlError */.p({
        code: "budget.contended",
        kind: "transient",
        message: `The spending of ${key} is being changed by too many others to be counted safely.`,
    });
}

;// CONCATENATED MODULE: ./lib/engine/turn-taking.js
/** How often a queued run looks whether it is its turn, in milliseconds. */
const turn_taking_LOOK_EVERY_MS = 500;
/** More runs than this at once are counted as this many. */
const MOST_COUNTED = 10_000;
/**
 * Waits until a run may begin: no older run of its concurrency group is under way, and the quotas have room. Runs whose worker died
 * hold nobody up. Journals once why it waits.
 *
 * @param isOver true when the run was cancelled while it waited
 */
async function awaitTurn(store, clock, turn, quotas, record, isOver, isDead) {
    const limited = turn.group !== undefined || Object.values(quotas).some((limit) => limit !== undefined);
    if (!limited)
        return;
    for (let told = false; !isOver();) {
        const reason = await whyWait(store, turn, quotas, isDead);
        if (reason === undefined)
            return;
        if (!told)
            record([{ type: "decision", data: { kind: "queue", reason } }]);
        told = true;
        await clock.sleep(turn_taking_LOOK_EVERY_MS);
    }
}
async function whyWait(store, turn, quotas, isDead) {
    const orphans = new Set((await store.orphans()).map(({ runId }) => runId));
    const running = await store.list({ status: ["running"], limit: MOST_COUNTED });
    const before = running.filter((other) => !orphans.has(other.runId) && isBefore(other, turn));
    const sameGroup = before.filter(({ group }) => group !== undefined && group === turn.group);
    const [ahead] = await living(sameGroup, isDead);
    if (ahead !== undefined)
        return `run ${ahead.runId} of the group ${turn.group} is under way`;
    // Each is asked after only where it would make the difference.
    if (fullQuota(turn, quotas, before) === undefined)
        return undefined;
    return fullQuota(turn, quotas, await living(before, isDead));
}
async function living(runs, isDead) {
    const dead = await Promise.all(runs.map(({ runId }) => isDead(runId)));
    return runs.filter((_, index) => dead[index] !== true);
}
function fullQuota(turn, quotas, before) {
    const quota = (limit, used, whose) => limit !== undefined && used >= limit ? `${whose} may have ${limit} runs at once` : undefined;
    return (quota(quotas.total, before.length, "this installation") ??
        quota(quotas.perActor, before.filter(({ actor }) => actor === turn.actor).length, turn.actor ?? "nobody") ??
        quota(quotas.perWorkflow, before.filter(({ workflow }) => workflow === turn.workflow).length, `workflow ${turn.workflow}`));
}
function isBefore(other, turn) {
    if (other.runId === turn.runId)
        return false;
    return other.createdAt < turn.createdAt || (other.createdAt === turn.createdAt && other.runId < turn.runId);
}

;// CONCATENATED MODULE: ./lib/engine/runs.js




















const LEASE_MS = 60_000;
function createRuns(ports, options, cancelRun) {
    const { store, clock } = ports;
    const live = new Map();
    const leases = createLeases(store, clock, options.leaseMs ?? LEASE_MS, (runId, error) => {
        live.get(runId)?.driver.lose(error);
    });
    const mailbox = createMailbox(store, clock, (runId) => live.has(runId));
    /** Runs that count against `maxConcurrentRuns`, and those that wait for one of them to end. */
    const inRoom = new Set();
    const waitingForRoom = [];
    const take = async (runId) => {
        const lease = live.has(runId) ? undefined : await leases.take(runId, leaseName(options));
        if (lease !== undefined)
            return lease;
        const dead = live.has(runId) ? undefined : await deadWorker(store, options, runId);
        const relieved = dead === undefined ? undefined : await leases.take(runId, leaseName(options), dead);
        if (relieved === undefined)
            throw leased(runId);
        return relieved;
    };
    /** Gives the lease back when what follows fails. */
    const holding = async (runId, work) => {
        const lease = await take(runId);
        try {
            return await work(lease);
        }
        catch (error) {
            await leases.give(runId);
            throw error;
        }
    };
    const begin = (runId, opened, first) => {
        const { state } = opened;
        const { workflow } = state.plan;
        const driver = createDriver({
            ports,
            options,
            runId,
            lease: () => leases.current(runId),
            runChild: (parent, request) => runChild(runId, parent, request),
            turn: (record, isOver, flushed) => turnOf(runId, state, record, isOver, flushed),
            ...opened,
            outerBudgets: [
                ...opened.outerBudgets,
                ...monthlyBudgets(store, clock, options.monthlyBudgets ?? {}, {
                    workflow: workflow.name,
                    actor: first[0]?.type === "run.created" ? first[0].data.actor : state.created?.actor,
                }),
            ],
        });
        const result = driver.drive(first).finally(async () => {
            live.delete(runId);
            inRoom.delete(runId);
            waitingForRoom.shift()?.();
            if (live.size === 0)
                mailbox.stop();
            await leases.give(runId);
        });
        // Whoever holds the handle may only watch events; a failure is theirs to ask for.
        result.catch(() => { });
        live.set(runId, { driver, result });
        mailbox.watch((to, message) => {
            const driven = live.get(to)?.driver;
            if (driven !== undefined)
                void driven.hear(message).catch((error) => ports.log.warning(String(error)));
        });
        return handleOf(runId, driver, result);
    };
    /** Waits until the run may begin: room in this process, its concurrency group, the quotas. */
    const turnOf = async (runId, state, record, isOver, flushed) => {
        // A child runs in the place of its parent.
        if (state.created?.parent !== undefined)
            return;
        const most = options.maxConcurrentRuns ?? Number.POSITIVE_INFINITY;
        while (inRoom.size >= most && !isOver()) {
            await new Promise((resolve) => {
                waitingForRoom.push(resolve);
            });
        }
        inRoom.add(runId);
        const group = state.created?.labels[GROUP_LABEL];
        if (group === undefined && options.quotas === undefined)
            return;
        // The others must see this run before it looks at them.
        await flushed();
        const { createdAt, plan } = state;
        const turn = { runId, workflow: plan.workflow.name, actor: state.created?.actor, group, createdAt };
        if (group !== undefined && plan.workflow.concurrency?.cancelInProgress === true)
            await cancelOlder(turn, group);
        const isDead = async (other) => (await deadWorker(store, options, other)) !== undefined;
        await awaitTurn(store, clock, turn, options.quotas ?? {}, record, isOver, isDead);
    };
    const cancelOlder = async (turn, group) => {
        const others = await store.list({ group, status: ["running", "parked"], limit: 1_000 });
        const older = others.filter(({ runId, createdAt }) => runId !== turn.runId && createdAt <= turn.createdAt);
        const reason = `run ${turn.runId} of the same group ${group} takes its place`;
        await Promise.all(older.map(({ runId }) => cancelRun(runId, { by: "concurrency", reason })));
    };
    const startRun = async (request, family) => {
        const runId = request.runId ?? clock.newRunId();
        if (live.has(runId) || (request.runId !== undefined && (await store.summary(runId)) !== undefined)) {
            throw exists(runId);
        }
        return holding(runId, async (lease) => {
            const { workflow } = request;
            const { plan, definition } = planned(workflow, ports.steps);
            const workspace = family?.workspace ?? (await ports.workspace(runId));
            const { journaled, secret } = splitSecrets(workflow, request.inputs);
            for (const value of Object.values(secret))
                ports.redactor.add(asText(value));
            const { variables, scope } = openingVariables(ports, options, request, runId, workspace);
            const group = workflow.concurrency === undefined ? undefined : (0,evaluate/* resolveText */.WY)(workflow.concurrency.group, scope);
            const tree = writesFiles(plan.root, ports) ? await workspace.snapshot() : undefined;
            const created = createdEvent(request, definition, options, {
                inputs: journaled,
                labels: { ...request.labels, ...(group === undefined ? {} : { [GROUP_LABEL]: group }) },
                ...(family === undefined ? {} : { parent: family.parent }),
            });
            const started = startedEvent(options, lease, workspace, { tree, variables });
            const blobs = new Map([[definition.ref.$blob, definition.bytes]]);
            const opened = { state: initialState(plan), workspace, secretInputs: secret, holds: tree, blobs };
            return begin(runId, { ...opened, outerBudgets: family?.outer ?? [] }, [created, started]);
        });
    };
    const resumeRun = (runId, resume, family) => holding(runId, async (lease) => {
        const state = await loadRun(store, runId, ports.steps);
        const isOver = ["completed", "failed", "cancelled"].includes(state.status);
        if ((state.status === "completed" || (isOver && resume.onlyWake === true)) && resume.from === undefined) {
            await leases.give(runId);
            return finishedHandle(state);
        }
        checkFrom(state, resume.from);
        const workspace = family?.workspace ?? (await ports.workspace(runId));
        const secretInputs = secretsAgain(ports, state);
        const ownTree = await treeToResumeFrom(state, resume.from, workspace);
        const { tree, changedByHand } = await withHandChanges(state, workspace, ownTree, ports.log);
        const resumed = {
            type: "run.resumed",
            data: {
                by: resume.by,
                reason: resume.reason ?? (state.status === "running" ? "its worker is gone" : `it was ${state.status}`),
                ...(resume.from === undefined ? {} : { from: resume.from }),
                ...(resume.addBudget === undefined ? {} : { budget: { ...resume.addBudget } }),
                ...(resume.autonomy === undefined ? {} : { autonomy: resume.autonomy }),
                ...(tree === undefined ? {} : { tree }),
                ...(changedByHand.length === 0 ? {} : { changed_by_hand: changedByHand }),
            },
        };
        const started = startedEvent(options, lease, workspace, { tree: undefined, variables: {} });
        // Taking over from a worker that died changes nothing about the run: only the start is journaled.
        const changes = resume.from ?? resume.addBudget ?? resume.autonomy;
        const isTakeover = state.status === "running" && changes === undefined;
        const opened = { state, workspace, secretInputs, outerBudgets: family?.outer ?? [], holds: undefined };
        return begin(runId, opened, isTakeover ? [started] : [resumed, started]);
    });
    const rollBack = (runId, { by, reason = "rolled back" }) => holding(runId, async (lease) => {
        const state = await loadRun(store, runId, ports.steps);
        checkRollback(state);
        const workspace = await ports.workspace(runId);
        const secretInputs = secretsAgain(ports, state);
        const { tree, changedByHand } = await withHandChanges(state, workspace, undefined, ports.log);
        const resumed = {
            type: "run.resumed",
            data: {
                by,
                reason,
                rollback: true,
                ...(tree === undefined ? {} : { tree }),
                ...(changedByHand.length === 0 ? {} : { changed_by_hand: changedByHand }),
            },
        };
        const started = startedEvent(options, lease, workspace, { tree: undefined, variables: {} });
        return begin(runId, { state, workspace, secretInputs, outerBudgets: [], holds: undefined }, [resumed, started]);
    });
    const forkRun = async (runId, fork) => {
        const events = await readEvents(store, runId);
        const workflow = await definitionOf(store, runId, events[0]);
        const forkId = clock.newRunId();
        return holding(forkId, async (lease) => {
            const { plan, definition } = planned(workflow, ports.steps);
            const inputs = forkInputs(workflow, events[0]?.data, fork);
            const { journaled, secret } = splitSecrets(workflow, inputs);
            for (const value of Object.values(secret))
                ports.redactor.add(asText(value));
            const copied = forkedJournal(plan, events, { runId: forkId, from: fork.from, inputs: journaled });
            checkFrom(copied.state, fork.from);
            await store.append({
                runId: forkId,
                records: copied.records,
                afterSeq: 0,
                fence: lease.fence,
                summary: copied.summary,
                blobs: new Map([...copied.blobs, [definition.ref.$blob, definition.bytes]]),
            });
            const workspace = await ports.workspace(forkId);
            const tree = await treeToResumeFrom(copied.state, fork.from, workspace);
            const secretInputs = { ...secretsAgain(ports, copied.state, secret), ...secret };
            const request = {
                workflow,
                inputs: { ...inputs, ...secretInputs },
                contexts: copied.state.created?.contexts ?? {},
            };
            const { variables } = openingVariables(ports, options, request, forkId, workspace);
            const resumed = {
                type: "run.resumed",
                data: {
                    by: fork.by,
                    from: fork.from,
                    reason: "fork",
                    inputs: journaled,
                    ...(tree === undefined ? {} : { tree }),
                },
            };
            const changed = changedVariables(copied.state, variables);
            const set = changed === undefined ? [] : [{ type: "variable.set", data: { path: fork.from, values: changed } }];
            const started = startedEvent(options, lease, workspace, { tree: undefined, variables: {} });
            const opened = { state: copied.state, workspace, secretInputs, outerBudgets: [], holds: undefined };
            return begin(forkId, opened, [resumed, ...set, started]);
        });
    };
    /** A child's id follows from where it was started, so that the same call after a crash finds the same child. */
    const runChild = async (parentId, parent, request) => {
        const driver = live.get(parentId)?.driver;
        if (driver === undefined)
            throw leased(parentId);
        const { created, plan } = driver.state;
        const chain = [...(created?.parent?.chain ?? []), plan.workflow.name];
        checkDepth(chain);
        const runId = childId(parentId, parent.path);
        const family = {
            parent: { run: parentId, path: parent.path, chain },
            outer: [driver.budgetFor(parent.path)],
            workspace: parent.workspace,
        };
        // What a person said when they resumed the parent is said to its children too.
        const told = driver.state.autonomy === undefined ? {} : { autonomy: driver.state.autonomy };
        const handle = (await store.summary(runId)) === undefined
            ? await startRun(await childRequest(ports, driver.state, runId, parent.path, request), family)
            : await resumeRun(runId, { by: `run ${parentId}`, reason: "its parent goes on", ...told }, family);
        const onAbort = () => void handle.cancel("the run that started it was stopped", `run ${parentId}`);
        if (parent.signal.aborted)
            onAbort();
        parent.signal.addEventListener("abort", onAbort, { once: true });
        try {
            const { status, outputs, error } = await handle.result();
            const failed = error === undefined ? {} : { error: { ...error, details: error.details ?? {} } };
            return { runId, status, outputs, ...failed };
        }
        finally {
            parent.signal.removeEventListener("abort", onAbort);
        }
    };
    return {
        live,
        mailbox,
        start: (request) => startRun(request),
        resume: (runId, resume) => resumeRun(runId, resume),
        rollback: rollBack,
        fork: forkRun,
        async withLease(runId, work) {
            await take(runId);
            try {
                return await work(() => leases.current(runId));
            }
            finally {
                await leases.give(runId);
            }
        },
    };
}
function handleOf(runId, driver, result) {
    return {
        id: runId,
        events: () => driver.updates.subscribe(),
        status: () => viewRun(driver.state),
        result: () => result,
        cancel: (reason, by) => driver.cancel(by, reason),
    };
}
/** A run with nothing left to do. */
function finishedHandle(state) {
    const updates = createUpdates();
    updates.end();
    return {
        id: state.runId,
        events: () => updates.subscribe(),
        status: () => viewRun(state),
        result: async () => viewRun(state),
        cancel: async () => { },
    };
}
function forkInputs(workflow, created, fork) {
    const given = { ...created.inputs, ...fork.inputs };
    const { problems } = (0,inputs.resolveInputs)(workflow.inputs, given);
    const [problem] = problems;
    if (problem === undefined)
        return given;
    throw new errors/* PawlError */.p({
        code: "workflow.inputs",
        kind: "invalid",
        message: problems.map(({ message }) => message).join("; "),
        ...(problem.hint === undefined ? {} : { remedy: problem.hint }),
    });
}
/** Variables that the fork's inputs change and that no step has set since. */
function changedVariables(state, opening) {
    const changed = {};
    for (const [name, value] of Object.entries(opening)) {
        const isUntouched = JSON.stringify(state.variables[name]) === JSON.stringify(state.openingVariables[name]);
        if (isUntouched && JSON.stringify(state.variables[name]) !== JSON.stringify(value))
            changed[name] = value;
    }
    return Object.keys(changed).length === 0 ? undefined : changed;
}
function checkFrom(state, from) {
    if (from === undefined || state.steps.has(from))
        return;
    throw new errors/* PawlError */.p({
        code: "resume.unknown_step",
        kind: "invalid",
        message: `Run ${state.runId} has no step ${from}.`,
        remedy: `Its steps are: ${[...state.steps.keys()].slice(0, 40).join(", ")}.`,
    });
}
function leased(runId) {
    return new errors/* PawlError */.p({
        code: "run.leased",
        kind: "invalid",
        message: `Run ${runId} is being executed by another worker.`,
        remedy: "Wait for it to end, or cancel it. If its process died, its lease ends within a minute.",
    });
}
function exists(runId) {
    return new errors/* PawlError */.p({
        code: "run.exists",
        kind: "invalid",
        message: `There is a run ${runId} already.`,
        remedy: "Resume it, or choose another id.",
    });
}

;// CONCATENATED MODULE: ./lib/engine/create.js









/** The engine on the given ports. Keeps nothing but what is under way in this process: everything else is in the run store. */
function createEngine(ports, options) {
    const { store } = ports;
    const cancel = async (runId, { by, reason }) => {
        const running = runs.live.get(runId);
        if (running === undefined)
            return say(runId, { kind: "cancel", by, reason });
        await running.driver.cancel(by, reason);
        return running.result;
    };
    const runs = createRuns(ports, options, cancel);
    const answer = (state, message) => answerMessage(ports, state, message);
    /** Says something to a run: to its driver in this process, into the journal when nobody drives it, else by leaving word for who does. */
    const say = async (runId, message) => {
        const running = runs.live.get(runId);
        if (running !== undefined) {
            await running.driver.hear(message);
            return viewRun(running.driver.state);
        }
        try {
            return await runs.withLease(runId, async (lease) => {
                const state = await loadRun(store, runId, ports.steps);
                const { events, error } = await answer(state, message);
                const pen = createPen(ports, state, runId, lease, () => { }, () => { });
                if (events.length > 0)
                    await pen.write(events);
                if (error !== undefined)
                    throw error;
                return viewRun(state);
            });
        }
        catch (error) {
            if (error.code !== "run.leased")
                throw error;
            await runs.mailbox.leave(runId, message);
            return viewRun(await loadRun(store, runId, ports.steps));
        }
    };
    return {
        start: (request) => runs.start(request),
        run: async (request) => (await runs.start(request)).result(),
        resume: (runId, resume) => runs.resume(runId, resume),
        rollback: (runId, options) => runs.rollback(runId, options),
        fork: (runId, fork) => runs.fork(runId, fork),
        approve: (runId, grant) => say(runId, { kind: "approve", ...grant }),
        signal: async (runId, event) => {
            const state = runs.live.get(runId)?.driver.state ?? (await loadRun(store, runId, ports.steps));
            if (answerSignal(state, event).events.length === 0)
                return false;
            await say(runId, { kind: "signal", ...event });
            return true;
        },
        cancel,
        show: async (runId) => {
            const running = runs.live.get(runId);
            return viewRun(running?.driver.state ?? (await loadRun(store, runId, ports.steps)));
        },
        list: (query) => store.list(query),
        orphans: async () => {
            const found = await store.orphans();
            const known = new Set(found.map(({ runId }) => runId));
            const running = await store.list({ status: ["running"], limit: 1_000 });
            const others = running.filter(({ runId }) => !known.has(runId) && !runs.live.has(runId));
            const dead = await Promise.all(others.map(({ runId }) => deadWorker(store, options, runId)));
            return [...found, ...others.filter((_, index) => dead[index] !== undefined)];
        },
        due: () => store.due(ports.clock.now()),
        journal: async (runId) => (await readEvents(store, runId)).map(({ hash: _hash, ...event }) => event),
        verify: (runId) => verifyRun(ports, runId),
        replay: async (runId) => {
            const events = await readEvents(store, runId);
            const workflow = await definitionOf(store, runId, events[0]);
            return replay(planned(workflow, ports.steps).plan, events);
        },
        prune: async (endedBefore) => {
            const removed = [];
            const isOld = ({ updatedAt }) => updatedAt < endedBefore;
            for (let page = await endedRuns(store, endedBefore); page.some(isOld); page = await endedRuns(store, endedBefore)) {
                for (const { runId } of page.filter(isOld)) {
                    await store.deleteRun(runId);
                    removed.push(runId);
                }
            }
            return removed;
        },
        shutdown: async (reason) => {
            const results = [...runs.live.values()].map(({ driver, result }) => {
                driver.stop(options.worker, reason);
                return result;
            });
            await Promise.allSettled(results);
        },
    };
}
function endedRuns(store, before) {
    return store.list({ status: ["completed", "failed", "cancelled"], before, limit: 1_000 });
}
/** What a message makes of a run, wherever it is driven. */
async function answerMessage(ports, state, message) {
    if (message.kind === "signal")
        return answerSignal(state, message);
    if (message.kind === "cancel")
        return answerCancel(state, message);
    return answerApproval(state, message, async () => (await ports.workspace(state.runId)).snapshot());
}
/** The chain, the end the summary speaks of, and the stored fold, if there is one: all must say the same. */
async function verifyRun(ports, runId) {
    const { store, steps } = ports;
    const summary = await store.summary(runId);
    const chain = verifyChain(runId, await store.read(runId), summary?.head);
    if (!chain.ok || (await store.checkpoint(runId)) === undefined)
        return chain;
    const [quick, full] = [await loadRun(store, runId, steps), await foldRun(store, runId, steps)];
    if ((0,json/* canonicalJson */.d)(viewRun(quick)) === (0,json/* canonicalJson */.d)(viewRun(full)))
        return chain;
    return { ...chain, ok: false, reason: "the stored fold of the run says something else than its journal" };
}


/***/ })

};
