import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../src/github/config.ts";
import { decideTrigger, type Decision } from "../../src/github/trigger.ts";
import type { Authority } from "../../src/github/authority.ts";
import type { RepositoryRole } from "../../src/ports/repository-host.ts";
import { casesOf, payload, type AttackCase } from "./cases.ts";

const SELF = { appId: 7_001, accountId: 5, login: "pawl[bot]" };
const WANDA = { id: 7, login: "wanda", type: "User" } as const;
const REPOSITORY = { id: 1, name: "sample", full_name: "acme/sample", default_branch: "main", private: false };
const ISSUE = {
  number: 1,
  title: "Broken",
  body: "It is.",
  user: WANDA,
  labels: [],
  updated_at: "2026-03-01T00:00:00Z",
};

interface Expecting extends AttackCase {
  /** `nothing`, `refuse`, or `run <workflow>`. */
  readonly expect: string;
}

function authorityOf(id: number, role: RepositoryRole | undefined): Authority {
  if (role === undefined) return { self: SELF };
  return { self: SELF, actor: { account: { ...WANDA, id }, role, teams: [] } };
}

/** In one word what was decided; a refusal must say why to the person. */
function summary(decision: Decision): string {
  if (decision.kind === "run") return `run ${decision.workflow}`;
  if (decision.kind === "refuse") return decision.reply.trim() === "" ? "refuse without a word" : "refuse";
  return decision.kind === "ignore" ? "nothing" : decision.kind;
}

describe("comments", () => {
  it.each(casesOf<Expecting & { readonly comment: string }>("comments"))("$id: $attack", (attack) => {
    const comment = { id: 3, body: payload(attack.comment, attack), user: WANDA };
    const body = { action: "created", comment, issue: ISSUE, repository: REPOSITORY, sender: WANDA };
    const decision = decideTrigger({ name: "issue_comment", payload: body }, DEFAULT_CONFIG, authorityOf(7, "write"));
    expect(summary(decision)).toBe(attack.expect);
  });
});

interface ActorCase extends Expecting {
  readonly sender: unknown;
  readonly association?: string;
  readonly role?: RepositoryRole;
  /** Whose role the API told, where it is not the sender's. */
  readonly roleOf?: number;
  readonly appId?: number;
}

describe("actors", () => {
  it.each(casesOf<ActorCase>("actors"))("$id: $attack", (attack) => {
    const { sender, role, roleOf, appId, association } = attack;
    const app = appId === undefined ? {} : { performed_via_github_app: { id: appId } };
    const comment = { id: 3, body: "/pawl fix", user: sender, author_association: association ?? "NONE", ...app };
    const body = { action: "created", comment, issue: ISSUE, repository: REPOSITORY, sender };
    const id = roleOf ?? Number((sender as { id?: unknown } | null)?.id ?? 0);
    const decision = decideTrigger({ name: "issue_comment", payload: body }, DEFAULT_CONFIG, authorityOf(id, role));
    expect(summary(decision)).toBe(attack.expect);
  });

  it("does not take an edited comment, or another's words under a maintainer's name, for a command", () => {
    const comment = { id: 3, body: "/pawl deploy", user: { id: 9, login: "mal", type: "User" } };
    for (const action of ["edited", "deleted", "created"]) {
      const sender = action === "created" ? WANDA : comment.user;
      const body = { action, comment, issue: ISSUE, repository: REPOSITORY, sender };
      const decision = decideTrigger({ name: "issue_comment", payload: body }, DEFAULT_CONFIG, authorityOf(7, "write"));
      expect(summary(decision)).not.toMatch(/^run/);
    }
  });
});

describe("labels", () => {
  it.each(casesOf<Expecting & { readonly label: string }>("labels"))("$id: $attack", (attack) => {
    const label = { name: payload(attack.label, attack) };
    const body = { action: "labeled", label, issue: ISSUE, repository: REPOSITORY, sender: WANDA };
    const decision = decideTrigger({ name: "issues", payload: body }, DEFAULT_CONFIG, authorityOf(7, "write"));
    expect(summary(decision)).toBe(attack.expect);
  });
});
