import type { Json } from "../../../kernel/json.ts";
import type { ExpressionFunction } from "./function.ts";
import { defineFunction } from "./function.ts";
import { reportText } from "./files.ts";
import type { XmlElement } from "./xml.ts";
import { children, descendants, numberAttribute, parseXml } from "./xml.ts";

/** Failures whose details are kept, and the characters kept of each message. */
const MAX_FAILURES = 100;
const MESSAGE_CHARACTERS = 500;

export const junitFunctions: readonly ExpressionFunction[] = [
  defineFunction({
    name: "parse_junit",
    summary:
      "A JUnit XML report (its text, file or artifact) as `tests, passed, failed, errors, skipped, duration_seconds, success` and `failures` (a list of `suite, name, message, type`).",
    parameters: ["report"],
    example: {
      expression:
        'parse_junit(\'<testsuite><testcase name="a"/><testcase name="b"><failure message="no"/></testcase></testsuite>\').failed',
      gives: 1,
    },
    call: ([report], { scope }) => parseJunit(reportText(report, scope, "parse_junit()")),
  }),
];

/** Counts come from the test cases themselves: writers disagree about what a suite's own attributes include. */
function parseJunit(text: string): Json {
  const root = parseXml(text, "parse_junit()");
  const counts = { tests: 0, failed: 0, errors: 0, skipped: 0 };
  let seconds = 0;
  const failures: Json[] = [];
  for (const suite of descendants(root, "testsuite")) {
    for (const test of children(suite, "testcase")) {
      counts.tests += 1;
      seconds += numberAttribute(test, "time") ?? 0;
      const failure = children(test, "failure")[0];
      const error = children(test, "error")[0];
      if (failure !== undefined) counts.failed += 1;
      else if (error !== undefined) counts.errors += 1;
      else if (children(test, "skipped").length > 0) counts.skipped += 1;
      const why = failure ?? error;
      if (why !== undefined && failures.length < MAX_FAILURES) failures.push(failureOf(suite, test, why));
    }
  }
  return {
    ...counts,
    passed: counts.tests - counts.failed - counts.errors - counts.skipped,
    success: counts.failed + counts.errors === 0,
    duration_seconds: Math.round(seconds * 1_000) / 1_000,
    failures,
  };
}

function failureOf(suite: XmlElement, test: XmlElement, why: XmlElement): Json {
  return {
    suite: test.attributes["classname"] ?? suite.attributes["name"] ?? "",
    name: test.attributes["name"] ?? "",
    type: why.attributes["type"] ?? why.name,
    message: (why.attributes["message"] ?? why.text.trim()).slice(0, MESSAGE_CHARACTERS),
  };
}
