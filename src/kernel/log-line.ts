const ESCAPE = String.fromCharCode(0x1b);
const BELL = String.fromCharCode(0x07);
/** Terminal control sequences (ECMA-48): CSI, OSC up to BEL or ST, and two-character escapes. */
const TERMINAL_SEQUENCE = new RegExp(
  [
    `(?:${ESCAPE}\\[|\\u009b)[0-?]*[ -/]*[@-~]`,
    `${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?`,
    `${ESCAPE}[@-Z\\\\-_]`,
  ].join("|"),
  "g",
);
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const BREAK = "\u200b";

/**
 * Text that a step or a model printed, made harmless for the log of a GitHub Actions runner: terminal sequences are taken out, a carriage
 * return is a line end, and nothing in it is a workflow command any more. The runner obeys `::command::` at the start of a line, white space
 * before it included, and `##[command]` anywhere in one (actions/runner, `ActionCommand.cs`); a zero-width space breaks either.
 */
export function neutraliseLogLine(text: string): string {
  return text
    .replaceAll(TERMINAL_SEQUENCE, "")
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replaceAll(INVISIBLE, "")
    .replaceAll(CONTROL, "")
    .replaceAll(/^(\s*):(?=:)/gm, `$1:${BREAK}`)
    .replaceAll("##[", `#${BREAK}#[`);
}
