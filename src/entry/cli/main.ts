import { Command, CommanderError, Option } from "commander";
import { VERSION } from "../../wiring/version.ts";
import { EXIT } from "./exit.ts";
import { reportFailure } from "./failure.ts";
import type { CostKey } from "./commands/cost.ts";
import type { CommonOptions, Session } from "./session.ts";
import { processTerminal } from "./terminal.ts";

/**
 * The `pawl` program: reads the command line, runs the one command it names, and answers with the exit code of the command contract. Each
 * command's code is loaded when it is the one.
 */
export async function main(argv: readonly string[]): Promise<number> {
  // Not an option of the whole program: commander would take it from `artifacts get`, whose own it is.
  if (argv[0] === "--version") {
    processTerminal({ json: false }).out(VERSION);
    return EXIT.ok;
  }
  let code: number = EXIT.ok;
  const program = createProgram((exit) => {
    code = exit;
  });
  quietOnClosedPipe();
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return invalidUse(thrown, argv.includes("--json"));
    return reportFailure(sessionOf({ json: argv.includes("--json"), debug: argv.includes("--debug") }), thrown);
  }
  return code;
}

/** Commander has told a person already; a script gets one JSON object like after any other mistake. */
function invalidUse(thrown: CommanderError, json: boolean): number {
  if (thrown.exitCode === 0) return EXIT.ok;
  if (json) {
    const message = thrown.message.replace(/^error: /, "");
    processTerminal({ json }).json({ error: { code: "cli.invalid_use", kind: "invalid", message } });
  }
  return EXIT.invalid;
}

function sessionOf(options: CommonOptions): Session {
  return {
    terminal: processTerminal({ json: options.json === true }),
    cwd: process.cwd(),
    env: process.env,
    options,
  };
}

/** Whoever read our output may stop (`pawl events … | head`); that ends us, and is no error. */
function quietOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    throw error;
  });
}

type Action = (session: Session, ...given: readonly unknown[]) => Promise<number> | number;
type Runs = (action: Action) => (...given: readonly unknown[]) => Promise<void>;

