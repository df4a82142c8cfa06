export const id = 3610;
export const ids = [3610];
export const modules = {

/***/ 23610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAnthropicProvider: () => (/* binding */ createAnthropicProvider)
});

// EXTERNAL MODULE: ./node_modules/@anthropic-ai/sdk/client.mjs + 197 modules
var sdk_client = __webpack_require__(86625);
// EXTERNAL MODULE: ./node_modules/@anthropic-ai/sdk/core/error.mjs
var error = __webpack_require__(25064);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
;// CONCATENATED MODULE: ./lib/adapters/model-provider/assemble.js


/**
 * Puts a streamed answer together. An answer whose stream ends before `message_stop` is `model.bad_response` (transient), with the tokens
 * counted so far in `details.usage`: they are paid for.
 */
async function assemble(events, onText) {
    const blocks = new Map();
    let model = "";
    let stopReason = null;
    let usage = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
    let complete = false;
    let failure;
    try {
        for await (const event of events) {
            switch (event.type) {
                case "message_start":
                    model = event.message.model;
                    usage = mergeUsage(usage, event.message.usage);
                    break;
                case "content_block_start":
                    blocks.set(event.index, startBlock(event.content_block));
                    break;
                case "content_block_delta":
                    grow(blocks.get(event.index), event.delta, onText);
                    break;
                case "message_delta":
                    stopReason = event.delta.stop_reason;
                    usage = mergeUsage(usage, event.usage);
                    break;
                case "message_stop":
                    complete = true;
                    break;
                case "content_block_stop":
                    break;
            }
        }
    }
    catch (thrown) {
        failure = thrown;
    }
    if (!complete || stopReason === null)
        throw brokenStream(usage, failure);
    return { model, content: [...blocks.values()].flatMap(finishBlock), stopReason: knownStop(stopReason), usage };
}
function startBlock(block) {
    return {
        type: block.type,
        id: block.id ?? "",
        name: block.name ?? "",
        text: block.text ?? block.thinking ?? block.data ?? "",
        signature: "",
    };
}
function grow(block, delta, onText) {
    if (block === undefined)
        return;
    block.text += delta.text ?? delta.partial_json ?? delta.thinking ?? "";
    block.signature += delta.signature ?? "";
    if (delta.type === "text_delta" && delta.text !== undefined)
        onText?.(delta.text);
}
function finishBlock(block) {
    switch (block.type) {
        case "text":
            // The API refuses empty text when it is sent back.
            return block.text === "" ? [] : [{ type: "text", text: block.text }];
        case "thinking":
            return [{ type: "thinking", thinking: block.text, signature: block.signature }];
        case "redacted_thinking":
            return [{ type: "redacted_thinking", data: block.text }];
        case "tool_use": {
            const input = parseObject(block.text === "" ? "{}" : block.text);
            return [
                {
                    type: "tool_use",
                    id: block.id,
                    name: block.name,
                    input: input ?? {},
                    ...(input === undefined ? { malformed: block.text } : {}),
                },
            ];
        }
        default:
            return [];
    }
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,json/* isJsonObject */.O)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function mergeUsage(before, found) {
    return {
        input: found.input_tokens ?? before.input,
        output: found.output_tokens ?? before.output,
        cacheRead: found.cache_read_input_tokens ?? before.cacheRead,
        cacheWrite: found.cache_creation_input_tokens ?? before.cacheWrite,
    };
}
function knownStop(reason) {
    switch (reason) {
        case "end_turn":
        case "tool_use":
        case "max_tokens":
        case "stop_sequence":
        case "refusal":
        case "pause_turn":
            return reason;
        case "model_context_window_exceeded":
            return "max_tokens";
        default:
            return "end_turn";
    }
}
function brokenStream(usage, cause) {
    const reason = cause instanceof Error ? cause.message : "it ended in the middle of a message";
    return new errors/* PawlError */.p({
        code: "model.bad_response",
        kind: "transient",
        message: `The model's answer broke off: ${reason}`,
        remedy: "The request is sent again while the step's retries last.",
        details: { usage: { ...usage } },
        ...(cause === undefined ? {} : { cause }),
    });
}

