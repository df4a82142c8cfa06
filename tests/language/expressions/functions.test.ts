import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/kernel/json.ts";
import { evaluateExpression } from "../../../src/language/expressions/evaluate.ts";
import { expressionFunctions } from "../../../src/language/expressions/functions/catalogue.ts";
import { codeOf, scopeOf } from "./scope.ts";

const COBERTURA = `<?xml version="1.0"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.75" branch-rate="0.5" lines-covered="3" lines-valid="4" branches-covered="1" branches-valid="2" version="7">
  <packages><package name="p"><classes>
    <class name="a" filename="src/a.py" line-rate="0.75">
      <methods><method name="f" line-rate="1"><lines><line number="1" hits="2"/></lines></method></methods>
      <lines>
        <line number="1" hits="2"/><line number="2" hits="1" branch="true" condition-coverage="50% (1/2)"/>
        <line number="3" hits="1"/><line number="4" hits="0"/>
      </lines>
    </class>
  </classes></package></packages>
</coverage>`;

const LCOV =
  "TN:\nSF:src/a.js\nFN:1,f\nFNDA:1,f\nFNDA:0,g\nDA:1,1\nDA:2,0\nDA:3,4\nBRDA:2,0,0,1\nBRDA:2,0,1,-\nend_of_record\nSF:src/b.js\nLF:10\nLH:5\nend_of_record\n";

const ISTANBUL_SUMMARY = JSON.stringify({
  total: {
    lines: { total: 200, covered: 150, pct: 75 },
    branches: { total: 10, covered: 4 },
    functions: { total: 5, covered: 5 },
  },
  "/repo/a.js": {
    lines: { total: 200, covered: 150, pct: 75 },
    branches: { total: 10, covered: 4 },
    functions: { total: 5, covered: 5 },
  },
});

const ISTANBUL_FINAL = JSON.stringify({
  "/repo/a.js": {
    path: "/repo/a.js",
    statementMap: {
      0: { start: { line: 1, column: 0 } },
      1: { start: { line: 1, column: 9 } },
      2: { start: { line: 2, column: 0 } },
    },
    s: { 0: 0, 1: 3, 2: 0 },
    b: { 0: [1, 0] },
    f: { 0: 2 },
  },
});

const JACOCO = `<report name="r"><package name="com/x"><sourcefile name="A.java"><counter type="LINE" missed="1" covered="3"/><counter type="BRANCH" missed="2" covered="2"/></sourcefile></package>
<counter type="INSTRUCTION" missed="9" covered="1"/><counter type="BRANCH" missed="2" covered="2"/><counter type="LINE" missed="1" covered="3"/><counter type="METHOD" missed="0" covered="2"/></report>`;

const GO = "mode: set\nx/a.go:1.1,3.2 2 1\nx/a.go:5.1,6.2 1 0\nx/a.go:5.1,6.2 1 1\nx/b.go:1.1,2.2 1 0\n";

const coverage = (report: Json): Json =>
  evaluateExpression("parse_coverage(inputs.report)", scopeOf({ inputs: { report } }));

