import type { Account, RepositoryHost, RepositoryRole } from "../ports/repository-host.ts";
import type { Rule } from "./config.ts";

/** This Pawl itself: its App's id and the bot account that its comments carry. */
export interface SelfIdentity {
  readonly appId?: number;
  /** `pawl-app[bot]`, `github-actions[bot]`. */
  readonly login?: string;
  readonly accountId?: number;
}

/** What the API says of the one who acts, read at the moment it matters. */
export interface Authority {
  readonly self: SelfIdentity;
  /** Absent when nothing was asked yet, or the answer couldn't be had: nobody may do anything then. */
  readonly actor?: {
    readonly account: Account;
    readonly role: RepositoryRole;
    /** The teams of the rule that the actor is a member of. */
    readonly teams: readonly string[];
  };
  /** The App behind a bot, where the event names one. */
  readonly appId?: number;
}

const RANK: Readonly<Record<RepositoryRole, number>> = { none: 0, read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

/**
 * Asks GitHub what the account may do here. The number decides, not the login: when the login now belongs to somebody else, the answer is
 * that nothing is known. Any failure of the API leaves `actor` out (fails closed); `author_association` is never believed.
 */
export async function readAuthority(
  host: Pick<RepositoryHost, "roleOf" | "inTeam">,
  self: SelfIdentity,
  sender: Account,
  rule: Rule,
  appId?: number,
): Promise<Authority> {
  const known = { self, ...(appId === undefined ? {} : { appId }) };
  // A bot never has authority by role, so there is nothing to ask.
  if (sender.type !== "User") return known;
  try {
    const found = await host.roleOf(sender.login);
    if (found === undefined || found.account.id !== sender.id) return known;
    const teams: string[] = [];
    for (const team of rule.teams) {
      const [organisation, slug] = team.split("/");
      if (organisation === undefined || slug === undefined) continue;
      if (await host.inTeam(organisation, slug, sender.login)) teams.push(team);
    }
    return { ...known, actor: { account: sender, role: found.role, teams } };
  } catch {
    return known;
  }
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** Whether the rule lets the sender act, with a reason that can be told to them. */
export function judge(rule: Rule, sender: Account, authority: Authority): Verdict {
  if (isSelf(sender, authority)) return { allowed: false, reason: "Pawl never acts on its own events" };
  if (sender.type !== "User" || sender.login.endsWith("[bot]")) {
    const { appId } = authority;
    if (sender.type === "Bot" && appId !== undefined && rule.apps.includes(appId)) return { allowed: true };
    return {
      allowed: false,
      reason: `\`${sender.login}\` is a bot; bots start nothing unless their App's id is listed under \`apps:\` in .github/pawl.yml`,
    };
  }
  const { actor } = authority;
  if (actor === undefined || actor.account.id !== sender.id) {
    return { allowed: false, reason: `GitHub didn't say what \`${sender.login}\` may do here, so nothing is allowed` };
  }
  if (rule.users.some((user) => user.toLowerCase() === sender.login.toLowerCase())) return { allowed: true };
  if (rule.teams.some((team) => actor.teams.includes(team))) return { allowed: true };
  if (RANK[actor.role] >= RANK[rule.permission]) return { allowed: true };
  return {
    allowed: false,
    reason: `it needs ${rule.permission} permission in this repository, and \`${sender.login}\` has ${actor.role}`,
  };
}

/** Whether an event comes from this Pawl: by App id or account number; by login only when no number is known. */
export function isSelf(sender: Account, authority: Authority): boolean {
  const { self } = authority;
  if (self.appId !== undefined && authority.appId === self.appId) return true;
  if (self.accountId !== undefined) return sender.id === self.accountId;
  return self.login !== undefined && sender.type === "Bot" && sender.login === self.login;
}
