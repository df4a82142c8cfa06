export const id = 7841;
export const ids = [7841];
export const modules = {

/***/ 27841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createSandbox: () => (/* binding */ createSandbox)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
;// CONCATENATED MODULE: ./lib/adapters/sandbox/bounded-output.js

/**
 * Keeps the beginning and the end of a stream within a number of bytes, so that a program that prints without end costs no memory.
 * What falls out of the middle is counted, and `text()` says so where it is missing.
 */
class BoundedOutput {
    #headLimit;
    #tailLimit;
    #head = [];
    #headBytes = 0;
    #tail = [];
    #tailBytes = 0;
    /** Bytes written in all. */
    total = 0;
    /** @param limit bytes kept, half of them from the beginning */
    constructor(limit) {
        this.#headLimit = Math.ceil(limit / 2);
        this.#tailLimit = Math.floor(limit / 2);
    }
    write(chunk) {
        this.total += chunk.length;
        const room = this.#headLimit - this.#headBytes;
        const first = room > 0 ? chunk.subarray(0, room) : undefined;
        if (first !== undefined) {
            this.#head.push(first);
            this.#headBytes += first.length;
        }
        const rest = first === undefined ? chunk : chunk.subarray(first.length);
        if (rest.length === 0 || this.#tailLimit === 0)
            return;
        this.#tail.push(rest);
        this.#tailBytes += rest.length;
        // Compacting only at twice the limit keeps the work linear in what is written.
        if (this.#tailBytes > 2 * this.#tailLimit + 65_536)
            this.#compact();
    }
    /** Bytes that were dropped. */
    get dropped() {
        return Math.max(0, this.total - this.#headBytes - Math.min(this.#tailBytes, this.#tailLimit));
    }
    text() {
        this.#compact();
        const head = Buffer.concat(this.#head);
        const tail = Buffer.concat(this.#tail);
        if (this.dropped === 0)
            return decode(Buffer.concat([head, tail]));
        return `${decode(head)}\n[… ${this.dropped} bytes left out …]\n${decode(skipPartialCharacter(tail))}`;
    }
    #compact() {
        if (this.#tailBytes <= this.#tailLimit)
            return;
        const all = Buffer.concat(this.#tail);
        // A copy, so that the large buffer behind the view is freed.
        const kept = Buffer.from(all.subarray(all.length - this.#tailLimit));
        this.#tail = [kept];
        this.#tailBytes = kept.length;
    }
}
/** Decodes UTF-8 and leaves out a character cut off at the end. */
function decode(bytes) {
    return new external_node_string_decoder_.StringDecoder("utf8").write(bytes);
}
function skipPartialCharacter(bytes) {
    let start = 0;
    while (start < Math.min(3, bytes.length) && ((bytes[start] ?? 0) & 0xc0) === 0x80)
        start++;
    return bytes.subarray(start);
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/environment.js
/**
 * What a program needs to find its tools and speak the user's language, and nothing that could hold a secret (S2). Everything else a step
 * wants it declares in `env`.
 */
const NEUTRAL = [
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "SHELL",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "CI",
    "RUNNER_OS",
    "RUNNER_ARCH",
    "JAVA_HOME",
    "GOROOT",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "NODE_EXTRA_CA_CERTS",
    // Windows does not start programs without these.
    "SystemRoot",
    "ComSpec",
    "PATHEXT",
    "TEMP",
    "TMP",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "ProgramFiles",
];
/** The neutral part of an environment. */
function baseEnvironment(env) {
    const kept = {};
    for (const name of NEUTRAL) {
        const value = env[name];
        if (value !== undefined)
            kept[name] = value;
    }
    kept["PATH"] ??= "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    return kept;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kernel/security-profiles.js
var security_profiles = __webpack_require__(26858);
;// CONCATENATED MODULE: ./lib/adapters/sandbox/bubblewrap.js


/** Where things are put inside that come from elsewhere. */
const INSIDE = { home: "/tmp/home", run: "/run/pawl" };
/** What of `/etc` programs need to resolve names, verify certificates and find libraries; nothing that could hold a credential. */
const ETC = [
    "alternatives", "ca-certificates", "ca-certificates.conf", "crypto-policies", "debian_version", "fonts", "group", "host.conf", "hosts",
    "java-11-openjdk", "java-17-openjdk", "java-21-openjdk", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "locale.alias",
    "magic", "mime.types", "nsswitch.conf", "os-release", "passwd", "perl", "pki", "profile", "protocols", "resolv.conf", "services", "shells",
    "ssl", "terminfo", "timezone",
]; // prettier-ignore
/** Directories of a home that hold credentials even where a tool's programs lie beside them: of these only the programs are shown. */
const PROGRAMS_ONLY = new Set([
    ".cargo",
    ".local",
    ".config",
    ".npm",
    ".docker",
    ".kube",
    ".aws",
    ".azure",
    ".ssh",
    ".gnupg",
]);
/**
 * The bubblewrap arguments for one command under a profile: an empty root on which only the system's programs and libraries, the tools on PATH,
 * the workspace and the step's own directory are placed; process, user, IPC and (but for open networks) network namespaces of its own.
 */
function bubblewrapArguments(profile, command, mounts) {
    const temporary = `--size ${profile.limits.diskMiB * 1_048_576} --tmpfs /tmp --dir ${INSIDE.home} --tmpfs /run --dir /var/tmp`;
    return [
        ..."--unshare-user --unshare-pid --unshare-ipc --unshare-uts --unshare-cgroup-try".split(" "),
        ...(profile.network === "open" ? [] : ["--unshare-net"]),
        ..."--die-with-parent --cap-drop ALL --hostname pawl".split(" "),
        ...systemMounts(),
        ..."--proc /proc --dev /dev".split(" "),
        ...temporary.split(" "),
        ...toolMounts(mounts),
        ...commandMounts(profile, mounts),
        ...workspaceMounts(profile, mounts),
        ...(command.readable ?? []).flatMap((file) => ["--ro-bind-try", file, file]),
        ...command.writable.flatMap((directory) => ["--bind", directory, directory]),
        ...Object.entries(mounts.extra).flatMap(([inside, outside]) => ["--bind", outside, inside]),
        "--chdir",
        command.cwd,
    ];
}
function systemMounts() {
    const roots = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store"].flatMap((root) => {
        if (!(0,external_node_fs_.existsSync)(root))
            return [];
        return (0,external_node_fs_.lstatSync)(root).isSymbolicLink() ? ["--symlink", (0,external_node_fs_.readlinkSync)(root), root] : ["--ro-bind", root, root];
    });
    const etc = ETC.flatMap((name) => ["--ro-bind-try", `/etc/${name}`, `/etc/${name}`]);
    return [...roots, ...etc, "--ro-bind-try", "/opt/hostedtoolcache", "/opt/hostedtoolcache"];
}
/** The directories of PATH that lie outside the system, with what belongs to them. */
function toolMounts(mounts) {
    const shown = new Set();
    for (const directory of searchPathOf(mounts)) {
        if (isBelow(directory, "/usr") || isBelow(directory, "/bin") || isBelow(directory, "/sbin"))
            continue;
        if (isBelow(directory, mounts.workspace) || isBelow(mounts.workspace, directory))
            continue;
        shown.add(toolRoot(directory, mounts.home));
    }
    const rustup = external_node_path_.join(mounts.home, ".rustup");
    if ((0,external_node_fs_.existsSync)(rustup))
        shown.add(rustup);
    return [...shown].flatMap((root) => (isBelow(mounts.workspace, root) ? [] : ["--ro-bind", root, root]));
}
/** What to show of a tool: its own directory below the home (`~/.pyenv`), or its installation (`/opt/go` for `/opt/go/bin`). */
function toolRoot(directory, home) {
    // npm's links lead to the packages beside them.
    if (directory.endsWith("/node_modules/.bin"))
        return external_node_path_.dirname(directory);
    if (!isBelow(directory, home)) {
        const parent = external_node_path_.dirname(directory);
        return external_node_path_.basename(directory) === "bin" && parent.split("/").length > 2 && parent !== external_node_path_.dirname(home)
            ? parent
            : directory;
    }
    const [first, second] = external_node_path_.relative(home, directory).split(external_node_path_.sep);
    return first === undefined || first === "bin" || second === undefined || PROGRAMS_ONLY.has(first)
        ? directory
        : external_node_path_.join(home, first);
}
/** Hides programs: either all but some, or some. */
function commandMounts(profile, mounts) {
    const directories = [
        ...new Set(["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", ...searchPathOf(mounts)]),
    ].flatMap((directory) => (0,external_node_fs_.existsSync)(directory) && !isBelow(directory, mounts.workspace) ? [(0,external_node_fs_.realpathSync)(directory)] : []);
    const unique = [...new Set(directories)];
    if ("only" in profile.commands) {
        const { only } = profile.commands;
        const hidden = (file) => unique.some((directory) => external_node_path_.dirname(file) === directory);
        return unique.flatMap((directory) => [
            "--tmpfs",
            directory,
            ...only.flatMap((name) => showProgram(directory, name, hidden)),
        ]);
    }
    const { without } = profile.commands;
    const targets = new Set();
    for (const directory of unique) {
        for (const name of without) {
            const target = realTarget(external_node_path_.join(directory, name));
            if (target !== undefined)
                targets.add(target);
        }
    }
    return [...targets].flatMap((target) => ["--ro-bind", "/dev/null", target]);
}
/** One program of a hidden directory: a link to where it really is, or the file itself when that is hidden too. */
function showProgram(directory, name, hidden) {
    const file = external_node_path_.join(directory, name);
    const target = realTarget(file);
    if (target === undefined)
        return [];
    return hidden(target) ? ["--ro-bind", target, file] : ["--symlink", target, file];
}
function realTarget(file) {
    if (!(0,external_node_fs_.existsSync)(file))
        return undefined;
    const target = (0,external_node_fs_.realpathSync)(file);
    // One file with many names (busybox, toybox, coreutils): hiding it would hide them all.
    return ["busybox", "toybox", "coreutils"].includes(external_node_path_.basename(target)) ? undefined : target;
}
function workspaceMounts(profile, { workspace, gitConfig }) {
    const git = external_node_path_.join(workspace, ".git");
    const hasGit = gitConfig !== undefined;
    return [
        profile.workspace === "write" ? "--bind" : "--ro-bind",
        workspace,
        workspace,
        ...profile.readOnly.flatMap((name) => {
            const file = external_node_path_.join(workspace, name);
            return (0,external_node_fs_.existsSync)(file) ? ["--ro-bind", file, file] : [];
        }),
        ...(hasGit ? ["--ro-bind", git, git, "--ro-bind", gitConfig, external_node_path_.join(git, "config")] : []),
        // A pointer to a repository elsewhere (a linked work tree): shown, but what it points to is not.
        ...(hasGit ? privateGitParts(git) : (0,external_node_fs_.existsSync)(git) ? ["--ro-bind", git, git] : []),
    ];
}
/** Parts of `.git` no step has business with: the run's own journal and caches, and configurations that may carry credentials. */
function privateGitParts(git) {
    return (0,external_node_fs_.readdirSync)(git, { withFileTypes: true }).flatMap((entry) => {
        const file = external_node_path_.join(git, entry.name);
        if (entry.isDirectory() && ["pawl", "modules", "worktrees"].includes(entry.name))
            return ["--tmpfs", file];
        const secret = ["config.worktree", "credentials", "FETCH_HEAD"].includes(entry.name) || entry.name.endsWith(".lock");
        return entry.isFile() && secret ? ["--ro-bind", "/dev/null", file] : [];
    });
}
function searchPathOf(mounts) {
    return mounts.searchPath.split(":").filter((directory) => external_node_path_.isAbsolute(directory) && (0,external_node_fs_.existsSync)(directory));
}
function isBelow(file, directory) {
    const relative = external_node_path_.relative(directory, file);
    return relative === "" || (!relative.startsWith("..") && !external_node_path_.isAbsolute(relative));
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/git-config.js
/**
 * A repository's git configuration without what could be a credential: `actions/checkout` keeps a token in `http.<url>.extraheader`, others in
 * remote URLs, credential helpers, or files it includes.
 */
function withoutCredentials(config) {
    const kept = [];
    let dropping = false;
    for (const line of config.split("\n")) {
        const section = /^\s*\[\s*([A-Za-z0-9.-]+)/.exec(line);
        if (section !== null)
            dropping = /^(?:http|https|credential|include|includeif|url|alias|filter|gpg|sendemail)$/i.test(section[1] ?? "");
        if (dropping)
            continue;
        const runs = /^\s*(?:hookspath|fsmonitor|sshcommand|askpass|editor|pager|extraheader|gitproxy|proxy)\s*=/i.test(line);
        if (!runs)
            kept.push(line.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, "$1"));
    }
    return kept.join("\n");
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/bridge.js
/** The port on the sandbox's own loopback where programs find the way out. */
const BRIDGE_PORT = 3128;
/**
 * A program for Node that runs inside a sandbox without network: it carries connections from the sandbox's loopback to Unix sockets that were
 * placed inside, starts the real command, and ends as that ends. Plain text, because inside there is neither our code nor a package.
 *
 * Arguments: a JSON object from port to socket path, then the command.
 */
const BRIDGE_PROGRAM = `
const net = require("node:net");
const { spawn } = require("node:child_process");
const [ports, command, ...args] = process.argv.slice(1);
const servers = Object.entries(JSON.parse(ports)).map(([port, socket]) => new Promise((resolve, reject) => {
  const server = net.createServer((inside) => {
    const outside = net.connect(socket);
    inside.on("error", () => outside.destroy());
    outside.on("error", () => inside.destroy());
    inside.pipe(outside);
    outside.pipe(inside);
  });
  server.on("error", reject);
  server.listen(Number(port), "127.0.0.1", resolve);
}));
// The command decides what a request to end means; this program ends after it.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => {});
Promise.all(servers).then(() => {
  const child = spawn(command, args, { stdio: "inherit" });
  child.on("error", (error) => { console.error(command + ": " + error.message); process.exit(127); });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (require("node:os").constants.signals[signal] ?? 0)));
}, (error) => { console.error(error.message); process.exit(126); });
`;

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/adapters/sandbox/egress-proxy.js



/** Ports that may be reached on an allowed host that names none. */
const WEB_PORTS = new Set([80, 443]);
const MOST_VIOLATIONS = 100;
/** Addresses of the machine itself and of private networks: an allowed name that resolves to one is somebody's trick (DNS rebinding). */
const PRIVATE = new external_node_net_.BlockList();
for (const [address, prefix] of [
    ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.168.0.0", 16],
])
    PRIVATE.addSubnet(address, prefix, "ipv4"); // prettier-ignore
for (const [address, prefix] of [
    ["::1", 128],
    ["::", 128],
    ["fc00::", 7],
    ["fe80::", 10],
])
    PRIVATE.addSubnet(address, prefix, "ipv6");
/**
 * The only way out of a sandbox whose network is a list of hosts: an HTTP proxy on a Unix socket that connects to these hosts and to nothing
 * else. It resolves names itself, so that a name can't lead into private networks.
 *
 * @param socket path of the Unix socket to listen on
 * @param allowed `host`, `*.host` (its subdomains) or `host:port`; an address is reached only when it is listed as it stands
 * @param refused told each destination that was refused
 */
async function startEgressProxy(socket, allowed, refused) {
    const seen = new Set();
    const open = new Set();
    const refuse = (destination) => {
        if (seen.has(destination) || seen.size >= MOST_VIOLATIONS)
            return;
        seen.add(destination);
        refused(destination);
    };
    const server = (0,external_node_http_.createServer)((request, response) => void forward(request, response, allowed, refuse));
    server.on("connect", (request, client, head) => {
        open.add(client);
        client.once("close", () => open.delete(client));
        client.on("error", () => client.destroy());
        void tunnel(request, client, head, allowed, refuse);
    });
    await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(socket, resolve);
    });
    return {
        close: () => new Promise((resolve) => {
            for (const client of open)
                client.destroy();
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function tunnel(request, client, head, allowed, refuse) {
    const destination = parseDestination(request.url ?? "", 443);
    const upstream = destination === undefined ? undefined : await dial(destination, allowed);
    if (upstream === undefined) {
        refuse(request.url ?? "");
        client.end("HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nThe step's security profile doesn't allow this host.\n");
        return;
    }
    upstream.on("error", () => client.destroy());
    upstream.once("connect", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        if (head.length > 0)
            upstream.write(head);
        upstream.pipe(client);
        client.pipe(upstream);
    });
    client.once("close", () => upstream.destroy());
}
async function forward(request, response, allowed, refuse) {
    const url = URL.canParse(request.url ?? "") ? new URL(request.url ?? "") : undefined;
    const destination = url === undefined || url.protocol !== "http:" ? undefined : parseDestination(url.host, 80);
    const address = destination === undefined ? undefined : await resolve(destination, allowed);
    if (url === undefined || destination === undefined || address === undefined) {
        refuse(url?.host ?? request.url ?? "");
        response
            .writeHead(403, { "content-type": "text/plain" })
            .end("The step's security profile doesn't allow this host.\n");
        return;
    }
    const { "proxy-authorization": _, "proxy-connection": __, ...headers } = request.headers;
    const upstream = (0,external_node_http_.request)({
        host: address,
        port: destination.port,
        method: request.method,
        path: `${url.pathname}${url.search}`,
        headers: { ...headers, host: url.host },
    }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
    });
    upstream.on("error", () => {
        if (response.headersSent)
            response.destroy();
        else
            response.writeHead(502).end();
    });
    request.pipe(upstream);
}
function parseDestination(text, defaultPort) {
    const match = /^(?:\[([0-9a-f:.]+)\]|([^:/?#@\s]+))(?::(\d{1,5}))?$/i.exec(text);
    const host = match?.[1] ?? match?.[2];
    if (host === undefined)
        return undefined;
    return {
        host: host.toLowerCase().replace(/\.$/, ""),
        port: match?.[3] === undefined ? defaultPort : Number(match[3]),
    };
}
async function dial(destination, allowed) {
    const address = await resolve(destination, allowed);
    return address === undefined ? undefined : (0,external_node_net_.connect)({ host: address, port: destination.port });
}
/** The address to connect to; undefined when the destination isn't allowed, unknown or private. */
async function resolve(destination, allowed) {
    if (!isAllowed(destination, allowed))
        return undefined;
    if ((0,external_node_net_.isIP)(destination.host) !== 0)
        return destination.host;
    try {
        const { address, family } = await (0,external_node_dns_promises_.lookup)(destination.host);
        return PRIVATE.check(address, family === 6 ? "ipv6" : "ipv4") ? undefined : address;
    }
    catch {
        return undefined;
    }
}
/** Whether a list allows a destination. Exported for its tests. */
function isAllowed({ host, port }, allowed) {
    return allowed.some((entry) => {
        const listed = parseDestination(entry.replace(/^\*\./, "wildcard."), 0);
        if (listed === undefined)
            return false;
        if (listed.port === 0 ? !WEB_PORTS.has(port) : listed.port !== port)
            return false;
        return entry.startsWith("*.")
            ? (0,external_node_net_.isIP)(host) === 0 && host.endsWith(listed.host.slice("wildcard".length))
            : host === listed.host;
    });
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/network.js




/**
 * The way out a profile leaves: none, the machine's own network, or the egress proxy with its list of hosts; and the bridges the command was
 * given. Where there is neither proxy nor bridge, nothing is started.
 *
 * @param directory the command's own, outside the workspace, for the proxy's socket
 * @param refused told each destination the list doesn't allow
 */
async function openNetwork(profile, command, allowedHosts, directory, refused) {
    const sockets = new Map();
    let proxy;
    if (Array.isArray(profile.network)) {
        const socket = external_node_path_.join(directory, "egress.sock");
        proxy = await startEgressProxy(socket, [...profile.network, ...allowedHosts], refused);
        sockets.set(BRIDGE_PORT, socket);
    }
    // With the machine's own network, a bridge's port is reached as it is.
    if (profile.network !== "open") {
        for (const [port, socket] of Object.entries(command.bridges ?? {}))
            sockets.set(Number(port), socket);
    }
    if (sockets.size === 0)
        return { mounts: {}, argv: [], env: {}, close: async () => undefined };
    const inside = (port) => `${INSIDE.run}/${port}.sock`;
    const node = `${INSIDE.run}/node`;
    const ports = Object.fromEntries([...sockets.keys()].map((port) => [port, inside(port)]));
    return {
        mounts: {
            [node]: process.execPath,
            ...Object.fromEntries([...sockets].map(([port, socket]) => [inside(port), socket])),
        },
        argv: [node, "-e", BRIDGE_PROGRAM, "--", JSON.stringify(ports)],
        env: proxy === undefined ? {} : proxyEnvironment(),
        close: async () => proxy?.close(),
    };
}
/** How programs learn of the proxy; Node's own fetch reads it only when told to. */
function proxyEnvironment() {
    const proxy = `http://127.0.0.1:${BRIDGE_PORT}`;
    return {
        HTTP_PROXY: proxy,
        HTTPS_PROXY: proxy,
        http_proxy: proxy,
        https_proxy: proxy,
        NO_PROXY: "localhost,127.0.0.1,::1",
        no_proxy: "localhost,127.0.0.1,::1",
        NODE_USE_ENV_PROXY: "1",
    };
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/machine.js



const probed = new Map();
/**
 * What this machine can do, tried out once per process.
 *
 * @param searchPath where bwrap, unshare and prlimit are looked for; this process's own PATH by default
 */
function probeMachine(searchPath = process.env["PATH"] ?? "/usr/bin:/bin") {
    let machine = probed.get(searchPath);
    if (machine === undefined) {
        machine = probe(searchPath);
        probed.set(searchPath, machine);
    }
    return machine;
}
async function probe(searchPath) {
    const missing = [];
    if (process.platform !== "linux") {
        missing.push(`Security profiles need Linux namespaces; this is ${process.platform}. Run the workflow in a Linux container or virtual machine.`);
        return { bwrap: undefined, unshare: undefined, prlimit: undefined, missing };
    }
    const bwrapPath = findProgram("bwrap", searchPath);
    const trial = [
        "--unshare-user",
        "--unshare-pid",
        "--unshare-net",
        "--ro-bind",
        "/",
        "/",
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--",
        "true",
    ];
    const bwrap = bwrapPath !== undefined && (await succeeds(bwrapPath, trial)) ? bwrapPath : undefined;
    if (bwrapPath === undefined)
        missing.push("bubblewrap is not installed: sudo apt-get install -y bubblewrap");
    else if (bwrap === undefined)
        missing.push(namespaceHint());
    const prlimit = findProgram("prlimit", searchPath);
    if (prlimit === undefined)
        missing.push("prlimit is not installed: sudo apt-get install -y util-linux");
    const unsharePath = bwrap === undefined ? findProgram("unshare", searchPath) : undefined;
    const unshare = unsharePath !== undefined && (await succeeds(unsharePath, [...UNSHARE_ARGUMENTS, "true"]))
        ? unsharePath
        : undefined;
    return { bwrap, unshare, prlimit, missing };
}
const UNSHARE_ARGUMENTS = [
    "--user",
    "--map-current-user",
    "--pid",
    "--fork",
    "--kill-child=SIGKILL",
    "--mount-proc",
    "--",
];
/** Why namespaces are refused, and the line that allows them: GitHub's ubuntu-24.04 images restrict them through AppArmor. */
function namespaceHint() {
    const setting = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";
    const restricted = (0,external_node_fs_.existsSync)(setting) && (0,external_node_fs_.readFileSync)(setting, "utf8").trim() === "1";
    return restricted
        ? "AppArmor keeps bubblewrap from making namespaces: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
        : "bubblewrap can't make namespaces here: sudo sysctl -w kernel.unprivileged_userns_clone=1 (in a container: allow user namespaces in its seccomp profile)";
}
function findProgram(name, searchPath) {
    for (const directory of searchPath.split(external_node_path_.delimiter)) {
        const candidate = external_node_path_.join(directory, name);
        if (directory !== "" && (0,external_node_fs_.existsSync)(candidate))
            return candidate;
    }
    return undefined;
}
function succeeds(program, args) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(program, [...args], { timeout: 10_000, env: { PATH: process.env["PATH"] ?? "" } }, (error) => resolve(error === null));
    });
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/confinement.js









const MEBIBYTE = 1_048_576;
/** The confinement for a command: of its profile, or the strongest that costs the author nothing when it names none. */
async function confinementFor(command, options) {
    const machine = await probeMachine(options.programPath);
    if (command.profile === undefined)
        return ownProcesses(command, machine);
    const profile = (0,security_profiles/* securityProfile */.c)(command.profile);
    if (profile === undefined) {
        throw new errors/* PawlError */.p({
            code: "sandbox.unknown_profile",
            kind: "invalid",
            message: `There is no security profile "${command.profile}"`,
            remedy: `Use one of ${security_profiles/* SECURITY_PROFILES */.e.map(({ name }) => name).join(", ")}.`,
        });
    }
    if (machine.bwrap === undefined || machine.prlimit === undefined) {
        throw new errors/* PawlError */.p({
            code: "sandbox.unavailable",
            kind: "policy",
            message: `The security profile "${profile.name}" can't be enforced on this machine, so the step is refused`,
            remedy: machine.missing.join("\n"),
        });
    }
    return profiled(profile, command, options, { bwrap: machine.bwrap, prlimit: machine.prlimit });
}
/** Which profiles this machine can enforce: all or none, because all stand on the same namespaces. */
function enforceableProfiles(machine) {
    return machine.bwrap !== undefined && machine.prlimit !== undefined ? security_profiles/* SECURITY_PROFILES */.e.map(({ name }) => name) : [];
}
/**
 * Without a profile: the machine's files and network as they are, but a process namespace with its own `/proc`, so that neither this
 * process's environment nor its memory can be read, and nothing outlives the step. Where the machine has no namespaces, a session of its own.
 */
function ownProcesses(command, machine) {
    const wrapped = machine.bwrap !== undefined || machine.unshare !== undefined;
    const bwrap = [
        "--bind",
        "/",
        "/",
        "--dev-bind",
        "/dev",
        "/dev",
        "--unshare-pid",
        "--proc",
        "/proc",
        "--die-with-parent",
        "--",
    ];
    const argv = machine.bwrap !== undefined
        ? [machine.bwrap, ...bwrap, ...command.argv]
        : machine.unshare !== undefined
            ? [machine.unshare, ...UNSHARE_ARGUMENTS, ...command.argv]
            : command.argv;
    return { argv, env: {}, limits: {}, violations: [], contained: wrapped, dispose: async () => undefined };
}
async function profiled(profile, command, options, machine) {
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join(options.temporaryRoot, "sandbox-"));
    const violations = [];
    const network = await openNetwork(profile, command, options.allowedHosts ?? [], directory, (destination) => {
        violations.push(`network: ${destination} is not among the hosts the profile ${profile.name} allows`);
    });
    const workspace = (0,external_node_fs_.realpathSync)(workspaceOf(command));
    const mounts = {
        workspace,
        gitConfig: await maskedGitConfig(workspace, directory),
        extra: network.mounts,
        searchPath: command.env["PATH"] ?? options.base["PATH"] ?? "",
        home: realpathOr(options.base["HOME"] ?? "/root"),
    };
    const absent = profile.readOnly.map((name) => external_node_path_.join(workspace, name)).filter((file) => !(0,external_node_fs_.existsSync)(file));
    return {
        argv: [
            machine.bwrap,
            ...bubblewrapArguments(profile, command, mounts),
            "--",
            ...resourceLimits(profile, machine.prlimit),
            ...network.argv,
            ...command.argv,
        ],
        env: { ...insideEnvironment(mounts), ...network.env },
        limits: {
            memory: profile.limits.memoryMiB * MEBIBYTE,
            processes: profile.limits.processes,
            disk: profile.limits.diskMiB * MEBIBYTE,
            wallMs: profile.limits.wallMinutes * 60_000,
        },
        violations,
        contained: true,
        async dispose() {
            for (const file of absent)
                removeForbidden(file, workspace, violations);
            await network.close();
            await (0,promises_.rm)(directory, { recursive: true, force: true });
        },
    };
}
/** The work tree the command runs in: where it is started, or the nearest directory above with a `.git`. */
function workspaceOf(command) {
    if (command.workspace !== undefined)
        return command.workspace;
    for (let at = command.cwd; at !== external_node_path_.dirname(at); at = external_node_path_.dirname(at)) {
        if ((0,external_node_fs_.existsSync)(external_node_path_.join(at, ".git")))
            return at;
    }
    return command.cwd;
}
async function maskedGitConfig(workspace, directory) {
    const git = external_node_path_.join(workspace, ".git");
    if (!(0,external_node_fs_.existsSync)(git) || !(0,external_node_fs_.statSync)(git).isDirectory() || !(0,external_node_fs_.existsSync)(external_node_path_.join(git, "config")))
        return undefined;
    const masked = external_node_path_.join(directory, "git-config");
    await (0,promises_.writeFile)(masked, withoutCredentials((0,external_node_fs_.readFileSync)(external_node_path_.join(git, "config"), "utf8")));
    return masked;
}
function resourceLimits(profile, prlimit) {
    const { limits } = profile;
    return [
        prlimit,
        `--cpu=${limits.cpuSeconds}`,
        `--nproc=${limits.processes}`,
        `--fsize=${limits.diskMiB * MEBIBYTE}`,
        "--core=0",
        "--nofile=8192",
        "--",
    ];
}
/** A home of its own, empty at the start; nothing of the user's configuration applies. */
function insideEnvironment(mounts) {
    const rustup = external_node_path_.join(mounts.home, ".rustup");
    return {
        HOME: INSIDE.home,
        TMPDIR: "/tmp",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_TERMINAL_PROMPT: "0",
        // The work tree belongs to another user where the machine maps users; git would refuse it.
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "safe.directory",
        GIT_CONFIG_VALUE_0: mounts.workspace,
        ...((0,external_node_fs_.existsSync)(rustup) ? { RUSTUP_HOME: rustup, CARGO_HOME: `${INSIDE.home}/.cargo` } : {}),
    };
}
/** A read-only path that didn't exist can't be guarded by a mount: what was put there is taken away again, and reported. */
function removeForbidden(file, workspace, violations) {
    if (!(0,external_node_fs_.existsSync)(file) || !isBelow(file, workspace))
        return;
    (0,external_node_fs_.rmSync)(file, { recursive: true, force: true });
    violations.push(`file: ${external_node_path_.relative(workspace, file)} must not be written under this profile and was removed`);
}
function realpathOr(file) {
    return (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.realpathSync)(file) : file;
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/process-tree.js

const PAGE_BYTES = 4_096;
/** Every process this machine shows, from `/proc`; empty where there is no such thing (macOS, Windows). */
function listProcesses() {
    const found = [];
    for (const name of entries("/proc")) {
        if (!/^\d+$/.test(name))
            continue;
        const text = read(`/proc/${name}/stat`);
        // Field 2 is the program's name in parentheses and may itself hold spaces and parentheses (proc(5)).
        const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
        if (fields.length < 22 || fields[0] === "Z")
            continue;
        found.push({
            pid: Number(name),
            parent: Number(fields[1]),
            group: Number(fields[2]),
            session: Number(fields[3]),
            memory: Number(fields[21]) * PAGE_BYTES,
        });
    }
    return found;
}
/**
 * The processes below `root`, however deep. With `marker`, also those that left the tree (a daemon whose parent ended) but still carry the
 * marker in the environment they were started with, and those in the session or process group of `root`.
 */
function descendants(root, marker, all = listProcesses()) {
    const children = new Map();
    for (const process of all) {
        const siblings = children.get(process.parent);
        if (siblings === undefined)
            children.set(process.parent, [process]);
        else
            siblings.push(process);
    }
    const found = new Map();
    const visit = (pid) => {
        for (const child of children.get(pid) ?? []) {
            if (found.has(child.pid) || child.pid === root)
                continue;
            found.set(child.pid, child);
            visit(child.pid);
        }
    };
    visit(root);
    for (const candidate of all) {
        if (candidate.pid === root || candidate.pid === process.pid || found.has(candidate.pid))
            continue;
        const related = candidate.session === root ||
            candidate.group === root ||
            (marker !== undefined && read(`/proc/${candidate.pid}/environ`).includes(marker));
        if (!related)
            continue;
        found.set(candidate.pid, candidate);
        visit(candidate.pid);
    }
    return [...found.values()];
}
/** Sends a signal and doesn't mind that the process is gone. A negative pid means the whole process group. */
function signalProcess(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // ESRCH: it ended by itself; EPERM: it became another user's and isn't ours to end.
    }
}
function entries(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
function read(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "latin1");
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/limits.js


const INTERVAL_MS = 100;
/**
 * Watches what `prlimit` can't count: memory, processes and disk space of a whole tree. Calls `exceeded` once, with what was exceeded, and the
 * caller ends the tree.
 */
function watchLimits(pid, marker, limits, command, exceeded) {
    const counted = limits.memory !== undefined || limits.processes !== undefined || limits.disk !== undefined;
    if (pid === undefined || !counted)
        return { stop: () => undefined };
    const freeAtStart = limits.disk === undefined ? 0 : freeBytes(command.cwd);
    let timer;
    const look = () => {
        const violation = measure(pid, marker, limits, command.cwd, freeAtStart);
        if (violation === undefined) {
            timer = setTimeout(look, INTERVAL_MS);
            timer.unref();
        }
        else
            exceeded(violation);
    };
    timer = setTimeout(look, INTERVAL_MS);
    timer.unref();
    return { stop: () => clearTimeout(timer) };
}
function measure(pid, marker, limits, directory, freeAtStart) {
    const tree = descendants(pid, marker);
    if (limits.processes !== undefined && tree.length > limits.processes) {
        return `processes: ${tree.length} at once, ${limits.processes} are allowed`;
    }
    if (limits.memory !== undefined) {
        const used = tree.reduce((sum, process) => sum + process.memory, 0);
        if (used > limits.memory)
            return `memory: ${mebibytes(used)} in use, ${mebibytes(limits.memory)} are allowed`;
    }
    if (limits.disk !== undefined) {
        const written = freeAtStart - freeBytes(directory);
        if (written > limits.disk)
            return `disk: ${mebibytes(written)} written, ${mebibytes(limits.disk)} are allowed`;
    }
    return undefined;
}
function freeBytes(directory) {
    const { bsize, bfree } = (0,external_node_fs_.statfsSync)(directory);
    return bsize * bfree;
}
function mebibytes(bytes) {
    return `${Math.round(bytes / 1_048_576)} MiB`;
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/process.js











const DEFAULT_GRACE_MS = 5_000;
/** What a program may print in all before it is ended: 256 MiB a stream, so that a disk or a log can't be filled through us. */
const PRINT_LIMIT = 256 * 1024 * 1024;
/** What observers are shown of one command; the result keeps its own head and tail. */
const SHOWN_LIMIT = 2 * 1024 * 1024;
/**
 * Runs programs as children of this process, each in its own session, from an empty environment, under the confinement its profile asks for.
 * A profile this machine can't enforce is refused with `sandbox.unavailable`.
 */
function createSandbox(options) {
    const base = baseEnvironment(options.env ?? process.env);
    return {
        async run(command) {
            const confinement = await confinementFor(command, { ...options, base });
            let result;
            try {
                result = await runConfined(command, confinement, base);
            }
            finally {
                await confinement.dispose();
            }
            return { ...result, violations: [...confinement.violations] };
        },
        async probe() {
            const machine = await probeMachine(options.programPath);
            return { profiles: enforceableProfiles(machine), missing: machine.missing };
        },
    };
}
async function runConfined(command, confinement, base) {
    if (command.signal?.aborted === true)
        return endedBefore("cancelled");
    const marker = `PAWL_PROCESS=${(0,external_node_crypto_.randomUUID)()}`;
    const env = { ...base, ...confinement.env, ...command.env, PAWL_PROCESS: marker.slice(13) };
    const started = performance.now();
    const [program, ...args] = confinement.argv;
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: command.cwd,
        env,
        // A session of its own: signals reach the whole group, and the terminal's reach none of it.
        detached: process.platform !== "win32",
        stdio: [command.stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
        windowsHide: true,
    });
    const stdout = new BoundedOutput(command.outputLimit);
    const stderr = new BoundedOutput(command.outputLimit);
    const violations = confinement.violations;
    let ended;
    const tree = killer(child, marker, confinement.contained, command.graceMs ?? DEFAULT_GRACE_MS);
    const end = (why, force = false) => {
        if (ended !== undefined)
            return;
        ended = why;
        tree.end(force);
    };
    const forwards = [
        collect(child, "stdout", stdout, command, () => end("output", true)),
        collect(child, "stderr", stderr, command, () => end("output", true)),
    ];
    const timer = command.timeoutMs === undefined ? undefined : setTimeout(() => end("timeout"), command.timeoutMs);
    const { wallMs } = confinement.limits;
    const wall = wallMs === undefined
        ? undefined
        : setTimeout(() => {
            violations.push(`time: it ran longer than the ${Math.round(wallMs / 60_000)} minutes that are allowed`);
            end("limit");
        }, wallMs);
    const onAbort = () => end("cancelled");
    command.signal?.addEventListener("abort", onAbort, { once: true });
    const watch = watchLimits(child.pid, marker, confinement.limits, command, (violation) => {
        violations.push(violation);
        end("limit", true);
    });
    try {
        const { exitCode, signal } = await finished(child, command, tree);
        for (const flush of forwards)
            flush();
        return {
            exitCode,
            signal,
            stdout: stdout.text(),
            stderr: stderr.text(),
            truncated: stdout.dropped + stderr.dropped,
            durationMs: Math.round(performance.now() - started),
            ...(ended === undefined ? {} : { ended }),
            violations: [],
        };
    }
    finally {
        clearTimeout(timer);
        clearTimeout(wall);
        watch.stop();
        command.signal?.removeEventListener("abort", onAbort);
        tree.sweep();
        // A namespace that ended by itself is gone already: the kernel ends what is in it first.
        if (!confinement.contained || ended !== undefined)
            await tree.gone();
    }
}
/** Resolves when the program and its pipes have ended. A child that keeps the pipes open behind the program's back is ended. */
async function finished(child, command, tree) {
    if (command.stdin !== undefined && child.stdin !== null) {
        // EPIPE: the program ended without reading its input, which is its right.
        child.stdin.on("error", () => undefined);
        if (typeof command.stdin === "string" || command.stdin instanceof Uint8Array)
            child.stdin.end(command.stdin);
        else
            external_node_stream_.Readable.from(command.stdin).pipe(child.stdin);
    }
    const closed = new Promise((resolve) => child.once("close", () => resolve()));
    const { code, signal } = await new Promise((resolve, reject) => {
        child.once("error", (cause) => reject(cannotStart(command, cause)));
        child.once("exit", (code, signal) => resolve({ code, signal }));
    });
    tree.sweep();
    let timer;
    await Promise.race([closed, new Promise((resolve) => (timer = setTimeout(resolve, 2_000)))]);
    clearTimeout(timer);
    child.stdout?.destroy();
    child.stderr?.destroy();
    return { exitCode: code ?? undefined, signal: signal ?? undefined };
}
function cannotStart(command, cause) {
    const missing = cause.code === "ENOENT";
    return new errors/* PawlError */.p({
        code: missing ? "sandbox.program_not_found" : "sandbox.cannot_start",
        kind: "permanent",
        message: `${command.argv[0]} can't be started in ${command.cwd}: ${missing ? "no such program or directory" : cause.message}`,
        remedy: `Install ${command.argv[0]} or put it on PATH.`,
        cause,
    });
}
function endedBefore(ended) {
    return {
        exitCode: undefined,
        signal: undefined,
        stdout: "",
        stderr: "",
        truncated: 0,
        durationMs: 0,
        ended,
        violations: [],
    };
}
/** Ends the whole tree: SIGTERM, the grace period, then SIGKILL until nothing is left. */
function killer(child, marker, contained, graceMs) {
    let timer;
    const pid = child.pid;
    const kill = () => {
        if (pid === undefined)
            return;
        signalProcess(-pid, "SIGKILL");
        // The kernel ends a process namespace as a whole when its first process ends.
        if (contained)
            return;
        // The list is read again until it is empty: a program that forks faster than we look would otherwise leave a child behind.
        for (let round = 0; round < 20; round++) {
            const left = descendants(pid, marker);
            if (left.length === 0)
                return;
            for (const process of left)
                signalProcess(process.pid, "SIGKILL");
        }
    };
    return {
        end(force) {
            if (pid === undefined)
                return;
            if (force)
                return kill();
            const tree = descendants(pid, marker);
            // From the top: a shell must hear it before it sees its child end, or it goes on with its next line.
            // A wrapper (bwrap) would take its whole namespace along without grace: only what runs inside it is asked to end.
            if (!contained)
                signalProcess(pid, "SIGTERM");
            for (const process of tree)
                signalProcess(process.pid, "SIGTERM");
            timer = setTimeout(kill, graceMs);
        },
        sweep() {
            clearTimeout(timer);
            kill();
        },
        async gone() {
            // SIGKILL takes effect when the kernel next looks at a process: what was promised to be over must be over.
            if (pid === undefined)
                return;
            for (let look = 0; look < 100 && descendants(pid, marker).length > 0; look++) {
                await new Promise((resolve) => setTimeout(resolve, 10));
            }
        },
    };
}
/** Gathers one stream, and shows it to the observer line by line. The returned function flushes what is left. */
function collect(child, name, output, command, overflow) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    const limit = command.shownLimit ?? SHOWN_LIMIT;
    let pending = "";
    let shown = 0;
    const show = (text) => {
        if (text === "" || command.onOutput === undefined || shown > limit)
            return;
        shown += text.length;
        command.onOutput(name, text);
        if (shown > limit)
            command.onOutput(name, `\n[more than ${limit} characters: no more is shown]\n`);
    };
    child[name]?.on("data", (chunk) => {
        output.write(chunk);
        if (output.total > PRINT_LIMIT)
            return overflow();
        pending += decoder.write(chunk);
        const lineEnd = pending.lastIndexOf("\n") + 1;
        const cut = pending.length - lineEnd > 65_536 ? pending.length : lineEnd;
        show(pending.slice(0, cut));
        pending = pending.slice(cut);
    });
    return () => {
        show(pending + decoder.end());
        pending = "";
    };
}


/***/ }),

/***/ 26858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ securityProfile),
/* harmony export */   e: () => (/* binding */ SECURITY_PROFILES)
/* harmony export */ });
/** Package registries and GitHub's content hosts: what builds and tests commonly fetch from. */
const BUILD_HOSTS = [
    "*.npmjs.org",
    "*.yarnpkg.com",
    "pypi.org",
    "files.pythonhosted.org",
    "proxy.golang.org",
    "sum.golang.org",
    "static.crates.io",
    "index.crates.io",
    "crates.io",
    "repo.maven.apache.org",
    "repo1.maven.org",
    "plugins.gradle.org",
    "rubygems.org",
    "github.com",
    "codeload.github.com",
    "objects.githubusercontent.com",
    "raw.githubusercontent.com",
    "nodejs.org",
];
const READ_TOOLS = ["read", "glob", "grep"];
const FILE_TOOLS = [...READ_TOOLS, "edit", "write"];
const ALL_TOOLS = [...FILE_TOOLS, "bash"];
/** Programs that change who one is, reach other machines or other sandboxes: of no use inside, and hidden so that nobody wonders. */
const ESCAPES = [
    "sudo",
    "su",
    "doas",
    "pkexec",
    "mount",
    "umount",
    "nsenter",
    "unshare",
    "bwrap",
    "docker",
    "podman",
    "systemctl",
    "systemd-run",
    "at",
    "crontab",
];
const NETWORK_CLIENTS = [
    "ssh",
    "scp",
    "sftp",
    "rsync",
    "telnet",
    "ftp",
    "nc",
    "ncat",
    "netcat",
    "socat",
    "ping",
];
/** Programs of a paranoid step: a shell, the everyday text tools, version control, and the usual runtimes and build tools. */
const PARANOID_COMMANDS = [
    ..."sh bash dash env cat ls cp mv rm mkdir rmdir touch ln chmod find xargs grep egrep fgrep sed awk gawk mawk cut sort uniq head tail tr wc tee diff patch".split(" "),
    ..."echo printf true false test expr date dirname basename realpath readlink mktemp pwd sleep seq stat tar gzip gunzip which id uname nproc prlimit".split(" "),
    ..."git node npm npx corepack yarn pnpm python python3 pip pip3 pytest go gofmt cargo rustc java javac mvn gradle make".split(" "),
];
const SECURITY_PROFILES = [
    {
        name: "minimal",
        purpose: "Reading and reporting: nothing in the workspace changes.",
        workspace: "read",
        readOnly: [],
        network: "none",
        limits: { cpuSeconds: 120, memoryMiB: 1_024, processes: 64, diskMiB: 64, wallMinutes: 5 },
        tools: READ_TOOLS,
        commands: { without: [...ESCAPES, ...NETWORK_CLIENTS] },
    },
    {
        name: "standard",
        purpose: "Building and testing: writes the workspace, fetches packages.",
        workspace: "write",
        readOnly: [],
        network: BUILD_HOSTS,
        limits: { cpuSeconds: 1_800, memoryMiB: 4_096, processes: 512, diskMiB: 4_096, wallMinutes: 30 },
        tools: [...ALL_TOOLS, "mcp"],
        commands: { without: ESCAPES },
    },
    {
        name: "hardened",
        purpose: "Work on untrusted input: writes the workspace but not its automation, no network.",
        workspace: "write",
        readOnly: [
            ".github",
            ".gitlab-ci.yml",
            ".circleci",
            ".claude",
            ".vscode",
            ".devcontainer",
            ".husky",
            ".githooks",
            "CODEOWNERS",
        ],
        network: "none",
        limits: { cpuSeconds: 900, memoryMiB: 2_048, processes: 256, diskMiB: 1_024, wallMinutes: 20 },
        tools: ALL_TOOLS,
        commands: { without: [...ESCAPES, ...NETWORK_CLIENTS, "curl", "wget", "gh"] },
    },
    {
        name: "paranoid",
        purpose: "The least that can still run a test suite: named programs only, no agent shell.",
        workspace: "write",
        readOnly: [
            ".github",
            ".gitlab-ci.yml",
            ".circleci",
            ".claude",
            ".vscode",
            ".devcontainer",
            ".husky",
            ".githooks",
            "CODEOWNERS",
        ],
        network: "none",
        limits: { cpuSeconds: 300, memoryMiB: 1_024, processes: 64, diskMiB: 256, wallMinutes: 10 },
        tools: FILE_TOOLS,
        commands: { only: PARANOID_COMMANDS },
    },
    {
        name: "development",
        purpose: "A developer's own machine: any network, generous limits; credentials and other projects stay out of sight.",
        workspace: "write",
        readOnly: [],
        network: "open",
        limits: { cpuSeconds: 7_200, memoryMiB: 16_384, processes: 4_096, diskMiB: 32_768, wallMinutes: 120 },
        tools: [...ALL_TOOLS, "mcp"],
        commands: { without: [] },
    },
    {
        name: "testing",
        purpose: "Test suites with servers and browsers of their own: much room, no network beyond loopback.",
        workspace: "write",
        readOnly: [],
        network: "none",
        limits: { cpuSeconds: 3_600, memoryMiB: 8_192, processes: 1_024, diskMiB: 8_192, wallMinutes: 60 },
        tools: ALL_TOOLS,
        commands: { without: ESCAPES },
    },
    {
        name: "restricted",
        purpose: "An agent that fixes code: writes the workspace, no network, modest limits.",
        workspace: "write",
        readOnly: [],
        network: "none",
        limits: { cpuSeconds: 300, memoryMiB: 2_048, processes: 128, diskMiB: 512, wallMinutes: 10 },
        tools: ALL_TOOLS,
        commands: { without: [...ESCAPES, ...NETWORK_CLIENTS, "curl", "wget", "gh"] },
    },
];
/** The profile of this name. */
function securityProfile(name) {
    return SECURITY_PROFILES.find((profile) => profile.name === name);
}


/***/ })

};
