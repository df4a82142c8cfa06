/** Stands for an expression in a command's text: a character no script holds. */
export const PLACEHOLDER = "\u0001";

/** Programs whose argument after `-c`, `-e` and the like is a program itself. */
const INTERPRETER =
  /^(?:.*\/)?(?:sh|bash|dash|zsh|ksh|ash|fish|su|psql|mysql|mariadb|python[\d.]*|node|deno|bun|perl|ruby|php|lua|Rscript|pwsh|powershell|osascript)$/;
const SHELL = /^(?:.*\/)?(?:sh|bash|dash|zsh|ksh|ash|fish)$/;
const CODE_FLAG = /^(?:-[A-Za-z]*[cepr]|--eval|--print|-Command|--command)$/;
/** Words before a command that leave it the command. */
const PREFIX = /^(?:if|then|else|elif|while|until|do|!|time|\{|exec|command|env|nohup|sudo|builtin|[A-Za-z_]\w*=.*)$/s;
/** Builtins whose arguments are names, and evaluate what stands in a name's brackets. */
const NAMING = /^(?:declare|typeset|local|export|readonly|unset|read|mapfile|readarray)$/;
const ARITHMETIC_TEST = /^-(?:eq|ne|lt|le|gt|ge)$/;

/** The words of a simple command, quotes and all; a rough cut, made to find where a value would be read as code. */
export function wordsOf(command: string): readonly string[] {
  const words: string[] = [];
  let word = "";
  let quote = "";
  for (let at = 0; at < command.length; at++) {
    const char = command[at] ?? "";
    if (char === "\\" && quote !== "'") {
      word += char + (command[at + 1] ?? "");
      at += 1;
    } else if (quote === "" && /\s/.test(char)) {
      if (word !== "") words.push(word);
      word = "";
    } else {
      if (quote === char) quote = "";
      else if (quote === "" && (char === "'" || char === '"')) quote = char;
      word += char;
    }
  }
  return word === "" ? words : [...words, word];
}

/** Whether a command runs the file it is given as a program, so that a process substitution in its place would be one. */
export function runsFiles(command: string): boolean {
  const name = commandName(wordsOf(command));
  return name === "source" || name === "." || INTERPRETER.test(name);
}

/** Whether the rest of a line pipes into a program that reads its input as code (`cat <<EOF | bash`). */
export function pipesIntoProgram(text: string): boolean {
  const line = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"));
  return line.split("|").slice(1).some(readsProgram);
}

/** The names that a command gives the integer attribute. */
export function integerNames(command: string): readonly string[] {
  if (!/\b(?:declare|typeset|local|export|readonly)\b/.test(command)) return [];
  const words = wordsOf(command);
  const at = words.findIndex((word) => NAMING.test(word));
  const rest = at === -1 ? [] : words.slice(at + 1);
  return makesIntegers(rest)
    ? rest.filter((word) => !word.startsWith("-")).map((word) => word.split("=")[0] ?? "")
    : [];
}

function makesIntegers(words: readonly string[]): boolean {
  return words.some((word) => /^-[A-Za-z]*i[A-Za-z]*$/.test(word));
}

/** The command's own name, past assignments and keywords. */
function commandName(words: readonly string[]): string {
  return words.find((word) => !PREFIX.test(word)) ?? "";
}

/** Whether a command reads a program from its standard input (`bash`, `python3 -`). */
export function readsProgram(command: string): boolean {
  const words = wordsOf(command).filter((word) => !/^\d*[<>]/.test(word));
  const start = words.findIndex((word) => !PREFIX.test(word));
  const name = words[start] ?? "";
  const operands = words.slice(start + 1).filter((word) => !word.startsWith("-") || word === "-");
  return (
    INTERPRETER.test(name) &&
    (operands.length === 0 || operands[0] === "-" || (SHELL.test(name) && words.includes("-s")))
  );
}

/** Why a command would read one of its values as code, or undefined when it wouldn't. */
export function codePosition(command: string): { readonly what: string; readonly write: string } | undefined {
  const words = wordsOf(command);
  const start = words.findIndex((word) => !PREFIX.test(word));
  const name = start === -1 ? "" : (words[start] ?? "");
  const rest = words.slice(start + 1);
  const holds = (word: string | undefined): boolean => word !== undefined && word.includes(PLACEHOLDER);
  if (/^(?:eval|parallel|watch)$/.test(name) && rest.some(holds))
    return { what: `\`${name}\` runs its arguments as code`, write: 'call the command itself: mycommand "{{ … }}"' };
  if (name === "trap" && holds(rest[0]))
    return { what: "`trap` runs its argument as code", write: "name a function: trap cleanup EXIT" };
  if (name === "let" && rest.some(holds))
    return {
      what: "`let` evaluates its arguments as code",
      write: 'value="{{ … }}", and check it with case before you calculate',
    };
  for (const [index, word] of words.entries()) {
    if (!INTERPRETER.test(word)) continue;
    const flag = words.findIndex((other, at) => at > index && CODE_FLAG.test(other));
    if (
      flag !== -1 &&
      (word === "su" || words.slice(index + 1, flag).every((other) => other.startsWith("-"))) &&
      holds(words[flag + 1])
    ) {
      return {
        what: `the argument after \`${word} ${words[flag] ?? ""}\` is code`,
        write: SHELL.test(word)
          ? `${word} -c 'echo "$1"' _ "{{ … }}"`
          : `${word} ${words[flag] ?? ""} '…' "{{ … }}", and read the argument there`,
      };
    }
  }
  if (/^(?:.*\/)?ssh$/.test(name)) {
    const host = rest.findIndex((word) => !word.startsWith("-"));
    if (rest.slice(host + 1).some(holds))
      return {
        what: "`ssh` runs its arguments as code on the other machine",
        write: 'printf "%s\\n" "{{ … }}" | ssh host mycommand',
      };
  }
  if (/^(?:.*\/)?[gmn]?awk$/.test(name) && holds(programWord(rest, /^-[vFf]$/))) {
    return { what: "awk's program is code", write: "awk -v value=\"{{ … }}\" '{ print value }'" };
  }
  if (
    /^(?:.*\/)?g?sed$/.test(name) &&
    (holds(programWord(rest, /^-f$/)) ||
      rest.some((word, at) => holds(word) && /^(?:-e|--expression)$/.test(rest[at - 1] ?? "")))
  ) {
    return {
      what: "sed's script is code",
      write: 'text="$(cat file)"; from="{{ … }}"; printf "%s" "${text//"$from"/new}"',
    };
  }
  if (NAMING.test(name) && rest.some((word) => (word.split("=")[0] ?? "").includes(PLACEHOLDER))) {
    return {
      what: `\`${name}\` takes names, and evaluates what stands in their brackets`,
      write: `${name === "read" || name === "unset" ? "value" : `${name} value`}="{{ … }}"`,
    };
  }
  if (NAMING.test(name) && makesIntegers(rest) && rest.some(holds)) {
    return { what: `\`${name} -i\` calculates what it assigns`, write: `${name} value="{{ … }}"` };
  }
  const named = rest.findIndex((word) => word === "-v");
  if (["printf", "test", "[", "[["].includes(name) && named !== -1 && holds(rest[named + 1])) {
    return { what: `\`${name} -v\` takes a name, and evaluates what stands in its brackets`, write: 'value="{{ … }}"' };
  }
  const open = words.indexOf("[[");
  if (open !== -1) {
    const arithmetic = words.some(
      (word, at) => at > open && ARITHMETIC_TEST.test(word) && (holds(words[at - 1]) || holds(words[at + 1])),
    );
    if (arithmetic)
      return {
        what: "`[[ … -eq … ]]` calculates its operands, and so runs what stands in them",
        write: '[ "{{ … }}" -eq 1 ]',
      };
  }
  if (new RegExp(`(?:^|\\s)\\w+\\[[^\\]\\s]*${PLACEHOLDER}`).test(command)) {
    return {
      what: "a list's index is calculated, and so runs what stands in it",
      write: 'case "{{ … }}" in *[!0-9]*) exit 1;; esac',
    };
  }
  return undefined;
}

/** The first operand, past options and the arguments of those that take one. */
function programWord(words: readonly string[], takesArgument: RegExp): string | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (takesArgument.test(word)) at += 1;
    else if (!word.startsWith("-")) return word;
  }
  return undefined;
}