;// CONCATENATED MODULE: ./lib/adapters/model-provider/errors.js


/** What the SDK threw, as one of the port's errors: who may try again, and when. */
function modelError(thrown, model, signal) {
    if (thrown instanceof error/* APIUserAbortError */.cH || signal?.aborted === true) {
        return new errors/* PawlError */.p({
            code: "model.cancelled",
            kind: "cancelled",
            message: "The request to the model was cancelled",
            cause: thrown,
        });
    }
    if (thrown instanceof errors/* PawlError */.p)
        return thrown;
    if (thrown instanceof error/* APIConnectionError */.xX) {
        return errors_error(thrown, {
            code: "model.unreachable",
            kind: "transient",
            message: `The model can't be reached: ${rootMessage(thrown)}`,
            remedy: "Check the network and ANTHROPIC_BASE_URL.",
        });
    }
    if (thrown instanceof error/* APIError */.LG)
        return statusError(thrown, model);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return errors_error(thrown, {
        code: "model.bad_response",
        kind: "transient",
        message: `The model's answer can't be read: ${message}`,
    });
}
function statusError(thrown, model) {
    const said = thrown.apiMessage ?? thrown.message;
    const status = thrown.status ?? 0;
    const retryAfterMs = retryAfter(thrown.headers);
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    if (status === 401 || status === 403) {
        return errors_error(thrown, {
            code: "model.auth",
            kind: "permanent",
            message: `The model provider refused the key (${status}): ${said}`,
            remedy: "Set ANTHROPIC_API_KEY (in an action: the input anthropic_api_key) to a key that may use this model.",
        });
    }
    if (status === 429) {
        return errors_error(thrown, {
            code: "model.rate_limited",
            kind: "transient",
            message: `The model provider limits the rate of requests (429): ${said}`,
            ...wait,
        });
    }
    if (status === 529 || thrown.type === "overloaded_error") {
        return errors_error(thrown, {
            code: "model.overloaded",
            kind: "transient",
            message: `The model is overloaded (${status}): ${said}`,
            ...wait,
        });
    }
    if (status >= 500 || status === 408 || status === 409) {
        return errors_error(thrown, {
            code: "model.unavailable",
            kind: "transient",
            message: `The model provider failed (${status}): ${said}`,
            ...wait,
        });
    }
    if (status === 404) {
        return errors_error(thrown, {
            code: "model.unknown",
            kind: "permanent",
            message: `The model provider doesn't know the model "${model}": ${said}`,
            remedy: "Correct the step's `model`.",
        });
    }
    return errors_error(thrown, {
        code: "model.invalid_request",
        kind: "permanent",
        message: `The model provider refused the request (${status}): ${said}`,
    });
}
function errors_error(cause, details) {
    return new errors/* PawlError */.p({ ...details, cause });
}
/** `retry-after-ms` in milliseconds, or `retry-after` in seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter(headers) {
    const ms = Number(headers?.get("retry-after-ms") ?? Number.NaN);
    if (Number.isFinite(ms) && ms >= 0)
        return ms;
    const text = headers?.get("retry-after");
    if (text == null)
        return undefined;
    const seconds = Number(text);
    if (Number.isFinite(seconds))
        return Math.max(0, seconds * 1_000);
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
function rootMessage(thrown) {
    let at = thrown;
    while (at instanceof Error && at.cause !== undefined)
        at = at.cause;
    return at instanceof Error ? at.message : thrown.message;
}

;// CONCATENATED MODULE: ./lib/adapters/model-provider/forward.js


/** Headers of the other program's request that mean something to the API; its own key is none of them. */
const PASSED_ON = ["content-type", "accept", "anthropic-version", "anthropic-beta"];
/** Headers of the answer that mean something to the program. Lengths and encodings are left to this side's connection. */
const PASSED_BACK = /^(?:content-type|request-id|retry-after|retry-after-ms|x-should-retry|x-pawl-model|anthropic-.*)$/;
/** Sends a request on with our key. Throws as `ModelProvider.forward` says. */
async function forwardRequest(request, to, signal) {
    const headers = Object.fromEntries(PASSED_ON.flatMap((name) => {
        const value = request.headers[name];
        return value === undefined ? [] : [[name, value]];
    }));
    let response;
    try {
        response = await fetch(`${to.baseUrl.replace(/\/$/, "")}${request.path}`, {
            method: request.method,
            headers: { ...headers, authorization: `Bearer ${to.apiKey}` },
            ...(request.method === "GET" || request.method === "HEAD" ? {} : { body: Buffer.from(request.body) }),
            signal,
            redirect: "error",
        });
    }
    catch (thrown) {
        throw modelError(new error/* APIConnectionError */.xX({ cause: thrown instanceof Error ? thrown : new Error(String(thrown)) }), "", signal);
    }
    return {
        status: response.status,
        headers: Object.fromEntries([...response.headers].filter(([name]) => PASSED_BACK.test(name))),
        body: response.body ?? emptyBody(),
    };
}
async function* emptyBody() { }

