import { PawlError } from "../../kernel/errors.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import type { Send } from "./request.ts";

/** What the routes of one repository begin with. */
export const REPO = "/repos/{owner}/{repo}";
export const PER_PAGE = 100;
/** No list is read further than this many pages. */
const MAX_PAGES = 30;

/** Some methods of a host, made together because they belong to one part of GitHub's API. */
export type Part<K extends keyof RepositoryHost> = Pick<RepositoryHost, K>;

/** A path as part of a URL: `{+path}` keeps slashes, but would let `?` and `#` through as well. */
export function segments(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** All of a list, page by page. */
export async function pages<T>(call: Send, route: string, parameters: Readonly<Record<string, unknown>>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const found = await call<readonly T[]>(route, { ...parameters, per_page: PER_PAGE, page });
    all.push(...found);
    if (found.length < PER_PAGE) break;
  }
  return all;
}

/** What isn't there is an answer, not an error. */
export async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof PawlError && thrown.code === "github.not_found") return undefined;
    throw thrown;
  }
}
