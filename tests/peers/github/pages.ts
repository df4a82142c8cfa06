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
  const run = /^\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)(?:\/|$)/.exec(path);
  if (run !== null) return runPage(run[1] ?? "", run[2] ?? "", api, token);
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
        `<section><h2>${escape(user.login)}</h2><pre>${linked(escape(withoutMarkers(body ?? "")))}</pre></section>`,
    ),
    ...files.map(
      ({ filename, patch }) => `<section><h2>${escape(filename)}</h2><pre>${escape(patch ?? "")}</pre></section>`,
    ),
  ];
  return `<!doctype html><meta charset="utf-8"><title>${escape(subject.title ?? "")} · ${escape(fullName)}</title>${STYLE}${parts.join("\n")}`;
}

async function runPage(fullName: string, id: string, api: Api, token: string): Promise<string | undefined> {
  const { status, data } = await api("GET", `/repos/${fullName}/actions/runs/${id}`, undefined, token);
  if (status !== 200) return undefined;
  const found = data as { display_title?: string; status: string; conclusion: string | null; run_attempt?: number };
  const title = escape(found.display_title ?? `Workflow run ${id}`);
  const facts = `${found.status}${found.conclusion === null ? "" : `, ${found.conclusion}`}, attempt ${found.run_attempt ?? 1}`;
  return `<!doctype html><meta charset="utf-8"><title>${title} · ${escape(fullName)}</title>${STYLE}<h1>${title}</h1><p>${escape(facts)}</p>`;
}

const STYLE =
  "<style>body{font:15px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere}section{border:1px solid #8884;border-radius:6px;padding:0 1rem;margin:1rem 0}h2{font-size:1rem}small{opacity:.6}</style>";

function withoutMarkers(body: string): string {
  return (
    body
      .replaceAll(/<!--[^]*?-->/g, "")
      .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll(/<\/?(?:code|sub)>/g, "")
      // Jobs know this server by the one name that GitHub's toolkit takes for no Enterprise Server; not every machine resolves it.
      .replaceAll(/\bhttp:\/\/github\.localhost(?=:\d)/g, "http://127.0.0.1")
  );
}

/** Links of this server become links again; everything else stays text. */
function linked(escaped: string): string {
  return escaped.replaceAll(/\bhttp:\/\/127\.0\.0\.1:\d+\/[^\s)&<"]*/g, (url) => `<a href="${url}">${url}</a>`);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
