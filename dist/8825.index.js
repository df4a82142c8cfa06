export const id = 8825;
export const ids = [8825,985,282,5133];
export const modules = {

/***/ 48825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askedByEvent: () => (/* binding */ askedByEvent)
});

// EXTERNAL MODULE: ./lib/github/action-run.js + 3 modules
var action_run = __webpack_require__(10282);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/github/once.js
var once = __webpack_require__(56210);
;// CONCATENATED MODULE: ./lib/github/claim.js


/** Where claims are kept: outside branches and tags, so that no clone fetches them and no page shows them. */
const CLAIMS = "pawl/claims/";
/** GitHub sends a delivery again for three days at most; an older claim can't be asked about any more. */
const KEEP_DAYS = 5;
/** The tree without entries, which git has built in. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
/** What both the App and a job of the repository's own can hear. Everything else has one hearer. */
const HEARD_BY_MANY = new Set([
    "issues",
    "pull_request",
    "pull_request_target",
    "issue_comment",
    "pull_request_review_comment",
    "pull_request_review",
]);
/**
 * Takes what an event asks for, once among all who hear it: the App, and jobs that listen to the same events. True for `holder`, however
 * often it asks (a crash in between, a redelivery, a re-run of the job); false for everybody else. GitHub makes a reference of a name once,
 * whoever asks for it: the name is the event's meaning, and the commit it points to names the holder. Errors of GitHub go up: what can't be
 * claimed may have been taken. Only a job that may not write references goes on when nobody has taken it.
 */
