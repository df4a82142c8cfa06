import { describe, expect, test } from "vitest";
import { neutraliseLogLine } from "../../src/kernel/log-line.ts";

/** What a runner does with a line: a command at its start after white space, or `##[` anywhere (actions/runner, ActionCommand.cs). */
function commandsIn(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => /^\s*::[^:]+.*::/.test(line) || line.includes("##["));
}

const attempts = [
  "::add-mask::e",
  "::stop-commands::x",
  "   ::set-output name=approved::true",
  "##[error]forged failure",
  "text before ##[group]x",
  "::warning::%0A::set-output name=x::y",
  "::save-state name=pid::1",
  "::set-env name=PATH::/tmp",
  "\u001b[31m::add-mask::x\u001b[0m",
  ":\u001b[0m:add-mask::x",
  ":\u200b:add-mask::x",
  "#\u200b#[error]x",
  "#\u001b[1m#[error]x",
  "progress 10%\r::add-mask::x",
  "a\u2028::add-mask::x",
  "a\u0085::add-mask::x",
  "a\v::add-mask::x",
  "\u0000::add-mask::x",
  "\u001b]0;title\u0007::add-mask::x",
  "::add-matcher::/tmp/evil.json",
  "::notice title=x::[click](https://attacker.example)",
  "\ufeff::debug::x",
];

describe("a line that tries to be a workflow command", () => {
  test.each(attempts)("is text: %j", (line) => {
    expect(commandsIn(neutraliseLogLine(`before\n${line}\nafter`))).toEqual([]);
  });

  test.each(attempts)("stays readable: %j", (line) => {
    const word =
      /add-mask|stop-commands|set-output|error|group|warning|save-state|set-env|add-matcher|notice|debug/.exec(
        line,
      )?.[0] ?? "?";
    expect(neutraliseLogLine(line)).toContain(word);
  });
});

test("ordinary output stays as it is", () => {
  const text = "tests: 3 passed\n\tat a::b (x.cpp)\nstd::vector<int>\n# heading\n[x]\n";
  expect(neutraliseLogLine(text)).toBe(text);
});
