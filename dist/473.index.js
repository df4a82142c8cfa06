export const id = 473;
export const ids = [473];
export const modules = {

/***/ 10473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   REPOSITORY_FOLDER: () => (/* binding */ REPOSITORY_FOLDER),
/* harmony export */   createWorkflowDirectories: () => (/* binding */ createWorkflowDirectories)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Where a repository keeps its workflows, below its root. */
const REPOSITORY_FOLDER = ".github/pawl";
const LIBRARY_PREFIX = "<library>/";
const EXTENSIONS = [".yml", ".yaml"];
/**
 * Workflow files on disk (L10): a name is looked up in `.github/pawl/` of the repository, then in the library; a path is taken from the file
 * that refers to it, or from `base` when a person typed it. A reference inside a file never leads out of the repository, the library and
 * that file's own folder, links included.
 */
function createWorkflowDirectories(directories) {
    const { root, library } = directories;
    const base = directories.base ?? root;
    const onDisk = (file) => {
        if (library !== undefined && file.startsWith(LIBRARY_PREFIX)) {
            return node_path__WEBPACK_IMPORTED_MODULE_1__.join(library, file.slice(LIBRARY_PREFIX.length));
        }
        return node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, file);
    };
    const shown = (absolute) => {
        if (library !== undefined && isInside(absolute, library) && !isInside(library, root)) {
            return LIBRARY_PREFIX + node_path__WEBPACK_IMPORTED_MODULE_1__.relative(library, absolute);
        }
        return isInside(absolute, root) ? node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, absolute) : absolute;
    };
    const allowedFrom = (from) => from === undefined ? undefined : [root, ...(library === undefined ? [] : [library]), node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(onDisk(from))];
    return {
        async load(reference, from) {
            for (const candidate of candidates(reference, from)) {
                const text = await readInside(candidate, allowedFrom(from));
                if (text !== undefined)
                    return { text, file: shown(candidate) };
            }
            return undefined;
        },
        async loadTemplate(template, from) {
            const places = [node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(onDisk(from)), node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, REPOSITORY_FOLDER), root];
            for (const place of library === undefined ? places : [...places, library]) {
                const text = await readInside(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(place, template), allowedFrom(from));
                if (text !== undefined)
                    return text;
            }
            return undefined;
        },
        async names() {
            const folders = [node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, REPOSITORY_FOLDER), ...(library === undefined ? [] : [library])];
            const found = await Promise.all(folders.map(workflowNames));
            return [...new Set(found.flat())].toSorted();
        },
    };
    function candidates(reference, from) {
        const written = reference.startsWith(LIBRARY_PREFIX) ? [onDisk(reference)] : [];
        const start = from === undefined ? base : node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(onDisk(from));
        const looksLikePath = /[/\\]/.test(reference) || EXTENSIONS.some((extension) => reference.endsWith(extension));
        if (looksLikePath) {
            written.push(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(start, reference), node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, reference));
            if (from === undefined || !node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(reference))
                written.push(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, REPOSITORY_FOLDER, reference));
        }
        if (/^[A-Za-z0-9][\w.-]*$/.test(reference)) {
            const folders = [node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, REPOSITORY_FOLDER), ...(library === undefined ? [] : [library])];
            for (const folder of folders) {
                for (const extension of EXTENSIONS)
                    written.push(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, reference + extension));
            }
        }
        return written;
    }
}
async function workflowNames(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => []);
    return entries
        .filter((entry) => EXTENSIONS.includes(node_path__WEBPACK_IMPORTED_MODULE_1__.extname(entry)))
        .map((entry) => node_path__WEBPACK_IMPORTED_MODULE_1__.basename(entry, node_path__WEBPACK_IMPORTED_MODULE_1__.extname(entry)));
}
async function readInside(file, allowed) {
    try {
        if (allowed !== undefined) {
            const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(file);
            const roots = await Promise.all(allowed.map((folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => folder)));
            if (!roots.some((folder) => isInside(real, folder)))
                return undefined;
        }
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8");
    }
    catch {
        return undefined;
    }
}
function isInside(file, folder) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(folder, file);
    return relative === "" || (!relative.startsWith("..") && !node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative));
}


/***/ })

};