async function claim(door, decision, holder) {
    if (!HEARD_BY_MANY.has(decision.pinned.event))
        return true;
    const { host, clock, log } = door;
    const ref = `${CLAIMS}${dayOf(decision.saidAt)}/${decision.meaning.slice(0, 40)}`;
    const mark = `Pawl-Holder: ${holder}`;
    const lookUp = async () => {
        const sha = await host.ref(ref);
        if (sha === undefined)
            return undefined;
        return (await host.commit(sha))?.message.split("\n").includes(mark) ?? false;
    };
    try {
        const mine = await (0,once/* once */.O)(clock, new AbortController().signal, lookUp, async () => {
            const message = `Take what was asked for\n\n${mark}\n`;
            await host.createRef(ref, await host.createCommit({ message, tree: EMPTY_TREE, parents: [] }));
            return true;
        });
        if (mine && decision.meaning.startsWith("0"))
            await prune(door);
        return mine;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* PawlError */.p) || thrown.code !== "github.forbidden")
            throw thrown;
        log.warning("Nobody else is kept from doing this too: the job may not write references. Give it `permissions: contents: write`");
        return true;
    }
}
/** Removes claims that nobody can ask about any more. One claim in sixteen does it, so that few are ever there. */
async function prune({ host, clock, log }) {
    const oldest = dayOf(new Date(clock.now() - KEEP_DAYS * 86_400_000).toISOString());
    try {
        for (const ref of await host.refs(CLAIMS)) {
            const day = ref.slice(CLAIMS.length, CLAIMS.length + oldest.length);
            if (day < oldest)
                await host.deleteRef(ref);
        }
    }
    catch (thrown) {
        log.debug(`Old claims stay: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
}
/** `2026-11-25`; what has no time is kept under `0000-00-00` and goes with the next pruning. */
function dayOf(time) {
    return /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] ?? "0000-00-00";
}

// EXTERNAL MODULE: ./lib/github/authorship.js
var authorship = __webpack_require__(30106);
// EXTERNAL MODULE: ./lib/github/marker.js
var marker = __webpack_require__(35917);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
// EXTERNAL MODULE: ./lib/language/inputs.js
var inputs = __webpack_require__(5133);
;// CONCATENATED MODULE: ./lib/entry/action/by-event.js







/**
 * What the event that started this job asks for, in a repository without the app (U1): a run, a run to carry on, or nothing more to do
 * because the event asked for nothing or has been answered.
 */
async function askedByEvent(reading) {
    const { github, runner } = reading;
    const { self, key, log } = github;
    const { systemClock } = await __webpack_require__.e(/* import() */ 3152).then(__webpack_require__.bind(__webpack_require__, 53152));
    const [host, { config, findings }] = await Promise.all([github.host(), github.configuration()]);
    const door = {
        host,
        config,
        configProblems: findings,
        self,
        key,
        clock: systemClock(),
        log,
        workflowOf: async (asked) => (await runMeant({ host, self, key }, asked))?.workflow,
    };
    const { jobEvent } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(5071), __webpack_require__.e(1351), __webpack_require__.e(6263)]).then(__webpack_require__.bind(__webpack_require__, 16263));
    const { name, payload } = jobEvent();
    const action = (0,json/* isJsonObject */.O)(payload) ? payload["action"] : undefined;
    const decision = await (0,action_run.decideFromEvent)(door, {
        name,
        payload,
        ...(typeof action === "string" ? { action } : {}),
    });
    if (decision.kind === "ignore" || decision.kind === "gone") {
        runner.line(`Nothing to do: ${decision.reason}.`);
        return undefined;
    }
    // A re-run of the job has the claim of its first attempt.
    if (!(await claim(door, decision, `job of workflow run ${github.job.workflowRun.id}`))) {
        runner.line("Nothing to do: the Pawl app of this repository, or another of its jobs, has taken it.");
        return undefined;
    }
    try {
        await (0,once.again)(door.clock, () => (0,action_run.takeTrigger)(door, decision));
    }
    catch (thrown) {
        // Neither is needed for what was asked.
        log.warning(`No 👀, or the label stays: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
    if (decision.kind === "refuse") {
        runner.line(`Refused: ${decision.reason}`);
        await (0,action_run.answer)(door, decision.place, decision.meaning, decision.reply);
        return undefined;
    }
    if (decision.kind === "command")
        return command(reading, door, decision);
    const prepared = await (0,action_run.prepareRun)(door, decision, catalogue(reading));
    if (prepared.kind === "refused") {
        runner.line(`Refused: ${prepared.reason}`);
        await (0,action_run.answer)(door, decision.place, decision.meaning, prepared.reply);
        return undefined;
    }
    return {
        workflow: decision.workflow,
        inputs: prepared.inputs,
        inputsAreText: false,
        actor: decision.sender.login,
        issue: decision.place.issue,
        trigger: decision.pinned,
        runId: undefined,
        resume: false,
        trustTier: "trusted",
    };
}
function catalogue({ workflows, names }) {
    return {
        names,
        async load(name) {
            if (!(await names()).includes(name))
                return undefined;
            const { validation } = await workflows.check(name);
            if (validation.ok && validation.workflow !== undefined)
                return validation.workflow;
            const errors = validation.findings.filter(({ severity }) => severity === "error");
            return {
                invalid: errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join("\n"),
            };
        },
    };
}
async function command(reading, door, decision) {
    const { config } = door;
    const reply = async (markdown) => {
        await (0,action_run.answer)(door, decision.place, decision.meaning, markdown);
        return undefined;
    };
    switch (decision.command) {
        case "help":
        case "list": {
            const [wanted] = decision.words;
            if (decision.command === "help" && wanted !== undefined) {
                const found = await catalogue(reading).load(wanted);
                if (found !== undefined && !("invalid" in found))
                    return reply(`\`\`\`\n${(0,inputs/* usage */.C)(found, config.command)}\n\`\`\``);
            }
            return reply((0,action_run.helpText)(config, await reading.names()));
        }
        case "resume":
        case "retry":
            return carryOn(reading, door, decision, {
                ...(decision.flags["from"] === undefined ? {} : { from: decision.flags["from"] }),
                ...(decision.flags["budget"] === undefined ? {} : { budget_usd: dollars(decision.flags["budget"]) }),
            });
        case "approve":
        case "reject":
            return carryOn(reading, door, decision, {
                approval: {
                    by: decision.sender.login,
                    approved: decision.command === "approve",
                    ...(decision.flags["note"] === undefined ? {} : { note: decision.flags["note"] }),
                },
            });
        default: {
            const { url } = reading.github.job.workflowRun;
            return reply(`\`${config.command} ${decision.command}\` needs the Pawl app. Without it, the status comment of the run shows where it stands, and the run is cancelled where it runs: ${url.replace(/\/runs\/\d+$/, "")}.`);
        }
    }
}
async function carryOn(reading, door, decision, answerToRun) {
    const runId = (await runMeant(door, decision))?.runId;
    if (runId === undefined) {
        await (0,action_run.answer)(door, decision.place, decision.meaning, "There is no such run of Pawl on this issue.");
        return undefined;
    }
    reading.runner.line(`${decision.sender.login} asks to ${decision.command} ${runId}.`);
    return {
        workflow: undefined,
        inputs: {},
        inputsAreText: false,
        actor: decision.sender.login,
        issue: decision.place.issue,
        trigger: { ...decision.pinned, by: decision.sender.login, ...answerToRun },
        runId,
        resume: true,
        trustTier: "trusted",
    };
}
/** The run that the command names, or the newest, by the status comments on the issue that are really ours. */
async function runMeant(door, { place, runId, words }) {
    if (place.issue === undefined)
        return undefined;
    const named = runId ?? words.find((word) => word.startsWith("run_"));
    for (const comment of (await door.host.comments(place.issue)).toReversed()) {
        if (!(0,authorship/* writtenBySelf */.T)(comment.author, door.self))
            continue;
        const { run, workflow } = (0,marker/* readMarker */.t7)(door.key, "run", comment.body) ?? {};
        if (typeof run !== "string" || (named !== undefined && named !== run))
            continue;
        return { runId: run, workflow: typeof workflow === "string" ? workflow : undefined };
    }
    return undefined;
}
function dollars(text) {
    const amount = Number(/^\+?\$?(\d+(?:\.\d+)?)$/.exec(text)?.[1] ?? "0");
    return Number.isFinite(amount) ? amount : 0;
}


/***/ }),

/***/ 10282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  answer: () => (/* binding */ answer),
  authorityCheck: () => (/* binding */ authorityCheck),
  contextsOf: () => (/* binding */ contextsOf),
  decideFromEvent: () => (/* binding */ decideFromEvent),
  helpText: () => (/* binding */ helpText),
  pinnedFrom: () => (/* binding */ pinnedFrom),
  prepareRun: () => (/* binding */ prepareRun),
  takeTrigger: () => (/* binding */ takeTrigger),
  unedited: () => (/* binding */ unedited)
});

