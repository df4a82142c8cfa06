import type { SeenRequest } from "../peers/github.ts";
import type { Job } from "../peers/runner.ts";
import type { Paper } from "./paper.ts";

/** Tells what GitHub saw and what the runner's log says, as it happens. */
export interface Narration {
  readonly request: (seen: SeenRequest, answer: unknown) => void;
  readonly jobStarted: (job: Job) => void;
  readonly jobLine: (line: string) => void;
}

interface Telling {
  readonly method: string;
  readonly path: RegExp;
  readonly tell: (facts: {
    body: Record<string, unknown>;
    answer: Record<string, unknown>;
    path: string;
  }) => string | undefined;
}

const short = (sha: unknown): string => String(sha).slice(0, 10);
const lastPart = (path: string): string => decodeURIComponent(path.split("/").at(-1) ?? "");

/** What is worth a line of what is written to GitHub, in words. */
const TELLINGS: readonly Telling[] = [
  {
    method: "POST",
    path: /\/issues$/,
    tell: ({ answer }) => `opens issue #${String(answer["number"])}: ${String(answer["title"])}`,
  },
  {
    method: "POST",
    path: /\/issues\/\d+\/labels$/,
    tell: ({ body }) => `labels it ${(Array.isArray(body["labels"]) ? body["labels"] : []).join(", ")}`,
  },
  {
    method: "DELETE",
    path: /\/issues\/\d+\/labels\/.+$/,
    tell: ({ path }) => `takes the label ${lastPart(path)} off again`,
  },
  {
    method: "POST",
    path: /\/reactions$/,
    tell: ({ body }) => (body["content"] === "eyes" ? "reacts with 👀" : undefined),
  },
  { method: "POST", path: /\/issues\/\d+\/comments$/, tell: ({ answer }) => `comments: ${headline(answer["body"])}` },
  {
    method: "PATCH",
    path: /\/issues\/comments\/\d+$/,
    tell: ({ answer }) => `edits its comment: ${headline(answer["body"])}${checklist(answer["body"])}`,
  },
  { method: "POST", path: /\/dispatches$/, tell: () => "dispatches the workflow to Actions" },
  { method: "POST", path: /\/check-runs$/, tell: ({ answer }) => `opens the check run ${String(answer["name"])}` },
  {
    method: "PATCH",
    path: /\/check-runs\/\d+$/,
    tell: ({ answer }) =>
      answer["status"] === "completed" ? `closes the check run: ${String(answer["conclusion"])}` : undefined,
  },
  {
    method: "POST",
    path: /\/git\/commits$/,
    // A claim is a commit too; the reference that is made of it says so.
    tell: ({ body, answer }) =>
      String(body["message"]).includes("Pawl-Holder:") ? undefined : `commits ${short(answer["sha"])}`,
  },
  {
    method: "POST",
    path: /\/git\/refs$/,
    tell: ({ body }) =>
      String(body["ref"]).startsWith("refs/pawl/claims/")
        ? "claims it, so that nobody else who hears of it starts a second run"
        : `pushes ${String(body["ref"]).replace("refs/heads/", "")} at ${short(body["sha"])}`,
  },
  {
    method: "PATCH",
    path: /\/git\/refs\/heads\/.+$/,
    tell: ({ path, body }) => `moves ${path.replace(/^.*refs\/heads\//, "")} to ${short(body["sha"])}`,
  },
  {
    method: "POST",
    path: /\/pulls$/,
    tell: ({ answer }) =>
      `opens ${answer["draft"] === true ? "draft " : ""}pull request #${String(answer["number"])}: ${String(answer["title"])}`,
  },
];

export function createNarration(paper: Paper): Narration {
  let lastTold = "";
  const counts = new Map<string, Record<string, string>>();
  return {
    request: (seen, answer) => {
      if (seen.method === "GET" || seen.status >= 400) return;
      const path = seen.path.split("?")[0] ?? "";
      const telling = TELLINGS.find((candidate) => candidate.method === seen.method && candidate.path.test(path));
      const said = telling?.tell({ body: asRecord(parse(seen.body)), answer: asRecord(answer), path });
      // The comment is edited at every change of the run; only what a reader would notice gets a line.
      if (said === undefined || said === lastTold) return;
      lastTold = said;
      paper.event(seen.by, said);
    },
    jobStarted: (job) => {
      paper.event("runner", `takes workflow run ${job.runId}, attempt ${job.attempt}: clean checkout, then dist/`);
    },
    jobLine: (line) => {
      const event = /^(▶|✓|✗|-|■|↻|•|‖) (.+)$/.exec(line);
      if (event !== null) {
        const [, mark, whole = ""] = event;
        const text = whole.replace(/ · Step \S+: the command ended with exit code \d+/, "");
        paper.event("runner", `${mark} ${text}`, mark === "✓" ? "good" : mark === "✗" ? "bad" : "plain");
        return;
      }
      const output = /^ {2}(\S+) \| (.*)$/.exec(line);
      if (output !== null) tellOutput(output[1] ?? "", output[2] ?? "", counts, paper);
      else if (/^##\[error\]|^::error/.test(line))
        paper.detail(line.replace(/^##\[error\]|^::error[^:]*::/, ""), "bad");
    },
  };
}

/** A test run's output is told as its failures and its sums; what an agent says and calls is told whole. */
function tellOutput(step: string, text: string, counts: Map<string, Record<string, string>>, paper: Paper): void {
  const sum = /^(?:ℹ|#) (tests|pass|fail) (\d+)$/.exec(text.trim());
  if (sum !== null) {
    const [, name = "", count = ""] = sum;
    const known = { ...counts.get(step), [name]: count };
    counts.set(step, known);
    if (name === "fail") {
      paper.detail(`${known["tests"]} tests: ${known["pass"]} pass, ${count} fail`, count === "0" ? "good" : "bad");
    }
    return;
  }
  const failed = /^\s*(?:✖|not ok \d+ -) (.+?)(?: \(\d.*\))?$/.exec(text);
  if (failed !== null) {
    if (/^\s{2,}/.test(text)) paper.detail(`✖ ${failed[1]}`, "bad");
    return;
  }
  if (/^\s*(▶|✔|ℹ|#|ok |TAP|1\.\.|---|\.\.\.|> |$)/.test(text) || /^\s{2,}/.test(text)) return;
  if (counts.has(step)) return;
  paper.detail(/^(?:read|glob|grep|edit|write|bash) /.test(text) ? `→ ${text}` : text);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function headline(body: unknown): string {
  const first = textOf(body)
    .split("\n")
    .find((line) => line.trim() !== "" && !line.startsWith("<!--"));
  return (first ?? "").replace(/^#+ /, "").replaceAll("`", "").slice(0, 90);
}

function checklist(body: unknown): string {
  const boxes = [...textOf(body).matchAll(/^\s*- \[(x| )\]/gm)];
  return boxes.length === 0 ? "" : `, ${boxes.filter((box) => box[1] === "x").length} of ${boxes.length} steps done`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
