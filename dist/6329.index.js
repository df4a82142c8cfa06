export const id = 6329;
export const ids = [6329];
export const modules = {

/***/ 16329:
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
/** Parts of `.git` no step has business with: the run's own journal and caches, and configurations that may carry credentials. */
function privateGitParts(git) {
    const entries = (0,external_node_fs_.readdirSync)(git, { withFileTypes: true });
    const at = (names) => names.map(({ name }) => external_node_path_.join(git, name));
    return {
        directories: at(entries.filter((entry) => entry.isDirectory() && ["pawl", "modules", "worktrees"].includes(entry.name))),
        files: at(entries.filter((entry) => entry.isFile() &&
            (["config.worktree", "credentials", "FETCH_HEAD"].includes(entry.name) || entry.name.endsWith(".lock")))),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/bubblewrap.js



/** Where things are put inside that come from elsewhere. */
const INSIDE = { home: "/tmp/home" };
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
    const size = profile.limits.diskMiB * 1_048_576;
    // Every file system in memory has a size, or is closed at the end: else it would be memory that no limit counts.
    const temporary = `--size ${size} --tmpfs /tmp --dir ${INSIDE.home} --size ${size} --tmpfs /dev/shm --size 1048576 --tmpfs /run --symlink ../tmp /var/tmp`;
    return [
        ..."--unshare-user --unshare-pid --unshare-ipc --unshare-uts --unshare-cgroup-try".split(" "),
        ...(mounts.closable ? ["--disable-userns"] : []),
        ...(mounts.unshareNetwork ? ["--unshare-net"] : []),
        ..."--die-with-parent --cap-drop ALL --hostname pawl".split(" "),
        ...systemMounts(),
        ..."--proc /proc --dev /dev".split(" "),
        ...temporary.split(" "),
        ...toolMounts(mounts),
        ...commandMounts(profile, mounts),
        ...workspaceMounts(profile, mounts),
        ...(command.readable ?? []).flatMap((file) => ["--ro-bind-try", file, file]),
        ...command.writable.flatMap((directory) => ["--bind", directory, directory]),
        ..."--remount-ro /dev --remount-ro /".split(" "),
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
            "--remount-ro",
            directory,
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
        ...(hasGit ? bubblewrap_hidden(git) : (0,external_node_fs_.existsSync)(git) ? ["--ro-bind", git, git] : []),
    ];
}
function bubblewrap_hidden(git) {
    const { directories, files } = privateGitParts(git);
    return [
        ...directories.flatMap((directory) => ["--tmpfs", directory, "--remount-ro", directory]),
        ...files.flatMap((file) => ["--ro-bind", "/dev/null", file]),
    ];
}
function searchPathOf(mounts) {
    return mounts.searchPath.split(":").filter((directory) => external_node_path_.isAbsolute(directory) && (0,external_node_fs_.existsSync)(directory));
}
function isBelow(file, directory) {
    const relative = external_node_path_.relative(directory, file);
    return relative === "" || (!relative.startsWith("..") && !external_node_path_.isAbsolute(relative));
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/container.js




const MEBIBYTE = 1_048_576;
/** Variables the engine's own client goes by: it gets the parent's, whatever the command declares under the same names. */
const CLIENT = /^(?:PATH|HOME|USER|DOCKER_\w+|CONTAINERS?_\w+|XDG_\w+|TMPDIR|BUILDAH_\w+|STORAGE_\w+|REGISTRY_\w+|SSL_\w+|LD_\w+|GO\w+|\w+_proxy|\w+_PROXY)$/; // prettier-ignore
/**
 * The line that runs one command in a container under a profile: the image's root read-only, no capabilities, no new privileges, memory, processes
 * and files bounded by the engine, the workspace where it is, `.git` read-only and without credentials. Options are those that `docker run` and
 * `podman run` share (docs.docker.com/reference/cli/docker/container/run, docs.podman.io/en/latest/markdown/podman-run.1.html).
 *
 * Values of the environment don't appear in it, but for those of variables the engine's client itself goes by.
 */
function containerLine(engine, name, profile, command, env, mounts) {
    const { limits } = profile;
    const disk = limits.diskMiB * MEBIBYTE;
    const limited = [
        `--memory ${limits.memoryMiB}m --memory-swap ${limits.memoryMiB}m --pids-limit ${limits.processes}`,
        `--ulimit cpu=${limits.cpuSeconds}:${limits.cpuSeconds} --ulimit fsize=${disk}:${disk}`,
        `--tmpfs /tmp:rw,exec,nosuid,nodev,mode=1777,size=${disk}`,
        ...(mounts.network === undefined ? [] : [`--network ${mounts.network}`]),
    ].join(" ");
    return [
        engine.program,
        ...`run --name ${name} --pull never`.split(" "),
        "--workdir",
        command.cwd,
        ...hardening(engine),
        ...limited.split(" "),
        ...(command.stdin === undefined ? [] : ["--interactive"]),
        ...container_workspaceMounts(profile, mounts),
        ...(command.readable ?? []).flatMap((file) => ((0,external_node_fs_.existsSync)(file) ? bind(file, file, "read") : [])),
        ...command.writable.flatMap((directory) => bind(directory, directory, "write")),
        ...Object.entries(env).flatMap(([variable, value]) => [
            "--env",
            CLIENT.test(variable) ? `${variable}=${value}` : variable,
        ]),
        engine.image,
        ...command.argv,
    ];
}
/** The environment the engine's client is started with: its own, and the command's values that `--env NAME` takes from there. */
function clientEnvironment(parent, env) {
    const own = Object.entries(parent).flatMap(([name, value]) => value !== undefined && CLIENT.test(name) && !/proxy$/i.test(name) ? [[name, value]] : []);
    return {
        ...Object.fromEntries(Object.entries(env).filter(([name]) => !CLIENT.test(name))),
        ...Object.fromEntries(own),
    };
}
/** What every container of ours is: nobody with nothing. Files it makes in the workspace belong to the user who runs us. */
function hardening(engine) {
    const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
    return [
        ..."--read-only --cap-drop ALL --security-opt no-new-privileges --hostname pawl --ulimit core=0:0 --ulimit nofile=8192:8192".split(" "),
        "--user",
        user,
        // Without root, podman numbers users anew unless told to keep them.
        ...(engine.kind === "podman" && process.getuid?.() !== 0 ? ["--userns", "keep-id"] : []),
    ];
}
function bind(source, target, access) {
    // The long form: a path may hold a colon, and a comma is refused by the engine instead of misread.
    return ["--mount", `type=bind,source=${source},target=${target}${access === "read" ? ",readonly" : ""}`];
}
function container_workspaceMounts(profile, { workspace, gitConfig, empty }) {
    const git = external_node_path_.join(workspace, ".git");
    const readOnly = profile.readOnly.map((name) => external_node_path_.join(workspace, name)).filter((file) => (0,external_node_fs_.existsSync)(file));
    return [
        ...bind(workspace, workspace, profile.workspace === "write" ? "write" : "read"),
        ...readOnly.flatMap((file) => bind(file, file, "read")),
        ...((0,external_node_fs_.existsSync)(git) ? bind(git, git, "read") : []),
        ...(gitConfig === undefined ? [] : [...bind(gitConfig, external_node_path_.join(git, "config"), "read"), ...container_hidden(git, empty)]),
    ];
}
/** As under bubblewrap. */
function container_hidden(git, empty) {
    const { directories, files } = privateGitParts(git);
    return [
        ...directories.flatMap((directory) => bind(empty, directory, "read")),
        ...files.flatMap((file) => bind("/dev/null", file, "read")),
    ];
}
/** Whether the kernel ended a container, of which it is known that SIGKILL ended it and that it wasn't ours, for its memory. */
async function ranOutOfMemory(engine, name) {
    // Podman doesn't tell where it keeps the first version of control groups; nobody else sends that signal inside.
    if (engine.kind === "podman")
        return true;
    return (await ask(engine, ["inspect", "--format", "{{.State.OOMKilled}}", name])).trim() === "true";
}
/** Ends a container and what runs in it, and forgets it. A container that is gone already is none to complain about. */
async function removeContainer(engine, name) {
    await ask(engine, ["rm", "--force", "--volumes", name]);
}
function ask(engine, args) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(engine.program, [...args], { timeout: 30_000, env: { ...clientEnvironment(process.env, {}) } }, (_, stdout) => resolve(stdout));
    });
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/bridge.js
/** The port on the sandbox's own loopback where programs find the way out. */
const EGRESS_PORT = 3128;
/**
 * A program for Node that runs in a sandbox of its own, beside those of the commands and on the same loopback: it carries connections from there
 * to Unix sockets that were placed inside. Plain text, because inside there is neither our code nor a package. It says `ready` once it listens,
 * and ends with its standard input.
 *
 * Argument: a JSON object from port to socket path.
 */
const BRIDGE_PROGRAM = `
const net = require("node:net");
const servers = Object.entries(JSON.parse(process.argv[1])).map(([port, socket]) => new Promise((resolve, reject) => {
  const server = net.createServer({ allowHalfOpen: true }, (inside) => {
    const outside = net.connect({ path: socket, allowHalfOpen: true });
    inside.on("error", () => outside.destroy());
    outside.on("error", () => inside.destroy());
    inside.on("close", () => outside.destroy());
    outside.on("close", () => inside.destroy());
    inside.pipe(outside);
    outside.pipe(inside);
  });
  server.on("error", reject);
  server.listen(Number(port), "127.0.0.1", resolve);
}));
process.stdin.on("close", () => process.exit(0)).resume();
Promise.all(servers).then(() => process.stdout.write("ready\\n"), (error) => { console.error(error.message); process.exit(1); });
`;

;// CONCATENATED MODULE: ./lib/adapters/sandbox/loopback.js






/** Where things are placed for the bridge. */
const loopback_INSIDE = "/run/pawl";
const SLOWEST_START_MS = 10_000;
/**
 * Makes a network namespace whose loopback leads to Unix sockets of ours, by port. The bridge that carries the connections has a sandbox and a
 * process namespace of its own: a command in this network sees its ports, and neither its process nor its sockets.
 *
 * @throws PawlError `sandbox.unavailable`
 */
async function openLoopback(machine, sockets) {
    const { placed, line } = bridgeOver(sockets);
    const walls = "--unshare-user --unshare-pid --unshare-ipc --unshare-uts --unshare-net --die-with-parent --cap-drop ALL";
    const argv = [
        ...`${walls} --info-fd 3 --proc /proc`.split(" "),
        ...libraryMounts(),
        ...placed.flatMap(([outside, inside]) => ["--ro-bind", outside, inside]),
        "--",
        ...line,
    ];
    const bridge = (0,external_node_child_process_.spawn)(machine.bwrap, argv, {
        env: {},
        cwd: "/",
        stdio: ["pipe", "pipe", "ignore", "pipe"],
        detached: true,
    });
    try {
        const [pid] = await Promise.all([firstProcess(bridge), ready(bridge)]);
        // Held open, so that the names below mean these namespaces whatever becomes of the process.
        const held = ["user", "net"].map((name) => (0,external_node_fs_.openSync)(`/proc/${pid}/ns/${name}`, "r"));
        const [user, net] = held.map((fd) => `/proc/${process.pid}/fd/${fd}`);
        if (ended(bridge))
            throw new Error("it ended at once");
        release(bridge);
        return {
            enter: (argv) => [machine.nsenter, "--preserve-credentials", `--user=${user}`, `--net=${net}`, "--", ...argv],
            get alive() {
                return !ended(bridge);
            },
            close() {
                for (const fd of held.splice(0))
                    (0,external_node_fs_.closeSync)(fd);
                bridge.kill("SIGKILL");
            },
        };
    }
    catch (cause) {
        bridge.kill("SIGKILL");
        throw unavailable(cause);
    }
}
/**
 * The same as a container of its own, whose network others join.
 *
 * @throws PawlError `sandbox.unavailable`
 */
async function openContainerLoopback(engine, sockets) {
    const { placed, line } = bridgeOver(sockets);
    const name = `pawl-network-${(0,external_node_crypto_.randomUUID)()}`;
    const argv = [
        ...`run --rm --interactive --name ${name} --pull never --network none`.split(" "),
        ...hardening(engine),
        ...placed.flatMap(([outside, inside]) => bind(outside, inside, "read")),
        engine.image,
        ...line,
    ];
    const bridge = (0,external_node_child_process_.spawn)(engine.program, argv, {
        env: clientEnvironment(process.env, {}),
        stdio: ["pipe", "pipe", "ignore"],
        detached: true,
    });
    try {
        await ready(bridge);
        release(bridge);
        return {
            network: `container:${name}`,
            get alive() {
                return !ended(bridge);
            },
            close() {
                // It ends with its input, and the engine forgets it then.
                bridge.stdin?.destroy();
                void removeContainer(engine, name);
            },
        };
    }
    catch (cause) {
        bridge.kill("SIGKILL");
        void removeContainer(engine, name);
        throw unavailable(cause);
    }
}
/** What the bridge needs, outside and inside, and how it is started there. */
function bridgeOver(sockets) {
    const node = `${loopback_INSIDE}/node`;
    const inside = (port) => `${loopback_INSIDE}/${port}.sock`;
    const ports = Object.fromEntries([...sockets.keys()].map((port) => [port, inside(port)]));
    return {
        placed: [[process.execPath, node], ...[...sockets].map(([port, socket]) => [socket, inside(port)])],
        line: [node, "-e", BRIDGE_PROGRAM, "--", JSON.stringify(ports)],
    };
}
function unavailable(cause) {
    return new errors/* PawlError */.p({
        code: "sandbox.unavailable",
        kind: "policy",
        message: `The profile's way to the network can't be made on this machine, so the step is refused: ${cause instanceof Error ? cause.message : String(cause)}`,
        remedy: "Use a profile without network, or see `pawl doctor` for what this machine lacks.",
        cause,
    });
}
/** What Node itself needs to start. */
function libraryMounts() {
    return ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache"].flatMap((root) => {
        if (!(0,external_node_fs_.existsSync)(root))
            return [];
        return (0,external_node_fs_.lstatSync)(root).isSymbolicLink() ? ["--symlink", (0,external_node_fs_.readlinkSync)(root), root] : ["--ro-bind", root, root];
    });
}
/** The process bubblewrap started, as this side numbers it. */
async function firstProcess(bridge) {
    let text = "";
    for await (const chunk of bridge.stdio[3])
        text += String(chunk);
    const pid = /"child-pid":\s*(\d+)/.exec(text)?.[1];
    if (pid === undefined)
        throw new Error("bubblewrap started nothing");
    return Number(pid);
}
function ready(bridge) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("its bridge doesn't start")), SLOWEST_START_MS);
        bridge.once("error", reject);
        bridge.once("exit", (code) => reject(new Error(`its bridge ended with ${code ?? "a signal"}`)));
        bridge.stdout?.once("data", () => resolve());
        bridge.once("close", () => clearTimeout(timer));
        bridge.stdout?.once("data", () => clearTimeout(timer));
    });
}
function ended(process) {
    return process.exitCode !== null || process.signalCode !== null;
}
/** An idle bridge doesn't keep this process from ending; it ends with it. */
function release(bridge) {
    bridge.unref();
    for (const stream of bridge.stdio)
        stream?.unref?.();
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/machine.js



const probed = new Map();
/** What this machine can do, tried out once per process. */
function probeMachine({ programPath, image } = {}) {
    const searchPath = programPath ?? process.env["PATH"] ?? "/usr/bin:/bin";
    const key = `${searchPath}\n${image ?? ""}`;
    let machine = probed.get(key);
    if (machine === undefined) {
        machine = probe(searchPath, image);
        probed.set(key, machine);
    }
    return machine;
}
async function probe(searchPath, image) {
    const missing = [];
    if (process.platform !== "linux") {
        missing.push(`Security profiles need Linux namespaces; this is ${process.platform}. Run the workflow in a Linux container or virtual machine.`);
        const engine = await findEngine(searchPath, image);
        return {
            bwrap: undefined,
            closable: false,
            unshare: undefined,
            prlimit: undefined,
            nsenter: undefined,
            engine,
            missing,
        };
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
    const closable = bwrap !== undefined && (await succeeds(bwrap, ["--disable-userns", ...trial]));
    if (bwrapPath === undefined)
        missing.push("bubblewrap is not installed: sudo apt-get install -y bubblewrap");
    else if (bwrap === undefined)
        missing.push(namespaceHint());
    const [prlimit, nsenter] = ["prlimit", "nsenter"].map((name) => {
        const file = findProgram(name, searchPath);
        if (file === undefined)
            missing.push(`${name} is not installed: sudo apt-get install -y util-linux`);
        return file;
    });
    const unsharePath = bwrap === undefined ? findProgram("unshare", searchPath) : undefined;
    const unshare = unsharePath !== undefined && (await succeeds(unsharePath, [...UNSHARE_ARGUMENTS, "true"]))
        ? unsharePath
        : undefined;
    const engine = missing.length === 0 ? undefined : await findEngine(searchPath, image);
    return { bwrap, closable, unshare, prlimit, nsenter, engine, missing };
}
/** The first engine whose server answers and that has the image: one that would have to be fetched is somebody's decision, not ours. */
async function findEngine(searchPath, image) {
    if (image === undefined)
        return undefined;
    for (const kind of ["docker", "podman"]) {
        const program = findProgram(kind, searchPath);
        if (program !== undefined &&
            (await succeeds(program, ["image", "inspect", "--format", "{{.Id}}", image], process.env)))
            return { kind, program, image };
    }
    return undefined;
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
function succeeds(program, args, env = { PATH: process.env["PATH"] ?? "" }) {
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(program, [...args], { timeout: 10_000, env }, (error) => resolve(error === null));
    });
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/confinement.js











const confinement_MEBIBYTE = 1_048_576;
/** The confinement for a command: of its profile, or the strongest that costs the author nothing when it names none. */
async function confinementFor(command, options) {
    const machine = await probeMachine(options);
    if (command.profile === undefined) {
        if (options.withoutWalls === "nothing" && !hasOwnProcesses(machine))
            throw exposed(machine);
        return ownProcesses(command, machine, options.base);
    }
    const profile = (0,security_profiles/* securityProfile */.c)(command.profile);
    if (profile === undefined) {
        throw new errors/* PawlError */.p({
            code: "sandbox.unknown_profile",
            kind: "invalid",
            message: `There is no security profile "${command.profile}"`,
            remedy: `Use one of ${security_profiles/* SECURITY_PROFILES */.e.map(({ name }) => name).join(", ")}.`,
        });
    }
    const confine = wayFor(profile, machine);
    if (confine === undefined)
        throw confinement_unavailable(profile, machine);
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join(options.temporaryRoot, "sandbox-"));
    try {
        return await confine(command, await placeOf(command, directory), options);
    }
    catch (thrown) {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
        throw thrown;
    }
}
/** How this machine enforces a profile: in namespaces, or in a container where one does as much; undefined where neither does. */
function wayFor(profile, machine) {
    const { bwrap, prlimit, nsenter, closable, engine } = machine;
    if (bwrap !== undefined && prlimit !== undefined && nsenter !== undefined) {
        return (...rest) => bubblewrapped(profile, ...rest, { bwrap, prlimit, nsenter, closable });
    }
    // Which programs an image holds isn't known from outside, so a profile that names the only ones can't be kept there.
    if (engine === undefined || "only" in profile.commands)
        return undefined;
    return (...rest) => containered(profile, ...rest, engine);
}
/** The names of the profiles this machine can enforce. */
function enforceableProfiles(machine) {
    return security_profiles/* SECURITY_PROFILES */.e.filter((profile) => wayFor(profile, machine) !== undefined).map(({ name }) => name);
}
function confinement_unavailable(profile, machine) {
    return new errors/* PawlError */.p({
        code: "sandbox.unavailable",
        kind: "policy",
        message: `The security profile "${profile.name}" can't be enforced on this machine, so the step is refused`,
        remedy: machine.missing.join("\n"),
    });
}
/**
 * Without a profile: the machine's files and network as they are, but a process namespace with its own `/proc`, so that neither this
 * process's environment nor its memory can be read, and nothing outlives the step. Where the machine has no namespaces, a session of its own.
 */
function ownProcesses(command, machine, base) {
    const bwrap = "--bind / / --dev-bind /dev /dev --unshare-pid --proc /proc --die-with-parent --".split(" ");
    const argv = machine.bwrap !== undefined
        ? [machine.bwrap, ...bwrap, ...command.argv]
        : machine.unshare !== undefined
            ? [machine.unshare, ...UNSHARE_ARGUMENTS, ...command.argv]
            : command.argv;
    return {
        env: base,
        start: (env) => ({ argv, env }),
        limits: {},
        violations: [],
        outer: hasOwnProcesses(machine) ? "namespace" : "tree",
        dispose: async () => undefined,
    };
}
function hasOwnProcesses({ bwrap, unshare }) {
    return bwrap !== undefined || unshare !== undefined;
}
function exposed(machine) {
    return new errors/* PawlError */.p({
        code: "sandbox.unavailable",
        kind: "policy",
        message: "This machine has no process namespaces, so a command could read this job's tokens and keys: nothing is run",
        remedy: [...machine.missing, ACCEPT].join("\n"),
    });
}
/** How an operator says that this machine, or the one around it, is wall enough. */
const ACCEPT = "Where the machine itself is wall enough, accept it: set PAWL_UNCONFINED=allow.";
async function placeOf(command, directory) {
    const workspace = (0,external_node_fs_.realpathSync)(workspaceOf(command));
    return { workspace, directory, gitConfig: await maskedGitConfig(workspace, directory) };
}
async function bubblewrapped(profile, command, place, options, machine) {
    const violations = [];
    const network = await options.namespaces.open(profile, command, networkRefusal(profile, violations), (sockets) => openLoopback(machine, sockets));
    const mounts = {
        ...place,
        unshareNetwork: network.kind === "none",
        closable: machine.closable,
        searchPath: command.env["PATH"] ?? options.base["PATH"] ?? "",
        home: realpathOr(options.base["HOME"] ?? "/root"),
    };
    const line = [
        machine.bwrap,
        ...bubblewrapArguments(profile, command, mounts),
        "--",
        ...resourceLimits(profile, machine.prlimit),
        ...command.argv,
    ];
    const argv = network.loopback === undefined ? line : network.loopback.enter(line);
    const rustup = external_node_path_.join(mounts.home, ".rustup");
    return {
        env: {
            ...options.base,
            ...insideEnvironment(mounts.workspace, INSIDE.home),
            ...((0,external_node_fs_.existsSync)(rustup) ? { RUSTUP_HOME: rustup, CARGO_HOME: `${INSIDE.home}/.cargo` } : {}),
            ...network.env,
        },
        start: (env) => ({ argv, env }),
        limits: limitsOf(profile),
        violations,
        outer: "namespace",
        dispose: cleaner(profile, place, violations, () => network.close()),
    };
}
async function containered(profile, command, place, options, engine) {
    const violations = [];
    const network = await options.containers.open(profile, command, networkRefusal(profile, violations), (sockets) => openContainerLoopback(engine, sockets));
    const name = `pawl-${(0,external_node_crypto_.randomUUID)()}`;
    const empty = external_node_path_.join(place.directory, "empty");
    await (0,promises_.mkdir)(empty);
    const { LANG, LC_ALL, TZ } = options.base;
    const neutral = Object.entries({ LANG, LC_ALL, TZ }).flatMap(([key, value]) => value === undefined ? [] : [[key, value]]);
    const clean = cleaner(profile, place, violations, () => network.close());
    return {
        // Programs, their paths and certificates are the image's.
        env: { ...Object.fromEntries(neutral), ...insideEnvironment(place.workspace, "/tmp"), ...network.env },
        start: (env) => ({
            argv: containerLine(engine, name, profile, command, env, {
                ...place,
                empty,
                network: network.kind === "none" ? "none" : network.loopback?.network,
            }),
            env: clientEnvironment(process.env, env),
        }),
        limits: limitsOf(profile),
        violations,
        outer: "client",
        stop: () => removeContainer(engine, name),
        async dispose(exitCode) {
            // 128 + SIGKILL: the kernel's way of keeping the limit.
            if (exitCode === 137 && (await ranOutOfMemory(engine, name)))
                violations.push(`memory: more than the ${profile.limits.memoryMiB} MiB that are allowed`);
            await removeContainer(engine, name);
            await clean();
        },
    };
}
function networkRefusal(profile, violations) {
    return (destination) => {
        violations.push(`network: ${destination} is not among the hosts the profile ${profile.name} allows`);
    };
}
function limitsOf({ limits }) {
    return {
        memory: limits.memoryMiB * confinement_MEBIBYTE,
        processes: limits.processes,
        disk: limits.diskMiB * confinement_MEBIBYTE,
        wallMs: limits.wallMinutes * 60_000,
    };
}
/** What is done when the command has ended: forbidden files are taken away, the network and the directory are given back. */
function cleaner(profile, { workspace, directory }, violations, closeNetwork) {
    const absent = profile.readOnly.map((name) => external_node_path_.join(workspace, name)).filter((file) => !(0,external_node_fs_.existsSync)(file));
    return async () => {
        for (const file of absent)
            removeForbidden(file, workspace, violations);
        closeNetwork();
        await (0,promises_.rm)(directory, { recursive: true, force: true });
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
        `--fsize=${limits.diskMiB * confinement_MEBIBYTE}`,
        "--core=0",
        "--nofile=8192",
        "--",
    ];
}
/** A home of its own, empty at the start; nothing of the user's configuration applies. */
function insideEnvironment(workspace, home) {
    return {
        HOME: home,
        TMPDIR: "/tmp",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_TERMINAL_PROMPT: "0",
        // The work tree belongs to another user where the machine maps users; git would refuse it.
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "safe.directory",
        GIT_CONFIG_VALUE_0: workspace,
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

;// CONCATENATED MODULE: ./lib/adapters/sandbox/open-files.js

/** Bytes of files that have no name any more but are held open by a tree, by the device they are on: deleted files, and memory files (memfd). */
function unlinkedBytes(tree) {
    const seen = new Set();
    const bytes = new Map();
    for (const { pid } of tree) {
        for (const fd of namesIn(`/proc/${pid}/fd`)) {
            const file = statOf(`/proc/${pid}/fd/${fd}`);
            if (file === undefined || !file.isFile() || file.nlink > 0 || seen.has(`${file.dev}:${file.ino}`))
                continue;
            seen.add(`${file.dev}:${file.ino}`);
            bytes.set(file.dev, (bytes.get(file.dev) ?? 0) + file.blocks * 512);
        }
    }
    return bytes;
}
/** Bytes of shared memory the whole machine has in use: what a tree takes without it being any process's own is part of it (proc(5), meminfo). */
function sharedMemory() {
    return Number(/^Shmem:\s*(\d+) kB/m.exec(textOf("/proc/meminfo"))?.[1] ?? 0) * 1_024;
}
/** Bytes of shared memory that a tree holds and no process of it shows as its own: memory files, and segments (shmget) of its IPC namespace. */
function memoryBesideProcesses(tree, diskDevice) {
    let bytes = 0;
    for (const [device, size] of unlinkedBytes(tree))
        if (device !== diskDevice)
            bytes += size;
    const last = tree.at(-1);
    const segments = last === undefined ? "" : textOf(`/proc/${last.pid}/root/proc/sysvipc/shm`);
    // The last columns are rss and swap, in bytes.
    for (const line of segments.split("\n").slice(1))
        bytes += Number(line.trim().split(/\s+/).at(-2) ?? 0) || 0;
    const mapped = tree.reduce((sum, { pid }) => sum + Number(/^RssShmem:\s*(\d+) kB/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) * 1_024, 0);
    return Math.max(0, bytes - mapped);
}
function namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "latin1");
    }
    catch {
        return "";
    }
}
function statOf(file) {
    try {
        return (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/limits.js




const INTERVAL_MS = 100;
/** With less than this left, whoever wrote it: the machine's other work is worth more. */
const LAST_FREE = 256 * 1_048_576;
/**
 * Watches what `prlimit` can't count: memory, processes and disk space of a whole tree. Calls `exceeded` once, with what was exceeded, and the
 * caller ends the tree.
 */
function watchLimits(pid, marker, limits, command, exceeded) {
    const counted = limits.memory !== undefined || limits.processes !== undefined || limits.disk !== undefined;
    if (pid === undefined || !counted)
        return { stop: () => undefined };
    const overMemory = limits.memory === undefined ? undefined : watchMemory(limits.memory, command);
    const overDisk = limits.disk === undefined ? undefined : watchDisk(limits.disk, command);
    let timer;
    const look = () => {
        const tree = descendants(pid, marker);
        const violation = overProcesses(tree, limits) ?? overMemory?.(tree) ?? overDisk?.(tree);
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
function overProcesses(tree, { processes }) {
    if (processes === undefined || tree.length <= processes)
        return undefined;
    return `processes: ${tree.length} at once, ${processes} are allowed`;
}
/** Watches memory: that of the processes always, and what they hold beside it (memory files, shared segments) when the machine's has grown. */
function watchMemory(limit, command) {
    const sharedAtStart = sharedMemory();
    const { dev } = (0,external_node_fs_.statSync)(command.cwd);
    return (tree) => {
        const own = tree.reduce((sum, process) => sum + process.memory, 0);
        const suspicious = own <= limit && own + sharedMemory() - sharedAtStart > limit;
        const used = own + (suspicious ? memoryBesideProcesses(tree, dev) : 0);
        return used > limit ? `memory: ${mebibytes(used)} in use, ${mebibytes(limit)} are allowed` : undefined;
    };
}
/**
 * Watches what a command adds to the disk. Looking at the free space costs nothing, so that is looked at first; because others write to the same
 * disk, what shrank it is only held against the command when it is found in files of its own, or when the disk is about to be full.
 */
function watchDisk(limit, command) {
    const startedAt = Date.now();
    const freeAtStart = freeBytes(command.cwd) ?? 0;
    const { dev } = (0,external_node_fs_.statSync)(command.cwd);
    let searchAt = 0;
    return (tree) => {
        // A command may remove the directory it was started in.
        const free = freeBytes(command.cwd) ?? freeAtStart;
        const shrunk = freeAtStart - free;
        if (shrunk <= limit || performance.now() < searchAt)
            return undefined;
        const started = performance.now();
        const own = bytesWritten([command.workspace ?? command.cwd, ...command.writable], startedAt) +
            (unlinkedBytes(tree).get(dev) ?? 0);
        // A large tree takes long to search: it is searched again after ten times as long.
        searchAt = performance.now() + 10 * (performance.now() - started);
        const written = own > limit ? own : free < LAST_FREE ? shrunk : undefined;
        if (written === undefined)
            return undefined;
        return `disk: ${mebibytes(written)} written, ${mebibytes(limit)} are allowed`;
    };
}
/** Bytes on disk of the files below these directories that changed since a time. */
function bytesWritten(directories, since) {
    let bytes = 0;
    const visit = (directory) => {
        let entries;
        try {
            entries = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
        }
        catch {
            return;
        }
        for (const entry of entries) {
            const file = external_node_path_.join(directory, entry.name);
            if (entry.isDirectory())
                visit(file);
            else if (entry.isFile())
                bytes += changedBytes((0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false }), since);
        }
    };
    for (const directory of directories)
        visit(directory);
    return bytes;
}
function changedBytes(file, since) {
    return file === undefined || file.ctimeMs < since ? 0 : file.blocks * 512;
}
function freeBytes(directory) {
    try {
        const { bsize, bfree } = (0,external_node_fs_.statfsSync)(directory);
        return bsize * bfree;
    }
    catch {
        return undefined;
    }
}
function mebibytes(bytes) {
    return `${Math.round(bytes / 1_048_576)} MiB`;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./lib/adapters/sandbox/unix-socket.js


/** Listens on a Unix socket however long its path is: the kernel takes 107 bytes of a name, so it is named from its directory (unix(7)). */
async function listenAt(server, socket) {
    const directory = (0,external_node_fs_.openSync)(external_node_path_.dirname(socket), "r");
    try {
        await new Promise((resolve, reject) => {
            server.once("error", reject);
            server.listen(`/proc/self/fd/${directory}/${external_node_path_.basename(socket)}`, resolve);
        });
    }
    finally {
        (0,external_node_fs_.closeSync)(directory);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/sandbox/egress-proxy.js




/** Ports that may be reached on an allowed host that names none. */
const WEB_PORTS = new Set([80, 443]);
const MOST_VIOLATIONS = 100;
/** Addresses of the machine itself and of private networks: an allowed name that resolves to one is somebody's trick (DNS rebinding). */
const PRIVATE = new external_node_net_.BlockList();
for (const [address, prefix] of [
    ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.168.0.0", 16],
    ["192.0.0.0", 24], ["198.18.0.0", 15], ["224.0.0.0", 4], ["240.0.0.0", 4],
])
    PRIVATE.addSubnet(address, prefix, "ipv4"); // prettier-ignore
for (const [address, prefix] of [
    ["::1", 128],
    ["::", 128],
    ["fc00::", 7],
    ["fe80::", 10],
    ["ff00::", 8],
    // Addresses that hold an IPv4 one: translation (RFC 6052, RFC 8215), 6to4, Teredo.
    ["64:ff9b::", 96],
    ["64:ff9b:1::", 48],
    ["2002::", 16],
    ["2001::", 32],
])
    PRIVATE.addSubnet(address, prefix, "ipv6");
/** Whether an address is of the machine itself or of a private network. */
function isPrivateAddress(address, family) {
    return PRIVATE.check(address, family === 6 ? "ipv6" : "ipv4");
}
/**
 * The only way out of a sandbox whose network is a list of hosts: an HTTP proxy on a Unix socket that connects to these hosts and to nothing
 * else. It resolves names itself, so that a name can't lead into private networks.
 *
 * @param socket path of the Unix socket to listen on
 * @param allowed `host`, `*.host` (its subdomains) or `host:port`; an address is reached only when it is listed as it stands
 */
async function startEgressProxy(socket, allowed) {
    let refused = () => undefined;
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
    server.on("connection", (connection) => connection.unref());
    await listenAt(server, socket);
    server.unref();
    const hangUp = () => {
        for (const client of open)
            client.destroy();
        server.closeAllConnections();
    };
    return {
        attend(next) {
            refused = next;
            seen.clear();
        },
        hangUp() {
            refused = () => undefined;
            hangUp();
        },
        close() {
            server.close();
            hangUp();
        },
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
    // The command may have ended while the name was looked up.
    if (client.destroyed)
        return void upstream.destroy();
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
    response.once("close", () => upstream.destroy());
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
        return isPrivateAddress(address, family) ? undefined : address;
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






/** How long a way out that nothing uses is kept for the next command. */
const IDLE_MS = 10_000;
/** Directories of open ways out, for the case that this process ends before they are closed. */
const directories = new Set();
process.once("exit", () => directories.forEach(remove));
const NOTHING_OPENED = { loopback: undefined, env: {}, close: () => undefined };
/**
 * Networks for commands. Starting a way out takes as long as starting Node, so that of a list of hosts is kept for the next command with the same
 * list, until it was idle for ten seconds or this process ends.
 *
 * @param temporaryRoot an existing directory outside every workspace, for sockets
 */
function createNetworks(temporaryRoot, allowedHosts) {
    const idle = new Map();
    const take = (key) => {
        for (let outlet = idle.get(key)?.pop(); outlet !== undefined; outlet = idle.get(key)?.pop()) {
            if (outlet.loopback.alive)
                return outlet;
            outlet.close();
        }
        return undefined;
    };
    const keep = (key, outlet) => {
        outlet.proxy?.hangUp();
        const others = idle.get(key) ?? [];
        idle.set(key, others);
        others.push(outlet);
        setTimeout(() => {
            const at = others.indexOf(outlet);
            // In use again: that command gives it back with a new time.
            if (at === -1)
                return;
            others.splice(at, 1);
            outlet.close();
        }, IDLE_MS).unref();
    };
    return {
        async open(profile, command, refused, openLoopback) {
            if (profile.network === "open")
                return { ...NOTHING_OPENED, kind: "open" };
            const bridges = command.bridges ?? [];
            const hosts = typeof profile.network === "string" ? undefined : [...profile.network, ...allowedHosts];
            if (hosts === undefined && bridges.length === 0)
                return { ...NOTHING_OPENED, kind: "none" };
            const key = hosts?.join(" ") ?? "";
            // A way out with bridges is this command's alone.
            const reusable = bridges.length === 0;
            const outlet = (reusable ? take(key) : undefined) ?? (await openOutlet(temporaryRoot, hosts, bridges, openLoopback));
            outlet.proxy?.attend(refused);
            return {
                kind: "loopback",
                loopback: outlet.loopback,
                env: hosts === undefined ? {} : proxyEnvironment(),
                close: () => (reusable ? keep(key, outlet) : outlet.close()),
            };
        },
    };
}
async function openOutlet(temporaryRoot, hosts, bridges, openLoopback) {
    const directory = (0,external_node_fs_.mkdtempSync)(external_node_path_.join(temporaryRoot, "network-"));
    directories.add(directory);
    let proxy;
    const carriers = [];
    const end = () => {
        proxy?.close();
        for (const carrier of carriers)
            carrier.close();
        remove(directory);
    };
    try {
        const sockets = new Map();
        for (const port of bridges) {
            const socket = external_node_path_.join(directory, `${port}.sock`);
            carriers.push(await carryTo(port, socket));
            sockets.set(port, socket);
        }
        if (hosts !== undefined) {
            const socket = external_node_path_.join(directory, "egress.sock");
            proxy = await startEgressProxy(socket, hosts);
            sockets.set(EGRESS_PORT, socket);
        }
        const loopback = await openLoopback(sockets);
        return {
            loopback,
            proxy,
            close() {
                loopback.close();
                end();
            },
        };
    }
    catch (thrown) {
        end();
        throw thrown;
    }
}
/** Carries connections from a Unix socket to a port of this machine's loopback. */
async function carryTo(port, socket) {
    const open = new Set();
    const server = (0,external_node_net_.createServer)({ allowHalfOpen: true }, (inside) => {
        const outside = (0,external_node_net_.connect)({ host: "127.0.0.1", port, allowHalfOpen: true });
        for (const [one, other] of [
            [inside, outside],
            [outside, inside],
        ]) {
            open.add(one);
            one.on("error", () => other.destroy());
            one.on("close", () => {
                open.delete(one);
                other.destroy();
            });
            one.pipe(other);
        }
    });
    await listenAt(server, socket);
    return {
        close() {
            server.close();
            for (const connection of open)
                connection.destroy();
        },
    };
}
function remove(directory) {
    directories.delete(directory);
    (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
}
/** How programs learn of the proxy; Node's own fetch reads it only when told to. */
function proxyEnvironment() {
    const proxy = `http://127.0.0.1:${EGRESS_PORT}`;
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
    const { temporaryRoot, allowedHosts = [] } = options;
    const networks = {
        namespaces: createNetworks(temporaryRoot, allowedHosts),
        containers: createNetworks(temporaryRoot, allowedHosts),
    };
    return {
        async run(command) {
            const confinement = await confinementFor(command, { ...options, ...networks, base });
            let result;
            try {
                result = await runConfined(command, confinement);
            }
            finally {
                await confinement.dispose(result?.exitCode);
            }
            return { ...result, violations: [...confinement.violations] };
        },
        async probe() {
            const machine = await probeMachine(options);
            return {
                profiles: enforceableProfiles(machine),
                missing: machine.missing,
                agentsWithoutProfile: options.withoutWalls === "all",
            };
        },
    };
}
async function runConfined(command, confinement) {
    if (command.signal?.aborted === true)
        return endedBefore("cancelled");
    const marker = `PAWL_PROCESS=${(0,external_node_crypto_.randomUUID)()}`;
    const outer = confinement.start({ ...confinement.env, ...command.env, PAWL_PROCESS: marker.slice(13) });
    const started = performance.now();
    const [program, ...args] = outer.argv;
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: command.cwd,
        env: outer.env,
        // A session of its own: signals reach the whole group, and the terminal's reach none of it.
        detached: process.platform !== "win32",
        stdio: [command.stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
        windowsHide: true,
    });
    const stdout = new BoundedOutput(command.outputLimit);
    const stderr = new BoundedOutput(command.outputLimit);
    const violations = confinement.violations;
    let ended;
    const tree = killer(child, marker, confinement.outer, command.graceMs ?? DEFAULT_GRACE_MS);
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
        if (ended !== undefined)
            await confinement.stop?.();
        // A namespace that ended by itself is gone already: the kernel ends what is in it first.
        if (confinement.outer === "tree" || ended !== undefined)
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
function killer(child, marker, outer, graceMs) {
    let timer;
    const pid = child.pid;
    const kill = () => {
        if (pid === undefined)
            return;
        signalProcess(-pid, "SIGKILL");
        // The kernel ends a process namespace as a whole when its first process ends; a container is its engine's to end.
        if (outer !== "tree")
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
            if (outer !== "namespace")
                signalProcess(pid, "SIGTERM");
            if (outer !== "client")
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
            if (pid === undefined || outer === "client")
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