;// CONCATENATED MODULE: ./lib/adapters/model-provider/rate-limits.js


/** A wait longer than this is no queue any more: the request fails at once with `model.rate_limited`, and the engine plans the retry. */
const LONGEST_WAIT_MS = 120_000;
const LIMITS = ["requests", "tokens", "input-tokens", "output-tokens"];
/**
 * One queue for everything that shares a key: when an answer says that nothing is left until a time, or asks to come back later, all wait.
 * Headers: docs of the Messages API, "Rate limits", `anthropic-ratelimit-*-remaining` and `-reset` (RFC 3339).
 */
function createRateLimitGate(log) {
    let openAt = 0;
    return {
        async enter(signal) {
            const waitMs = openAt - Date.now();
            if (waitMs <= 0)
                return;
            if (waitMs > LONGEST_WAIT_MS) {
                throw new errors/* PawlError */.p({
                    code: "model.rate_limited",
                    kind: "transient",
                    message: `The model provider asked for a pause of ${Math.ceil(waitMs / 1_000)} s`,
                    retryAfterMs: waitMs,
                });
            }
            log.info(`Waiting ${Math.ceil(waitMs / 1_000)} s: the model provider's rate limit is used up.`);
            await sleep(waitMs, signal);
        },
        observe(headers, status) {
            const asked = status === 429 || status === 529 ? retryAfter(headers) : undefined;
            if (asked !== undefined)
                openAt = Math.max(openAt, Date.now() + asked);
            for (const limit of LIMITS) {
                if (headers.get(`anthropic-ratelimit-${limit}-remaining`) !== "0")
                    continue;
                const reset = Date.parse(headers.get(`anthropic-ratelimit-${limit}-reset`) ?? "");
                if (!Number.isNaN(reset))
                    openAt = Math.max(openAt, reset);
            }
        },
    };
}
function sleep(ms, signal) {
    return new Promise((resolve, reject) => {
        const done = () => {
            signal?.removeEventListener("abort", abort);
            resolve();
        };
        const timer = setTimeout(done, ms);
        const abort = () => {
            clearTimeout(timer);
            reject(new DOMException("The wait for the model was cancelled", "AbortError"));
        };
        if (signal?.aborted === true)
            abort();
        else
            signal?.addEventListener("abort", abort, { once: true });
    });
}

;// CONCATENATED MODULE: ./lib/adapters/model-provider/request.js
const CACHED = { cache_control: { type: "ephemeral" } };
/**
 * A request in the Messages API's own form. With caching, three of the four breakpoints the API allows are set: after the system text (which
 * covers the tools before it), and after the last two user messages, so that every turn of a loop reads the whole prefix of the turn before
 * and writes only what is new.
 */
