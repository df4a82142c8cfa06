import type { Command } from "commander";
import { PawlError } from "../../../kernel/errors.ts";
import { EXIT } from "../exit.ts";
import type { Session } from "../session.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;

/** `pawl completion <shell>`: a script that completes commands and options, written from the command line's own grammar. */
export function completionCommand({ terminal }: Session, program: Command, shell: string): number {
  const words = grammar(program);
  switch (shell) {
    case "bash":
      terminal.out(bash(words));
      return EXIT.ok;
    case "zsh":
      terminal.out(`autoload -U +X bashcompinit && bashcompinit\n${bash(words)}`);
      return EXIT.ok;
    case "fish":
      terminal.out(fish(words));
      return EXIT.ok;
    default:
      throw new PawlError({
        code: "cli.bad_option",
        kind: "invalid",
        message: `There is no completion for "${shell}".`,
        remedy: `Choose one of ${SHELLS.join(", ")}.`,
      });
  }
}

interface Words {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly flag: string; readonly description: string }[];
  readonly subcommands: readonly string[];
}

function grammar(program: Command): { readonly common: Words["options"]; readonly commands: readonly Words[] } {
  const options = (command: Command): Words["options"] =>
    command.options.flatMap(({ long, description }) =>
      long === undefined || long === null ? [] : [{ flag: long, description }],
    );
  return {
    common: options(program),
    commands: program.commands.map((command) => ({
      name: command.name(),
      description: command.description(),
      options: options(command),
      subcommands: command.commands.map((inner) => inner.name()),
    })),
  };
}

function bash({ common, commands }: ReturnType<typeof grammar>): string {
  const everywhere = common.map(({ flag }) => flag).join(" ");
  const cases = commands.map(({ name, options, subcommands }) => {
    const own = [...subcommands, ...options.map(({ flag }) => flag)].join(" ");
    return `    ${name}) words="${own}" ;;`;
  });
  return [
    "_pawl() {",
    '  local current="${COMP_WORDS[COMP_CWORD]}" words=""',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")}" -- "$current")); return`,
    "  fi",
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    "  esac",
    `  COMPREPLY=($(compgen -W "$words ${everywhere}" -- "$current"))`,
    '  [ ${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "$current"))',
    "}",
    "complete -o filenames -F _pawl pawl",
  ].join("\n");
}

function fish({ common, commands }: ReturnType<typeof grammar>): string {
  const quote = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, description, options, subcommands }) => [
    `complete -c pawl -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
    ...subcommands.map((inner) => `complete -c pawl -n '__fish_seen_subcommand_from ${name}' -a ${inner}`),
    ...options.map(
      (option) =>
        `complete -c pawl -n '__fish_seen_subcommand_from ${name}' -l ${option.flag.slice(2)} -d ${quote(option.description)}`,
    ),
  ]);
  return [
    ...lines,
    ...common.map(({ flag, description }) => `complete -c pawl -l ${flag.slice(2)} -d ${quote(description)}`),
  ].join("\n");
}
