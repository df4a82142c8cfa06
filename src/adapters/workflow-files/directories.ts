import { readdir, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import type { WorkflowFiles } from "../../ports/workflow-files.ts";

export interface WorkflowDirectories {
  /** The repository's work tree, absolute. */
  readonly root: string;
  /** Where a relative path that a person typed starts; `root` by default. */
  readonly base?: string;
  /** The folder of the workflows that ship with Pawl, absolute. */
  readonly library?: string;
}

/** Where a repository keeps its workflows, below its root. */
export const REPOSITORY_FOLDER = ".github/pawl";
const LIBRARY_PREFIX = "<library>/";
const EXTENSIONS = [".yml", ".yaml"];

/**
 * Workflow files on disk (L10): a name is looked up in `.github/pawl/` of the repository, then in the library; a path is taken from the file
 * that refers to it, or from `base` when a person typed it. A reference inside a file never leads out of the repository, the library and
 * that file's own folder, links included.
 */
export function createWorkflowDirectories(directories: WorkflowDirectories): WorkflowFiles {
  const { root, library } = directories;
  const base = directories.base ?? root;

  const onDisk = (file: string): string => {
    if (library !== undefined && file.startsWith(LIBRARY_PREFIX)) {
      return path.join(library, file.slice(LIBRARY_PREFIX.length));
    }
    return path.resolve(root, file);
  };
  const shown = (absolute: string): string => {
    if (library !== undefined && isInside(absolute, library) && !isInside(library, root)) {
      return LIBRARY_PREFIX + path.relative(library, absolute);
    }
    return isInside(absolute, root) ? path.relative(root, absolute) : absolute;
  };
  const allowedFrom = (from: string | undefined): readonly string[] | undefined =>
    from === undefined ? undefined : [root, ...(library === undefined ? [] : [library]), path.dirname(onDisk(from))];

  return {
    async load(reference, from) {
      for (const candidate of candidates(reference, from)) {
        const text = await readInside(candidate, allowedFrom(from));
        if (text !== undefined) return { text, file: shown(candidate) };
      }
      return undefined;
    },
    async loadTemplate(template, from) {
      const places = [path.dirname(onDisk(from)), path.join(root, REPOSITORY_FOLDER), root];
      for (const place of library === undefined ? places : [...places, library]) {
        const text = await readInside(path.resolve(place, template), allowedFrom(from));
        if (text !== undefined) return text;
      }
      return undefined;
    },
    async names() {
      const folders = [path.join(root, REPOSITORY_FOLDER), ...(library === undefined ? [] : [library])];
      const found = await Promise.all(folders.map(workflowNames));
      return [...new Set(found.flat())].toSorted();
    },
  };

  function candidates(reference: string, from: string | undefined): string[] {
    const written = reference.startsWith(LIBRARY_PREFIX) ? [onDisk(reference)] : [];
    const start = from === undefined ? base : path.dirname(onDisk(from));
    const looksLikePath = /[/\\]/.test(reference) || EXTENSIONS.some((extension) => reference.endsWith(extension));
    if (looksLikePath) {
      written.push(path.resolve(start, reference), path.resolve(root, reference));
      if (from === undefined || !path.isAbsolute(reference))
        written.push(path.resolve(root, REPOSITORY_FOLDER, reference));
    }
    if (/^[A-Za-z0-9][\w.-]*$/.test(reference)) {
      const folders = [path.join(root, REPOSITORY_FOLDER), ...(library === undefined ? [] : [library])];
      for (const folder of folders) {
        for (const extension of EXTENSIONS) written.push(path.join(folder, reference + extension));
      }
    }
    return written;
  }
}

async function workflowNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => []);
  return entries
    .filter((entry) => EXTENSIONS.includes(path.extname(entry)))
    .map((entry) => path.basename(entry, path.extname(entry)));
}

async function readInside(file: string, allowed: readonly string[] | undefined): Promise<string | undefined> {
  try {
    if (allowed !== undefined) {
      const real = await realpath(file);
      const roots = await Promise.all(allowed.map((folder) => realpath(folder).catch(() => folder)));
      if (!roots.some((folder) => isInside(real, folder))) return undefined;
    }
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}
