import { sha256 } from "../kernel/digest.ts";

/** Longest branch name made here; GitHub takes 255 bytes, and a ref file's path needs room. */
const MAX_LENGTH = 120;

/**
 * A branch name that git and GitHub take, in ASCII: the same template and values always give the same name.
 * `{workflow}`, `{issue}` and `{run}` are filled in; without an issue, `{issue}` is the run's id, so that the branch is the run's own.
 */
export function branchName(
  template: string,
  values: { readonly workflow: string; readonly issue?: number; readonly runId: string },
): string {
  const filled = template
    .replaceAll("{workflow}", values.workflow)
    .replaceAll("{issue}", values.issue === undefined ? values.runId : String(values.issue))
    .replaceAll("{run}", values.runId);
  return plainBranch(filled);
}

/** Rules of git-check-ref-format(1), and none of the characters a shell or a glob reads; what falls away is told apart by a short digest. */
export function plainBranch(name: string): string {
  const plain = name
    .replaceAll(/[^A-Za-z0-9._/-]+/g, "-")
    .replaceAll(/\.{2,}/g, ".")
    .split("/")
    .map((part) => part.replaceAll(/^[.-]+|[.-]+$/g, "").replace(/\.lock$/i, "-lock"))
    .filter((part) => part !== "")
    .join("/");
  const changed = plain !== name;
  const tail = changed ? `-${sha256(name).slice(0, 8)}` : "";
  const base = plain === "" || plain === "HEAD" || /^[0-9a-f]{40}$/.test(plain) ? "pawl" : plain;
  return `${base.slice(0, MAX_LENGTH - tail.length).replace(/[./-]+$/, "")}${tail}`;
}