/** The command line's grammar; `done` hears the exit code of the command that ran. */
export function createProgram(done: (exit: number) => void): Command {
  const program = new Command("pawl")
    .description("Runs YAML workflows of shell, agent and assertion steps, and holds every finished step.")
    .usage("[--version] [options] [command]")
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .option("--json", "print one JSON object")
    .option("--workspace <dir>", "the directory to work in (the git repository around the current directory)")
    .option("--state <dir>", "where runs are kept (PAWL_STATE, else .git/pawl of the workspace)")
    .option("--debug", "show stack traces and adapters' debugging");

  /** Wraps a command's code: makes its session from the global options and hands its exit code on. */
  const runs: Runs =
    (action) =>
    async (...given: readonly unknown[]): Promise<void> => {
      const session = sessionOf(program.opts<CommonOptions>());
      // Commander gives the arguments, then the options, then the command itself.
      done(await action(session, ...given.slice(0, -1)));
    };

  program
    .command("validate")
    .description("check workflows: everything wrong, at once")
    .argument("<workflow...>", "files or names")
    .action(
      runs(async (session, references) =>
        (await import("./commands/validate.ts")).validateCommand(session, references as string[]),
      ),
    );
  program
    .command("plan")
    .description("show what would run after what")
    .argument("<workflow>", "file or name")
    .action(
      runs(async (session, reference) =>
        (await import("./commands/plan.ts")).planCommand(session, reference as string),
      ),
    );
  program
    .command("eval")
    .description("evaluate an expression: {{ … }} or bare Jinja, or ${{ … }}")
    .argument("<text>", "the expression")
    .option("--context <file>", "a JSON file whose names are top-level contexts")
    .action(
      runs(async (session, text, options) =>
        (await import("./commands/eval.ts")).evalCommand(session, text as string, options as { context?: string }),
      ),
    );
  following(program.command("run"))
    .description("run a workflow to its end")
    .argument("[workflow]", "file or name; asked for when absent")
    .option("-i, --input <name=value>", "an input (repeat)", collect)
    .option("--inputs <file>", "a JSON file of inputs")
    .option("--from <step>", "take everything before this step from the newest run of this workflow")
    .option("--dry-run", "show what would run, and run nothing")
    .option("-y, --yes", "ask nothing")
    .option("--run-id <id>", "the id of the run to make")
    .option("--model <name>", "the model of agent steps that name none")
    .option("--budget-usd <amount>", "the most this run may spend on models")
    .addOption(autonomyOption())
    .option("--explain-cache", "say for each step why it was or wasn't cached")
    .action(
      runs(async (session, reference, options) =>
        (await import("./commands/run.ts")).runCommand(
          session,
          reference as string | undefined,
          options as import("./commands/run.ts").RunOptions,
        ),
      ),
    );
  following(program.command("resume"))
    .description("carry a run on from its last held step")
    .argument("[run-id]")
    .option("--archive <file>", "bring the run here from this file first")
    .option("--orphans", "carry on every run whose process died")
    .option("--from <step>", "run again from this step")
    .option("--budget <+usd>", "dollars to add to the run's budget")
    .addOption(autonomyOption())
    .action(
      runs(async (session, runId, options) =>
        (await import("./commands/carry-on.ts")).resumeCommand(
          session,
          runId as string | undefined,
          options as import("./commands/carry-on.ts").ResumeCommandOptions,
        ),
      ),
    );
  following(program.command("rollback"))
    .description("undo what a failed or cancelled run did, by its steps' compensate")
    .argument("<run-id>")
    .option("--by <name>", "who asks (the user of this machine)")
    .option("--reason <text>", "why")
    .action(
      runs(async (session, runId, options) =>
        (await import("./commands/carry-on.ts")).rollbackCommand(session, runId as string, options as object),
      ),
    );
  following(program.command("fork"))
    .description("start a new run that takes over everything before a step")
    .argument("<run-id>")
    .requiredOption("--from <step>", "the first step to run again")
    .option("-i, --input <name=value>", "a changed input (repeat)", collect)
    .action(
      runs(async (session, runId, options) =>
        (await import("./commands/carry-on.ts")).forkCommand(session, runId as string, options as { from: string }),
      ),
    );
  program
    .command("list")
    .description("list runs, newest first")
    .option("--workflow <name>", "of this workflow")
    .addOption(
      new Option("--status <status>", "in this state").choices([
        "running",
        "completed",
        "failed",
        "parked",
        "cancelled",
      ]),
    )
    .option("--limit <n>", "at most this many (100)")
    .action(
      runs(async (session, options) => (await import("./commands/runs.ts")).listCommand(session, options as object)),
    );
  program
    .command("show")
    .description("show one run")
    .argument("<run-id>")
    .action(runs(async (session, runId) => (await import("./commands/runs.ts")).showCommand(session, runId as string)));
  program
    .command("events")
    .description("print a run's journal, one JSON event per line")
    .argument("<run-id>")
    .action(
      runs(async (session, runId) => (await import("./commands/runs.ts")).eventsCommand(session, runId as string)),
    );
  program
    .command("replay")
    .description("decide a recorded run again and name the first difference")
    .argument("<run-id>")
    .action(
      runs(async (session, runId) => (await import("./commands/runs.ts")).replayCommand(session, runId as string)),
    );
  program
    .command("export")
    .description("write a run with its trees to one file, for another machine")
    .argument("<run-id>")
    .option("--out <file>", "where to (<run-id>.pawl)")
    .action(
      runs(async (session, runId, options) =>
        (await import("./commands/carry-on.ts")).exportCommand(session, runId as string, options as object),
      ),
    );
  program
    .command("signal")
    .description("deliver an event to a run that waits for it")
    .argument("<run-id>")
    .argument("<event>")
    .option("--payload <json>", "what comes with it")
    .action(
      runs(async (session, runId, event, options) =>
        (await import("./commands/runs.ts")).signalCommand(
          session,
          runId as string,
          event as string,
          options as object,
        ),
      ),
    );
  for (const [verb, approved] of [
    ["approve", true],
    ["reject", false],
  ] as const) {
    program
      .command(verb)
      .description(`${verb} what a parked run waits for`)
      .argument("<run-id>")
      .option("--by <name>", "who decides (the user of this machine)")
      .option("--note <text>", "why")
      .option("--tree <id>", "the tree that was looked at; refused when the run has another")
      .action(
        runs(async (session, runId, options) =>
          (await import("./commands/runs.ts")).answerCommand(session, runId as string, approved, options as object),
        ),
      );
  }
  program
    .command("cancel")
    .description("cancel a run")
    .argument("<run-id>")
    .option("--by <name>", "who asks (the user of this machine)")
    .option("--reason <text>", "why")
    .action(
      runs(async (session, runId, options) =>
        (await import("./commands/runs.ts")).cancelCommand(session, runId as string, options as object),
      ),
    );
  program
    .command("audit")
    .description("look into a run's journal")
    .command("verify")
    .description("recompute the journal's chain of hashes")
    .argument("<run-id>")
    .action(
      runs(async (session, runId) => (await import("./commands/runs.ts")).auditVerifyCommand(session, runId as string)),
    );
  program
    .command("schema")
    .description("print the JSON Schema of workflow files, or what one step type takes and gives")
    .argument("[type]", "a step type")
    .action(
      runs(async (session, type) =>
        (await import("./commands/schema.ts")).schemaCommand(session, type as string | undefined),
      ),
    );
  program
    .command("lint")
    .description("validate workflows and remark on what still goes wrong")
    .argument("<workflow...>", "files or names")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json", "sarif", "github"]))
    .option("--fix", "make the mechanical fixes in the files")
    .action(
      runs(async (session, references, options) =>
        (await import("./commands/lint.ts")).lintCommand(session, references as string[], options as object),
      ),
    );
  program
    .command("graph")
    .description("draw the plan")
    .argument("<workflow>", "file or name")
    .addOption(new Option("--format <format>", "of what").choices(["mermaid", "dot", "text"]).default("mermaid"))
    .action(
      runs(async (session, reference, options) =>
        (await import("./commands/graph.ts")).graphCommand(
          session,
          reference as string,
          (options as { format: "mermaid" | "dot" | "text" }).format,
        ),
      ),
    );
  program
    .command("migrate")
    .description("rewrite workflow files of an older form")
    .argument("<file...>")
    .option("--write", "put the result in place; otherwise it is printed")
    .action(
      runs(async (session, files, options) =>
        (await import("./commands/migrate.ts")).migrateCommand(session, files as string[], options as object),
      ),
    );
  program
    .command("diff")
    .description("say what changed between two workflows")
    .argument("<before>", "file or name")
    .argument("<after>", "file or name")
    .action(
      runs(async (session, before, after) =>
        (await import("./commands/diff.ts")).diffCommand(session, before as string, after as string),
      ),
    );
  program
    .command("logs")
    .description("show what a run's steps ran and printed")
    .argument("<run-id>")
    .argument("[step]", "only this one and what is inside it")
    .action(
      runs(async (session, runId, step) =>
        (await import("./commands/logs.ts")).logsCommand(session, runId as string, step as string | undefined),
      ),
    );
  program
    .command("stats")
    .description("say how runs went, by workflow")
    .option("--workflow <name>", "only of this workflow")
    .action(
      runs(async (session, options) => (await import("./commands/stats.ts")).statsCommand(session, options as object)),
    );
  program
    .command("cost")
    .description("say what models cost")
    .addOption(
      new Option("--by <what>", "sum by").choices(["workflow", "actor", "model", "day", "month"]).default("workflow"),
    )
    .action(
      runs(async (session, options) =>
        (await import("./commands/cost.ts")).costCommand(session, options as { by: CostKey }),
      ),
    );
  addCache(program.command("cache").description("look into the step cache, or empty it"), runs);
  addArtifacts(program.command("artifacts").description("list and fetch what runs have kept"), runs);
  program
    .command("new")
    .description("draft a workflow from plain English with Claude, validated before it is written")
    .argument("<wish>", "what it shall do")
    .option("--out <file>", "where to write it (.github/pawl/<name>.yml)")
    .option("--model <name>", "the model to ask")
    .action(
      runs(async (session, wish, options) =>
        (await import("./commands/new.ts")).newCommand(session, wish as string, options as object),
      ),
    );
  program
    .command("init")
    .description("write the two files a repository needs")
    .option("--uses <action>", "the action's reference")
    .option("--force", "replace files that are there")
    .action(
      runs(async (session, options) => (await import("./commands/init.ts")).initCommand(session, options as object)),
    );
  program
    .command("doctor")
    .description("say what this machine and this repository lack")
    .action(runs(async (session) => (await import("./commands/doctor.ts")).doctorCommand(session)));
  const config = program.command("config").description("look at the settings");
  config
    .command("trust")
    .description("let the modules of step types that pawl.config.yml names run on this machine, as they are now")
    .action(runs(async (session) => (await import("./commands/config.ts")).configTrustCommand(session)));
  config
    .command("show")
    .description("print every setting as it holds here")
    .option("--origin", "say which layer set it")
    .action(
      runs(async (session, options) =>
        (await import("./commands/config.ts")).configShowCommand(session, options as object),
      ),
    );
  program
    .command("completion")
    .description("print a completion script: bash, zsh or fish")
    .argument("<shell>")
    .action(
      runs(async (session, shell) =>
        (await import("./commands/completion.ts")).completionCommand(session, program, shell as string),
      ),
    );
  return program;
}

