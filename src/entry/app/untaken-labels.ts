import { sha256 } from "../../kernel/digest.ts";
import { readConfig } from "../../github/config-file.ts";
import type { Account, IssueFacts, RepositoryFacts, RepositoryHost } from "../../ports/repository-host.ts";
import type { AppParts } from "./parts.ts";

/** How far back labels are looked for: as long as GitHub keeps deliveries, in milliseconds. */
const WINDOW_MS = 3 * 86_400_000;
/** A label that is younger may have its delivery on the way, in milliseconds. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Finds open issues that carry a label of Pawl's which nobody took: its delivery never came, and GitHub doesn't know of it either. Each gets
 * a delivery in its place, with the one who set the label as its sender, so that it is judged as the lost one would have been. Its id is made
 * of the label and its time: however often and by however many processes it is found, one comes of it. Gives how many were kept.
 */
export async function findUntakenLabels(parts: AppParts): Promise<number> {
  let found = 0;
  for (const { owner, repo, installation } of await parts.installations.repositories()) {
    try {
      const { host } = await parts.installations.host(owner, repo, installation);
      found += await findIn(parts, host, installation);
    } catch (thrown) {
      // One repository that can't be read keeps no other from being looked at.
      parts.log.warning(`Labels of ${owner}/${repo}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  if (found > 0) parts.wake();
  return found;
}

async function findIn(parts: AppParts, host: RepositoryHost, installation: number): Promise<number> {
  const now = parts.clock.now();
  const issues = (await host.openIssues(new Date(now - WINDOW_MS).toISOString())).filter(
    ({ labels, isPullRequest }) => labels.length > 0 && !isPullRequest,
  );
  if (issues.length === 0) return 0;
  const { config } = await readConfig(host);
  const prefix = config.labelPrefix.toLowerCase();
  let kept = 0;
  for (const issue of issues) {
    for (const label of issue.labels.filter((one) => one.toLowerCase().startsWith(prefix))) {
      const set = await host.labelled(issue.number, label);
      if (set === undefined || now - Date.parse(set.at) < PATIENCE_MS) continue;
      const workflow = label.toLowerCase().slice(prefix.length);
      const runs = parts.runs.list({ owner: host.owner, repo: host.repo, issue: issue.number });
      // Started for this label, which only couldn't be taken off yet.
      if (runs.some((run) => run.workflow === workflow && run.createdAt >= Date.parse(set.at))) continue;
      const about = [host.owner, host.repo, String(issue.number), label, set.at].join("\u0000").toLowerCase();
      const payload = deliveryOf(await host.repository(), issue, label, set, installation);
      if (await parts.inbox.keep({ id: `label-${sha256(about).slice(0, 32)}`, event: "issues", payload })) kept += 1;
    }
  }
  return kept;
}

function deliveryOf(
  repository: RepositoryFacts,
  issue: IssueFacts,
  label: string,
  set: { readonly by: Account; readonly at: string },
  installation: number,
): string {
  return JSON.stringify({
    action: "labeled",
    label: { name: label },
    issue: {
      number: issue.number,
      title: issue.title,
      body: issue.body,
      html_url: issue.url,
      user: issue.author,
      labels: issue.labels.map((name) => ({ name })),
      // What the lost delivery said: the label was the issue's last change then.
      updated_at: set.at,
    },
    repository: {
      id: repository.id,
      name: repository.name,
      full_name: `${repository.owner}/${repository.name}`,
      default_branch: repository.defaultBranch,
      private: repository.private,
      html_url: repository.url,
    },
    sender: set.by,
    installation: { id: installation },
  });
}
