export const id = 2054;
export const ids = [2054];
export const modules = {

/***/ 32054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitWorkspace: () => (/* binding */ openGitWorkspace)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./lib/adapters/workspace/git-command.js




let gitProgram;
/** The absolute path of git, looked up once: a step that later puts its own `git` on a path changes nothing. */
function gitPath() {
    if (gitProgram !== undefined)
        return gitProgram;
    const names = process.platform === "win32" ? ["git.exe"] : ["git"];
    for (const directory of (process.env["PATH"] ?? "").split(external_node_path_.delimiter)) {
        if (!external_node_path_.isAbsolute(directory) || directory.includes(`node_modules${external_node_path_.sep}`))
            continue;
        for (const name of names) {
            const candidate = external_node_path_.join(directory, name);
            try {
                (0,external_node_fs_.accessSync)(candidate, external_node_fs_.constants.X_OK);
                gitProgram = candidate;
                return candidate;
            }
            catch {
                // Not in this directory.
            }
        }
    }
    throw new errors/* PawlError */.p({
        code: "workspace.no_git",
        kind: "invalid",
        message: "git was not found on PATH",
        remedy: "Install git 2.38 or newer and make sure its directory is on PATH.",
    });
}
/**
 * Settings that could make git start a program, or change bytes, whatever configuration a step has left behind.
 * Command-line settings win over every file.
 */
const SAFE_SETTINGS = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.attributesFile=/dev/null",
    "core.untrackedCache=false",
    "core.splitIndex=false",
    "core.autocrlf=false",
    "core.safecrlf=false",
    "core.fileMode=true",
    "core.symlinks=true",
    "core.ignoreCase=false",
    "core.protectNTFS=true",
    "core.protectHFS=true",
    "core.commitGraph=false",
    "core.quotePath=false",
    "protocol.allow=never",
    "submodule.recurse=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "advice.addEmbeddedRepo=false",
    "diff.external=",
    "safe.directory=*",
].flatMap((setting) => ["-c", setting]);
/** Snapshot objects live for a run: the cheapest compression keeps snapshots fast. */
const SPEED_SETTINGS = ["-c", "core.looseCompression=1", "-c", "pack.compression=1", "-c", "core.fsync=none"];
/**
 * Runs git with arguments as a list, no shell, and an environment of our own: no system or user configuration, no prompts,
 * no replace objects, C locale.
 *
 * @throws PawlError `workspace.git_failed` with git's own last lines when the exit code isn't one of `accept`
 */
