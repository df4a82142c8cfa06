import { readFileSync, writeFileSync } from "node:fs";

/** Reads vitest's JSON report; prints how many tests passed and failed, and writes what failed, with its messages, for a person. */
const [report = "", target = ""] = process.argv.slice(2);
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
const told: string[] = [];
/** Files that failed before any of their tests could. */
let broken = 0;
for (const file of testResults) {
  const failed = file.assertionResults.filter(({ status }) => status === "failed");
  for (const { fullName, failureMessages } of failed)
    told.push(`FAIL  ${file.name}\n      ${fullName}\n${failureMessages.join("\n")}\n`);
  if (file.status === "failed" && failed.length === 0) {
    broken += 1;
    told.push(`FAIL  ${file.name}\n${file.message}\n`);
  }
}
writeFileSync(target, told.join("\n"));
process.stdout.write(`${numPassedTests} ${numFailedTests + broken}\n`);
