import examples from "@octokit/webhooks-examples" with { type: "json" };
import { describe, expect, test } from "vitest";
import type { Authority } from "../../src/github/authority.ts";
import { DEFAULT_CONFIG, DEFAULT_TRIGGERS, type PawlConfig } from "../../src/github/config.ts";
import { decideTrigger } from "../../src/github/trigger.ts";

const WANDA = { id: 7, login: "wanda", type: "User" } as const;
const SELF = { appId: 99, login: "pawl[bot]" };
const MAY: Authority = { self: SELF, actor: { account: WANDA, role: "write", teams: [] } };
const REPOSITORY = { id: 1, name: "lib", full_name: "acme/lib", default_branch: "main", private: false };

function labeled(name: string, extra: object = {}): { name: string; payload: object } {
  return {
    name: "issues",
    payload: {
      action: "labeled",
      label: { name },
      issue: {
        number: 4,
        title: "Broken",
        body: "It breaks",
        user: WANDA,
        labels: [{ name }],
        updated_at: "2026-11-20T20:00:00Z",
      },
      repository: REPOSITORY,
      sender: WANDA,
      installation: { id: 5 },
      ...extra,
    },
  };
}

function commented(
  body: string,
  extra: { sender?: object; user?: object; comment?: object; action?: string } = {},
): { name: string; payload: object } {
  const sender = extra.sender ?? WANDA;
  return {
    name: "issue_comment",
    payload: {
      action: extra.action ?? "created",
      comment: { id: 12, body, user: extra.user ?? sender, ...extra.comment },
      issue: { number: 4, title: "Broken", body: "It breaks", user: WANDA, labels: [] },
      repository: REPOSITORY,
      sender,
    },
  };
}

