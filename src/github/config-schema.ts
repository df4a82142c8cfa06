import type { JsonObject } from "../kernel/json.ts";
import { OCCASIONS } from "./config.ts";

const strings = (description: string): JsonObject => ({
  type: "array",
  items: { type: "string" },
  maxItems: 100,
  description,
});

const people: JsonObject = {
  type: "array",
  maxItems: 10,
  items: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9_.-]+)?$" },
  description: "Logins, organisation/team, or `author`: who started the run.",
};

const rule: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "Who may: anybody with the permission, or named here.",
  properties: {
    permission: {
      enum: ["read", "triage", "write", "maintain", "admin"],
      description: "Least permission in this repository, as GitHub's API tells it.",
    },
    users: strings("Logins."),
    teams: { ...strings("organisation/team."), items: { type: "string", pattern: "^[^/]+/[^/]+$" } },
    apps: { type: "array", items: { type: "integer" }, description: "Ids of Apps whose bots may; no other bot may." },
  },
};

const approve: JsonObject = {
  ...rule,
  properties: {
    ...(rule["properties"] as JsonObject),
    code_owners: {
      type: "boolean",
      description: "Who approves must also own each changed file that CODEOWNERS gives an owner.",
    },
  },
};

const who: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "Who may do what (S6).",
  properties: {
    ...Object.fromEntries(["read", "start", "cancel", "resume", "budget", "configure"].map((act) => [act, rule])),
    approve,
  },
};

const budget: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    usd: { type: "number", minimum: 0, description: "Most that one run may spend." },
    month_usd: { type: "number", minimum: 0, description: "Most that may be spent in a month." },
  },
};

const triggers: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    label: { type: "boolean", description: "The label pawl:<workflow> on an issue starts it. True by default." },
    comment: { type: "boolean", description: "`/pawl <workflow>` starts it. True by default." },
    pull_request_label: { type: "boolean", description: "The label on a pull request starts it. True by default." },
    assignment: strings("Assigning an issue to one of these logins starts it."),
    repository_dispatch: strings("Types of repository_dispatch events that start it."),
    schedule: strings("Cron lines in UTC, as in GitHub's `schedule`."),
  },
};

const workflow: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    triggers,
    who,
    budget,
    inputs: { type: "object", description: "Inputs given unless a person gives others." },
  },
};

/** The JSON Schema of `.github/pawl.yml`: published by `pawl schema --config`, and what the check run on a pull request goes by. */
export const CONFIG_SCHEMA: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Pawl in this repository",
  type: "object",
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    label_prefix: { type: "string", pattern: "^[a-z][a-z0-9:/_-]{0,30}$", description: "`pawl:` by default." },
    command: { type: "string", pattern: "^/[a-z][a-z0-9-]{0,30}$", description: "`/pawl` by default." },
    who,
    budget,
    workflows: {
      type: "object",
      propertyNames: { pattern: "^[a-z][a-z0-9_-]{0,62}$" },
      additionalProperties: workflow,
    },
    protected_paths: strings("Globs no run may change, beside those that are always protected."),
    allowed_hosts: strings("Hosts that published text may link to, beside GitHub."),
    limits: {
      type: "object",
      additionalProperties: false,
      properties: {
        files: { type: "integer", minimum: 1, maximum: 3000 },
        bytes: { type: "integer", minimum: 1, maximum: 50_000_000 },
      },
    },
    pull_request: {
      type: "object",
      additionalProperties: false,
      properties: {
        draft: { type: "boolean" },
        labels: strings("Labels of every pull request."),
        reviewers: strings("Logins or organisation/team."),
        codeowners: { type: "boolean", description: "Ask the owners of changed files. True by default." },
        blame: { type: "boolean", description: "Ask those who last changed the files." },
        branches: {
          type: "object",
          additionalProperties: { type: "string" },
          description: "Templates by strategy: feature, hotfix, release.",
        },
      },
    },
    dispatch_file: { type: "string", pattern: "^[A-Za-z0-9._-]+\\.ya?ml$" },
    quota: {
      type: "object",
      additionalProperties: false,
      properties: { per_actor: { type: "integer", minimum: 1 }, per_repository: { type: "integer", minimum: 1 } },
    },
    notifications: {
      type: "object",
      additionalProperties: false,
      description: "Who hears of what, through the App.",
      properties: {
        mention: {
          type: "object",
          additionalProperties: false,
          description: "Who is called by a comment, which is taken away when it is answered.",
          properties: Object.fromEntries(OCCASIONS.map((occasion) => [occasion, people])),
        },
        webhooks: {
          type: "array",
          maxItems: 10,
          items: {
            type: "object",
            additionalProperties: false,
            required: ["url"],
            properties: {
              url: { type: "string", pattern: "^https?://", description: "Where it is sent, signed." },
              on: { type: "array", items: { enum: [...OCCASIONS] }, description: "All by default." },
            },
          },
        },
      },
    },
    automatic_resumes: { type: "integer", minimum: 0, maximum: 10 },
  },
};
