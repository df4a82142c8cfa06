import type { ProducedArtifact, StepContext } from "../engine/step.ts";
import type { ContentBlock } from "../ports/model-provider.ts";
import type { Turn } from "./conversation.ts";

/** The name of a step's transcript among the run's artifacts, without its ending. */
export function transcriptName(path: string): string {
  return `transcript-${path.replaceAll(/[^A-Za-z0-9._-]/g, ".")}`.slice(0, 90);
}

/** The whole conversation, redacted: one JSON line per turn for programs, and a page for people (A6). */
export function transcriptArtifacts(context: StepContext, log: readonly Turn[]): readonly ProducedArtifact[] {
  const turns = log.map((turn) => context.redactor.redactJson(turn));
  const name = transcriptName(context.path);
  const encoder = new TextEncoder();
  return [
    {
      name: `${name}.jsonl`,
      mediaType: "application/jsonl",
      content: encoder.encode(turns.map((turn) => `${JSON.stringify(turn)}\n`).join("")),
      tags: ["transcript"],
    },
    {
      name: `${name}.md`,
      mediaType: "text/markdown",
      content: encoder.encode(page(context, turns)),
      tags: ["transcript"],
    },
  ];
}

function page(context: StepContext, turns: readonly Turn[]): string {
  const parts = [
    `# What the agent of step \`${context.path}\` said and did\n\nRun ${context.run.id}, workflow ${context.run.workflow}.`,
  ];
  let answer = 0;
  for (const turn of turns) {
    switch (turn.kind) {
      case "begun":
        parts.push(`## System\n\n${quote(turn.data.system)}`, `## Task\n\n${quote(turn.data.prompt)}`);
        break;
      case "answered": {
        answer++;
        const { usage, model, provider } = turn.data;
        const who = provider === "scripted" ? `${model}, scripted: no model answered` : model;
        const tokens = `${usage.input + usage.cacheRead + usage.cacheWrite} tokens in, ${usage.cacheRead} of them cached, ${usage.output} out`;
        parts.push(`## Answer ${answer} (${who}; ${tokens})\n\n${turn.data.content.map(block).join("\n\n")}`);
        break;
      }
      case "results":
        parts.push(`## Results\n\n${turn.data.results.map(block).join("\n\n")}`);
        break;
      case "told":
        parts.push(`## Told\n\n${quote(turn.data.text)}`);
        break;
      case "closed":
        parts.push(`## Ended\n\n${quote(turn.data.reason)}`);
        break;
    }
  }
  return `${parts.join("\n\n")}\n`;
}

function block(content: ContentBlock): string {
  switch (content.type) {
    case "text":
      return quote(content.text);
    case "tool_use":
      return `Calls \`${content.name}\`:\n\n${fence(content.malformed ?? JSON.stringify(content.input, null, 2))}`;
    case "tool_result":
      return `${content.is_error === true ? "Error" : "Result"}:\n\n${fence(content.content)}`;
    case "thinking":
      return `Thinks:\n\n${quote(content.thinking)}`;
    default:
      return "Thinks (encrypted by the provider).";
  }
}

/** A fence longer than any in the text, so that the text can't end it. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}\n${text}\n${ticks}`;
}

/** Every line as a quotation: nothing in it can pose as a heading of the page. */
function quote(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