describe("what an event asks for", () => {
  test("a label names the workflow to run and is to be taken off", () => {
    const decision = decideTrigger(labeled("pawl:fix"), DEFAULT_CONFIG, MAY);
    expect(decision).toMatchObject({
      kind: "run",
      workflow: "fix",
      label: "pawl:fix",
      place: { issue: 4, installationId: 5 },
    });
  });

  test("labels are compared without regard to ASCII case, as GitHub does", () => {
    expect(decideTrigger(labeled("Pawl:Fix"), DEFAULT_CONFIG, MAY)).toMatchObject({
      kind: "run",
      workflow: "fix",
      label: "Pawl:Fix",
    });
  });

  test.each(["pawl:f\u200bix", "pawl\u00ad:fix", "p\u0430wl:fix", "pawl:", "pawl:a b", "bug", "pawl:../x"])(
    "the label %j starts nothing",
    (name) => {
      expect(decideTrigger(labeled(name), DEFAULT_CONFIG, MAY).kind).toBe("ignore");
    },
  );

  test("a label that only looks like ours is shown with its invisible characters written out", () => {
    expect(decideTrigger(labeled("pawl\u200b:fix"), DEFAULT_CONFIG, MAY)).toMatchObject({
      kind: "ignore",
      reason: String.raw`the label "pawl\u{200b}:fix" only looks like one of Pawl's`,
    });
  });

  test("the same label set twice in one delivery and its twin mean the same; set again later, another thing", () => {
    const meaning = (event: ReturnType<typeof labeled>): string => {
      const decision = decideTrigger(event, DEFAULT_CONFIG, MAY);
      return decision.kind === "run" ? decision.meaning : "";
    };
    const later = labeled("pawl:fix");
    Object.assign((later.payload as { issue: object }).issue, { updated_at: "2026-11-20T20:05:00Z" });
    expect(meaning(labeled("pawl:fix"))).toBe(meaning(labeled("pawl:fix")));
    expect(meaning(labeled("pawl:fix"))).not.toBe(meaning(later));
    expect(meaning(labeled("pawl:fix"))).not.toBe(meaning(labeled("pawl:tidy")));
  });

  test("a comment gives the workflow its inputs as they were written", () => {
    expect(decideTrigger(commented("/pawl fix target=80"), DEFAULT_CONFIG, MAY)).toMatchObject({
      kind: "run",
      workflow: "fix",
      inputs: { target: "80" },
      typed: false,
    });
  });

  test.each(["edited", "deleted"])("a comment that was %s starts nothing", (action) => {
    expect(decideTrigger(commented("/pawl fix", { action }), DEFAULT_CONFIG, MAY).kind).toBe("ignore");
  });

  test("what was said is pinned, so that a later edit can be told", () => {
    const decision = decideTrigger(labeled("pawl:fix"), DEFAULT_CONFIG, MAY);
    expect(decision).toMatchObject({ pinned: { title: "Broken", body: "It breaks", actor: "wanda", actor_id: 7 } });
  });

  test("a check run's button is a command on its run", () => {
    const payload = {
      action: "requested_action",
      requested_action: { identifier: "approve" },
      check_run: { id: 3, external_id: "run_abc", head_sha: "f".repeat(40), app: { id: 99 } },
      repository: REPOSITORY,
      sender: WANDA,
    };
    expect(decideTrigger({ name: "check_run", payload, deliveryId: "d1" }, DEFAULT_CONFIG, MAY)).toMatchObject({
      kind: "command",
      command: "approve",
      runId: "run_abc",
    });
  });

  test("assignment, repository_dispatch and schedule start the workflow that names them", () => {
    const config: PawlConfig = {
      ...DEFAULT_CONFIG,
      workflows: {
        tidy: {
          triggers: {
            ...DEFAULT_TRIGGERS,
            assignment: ["pawl-bot"],
            repositoryDispatch: ["tidy-up"],
            schedule: ["0 3 * * *"],
          },
          who: {},
          inputs: {},
        },
      },
    };
    const base = { repository: REPOSITORY, sender: WANDA };
    const issue = { number: 1, title: "t", body: "", user: WANDA, labels: [] };
    const assigned = { ...base, action: "assigned", assignee: { id: 8, login: "Pawl-Bot", type: "User" }, issue };
    const workflowOf = (name: string, payload: object): unknown => {
      const decision = decideTrigger({ name, payload, deliveryId: "d" }, config, MAY);
      return decision.kind === "run" ? decision.workflow : decision;
    };
    expect(workflowOf("issues", assigned)).toBe("tidy");
    expect(workflowOf("repository_dispatch", { ...base, action: "tidy-up", client_payload: { a: 1 } })).toBe("tidy");
    expect(workflowOf("schedule", { ...base, schedule: "0 3 * * *" })).toBe("tidy");
    expect(workflowOf("workflow_dispatch", { ...base, inputs: { workflow: "tidy", inputs: '{"a": 1}' } })).toBe("tidy");
  });
});

