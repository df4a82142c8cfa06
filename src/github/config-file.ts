import { Ajv, type ErrorObject } from "ajv";
import { LineCounter, type Document, isMap, parseDocument } from "yaml";
import type { Finding } from "../kernel/diagnostics.ts";
import { nearestName } from "../kernel/diagnostics.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { RepositoryHost } from "../ports/repository-host.ts";
import {
  type Act,
  DEFAULT_CONFIG,
  DEFAULT_TRIGGERS,
  type Notifications,
  OCCASIONS,
  type Occasion,
  type PawlConfig,
  type Rule,
  type WorkflowConfig,
} from "./config.ts";
import { CONFIG_SCHEMA } from "./config-schema.ts";

export const CONFIG_PATH = ".github/pawl.yml";
/** A configuration is written by hand; what is longer is none. */
const MAX_BYTES = 65_536;

/**
 * The repository's configuration at a commit, by default the default branch's. A file with mistakes is not half believed: with findings,
 * nothing may be started (`Door.configProblems`), because the defaults could allow more than the file meant to.
 */
export async function readConfig(
  host: Pick<RepositoryHost, "file">,
  ref?: string,
): Promise<{ readonly config: PawlConfig; readonly findings: readonly Finding[] }> {
  const file = await host.file(CONFIG_PATH, ref);
  return file === undefined ? { config: DEFAULT_CONFIG, findings: [] } : parseConfig(file.text);
}

/** Every mistake with its line; `config` is the defaults when there is one. */
export function parseConfig(text: string): { readonly config: PawlConfig; readonly findings: readonly Finding[] } {
  const lines = new LineCounter();
  if (text.length > MAX_BYTES) {
    return {
      config: DEFAULT_CONFIG,
      findings: [finding("config.too_large", `the file is longer than ${MAX_BYTES} characters`, lines, 0)],
    };
  }
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: "1.2", schema: "core" });
  const syntax = [...document.errors, ...document.warnings].map((error) =>
    finding("config.syntax", error.message.split("\n")[0] ?? "not YAML", lines, error.pos[0]),
  );
  if (syntax.length > 0) return { config: DEFAULT_CONFIG, findings: syntax };
  if (document.contents === null) return { config: DEFAULT_CONFIG, findings: [] };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return {
      config: DEFAULT_CONFIG,
      findings: [finding("config.syntax", "anchors and aliases are not taken here", lines, 0)],
    };
  }
  if (!check(value)) {
    const findings = (check.errors ?? []).map((error) => schemaFinding(error, document, lines));
    return { config: DEFAULT_CONFIG, findings };
  }
  return { config: configFrom(value as Written), findings: [] };
}

const check = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(CONFIG_SCHEMA);