// EXTERNAL MODULE: ./lib/kernel/diagnostics.js
var diagnostics = __webpack_require__(80985);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/language/inputs.js
var inputs = __webpack_require__(5133);
;// CONCATENATED MODULE: ./lib/github/authority.js
const RANK = { none: 0, read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };
/**
 * Asks GitHub what the account may do here. The number decides, not the login: when the login now belongs to somebody else, the answer is
 * that nothing is known. Any failure of the API leaves `actor` out (fails closed); `author_association` is never believed.
 */
async function readAuthority(host, self, sender, rule, appId) {
    const known = { self, ...(appId === undefined ? {} : { appId }) };
    // A bot never has authority by role, so there is nothing to ask.
    if (sender.type !== "User")
        return known;
    try {
        const found = await host.roleOf(sender.login);
        if (found === undefined || found.account.id !== sender.id)
            return known;
        const teams = [];
        for (const team of rule.teams) {
            const [organisation, slug] = team.split("/");
            if (organisation === undefined || slug === undefined)
                continue;
            if (await host.inTeam(organisation, slug, sender.login))
                teams.push(team);
        }
        return { ...known, actor: { account: sender, role: found.role, teams } };
    }
    catch {
        return known;
    }
}
/** Whether the rule lets the sender act, with a reason that can be told to them. */
function judge(rule, sender, authority) {
    if (isSelf(sender, authority))
        return { allowed: false, reason: "Pawl never acts on its own events" };
    if (sender.type !== "User" || sender.login.endsWith("[bot]")) {
        const { appId } = authority;
        if (sender.type === "Bot" && appId !== undefined && rule.apps.includes(appId))
            return { allowed: true };
        return {
            allowed: false,
            reason: `\`${sender.login}\` is a bot; bots start nothing unless their App's id is listed under \`apps:\` in .github/pawl.yml`,
        };
    }
    const { actor } = authority;
    if (actor === undefined || actor.account.id !== sender.id) {
        return { allowed: false, reason: `GitHub didn't say what \`${sender.login}\` may do here, so nothing is allowed` };
    }
    if (rule.users.some((user) => user.toLowerCase() === sender.login.toLowerCase()))
        return { allowed: true };
    if (rule.teams.some((team) => actor.teams.includes(team)))
        return { allowed: true };
    if (RANK[actor.role] >= RANK[rule.permission])
        return { allowed: true };
    return {
        allowed: false,
        reason: `it needs ${rule.permission} permission in this repository, and \`${sender.login}\` has ${actor.role}`,
    };
}
/** Whether an event comes from this Pawl: by App id or account number; by login only when no number is known. */
function isSelf(sender, authority) {
    const { self } = authority;
    if (self.appId !== undefined && authority.appId === self.appId)
        return true;
    if (self.accountId !== undefined)
        return sender.id === self.accountId;
    return self.login !== undefined && sender.type === "Bot" && sender.login === self.login;
}