describe("who may ask", () => {
  const reader: Authority = { self: SELF, actor: { account: WANDA, role: "read", teams: [] } };

  test("without write permission it is refused with the reason", () => {
    const decision = decideTrigger(labeled("pawl:fix"), DEFAULT_CONFIG, reader);
    expect(decision).toMatchObject({ kind: "refuse", label: "pawl:fix" });
    expect(decision.kind === "refuse" ? decision.reply : "").toContain("needs write permission");
  });

  test("when GitHub didn't say, nobody may", () => {
    expect(decideTrigger(labeled("pawl:fix"), DEFAULT_CONFIG, { self: SELF }).kind).toBe("refuse");
  });

  test("author_association is not believed", () => {
    const event = commented("/pawl fix", { comment: { author_association: "OWNER" } });
    expect(decideTrigger(event, DEFAULT_CONFIG, reader).kind).toBe("refuse");
  });

  test("authority of another account with the same login doesn't count", () => {
    const other: Authority = { self: SELF, actor: { account: { ...WANDA, id: 8 }, role: "admin", teams: [] } };
    expect(decideTrigger(labeled("pawl:fix"), DEFAULT_CONFIG, other).kind).toBe("refuse");
  });

  test.each([[{ id: 20, login: "evil-app[bot]", type: "Bot" }], [{ id: 21, login: "dependabot[bot]", type: "User" }]])(
    "the bot %j is refused",
    (sender) => {
      const authority: Authority = {
        self: SELF,
        actor: { account: { ...sender, type: "User" }, role: "admin", teams: [] },
      };
      expect(decideTrigger(commented("/pawl fix", { sender }), DEFAULT_CONFIG, authority).kind).toBe("refuse");
    },
  );

  test("a bot may when its App's id is listed", () => {
    const start = { ...DEFAULT_CONFIG.who.start, apps: [1234] };
    const config = { ...DEFAULT_CONFIG, who: { ...DEFAULT_CONFIG.who, start } };
    const sender = { id: 20, login: "helper[bot]", type: "Bot" };
    const event = commented("/pawl fix", { sender, comment: { performed_via_github_app: { id: 1234 } } });
    expect(decideTrigger(event, config, { self: SELF }).kind).toBe("run");
  });

  test("Pawl's own comments never trigger, by App id or account", () => {
    const sender = { id: 30, login: "pawl[bot]", type: "Bot" };
    const byApp = commented("/pawl fix", { sender, comment: { performed_via_github_app: { id: 99 } } });
    expect(decideTrigger(byApp, DEFAULT_CONFIG, MAY)).toEqual({ kind: "ignore", reason: "the event is Pawl's own" });
    expect(decideTrigger(commented("/pawl fix", { sender }), DEFAULT_CONFIG, MAY).kind).toBe("ignore");
  });

  test("words of somebody else under the sender's name carry no authority", () => {
    const event = commented("/pawl fix", { user: { id: 8, login: "mallory", type: "User" } });
    expect(decideTrigger(event, DEFAULT_CONFIG, MAY).kind).toBe("ignore");
  });

  test("users and teams of the configuration may without the permission", () => {
    const start = { ...DEFAULT_CONFIG.who.start, permission: "admin", users: [], teams: ["acme/core"] } as const;
    const config = { ...DEFAULT_CONFIG, who: { ...DEFAULT_CONFIG.who, start } };
    const member: Authority = { self: SELF, actor: { account: WANDA, role: "read", teams: ["acme/core"] } };
    expect(decideTrigger(labeled("pawl:fix"), config, member).kind).toBe("run");
    expect(decideTrigger(labeled("pawl:fix"), config, reader).kind).toBe("refuse");
  });

  test("raising a budget needs more than resuming", () => {
    expect(decideTrigger(commented("/pawl resume"), DEFAULT_CONFIG, MAY).kind).toBe("command");
    expect(decideTrigger(commented("/pawl resume --budget +5"), DEFAULT_CONFIG, MAY).kind).toBe("refuse");
  });
});

describe("all real payloads", () => {
  const payloads = (examples as unknown as { name: string; examples: object[] }[]).flatMap(({ name, examples: all }) =>
    all.map((payload) => ({ name, payload })),
  );

  test("every one is answered without an error, and none starts anything unasked", () => {
    const decisions = payloads.map((event) => decideTrigger(event, DEFAULT_CONFIG, { self: SELF }));
    expect(decisions).toHaveLength(329);
    for (const decision of decisions) {
      expect(["ignore", "refuse", "gone"]).toContain(decision.kind);
      expect("reason" in decision ? decision.reason : "").not.toBe("");
    }
  });

  test("with a trigger label in them, every labeled issue and pull request asks for a run", () => {
    const withLabel = payloads
      .filter(
        ({ name, payload }) =>
          ["issues", "pull_request"].includes(name) && "action" in payload && payload.action === "labeled",
      )
      .map(({ name, payload }) => {
        const sender = (payload as { sender: { id: number; login: string } }).sender;
        const actor = {
          account: { id: sender.id, login: sender.login, type: "User" as const },
          role: "admin" as const,
          teams: [],
        };
        return decideTrigger(
          { name, payload: { ...payload, label: { name: "pawl:fix" }, sender: { ...sender, type: "User" } } },
          DEFAULT_CONFIG,
          { self: SELF, actor },
        );
      });
    expect(withLabel.length).toBeGreaterThan(2);
    expect(new Set(withLabel.map(({ kind }) => kind))).toEqual(new Set(["run"]));
  });
});
