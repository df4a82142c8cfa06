export const id = 5894;
export const ids = [5894];
export const modules = {

/***/ 55894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRepositoryHost: () => (/* binding */ createRepositoryHost)
});

// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/adapters/repository-host/calls.js

/** What the routes of one repository begin with. */
const REPO = "/repos/{owner}/{repo}";
const PER_PAGE = 100;
/** No list is read further than this many pages. */
const MAX_PAGES = 30;
/** A path as part of a URL: `{+path}` keeps slashes, but would let `?` and `#` through as well. */
function segments(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}
/** All of a list, page by page. */
async function pages(call, route, parameters) {
    const all = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
        const found = await call(route, { ...parameters, per_page: PER_PAGE, page });
        all.push(...found);
        if (found.length < PER_PAGE)
            break;
    }
    return all;
}
/** What isn't there is an answer, not an error. */
async function orUndefined(asked) {
    try {
        return await asked;
    }
    catch (thrown) {
        if (thrown instanceof errors/* PawlError */.p && thrown.code === "github.not_found")
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/repository-host/contents.js


/** Files, trees, commits and branches. */
function contents(call) {
    const at = (ref) => (ref === undefined ? {} : { ref });
    const readRef = async (name) => {
        const found = await orUndefined(call(`GET ${REPO}/git/ref/{+ref}`, { ref: segments(name) }));
        return found?.object.sha;
    };
    const makeRef = async (name, sha) => {
        await call(`POST ${REPO}/git/refs`, { ref: `refs/${name}`, sha });
    };
    return {
        async file(path, ref) {
            const found = await orUndefined(call(`GET ${REPO}/contents/{+path}`, { path: segments(path), ...at(ref) }));
            if (found === undefined || !("sha" in found) || found.type !== "file" || found.encoding !== "base64") {
                return undefined;
            }
            return { text: Buffer.from(found.content ?? "", "base64").toString("utf8"), sha: found.sha };
        },
        async directory(path, ref) {
            const found = await orUndefined(call(`GET ${REPO}/contents/{+path}`, {
                path: segments(path),
                ...at(ref),
            }));
            return Array.isArray(found) ? found.map((entry) => entry.name) : [];
        },
        branch: (name) => readRef(`heads/${name}`),
        ref: readRef,
        async refs(prefix) {
            // All of them at once: this route has no pages.
            const found = await call(`GET ${REPO}/git/matching-refs/{+ref}`, {
                ref: segments(prefix),
            });
            return found.map(({ ref }) => ref.replace(/^refs\//, ""));
        },
        createRef: makeRef,
        async deleteRef(name) {
            await orUndefined(call(`DELETE ${REPO}/git/refs/{+ref}`, { ref: segments(name) }));
        },
        async commit(sha) {
            const found = await orUndefined(call(`GET ${REPO}/git/commits/{sha}`, { sha }));
            return found === undefined ? undefined : commitOf(found);
        },
        async tree(sha) {
            const found = await call(`GET ${REPO}/git/trees/{sha}`, {
                sha,
                recursive: "1",
            });
            if (found.truncated) {
                throw new errors/* PawlError */.p({
                    code: "github.truncated",
                    kind: "permanent",
                    message: `GitHub lists only part of tree ${sha}: the repository is too large for its tree API`,
                    remedy: "Publish with git and a token instead.",
                });
            }
            return found.tree;
        },
        async blob(sha) {
            const found = await call(`GET ${REPO}/git/blobs/{sha}`, { sha });
            return Buffer.from(found.content, found.encoding === "base64" ? "base64" : "utf8");
        },
        async createBlob(content) {
            const made = await call(`POST ${REPO}/git/blobs`, {
                content: Buffer.from(content).toString("base64"),
                encoding: "base64",
            });
            return made.sha;
        },
        async createTree(base, entries) {
            const made = await call(`POST ${REPO}/git/trees`, {
                base_tree: base,
                tree: entries.map((entry) => ({ ...entry, type: "blob" })),
            });
            return made.sha;
        },
        async createCommit(commit) {
            const made = await call(`POST ${REPO}/git/commits`, {
                message: commit.message,
                tree: commit.tree,
                parents: [...commit.parents],
            });
            return made.sha;
        },
        createBranch: (name, sha) => makeRef(`heads/${name}`, sha),
        async updateBranch(name, sha) {
            try {
                await call(`PATCH ${REPO}/git/refs/{+ref}`, { ref: `heads/${segments(name)}`, sha, force: false });
            }
            catch (thrown) {
                // GitHub answers 422 "Update is not a fast forward" where others answer 409.
                if (thrown instanceof errors/* PawlError */.p && thrown.code === "github.invalid" && /fast.?forward/i.test(thrown.message)) {
                    throw new errors/* PawlError */.p({
                        code: "github.conflict",
                        kind: "permanent",
                        message: `Branch ${name} holds commits that ${sha.slice(0, 12)} doesn't`,
                        remedy: "Look at what was pushed there, then run the step again.",
                        cause: thrown,
                    });
                }
                throw thrown;
            }
        },
        async compare(base, head) {
            const found = await call(`GET ${REPO}/compare/{+basehead}`, { basehead: `${segments(base)}...${segments(head)}`, per_page: 1 });
            const files = (found.files ?? []).flatMap((file) => file.previous_filename === undefined ? [file.filename] : [file.filename, file.previous_filename]);
            return { status: found.status, mergeBase: found.merge_base_commit.sha, files };
        },
        async lastAuthors(path, ref, limit) {
            const found = await call(`GET ${REPO}/commits`, {
                path,
                sha: ref,
                per_page: limit,
            });
            return found.flatMap(({ author }) => (author === null || author.type === "Bot" ? [] : [author.login]));
        },
    };
}
function commitOf(json) {
    return { sha: json.sha, tree: json.tree.sha, parents: json.parents.map(({ sha }) => sha), message: json.message };
}

;// CONCATENATED MODULE: ./lib/adapters/repository-host/facts.js
/** The account GitHub shows for content whose author is gone: github.com/ghost. */
const GHOST = { id: 10_137, login: "ghost", type: "User" };
function accountOf(user) {
    if (user === null)
        return GHOST;
    const type = user.type === "Bot" || user.type === "Organization" || user.type === "Mannequin" ? user.type : "User";
    return { id: user.id, login: user.login, type };
}
function issueOf(json) {
    return {
        number: json.number,
        title: json.title,
        body: json.body ?? "",
        author: accountOf(json.user),
        labels: json.labels.flatMap((label) => {
            const name = typeof label === "string" ? label : label.name;
            return name === undefined || name === null ? [] : [name];
        }),
        state: json.state === "closed" ? "closed" : "open",
        isPullRequest: json.pull_request !== undefined && json.pull_request !== null,
        url: json.html_url,
        updatedAt: json.updated_at,
    };
}
function commentOf(json) {
    return {
        id: json.id,
        url: json.html_url,
        body: json.body ?? "",
        author: accountOf(json.user),
        createdAt: json.created_at,
    };
}
function pullRequestOf(json) {
    return {
        number: json.number,
        url: json.html_url,
        state: json.state === "closed" ? "closed" : "open",
        merged: json.merged ?? (json.merged_at !== undefined && json.merged_at !== null),
        draft: json.draft ?? false,
        title: json.title,
        body: json.body ?? "",
        author: accountOf(json.user),
        headRef: json.head.ref,
        headSha: json.head.sha,
        headRepository: json.head.repo?.full_name ?? "",
        baseRef: json.base.ref,
        baseSha: json.base.sha,
    };
}
function checkRunOf(json) {
    return {
        id: json.id,
        url: json.html_url ?? "",
        name: json.name,
        externalId: json.external_id ?? "",
        appId: json.app?.id,
    };
}
function workflowRunOf(json) {
    return {
        id: json.id,
        url: json.html_url,
        title: json.display_title ?? json.name ?? "",
        event: json.event,
        status: json.status ?? "unknown",
        conclusion: json.conclusion ?? undefined,
        attempt: json.run_attempt ?? 1,
        createdAt: json.created_at,
        branch: json.head_branch ?? "",
    };
}
/** GitHub takes at most 50 annotations a request and 65,535 characters of summary and of text. */
function checkRunBody(fields) {
    return {
        name: fields.name,
        status: fields.status,
        ...(fields.conclusion === undefined ? {} : { conclusion: fields.conclusion }),
        external_id: fields.externalId,
        ...(fields.detailsUrl === undefined ? {} : { details_url: fields.detailsUrl }),
        output: {
            title: fields.title.slice(0, 255),
            summary: fields.summary.slice(0, 65_535),
            ...(fields.text === undefined ? {} : { text: fields.text.slice(0, 65_535) }),
            annotations: (fields.annotations ?? []).slice(0, 50).map((one) => ({
                path: one.path,
                start_line: one.line,
                end_line: one.line,
                annotation_level: one.level,
                title: one.title.slice(0, 255),
                message: one.message.slice(0, 60_000),
            })),
        },
        actions: (fields.actions ?? []).slice(0, 3).map((one) => ({
            label: one.label.slice(0, 20),
            description: one.description.slice(0, 40),
            identifier: one.identifier.slice(0, 20),
        })),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/repository-host/runs.js


/** Check runs. */
function checks(call) {
    return {
        async checkRuns(ref, name) {
            const found = await call(`GET ${REPO}/commits/{+ref}/check-runs`, {
                ref: segments(ref),
                check_name: name,
                per_page: PER_PAGE,
            });
            return found.check_runs.map(checkRunOf);
        },
        async createCheckRun(headSha, fields) {
            return checkRunOf(await call(`POST ${REPO}/check-runs`, { head_sha: headSha, ...checkRunBody(fields) }));
        },
        async updateCheckRun(id, fields) {
            return checkRunOf(await call(`PATCH ${REPO}/check-runs/{check_run_id}`, {
                check_run_id: id,
                ...checkRunBody(fields),
            }));
        },
    };
}
/** Workflow runs of GitHub Actions. */
function actions(call) {
    return {
        async dispatchWorkflow(file, ref, inputs) {
            await call(`POST ${REPO}/actions/workflows/{workflow_id}/dispatches`, { workflow_id: file, ref, inputs });
        },
        async dispatchedRuns(file, since) {
            const found = await call(`GET ${REPO}/actions/runs`, {
                event: "workflow_dispatch",
                created: `>=${since}`,
                per_page: PER_PAGE,
            });
            const path = `.github/workflows/${file}`;
            return found.workflow_runs
                .filter((run) => run.path === undefined || run.path.split("@")[0] === path)
                .map(workflowRunOf);
        },
        async workflowRun(id, attempt) {
            const found = await orUndefined(attempt === undefined
                ? call(`GET ${REPO}/actions/runs/{run_id}`, { run_id: id })
                : call(`GET ${REPO}/actions/runs/{run_id}/attempts/{attempt_number}`, {
                    run_id: id,
                    attempt_number: attempt,
                }));
            return found === undefined ? undefined : workflowRunOf(found);
        },
        async cancelWorkflowRun(id) {
            await call(`POST ${REPO}/actions/runs/{run_id}/cancel`, { run_id: id });
        },
        async artifacts(workflowRun) {
            const found = await call(`GET ${REPO}/actions/runs/{run_id}/artifacts`, { run_id: workflowRun, per_page: PER_PAGE });
            return found.artifacts.map(({ id, name, size_in_bytes: size, expired }) => ({ id, name, size, expired }));
        },
        async artifact(id) {
            const found = await orUndefined(call(`GET ${REPO}/actions/artifacts/{artifact_id}/zip`, { artifact_id: id }));
            return found === undefined ? undefined : new Uint8Array(found);
        },
    };
}

// EXTERNAL MODULE: ./node_modules/@octokit/request/dist-bundle/index.js + 3 modules
var dist_bundle = __webpack_require__(45071);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(31015);
;// CONCATENATED MODULE: ./lib/adapters/repository-host/request.js



/** How often a read is sent in all, and how long GitHub may take to answer one request. */
const READ_ATTEMPTS = 4;
const TIMEOUT_MS = 30_000;
/** GitHub's advice when a secondary limit comes without `retry-after`: docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const SECONDARY_LIMIT_MS = 60_000;
/**
 * One way to GitHub: reads are repeated on 5xx and dropped connections, writes are sent once. A 401 mints the token anew once; a token that is
 * seconds old may not have reached all of GitHub yet, so it gets a few more tries within five seconds. Everything else becomes a PawlError.
 */
function createSend(settings) {
    const wait = settings.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    const client = dist_bundle/* request */.E.defaults({
        baseUrl: settings.apiUrl.replace(/\/+$/, ""),
        headers: { "user-agent": "pawl", "x-github-api-version": "2022-11-28" },
    });
    return async (route, parameters = {}, onLink = () => undefined) => {
        const isRead = route.startsWith("GET ");
        let fresh = false;
        let refusals = 0;
        for (let attempt = 1;; attempt++) {
            try {
                const response = await client(route, {
                    ...parameters,
                    headers: { ...headersOf(parameters), authorization: `Bearer ${await settings.token({ fresh })}` },
                    request: { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: isRead ? "follow" : "manual" },
                });
                if (response.status >= 300 && response.status < 400)
                    throw moved(route);
                // The client gives what came of an answer that was cut short, as text.
                if (typeof response.data === "string" && /json/.test(response.headers["content-type"] ?? ""))
                    throw cut(route);
                onLink(response.headers.link);
                return response.data;
            }
            catch (thrown) {
                const error = asPawlError(thrown, route);
                if (error.code === "github.unauthorized" && refusals < 4) {
                    // GitHub refused it before doing anything: a write may be sent again too.
                    fresh = refusals === 0;
                    if (refusals > 0)
                        await wait(500 * 2 ** (refusals - 1));
                    refusals += 1;
                    continue;
                }
                if (isRead && error.code === "github.unavailable" && attempt < READ_ATTEMPTS) {
                    settings.log.debug(`${route}: ${error.message}; asking again`);
                    await wait(250 * 2 ** (attempt - 1));
                    continue;
                }
                throw error;
            }
        }
    };
}
function headersOf(parameters) {
    const headers = parameters["headers"];
    return typeof headers === "object" && headers !== null ? headers : {};
}
function moved(route) {
    return new errors/* PawlError */.p({
        code: "github.moved",
        kind: "permanent",
        message: `GitHub answered ${route} with a redirect: the repository was renamed or transferred`,
        remedy: "Start the run again from the repository's new place.",
    });
}
function cut(route) {
    return new errors/* PawlError */.p({
        code: "github.unavailable",
        kind: "transient",
        message: `GitHub's answer to ${route} was cut short`,
        remedy: "It is tried again; see githubstatus.com if it lasts.",
    });
}
function asPawlError(thrown, route) {
    if (thrown instanceof errors/* PawlError */.p)
        return thrown;
    if (!(thrown instanceof dist_src/* RequestError */.G) || thrown.response === undefined) {
        return new errors/* PawlError */.p({
            code: "github.unavailable",
            kind: "transient",
            message: `GitHub gave no answer to ${route}`,
            remedy: "It is tried again; see githubstatus.com if it lasts.",
            cause: thrown,
        });
    }
    const headers = thrown.response.headers;
    const said = wordsOf(thrown);
    const limited = rateLimit(thrown.status, headers, said);
    const about = { route, status: thrown.status };
    if (limited !== undefined) {
        return new errors/* PawlError */.p({
            code: "github.rate_limited",
            kind: "transient",
            message: `GitHub limits requests now (${route}): ${said}`,
            retryAfterMs: limited,
            details: about,
            cause: thrown,
        });
    }
    const known = BY_STATUS[thrown.status];
    if (thrown.status >= 300 && thrown.status < 400)
        return moved(route);
    if (thrown.status >= 500 || known === undefined) {
        return new errors/* PawlError */.p({
            code: "github.unavailable",
            kind: "transient",
            message: `GitHub answered ${route} with ${thrown.status}: ${said}`,
            details: about,
            cause: thrown,
        });
    }
    return new errors/* PawlError */.p({
        code: known.code,
        kind: "permanent",
        message: `GitHub refused ${route} (${thrown.status}): ${said}`,
        remedy: known.remedy,
        details: about,
        cause: thrown,
    });
}
const BY_STATUS = {
    400: { code: "github.invalid", remedy: "Report this with the run's id: Pawl sent something GitHub doesn't take." },
    401: { code: "github.unauthorized", remedy: "Check the token or the App's key; run `pawl doctor`." },
    403: { code: "github.forbidden", remedy: "Give the App or the job's `permissions:` what the message asks for." },
    404: { code: "github.not_found", remedy: "Check that it exists and that the App or token may see it." },
    409: {
        code: "github.conflict",
        remedy: "Somebody changed it at the same moment; start again from what is there now.",
    },
    410: { code: "github.not_found", remedy: "It was deleted." },
    413: { code: "github.invalid", remedy: "Make what is sent smaller." },
    415: { code: "github.invalid", remedy: "Report this with the run's id." },
    422: { code: "github.invalid", remedy: "Read GitHub's message: it names the field." },
    451: { code: "github.forbidden", remedy: "The repository is blocked for legal reasons." },
};
function wordsOf(error) {
    const data = error.response?.data;
    if (typeof data === "object" && data !== null && "message" in data && typeof data.message === "string") {
        const errors = "errors" in data && data.errors !== undefined ? ` ${JSON.stringify(data.errors)}` : "";
        return `${data.message}${errors}`.slice(0, 500);
    }
    return error.message.slice(0, 500);
}
/** Milliseconds to wait when the answer is a primary or secondary rate limit; undefined when it is something else. */
function rateLimit(status, headers, said) {
    if (status !== 403 && status !== 429)
        return undefined;
    const after = Number(headers["retry-after"]);
    if (Number.isFinite(after) && after > 0)
        return after * 1_000;
    if (String(headers["x-ratelimit-remaining"]) === "0") {
        const reset = Number(headers["x-ratelimit-reset"]) * 1_000 - Date.now();
        return Number.isFinite(reset) ? Math.max(reset, 1_000) : SECONDARY_LIMIT_MS;
    }
    return status === 429 || /secondary rate limit|abuse detection/i.test(said) ? SECONDARY_LIMIT_MS : undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/repository-host/octokit.js





/** One repository on GitHub (or Enterprise Server) through its REST API. See the port for what is repeated and what is not. */
function createRepositoryHost(options) {
    const fixed = options.token;
    const token = typeof fixed === "string" ? () => Promise.resolve(fixed) : fixed;
    const send = createSend({
        token,
        apiUrl: options.apiUrl,
        log: options.log,
        ...(options.wait === undefined ? {} : { wait: options.wait }),
    });
    const { owner, repo } = options;
    const call = (route, parameters) => send(route, { owner, repo, ...parameters });
    return {
        owner,
        repo,
        ...people(call),
        ...issues(call),
        ...contents(call),
        ...pullRequests(call, owner),
        ...checks(call),
        ...actions(call),
    };
}
function people(call) {
    return {
        async repository() {
            const found = await call(`GET ${REPO}`);
            return {
                id: found.id,
                owner: found.owner.login,
                name: found.name,
                defaultBranch: found.default_branch,
                private: found.private,
                url: found.html_url,
            };
        },
        async roleOf(login) {
            const found = await orUndefined(call(`GET ${REPO}/collaborators/{username}/permission`, { username: login }));
            if (found?.user === undefined || found.user === null)
                return undefined;
            return { account: accountOf(found.user), role: roleFrom(found.permission, found.role_name) };
        },
        async inTeam(organisation, team, login) {
            const found = await orUndefined(call("GET /orgs/{org}/teams/{team_slug}/memberships/{username}", {
                org: organisation,
                team_slug: team,
                username: login,
            }));
            return found?.state === "active";
        },
    };
}
/** `role_name` tells triage and maintain apart, which `permission` folds into read and write; a custom role keeps `permission`. */
function roleFrom(permission, roleName) {
    const known = ["none", "read", "triage", "write", "maintain", "admin"];
    return known.find((role) => role === roleName) ?? known.find((role) => role === permission) ?? "none";
}
function issues(call) {
    return {
        async issue(number) {
            const found = await orUndefined(call(`GET ${REPO}/issues/{issue_number}`, { issue_number: number }));
            return found === undefined ? undefined : issueOf(found);
        },
        async openIssues(since) {
            return (await pages(call, `GET ${REPO}/issues`, { state: "open", since })).map(issueOf);
        },
        async labelled(issue, label) {
            const events = await pages(call, `GET ${REPO}/issues/{issue_number}/events`, { issue_number: issue });
            const set = events.findLast((one) => one.event === "labeled" && one.label?.name?.toLowerCase() === label.toLowerCase());
            return set === undefined ? undefined : { by: accountOf(set.actor), at: set.created_at };
        },
        async comments(issue, since) {
            const found = await pages(call, `GET ${REPO}/issues/{issue_number}/comments`, {
                issue_number: issue,
                ...(since === undefined ? {} : { since }),
            });
            return found.map(commentOf);
        },
        async comment(id) {
            const found = await orUndefined(call(`GET ${REPO}/issues/comments/{comment_id}`, { comment_id: id }));
            return found === undefined ? undefined : commentOf(found);
        },
        async createComment(issue, body) {
            return commentOf(await call(`POST ${REPO}/issues/{issue_number}/comments`, { issue_number: issue, body }));
        },
        async updateComment(id, body) {
            return commentOf(await call(`PATCH ${REPO}/issues/comments/{comment_id}`, { comment_id: id, body }));
        },
        async deleteComment(id) {
            await orUndefined(call(`DELETE ${REPO}/issues/comments/{comment_id}`, { comment_id: id }));
        },
        async react(target, content) {
            if ("issue" in target) {
                await call(`POST ${REPO}/issues/{issue_number}/reactions`, { issue_number: target.issue, content });
            }
            else if ("comment" in target) {
                await call(`POST ${REPO}/issues/comments/{comment_id}/reactions`, { comment_id: target.comment, content });
            }
            else {
                await call(`POST ${REPO}/pulls/comments/{comment_id}/reactions`, {
                    comment_id: target.reviewComment,
                    content,
                });
            }
        },
        async reactions(target) {
            const [route, number] = "issue" in target
                ? ["/issues/{number}", target.issue]
                : "comment" in target
                    ? ["/issues/comments/{number}", target.comment]
                    : ["/pulls/comments/{number}", target.reviewComment];
            const found = await pages(call, `GET ${REPO}${route}/reactions`, {
                number,
            });
            return found.map(({ user, content }) => ({ author: accountOf(user), content }));
        },
        async addLabels(issue, labels) {
            await call(`POST ${REPO}/issues/{issue_number}/labels`, { issue_number: issue, labels: [...labels] });
        },
        async removeLabel(issue, label) {
            const done = await orUndefined(call(`DELETE ${REPO}/issues/{issue_number}/labels/{name}`, { issue_number: issue, name: label }).then(() => true));
            return done ?? false;
        },
        async setMilestone(issue, title) {
            const found = await pages(call, `GET ${REPO}/milestones`, { state: "open" });
            const milestone = found.find((one) => one.title === title);
            if (milestone === undefined)
                return false;
            await call(`PATCH ${REPO}/issues/{issue_number}`, { issue_number: issue, milestone: milestone.number });
            return true;
        },
    };
}
function pullRequests(call, owner) {
    return {
        async pullRequest(number) {
            const found = await orUndefined(call(`GET ${REPO}/pulls/{pull_number}`, { pull_number: number }));
            return found === undefined ? undefined : pullRequestOf(found);
        },
        async pullRequestsFrom(branch, state) {
            const found = await pages(call, `GET ${REPO}/pulls`, {
                head: `${owner}:${branch}`,
                state,
                sort: "created",
                direction: "desc",
            });
            return found.map(pullRequestOf).filter((pull) => pull.headRef === branch);
        },
        async createPullRequest(fields) {
            return pullRequestOf(await call(`POST ${REPO}/pulls`, { ...fields }));
        },
        async updatePullRequest(number, fields) {
            return pullRequestOf(await call(`PATCH ${REPO}/pulls/{pull_number}`, { pull_number: number, ...fields }));
        },
        async requestReviewers(number, users, teams) {
            await call(`POST ${REPO}/pulls/{pull_number}/requested_reviewers`, {
                pull_number: number,
                reviewers: [...users],
                team_reviewers: [...teams],
            });
        },
    };
}


/***/ })

};
