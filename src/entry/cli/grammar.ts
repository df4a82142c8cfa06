import type { Command } from "commander";
import type { CostKey } from "./commands/cost.ts";
import type { ResumeCommandOptions } from "./commands/carry-on.ts";
import type { RunOptions } from "./commands/run.ts";
import type { Session } from "./session.ts";

/** One command of the program, as data. Its code is loaded when it is the one that runs. */
export interface CommandSpec {
  /** Its words: `run`, `cache list`. */
  readonly name: string;
  readonly about: string;
  /** As commander writes them: `<needed>`, `[optional]`, `<many...>`. */
  readonly takes?: readonly (readonly [name: string, about?: string])[];
  readonly options?: readonly OptionSpec[];
  /** Is given what `takes` names, in order, then the options; answers with the exit code. */
  readonly run: (session: Session, ...given: never[]) => Promise<number> | number;
}

export type OptionSpec = readonly [flags: string, about: string, more?: OptionRules];

interface OptionRules {
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly isRequired?: boolean;
  /** May stand more than once; its values come as a list. */
  readonly repeats?: boolean;
}

/** Options that every command takes. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  ["--json", "print one JSON object"],
  ["--workspace <dir>", "the directory to work in (the git repository around the current directory)"],
  ["--state <dir>", "where runs are kept (PAWL_STATE, else .git/pawl of the workspace)"],
  ["--debug", "show stack traces and adapters' debugging"],
];

/** What commands that only hold others are for. */
export const GROUPS: Readonly<Record<string, string>> = {
  audit: "look into a run's journal",
  cache: "look into the step cache, or empty it",
  artifacts: "list and fetch what runs have kept",
  config: "look at the settings",
};

const RUN_ID = [["<run-id>"]] as const;
const FOLLOWING: readonly OptionSpec[] = [
  ["--events", "print journal events as they happen, one JSON object per line"],
  ["--output", "show what the steps print"],
];
const AUTONOMY: OptionSpec = [
  "--autonomy <level>",
  "what the engine does after a failure: what the workflow says, that once it was granted, or nothing",
  { choices: ["full", "ask", "off"] },
];
const BY: OptionSpec = ["--by <name>", "who asks (the user of this machine)"];
const REASON: OptionSpec = ["--reason <text>", "why"];
const ENTRIES: readonly OptionSpec[] = [
  ["--workflow <name>", "of this workflow"],
  ["--step <path>", "of this step"],
  ["--key <digest>", "with this key"],
  ["--prefix <digits>", "whose key starts with these digits"],
];

/**
 * The command line's grammar, in the order help lists it.
 *
 * @param program the command line made of it, for the command that writes completions
 */
