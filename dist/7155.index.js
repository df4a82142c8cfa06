export const id = 7155;
export const ids = [7155];
export const modules = {

/***/ 97155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  joinWithClaudeCode: () => (/* binding */ joinWithClaudeCode),
  runWithClaudeCode: () => (/* binding */ runWithClaudeCode)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/kernel/fields.js
var fields = __webpack_require__(81336);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
// EXTERNAL MODULE: ./lib/agent/tools/tool.js
var tool = __webpack_require__(21247);
// EXTERNAL MODULE: ./lib/kernel/untrusted-text.js
var untrusted_text = __webpack_require__(35555);
;// CONCATENATED MODULE: ./lib/agent/claude-code-stream.js





/** Reads the program's stream of JSON lines (docs of Claude Code, "Headless mode"). */
function readProgramStream(context, settings) {
    const turns = [];
    let last;
    let lastMessage = "";
    const clean = (value) => (0,tool/* bounded */.M)((0,untrusted_text/* revealInvisible */.hR)(context.redactor.redact(typeof value === "string" ? value : JSON.stringify(value))));
    const message = (event) => {
        const said = (0,fields/* objectField */.qV)(event, "message");
        const content = Array.isArray(said["content"]) ? said["content"].filter(json/* isJsonObject */.O) : [];
        if (event["type"] === "assistant") {
            const usage = (0,fields/* objectField */.qV)(said, "usage");
            const count = (name) => (typeof usage[name] === "number" ? usage[name] : 0);
            const blocks = content.flatMap((block) => {
                if (block["type"] === "text")
                    return [{ type: "text", text: (0,fields/* textField */.M8)(block, "text") }];
                if (block["type"] !== "tool_use")
                    return [];
                return [
                    {
                        type: "tool_use",
                        id: (0,fields/* textField */.M8)(block, "id"),
                        name: (0,fields/* textField */.M8)(block, "name"),
                        input: (0,fields/* objectField */.qV)(block, "input"),
                    },
                ];
            });
            for (const block of blocks) {
                if (block.type === "text")
                    context.output("model", `${block.text}\n`);
                else if (block.type === "tool_use")
                    context.output("tool", `${block.name}
`);
            }
            // One message comes as several events, one for each block of it.
            const before = turns.at(-1);
            const id = (0,fields/* textField */.M8)(said, "id");
            const goesOn = id !== "" && id === lastMessage && before?.kind === "answered";
            lastMessage = id;
            if (goesOn)
                turns.pop();
            const all = goesOn ? [...before.data.content, ...blocks] : blocks;
            turns.push({
                kind: "answered",
                data: {
                    content: all,
                    stop: all.some(({ type }) => type === "tool_use") ? "tool_use" : "end_turn",
                    usage: {
                        input: count("input_tokens"),
                        output: count("output_tokens"),
                        cacheRead: count("cache_read_input_tokens"),
                        cacheWrite: count("cache_creation_input_tokens"),
                    },
                    model: (0,fields/* textField */.M8)(said, "model", settings.model),
                    provider: "claude_code",
                },
            });
            return;
        }
        const results = content.flatMap((block) => block["type"] === "tool_result"
            ? [
                {
                    type: "tool_result",
                    tool_use_id: (0,fields/* textField */.M8)(block, "tool_use_id"),
                    content: clean(block["content"] ?? ""),
                    ...(block["is_error"] === true ? { is_error: true } : {}),
                },
            ]
            : []);
        if (results.length > 0)
            turns.push({ kind: "results", data: { results, denied: [] } });
    };
    return {
        line(text) {
            let event;
            try {
                event = JSON.parse(text);
            }
            catch {
                return;
            }
            if (!(0,json/* isJsonObject */.O)(event))
                return;
            if (event["type"] === "assistant" || event["type"] === "user")
                message(event);
            if (event["type"] === "result")
                last = event;
        },
        finish() {
            // A denied permission ends in "success" with exit code 0: only this list tells.
            const denials = last?.["permission_denials"];
            const denied = (Array.isArray(denials) ? denials : [])
                .filter(json/* isJsonObject */.O)
                .map((denial) => (0,fields/* textField */.M8)(denial, "tool_name", "a tool"));
            return { turns, text: (0,fields/* textField */.M8)(last ?? {}, "result"), denied: [...new Set(denied)] };
        },
        error(result) {
            if (result.ended === "cancelled")
                return new errors/* PawlError */.p({
                    code: "step.cancelled",
                    kind: "cancelled",
                    message: `Step ${context.path} was cancelled`,
                });
            if (result.ended !== undefined) {
                return failure(context, result.ended === "limit" ? "sandbox.limit" : "step.timeout", `was ended (${result.ended}) ${result.violations.join("; ")}`.trimEnd(), result.ended === "limit" ? "policy" : "transient");
            }
            const subtype = (0,fields/* textField */.M8)(last ?? {}, "subtype");
            if (subtype === "error_max_turns") {
                return new errors/* PawlError */.p({
                    code: "agent.max_turns",
                    kind: "permanent",
                    message: `Step ${context.path} ended: Claude Code was still working after ${settings.maxTurns} turns`,
                    remedy: "Raise the step's max_turns, or give it a smaller task.",
                });
            }
            if (last === undefined || last["is_error"] === true || result.exitCode !== 0) {
                const said = (0,fields/* textField */.M8)(last ?? {}, "result") || result.stderr.trim().slice(-500) || result.stdout.trim().slice(-500);
                return failure(context, "agent.claude_code", `failed (exit code ${result.exitCode ?? result.signal}): ${clean(said)}`, "permanent");
            }
            return undefined;
        },
    };
}
function failure(context, code, what, kind) {
    return new errors/* PawlError */.p({
        code,
        kind,
        message: `Claude Code in step ${context.path} ${what}`,
        remedy: "Read the step's transcript among the artifacts.",
    });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./lib/agent/model-breaker.js
var model_breaker = __webpack_require__(12585);
// EXTERNAL MODULE: ./lib/agent/prices.js + 1 modules
var prices = __webpack_require__(85740);
;// CONCATENATED MODULE: ./lib/agent/usage-reader.js

/** Reads the tokens out of an answer that is passed on byte by byte: a stream of events, or one JSON message. */
class UsageReader {
    #decoder = new TextDecoder();
    #text = "";
    #found;
    /** What was counted; undefined when the answer said nothing of it. */
    get usage() {
        return this.#found;
    }
    write(chunk) {
        this.#text += this.#decoder.decode(chunk, { stream: true });
        const lines = this.#text.split("\n");
        this.#text = lines.pop() ?? "";
        for (const line of lines)
            this.#read(line);
    }
    end() {
        this.#read(this.#text);
        this.#text = "";
    }
    #read(line) {
        const text = line.startsWith("data:") ? line.slice(5).trim() : line.trim();
        if (!text.startsWith("{") || !text.includes('"usage"'))
            return;
        let value;
        try {
            value = JSON.parse(text);
        }
        catch {
            return;
        }
        if (!(0,json/* isJsonObject */.O)(value))
            return;
        const message = value["message"];
        const usage = (0,json/* isJsonObject */.O)(message) && (0,json/* isJsonObject */.O)(message["usage"]) ? message["usage"] : value["usage"];
        if ((0,json/* isJsonObject */.O)(usage))
            this.#found = merge(this.#found, usage);
    }
}
function merge(before, found) {
    const count = (name, known) => typeof found[name] === "number" ? found[name] : (known ?? 0);
    const kept = found["cache_creation"];
    const long = (0,json/* isJsonObject */.O)(kept) ? kept["ephemeral_1h_input_tokens"] : before?.cacheWriteLong;
    return {
        input: count("input_tokens", before?.input),
        output: count("output_tokens", before?.output),
        cacheRead: count("cache_read_input_tokens", before?.cacheRead),
        cacheWrite: count("cache_creation_input_tokens", before?.cacheWrite),
        ...(typeof long === "number" ? { cacheWriteLong: long } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/agent/gateway.js







const LARGEST_BODY = 32 * 1024 * 1024;
/**
 * Stands between a program and the model (S2, R10): it adds the key, which the program never sees, and sets the worst case of each request
 * aside before it leaves, as our own loop does. A request that doesn't fit the budget gets an error that the program doesn't retry.
 */
async function openGateway(context, model) {
    const provider = await context.models(model);
    const forward = provider.forward?.bind(provider);
    if (forward === undefined) {
        throw new errors/* PawlError */.p({
            code: "model.no_gateway",
            kind: "permanent",
            message: `The model provider ${provider.name} can't serve another program`,
            remedy: "Use a claude step instead.",
        });
    }
    const token = `pawl-${(0,external_node_crypto_.randomBytes)(24).toString("hex")}`;
    let cost = prices/* NO_COST */.WR;
    let answeredBy = provider.name;
    let refusal;
    const serve = async (request, response) => {
        if (!isAllowed(request, token))
            return sendError(response, 401, "authentication_error", "not this step's key");
        const url = request.url ?? "/";
        const paid = /^\/v1\/messages(?:\?|$)/.test(url) && request.method === "POST";
        if (!paid && !url.startsWith("/v1/messages/count_tokens"))
            return sendError(response, 404, "not_found_error", "not served here");
        const body = await readBody(request);
        if (body === undefined)
            return sendError(response, 413, "request_too_large", "the request is too large");
        const asked = parse(body);
        const askedModel = typeof asked["model"] === "string" ? asked["model"] : model;
        const maxTokens = typeof asked["max_tokens"] === "number" ? asked["max_tokens"] : 0;
        const unlisted = paid ? unlistedPrice(asked) : undefined;
        if (unlisted !== undefined) {
            await context.refused(`model request with ${unlisted}`, "its price isn't in the list, so no budget could be kept");
            return sendError(response, 400, "invalid_request_error", `${unlisted} can't be used here`);
        }
        let reservation;
        if (paid) {
            try {
                reservation = await context.reserve((0,prices/* worstCaseOfBytes */.Qb)(askedModel, body.length, maxTokens, cacheKind(body)));
            }
            catch (thrown) {
                refusal = (0,errors/* toPawlError */.e)(thrown);
                return sendError(response, 400, "invalid_request_error", refusal.message);
            }
        }
        const reader = new UsageReader();
        const breaker = (0,model_breaker/* modelBreaker */.u)(context, provider, askedModel);
        try {
            await breaker.check();
            const answer = await forward({ method: request.method ?? "GET", path: url, headers: textHeaders(request), body }, context.signal);
            answeredBy = answer.provider;
            await pass(answer, response, reader);
            if (answer.status < 300)
                await breaker.note(undefined);
            else if (answer.status >= 500)
                await breaker.note(noAnswer(askedModel, answer.status));
        }
        catch (thrown) {
            const error = (0,errors/* toPawlError */.e)(thrown);
            await breaker.note(error);
            if (!response.headersSent)
                sendError(response, 529, "overloaded_error", error.message);
            response.destroy();
        }
        finally {
            await settle(reservation, askedModel, reader.usage);
        }
    };
    const settle = async (reservation, askedModel, usage) => {
        if (reservation === undefined)
            return;
        if (usage === undefined)
            return reservation.release();
        const spent = (0,prices/* costOf */.ho)(askedModel, usage);
        cost = (0,prices/* addCost */.nv)(cost, spent);
        await reservation.settle(spent, askedModel);
    };
    const pending = new Set();
    const handle = (request, response) => {
        const served = serve(request, response).catch(() => void response.destroy());
        pending.add(served);
        void served.finally(() => pending.delete(served));
    };
    const server = (0,external_node_http_.createServer)(handle);
    await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
    return {
        port: server.address().port,
        token,
        cost: () => cost,
        provider: () => answeredBy,
        refusal: () => refusal,
        async [Symbol.asyncDispose]() {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
            // What is on its way is settled before the step ends: its money must not stay set aside.
            await Promise.all(pending);
        },
    };
}
/** Tools that the program itself runs; those the provider runs cost by the call, or bring a prompt nobody has measured. */
const OWN_TOOLS = /^(?:custom|bash_|text_editor_|memory_|computer_)/;
/** What of a request is charged otherwise than the price list says: pricing page, "Feature-specific pricing". */
function unlistedPrice(asked) {
    const { speed, inference_geo: place, service_tier: tier, tools, mcp_servers: servers, container } = asked;
    if (speed !== undefined && speed !== "standard")
        return `speed ${JSON.stringify(speed)}`;
    if (place !== undefined && place !== null && place !== "global")
        return `inference_geo ${JSON.stringify(place)}`;
    if (tier !== undefined && tier !== "auto" && tier !== "standard_only")
        return `service_tier ${JSON.stringify(tier)}`;
    if (Array.isArray(servers) && servers.length > 0)
        return "mcp_servers";
    if (container !== undefined && container !== null)
        return "a container";
    for (const tool of Array.isArray(tools) ? tools : []) {
        const type = (0,json/* isJsonObject */.O)(tool) ? tool["type"] : undefined;
        if (typeof type === "string" && !OWN_TOOLS.test(type))
            return `the tool ${type}`;
    }
    return undefined;
}
/** Whether any part of the prompt is to be cached for an hour, wherever the mark stands. */
function cacheKind(body) {
    return /"ttl"\s*:\s*"1h"/.test(body.toString("utf8")) ? "cacheWriteLong" : "cacheWrite";
}
function noAnswer(model, status) {
    return new errors/* PawlError */.p({
        code: "model.unavailable",
        kind: "transient",
        message: `${model} doesn't answer (${status})`,
    });
}
function isAllowed(request, token) {
    const given = request.headers["x-api-key"] ?? request.headers.authorization?.replace(/^Bearer /i, "") ?? "";
    const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}
async function pass(answer, response, reader) {
    response.writeHead(answer.status, { ...answer.headers });
    for await (const chunk of answer.body) {
        if (answer.status < 300)
            reader.write(chunk);
        if (!response.write(chunk))
            await new Promise((resolve) => response.once("drain", resolve).once("close", resolve));
    }
    reader.end();
    response.end();
}
async function readBody(request) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of request) {
        bytes += chunk.length;
        if (bytes > LARGEST_BODY)
            return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function parse(body) {
    try {
        const value = JSON.parse(body.toString("utf8"));
        return (0,json/* isJsonObject */.O)(value) ? value : {};
    }
    catch {
        return {};
    }
}
function textHeaders(request) {
    return Object.fromEntries(Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
function sendError(response, status, type, message) {
    response
        .writeHead(status, { "content-type": "application/json", "x-should-retry": "false" })
        .end(JSON.stringify({ type: "error", error: { type, message } }));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/agent/program-memory.js


/** What of a program's conversation is kept; a longer one begins anew in the next round. */
const LARGEST_MEMORY = 4 * 1024 * 1024;
/**
 * Reads what the program remembers. The step's directory doesn't outlive its verification, nor a crash, nor this machine: the journal does,
 * so it is kept there.
 */
async function readMemory(configDirectory) {
    const memory = {};
    let bytes = 0;
    const entries = await (0,promises_.readdir)(external_node_path_.join(configDirectory, "projects"), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        if (!entry.isFile() || !/\.jsonl?$/.test(entry.name))
            continue;
        const file = external_node_path_.join(entry.parentPath, entry.name);
        const text = await (0,promises_.readFile)(file, "utf8");
        bytes += text.length;
        if (bytes > LARGEST_MEMORY)
            return {};
        memory[external_node_path_.relative(configDirectory, file)] = text;
    }
    return memory;
}
/** Puts back what the program remembered; false where there is nothing to remember. */
async function writeMemory(configDirectory, memory) {
    await (0,promises_.mkdir)(configDirectory, { recursive: true });
    for (const [name, text] of Object.entries(memory)) {
        const file = external_node_path_.join(configDirectory, name);
        if (!external_node_path_.resolve(file).startsWith(`${external_node_path_.resolve(configDirectory)}${external_node_path_.sep}`))
            continue;
        await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
        await (0,promises_.writeFile)(file, text);
    }
    return Object.keys(memory).length > 0;
}

;// CONCATENATED MODULE: ./lib/agent/claude-code.js
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







/** Our tools by the names the program has for them. */
const TOOL_NAMES = {
    read: "Read",
    glob: "Glob",
    grep: "Grep",
    edit: "Edit",
    write: "Write",
    bash: "Bash",
};
/**
 * The program's path as its own sandbox sees it, and its version; undefined where it isn't there or can't run under the step's profile.
 */
async function findClaudeCode(context, settings) {
    const program = (0,fields/* textField */.M8)(context.config, "program", "claude");
    const result = await runInSandbox(context, settings, program, ["--version"], { timeoutMs: 60_000 }).catch((thrown) => {
        // A profile that can't be enforced refuses the step itself, not the program.
        if (thrown instanceof errors/* PawlError */.p && thrown.kind === "policy")
            throw thrown;
        return undefined;
    });
    if (result?.exitCode !== 0)
        return undefined;
    return { program, version: result.stdout.trim().split(/\s/)[0] ?? "" };
}
/**
 * Runs the program once, headless, in the step's sandbox, with the gateway as its only way to the model.
 *
 * @param session a UUID of this step's conversation; gone on with where the program still has it
 */
async function runClaudeCode(context, settings, call) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const gateway = __addDisposableResource(env_1, await openGateway(context, settings.model), true);
        const reader = readProgramStream(context, settings);
        const resumed = await writeMemory(configDirectory(context), call.memory);
        const prompt = resumed || call.task === undefined ? call.prompt : `${call.prompt}\n\nThe task was:\n\n${call.task}`;
        const result = await runInSandbox(context, settings, call.program, programArguments(context, settings, call, resumed), {
            stdin: prompt,
            gateway,
            onLine: (line) => reader.line(line),
        });
        for (const violation of result.violations)
            await context.refused(violation, `security profile ${settings.profile ?? "none"}`);
        return {
            ...reader.finish(),
            memory: await readMemory(configDirectory(context)),
            cost: gateway.cost(),
            provider: gateway.provider(),
            error: gateway.refusal() ?? reader.error(result),
        };
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
function programArguments(context, settings, call, resumed) {
    const tools = settings.tools.flatMap((tool) => TOOL_NAMES[tool] ?? []);
    const servers = (0,fields/* objectField */.qV)(context.config, "mcp_servers");
    const serverTools = Object.keys(servers).map((name) => `mcp__${name}`);
    return [
        "-p",
        "--bare",
        "--output-format",
        "stream-json",
        "--verbose",
        "--model",
        settings.model,
        ...(settings.fallbackModel === undefined ? [] : ["--fallback-model", settings.fallbackModel]),
        "--max-turns",
        String(settings.maxTurns),
        "--append-system-prompt",
        call.system,
        "--tools",
        tools.join(","),
        "--allowed-tools",
        [...tools, ...serverTools].join(","),
        "--strict-mcp-config",
        ...(serverTools.length === 0 ? [] : ["--mcp-config", JSON.stringify({ mcpServers: mcpConfig(servers) })]),
        ...(resumed ? ["--resume", call.session] : ["--session-id", call.session]),
    ];
}
function mcpConfig(servers) {
    return Object.fromEntries(Object.entries(servers).map(([name, value]) => {
        const server = (0,json/* isJsonObject */.O)(value) ? value : {};
        const url = (0,fields/* textField */.M8)(server, "url");
        return [name, url === "" ? server : { type: "http", url, headers: (0,fields/* objectField */.qV)(server, "headers") }];
    }));
}
function configDirectory(context) {
    return external_node_path_.join(context.temporaryDirectory, "claude-code");
}
async function runInSandbox(context, settings, program, args, options) {
    const { gateway } = options;
    let pending = "";
    const searchPath = context.env["PATH"];
    const result = await context.sandbox.run({
        argv: [program, ...args],
        cwd: context.workspace.root,
        env: {
            ...context.env,
            ...(external_node_path_.isAbsolute(program)
                ? { PATH: `${external_node_path_.dirname(program)}:${searchPath ?? "/usr/local/bin:/usr/bin:/bin"}` }
                : {}),
            HOME: context.temporaryDirectory,
            TMPDIR: context.temporaryDirectory,
            CLAUDE_CONFIG_DIR: configDirectory(context),
            CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
            DISABLE_AUTOUPDATER: "1",
            ...(gateway === undefined
                ? {}
                : { ANTHROPIC_BASE_URL: `http://127.0.0.1:${gateway.port}`, ANTHROPIC_API_KEY: gateway.token }),
        },
        ...(settings.profile === undefined ? {} : { profile: settings.profile }),
        ...(gateway === undefined ? {} : { bridges: [gateway.port] }),
        ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
        ...(context.workspace.linked === undefined ? {} : { readable: context.workspace.linked }),
        writable: [context.temporaryDirectory],
        ...(options.timeoutMs === undefined
            ? context.step.timeoutMs === undefined
                ? {}
                : { timeoutMs: context.step.timeoutMs }
            : { timeoutMs: options.timeoutMs }),
        outputLimit: 64 * 1024,
        shownLimit: Number.POSITIVE_INFINITY,
        signal: context.signal,
        onOutput: (stream, text) => {
            if (stream !== "stdout" || options.onLine === undefined)
                return;
            const lines = (pending + text).split("\n");
            pending = lines.pop() ?? "";
            for (const line of lines)
                options.onLine(line);
        },
    });
    if (pending !== "")
        options.onLine?.(pending);
    return result;
}

// EXTERNAL MODULE: ./lib/agent/conversation.js
var agent_conversation = __webpack_require__(37626);
// EXTERNAL MODULE: ./lib/agent/defaults.js
var defaults = __webpack_require__(50403);
// EXTERNAL MODULE: ./lib/agent/loop.js + 6 modules
var loop = __webpack_require__(54667);
// EXTERNAL MODULE: ./lib/agent/outcome.js + 1 modules
var outcome = __webpack_require__(76099);
// EXTERNAL MODULE: ./lib/agent/prompt.js
var agent_prompt = __webpack_require__(66847);
// EXTERNAL MODULE: ./lib/agent/settings.js
var agent_settings = __webpack_require__(65044);
// EXTERNAL MODULE: ./lib/agent/verification.js
var agent_verification = __webpack_require__(62670);
// EXTERNAL MODULE: ./lib/agent/work.js + 2 modules
var work = __webpack_require__(63036);
;// CONCATENATED MODULE: ./lib/agent/claude-code-work.js













/** Runs the program, or the built-in loop where it isn't installed. */
async function runWithClaudeCode(context) {
    // The built-in loop had begun: it goes on, whatever is installed now.
    if (context.checkpoints.some(({ kind }) => kind === "begun"))
        return (0,work.runAgent)(context);
    const settings = await (0,agent_settings/* agentSettings */.t)(context);
    const found = await findClaudeCode(context, settings);
    if (found !== undefined)
        return claude_code_work_work(context, settings, found, roundsOf(context), 1);
    const install = `npm install -g ${defaults/* CLAUDE_CODE_PACKAGE */.Kn}`;
    if ((0,fields/* booleanField */.hQ)(context.config, "required", false)) {
        throw new errors/* PawlError */.p({
            code: "claude_code.missing",
            kind: "policy",
            message: `Step ${context.path} requires Claude Code, which isn't installed here or can't run under its security profile`,
            remedy: `Install it: ${install}`,
        });
    }
    await context.decided("substitute", `Claude Code isn't installed here (${install}); the built-in loop takes the step`, {
        wanted: "claude_code",
        used: "claude",
    });
    return (0,work.runAgent)(context);
}
/** Takes up what a verification gave. */
async function joinWithClaudeCode(context, frames) {
    if (!context.checkpoints.some(({ kind }) => kind === "program"))
        return (0,work.joinAgent)(context, frames);
    const settings = await (0,agent_settings/* agentSettings */.t)(context);
    const rounds = roundsOf(context);
    const verification = (0,agent_verification/* lastVerification */.MW)(frames);
    if (verification === undefined)
        return runWithClaudeCode(context);
    const { round, frame } = verification;
    if (frame.status === "cancelled") {
        throw new errors/* PawlError */.p({ code: "step.cancelled", kind: "cancelled", message: `Step ${context.path} was cancelled` });
    }
    const found = await findClaudeCode(context, settings);
    const version = found?.version ?? "";
    if (frame.status === "completed")
        return (0,outcome/* succeed */.Py)(context, await stateOf(context, settings, rounds, round, version));
    if (round >= settings.verifyAttempts || found === undefined) {
        const error = new errors/* PawlError */.p({
            code: "agent.verification_failed",
            kind: "permanent",
            message: `The work of step ${context.path} didn't pass its verification in ${round} ${round === 1 ? "attempt" : "attempts"}`,
            remedy: "Read the transcript and the patch among the artifacts; raise verify_attempts or the budget, or make the task smaller.",
        });
        return (0,outcome/* fail */.fJ)(context, await stateOf(context, settings, rounds, round, version), error);
    }
    const feedback = (0,agent_verification/* verificationFeedback */.XT)(frame, (text) => context.redactor.redact(text));
    return claude_code_work_work(context, settings, found, rounds, round + 1, feedback);
}
/** Calls the program (once more when its result is wrong), and opens the verification, or ends the step. */
async function claude_code_work_work(context, settings, found, before, verifyRound, told) {
    const task = await (0,agent_prompt/* renderPrompt */.n)(context);
    let rounds = before;
    let next = told ?? withSchema(task.prompt, settings);
    for (let repairs = 0;; repairs++) {
        const session = rounds.at(-1)?.session ?? (0,external_node_crypto_.randomUUID)();
        const called = await runClaudeCode(context, settings, {
            program: found.program,
            system: task.system,
            prompt: next,
            session,
            memory: rounds.at(-1)?.memory ?? {},
            task: rounds.length === 0 ? undefined : task.prompt,
        });
        const round = await keep(context, called, next, session);
        rounds = [...rounds, round];
        const { error } = called;
        if (error !== undefined) {
            if (error.kind !== "permanent" && error.kind !== "policy")
                throw error;
            return (0,outcome/* fail */.fJ)(context, await stateOf(context, settings, rounds, verifyRound - 1, found.version), error);
        }
        const { problem } = (0,loop/* resultOf */.Bg)(conversationFrom(rounds, task), settings);
        if (problem === undefined)
            break;
        if (repairs >= 1) {
            const wrong = new errors/* PawlError */.p({
                code: "agent.no_result",
                kind: "permanent",
                message: `Claude Code gave no valid result in step ${context.path}: ${problem}`,
                remedy: "Make the output_schema or the prompt clearer.",
            });
            return (0,outcome/* fail */.fJ)(context, await stateOf(context, settings, rounds, verifyRound - 1, found.version), wrong);
        }
        next = `Your result is missing or wrong: ${problem}. End with the whole result in a \`\`\`json block.`;
    }
    if ((context.step.bodies["verify"] ?? []).length === 0)
        return (0,outcome/* succeed */.Py)(context, await stateOf(context, settings, rounds, 0, found.version));
    return {
        status: "expanded",
        frames: [{ key: (0,agent_verification/* verifyKey */.rK)(verifyRound), body: "verify", names: { attempt: verifyRound } }],
        maxParallel: 1,
    };
}
function withSchema(prompt, settings) {
    if (settings.outputSchema === undefined)
        return prompt;
    return `${prompt}\n\nEnd with your result in a \`\`\`json block that matches this JSON Schema:\n${JSON.stringify(settings.outputSchema)}`;
}
async function keep(context, called, prompt, session) {
    const round = {
        prompt,
        session,
        turns: called.turns,
        text: called.text,
        denied: called.denied,
        cost: called.cost,
        provider: called.provider,
        memory: called.memory,
    };
    await context.checkpoint("program", round, { snapshot: true });
    return round;
}
function roundsOf(context) {
    // The engine gives back what `keep` journaled.
    return context.checkpoints.flatMap(({ kind, data }) => (kind === "program" ? [data] : []));
}
function conversationFrom(rounds, task) {
    let conversation = (0,agent_conversation/* conversationOf */.$y)([]);
    for (const [index, round] of rounds.entries()) {
        const opening = index === 0
            ? { kind: "begun", data: { system: task.system, history: [], prompt: round.prompt } }
            : { kind: "told", data: { text: round.prompt, why: "verify", round: index } };
        conversation = [opening, ...round.turns].reduce(agent_conversation/* addTurn */.pl, conversation);
    }
    const last = rounds.at(-1);
    return {
        ...conversation,
        lastText: last?.text ?? conversation.lastText,
        provider: last?.provider ?? "",
        denied: [...new Set(rounds.flatMap(({ denied }) => denied))],
        cost: rounds.reduce((sum, { cost }) => (0,prices/* addCost */.nv)(sum, cost), prices/* NO_COST */.WR),
    };
}
async function stateOf(context, settings, rounds, verifyRounds, version) {
    const extra = { program: "claude_code", program_version: version };
    return {
        conversation: conversationFrom(rounds, await (0,agent_prompt/* renderPrompt */.n)(context)),
        settings,
        patch: await (0,outcome/* patchOf */.gn)(context),
        verifyRounds,
        extra,
    };
}


/***/ })

};
