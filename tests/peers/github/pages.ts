import type { Api } from "./git.ts";

interface Written {
  readonly title?: string;
  readonly body: string | null;
  readonly user: { readonly login: string };
  readonly state?: string;
  readonly draft?: boolean;
  readonly head?: { readonly ref: string; readonly sha: string };
  readonly base?: { readonly ref: string };
}
interface ChangedFile {
  readonly filename: string;
  readonly patch?: string;
}

/**
 * Plain pages for people who follow the links of a local GitHub in a browser: an issue with its comments, a pull request with its difference.
 * Everything shown is text; undefined for an address that has no page.
 */
export async function pageFor(path: string, api: Api, token: string): Promise<string | undefined> {
  const asked = /^\/([^/]+\/[^/]+)\/(issues|pull)\/(\d+)$/.exec(path);
  if (asked === null) return undefined;
  const [, fullName = "", kind = "", number = ""] = asked;
  const get = async <T>(at: string): Promise<T | undefined> => {
    const { status, data } = await api("GET", `/repos/${fullName}${at}`, undefined, token);
    return status === 200 ? (data as T) : undefined;
  };
  const subject = await get<Written>(kind === "pull" ? `/pulls/${number}` : `/issues/${number}`);
  if (subject === undefined) return undefined;
  const comments = (await get<Written[]>(`/issues/${number}/comments`)) ?? [];
  const files = kind === "pull" ? ((await get<ChangedFile[]>(`/pulls/${number}/files`)) ?? []) : [];
  const facts =
    subject.head === undefined
      ? subject.state
      : `${subject.draft === true ? "draft, " : ""}${subject.state}: ${subject.head.ref} at ${subject.head.sha} into ${subject.base?.ref}`;
  const parts = [
    `<h1>${escape(subject.title ?? "")} <small>#${number}</small></h1><p>${escape(facts ?? "")}</p>`,
    ...[subject, ...comments].map(
      ({ user, body }) =>
        `<section><h2>${escape(user.login)}</h2><pre>${escape(withoutMarkers(body ?? ""))}</pre></section>`,
    ),
    ...files.map(
      ({ filename, patch }) => `<section><h2>${escape(filename)}</h2><pre>${escape(patch ?? "")}</pre></section>`,
    ),
  ];
  return `<!doctype html><meta charset="utf-8"><title>${escape(subject.title ?? "")} · ${escape(fullName)}</title>${STYLE}${parts.join("\n")}`;
}

const STYLE =
  "<style>body{font:15px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}section{border:1px solid #8884;border-radius:6px;padding:0 1rem;margin:1rem 0}h2{font-size:1rem}small{opacity:.6}</style>";

function withoutMarkers(body: string): string {
  return body
    .replaceAll(/<!--[^]*?-->/g, "")
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/<\/?(?:code|sub)>/g, "");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