function requestParameters(request, caching) {
    const users = request.messages.flatMap((message, index) => (message.role === "user" ? [index] : []));
    const breakpoints = new Set(caching ? users.slice(-2) : []);
    return {
        model: request.model,
        max_tokens: request.maxTokens,
        stream: true,
        ...(request.system === "" ? {} : { system: [{ type: "text", text: request.system, ...(caching ? CACHED : {}) }] }),
        messages: request.messages.map((message, index) => messageParameter(message, breakpoints.has(index))),
        ...(request.tools.length === 0
            ? {}
            : {
                tools: request.tools.map(({ name, description, input_schema }) => ({
                    name,
                    description,
                    input_schema: { type: "object", ...input_schema },
                })),
            }),
        ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    };
}
function messageParameter(message, cached) {
    const last = message.content.length - 1;
    return {
        role: message.role,
        content: message.content.map((block, index) => blockParameter(block, cached && index === last)),
    };
}
function blockParameter(block, cached) {
    const mark = cached ? CACHED : {};
    switch (block.type) {
        case "text":
            return { type: "text", text: block.text, ...mark };
        case "tool_use":
            return { type: "tool_use", id: block.id, name: block.name, input: block.input };
        case "tool_result":
            return {
                type: "tool_result",
                tool_use_id: block.tool_use_id,
                content: block.content,
                ...(block.is_error === true ? { is_error: true } : {}),
                ...mark,
            };
        case "thinking":
            return { type: "thinking", thinking: block.thinking, signature: block.signature };
        default:
            return { type: "redacted_thinking", data: block.data };
    }
}

;// CONCATENATED MODULE: ./lib/adapters/model-provider/anthropic.js






/** The header by which a scripted Messages API (the demo, the tests) says that no model answered. */
const MODEL_HEADER = "x-pawl-model";
/** A connection that says nothing for this long is given up. */
const REQUEST_TIMEOUT_MS = 10 * 60_000;
/**
 * Claude through the official SDK: streaming, prompt caching, rate-limit headers respected across everything that shares this provider.
 * It doesn't retry by itself: what happens after a failed request is the agent's decision, because it is money.
 */
function createAnthropicProvider(options) {
    const client = new sdk_client/* Anthropic */.N({
        apiKey: options.apiKey,
        // Without these the SDK would look for other credentials in the environment and in the home directory.
        authToken: null,
        ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
        maxRetries: 0,
        timeout: REQUEST_TIMEOUT_MS,
        logLevel: "off",
    });
    const gate = createRateLimitGate(options.log);
    let name = "anthropic";
    return {
        endpoint: client.baseURL,
        get name() {
            return name;
        },
        async forward(request, signal) {
            await gate.enter(signal);
            const answer = await forwardRequest(request, { baseUrl: client.baseURL, apiKey: options.apiKey }, signal);
            const headers = new Headers(answer.headers);
            gate.observe(headers, answer.status);
            name = headers.get(MODEL_HEADER) === "scripted" ? "scripted" : "anthropic";
            return { ...answer, provider: name };
        },
        async send(request, stream) {
            await gate.enter(stream.signal);
            let provider = name;
            try {
                const { data, response, request_id: requestId, } = await client.messages
                    .create(requestParameters(request, options.promptCaching ?? true), stream.signal === undefined ? {} : { signal: stream.signal })
                    .withResponse();
                provider = response.headers.get(MODEL_HEADER) === "scripted" ? "scripted" : "anthropic";
                name = provider;
                gate.observe(response.headers);
                const assembled = await assemble(data, stream.onText);
                return { ...assembled, provider, ...(requestId == null ? {} : { requestId }) };
            }
            catch (thrown) {
                if (thrown instanceof error/* APIError */.LG && thrown.headers !== undefined)
                    gate.observe(thrown.headers, thrown.status);
                throw modelError(thrown, request.model, stream.signal);
            }
        },
    };
}


/***/ })

};
