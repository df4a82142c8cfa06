import type { Finding } from "../../kernel/diagnostics.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { CONFIG_PATH, parseConfig } from "../../github/config-file.ts";
import { codeCell, plainCell } from "../../github/run-facts.ts";
import type { CheckRunFields, RepositoryHost } from "../../ports/repository-host.ts";
import type { Delivery } from "./inbox.ts";
import type { Outcome } from "./outcome.ts";
import type { AppParts } from "./parts.ts";

export const CONFIGURATION_CHECK = "pawl: configuration";

/**
 * Reads what a pull request would make of `.github/pawl.yml` and of the workflows in `.github/pawl/`, and says so in a check run with a line
 * for each mistake: before it is merged, not when the next run is refused. Undefined when the pull request touches neither.
 */
export async function checkConfiguration(
  parts: AppParts,
  host: RepositoryHost,
  installation: number,
  pull: { readonly number: number; readonly headSha: string; readonly baseSha: string },
  delivery: Delivery,
): Promise<Outcome | undefined> {
  const { files } = await host.compare(pull.baseSha, pull.headSha);
  const workflows = files.filter((file) => /^\.github\/pawl\/[a-z][a-z0-9_-]*\.ya?ml$/.test(file));
  const concerns = workflows.length > 0 || files.includes(CONFIG_PATH);
  if (!concerns) return undefined;
  const findings: Finding[] = [];
  const config = files.includes(CONFIG_PATH) ? await host.file(CONFIG_PATH, pull.headSha) : undefined;
  if (config !== undefined) findings.push(...parseConfig(config.text).findings);
  const catalogue = parts.catalogue(host, pull.headSha);
  for (const file of workflows) findings.push(...(await catalogue.findings(file)));
  const fields = checkFields(findings, `${pull.number}`);
  return {
    summary: `checked the configuration of #${pull.number}: ${findings.length} findings`,
    record: () =>
      parts.outbox.put({
        key: `check:${delivery.id}`,
        kind: "check",
        data: {
          owner: host.owner,
          repo: host.repo,
          installation,
          head_sha: pull.headSha,
          fields: fields as unknown as JsonObject,
        },
      }),
  };
}

function checkFields(findings: readonly Finding[], id: string): CheckRunFields {
  const errors = findings.filter(({ severity }) => severity === "error");
  const list = findings
    .slice(0, 50)
    .map(
      (one) =>
        `- ${codeCell(`${one.file}:${one.line}`)} ${plainCell(one.message, 400)}${one.hint === undefined ? "" : ` ${plainCell(one.hint, 300)}`}`,
    );
  return {
    name: CONFIGURATION_CHECK,
    status: "completed",
    conclusion: errors.length > 0 ? "failure" : "success",
    externalId: `configuration-${id}`,
    title: errors.length === 0 ? "The configuration is valid" : `${errors.length} mistakes`,
    summary: list.length === 0 ? "Nothing is wrong with it." : list.join("\n"),
    annotations: findings.slice(0, 50).map((one) => ({
      path: one.file,
      line: one.line,
      level: one.severity === "error" ? "failure" : one.severity === "warning" ? "warning" : "notice",
      title: one.rule,
      message: one.hint === undefined ? one.message : `${one.message} ${one.hint}`,
    })),
  };
}