export function commands(program: Command): readonly CommandSpec[] {
  return [
    {
      name: "validate",
      about: "check workflows: everything wrong, at once",
      takes: [["<workflow...>", "files or names"]],
      run: async (session, references: string[]) =>
        (await import("./commands/validate.ts")).validateCommand(session, references),
    },
    {
      name: "plan",
      about: "show what would run after what",
      takes: [["<workflow>", "file or name"]],
      run: async (session, reference: string) => (await import("./commands/plan.ts")).planCommand(session, reference),
    },
    {
      name: "eval",
      about: "evaluate an expression: {{ … }} or bare Jinja, or ${{ … }}",
      takes: [["<text>", "the expression"]],
      options: [["--context <file>", "a JSON file whose names are top-level contexts"]],
      run: async (session, text: string, options: { context?: string }) =>
        (await import("./commands/eval.ts")).evalCommand(session, text, options),
    },
    {
      name: "run",
      about: "run a workflow to its end",
      takes: [["[workflow]", "file or name; asked for when absent"]],
      options: [
        ...FOLLOWING,
        ["-i, --input <name=value>", "an input (repeat)", { repeats: true }],
        ["--inputs <file>", "a JSON file of inputs"],
        ["--from <step>", "take everything before this step from the newest run of this workflow"],
        ["--dry-run", "show what would run, and run nothing"],
        ["-y, --yes", "ask nothing"],
        ["--run-id <id>", "the id of the run to make"],
        ["--model <name>", "the model of agent steps that name none"],
        ["--budget-usd <amount>", "the most this run may spend on models"],
        AUTONOMY,
        ["--explain-cache", "say for each step why it was or wasn't cached"],
      ],
      run: async (session, reference: string | undefined, options: RunOptions) =>
        (await import("./commands/run.ts")).runCommand(session, reference, options),
    },
    {
      name: "resume",
      about: "carry a run on from its last held step",
      takes: [["[run-id]"]],
      options: [
        ...FOLLOWING,
        ["--archive <file>", "bring the run here from this file first"],
        ["--orphans", "carry on every run whose process died"],
        ["--from <step>", "run again from this step"],
        ["--budget <+usd>", "dollars to add to the run's budget"],
        AUTONOMY,
      ],
      run: async (session, runId: string | undefined, options: ResumeCommandOptions) =>
        (await import("./commands/carry-on.ts")).resumeCommand(session, runId, options),
    },
    {
      name: "rollback",
      about: "undo what a failed or cancelled run did, by its steps' compensate",
      takes: RUN_ID,
      options: [...FOLLOWING, BY, REASON],
      run: async (session, runId: string, options: object) =>
        (await import("./commands/carry-on.ts")).rollbackCommand(session, runId, options),
    },
    {
      name: "fork",
      about: "start a new run that takes over everything before a step",
      takes: RUN_ID,
      options: [
        ...FOLLOWING,
        ["--from <step>", "the first step to run again", { isRequired: true }],
        ["-i, --input <name=value>", "a changed input (repeat)", { repeats: true }],
      ],
      run: async (session, runId: string, options: { from: string }) =>
        (await import("./commands/carry-on.ts")).forkCommand(session, runId, options),
    },
    {
      name: "list",
      about: "list runs, newest first",
      options: [
        ["--workflow <name>", "of this workflow"],
        ["--status <status>", "in this state", { choices: ["running", "completed", "failed", "parked", "cancelled"] }],
        ["--limit <n>", "at most this many (100)"],
      ],
      run: async (session, options: object) => (await import("./commands/runs.ts")).listCommand(session, options),
    },
    {
      name: "show",
      about: "show one run",
      takes: RUN_ID,
      run: async (session, runId: string) => (await import("./commands/runs.ts")).showCommand(session, runId),
    },
    {
      name: "events",
      about: "print a run's journal, one JSON event per line",
      takes: RUN_ID,
      run: async (session, runId: string) => (await import("./commands/runs.ts")).eventsCommand(session, runId),
    },
    {
      name: "replay",
      about: "decide a recorded run again and name the first difference",
      takes: RUN_ID,
      run: async (session, runId: string) => (await import("./commands/runs.ts")).replayCommand(session, runId),
    },
    {
      name: "export",
      about: "write a run with its trees to one file, for another machine",
      takes: RUN_ID,
      options: [["--out <file>", "where to (<run-id>.pawl)"]],
      run: async (session, runId: string, options: object) =>
        (await import("./commands/carry-on.ts")).exportCommand(session, runId, options),
    },
    {
      name: "signal",
      about: "deliver an event to a run that waits for it",
      takes: [["<run-id>"], ["<event>"]],
      options: [["--payload <json>", "what comes with it"]],
      run: async (session, runId: string, event: string, options: object) =>
        (await import("./commands/runs.ts")).signalCommand(session, runId, event, options),
    },
    answer("approve", true),
    answer("reject", false),
    {
      name: "cancel",
      about: "cancel a run",
      takes: RUN_ID,
      options: [BY, REASON],
      run: async (session, runId: string, options: object) =>
        (await import("./commands/runs.ts")).cancelCommand(session, runId, options),
    },
    {
      name: "audit verify",
      about: "recompute the journal's chain of hashes",
      takes: RUN_ID,
      run: async (session, runId: string) => (await import("./commands/runs.ts")).auditVerifyCommand(session, runId),
    },
    {
      name: "schema",
      about: "print the JSON Schema of workflow files, or what one step type takes and gives",
      takes: [["[type]", "a step type"]],
      run: async (session, type: string | undefined) =>
        (await import("./commands/schema.ts")).schemaCommand(session, type),
    },
    {
      name: "lint",
      about: "validate workflows and remark on what still goes wrong",
      takes: [["<workflow...>", "files or names"]],
      options: [
        ["--format <format>", "how to print", { choices: ["text", "json", "sarif", "github"] }],
        ["--fix", "make the mechanical fixes in the files"],
      ],
      run: async (session, references: string[], options: object) =>
        (await import("./commands/lint.ts")).lintCommand(session, references, options),
    },
    {
      name: "graph",
      about: "draw the plan",
      takes: [["<workflow>", "file or name"]],
      options: [["--format <format>", "of what", { choices: ["mermaid", "dot", "text"], default: "mermaid" }]],
      run: async (session, reference: string, { format }: { format: "mermaid" | "dot" | "text" }) =>
        (await import("./commands/graph.ts")).graphCommand(session, reference, format),
    },
    {
      name: "migrate",
      about: "rewrite workflow files of an older form",
      takes: [["<file...>"]],
      options: [["--write", "put the result in place; otherwise it is printed"]],
      run: async (session, files: string[], options: object) =>
        (await import("./commands/migrate.ts")).migrateCommand(session, files, options),
    },
    {
      name: "diff",
      about: "say what changed between two workflows",
      takes: [
        ["<before>", "file or name"],
        ["<after>", "file or name"],
      ],
      run: async (session, before: string, after: string) =>
        (await import("./commands/diff.ts")).diffCommand(session, before, after),
    },
    {
      name: "logs",
      about: "show what a run's steps ran and printed",
      takes: [["<run-id>"], ["[step]", "only this one and what is inside it"]],
      run: async (session, runId: string, step: string | undefined) =>
        (await import("./commands/logs.ts")).logsCommand(session, runId, step),
    },
    {
      name: "stats",
      about: "say how runs went, by workflow",
      options: [["--workflow <name>", "only of this workflow"]],
      run: async (session, options: object) => (await import("./commands/stats.ts")).statsCommand(session, options),
    },
    {
      name: "cost",
      about: "say what models cost",
      options: [
        ["--by <what>", "sum by", { choices: ["workflow", "actor", "model", "day", "month"], default: "workflow" }],
      ],
      run: async (session, options: { by: CostKey }) =>
        (await import("./commands/cost.ts")).costCommand(session, options),
    },
    {
      name: "cache stats",
      about: "how much is kept, and how often it was of use",
      run: async (session) => (await import("./commands/cache.ts")).cacheStatsCommand(session),
    },
    {
      name: "cache list",
      about: "list entries",
      options: ENTRIES,
      run: async (session, options: object) => (await import("./commands/cache.ts")).cacheListCommand(session, options),
    },
    {
      name: "cache prune",
      about: "enforce an age and a size, least recently used first",
      options: [
        ["--max-age <duration>", "such as 30d"],
        ["--max-size <size>", "such as 500MB"],
      ],
      run: async (session, options: object) =>
        (await import("./commands/cache.ts")).cachePruneCommand(session, options),
    },
    {
      name: "cache clear",
      about: "remove entries; all of them without a filter",
      options: ENTRIES,
      run: async (session, options: object) =>
        (await import("./commands/cache.ts")).cacheClearCommand(session, options),
    },
    {
      name: "artifacts list",
      about: "list artifacts",
      options: [
        ["--run <run-id>", "of this run"],
        ["--workflow <name>", "of this workflow"],
        ["--name <name>", "of this name"],
      ],
      run: async (session, options: object) =>
        (await import("./commands/artifacts.ts")).artifactsListCommand(session, options),
    },
    {
      name: "artifacts get",
      about: "fetch an artifact, the newest by default",
      takes: [["<name>"]],
      options: [
        ["--run <run-id>", "of this run"],
        ["--version <n>", "this version"],
        ["--out <file>", "write it here (standard output)"],
      ],
      run: async (session, name: string, options: object) =>
        (await import("./commands/artifacts.ts")).artifactsGetCommand(session, name, options),
    },
    {
      name: "new",
      about: "draft a workflow from plain English with Claude, validated before it is written",
      takes: [["<wish>", "what it shall do"]],
      options: [
        ["--out <file>", "where to write it (.github/pawl/<name>.yml)"],
        ["--model <name>", "the model to ask"],
      ],
      run: async (session, wish: string, options: object) =>
        (await import("./commands/new.ts")).newCommand(session, wish, options),
    },
    {
      name: "init",
      about: "write the two files a repository needs",
      options: [
        ["--uses <action>", "the action's reference"],
        ["--force", "replace files that are there"],
      ],
      run: async (session, options: object) => (await import("./commands/init.ts")).initCommand(session, options),
    },
    {
      name: "doctor",
      about: "say what this machine and this repository lack",
      run: async (session) => (await import("./commands/doctor.ts")).doctorCommand(session),
    },
    {
      name: "config trust",
      about: "let the modules of step types that pawl.config.yml names run on this machine, as they are now",
      options: [["-y, --yes", "ask nothing: somebody has read them"]],
      run: async (session, options: object) =>
        (await import("./commands/config.ts")).configTrustCommand(session, options),
    },
    {
      name: "config show",
      about: "print every setting as it holds here",
      options: [["--origin", "say which layer set it"]],
      run: async (session, options: object) =>
        (await import("./commands/config.ts")).configShowCommand(session, options),
    },
    {
      name: "completion",
      about: "print a completion script: bash, zsh or fish",
      takes: [["<shell>"]],
      run: async (session, shell: string) =>
        (await import("./commands/completion.ts")).completionCommand(session, program, shell),
    },
  ];
}

function answer(name: "approve" | "reject", approved: boolean): CommandSpec {
  return {
    name,
    about: `${name} what a parked run waits for`,
    takes: RUN_ID,
    options: [
      ["--by <name>", "who decides (the user of this machine)"],
      ["--note <text>", "why"],
      ["--tree <id>", "the tree that was looked at; refused when the run has another"],
    ],
    run: async (session, runId: string, options: object) =>
      (await import("./commands/runs.ts")).answerCommand(session, runId, approved, options),
  };
}