function schemaFinding(error: ErrorObject, document: Document, lines: LineCounter): Finding {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = error.params as { additionalProperty?: string; allowedValues?: readonly unknown[] };
  const extra = params.additionalProperty;
  const at = offsetOf(document, extra === undefined ? path : [...path, extra], extra !== undefined);
  const where = path.length === 0 ? "the file" : `\`${path.join(".")}\``;
  if (extra === undefined) {
    const allowed = params.allowedValues === undefined ? "" : `: ${params.allowedValues.map(String).join(", ")}`;
    return finding("config.schema", `${where} ${error.message ?? "is wrong"}${allowed}`, lines, at);
  }
  const parent = error.parentSchema as { properties?: JsonObject } | undefined;
  const nearest = nearestName(extra, Object.keys(parent?.properties ?? {}));
  return finding(
    "config.unknown",
    `${where} has no member \`${extra}\``,
    lines,
    at,
    nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`,
  );
}

function offsetOf(document: Document, path: readonly string[], key: boolean): number {
  const node: unknown = key ? document.getIn(path.slice(0, -1), true) : document.getIn(path, true);
  if (key && isMap(node)) {
    const pair = node.items.find((item) => String(item.key) === path.at(-1));
    return rangeStart(pair?.key);
  }
  return rangeStart(node ?? document.contents);
}

function rangeStart(node: unknown): number {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return 0;
  const [start] = node.range as readonly unknown[];
  return typeof start === "number" ? start : 0;
}

function finding(rule: string, message: string, lines: LineCounter, offset: number, hint?: string): Finding {
  const place = lines.linePos(offset);
  return {
    rule,
    severity: "error",
    message,
    file: CONFIG_PATH,
    line: Math.max(1, place.line),
    column: Math.max(1, place.col),
    ...(hint === undefined ? {} : { hint }),
  };
}

// What the schema has let through.
type WrittenRule = Partial<Omit<Rule, "codeOwners">> & { readonly code_owners?: boolean };
interface WrittenWorkflow {
  readonly triggers?: {
    readonly label?: boolean;
    readonly comment?: boolean;
    readonly pull_request_label?: boolean;
    readonly assignment?: readonly string[];
    readonly repository_dispatch?: readonly string[];
    readonly schedule?: readonly string[];
  };
  readonly who?: Readonly<Partial<Record<Act, WrittenRule>>>;
  readonly budget?: { readonly usd?: number; readonly month_usd?: number };
  readonly inputs?: JsonObject;
}
interface Written {
  readonly label_prefix?: string;
  readonly command?: string;
  readonly who?: WrittenWorkflow["who"];
  readonly budget?: WrittenWorkflow["budget"];
  readonly workflows?: Readonly<Record<string, WrittenWorkflow | null>>;
  readonly protected_paths?: readonly string[];
  readonly allowed_hosts?: readonly string[];
  readonly limits?: Partial<PawlConfig["limits"]>;
  readonly pull_request?: Partial<PawlConfig["pullRequest"]>;
  readonly dispatch_file?: string;
  readonly quota?: { readonly per_actor?: number; readonly per_repository?: number };
  readonly automatic_resumes?: number;
  readonly notifications?: {
    readonly mention?: Notifications["mention"];
    readonly webhooks?: readonly { readonly url: string; readonly on?: readonly Occasion[] }[];
  };
}

function configFrom(written: Written): PawlConfig {
  const base = DEFAULT_CONFIG;
  const who = { ...base.who, ...rulesFrom(written.who, base.who) };
  return {
    labelPrefix: written.label_prefix ?? base.labelPrefix,
    command: written.command ?? base.command,
    who,
    workflows: Object.fromEntries(
      Object.entries(written.workflows ?? {}).map(([name, one]) => [name, workflowFrom(one ?? {}, who)]),
    ),
    ...budgetFrom(written.budget),
    protectedPaths: written.protected_paths ?? base.protectedPaths,
    limits: { ...base.limits, ...written.limits },
    allowedHosts: written.allowed_hosts ?? base.allowedHosts,
    pullRequest: {
      ...base.pullRequest,
      ...written.pull_request,
      branches: { ...base.pullRequest.branches, ...written.pull_request?.branches },
    },
    dispatchFile: written.dispatch_file ?? base.dispatchFile,
    quota: {
      perActor: written.quota?.per_actor ?? base.quota.perActor,
      perRepository: written.quota?.per_repository ?? base.quota.perRepository,
    },
    automaticResumes: written.automatic_resumes ?? base.automaticResumes,
    notifications: {
      mention: written.notifications?.mention ?? {},
      webhooks: (written.notifications?.webhooks ?? []).map(({ url, on }) => ({ url, on: on ?? OCCASIONS })),
    },
  };
}

function workflowFrom(written: WrittenWorkflow, who: PawlConfig["who"]): WorkflowConfig {
  const given = written.triggers ?? {};
  return {
    triggers: {
      label: given.label ?? DEFAULT_TRIGGERS.label,
      comment: given.comment ?? DEFAULT_TRIGGERS.comment,
      pullRequestLabel: given.pull_request_label ?? DEFAULT_TRIGGERS.pullRequestLabel,
      assignment: given.assignment ?? [],
      repositoryDispatch: given.repository_dispatch ?? [],
      schedule: given.schedule ?? [],
    },
    who: rulesFrom(written.who, who),
    inputs: written.inputs ?? {},
    ...budgetFrom(written.budget),
  };
}

/** A rule that names users, teams or apps without a permission adds them to who could already. */
function rulesFrom(written: WrittenWorkflow["who"], base: PawlConfig["who"]): Partial<Record<Act, Rule>> {
  const rules: Partial<Record<Act, Rule>> = {};
  for (const [act, rule] of Object.entries(written ?? {}) as [Act, WrittenRule | null][]) {
    rules[act] = {
      permission: rule?.permission ?? base[act].permission,
      users: rule?.users ?? [],
      teams: rule?.teams ?? [],
      apps: rule?.apps ?? [],
      codeOwners: rule?.code_owners ?? base[act].codeOwners,
    };
  }
  return rules;
}

function budgetFrom(written: WrittenWorkflow["budget"]): { budgetUsd?: number; monthlyBudgetUsd?: number } {
  return {
    ...(written?.usd === undefined ? {} : { budgetUsd: written.usd }),
    ...(written?.month_usd === undefined ? {} : { monthlyBudgetUsd: written.month_usd }),
  };
}
