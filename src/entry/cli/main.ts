import { Command, CommanderError, Option } from "commander";
import { VERSION } from "../../wiring/version.ts";
import { EXIT } from "./exit.ts";
import { reportFailure } from "./failure.ts";
import { COMMON_OPTIONS, commands, GROUPS, type CommandSpec, type OptionSpec } from "./grammar.ts";
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

/** The command line that `grammar.ts` describes; `done` hears the exit code of the command that ran. */
export function createProgram(done: (exit: number) => void): Command {
  const program = new Command("pawl")
    .description("Runs YAML workflows of shell, agent and assertion steps, and holds every finished step.")
    .usage("[--version] [options] [command]")
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true });
  for (const option of COMMON_OPTIONS) program.addOption(optionOf(option));
  for (const spec of commands(program)) {
    const command = place(program, spec.name.split(" ")).description(spec.about);
    for (const [name, about] of spec.takes ?? []) command.argument(name, about);
    for (const option of spec.options ?? []) command.addOption(optionOf(option));
    command.action(async (...given: readonly unknown[]) => {
      const session = sessionOf(program.opts<CommonOptions>());
      // Commander gives the arguments, then the options, then the command itself.
      done(await run(spec, session, given.slice(0, -1)));
    });
  }
  return program;
}

/** A new command below the one that its first words name. */
function place(program: Command, words: readonly string[]): Command {
  const [first = "", second] = words;
  if (second === undefined) return program.command(first);
  const group = program.commands.find((command) => command.name() === first);
  return (group ?? program.command(first).description(GROUPS[first] ?? "")).command(second);
}

function optionOf([flags, about, more = {}]: OptionSpec): Option {
  const option = new Option(flags, about);
  if (more.choices !== undefined) option.choices(more.choices);
  if (more.default !== undefined) option.default(more.default);
  if (more.isRequired === true) option.makeOptionMandatory();
  if (more.repeats === true)
    option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option;
}

/** What the command line gave has the shapes that the command's own entry says, because commander was told them by it. */
function run({ run }: CommandSpec, session: Session, given: readonly unknown[]): Promise<number> | number {
  return run(session, ...(given as never[]));
}
