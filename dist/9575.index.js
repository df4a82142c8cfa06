export const id = 9575;
export const ids = [9575];
export const modules = {

/***/ 79575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createMcpToolServers: () => (/* binding */ createMcpToolServers)
});

// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/sdk/dist/esm/client/index.js + 31 modules
var esm_client = __webpack_require__(30063);
// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/sdk/dist/esm/client/streamableHttp.js + 11 modules
var streamableHttp = __webpack_require__(31502);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: ./lib/kernel/fields.js
var fields = __webpack_require__(81336);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/sdk/dist/esm/shared/stdio.js
var stdio = __webpack_require__(6224);
;// CONCATENATED MODULE: ./lib/adapters/tool-servers/sandbox-transport.js

/** A message longer than this isn't waited for. */
const LONGEST_MESSAGE = 8 * 1024 * 1024;
/** MCP over the standard streams of a program that runs in the step's own sandbox, and ends with it. */
function createSandboxTransport(spec, place) {
    const outbox = messageQueue();
    const stop = new AbortController();
    let pending = "";
    const transport = {
        async start() {
            void place.sandbox
                .run({
                argv: spec.command,
                cwd: place.cwd,
                env: { ...spec.env, TMPDIR: place.temporaryDirectory },
                stdin: outbox.messages,
                ...(place.profile === undefined ? {} : { profile: place.profile }),
                writable: [place.temporaryDirectory],
                graceMs: 1_000,
                outputLimit: 64 * 1024,
                shownLimit: Number.POSITIVE_INFINITY,
                signal: AbortSignal.any([place.signal, stop.signal]),
                onOutput: (stream, text) => {
                    if (stream === "stdout")
                        receive(text);
                },
            })
                .then(({ stderr }) => {
                if (stderr !== "" && !stop.signal.aborted)
                    transport.onerror?.(new Error(stderr.trim().slice(-500)));
            }, (thrown) => transport.onerror?.(thrown instanceof Error ? thrown : new Error(String(thrown))))
                .finally(() => transport.onclose?.());
        },
        async send(message) {
            outbox.push((0,stdio/* serializeMessage */.Ex)(message));
        },
        async close() {
            outbox.end();
            stop.abort();
        },
    };
    const receive = (text) => {
        pending += text;
        if (pending.length > LONGEST_MESSAGE)
            pending = "";
        const lines = pending.split("\n");
        pending = lines.pop() ?? "";
        for (const line of lines) {
            try {
                transport.onmessage?.((0,stdio/* deserializeMessage */.b_)(line));
            }
            catch {
                // Servers print greetings and warnings where only messages belong; they are no messages.
            }
        }
    };
    return transport;
}
/** What is pushed, in order, as an async iteration that ends when it's told to. */
function messageQueue() {
    const waiting = [];
    let ended = false;
    let wake = () => undefined;
    return {
        messages: {
            async *[Symbol.asyncIterator]() {
                for (;;) {
                    const next = waiting.shift();
                    if (next !== undefined)
                        yield next;
                    else if (ended)
                        return;
                    else
                        await new Promise((resolve) => (wake = resolve));
                }
            },
        },
        push(message) {
            waiting.push(message);
            wake();
        },
        end() {
            ended = true;
            wake();
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/tool-servers/mcp.js






const CONNECT_TIMEOUT_MS = 30_000;
const CALL_TIMEOUT_MS = 10 * 60_000;
const MOST_TOOLS = 200;
/** Tool servers that speak the Model Context Protocol: programs over their standard streams, addresses over streamable HTTP. */
function createMcpToolServers() {
    return {
        async connect(spec, place) {
            const transport = "url" in spec
                ? // The SDK's class doesn't declare its optional members the way exactOptionalPropertyTypes wants them.
                    new streamableHttp/* StreamableHTTPClientTransport */.j(httpUrl(spec), {
                        requestInit: { headers: { ...spec.headers } },
                    })
                : createSandboxTransport(spec, place);
            const client = new esm_client/* Client */.K({ name: "pawl", version: "1" });
            try {
                await client.connect(transport, { timeout: CONNECT_TIMEOUT_MS, signal: place.signal });
                return serverOf(spec.name, client, await listTools(client, place.signal));
            }
            catch (cause) {
                await client.close().catch(() => undefined);
                place.signal.throwIfAborted();
                throw new errors/* PawlError */.p({
                    code: "tools.unreachable",
                    kind: "permanent",
                    message: `The MCP server "${spec.name}" doesn't answer: ${cause instanceof Error ? cause.message : String(cause)}`,
                    remedy: "Check its command or address in the step's mcp_servers, and that the security profile lets it work.",
                    cause,
                });
            }
        },
    };
}
function httpUrl(spec) {
    const url = URL.canParse(spec.url) ? new URL(spec.url) : undefined;
    if (url !== undefined && (url.protocol === "https:" || url.protocol === "http:"))
        return url;
    throw new errors/* PawlError */.p({
        code: "tools.address",
        kind: "invalid",
        message: `The address of the MCP server "${spec.name}" is no http or https URL`,
        remedy: "Write it as https://host/path.",
    });
}
async function listTools(client, signal) {
    const tools = [];
    let cursor;
    do {
        const page = await client.listTools(cursor === undefined ? {} : { cursor }, {
            timeout: CONNECT_TIMEOUT_MS,
            signal,
        });
        for (const { name, description, inputSchema, annotations } of page.tools) {
            tools.push({
                name,
                description: description ?? "",
                inputSchema: inputSchema,
                readOnly: annotations?.readOnlyHint === true,
            });
        }
        cursor = page.nextCursor;
    } while (cursor !== undefined && tools.length < MOST_TOOLS);
    return tools.slice(0, MOST_TOOLS);
}
function serverOf(name, client, tools) {
    return {
        tools,
        async call(tool, input, signal) {
            try {
                const answer = await client.callTool({ name: tool, arguments: { ...input } }, undefined, {
                    timeout: CALL_TIMEOUT_MS,
                    signal,
                });
                return { content: textOf(answer["content"], answer["structuredContent"]), isError: answer["isError"] === true };
            }
            catch (cause) {
                signal.throwIfAborted();
                throw new errors/* PawlError */.p({
                    code: "tools.call_failed",
                    kind: "permanent",
                    message: `The MCP server "${name}" failed in ${tool}: ${cause instanceof Error ? cause.message : String(cause)}`,
                    cause,
                });
            }
        },
        async close() {
            await client.close().catch(() => undefined);
        },
    };
}
function textOf(content, structured) {
    const parts = (Array.isArray(content) ? content : []).map((block) => {
        if (!(0,json/* isJsonObject */.O)(block))
            return "";
        if (block["type"] === "text" && typeof block["text"] === "string")
            return block["text"];
        const resource = block["resource"];
        if ((0,json/* isJsonObject */.O)(resource) && typeof resource["text"] === "string")
            return resource["text"];
        return `[${(0,fields/* textField */.M8)(block, "type")}: not shown]`;
    });
    if (parts.length === 0 && structured !== undefined)
        return JSON.stringify(structured, null, 2);
    return parts.join("\n");
}


/***/ }),

/***/ 81336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   hQ: () => (/* binding */ booleanField),
/* harmony export */   qV: () => (/* binding */ objectField),
/* harmony export */   sJ: () => (/* binding */ numberField)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35183);

/** A resolved field as text: numbers and booleans as they print, lists and objects as JSON; `fallback` when it is absent or null. */
function textField(config, name, fallback = "") {
    const value = config[name];
    if (value === undefined || value === null)
        return fallback;
    if (typeof value === "string")
        return value;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
}
/** A resolved field as a number, also when an expression gave it as text; `fallback` when it is absent or no number. */
function numberField(config, name, fallback) {
    const value = config[name];
    const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? number : fallback;
}
/** A resolved field as a truth value, also when an expression gave it as the text `true` or `false`. */
function booleanField(config, name, fallback) {
    const value = config[name];
    if (typeof value === "boolean")
        return value;
    if (value === "true")
        return true;
    if (value === "false")
        return false;
    return fallback;
}
/** A resolved field as a list: one value stands for a list of one, an absent field for an empty list. */
function listField(config, name) {
    const value = config[name];
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
/** A resolved field as an object; empty when it is anything else. */
function objectField(config, name) {
    const value = config[name];
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value) ? value : {};
}


/***/ })

};
