import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { resolveText } from "../../../src/language/expressions/evaluate.ts";
import { compileScript } from "../../../src/language/expressions/script.ts";
import { scopeOf } from "./scope.ts";

/** Values that become commands wherever text of a script is made of them (GitHub's secure-use guide, zizmor, our own). */
const HOSTILE = [
  '"; touch "$PWNED"; echo "',
  "'; touch \"$PWNED\"; echo '",
  '$(touch "$PWNED")',
  '`touch "$PWNED"`',
  'line1\n"\ntouch "$PWNED"\n: "',
  'x\nEOF\ntouch "$PWNED"\ncat <<EOF\n',
  "a'b\"c\\d$e`f!g*h?i[j]{k}~l#m&n;o|p<q>r(s)t",
  "-n -e \\c",
  "trailing newlines\n\n",
  "${{ secrets.TOKEN }} {{ secrets.TOKEN }} ${HOME}",
  'a[$(touch "$PWNED")]',
  "‘; touch pwned; ’",
  "",
  "*",
];

/** Ways to write one word; `{{ v }}` must reach printf as exactly one argument. */
const WRITINGS = [
  "printf '<%s>' {{ inputs.v }}",
  "printf '<%s>' \"{{ inputs.v }}\"",
  'x="$(printf %s. "{{ inputs.v }}")"; printf "<%s>" "${x%.}"',
  "x={{ inputs.v }}; printf '<%s>' \"$x\"",
  'unset U; printf "<%s>" "${U:-{{ inputs.v }}}"',
  "f() { printf '<%s>' \"$1\"; }; f ${{ inputs.v }}",
  "if [ {{ inputs.v }} = {{ inputs.v }} ]; then printf '<%s>' {{ inputs.v }}; fi # it's {{ inputs.v }}",
  "case {{ inputs.v }} in *) printf '<%s>' {{ inputs.v }};; esac",
];

const directory = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), "pawl-script-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

function run(shell: string, text: string, value: string): { readonly output: string; readonly pwned: boolean } {
  const cwd = directory();
  const { script, bindings, problems } = compileScript(text, shell);
  expect(problems).toEqual([]);
  const scope = scopeOf({ inputs: { v: value } });
  const env = Object.fromEntries(bindings.map(({ name, expression }) => [name, resolveText(expression, scope)]));
  const pwned = path.join(cwd, "pwned");
  const output = execFileSync(shell, ["-c", script], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", PWNED: pwned, ...env },
    encoding: "utf8",
  });
  return { output, pwned: existsSync(pwned) };
}

describe.each(["bash", "sh"])("a value in a %s script", (shell) => {
  test.each(HOSTILE)("reaches the program as it is: %j", (value) => {
    const { output, pwned } = run(shell, WRITINGS.join("\nprintf '\\036'\n"), value);
    expect(output.split("\u001e")).toEqual(WRITINGS.map(() => `<${value}>`));
    expect(pwned).toBe(false);
  });

  test("stands in a here-document as it is, and can't end it", () => {
    const texts = ["cat <<EOF\n<{{ inputs.v }}>\nEOF", "cat <<-EOF\n\t<{{ inputs.v }}>\n\tEOF"];
    for (const value of HOSTILE) {
      const { output, pwned } = run(shell, texts.join("\n"), value);
      expect(output).toBe(`<${value}>\n<${value}>\n`);
      expect(pwned).toBe(false);
    }
  });
});