describe("parse_coverage", () => {
  test.each([
    [
      "Cobertura",
      COBERTURA,
      {
        format: "cobertura",
        line_coverage: 75,
        branch_coverage: 50,
        function_coverage: 100,
        lines_covered: 3,
        lines_total: 4,
      },
    ],
    [
      "LCOV",
      LCOV,
      {
        format: "lcov",
        line_coverage: 53.84,
        branch_coverage: 50,
        function_coverage: 50,
        lines_covered: 7,
        lines_total: 13,
      },
    ],
    [
      "an Istanbul summary",
      ISTANBUL_SUMMARY,
      { format: "istanbul", line_coverage: 75, branch_coverage: 40, function_coverage: 100 },
    ],
    [
      "Istanbul's final report",
      ISTANBUL_FINAL,
      { format: "istanbul", line_coverage: 50, branch_coverage: 50, function_coverage: 100 },
    ],
    ["JaCoCo", JACOCO, { format: "jacoco", line_coverage: 75, branch_coverage: 50, function_coverage: 100 }],
    ["a Go profile", GO, { format: "go", line_coverage: 75, branch_coverage: null, lines_covered: 3, lines_total: 4 }],
  ])("reads %s", (_name, report, facts) => {
    expect(coverage(report)).toMatchObject(facts);
  });

  test("gives the coverage of each file", () => {
    expect(coverage(LCOV)).toMatchObject({ files: { "src/a.js": 66.66, "src/b.js": 50 } });
  });

  test("takes the path of a file, or an artifact, as well as text", () => {
    const scope = scopeOf(
      { steps: {}, measure: { outputs: { report: "out/lcov.info", stored: { name: "lcov" } } } },
      { files: { "out/lcov.info": LCOV, lcov: LCOV } },
    );
    expect(evaluateExpression("parse_coverage(measure.outputs.report).line_coverage", scope)).toBe(53.84);
    expect(evaluateExpression("parse_coverage(measure.outputs.stored).line_coverage", scope)).toBe(53.84);
    expect(evaluateExpression("${{ parse_coverage(measure.outputs.report).line_coverage }}", scope)).toBe(53.84);
    expect(evaluateExpression("file('out/lcov.info') | parse_coverage == parse_coverage('out/lcov.info')", scope)).toBe(
      true,
    );
  });

  test("never rounds up to what wasn't reached", () => {
    expect(coverage("SF:a\nLF:100000\nLH:99999\nend_of_record\n")).toMatchObject({ line_coverage: 99.99 });
  });

  test.each([
    ["a missing file", "no/such.xml", "file.not_found"],
    ["text that is no report", "hello\nworld", "expression.evaluation"],
    ["XML of another kind", "<html><body/></html>", "expression.evaluation"],
    ["broken XML", "<coverage><a></coverage>", "expression.evaluation"],
    ["JSON of another kind", '{"a": 1}', "expression.evaluation"],
    ["nothing", null, "expression.evaluation"],
  ])("refuses %s", (_name, report, code) => {
    expect(codeOf(() => coverage(report))).toBe(code);
  });

  test("expands no entity: a billion laughs stay one", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><coverage line-rate="1" lines-covered="1" lines-valid="1"><x>&b;</x></coverage>`;
    expect(coverage(bomb)).toMatchObject({ line_coverage: 100 });
  });
});

describe("parse_junit", () => {
  const report = `<testsuites><testsuite name="s" tests="9">
    <testcase classname="A" name="ok" time="0.5"/>
    <testcase classname="A" name="bad" time="0.25"><failure message="1 &lt; 2" type="AssertionError">trace</failure></testcase>
    <testcase name="boom"><error>it broke</error></testcase>
    <testcase name="later"><skipped/></testcase>
  </testsuite></testsuites>`;

  test("counts the cases themselves and tells what failed", () => {
    expect(evaluateExpression("parse_junit(inputs.r)", scopeOf({ inputs: { r: report } }))).toEqual({
      tests: 4,
      failed: 1,
      errors: 1,
      skipped: 1,
      passed: 1,
      success: false,
      duration_seconds: 0.75,
      failures: [
        { suite: "A", name: "bad", type: "AssertionError", message: "1 < 2" },
        { suite: "s", name: "boom", type: "error", message: "it broke" },
      ],
    });
  });
});

describe("the XML of reports", () => {
  const junit = (xml: string): Json => evaluateExpression("parse_junit(inputs.r)", scopeOf({ inputs: { r: xml } }));
  const message = (xml: string): string => {
    try {
      junit(xml);
      return "";
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : "";
    }
  };

  test("may hold comments, CDATA, instructions, a document type and characters by number", () => {
    const xml = `<?xml version='1.0'?>\n<!DOCTYPE t [<!ELEMENT t (a > b)> <!-- ] > -->]>\n<!-- <testsuite> -->
<testsuites><testsuite name='a &amp; b'><testcase name="x &#65;&#x42;&lt;"><failure><![CDATA[1 < 2 & "3"]]></failure></testcase ></testsuite></testsuites>\n`;
    expect(junit(xml)).toMatchObject({ failures: [{ suite: "a & b", name: "x AB<", message: '1 < 2 & "3"' }] });
  });

  test("never has an entity of its own expanded", () => {
    const xml =
      '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]><testsuite><testcase name="&x;&y;"><error/></testcase></testsuite>';
    expect(junit(xml)).toMatchObject({ failures: [{ name: "&x;&y;" }] });
  });

  test.each([
    ["<a><b></a></b>", "</a> stands where </b> was expected (line 1)"],
    ["<a>\n<b>\n</a>", "</a> stands where </b> was expected (line 3)"],
    ["<a>", "<a> is never closed (line 1)"],
    ["</a>", "</a> closes nothing (line 1)"],
    ["<a/><b/>", "there is more than one root element (line 1)"],
    ["<a b=c/>", '"<a b=c/>" is not a tag (line 1)'],
    ["<a/> words", "text stands outside the root element (line 1)"],
    ["<!-- <a/>", '"<!-- <a/>" is never closed by "-->" (line 1)'],
    ["<!DOCTYPE a [", "the document type is never closed (line 1)"],
    ["<?xml version='1.0'?>", "it has no element (line 1)"],
    [`${"<a>".repeat(300)}${"</a>".repeat(300)}`, "elements are nested more than 200 deep (line 1)"],
  ])("that isn't well-formed is refused with its line: %j", (xml, problem) => {
    expect(message(xml)).toContain(problem);
  });

  test("of ten megabytes is read in one pass", () => {
    const xml = `<testsuite>${'<testcase name="a" time="0.1"></testcase>'.repeat(250_000)}</testsuite>`;
    expect(junit(xml)).toMatchObject({ tests: 250_000, passed: 250_000 });
  });
});

describe("hash", () => {
  test("of a text is the SHA-256 of its UTF-8 bytes", () => {
    expect(evaluateExpression("hash('é')", scopeOf())).toBe(createHash("sha256").update("é").digest("hex"));
  });

  test("of an object doesn't depend on the order of its members, nor on the language", () => {
    const scope = scopeOf({ inputs: { a: { x: 1, y: [2] }, b: { y: [2], x: 1 } } });
    expect(evaluateExpression("hash(inputs.a)", scope)).toBe(evaluateExpression("${{ hash(inputs.b) }}", scope));
  });
});

describe("status functions", () => {
  test.each(["success", "failure", "cancelled"] as const)("say %s when it is so", (status) => {
    const scope = scopeOf({}, { status });
    expect(["success", "failure", "cancelled", "always"].map((name) => evaluateExpression(`${name}()`, scope))).toEqual(
      [status === "success", status === "failure", status === "cancelled", true],
    );
  });
});

describe("the catalogue", () => {
  const scope = scopeOf({}, { files: { VERSION: "1.4.0\n" } });

  test.each(expressionFunctions.map((entry) => [entry.name, entry] as const))(
    "%s gives what its example says",
    (_name, { example }) => {
      expect(evaluateExpression(example.expression, scope)).toEqual(example.gives);
    },
  );

  test("has a sentence for each function, and no name twice", () => {
    const names = expressionFunctions.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const { summary } of expressionFunctions) expect(summary).toMatch(/^.{10,}\.$/s);
  });
});
