import { describe, expect, test } from "vitest";
import { parseComment } from "../../src/github/comment-command.ts";

const command = (body: string): ReturnType<typeof parseComment> => parseComment(body);

describe("a command in a comment", () => {
  test.each([
    ["/pawl fix", ["fix"], {}],
    ["Thanks!\n\n/pawl run fix", ["fix"], {}],
    [
      '/pawl fix target=80 title="two words" note=\'it "is"\'',
      ["fix"],
      { target: "80", title: "two words", note: 'it "is"' },
    ],
    ['/pawl fix body="line one\nline two"', ["fix"], { body: "line one\nline two" }],
    ['/pawl fix body="a\\nb \\"c\\""', ["fix"], { body: 'a\nb "c"' }],
    ["/pawl fix details=\n```text\nfirst\n  second\n```\nbye", ["fix"], { details: "first\n  second" }],
    ["/pawl fix url=https://x.test/?a=b", ["fix"], { url: "https://x.test/?a=b" }],
    ["/pawl fix\r\n", ["fix"], {}],
  ])("%j starts a workflow with its inputs", (body, words, inputs) => {
    const parsed = command(body);
    expect(parsed).toMatchObject({ kind: "command", command: "run", words });
    expect(parsed.kind === "command" ? { ...parsed.inputs } : undefined).toEqual(inputs);
  });

  test.each([
    ["/pawl", "help"],
    ["/pawl help", "help"],
    ["/pawl resume --from build --budget +2", "resume"],
    ["/pawl approve run_abc 0123456789ab", "approve"],
    ["/pawl cancel", "cancel"],
  ])("%j is the command %s", (body, name) => {
    expect(command(body)).toMatchObject({ kind: "command", command: name });
  });

  test("options are read apart from inputs", () => {
    const parsed = command("/pawl resume --from build --budget +2");
    expect(parsed.kind === "command" ? { ...parsed.flags } : {}).toEqual({ from: "build", budget: "+2" });
  });

  test.each([
    ["> /pawl run deploy"],
    ["> quoted\n/pawl run deploy"],
    ["```\n/pawl run deploy\n```"],
    ["~~~sh\n/pawl run deploy\n~~~"],
    ["```suggestion\n/pawl run deploy\n```"],
    ["```\nnever closed\n/pawl run deploy"],
    ["<!--\n/pawl run deploy\n-->"],
    ["<!-- never closed\n/pawl run deploy"],
    ["<pre>\n/pawl run deploy\n</pre>"],
    ["<details>\n/pawl run deploy\n</details>"],
    ["    /pawl run deploy"],
    [" /pawl run deploy"],
    ["- /pawl run deploy"],
    ["please /pawl run deploy"],
    ["hello\n-- \n/pawl run deploy"],
    ["ok\n\nOn Monday, Wanda <w@x.test> wrote:\n/pawl run deploy"],
    ["-----Original Message-----\n/pawl run deploy"],
    ["/\u200bpawl run x"],
    ["\u2215pawl run x"],
    ["/p\u0430wl run x"],
    ["/PAWL run x"],
    ["/pawl-x run"],
    ["/pawlrun x"],
    [""],
  ])("%j holds no command", (body) => {
    expect(command(body)).toEqual({ kind: "none" });
  });

  test.each([
    ["/pawl\u00a0deploy"],
    ["/pawl run\u00a0deploy"],
    ["/pawl deploy --env=prod\u202e"],
    ["/pawl deploy env=prod\u202e"],
    ['/pawl deploy env="prod\u202e"'],
    ["/pawl de\u200bploy"],
    ["/pawl Deploy!"],
    ['/pawl deploy env="open'],
    ["/pawl deploy a=1 a=2"],
    ["/pawl deploy --force"],
    ["/pawl a\n/pawl b"],
    [`/pawl fix note=${"x".repeat(100_000)}`],
    [`/pawl fix note="${"x".repeat(100_000)}"`],
    [`/pawl fix note=\n\`\`\`\n${"x".repeat(100_000)}\n\`\`\``],
    [`/pawl fix ${"a ".repeat(50_000)}`],
  ])("%.40j is answered as unreadable, and starts nothing", (body) => {
    expect(command(body).kind).toBe("malformed");
  });
});