describe("the compiled script", () => {
  test("holds no value, and leaves the shell's own syntax alone", () => {
    const text = 'for f in ${FILES[@]}; do echo "$f ${#FILES[@]} ${f%.*} {{ inputs.v }}"; done # {{ inputs.v }}';
    expect(compileScript(text, "bash")).toEqual({
      script: 'for f in ${FILES[@]}; do echo "$f ${#FILES[@]} ${f%.*} ${PAWL_EXPR_1}"; done # {{ inputs.v }}',
      bindings: [{ name: "PAWL_EXPR_1", expression: "{{ inputs.v }}" }],
      problems: [],
    });
  });

  test("uses one variable for one expression, however often it stands there", () => {
    const { script, bindings } = compileScript("echo {{ a }} {{ b }} {{ a }}", "/usr/bin/bash -e {0}");
    expect(script).toBe('echo "${PAWL_EXPR_1}" "${PAWL_EXPR_2}" "${PAWL_EXPR_1}"');
    expect(bindings.map(({ expression }) => expression)).toEqual(["{{ a }}", "{{ b }}"]);
  });

  test("keeps what stands between raw and endraw", () => {
    expect(compileScript("docker ps --format {% raw %}'{{.Names}}'{% endraw %}", "bash").script).toBe(
      "docker ps --format '{{.Names}}'",
    );
  });

  test("of a script without expressions is the script", () => {
    const text = "echo 'a' \"b\" $(c) # d\ncat <<'EOF'\n$x\nEOF\n";
    expect(compileScript(text, "bash")).toEqual({ script: text, bindings: [], problems: [] });
  });
});