// EXTERNAL MODULE: ./lib/github/authorship.js
var authorship = __webpack_require__(30106);
// EXTERNAL MODULE: ./lib/github/comment-command.js
var comment_command = __webpack_require__(59058);
// EXTERNAL MODULE: ./lib/github/config.js
var github_config = __webpack_require__(4937);
// EXTERNAL MODULE: ./lib/github/inert-text.js
var inert_text = __webpack_require__(2711);
// EXTERNAL MODULE: ./lib/github/marker.js
var github_marker = __webpack_require__(35917);
// EXTERNAL MODULE: ./lib/github/once.js
var once = __webpack_require__(56210);
// EXTERNAL MODULE: ./lib/github/run-facts.js
var run_facts = __webpack_require__(7436);
// EXTERNAL MODULE: ./lib/kernel/digest.js
var digest = __webpack_require__(56129);
// EXTERNAL MODULE: ./lib/language/model.js
var model = __webpack_require__(29755);
;// CONCATENATED MODULE: ./lib/github/event.js
/** Never throws: what isn't there, or isn't what it should be, is undefined. */
function readEvent(raw) {
    const payload = object(raw.payload) ?? {};
    const pull = object(payload["pull_request"]);
    const issue = object(payload["issue"]) ?? pull;
    const check = object(payload["check_run"]);
    return {
        name: raw.name,
        action: event_text(payload["action"]),
        deliveryId: raw.deliveryId,
        repository: repositoryFrom(object(payload["repository"])),
        installationId: number(object(payload["installation"])?.["id"]),
        sender: account(payload["sender"]),
        issue: issue === undefined ? undefined : issueFrom(issue, issue === pull),
        comment: commentFrom(raw.name, payload),
        label: event_text(object(payload["label"])?.["name"]),
        assignee: account(payload["assignee"]),
        checkRun: check === undefined
            ? undefined
            : {
                id: number(check["id"]) ?? 0,
                externalId: event_text(check["external_id"]) ?? "",
                appId: number(object(check["app"])?.["id"]),
                headSha: event_text(check["head_sha"]) ?? "",
            },
        requestedAction: event_text(object(payload["requested_action"])?.["identifier"]),
        data: object(payload["inputs"]) ?? object(payload["client_payload"]) ?? {},
        schedule: event_text(payload["schedule"]),
    };
}
function repositoryFrom(found) {
    const fullName = event_text(found?.["full_name"]);
    const [owner, name] = fullName?.split("/") ?? [];
    if (found === undefined || fullName === undefined || owner === undefined || name === undefined)
        return undefined;
    return {
        id: number(found["id"]),
        owner,
        name,
        fullName,
        defaultBranch: event_text(found["default_branch"]) ?? "main",
        private: found["private"] === true,
        htmlUrl: event_text(found["html_url"]) ?? `https://github.com/${fullName}`,
    };
}
function issueFrom(found, isPull) {
    const id = number(found["number"]);
    if (id === undefined)
        return undefined;
    const labels = Array.isArray(found["labels"]) ? found["labels"] : [];
    return {
        number: id,
        title: event_text(found["title"]) ?? "",
        body: event_text(found["body"]) ?? "",
        author: account(found["user"]),
        labels: labels.flatMap((label) => {
            const name = event_text(object(label)?.["name"]);
            return name === undefined ? [] : [name];
        }),
        url: event_text(found["html_url"]) ?? "",
        updatedAt: event_text(found["updated_at"]) ?? "",
        isPullRequest: isPull || object(found["pull_request"]) !== undefined,
        headSha: isPull ? event_text(object(found["head"])?.["sha"]) : undefined,
    };
}
function commentFrom(event, payload) {
    const kinds = {
        issue_comment: "issue",
        pull_request_review_comment: "review-comment",
        pull_request_review: "review",
    };
    const kind = kinds[event];
    const found = object(kind === "review" ? payload["review"] : payload["comment"]);
    const id = number(found?.["id"]);
    if (kind === undefined || found === undefined || id === undefined)
        return undefined;
    return {
        id,
        body: event_text(found["body"]) ?? "",
        author: account(found["user"]),
        kind,
        url: event_text(found["html_url"]) ?? "",
        appId: number(object(found["performed_via_github_app"])?.["id"]),
        createdAt: event_text(found["created_at"]) ?? event_text(found["submitted_at"]) ?? "",
    };
}
function account(value) {
    const found = object(value);
    const id = number(found?.["id"]);
    const login = event_text(found?.["login"]);
    if (found === undefined || id === undefined || login === undefined)
        return undefined;
    const type = event_text(found["type"]);
    // What is not plainly a person is treated as a bot: GitHub's "User" is the only type that may have a role.
    const known = type === "User" || type === "Organization" || type === "Mannequin" ? type : "Bot";
    return { id, login, type: known };
}
function object(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}
function event_text(value) {
    return typeof value === "string" ? value : undefined;
}
function number(value) {
    return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/github/trigger.js






const ACT_OF = {
    help: "read",
    list: "read",
    status: "read",
    explain: "read",
    approve: "approve",
    reject: "approve",
    resume: "resume",
    retry: "resume",
    cancel: "cancel",
};
/**
 * The one place that decides what an event asks for (G1). Pure: the action and the app call it with what they read.
 * Without `authority.actor`, everything that needs authority is refused.
 */
function decideTrigger(raw, config, authority) {
    const request = readRequest(raw, config, authority.self);
    return request.kind === "ask" ? judged(request, authority) : request;
}
/** The second half: whether who asks may do it, by the rule of the request. */
function judged(request, authority) {
    const { decision, act, rule } = request;
    const verdict = judge(rule, decision.sender, {
        ...authority,
        ...(request.appId === undefined ? {} : { appId: request.appId }),
    });
    if (verdict.allowed)
        return decision;
    const what = decision.kind === "run"
        ? `start \`${decision.workflow}\``
        : `${act === "budget" ? "raise the budget" : decision.command} a run`;
    return refusal(decision, `${decision.sender.login} may not ${what}: ${verdict.reason}`, decision.kind === "run" ? decision.label : undefined);
}
/** The first half: what is asked, by whom, and which rule applies. No authority is needed to find that nothing is asked. */
function readRequest(raw, config, self) {
    const event = readEvent(raw);
    const { repository, sender } = event;
    if (repository === undefined)
        return ignore(`${event.name} has no repository`);
    if ((event.name === "issues" && event.action === "deleted") ||
        (event.name === "repository" && event.action === "deleted")) {
        return {
            kind: "gone",
            place: placeOf(event, repository),
            reason: `the ${event.name === "issues" ? "issue" : "repository"} was deleted`,
        };
    }
    if (sender === undefined)
        return ignore(`${event.name} names no sender`);
    const appId = event.comment?.appId;
    if (isSelf(sender, { self, ...(appId === undefined ? {} : { appId }) }))
        return ignore("the event is Pawl's own");
    const read = READERS[event.name];
    if (read === undefined)
        return ignore(`${event.name} starts nothing`);
    return read({ event, repository, sender, config, appId });
}
const READERS = {
    issues: fromIssue,
    pull_request: fromPullRequest,
    pull_request_target: fromPullRequest,
    issue_comment: fromComment,
    pull_request_review_comment: fromComment,
    pull_request_review: fromComment,
    check_run: fromCheckRun,
    workflow_dispatch: fromWorkflowDispatch,
    repository_dispatch: fromRepositoryDispatch,
    schedule: fromSchedule,
};
function fromIssue(reading) {
    if (reading.event.action === "labeled")
        return fromLabel(reading);
    if (reading.event.action === "assigned")
        return fromAssignment(reading);
    return ignore(`issues.${reading.event.action ?? ""} starts nothing`);
}
function fromPullRequest(reading) {
    if (reading.event.action === "labeled")
        return fromLabel(reading);
    if (reading.event.action === "assigned")
        return fromAssignment(reading);
    return ignore(`${reading.event.name}.${reading.event.action ?? ""} starts nothing`);
}
function fromLabel(reading) {
    const { event, config } = reading;
    const label = event.label ?? "";
    // GitHub compares labels without regard to ASCII case; anything beyond ASCII is another label that may look the same.
    const name = asciiLower(label);
    const prefix = asciiLower(config.labelPrefix);
    if (!name.startsWith(prefix)) {
        const disguised = asciiLower(label.normalize("NFKC").replaceAll(/[^\x21-\x7e]/gu, "")).startsWith(prefix);
        return ignore(disguised ? `the label "${(0,comment_command/* visible */.RK)(label)}" only looks like one of Pawl's` : "the label is not one of Pawl's");
    }
    const workflow = name.slice(prefix.length);
    if (!/^[\x21-\x7e]+$/.test(label) || !model/* ID_PATTERN */.p.test(workflow)) {
        return ignore(`the label "${(0,comment_command/* visible */.RK)(label)}" names no workflow`);
    }
    const triggers = (0,github_config/* triggersOf */.XJ)(config, workflow);
    const allowed = event.issue?.isPullRequest === true ? triggers.pullRequestLabel : triggers.label;
    if (!allowed)
        return ignore(`labels don't start ${workflow} (.github/pawl.yml)`);
    return run(reading, workflow, {}, { label, meaning: ["label", name, event.issue?.updatedAt ?? ""] });
}
function fromAssignment(reading) {
    const { event, config } = reading;
    const assignee = event.assignee?.login.toLowerCase();
    const [workflow] = Object.entries(config.workflows).find(([, one]) => one.triggers.assignment.some((login) => login.toLowerCase() === assignee)) ?? [];
    if (workflow === undefined)
        return ignore("the assignee starts nothing");
    return run(reading, workflow, {}, { meaning: ["assigned", assignee ?? "", event.issue?.updatedAt ?? ""] });
}
function fromComment(reading) {
    const { event, config } = reading;
    const { comment } = event;
    const newlySaid = event.action === "created" || (event.name === "pull_request_review" && event.action === "submitted");
    if (!newlySaid)
        return ignore(`an ${event.action ?? "unknown"} comment starts nothing`);
    if (comment === undefined)
        return ignore("the event has no comment");
    // Somebody else's words under the sender's name would carry the sender's authority.
    if (comment.author?.id !== reading.sender.id)
        return ignore("the comment's author is not the event's sender");
    const parsed = (0,comment_command/* parseComment */.vj)(comment.body, config.command);
    if (parsed.kind === "none")
        return ignore("the comment holds no command");
    const asked = askedBy(reading, ["comment", comment.kind, String(comment.id)]);
    if (parsed.kind === "malformed") {
        return refusal(asked, `the command \`${(0,comment_command/* visible */.RK)(parsed.line)}\` can't be read: ${parsed.problem}`);
    }
    const { command, words, flags, inputs } = parsed;
    if (command !== "run") {
        const act = flags["budget"] === undefined ? ACT_OF[command] : "budget";
        return ask(reading, act, undefined, { ...asked, kind: "command", command, words, flags, inputs });
    }
    const [workflow, extra] = words;
    if (workflow === undefined || !model/* ID_PATTERN */.p.test(workflow)) {
        return refusal(asked, `\`${config.command} run\` needs the name of a workflow; \`${config.command} list\` shows them`);
    }
    if (extra !== undefined) {
        return refusal(asked, `\`${(0,comment_command/* visible */.RK)(extra)}\` is no input: write \`key=value\`, and quote values that hold blanks`);
    }
    if (!(0,github_config/* triggersOf */.XJ)(config, workflow).comment) {
        return refusal(asked, `comments don't start \`${workflow}\` here (.github/pawl.yml)`);
    }
    return run(reading, workflow, inputs, { meaning: ["comment", comment.kind, String(comment.id)] });
}
function fromCheckRun(reading) {
    const { event } = reading;
    const { checkRun } = event;
    if (event.action !== "requested_action" && event.action !== "rerequested") {
        return ignore(`check_run.${event.action ?? ""} starts nothing`);
    }
    const runId = /^(run_[0-9A-Za-z]{1,40})$/.exec(checkRun?.externalId ?? "")?.[1];
    const commands = {
        approve: "approve",
        reject: "reject",
        cancel: "cancel",
        retry: "retry",
    };
    const command = event.action === "rerequested" ? "retry" : commands[event.requestedAction ?? ""];
    if (runId === undefined || command === undefined)
        return ignore("the button is not one of Pawl's");
    // Each press is an act of its own, so only a redelivery means the same.
    const asked = askedBy(reading, ["button", runId, command, event.deliveryId ?? ""]);
    return ask(reading, ACT_OF[command], undefined, {
        ...asked,
        kind: "command",
        command,
        words: [runId, ...(checkRun?.headSha === undefined ? [] : [checkRun.headSha])],
        flags: {},
        inputs: {},
        runId,
    });
}
/** GitHub itself asks for write permission before it starts a workflow this way; the rule of .github/pawl.yml holds all the same. */
function fromWorkflowDispatch(reading) {
    const { workflow, inputs } = reading.event.data;
    if (typeof workflow !== "string" || !model/* ID_PATTERN */.p.test(workflow))
        return ignore("workflow_dispatch names no workflow");
    const given = typeof inputs === "string" ? readJsonObject(inputs) : {};
    if (given === undefined) {
        return refusal(askedBy(reading, ["dispatch", reading.event.deliveryId ?? ""]), "`inputs` is not a JSON object");
    }
    return run(reading, workflow, given, {
        typed: true,
        meaning: ["dispatch", reading.event.deliveryId ?? (0,digest/* digestJson */.t)(given)],
    });
}
function fromRepositoryDispatch(reading) {
    const { event, config } = reading;
    const named = event.action ?? "";
    const [workflow] = Object.entries(config.workflows).find(([, one]) => one.triggers.repositoryDispatch.includes(named)) ?? [];
    if (workflow === undefined)
        return ignore(`repository_dispatch "${(0,comment_command/* visible */.RK)(named)}" starts nothing`);
    return run(reading, workflow, JSON.parse(JSON.stringify(event.data)), {
        typed: true,
        meaning: ["repository_dispatch", named, event.deliveryId ?? (0,digest/* digestJson */.t)(event.data)],
    });
}
function fromSchedule(reading) {
    const { event, config } = reading;
    const line = event.schedule ?? "";
    const [workflow] = Object.entries(config.workflows).find(([, one]) => one.triggers.schedule.includes(line)) ?? [];
    if (workflow === undefined)
        return ignore(`no workflow has the schedule "${(0,comment_command/* visible */.RK)(line)}"`);
    const asked = askedBy(reading, ["schedule", line, event.deliveryId ?? ""]);
    return { ...asked, kind: "run", workflow, inputs: {}, typed: true };
}
function run(reading, workflow, inputs, how) {
    const asked = askedBy(reading, [workflow, ...how.meaning]);
    return ask(reading, "start", workflow, {
        ...asked,
        kind: "run",
        workflow,
        inputs,
        typed: how.typed ?? false,
        ...(how.label === undefined ? {} : { label: how.label }),
    });
}
function ask(reading, act, workflow, decision) {
    return { kind: "ask", act, rule: (0,github_config/* ruleFor */.sG)(reading.config, act, workflow), appId: reading.appId, decision };
}
function askedBy(reading, meaning) {
    const { event, repository, sender } = reading;
    const title = event.issue?.title ?? "";
    const body = event.comment?.body ?? event.issue?.body ?? "";
    return {
        place: placeOf(event, repository),
        sender,
        meaning: (0,digest/* sha256 */.s)([repository.fullName.toLowerCase(), String(event.issue?.number ?? 0), ...meaning].join("\u0000")),
        saidAt: event.comment?.createdAt ?? event.issue?.updatedAt ?? "",
        pinned: {
            event: event.name,
            action: event.action ?? "",
            actor: sender.login,
            actor_id: sender.id,
            text_sha256: textDigest(title, event.issue?.body ?? ""),
            title,
            body,
            head_sha: event.issue?.headSha ?? event.checkRun?.headSha ?? "",
            label: event.label ?? "",
            comment_id: event.comment?.id ?? 0,
        },
    };
}
/** What an issue said: equal digests mean that nobody edited it since. */
function textDigest(title, body) {
    return (0,digest/* digestJson */.t)({ title, body: body.replaceAll("\r\n", "\n") });
}
function placeOf(event, repository) {
    return {
        repository,
        ...(event.issue === undefined ? {} : { issue: event.issue.number }),
        ...(event.comment === undefined ? {} : { comment: { id: event.comment.id, kind: event.comment.kind } }),
        ...(event.installationId === undefined ? {} : { installationId: event.installationId }),
    };
}
function refusal(asked, reason, label) {
    return {
        kind: "refuse",
        place: asked.place,
        sender: asked.sender,
        meaning: asked.meaning,
        saidAt: asked.saidAt,
        pinned: asked.pinned,
        reason,
        reply: `Nothing was started: ${reason}.`.replace(/\.\.$/, "."),
        ...(label === undefined ? {} : { label }),
    };
}
function ignore(reason) {
    return { kind: "ignore", reason };
}
function asciiLower(text) {
    return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
function readJsonObject(text) {
    if (text.trim() === "")
        return {};
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/github/action-run.js












/** Decides what an event asks for. GitHub is asked for the sender's permission only when something is asked for. */
async function decideFromEvent(door, event) {
    const request = readRequest(event, door.config, door.self);
    if (request.kind !== "ask")
        return request;
    const [problem] = door.configProblems ?? [];
    if (problem !== undefined) {
        const { place, sender, meaning, saidAt, pinned } = request.decision;
        const reason = `${problem.file}:${problem.line} is not valid: ${problem.message}`;
        return {
            kind: "refuse",
            place,
            sender,
            meaning,
            saidAt,
            pinned,
            reason,
            reply: `Nothing was started: ${(0,run_facts/* codeCell */.MZ)(reason, 500)}`,
        };
    }
    const { act, decision } = request;
    const workflow = decision.kind === "command" ? await door.workflowOf?.(decision) : undefined;
    const rule = workflow === undefined ? request.rule : (0,github_config/* ruleFor */.sG)(door.config, act, workflow);
    const authority = await readAuthority(door.host, door.self, decision.sender, rule, request.appId);
    return judged({ ...request, rule }, authority);
}
/** Finds the workflow and types its inputs. A mistake is answered with what to write instead (G2). */
async function prepareRun(door, decision, catalogue) {
    const { command, labelPrefix } = door.config;
    const found = await catalogue.load(decision.workflow);
    if (found === undefined) {
        const names = await catalogue.names();
        const nearest = (0,diagnostics/* nearestName */.q)(decision.workflow, names);
        const meant = nearest === undefined ? "" : ` Did you mean \`${nearest}\`?`;
        const list = names.map((name) => `\`${name}\``).join(", ") || "none; add one under `.github/pawl/`";
        const reason = `there is no workflow named \`${decision.workflow}\``;
        return { kind: "refused", reason, reply: `Nothing was started: ${reason}.${meant}\n\nWorkflows here: ${list}.` };
    }
    if ("invalid" in found) {
        const reason = `the workflow \`${decision.workflow}\` is not valid`;
        return {
            kind: "refused",
            reason,
            reply: `Nothing was started: ${reason}.\n\n${(0,run_facts/* fenced */.OF)(found.invalid.slice(0, 8_000))}`,
        };
    }
    const defaults = Object.hasOwn(door.config.workflows, decision.workflow)
        ? (door.config.workflows[decision.workflow]?.inputs ?? {})
        : {};
    const { values, problems } = (0,inputs.resolveInputs)(found.inputs, { ...defaults, ...decision.inputs }, decision.typed ? {} : { text: true });
    const secret = Object.entries(found.inputs).find(([name, spec]) => spec.type === "secret" && name in decision.inputs);
    const all = [
        ...problems.map(({ input, message, hint }) => ({ input, message, hint })),
        ...(secret === undefined || decision.typed
            ? []
            : [
                {
                    input: secret[0],
                    message: "is a secret and can't be given in a comment",
                    hint: "Store it as an Actions secret; revoke the one you wrote.",
                },
            ]),
    ];
    if (all.length === 0)
        return { kind: "ready", workflow: found, inputs: values };
    const lines = all.map(({ input, message, hint }) => `- ${(0,run_facts/* codeCell */.MZ)(input)}: ${(0,run_facts/* codeCell */.MZ)(message, 400)}${hint === undefined ? "" : ` ${(0,run_facts/* codeCell */.MZ)(hint, 300)}`}`);
    const how = decision.label === undefined
        ? command
        : `${command} (the label \`${labelPrefix}${decision.workflow}\` gives no inputs)`;
    const reason = `${all.length === 1 ? "an input" : `${all.length} inputs`} of \`${decision.workflow}\` can't be used`;
    return {
        kind: "refused",
        reason,
        reply: `Nothing was started: ${reason}.\n\n${lines.join("\n")}\n\nUsage of ${how}:\n\n${(0,run_facts/* fenced */.OF)((0,inputs/* usage */.C)(found, `${command} ${decision.workflow}`))}`,
    };
}
/**
 * Says at once that it was seen: 👀, and the label taken off so that it can be set again. Both are fine to repeat. One that fails keeps the
 * other from nothing; then the error goes up.
 */
async function takeTrigger(door, decision) {
    if (decision.kind === "ignore" || decision.kind === "gone")
        return;
    const { issue } = decision.place;
    const label = decision.kind === "command" ? undefined : decision.label;
    const taken = label === undefined || issue === undefined ? Promise.resolve() : takeOff(door.host, issue, label);
    const ends = await Promise.allSettled([taken, acknowledge(door, decision)]);
    for (const end of ends)
        if (end.status === "rejected")
            throw end.reason;
}
/** GitHub says that there is no such label of one that isn't there, and at times of one that is. */
async function takeOff(host, issue, label) {
    if (await host.removeLabel(issue, label))
        return;
    const left = (await host.issue(issue))?.labels ?? [];
    if (!left.some((one) => one.toLowerCase() === label.toLowerCase()))
        return;
    throw new errors/* PawlError */.p({
        code: "github.unavailable",
        kind: "transient",
        message: `GitHub says that the label ${label} isn't on #${issue}, where it is`,
    });
}
/** 👀 on the comment, or on the issue when it is to become a run. */
async function acknowledge({ host }, decision) {
    const { issue, comment } = decision.place;
    if (comment?.kind === "issue")
        await host.react({ comment: comment.id }, "eyes");
    else if (comment?.kind === "review-comment")
        await host.react({ reviewComment: comment.id }, "eyes");
    else if (issue !== undefined && decision.kind !== "refuse")
        await host.react({ issue }, "eyes");
}
/** Answers a refusal or a command in one comment; the same question is answered once, however often it is delivered. */
async function answer(door, place, meaning, markdown) {
    const { issue } = place;
    if (issue === undefined)
        return undefined;
    const marker = (0,github_marker/* hiddenMarker */.z0)(door.key, "answer", { meaning, issue });
    const body = `${(0,inert_text/* cutMarkdown */.G$)(markdown, inert_text/* BODY_LIMIT */.Th - marker.length - 2, "…")}\n\n${marker}`;
    return (0,once/* once */.O)(door.clock, new AbortController().signal, async () => (await door.host.comments(issue)).find((comment) => (0,authorship/* writtenBySelf */.T)(comment.author, door.self) && comment.body.includes(marker)), () => door.host.createComment(issue, body));
}
/** The answer to `/pawl help`. */
function helpText(config, names) {
    const { command, labelPrefix } = config;
    return [
        `**${command}** runs the workflows of \`.github/pawl/\`.`,
        "",
        `- \`${command} <workflow> key=value key="two words"\` starts one; so does the label \`${labelPrefix}<workflow>\`.`,
        `- \`${command} list\` shows the workflows, \`${command} help <workflow>\` the inputs of one.`,
        `- \`${command} status [run]\`, \`explain [run]\`: where it stands, and why.`,
        `- \`${command} approve [run] [tree]\`, \`reject [run]\`: answer what it waits for.`,
        `- \`${command} resume [run] [--from step] [--budget +2]\`, \`retry [run]\`: go on; finished steps are not run again.`,
        `- \`${command} cancel [run]\` ends it.`,
        "",
        `Commands: ${comment_command/* COMMANDS */.Lo.map((name) => `\`${name}\``).join(", ")}. Workflows: ${names.map((name) => `\`${name}\``).join(", ") || "none"}.`,
    ].join("\n");
}
/** The `issue` and `repo` contexts, with the words pinned at the event where there are any: later edits don't reach the run (G3). */
function contextsOf(place, issue, headSha, pinned) {
    const { repository } = place;
    const fromIssueEvent = pinned !== undefined && pinned.comment_id === 0;
    return {
        repo: {
            owner: repository.owner,
            name: repository.name,
            full_name: repository.fullName,
            default_branch: repository.defaultBranch,
            head_sha: headSha,
            url: repository.htmlUrl,
        },
        ...(issue === undefined
            ? {}
            : {
                issue: {
                    number: issue.number,
                    title: fromIssueEvent ? pinned.title : issue.title,
                    body: fromIssueEvent ? pinned.body : issue.body,
                    author: issue.author.login,
                    labels: issue.labels,
                    url: issue.url,
                },
            }),
    };
}
/** What the action's `trigger` input may carry of the event. */
function pinnedFrom(trigger) {
    if (typeof trigger !== "object" || trigger === null || Array.isArray(trigger))
        return undefined;
    const found = trigger;
    const text = (name) => (typeof found[name] === "string" ? found[name] : "");
    const count = (name) => (typeof found[name] === "number" ? found[name] : 0);
    if (text("actor") === "" || count("actor_id") === 0)
        return undefined;
    return {
        event: text("event"),
        action: text("action"),
        actor: text("actor"),
        actor_id: count("actor_id"),
        text_sha256: text("text_sha256"),
        title: text("title"),
        body: text("body"),
        head_sha: text("head_sha"),
        label: text("label"),
        comment_id: count("comment_id"),
    };
}
/**
 * Reads again, right before a privileged effect, that what started the run still holds (G3): the actor may still start this workflow, and the
 * issue is still there and open to it. Throws `effect.denied`; when GitHub doesn't answer, too.
 */
function authorityCheck(door, about) {
    const mayStill = async (act, { id, login }) => {
        const sender = { id, login, type: "User" };
        const rule = (0,github_config/* ruleFor */.sG)(door.config, act, about.workflow);
        const verdict = judge(rule, sender, await readAuthority(door.host, door.self, sender, rule));
        if (!verdict.allowed)
            throw refusedNow(verdict.reason);
    };
    return async () => {
        const { pinned, approver } = about;
        if (about.issue !== undefined && (await door.host.issue(about.issue)) === undefined) {
            throw refusedNow(`issue #${about.issue} is gone`);
        }
        if (approver !== undefined)
            await mayStill("approve", approver);
        // A schedule or a manual dispatch by somebody with access to Actions has no person whose comment or label gave the order.
        if (pinned === undefined || pinned.actor_id === 0 || pinned.event === "schedule")
            return;
        await mayStill("start", { id: pinned.actor_id, login: pinned.actor });
    };
}
/** Whether the issue still says what it said when the run was asked for. */
function unedited(issue, pinned) {
    return pinned.text_sha256 === textDigest(issue.title, issue.body);
}
function refusedNow(reason) {
    return new errors/* PawlError */.p({
        code: "effect.denied",
        kind: "policy",
        message: `Nothing was published: ${reason}`,
        remedy: "Somebody who may start the workflow can run `/pawl retry`; the work is kept.",
    });
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


/***/ })

};