function addCache(cache: Command, runs: Runs): void {
  const filtered = (command: Command): Command =>
    command
      .option("--workflow <name>", "of this workflow")
      .option("--step <path>", "of this step")
      .option("--key <digest>", "with this key")
      .option("--prefix <digits>", "whose key starts with these digits");
  cache
    .command("stats")
    .description("how much is kept, and how often it was of use")
    .action(runs(async (session) => (await import("./commands/cache.ts")).cacheStatsCommand(session)));
  filtered(cache.command("list").description("list entries")).action(
    runs(async (session, options) =>
      (await import("./commands/cache.ts")).cacheListCommand(session, options as object),
    ),
  );
  cache
    .command("prune")
    .description("enforce an age and a size, least recently used first")
    .option("--max-age <duration>", "such as 30d")
    .option("--max-size <size>", "such as 500MB")
    .action(
      runs(async (session, options) =>
        (await import("./commands/cache.ts")).cachePruneCommand(session, options as object),
      ),
    );
  filtered(cache.command("clear").description("remove entries; all of them without a filter")).action(
    runs(async (session, options) =>
      (await import("./commands/cache.ts")).cacheClearCommand(session, options as object),
    ),
  );
}

function addArtifacts(artifacts: Command, runs: Runs): void {
  artifacts
    .command("list")
    .description("list artifacts")
    .option("--run <run-id>", "of this run")
    .option("--workflow <name>", "of this workflow")
    .option("--name <name>", "of this name")
    .action(
      runs(async (session, options) =>
        (await import("./commands/artifacts.ts")).artifactsListCommand(session, options as object),
      ),
    );
  artifacts
    .command("get")
    .description("fetch an artifact, the newest by default")
    .argument("<name>")
    .option("--run <run-id>", "of this run")
    .option("--version <n>", "this version")
    .option("--out <file>", "write it here (standard output)")
    .action(
      runs(async (session, name, options) =>
        (await import("./commands/artifacts.ts")).artifactsGetCommand(session, name as string, options as object),
      ),
    );
}

/** Options of every command that runs something and shows it. */
function following(command: Command): Command {
  return command
    .option("--events", "print journal events as they happen, one JSON object per line")
    .option("--output", "show what the steps print");
}

function autonomyOption(): Option {
  const text = "what the engine does after a failure: what the workflow says, that once it was granted, or nothing";
  return new Option("--autonomy <level>", text).choices(["full", "ask", "off"]);
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