describe("where a value can't be referred to, the problem shows the line to write", () => {
  test.each([
    ["single quotes", "bash", "echo 'Hello {{ inputs.v }}.'", 'Write: echo "Hello {{ inputs.v }}."'],
    ["single quotes around shell signs", "bash", "echo '$5 {{ inputs.v }}'", "Write: echo '$5 '\"{{ inputs.v }}\"''"],
    ["ANSI-C quotes", "bash", "echo $'a {{ inputs.v }}'", 'Write: echo $"a {{ inputs.v }}"'],
    ["a quoted here-document", "bash", "cat <<'END' > out\n{{ inputs.v }}\nEND", "Write: cat <<END > out"],
    ["a here-document quoted by a backslash", "sh", "cat <<\\END\n{{ inputs.v }}\nEND", "Write: cat <<END"],
    [
      "a program in a here-document",
      "bash",
      "python3 - <<END\nprint({{ inputs.v }})\nEND",
      "Write: pass the value in `env`, and read it from the environment in the program",
    ],
    ["eval", "bash", 'eval "run {{ inputs.v }}"', 'Write: call the command itself: mycommand "{{ inputs.v }}"'],
    ["bash -c", "bash", 'sudo bash -c "echo {{ inputs.v }}"', 'Write: bash -c \'echo "$1"\' _ "{{ inputs.v }}"'],
    [
      "python -c",
      "bash",
      'python3 -c "print({{ inputs.v }})"',
      "Write: python3 -c '…' \"{{ inputs.v }}\", and read the argument there",
    ],
    ["a pipe into a shell", "bash", "echo {{ inputs.v }} | bash", 'Write: mycommand "{{ inputs.v }}"'],
    [
      "eval of what a substitution prints",
      "bash",
      'eval "$(echo {{ inputs.v }})"',
      'Write: call the command itself: mycommand "{{ inputs.v }}"',
    ],
    ["an integer's value", "bash", "declare -i n={{ inputs.v }}", 'Write: declare value="{{ inputs.v }}"'],
    ["an integer assigned later", "bash", "typeset -i n\nn={{ inputs.v }}", 'Write: value="{{ inputs.v }}"'],
    ["a group piped into a shell", "bash", "{ echo {{ inputs.v }}; } | sh", 'Write: mycommand "{{ inputs.v }}"'],
    [
      "a loop piped into a shell",
      "bash",
      "for i in 1 2; do echo {{ inputs.v }}; done | bash -s",
      'Write: mycommand "{{ inputs.v }}"',
    ],
    [
      "a pipe through another program",
      "bash",
      "echo {{ inputs.v }} | tee log $(a | b) | bash",
      'Write: mycommand "{{ inputs.v }}"',
    ],
    [
      "a here-document piped into a shell",
      "bash",
      "cat <<END | bash\necho {{ inputs.v }}\nEND",
      "Write: pass the value in `env`, and read it from the environment in the program",
    ],
    [
      "su -c",
      "bash",
      'su - user -c "echo {{ inputs.v }}"',
      "Write: su -c '…' \"{{ inputs.v }}\", and read the argument there",
    ],
    [
      "psql -c",
      "bash",
      'psql -c "select {{ inputs.v }}"',
      "Write: psql -c '…' \"{{ inputs.v }}\", and read the argument there",
    ],
    ["a name for declare", "bash", 'declare "x{{ inputs.v }}=1"', 'Write: declare value="{{ inputs.v }}"'],
    ["a name for read", "bash", "read -r {{ inputs.v }}", 'Write: value="{{ inputs.v }}"'],
    ["a name for [[ -v ]]", "bash", "if [[ -v {{ inputs.v }} ]]; then :; fi", 'Write: value="{{ inputs.v }}"'],
    ["a name for test -v", "bash", "test -v {{ inputs.v }}", 'Write: value="{{ inputs.v }}"'],
    [
      "a substitution that is sourced",
      "bash",
      'source <(echo "x={{ inputs.v }}")',
      'Write: mycommand "{{ inputs.v }}"',
    ],
    [
      "a substitution that bash runs",
      "bash",
      "bash <(echo $(echo {{ inputs.v }}))",
      'Write: mycommand "{{ inputs.v }}"',
    ],
    [
      "arithmetic",
      "bash",
      "echo $(( {{ inputs.v }} + 1 ))",
      'Write: number="{{ inputs.v }}"; case "$number" in *[!0-9]*) exit 1;; esac',
    ],
    ["[[ -eq ]]", "bash", "[[ {{ inputs.v }} -eq 1 ]] && echo", 'Write: [ "{{ inputs.v }}" -eq 1 ]'],
    ["backticks", "sh", "echo `ls {{ inputs.v }}`", 'Write: $(mycommand "{{ inputs.v }}")'],
    ["awk's program", "sh", 'awk "/{{ inputs.v }}/" f', "Write: awk -v value=\"{{ inputs.v }}\" '{ print value }'"],
    [
      "the whole script",
      "bash",
      "{{ inputs.v }}",
      'Write the command itself, and pass values as its arguments. To run on purpose what a trusted person wrote, write: eval "$INPUT_V"',
    ],
    ["python", "python", 'print("{{ inputs.v }}")', 'Write: print(os.environ["INPUT_V"])'],
    [
      "python, another step's output",
      "python3",
      "x = '{{ steps.a.outputs.n }}'",
      'Write: x = os.environ["N"]; and give the step env: {N: "{{ steps.a.outputs.n }}"}',
    ],
    ["node", "node", "console.log('{{ variables.v }}')", "Write: console.log(process.env.PAWL_VAR_V)"],
    ["pwsh", "pwsh", 'Write-Host "{{ inputs.v }}"', 'Write: Write-Host "${env:INPUT_V}"'],
    [
      "if",
      "bash",
      "{% if inputs.v %}\necho\n{% endif %}",
      "Write: if [ \"{{ 'yes' if (inputs.v) else 'no' }}\" = yes ]; then",
    ],
    [
      "for",
      "bash",
      "{% for f in inputs.v %}\necho\n{% endfor %}",
      "Write: printf '%s\\n' \"{{ inputs.v | join('\\n') }}\" | while IFS= read -r f; do",
    ],
    [
      "a Go template",
      "bash",
      "docker ps --format '{{.Names}}'",
      "Write: {% raw %}{{.Names}}{% endraw %} (this looks like a Go template of the command's own)",
    ],
  ])("%s", (_where, interpreter, text, hint) => {
    const { problems } = compileScript(text, interpreter);
    expect(problems[0]?.hint).toBe(hint);
    expect(text.slice(problems[0]?.offset).startsWith("{")).toBe(true);
  });

  test("and what comes after it in the script is still read", () => {
    const { problems, bindings } = compileScript(
      "echo '{{ a }}'\necho {{ b }}\ncat <<'X'\n{{ c }}\nX\necho '{{ d }}'",
      "bash",
    );
    expect(problems.map(({ message }) => message.slice(0, 7))).toEqual(["{{ a }}", "{{ c }}", "{{ d }}"]);
    expect(bindings.map(({ expression }) => expression)).toEqual(["{{ b }}"]);
  });
});