async function git(place, args, options = {}) {
    const program = gitPath();
    const excludes = ["-c", `core.excludesFile=${place.excludes ?? "/dev/null"}`];
    const child = (0,external_node_child_process_.spawn)(program, [...SAFE_SETTINGS, ...SPEED_SETTINGS, ...excludes, ...args], {
        cwd: place.cwd,
        env: environment(place, program),
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true,
    });
    const stdout = [];
    const stderr = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    // git may end before it has read all of its input; its exit code and messages say why.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input);
    const exitCode = await new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (code) => resolve(code ?? 128));
    }).catch((cause) => {
        throw new errors/* PawlError */.p({
            code: "workspace.git_failed",
            kind: "permanent",
            message: `git ${args[0] ?? ""} could not be started in ${place.cwd}`,
            cause,
        });
    });
    const result = { stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8"), exitCode };
    if (!(options.accept ?? [0]).includes(exitCode))
        throw gitFailed(args, result);
    return result;
}
/** The text of a command's output, without its final line feed. */
async function gitText(place, args, options) {
    return (await git(place, args, options)).stdout.toString("utf8").replace(/\n$/, "");
}
function gitFailed(args, result) {
    const full = /No space left on device|Disk quota exceeded/.test(result.stderr);
    const said = result.stderr.trim().split("\n").slice(-4).join(" | ");
    return new errors/* PawlError */.p({
        code: full ? "workspace.disk_full" : "workspace.git_failed",
        kind: "permanent",
        message: `git ${args[0] ?? ""} ended with exit code ${result.exitCode}: ${said}`,
        ...(full ? { remedy: "Free space where the state directory is, then resume the run." } : {}),
        details: { exit_code: result.exitCode, stderr: result.stderr.slice(-2_000) },
    });
}
function environment(place, program) {
    return {
        PATH: external_node_path_.dirname(program),
        LC_ALL: "C",
        HOME: "/nonexistent",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_ATTR_NOSYSTEM: "1",
        GIT_NO_REPLACE_OBJECTS: "1",
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        ...(process.env["SystemRoot"] === undefined ? {} : { SystemRoot: process.env["SystemRoot"] }),
        ...(place.gitDirectory === undefined ? {} : { GIT_DIR: place.gitDirectory }),
        ...(place.commonDirectory === undefined ? {} : { GIT_COMMON_DIR: place.commonDirectory }),
        ...(place.workTree === undefined ? {} : { GIT_WORK_TREE: place.workTree }),
        ...(place.index === undefined ? {} : { GIT_INDEX_FILE: place.index }),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/converted.js



/** Attributes by which a work-tree file rightly differs from what git stores: Git LFS, git-crypt, CRLF, keywords. */
const CONVERSIONS = ["filter=lfs", "filter=git-crypt", "eol=crlf", "ident"];
const MENTIONED = /filter=(?:lfs|git-crypt)|eol=crlf|\bident\b/;
/**
 * Snapshots take bytes as they are, so a Git LFS file that was checked out with its content would look like a change of its pointer.
 * Such files keep the repository's own index entry, marked as none of the work tree's business (skip-worktree), until their size or times move.
 *
 * @param place the run's own index
 */
async function holdConverted(own, place) {
    const { repository } = own;
    if (repository === undefined || !(await mayConvert(place, repository.gitDirectory)))
        return { release: async () => undefined };
    const listed = await git({ gitDirectory: repository.gitDirectory, workTree: place.cwd, cwd: place.cwd }, [
        "ls-files",
        "-s",
        "-z",
        "--",
        ...CONVERSIONS.map((attribute) => `:(top,attr:${attribute})`),
    ]);
    const entries = listed.stdout
        .toString("utf8")
        .split("\0")
        .filter((entry) => / 0\t/.test(entry));
    if (entries.length === 0)
        return { release: async () => undefined };
    const names = entries.map((entry) => entry.slice(entry.indexOf("\t") + 1));
    await git(place, ["update-index", "-z", "--index-info"], { input: entries.map((entry) => `${entry}\0`).join("") });
    await mark(place, "--skip-worktree", names);
    const stamps = new Map(await Promise.all(names.map(async (name) => [name, await stampOf(place, name)])));
    return {
        release: async () => {
            const now = await Promise.all([...stamps.keys()].map(async (name) => [name, await stampOf(place, name)]));
            const touched = now.filter(([name, stamp]) => stamps.get(name) !== stamp).map(([name]) => name);
            if (touched.length === 0)
                return;
            await mark(place, "--no-skip-worktree", touched);
            for (const name of touched)
                stamps.delete(name);
        },
    };
}
/** Looks at the places where such attributes are given for a whole repository, and only then asks git. */
async function mayConvert(place, gitDirectory) {
    const files = [external_node_path_.join(place.cwd, ".gitattributes"), external_node_path_.join(gitDirectory, "info", "attributes")];
    const texts = await Promise.all(files.map((file) => (0,promises_.readFile)(file, "utf8").catch(() => "")));
    return texts.some((text) => MENTIONED.test(text));
}
async function mark(place, flag, names) {
    await git(place, ["update-index", "-z", flag, "--stdin"], { input: names.map((name) => `${name}\0`).join("") });
}
async function stampOf(place, name) {
    const found = await (0,promises_.lstat)(external_node_path_.join(place.cwd, name), { bigint: true }).catch(() => undefined);
    return found === undefined ? "gone" : `${found.size}:${found.ino}:${found.mtimeNs}:${found.ctimeNs}`;
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/git-commit.js

const AUTHOR = ["-c", "user.name=pawl", "-c", "user.email=pawl@localhost"];
/**
 * A commit of a tree, for git commands that take nothing less. It is on no branch; `prune` takes it away.
 *
 * @throws PawlError `workspace.git_failed` when there is no such tree
 */
async function commitOf(objects, tree, parents = []) {
    return await gitText(objects, [
        ...AUTHOR,
        "commit-tree",
        ...parents.flatMap((parent) => ["-p", parent]),
        "-m",
        "pawl",
        tree,
    ]);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
;// CONCATENATED MODULE: ./lib/adapters/workspace/git-patch.js

const COMPARE = ["diff-tree", "-r", "-z", "--no-renames", "--no-ext-diff", "--no-textconv"];
const STATUS = {
    A: "added",
    M: "modified",
    D: "deleted",
    T: "type-changed",
};
/** What changed between two trees, with the unified diff of it. Nothing of the user's diff configuration takes part. */
async function readPatch(objects, from, to) {
    if (from === to)
        return { from, to, files: [], text: "" };
    const [changes, counts, text] = await Promise.all([
        rawChanges(objects, from, to),
        git(objects, [...COMPARE, "--numstat", from, to]),
        git(objects, [
            "diff-tree",
            "-r",
            "-p",
            "--binary",
            "--full-index",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            from,
            to,
        ]),
    ]);
    const lines = lineCounts(counts.stdout.toString("utf8"));
    const files = changes.map(({ path, status, oldMode, newMode }) => ({
        path,
        status,
        oldMode,
        newMode,
        ...lines.get(path),
    }));
    return { from, to, files, text: text.stdout.toString("utf8") };
}
/** The raw difference: paths in git's order, modes as six octal digits. */
async function rawChanges(objects, from, to) {
    const raw = await git(objects, [...COMPARE, "--raw", "--no-abbrev", from, to]);
    const parts = raw.stdout.toString("utf8").split("\0");
    const changes = [];
    for (let i = 0; i + 1 < parts.length; i += 2) {
        const [oldMode = "", newMode = "", oldBlob = "", newBlob = "", letter = ""] = (parts[i] ?? "").slice(1).split(" ");
        changes.push({
            path: parts[i + 1] ?? "",
            status: STATUS[letter[0] ?? ""] ?? "modified",
            oldMode,
            newMode,
            oldBlob,
            newBlob,
        });
    }
    return changes;
}
/** `--numstat -z`: `added TAB deleted TAB path NUL`; binary files have `-`. */
function lineCounts(text) {
    const counts = new Map();
    for (const record of text.split("\0")) {
        const [added = "-", deleted = "-", ...path] = record.split("\t");
        if (added !== "-" && path.length > 0) {
            counts.set(path.join("\t"), { additions: Number(added), deletions: Number(deleted) });
        }
    }
    return counts;
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/git-change.js







/** First line of an exported change; a later form gets a later number. */
const MAGIC = "pawl-change 1\n";
const ABSENT = "000000";
const SUBMODULE = "160000";
/**
 * A change as bytes: a first line, the length of a JSON list of changed files, the list, and one git pack with the new contents.
 * Submodule pointers travel as pointers.
 *
 * @throws PawlError `workspace.file_name` for a name that is not UTF-8
 */
async function exportChange(objects, from, to) {
    const changes = await rawChanges(objects, from, to);
    const unreadable = changes.find((change) => change.path.includes("\uFFFD"));
    if (unreadable !== undefined)
        throw notUtf8(unreadable.path);
    const blobs = new Set(changes.filter(({ newMode }) => newMode !== ABSENT && newMode !== SUBMODULE).map(({ newBlob }) => newBlob));
    const pack = blobs.size === 0
        ? Buffer.alloc(0)
        : (await git(objects, ["pack-objects", "--stdout", "-q", "--window=5"], { input: `${[...blobs].join("\n")}\n` }))
            .stdout;
    const header = Buffer.from(JSON.stringify(changes.map(({ path, oldMode, newMode, oldBlob, newBlob }) => ({ path, oldMode, newMode, oldBlob, newBlob }))));
    return new Uint8Array(Buffer.concat([Buffer.from(`${MAGIC}${header.length}\n`), header, pack]));
}
/**
 * Applies an exported change to a tree, strictly: each file it changes must be there exactly as it was, or be changed in the same way already.
 *
 * @returns the new tree, or undefined when a file stands otherwise
 * @throws PawlError `workspace.bad_change`
 */
async function importChange(objects, bytes, onto) {
    const { changes, pack } = readChange(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const present = await entriesAt(objects, onto, changes);
    for (const change of changes) {
        const now = present.get(change.path) ?? { mode: ABSENT, blob: change.oldMode === ABSENT ? change.oldBlob : "" };
        const asBefore = now.mode === change.oldMode && (now.mode === ABSENT || now.blob === change.oldBlob);
        const already = now.mode === change.newMode && (now.mode === ABSENT || now.blob === change.newBlob);
        if (!asBefore && !already)
            return undefined;
    }
    if (pack.length > 0) {
        const unpacked = await git(objects, ["unpack-objects", "-q", "--strict"], { input: pack, accept: [0, 1, 128] });
        if (unpacked.exitCode !== 0)
            throw bad("its objects are damaged");
    }
    const index = external_node_path_.join(objects.gitDirectory ?? "", `change-${(0,external_node_crypto_.randomUUID)()}`);
    const place = { ...objects, index };
    try {
        await git(place, ["read-tree", onto]);
        // Removals first: a file may become a folder of the same name.
        const ordered = [...changes].toSorted((a, b) => Number(b.newMode === ABSENT) - Number(a.newMode === ABSENT));
        const lines = ordered.map((change) => change.newMode === ABSENT
            ? `0 ${"0".repeat(onto.length)}\t${change.path}\0`
            : `${change.newMode} ${change.newBlob}\t${change.path}\0`);
        await git(place, ["update-index", "-z", "--index-info"], { input: lines.join("") });
        return await gitText(place, ["write-tree"]);
    }
    catch (error) {
        if (error instanceof errors/* PawlError */.p && error.code === "workspace.git_failed")
            throw bad(error.message);
        throw error;
    }
    finally {
        await (0,promises_.rm)(index, { force: true });
        await (0,promises_.rm)(`${index}.lock`, { force: true });
    }
}
function readChange(bytes) {
    const lengthEnd = bytes.indexOf(10, MAGIC.length);
    if (bytes.subarray(0, MAGIC.length).toString("latin1") !== MAGIC || lengthEnd < 0)
        throw bad("it has another form");
    const length = Number(bytes.subarray(MAGIC.length, lengthEnd).toString("latin1"));
    const start = lengthEnd + 1;
    if (!Number.isInteger(length) || length < 0 || start + length > bytes.length)
        throw bad("it is cut short");
    let parsed;
    try {
        parsed = JSON.parse(bytes.subarray(start, start + length).toString("utf8"));
    }
    catch {
        throw bad("its list of files is damaged");
    }
    if (!Array.isArray(parsed) || !parsed.every(isChange))
        throw bad("its list of files is damaged");
    return { changes: parsed, pack: bytes.subarray(start + length) };
}
function isChange(value) {
    if (!(0,json/* isJsonObject */.O)(value))
        return false;
    const { path: file, oldMode, newMode, oldBlob, newBlob } = value;
    return (typeof file === "string" &&
        isSafePath(file) &&
        [oldMode, newMode].every((mode) => typeof mode === "string" && /^(000000|100644|100755|120000|160000)$/.test(mode)) &&
        [oldBlob, newBlob].every((blob) => typeof blob === "string" && /^[0-9a-f]{40,64}$/.test(blob)));
}
/** git refuses such paths too; refusing them here gives the error a name. */
function isSafePath(file) {
    return (file !== "" &&
        !file.includes("\0") &&
        !file.startsWith("/") &&
        file.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git"));
}
async function entriesAt(objects, tree, changes) {
    const entries = new Map();
    if (changes.length === 0)
        return entries;
    const wanted = new Set(changes.map((change) => change.path));
    const listing = (await git(objects, ["ls-tree", "-r", "-z", "--full-tree", tree])).stdout.toString("utf8");
    for (const line of listing.split("\0")) {
        const tab = line.indexOf("\t");
        const file = line.slice(tab + 1);
        if (tab < 0 || !wanted.has(file))
            continue;
        const [mode = "", , blob = ""] = line.slice(0, tab).split(" ");
        entries.set(file, { mode, blob });
    }
    return entries;
}
/** A name in another encoding would come back as another name. */
function notUtf8(name) {
    return new errors/* PawlError */.p({
        code: "workspace.file_name",
        kind: "permanent",
        message: `the name of ${JSON.stringify(name)} is not UTF-8, so the change can't be carried elsewhere`,
        remedy: "Give the file a name in UTF-8.",
    });
}
function bad(why) {
    return new errors/* PawlError */.p({
        code: "workspace.bad_change",
        kind: "permanent",
        message: `a stored change of the workspace can't be used: ${why}`,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/git-checkout.js




/**
 * Makes index and work tree hold a tree's files; what is in their way is overwritten, other untracked files stay. `checkout` compares the tree with
 * what the index remembers of trees and looks at files with several threads; `read-tree --reset` does neither, and takes twice as long.
 *
 * It takes a commit of the tree (`commitOf`), and writes a HEAD: one that belongs to this index alone, beside it.
 *
 * @throws PawlError `workspace.unknown_tree`, `workspace.git_failed`, `workspace.disk_full`
 */
async function checkOut(place, tree, commit) {
    const headDirectory = await headBeside(place.index);
    const at = { ...place, gitDirectory: headDirectory, commonDirectory: place.gitDirectory };
    const args = ["checkout", "--quiet", "--force", "--detach", commit, "--"];
    let done = await git(at, args, { accept: [0, 1, 128] });
    if (done.exitCode !== 0 && (await forgetBrokenIndex(place, done.stderr))) {
        done = await git(at, args, { accept: [0, 1, 128] });
    }
    if (done.exitCode === 0)
        return;
    if (/unable to read|missing|bad object/i.test(done.stderr))
        throw unknownTree(tree);
    throw gitFailed(args, done);
}
/** A directory with a HEAD that names a branch that is never there: nothing that was checked out before has a say. */
async function headBeside(index) {
    const directory = external_node_path_.join(external_node_path_.dirname(index), external_node_path_.basename(index).replace(/^index/, "head"));
    await (0,promises_.mkdir)(directory, { recursive: true });
    await (0,promises_.writeFile)(external_node_path_.join(directory, "HEAD"), "ref: refs/heads/pawl\n");
    return directory;
}
/** Files that neither the tree nor an ignore rule knows were half done when a step ended. Nested repositories (a name with a slash at its end) stay. */
async function removeUntracked(place) {
    const listed = await git(place, ["ls-files", "-o", "--exclude-standard", "-z"]);
    // Names are bytes: Latin-1 stands for each of them, so that a name that is no UTF-8 is removed too.
    const names = listed.stdout.toString("latin1").split("\0");
    const at = (name) => Buffer.concat([Buffer.from(`${place.cwd}${external_node_path_.sep}`), Buffer.from(name, "latin1")]);
    const folders = new Set();
    for (const name of names) {
        if (name === "" || name.endsWith("/"))
            continue;
        await (0,promises_.rm)(at(name), { force: true });
        for (let folder = external_node_path_.dirname(name); folder !== "."; folder = external_node_path_.dirname(folder))
            folders.add(folder);
    }
    // The deepest first; a folder that still holds something stays.
    for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) {
        await (0,promises_.rmdir)(at(folder)).catch(() => undefined);
    }
}
/** An index copied from the repository may use a form that only works there (split, sparse); without it git reads every file once. */
async function forgetBrokenIndex(place, stderr) {
    if (place.index === undefined ||
        !/index file|shared index|sharedindex|bad signature|unordered stage|unmerged|resolve your current index/i.test(stderr))
        return false;
    await (0,promises_.rm)(place.index, { force: true });
    return true;
}
function unknownTree(tree) {
    return new errors/* PawlError */.p({
        code: "workspace.unknown_tree",
        kind: "permanent",
        message: `no snapshot ${tree} is known to this workspace`,
        remedy: "Give the run's archive as well (pawl resume --archive FILE), or start the run again.",
    });
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/git-directory.js




/** Configuration of a git directory of our own that borrows the objects of a repository. */
function configuration(objectFormat) {
    const core = (version) => `[core]\n\trepositoryformatversion = ${version}\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = false\n`;
    return objectFormat === "sha1" ? core(0) : `${core(1)}[extensions]\n\tobjectformat = ${objectFormat}\n`;
}
/** Bytes go into and come out of snapshots as they are: no end-of-line, keyword, encoding or filter conversion. */
const ATTRIBUTES = "* -text -eol -crlf -ident -filter -working-tree-encoding\n";
/** Prepares (or finds again) the git directory for the work tree `root` below `stateDirectory`. */
async function ownGitDirectory(root, stateDirectory) {
    const repository = await findRepository(root);
    const directory = external_node_path_.join(stateDirectory, "workspace", digestOf(root));
    const inside = external_node_path_.relative(root, directory);
    const stateIsInside = !inside.startsWith("..") && !external_node_path_.isAbsolute(inside);
    const excludes = [
        repository?.ignorePatterns ?? "",
        stateIsInside && inside.split(external_node_path_.sep)[0] !== ".git"
            ? `/${escapePattern(external_node_path_.relative(root, stateDirectory))}/`
            : "",
        "",
    ].join("\n");
    const files = {
        HEAD: "ref: refs/heads/pawl\n",
        config: configuration(repository?.objectFormat ?? "sha1"),
        "info/attributes": ATTRIBUTES,
        "info/exclude": excludes,
        "objects/info/alternates": repository === undefined ? "" : `${repository.objects}\n`,
    };
    await Promise.all(["info", "objects/info", "objects/pack", "refs/heads"].map((name) => (0,promises_.mkdir)(external_node_path_.join(directory, name), { recursive: true })));
    const guard = async () => {
        await Promise.all(Object.entries(files).map(([name, text]) => keepFile(external_node_path_.join(directory, name), text)));
    };
    await guard();
    return { path: directory, repository, guard };
}
/**
 * A starting index: the newest one an earlier run left for this work tree, else the repository's own. Its file times come with it,
 * because git tells "changed in the same instant" by them (racy entries).
 */
async function seedIndex(own, index) {
    if (await exists(index))
        return true;
    const earlier = await newestIndex(own.path);
    const sources = [earlier, own.repository && external_node_path_.join(own.repository.gitDirectory, "index")];
    for (const source of sources) {
        if (source === undefined)
            continue;
        try {
            const { atime, mtime } = await (0,promises_.stat)(source);
            const copy = `${index}.${(0,external_node_crypto_.randomUUID)()}.seed`;
            if (source !== earlier)
                await copySharedParts(external_node_path_.dirname(source), own.path);
            await (0,promises_.copyFile)(source, copy);
            await (0,promises_.utimes)(copy, atime, mtime);
            await (0,promises_.rename)(copy, index);
            return true;
        }
        catch {
            // Gone or unreadable: an index without a memory costs one full read of the files, nothing else.
        }
    }
    return false;
}
/** What a split index (git-update-index, "SPLIT INDEX") refers to. Pawl's own indexes are written whole. */
async function copySharedParts(from, to) {
    for (const name of (await (0,promises_.readdir)(from)).filter((name) => name.startsWith("sharedindex."))) {
        const copy = external_node_path_.join(to, `${name}.${(0,external_node_crypto_.randomUUID)()}.seed`);
        await (0,promises_.copyFile)(external_node_path_.join(from, name), copy);
        await (0,promises_.rename)(copy, external_node_path_.join(to, name));
    }
}
async function newestIndex(directory) {
    const names = (await (0,promises_.readdir)(directory)).filter((name) => name.startsWith("index-") && !/\.(lock|seed)$/.test(name));
    const dated = await Promise.all(names.map(async (name) => {
        const file = external_node_path_.join(directory, name);
        return { file, at: (await (0,promises_.stat)(file).catch(() => undefined))?.mtimeMs ?? 0 };
    }));
    return dated.toSorted((a, b) => b.at - a.at)[0]?.file;
}
/** One git command finds all there is to know: a process costs more than anything else here. */
async function findRepository(root) {
    const places = ["--show-toplevel", "--absolute-git-dir", "--git-path", "objects", "--git-path", "info/exclude"];
    const questions = [...places, "--show-object-format", "HEAD^{commit}"];
    const found = await git({ cwd: root }, ["rev-parse", "--path-format=absolute", ...questions], {
        accept: [0, 128],
    });
    // Without a commit git answers all but the last question.
    const [top, gitDirectory, objects, exclude, objectFormat, head] = found.stdout.toString("utf8").split("\n");
    if (top === undefined || gitDirectory === undefined || objects === undefined || !objectFormat)
        return undefined;
    // A folder inside a larger repository is a workspace of its own: paths and trees are the folder's.
    if ((await (0,promises_.realpath)(top).catch(() => undefined)) !== root)
        return undefined;
    const patterns = await Promise.all([exclude, await globalExcludes(root)].map((file) => readText(file)));
    return {
        gitDirectory,
        objects,
        objectFormat,
        head: found.exitCode === 0 ? head : undefined,
        ignorePatterns: patterns.join("\n"),
    };
}
/** The user's own ignore file: read, never obeyed as configuration (git documentation, gitignore(5)). */
async function globalExcludes(root) {
    const home = process.env["HOME"];
    if (home === undefined || home === "")
        return undefined;
    const configuration = external_node_path_.join(home, ".gitconfig");
    if (/excludesfile/i.test(await readText(configuration))) {
        const question = ["config", "--file", configuration, "--type=path", "--get", "core.excludesFile"];
        const configured = await gitText({ cwd: root }, question, { accept: [0, 1, 128] });
        if (configured !== "")
            return configured;
    }
    return external_node_path_.join(process.env["XDG_CONFIG_HOME"] ?? external_node_path_.join(home, ".config"), "git", "ignore");
}
async function readText(file) {
    if (file === undefined || file === "")
        return "";
    return await (0,promises_.readFile)(file, "utf8").catch(() => "");
}
async function keepFile(file, text) {
    if ((await (0,promises_.readFile)(file, "utf8").catch(() => undefined)) === text)
        return;
    const draft = `${file}.${(0,external_node_crypto_.randomUUID)()}.draft`;
    await (0,promises_.writeFile)(draft, text);
    await (0,promises_.rename)(draft, file);
}
async function exists(file) {
    return (await (0,promises_.stat)(file).catch(() => undefined)) !== undefined;
}
/** A path as a literal ignore pattern (gitignore(5), "PATTERN FORMAT"). */
function escapePattern(relative) {
    return relative
        .split(external_node_path_.sep)
        .join("/")
        .replaceAll(/[\\*?[\]!# ]/g, (character) => `\\${character}`);
}
function digestOf(root) {
    return (0,external_node_crypto_.createHash)("sha256").update(root).digest("hex").slice(0, 16);
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/ignored.js




/**
 * Gives a forked work tree what its parent's ignore rules hide (`node_modules`, build folders) as links, and a small git directory of its own,
 * so that a step's tools and its `git log` work there. The parent's repository is only read.
 *
 * @returns absolute paths of what the links lead to
 *
 * `excludes` lists the links themselves: a rule such as `node_modules/` names folders only, and a link is none.
 */
async function shareIgnored(parent, into) {
    const shared = [];
    for (const name of await ignoredPaths(parent)) {
        const target = external_node_path_.join(into.root, name);
        try {
            await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
            await (0,promises_.symlink)(external_node_path_.join(parent.cwd, name), target);
            shared.push(name);
        }
        catch {
            // The tree itself holds something there.
        }
    }
    await (0,promises_.writeFile)(into.excludes, `${shared.map((name) => `/${escapePattern(name)}`).join("\n")}\n`);
    if (into.repository !== undefined)
        await standAloneRepository(into.root, into.repository);
    return await Promise.all(shared.map(async (name) => await (0,promises_.realpath)(external_node_path_.join(parent.cwd, name))));
}
/**
 * Moves ignored files that a fork made into the parent: where nothing stands at their place, and where the fork put something of its own in place of
 * a link. Links themselves go with the fork.
 */
async function adoptIgnored(fork, parentRoot) {
    const linked = new Set(await excluded(fork.excludes));
    for (const name of await ignoredPaths(fork)) {
        const from = external_node_path_.join(fork.cwd, name);
        const to = external_node_path_.join(parentRoot, name);
        const isLink = (await (0,promises_.lstat)(from).catch(() => undefined))?.isSymbolicLink() ?? true;
        const wasLink = linked.has(`/${escapePattern(name)}`);
        if (wasLink && isLink)
            continue;
        const taken = (await (0,promises_.lstat)(to).catch(() => undefined)) !== undefined;
        if (taken && !wasLink)
            continue;
        if (taken)
            await (0,promises_.rm)(to, { recursive: true, force: true });
        await (0,promises_.mkdir)(external_node_path_.dirname(to), { recursive: true });
        // Across devices the files stay behind: ignored files are never a result.
        await (0,promises_.rename)(from, to).catch(() => undefined);
    }
}
/** Ignored files and folders, a folder that is ignored as a whole as one entry, without a slash at its end. */
async function ignoredPaths(place) {
    const listed = await git(place, ["ls-files", "-o", "-i", "--exclude-standard", "--directory", "-z"]);
    return (listed.stdout
        .toString("utf8")
        .split("\0")
        .map((name) => name.replace(/\/$/, ""))
        // A name that is no UTF-8 can't be named here: such a file is not shared.
        .filter((name) => name !== "" && !name.includes("\uFFFD") && name.split("/")[0] !== ".git"));
}
async function excluded(file) {
    return file === undefined ? [] : (await (0,promises_.readFile)(file, "utf8").catch(() => "")).split("\n");
}
/** A detached clone that borrows the repository's objects. No remote, no hooks, no configuration comes with it. */
async function standAloneRepository(root, repository) {
    const directory = external_node_path_.join(root, ".git");
    await (0,promises_.mkdir)(external_node_path_.join(directory, "objects", "info"), { recursive: true });
    await (0,promises_.mkdir)(external_node_path_.join(directory, "refs", "heads"), { recursive: true });
    await (0,promises_.writeFile)(external_node_path_.join(directory, "objects", "info", "alternates"), `${repository.objects}\n`);
    await (0,promises_.writeFile)(external_node_path_.join(directory, "config"), configuration(repository.objectFormat));
    await (0,promises_.writeFile)(external_node_path_.join(directory, "HEAD"), `${repository.head ?? "ref: refs/heads/main"}\n`);
    if (repository.head !== undefined) {
        await git({ gitDirectory: directory, workTree: root, cwd: root }, ["read-tree", repository.head]);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/git-merge.js



/** Longest text of one side of a conflict that is shown; the rest is said to be left out. */
const SHOWN_CHARACTERS = 20_000;
/**
 * Three-way merge of `from..to` onto `onto`, in the object store only: no work tree or index takes part.
 *
 * @returns the merged tree, or for every conflicting path what each side holds
 */
async function mergeTrees(objects, from, to, onto) {
    if (from === to || to === onto)
        return { tree: onto };
    if (from === onto)
        return { tree: to };
    const base = await commitOf(objects, from, []);
    const [ours, theirs] = await Promise.all([commitOf(objects, onto, [base]), commitOf(objects, to, [base])]);
    const args = ["merge-tree", "--write-tree", "-z", "--no-messages", ours, theirs];
    const merged = await git(objects, args, { accept: [0, 1, 128, 129] });
    if (merged.exitCode === 129)
        throw tooOld(merged.stderr);
    if (merged.exitCode > 1)
        throw gitFailed(args, merged);
    const [tree = "", ...entries] = merged.stdout.toString("utf8").split("\0");
    if (merged.exitCode === 0)
        return { tree };
    return { conflicts: await describeConflicts(objects, entries) };
}
/** Conflicted entries are `mode SP object SP stage TAB path`: stage 2 is `onto`, stage 3 is `to`. */
async function describeConflicts(objects, entries) {
    const sides = new Map();
    for (const entry of entries) {
        const found = /^(\d{6}) ([0-9a-f]+) ([123])\t([\s\S]+)$/.exec(entry);
        if (found === null)
            continue;
        const [, mode = "", object = "", stage = "", path = ""] = found;
        const side = sides.get(path) ?? { ours: "(the file is not there)", theirs: "(the file is not there)" };
        if (stage === "2")
            side.ours = await show(objects, mode, object);
        if (stage === "3")
            side.theirs = await show(objects, mode, object);
        sides.set(path, side);
    }
    return [...sides].map(([path, side]) => ({ path, ...side }));
}
async function show(objects, mode, object) {
    if (mode === "160000")
        return `(submodule at ${object})`;
    const content = (await git(objects, ["cat-file", "blob", object])).stdout;
    if (content.subarray(0, 8_000).includes(0))
        return `(binary file, ${content.length} bytes)`;
    const text = content.toString("utf8");
    return text.length <= SHOWN_CHARACTERS
        ? text
        : `${text.slice(0, SHOWN_CHARACTERS)}\n… ${text.length - SHOWN_CHARACTERS} more characters`;
}
function tooOld(stderr) {
    return new errors/* PawlError */.p({
        code: "workspace.git_too_old",
        kind: "permanent",
        message: "this git has no merge-tree --write-tree, which merging parallel steps needs",
        remedy: "Install git 2.38 or newer.",
        details: { stderr: stderr.slice(0, 500) },
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
;// CONCATENATED MODULE: ./lib/adapters/workspace/paths.js








const MAX_BYTES = 2 * 1024 ** 3;
const MAX_ENTRIES = 500_000;
/** Real trees of files compress 3 to 20 times; a thousand times is a bomb. */
const MAX_RATIO = 1_000;
const compress = (0,external_node_util_.promisify)(external_node_zlib_.zstdCompress);
/**
 * Paths that git ignores, as one tar compressed with Zstandard. Links are kept as links when they stay inside the path they belong to's workspace;
 * devices, sockets and pipes are left out.
 *
 * @returns undefined when none of the paths exists
 * @throws PawlError `workspace.paths_too_large`, `file.outside`
 */
async function packPaths(files, paths) {
    const total = { bytes: 0, entries: 0 };
    let any = false;
    const packed = await packedBy(async (pack) => {
        for (const written of paths) {
            const name = cleanPath(written);
            if ((await (0,promises_.lstat)(external_node_path_.join(files.root, name)).catch(() => undefined)) === undefined)
                continue;
            any = true;
            await add(pack, files.root, name, files.resolve(name), total);
        }
    });
    return any ? new Uint8Array(await compress(packed)) : undefined;
}
/** What `fill` puts into a tar. Its filling and its reading are waited for together: when one fails the other ends too, and neither unseen. */
async function packedBy(fill) {
    const pack = tar_stream.pack();
    const chunks = [];
    const filled = fill(pack).then(() => pack.finalize(), (error) => {
        pack.destroy(error instanceof Error ? error : new Error(String(error)));
        throw error;
    });
    const read = (async () => {
        for await (const chunk of pack)
            chunks.push(chunk);
    })();
    await Promise.all([filled, read]);
    return Buffer.concat(chunks);
}
async function add(pack, root, name, real, total) {
    const found = await (0,promises_.lstat)(real);
    total.entries += 1;
    total.bytes += found.isFile() ? found.size : 0;
    if (total.bytes > MAX_BYTES || total.entries > MAX_ENTRIES) {
        throw new errors/* PawlError */.p({
            code: "workspace.paths_too_large",
            kind: "permanent",
            message: `cache.paths hold more than ${MAX_BYTES / 1024 ** 3} GiB or ${MAX_ENTRIES} files (reached in ${name})`,
            remedy: "Name smaller folders under cache.paths, such as a package manager's download cache.",
        });
    }
    if (found.isDirectory()) {
        await entry(pack, { name: `${name}/`, type: "directory", mode: found.mode & 0o777 });
        for (const child of (await (0,promises_.readdir)(real)).toSorted()) {
            await add(pack, root, `${name}/${child}`, external_node_path_.join(real, child), total);
        }
    }
    else if (found.isSymbolicLink()) {
        const linkname = await (0,promises_.readlink)(real);
        if (staysInside(root, name, linkname))
            await entry(pack, { name, type: "symlink", linkname });
    }
    else if (found.isFile()) {
        await addFile(pack, name, real, found);
    }
}
async function addFile(pack, name, real, found) {
    const header = { name, type: "file", size: found.size, mode: found.mode & 0o777 };
    if (found.size === 0)
        return await entry(pack, header);
    await new Promise((resolve, reject) => {
        const sink = pack.entry({ ...header, mtime: new Date(0) }, (error) => (error ? reject(error) : resolve()));
        // Every error comes through the callback too; as an event that nobody hears it would end the process.
        sink.on("error", () => undefined);
        copyInto(sink, name, real, found.size).catch((error) => {
            sink.destroy(error instanceof Error ? error : new Error(String(error)));
            reject(error);
        });
    });
}
/** Exactly `size` bytes: a file that has grown meanwhile is cut off there, one that has shrunk is an error. */
async function copyInto(sink, name, real, size) {
    let read = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(real, { end: size - 1 })) {
        read += chunk.byteLength;
        if (!sink.write(chunk))
            await new Promise((resolve) => sink.once("drain", () => resolve()));
    }
    if (read === size)
        return void sink.end(undefined);
    throw new errors/* PawlError */.p({
        code: "workspace.changed_meanwhile",
        kind: "transient",
        message: `${name} became shorter while it was read for the cache`,
        remedy: "Let the step wait for the processes it has started before it ends.",
    });
}
/** An entry without content of its own. */
async function entry(pack, header) {
    await new Promise((resolve, reject) => {
        pack.entry({ ...header, mtime: new Date(0) }, "", (error) => (error ? reject(error) : resolve()));
    });
}
/**
 * Unpacks into a folder beside the goal first, and swaps each path in only when everything in the archive was in order.
 *
 * @throws PawlError `archive.refused` for entries outside `paths`, absolute or `..` names, links that lead out, devices, or too much; `archive.corrupt`
 */
async function unpackPaths(root, archive, paths) {
    const wanted = paths.map(cleanPath);
    const state = external_node_path_.join(root, ".git");
    const nearby = (await (0,promises_.lstat)(state).catch(() => undefined))?.isDirectory() === true ? state : root;
    const staging = await (0,promises_.mkdtemp)(external_node_path_.join(nearby, ".pawl-unpack-"));
    try {
        await extract(root, staging, archive, wanted);
        for (const name of wanted) {
            const from = external_node_path_.join(staging, name);
            if ((await (0,promises_.lstat)(from).catch(() => undefined)) === undefined)
                continue;
            const to = external_node_path_.join(root, name);
            await (0,promises_.mkdir)(external_node_path_.dirname(to), { recursive: true });
            const parent = await (0,promises_.realpath)(external_node_path_.dirname(to));
            if (parent !== root && !parent.startsWith(root + external_node_path_.sep))
                throw refused(name, "its folder is a link that leads out of the workspace");
            await (0,promises_.rm)(to, { recursive: true, force: true });
            await (0,promises_.rename)(from, to);
        }
    }
    finally {
        await (0,promises_.rm)(staging, { recursive: true, force: true });
    }
}
async function extract(root, staging, archive, wanted) {
    const reader = tar_stream.extract();
    const unpacked = (0,external_node_zlib_.createZstdDecompress)();
    unpacked.on("error", (error) => reader.destroy(error));
    external_node_stream_.Readable.from([Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)])
        .pipe(unpacked)
        .pipe(reader);
    const limit = Math.min(MAX_BYTES, Math.max(archive.byteLength, 1_024) * MAX_RATIO);
    // Links are made last, so that no entry can be written through one.
    const links = [];
    let bytes = 0;
    let entries = 0;
    try {
        for await (const item of reader) {
            const { type, size, mode, linkname } = item.header;
            const name = safeName(item.header.name, wanted);
            entries += 1;
            bytes += size;
            if (entries > MAX_ENTRIES)
                throw refused(name, `the archive has more than ${MAX_ENTRIES} entries`);
            if (bytes > limit)
                throw refused(name, `the archive unpacks to more than ${limit} bytes`);
            const target = external_node_path_.join(staging, name);
            if (type === "directory") {
                await (0,promises_.mkdir)(target, { recursive: true });
                item.resume();
            }
            else if (type === "file") {
                await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
                await (0,promises_.writeFile)(target, item, { flag: "wx" });
                await (0,promises_.chmod)(target, mode & 0o777);
            }
            else if (type === "symlink" && staysInside(root, name, linkname)) {
                links.push({ name, linkname });
                item.resume();
            }
            else {
                throw refused(name, type === "symlink" ? "it is a link that leads out of the workspace" : `it is a ${type}`);
            }
        }
    }
    catch (error) {
        if (error instanceof errors/* PawlError */.p)
            throw error;
        throw new errors/* PawlError */.p({
            code: "archive.corrupt",
            kind: "permanent",
            message: "an archive of cached paths is damaged",
            cause: error,
        });
    }
    for (const { name, linkname } of links) {
        const target = external_node_path_.join(staging, name);
        await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
        await (0,promises_.symlink)(linkname, target).catch(() => {
            throw refused(name, "it is there twice");
        });
    }
}
function safeName(written, wanted) {
    const name = written.replace(/\/+$/, "");
    const parts = name.split("/");
    const bad = name === "" ||
        name.length > 4_096 ||
        name.startsWith("/") ||
        name.includes("\\") ||
        // Control characters and direction marks forge what a log line seems to say.
        /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name) ||
        parts.some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git");
    if (bad)
        throw refused(name, "its name is not a plain relative path");
    if (!wanted.some((path) => name === path || name.startsWith(`${path}/`)))
        throw refused(name, "it is not below the paths asked for");
    return name;
}
function staysInside(root, name, linkname) {
    if (external_node_path_.isAbsolute(linkname) || linkname.includes("\0"))
        return false;
    const target = external_node_path_.resolve(root, external_node_path_.dirname(name), linkname);
    return target.startsWith(root + external_node_path_.sep);
}
function cleanPath(written) {
    const name = external_node_path_.posix.normalize(written).replace(/\/$/, "");
    if (name === "." ||
        external_node_path_.isAbsolute(name) ||
        name.split("/").some((part) => part === ".." || part.toLowerCase() === ".git")) {
        throw new errors/* PawlError */.p({
            code: "file.outside",
            kind: "policy",
            message: `cache.paths: ${JSON.stringify(written)} is not a path inside the workspace`,
            remedy: "Name files or folders below the workspace, without .. and without .git.",
        });
    }
    return name;
}
function refused(name, why) {
    return new errors/* PawlError */.p({
        code: "archive.refused",
        kind: "policy",
        message: `archive entry ${JSON.stringify(name.slice(0, 200))} is refused: ${why}`,
    });
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./lib/adapters/workspace/files.js






const MAX_READ_BYTES = 10 * 1024 * 1024;
/** Deeper folders are a loop or an attack, not a project. */
const MAX_DEPTH = 64;
/**
 * @param root absolute, links followed
 * @param alsoAllowed absolute folders that links may lead into (a fork's parent)
 */
function workspaceFiles(root, alsoAllowed = []) {
    const allowed = [root, ...alsoAllowed];
    const resolve = (relative) => {
        const wanted = external_node_path_.resolve(root, relative);
        if (!isWithin(root, wanted) || isGits(external_node_path_.relative(root, wanted)))
            throw outside(relative);
        let real;
        try {
            real = (0,external_node_fs_.realpathSync)(wanted);
        }
        catch (cause) {
            throw notFound(relative, cause);
        }
        if (!allowed.some((folder) => isWithin(folder, real) && !isGits(external_node_path_.relative(folder, real))))
            throw outside(relative);
        return real;
    };
    const glob = (patterns) => globFiles(root, allowed, patterns);
    return {
        root,
        resolve,
        glob,
        readFile: (relative) => readConfined(resolve(relative), relative).toString("utf8"),
        readBytes: (relative) => readConfined(resolve(relative), relative),
        hashFiles: (patterns) => {
            const names = glob(patterns);
            if (names.length === 0)
                return "";
            const all = (0,external_node_crypto_.createHash)("sha256");
            for (const name of names)
                all.update(digestFile(external_node_path_.join(root, name)));
            return all.digest("hex");
        },
    };
}
/**
 * One digest over path, mode and content of every matching file. What `tree`, the last snapshot, holds is taken from there;
 * ignored files are read, and remembered by size and change time.
 */
async function digestFiles(objects, files, patterns, tree) {
    const held = tree === undefined ? new Map() : await treeEntries(objects, tree);
    const all = (0,external_node_crypto_.createHash)("sha256");
    for (const name of files.glob(patterns)) {
        const entry = held.get(name);
        all.update(entry === undefined ? `${name}\0${describeUnheld(external_node_path_.join(files.root, name))}\0` : `${name}\0${entry}\0`);
    }
    return all.digest("hex");
}
/** `mode object` by path. The last few trees are kept: steps that follow one another often start from the same. */
async function treeEntries(objects, tree) {
    const remembered = recentTrees.get(tree);
    if (remembered !== undefined)
        return remembered;
    const listing = (await git(objects, ["ls-tree", "-r", "-z", "--full-tree", tree])).stdout.toString("utf8");
    const entries = new Map();
    for (const line of listing.split("\0")) {
        const tab = line.indexOf("\t");
        if (tab < 0)
            continue;
        // Names that are no UTF-8 can look the same here: each counts for all of them.
        const [name, entry] = [line.slice(tab + 1), line.slice(0, tab)];
        const alike = entries.get(name);
        entries.set(name, alike === undefined ? entry : `${alike} ${entry}`);
    }
    recentTrees.set(tree, entries);
    const oldest = recentTrees.keys().next().value;
    if (recentTrees.size > 4 && oldest !== undefined)
        recentTrees.delete(oldest);
    return entries;
}
const recentTrees = new Map();
/** `<mode> <sha256>`; the `sha256` word keeps it apart from a git object of the same digits. */
function describeUnheld(file) {
    const { mode } = (0,external_node_fs_.lstatSync)(file);
    return `${(mode & 0o100) === 0 ? "100644" : "100755"} sha256 ${digestFile(file).toString("hex")}`;
}
const knownDigests = new Map();
/** A file's SHA-256; read again only when its size, inode or times (nanoseconds) changed. */
function digestFile(file) {
    const found = (0,external_node_fs_.statSync)(file, { bigint: true });
    const stamp = `${found.size}:${found.ino}:${found.mtimeNs}:${found.ctimeNs}`;
    const known = knownDigests.get(file);
    if (known?.stamp === stamp)
        return known.digest;
    const digest = readDigest(file);
    // A file changed within the last two seconds may change again without its times moving on a coarse file system.
    const settled = BigInt(Date.now()) * 1000000n - found.ctimeNs > 2000000000n;
    if (settled) {
        if (knownDigests.size > 200_000)
            knownDigests.clear();
        knownDigests.set(file, { stamp, digest });
    }
    return digest;
}
function readDigest(file) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const handle = (0,external_node_fs_.openSync)(file, "r");
    try {
        const chunk = Buffer.allocUnsafe(1 << 16);
        for (let read = (0,external_node_fs_.readSync)(handle, chunk); read > 0; read = (0,external_node_fs_.readSync)(handle, chunk))
            hash.update(chunk.subarray(0, read));
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
    return hash.digest();
}
/**
 * Files matching the patterns, `/` between folders, sorted by code unit. A pattern that starts with `!` takes away what earlier ones found.
 * `.git` is never entered; `node_modules` only when a pattern names it. Linked folders are not entered, linked files count when they stay inside.
 */
function globFiles(root, allowed, patterns) {
    const found = new Set();
    for (const written of patterns) {
        const takesAway = written.startsWith("!");
        const pattern = (takesAway ? written.slice(1) : written).replace(/^(\.\/)+/, "").replace(/\/$/, "/**");
        if (pattern === "")
            continue;
        if (external_node_path_.isAbsolute(pattern) || pattern.split("/").includes(".."))
            throw outside(pattern);
        if (isGits(pattern))
            continue;
        const matches = picomatch(pattern, { dot: true });
        if (takesAway) {
            for (const name of found)
                if (matches(name))
                    found.delete(name);
            continue;
        }
        const { base, isGlob } = picomatch.scan(pattern);
        const entersModules = pattern.includes("node_modules");
        if (!isGlob) {
            const kind = kindAt(root, allowed, pattern);
            if (kind === "file")
                found.add(pattern);
            // A folder's name alone stands for all it holds.
            if (kind === "folder")
                for (const name of walk(root, allowed, pattern, entersModules))
                    found.add(name);
            continue;
        }
        for (const name of walk(root, allowed, base === "." ? "" : base, entersModules))
            if (matches(name))
                found.add(name);
    }
    return [...found].toSorted();
}
function* walk(root, allowed, from, entersModules, depth = 0) {
    if (depth > MAX_DEPTH)
        return;
    let entries;
    try {
        entries = (0,external_node_fs_.readdirSync)(external_node_path_.join(root, from), { withFileTypes: true });
    }
    catch {
        return;
    }
    for (const entry of entries) {
        if (entry.name === ".git" || (entry.name === "node_modules" && !entersModules))
            continue;
        const name = from === "" ? entry.name : `${from}/${entry.name}`;
        if (entry.isFile())
            yield name;
        else if (entry.isDirectory())
            yield* walk(root, allowed, name, entersModules, depth + 1);
        else if (entry.isSymbolicLink() && kindAt(root, allowed, name) === "file")
            yield name;
    }
}
function kindAt(root, allowed, name) {
    try {
        const real = (0,external_node_fs_.realpathSync)(external_node_path_.join(root, name));
        if (!allowed.some((folder) => isWithin(folder, real) && !isGits(external_node_path_.relative(folder, real))))
            return undefined;
        const found = (0,external_node_fs_.statSync)(real);
        if (found.isFile())
            return "file";
        return found.isDirectory() ? "folder" : undefined;
    }
    catch {
        return undefined;
    }
}
/** Opens without following a link at the end and looks at what was opened: a file that is swapped for a link meanwhile is refused. */
function readConfined(real, relative) {
    let handle;
    try {
        handle = (0,external_node_fs_.openSync)(real, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (cause) {
        throw notFound(relative, cause);
    }
    try {
        const found = (0,external_node_fs_.fstatSync)(handle);
        if (!found.isFile())
            throw notFound(relative, undefined);
        if (found.size > MAX_READ_BYTES) {
            throw new errors/* PawlError */.p({
                code: "file.too_large",
                kind: "permanent",
                message: `${relative} has ${found.size} bytes; at most ${MAX_READ_BYTES} (10 MiB) are read`,
                remedy: "Take the part you need with a shell step.",
            });
        }
        return (0,external_node_fs_.readFileSync)(handle);
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}
function isWithin(folder, file) {
    return file === folder || file.startsWith(folder.endsWith(external_node_path_.sep) ? folder : folder + external_node_path_.sep);
}
/** The repository's own folder is no part of the workspace: its configuration may hold a token. */
function isGits(relative) {
    return relative.split(/[\\/]/).some((part) => part.toLowerCase() === ".git");
}
function outside(relative) {
    return new errors/* PawlError */.p({
        code: "file.outside",
        kind: "policy",
        message: `${JSON.stringify(relative)} lies outside the workspace`,
        remedy: "Use a path inside the workspace, without .., without .git, and without links that lead out of it.",
    });
}
function notFound(relative, cause) {
    return new errors/* PawlError */.p({
        code: "file.not_found",
        kind: "permanent",
        message: `there is no file ${JSON.stringify(relative)} in the workspace`,
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/workspace/git.js















/** GitHub refuses a pushed file over 100 MB; a snapshot refuses it when it is made, where the step that made it can be named. */
const MAX_FILE_BYTES = 100_000_000;
const TREE_ID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
/**
 * A run's files in a git work tree, or in a folder that is no repository (W1). Objects and indexes are Pawl's own, in `stateDirectory`;
 * the repository's are read through it. Ignored files, nested repositories and submodules are left as they are.
 *
 * @throws PawlError `workspace.no_git`, `workspace.not_a_folder`
 */
async function openGitWorkspace(options) {
    const root = folderAt(options.root);
    if (root === undefined) {
        throw new errors/* PawlError */.p({
            code: "workspace.not_a_folder",
            kind: "invalid",
            message: `${options.root} is not a folder`,
            remedy: "Give the folder the run works on with --workspace.",
        });
    }
    (0,external_node_fs_.mkdirSync)(options.stateDirectory, { recursive: true });
    const stateDirectory = (0,external_node_fs_.realpathSync)(options.stateDirectory);
    const own = await ownGitDirectory(root, stateDirectory);
    const index = external_node_path_.join(own.path, `index-${git_safeName(options.runId)}`);
    const isSeeded = await seedIndex(own, index);
    const excludes = external_node_path_.join(own.path, `exclude-${git_safeName(options.runId)}`);
    await (0,promises_.appendFile)(excludes, "");
    const place = { gitDirectory: own.path, workTree: root, index, excludes, cwd: root };
    const converted = isSeeded ? await holdConverted(own, place).catch(() => undefined) : undefined;
    const forks = external_node_path_.join(stateDirectory, "forks", git_safeName(options.runId));
    return workTree({ root, own, index, excludes, forks, ...(converted === undefined ? {} : { converted }) });
}
/** The folder after links are followed. Without waiting: at a start git must be running before the rest of the code is read. */
function folderAt(folder) {
    const found = (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false });
    return found?.isDirectory() === true ? (0,external_node_fs_.realpathSync)(folder) : undefined;
}
function workTree(at) {
    const { root, own, index } = at;
    const place = {
        gitDirectory: own.path,
        workTree: root,
        index,
        excludes: at.excludes,
        cwd: root,
    };
    const objects = { gitDirectory: own.path, cwd: own.path };
    const files = workspaceFiles(root, at.sharedRoot === undefined ? [] : [at.sharedRoot]);
    /** Trees that are certain to be in the object store. */
    const seen = new Set();
    /** Commits of trees that were checked out here: a step that is tried again starts from the same. */
    const commits = new Map();
    // One git command at a time may write an index.
    let queue = Promise.resolve();
    const alone = (work) => {
        const turn = queue.then(work, work);
        queue = turn.catch(() => undefined);
        return turn;
    };
    const take = async () => {
        await own.guard();
        await at.converted?.release();
        const added = await addAll(place);
        await refuseHugeFiles(place, added);
        const tree = await gitText(place, ["write-tree"]);
        seen.add(tree);
        return tree;
    };
    const known = async (tree) => {
        if (seen.has(tree))
            return;
        const wellFormed = TREE_ID.test(tree);
        const found = wellFormed
            ? await git(objects, ["cat-file", "-e", `${tree}^{tree}`], { accept: [0, 1, 128] })
            : undefined;
        if (found?.exitCode !== 0)
            throw unknownTree(tree);
        seen.add(tree);
    };
    const commitAt = async (tree) => {
        const commit = commits.get(tree) ?? (await commitOf(objects, tree));
        commits.set(tree, commit);
        return commit;
    };
    return {
        root,
        baseCommit: own.repository?.head,
        snapshot: () => alone(take),
        restore: (tree) => alone(async () => {
            await known(tree);
            const [commit] = await Promise.all([commitAt(tree), own.guard()]);
            await at.converted?.release();
            await checkOut(place, tree, commit);
            await removeUntracked(place);
        }),
        patch: async (from, to) => {
            await known(from);
            await known(to);
            return await readPatch(objects, from, to);
        },
        merge: async (from, to, onto) => {
            await Promise.all([from, to, onto].map(known));
            return await mergeTrees(objects, from, to, onto);
        },
        fork: async (name, tree) => {
            await known(tree);
            return await fork(at, name, tree);
        },
        readAt: async (tree, file) => {
            await known(tree);
            const found = await git(objects, ["cat-file", "blob", `${tree}:${file}`], { accept: [0, 128] });
            return found.exitCode === 0 ? new Uint8Array(found.stdout) : undefined;
        },
        exportChange: async (from, to) => {
            await known(from);
            await known(to);
            return await exportChange(objects, from, to);
        },
        importChange: async (change, onto) => {
            await known(onto);
            return await importChange(objects, change, onto);
        },
        packPaths: (paths) => packPaths(files, paths),
        unpackPaths: (archive, paths) => unpackPaths(root, archive, paths),
        digestFiles: (patterns, tree) => digestFiles(objects, files, patterns, tree),
        pack: async (trees, options) => {
            await Promise.all(trees.map(known));
            const head = options?.thin === true ? own.repository?.head : undefined;
            const wanted = [...new Set(trees), ...(head === undefined ? [] : [`^${head}^{tree}`]), ""];
            const args = ["pack-objects", "--stdout", "--revs", "-q", "--delta-base-offset", "--window=5"];
            return new Uint8Array((await git(objects, args, { input: wanted.join("\n") })).stdout);
        },
        unpack: async (pack) => {
            const indexed = await git(objects, ["index-pack", "--stdin", "--fix-thin", "--max-input-size=4294967296"], {
                input: pack,
                accept: [0, 1, 128],
            });
            if (indexed.exitCode !== 0) {
                throw new errors/* PawlError */.p({
                    code: "archive.corrupt",
                    kind: "permanent",
                    message: `the git pack is damaged: ${indexed.stderr.trim().split("\n").at(-1) ?? ""}`,
                    remedy: "Take the archive again from where it was made.",
                });
            }
        },
        glob: files.glob,
        readFile: files.readFile,
        readBytes: files.readBytes,
        hashFiles: files.hashFiles,
        resolve: files.resolve,
    };
}
/**
 * `git add -A`. A nested repository without a commit makes git refuse everything, and one with a commit would become a bare pointer:
 * both are put on the work tree's ignore list, as are no other files.
 *
 * @returns the paths that are new or changed since the last time
 */
async function addAll(place) {
    const args = ["add", "-A", "--verbose", "."];
    let retriesLeft = 20;
    for (;;) {
        const added = await git(place, args, { accept: [0, 1, 128] });
        const nested = [...nestedRepositories(added.stderr)];
        if (nested.length > 0 && retriesLeft > 0) {
            await ignoreNested(place, nested);
            retriesLeft -= 1;
        }
        if (added.exitCode === 0) {
            return [...added.stdout.toString("utf8").matchAll(/^add '([\s\S]*?)'$/gm)].map(([, name = ""]) => name);
        }
        // The index first: a part of it that is not there reads like a file that has gone.
        const again = (await forgetBrokenIndex(place, added.stderr)) || nested.length > 0 || vanished(added.stderr);
        if (!again || retriesLeft <= 0)
            throw gitFailed(args, added);
        retriesLeft -= 1;
    }
}
function* nestedRepositories(stderr) {
    for (const [, name] of stderr.matchAll(/^(?:warning: adding embedded git repository: |error: ')(.+?)(?:\/?' does not have a commit checked out)?$/gm)) {
        if (name !== undefined)
            yield name.replace(/\/$/, "");
    }
}
async function ignoreNested(place, names) {
    if (place.excludes === undefined)
        return;
    await (0,promises_.appendFile)(place.excludes, `${names.map((name) => `/${escapePattern(name)}`).join("\n")}\n`);
    await git(place, [
        "rm",
        "--cached",
        "-q",
        "-f",
        "--ignore-unmatch",
        "--",
        ...names.map((name) => `:(literal)${name}`),
    ]);
}
/** Files that a process of the step removed while git was reading them. */
function vanished(stderr) {
    return /No such file or directory|unable to stat|short read/i.test(stderr);
}
async function refuseHugeFiles(place, added) {
    const sizes = await Promise.all(added.map(async (name) => ({
        name,
        bytes: (await (0,promises_.lstat)(external_node_path_.join(place.cwd, name)).catch(() => undefined))?.size ?? 0,
    })));
    const huge = sizes.filter(({ bytes }) => bytes > MAX_FILE_BYTES);
    if (huge.length === 0)
        return;
    await git(place, [
        "rm",
        "--cached",
        "-q",
        "-f",
        "--ignore-unmatch",
        "--",
        ...huge.map(({ name }) => `:(literal)${name}`),
    ]);
    throw new errors/* PawlError */.p({
        code: "workspace.file_too_large",
        kind: "permanent",
        message: `the workspace holds files over 100 MB, which a snapshot can't carry: ${huge
            .map(({ name, bytes }) => `${name} (${Math.round(bytes / 1e6)} MB)`)
            .join(", ")}`,
        remedy: "Add them to .gitignore, remove them at the end of the step, or keep them with cache.paths.",
    });
}
/** A second work tree with its own index, so that steps that run beside each other never see each other's half-done files. */
async function fork(at, name, tree) {
    const directory = external_node_path_.join(at.forks, git_safeName(name));
    await (0,promises_.rm)(directory, { recursive: true, force: true });
    const root = external_node_path_.join(directory, "tree");
    await (0,promises_.mkdir)(root, { recursive: true });
    const excludes = external_node_path_.join(directory, "exclude");
    const index = external_node_path_.join(directory, "index");
    const place = { gitDirectory: at.own.path, workTree: root, index, cwd: root };
    await checkOut(place, tree, await commitOf({ gitDirectory: at.own.path, cwd: at.own.path }, tree));
    const parent = {
        gitDirectory: at.own.path,
        workTree: at.root,
        index: at.index,
        cwd: at.root,
        excludes: at.excludes,
    };
    const linked = await shareIgnored(parent, { root, excludes, repository: at.own.repository });
    const inner = workTree({
        root,
        own: at.own,
        index,
        excludes,
        forks: external_node_path_.join(directory, "forks"),
        sharedRoot: at.root,
    });
    return {
        ...inner,
        linked,
        [Symbol.asyncDispose]: async () => {
            await adoptIgnored({ ...place, excludes }, at.root);
            const grave = `${directory}.gone-${process.pid}`;
            await (0,promises_.rename)(directory, grave).catch(() => undefined);
            await (0,promises_.rm)(grave, { recursive: true, force: true, maxRetries: 3 });
            await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 3 });
        },
    };
}
function git_safeName(name) {
    return name
        .replaceAll(/[^A-Za-z0-9_-]/g, (character) => `.${character.codePointAt(0)?.toString(16) ?? ""}`)
        .slice(0, 120);
}


/***/ })

};
