import type { Body, Plan } from "../../../language/plan/plan.ts";
import { EXIT } from "../exit.ts";
import { checkNamed, hasErrors, showFindings } from "../findings.ts";
import { openWorkflows } from "../open.ts";
import type { Session } from "../session.ts";
import { planText } from "./plan.ts";

export type GraphFormat = "mermaid" | "dot" | "text";

interface Node {
  readonly id: string;
  readonly label: string;
  readonly children: readonly { readonly title: string; readonly nodes: readonly Node[] }[];
}
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
}

/** `pawl graph <file or name>`: the plan as a picture's source. */
export async function graphCommand(session: Session, reference: string, format: GraphFormat): Promise<number> {
  const { workflows } = await openWorkflows(session);
  const check = await checkNamed(workflows, reference);
  const plan = check.checked?.validation.plan;
  if (plan === undefined || hasErrors(check.findings)) {
    if (session.options.json === true) session.terminal.json({ ok: false, findings: check.findings });
    else await showFindings(session, [check]);
    return EXIT.failed;
  }
  const text = format === "text" ? planText(plan, session) : graphText(plan, format);
  if (session.options.json === true) session.terminal.json({ format, graph: text });
  else session.terminal.out(text);
  return EXIT.ok;
}

/** The plan's steps as nodes, with bodies as boxes and what waits for what as arrows. */
export function graphText(plan: Plan, format: "mermaid" | "dot"): string {
  const { nodes, edges } = describe(plan.root, "");
  return format === "mermaid" ? mermaid(nodes, edges) : dot(plan.workflow.name, nodes, edges);
}

function describe(body: Body, prefix: string): { nodes: Node[]; edges: Edge[] } {
  const edges: Edge[] = [];
  const nodes = body.steps.map(({ step, after, bodies }): Node => {
    const id = prefix + step.id;
    for (const before of after) edges.push({ from: prefix + before, to: id, label: step.when });
    if (step.onError !== "fail" && body.steps.some((other) => other.step.id === step.onError)) {
      edges.push({ from: id, to: prefix + step.onError, label: "on error" });
    }
    const children = Object.entries(bodies).map(([title, inner]) => {
      const described = describe(inner, `${id}/`);
      edges.push(...described.edges);
      return { title, nodes: described.nodes };
    });
    return { id, label: `${step.name ?? step.id}\n${step.type}`, children };
  });
  return { nodes, edges };
}

/** https://mermaid.js.org/syntax/flowchart.html */
function mermaid(nodes: readonly Node[], edges: readonly Edge[]): string {
  const name = (id: string): string => `s_${id.replaceAll(/[^A-Za-z0-9]/g, "_")}`;
  const quote = (text: string): string => `"${text.replaceAll('"', "#quot;").replaceAll("\n", "<br/>")}"`;
  const box = (node: Node, indent: string): string[] => {
    if (node.children.length === 0) return [`${indent}${name(node.id)}[${quote(node.label)}]`];
    const inner = node.children.flatMap((child) => [
      `${indent}  subgraph ${name(node.id)}_${name(child.title)}[${quote(child.title)}]`,
      ...child.nodes.flatMap((one) => box(one, `${indent}    `)),
      `${indent}  end`,
    ]);
    return [`${indent}subgraph ${name(node.id)}[${quote(node.label.replace("\n", " · "))}]`, ...inner, `${indent}end`];
  };
  const arrows = edges.map(({ from, to, label }) => {
    const text = label === undefined ? "" : `|${quote(label)}|`;
    return `  ${name(from)} -->${text} ${name(to)}`;
  });
  return ["flowchart TD", ...nodes.flatMap((node) => box(node, "  ")), ...arrows].join("\n");
}

/** https://graphviz.org/doc/info/lang.html */
function dot(title: string, nodes: readonly Node[], edges: readonly Edge[]): string {
  const box = (node: Node, indent: string): string[] => [
    `${indent}${JSON.stringify(node.id)} [label=${JSON.stringify(node.label)}];`,
    ...node.children.flatMap((child) => [
      `${indent}subgraph ${JSON.stringify(`cluster_${node.id}_${child.title}`)} {`,
      `${indent}  label=${JSON.stringify(`${node.id} · ${child.title}`)};`,
      ...child.nodes.flatMap((one) => box(one, `${indent}  `)),
      `${indent}}`,
    ]),
  ];
  const arrows = edges.map(({ from, to, label }) => {
    const text = label === undefined ? "" : ` [label=${JSON.stringify(label)}]`;
    return `  ${JSON.stringify(from)} -> ${JSON.stringify(to)}${text};`;
  });
  return [
    `digraph ${JSON.stringify(title)} {`,
    "  node [shape=box];",
    ...nodes.flatMap((node) => box(node, "  ")),
    ...arrows,
    "}",
  ].join("\n");
}
