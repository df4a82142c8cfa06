import type { Json } from "../../../kernel/json.ts";
import { isJsonObject } from "../../../kernel/json.ts";
import { evaluationError } from "../errors.ts";
import { parseJson } from "./data.ts";
import type { ExpressionFunction } from "./function.ts";
import { defineFunction } from "./function.ts";
import { reportText } from "./files.ts";
import type { XmlElement } from "./xml.ts";
import { children, descendants, numberAttribute, parseXml } from "./xml.ts";

export const coverageFunctions: readonly ExpressionFunction[] = [
  defineFunction({
    name: "parse_coverage",
    summary:
      "A coverage report (its text, file or artifact) in Cobertura, LCOV, Istanbul (summary or final JSON), JaCoCo or Go form: `line_coverage, branch_coverage, function_coverage` " +
      "(per cent, to two places; null where the report doesn't say), `lines_covered, lines_total, branches_covered, branches_total, functions_covered, functions_total, format` and `files` (per cent of lines by file).",
    parameters: ["report"],
    example: { expression: "parse_coverage('SF:a.js\\nDA:1,1\\nDA:2,0\\nend_of_record\\n').line_coverage", gives: 50 },
    call: ([report], { scope }) => parseCoverage(reportText(report, scope, "parse_coverage()")),
  }),
];

interface Count {
  covered: number;
  total: number;
}

interface FileCoverage {
  readonly lines: Count;
  readonly branches: Count;
  readonly functions: Count;
}

interface Report {
  readonly format: string;
  readonly files: ReadonlyMap<string, FileCoverage>;
  /** Totals that the report states itself, where they can't be counted from its files. */
  readonly totals?: Partial<Record<"lines" | "branches" | "functions", Count>>;
  /** Shares (0 to 1) for reports that state no counts. */
  readonly rates?: { readonly line?: number | undefined; readonly branch?: number | undefined };
}

function parseCoverage(text: string): Json {
  const report = readReport(text);
  const total = (kind: "lines" | "branches" | "functions"): Count => {
    const stated = report.totals?.[kind];
    if (stated !== undefined) return stated;
    const sum = emptyCount();
    for (const file of report.files.values()) addTo(sum, file[kind]);
    return sum;
  };
  const [lines, branches, functions] = [total("lines"), total("branches"), total("functions")];
  return {
    format: report.format,
    line_coverage: percent(lines) ?? rate(report.rates?.line),
    branch_coverage: percent(branches) ?? rate(report.rates?.branch),
    function_coverage: percent(functions),
    lines_covered: lines.covered,
    lines_total: lines.total,
    branches_covered: branches.covered,
    branches_total: branches.total,
    functions_covered: functions.covered,
    functions_total: functions.total,
    files: Object.fromEntries([...report.files].map(([file, coverage]) => [file, percent(coverage.lines)])),
  };
}

function readReport(text: string): Report {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) return readXml(start);
  if (start.startsWith("{")) return readIstanbul(parseJson(start));
  if (/^mode:\s*(set|count|atomic)\b/.test(start)) return readGo(start);
  if (/^(TN|SF):/m.test(start)) return readLcov(start);
  throw evaluationError(
    "parse_coverage() does not know this report",
    "It reads Cobertura and JaCoCo XML, LCOV, Istanbul JSON and Go cover profiles.",
  );
}

function readXml(text: string): Report {
  const root = parseXml(text, "parse_coverage()");
  if (root.name === "report") return readJacoco(root);
  if (root.name === "coverage") return readCobertura(root);
  throw evaluationError(
    `parse_coverage() does not know an XML report whose root is <${root.name}>`,
    "It reads Cobertura (<coverage>) and JaCoCo (<report>).",
  );
}

/** http://cobertura.sourceforge.net/xml/coverage-04.dtd: lines of classes; `condition-coverage="50% (1/2)"` counts branches. */
function readCobertura(root: XmlElement): Report {
  const files = new Map<string, FileCoverage>();
  for (const type of descendants(root, "class")) {
    const file = fileIn(files, type.attributes["filename"] ?? type.attributes["name"] ?? "");
    for (const lines of children(type, "lines")) {
      for (const line of children(lines, "line")) {
        count(file.lines, (numberAttribute(line, "hits") ?? 0) > 0);
        const condition = /\((\d+)\/(\d+)\)/.exec(line.attributes["condition-coverage"] ?? "");
        if (condition !== null) addTo(file.branches, { covered: Number(condition[1]), total: Number(condition[2]) });
      }
    }
    for (const methods of children(type, "methods")) {
      for (const method of children(methods, "method")) {
        const run = descendants(method, "line").some((line) => (numberAttribute(line, "hits") ?? 0) > 0);
        count(file.functions, run || (numberAttribute(method, "line-rate") ?? 0) > 0);
      }
    }
  }
  const [covered, valid] = [numberAttribute(root, "lines-covered"), numberAttribute(root, "lines-valid")];
  const [branchesCovered, branchesValid] = [
    numberAttribute(root, "branches-covered"),
    numberAttribute(root, "branches-valid"),
  ];
  return {
    format: "cobertura",
    files,
    totals: {
      ...(covered === undefined || valid === undefined ? {} : { lines: { covered, total: valid } }),
      ...(branchesCovered === undefined || branchesValid === undefined
        ? {}
        : { branches: { covered: branchesCovered, total: branchesValid } }),
    },
    rates: { line: numberAttribute(root, "line-rate"), branch: numberAttribute(root, "branch-rate") },
  };
}

/** https://www.jacoco.org/jacoco/trunk/coverage/report.dtd: counters of each source file, and of the whole report. */
function readJacoco(root: XmlElement): Report {
  const files = new Map<string, FileCoverage>();
  for (const group of descendants(root, "package")) {
    for (const source of children(group, "sourcefile")) {
      const file = fileIn(files, [group.attributes["name"], source.attributes["name"]].filter(Boolean).join("/"));
      addTo(file.lines, counter(source, "LINE"));
      addTo(file.branches, counter(source, "BRANCH"));
      addTo(file.functions, counter(source, "METHOD"));
    }
  }
  const own = children(root, "counter").length > 0;
  return {
    format: "jacoco",
    files,
    ...(own
      ? {
          totals: {
            lines: counter(root, "LINE"),
            branches: counter(root, "BRANCH"),
            functions: counter(root, "METHOD"),
          },
        }
      : {}),
  };
}

function counter(element: XmlElement, type: string): Count {
  const found = children(element, "counter").find((child) => child.attributes["type"] === type);
  if (found === undefined) return emptyCount();
  const covered = numberAttribute(found, "covered") ?? 0;
  return { covered, total: covered + (numberAttribute(found, "missed") ?? 0) };
}

/** geninfo(1): DA are lines, BRDA branches, FNDA functions; LF/LH and the like stand where details were left out. */
function readLcov(text: string): Report {
  const files = new Map<string, FileCoverage>();
  let file: FileCoverage | undefined;
  let stated: Record<string, number> = {};
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const colon = line.indexOf(":");
    const [tag, rest] = colon === -1 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1)];
    if (tag === "SF") {
      file = fileIn(files, rest);
      stated = {};
    } else if (file === undefined) {
      continue;
    } else if (tag === "DA") {
      count(file.lines, Number(rest.split(",")[1]) > 0);
    } else if (tag === "BRDA") {
      const taken = rest.split(",")[3] ?? "-";
      count(file.branches, taken !== "-" && Number(taken) > 0);
    } else if (tag === "FNDA") {
      count(file.functions, Number(rest.split(",")[0]) > 0);
    } else if (/^(LF|LH|BRF|BRH|FNF|FNH)$/.test(tag)) {
      stated[tag] = Number(rest);
    } else if (tag === "end_of_record") {
      fillStated(file, stated);
      file = undefined;
    }
  }
  return { format: "lcov", files };
}

function fillStated(file: FileCoverage, stated: Readonly<Record<string, number>>): void {
  for (const [kind, found, hit] of [
    ["lines", "LF", "LH"],
    ["branches", "BRF", "BRH"],
    ["functions", "FNF", "FNH"],
  ] as const) {
    if (file[kind].total === 0 && (stated[found] ?? 0) > 0)
      addTo(file[kind], { covered: stated[hit] ?? 0, total: stated[found] ?? 0 });
  }
}

/** `coverage-summary.json` (a `total` and files with `pct`), or `coverage-final.json` (statement maps and hit counts by file). */
function readIstanbul(value: Json): Report {
  const files = new Map<string, FileCoverage>();
  if (!isJsonObject(value)) throw evaluationError("parse_coverage() was given JSON that is not an Istanbul report");
  let known = false;
  for (const [name, entry] of Object.entries(value)) {
    if (!isJsonObject(entry)) continue;
    if (isJsonObject(entry["lines"])) {
      known = true;
      if (name === "total") continue;
      const file = fileIn(files, name);
      addTo(file.lines, summaryCount(entry["lines"]));
      addTo(file.branches, summaryCount(entry["branches"]));
      addTo(file.functions, summaryCount(entry["functions"]));
    } else if (isJsonObject(entry["s"]) && isJsonObject(entry["statementMap"])) {
      known = true;
      countFinal(
        fileIn(files, typeof entry["path"] === "string" ? entry["path"] : name),
        entry["s"],
        entry["statementMap"],
        entry["b"],
        entry["f"],
      );
    }
  }
  const total = value["total"];
  if (!known) throw evaluationError("parse_coverage() was given JSON that is not an Istanbul report");
  if (!isJsonObject(total)) return { format: "istanbul", files };
  return {
    format: "istanbul",
    files,
    totals: {
      lines: summaryCount(total["lines"]),
      branches: summaryCount(total["branches"]),
      functions: summaryCount(total["functions"]),
    },
  };
}

function summaryCount(value: Json | undefined): Count {
  if (!isJsonObject(value)) return emptyCount();
  const { covered, total } = value;
  return { covered: typeof covered === "number" ? covered : 0, total: typeof total === "number" ? total : 0 };
}

/** Istanbul counts a line as often as the most frequent statement that starts on it. */
function countFinal(
  file: FileCoverage,
  hits: Json,
  statements: Json,
  branches: Json | undefined,
  functions: Json | undefined,
): void {
  const byLine = new Map<number, number>();
  for (const [id, statement] of Object.entries(isJsonObject(statements) ? statements : {})) {
    const start = isJsonObject(statement) && isJsonObject(statement["start"]) ? statement["start"]["line"] : undefined;
    if (typeof start !== "number") continue;
    const times = isJsonObject(hits) ? Number(hits[id] ?? 0) : 0;
    byLine.set(start, Math.max(byLine.get(start) ?? 0, times));
  }
  for (const times of byLine.values()) count(file.lines, times > 0);
  for (const times of Object.values(isJsonObject(branches) ? branches : {})) {
    for (const taken of Array.isArray(times) ? times : []) count(file.branches, Number(taken) > 0);
  }
  for (const times of Object.values(isJsonObject(functions) ? functions : {})) count(file.functions, Number(times) > 0);
}

/** `go tool cover` profiles: `file:line.col,line.col statements count`; Go's percentage is of statements, the same block may come twice. */
function readGo(text: string): Report {
  const blocks = new Map<string, { readonly file: string; readonly statements: number; hit: boolean }>();
  for (const line of text.split("\n").slice(1)) {
    const match = /^(.+):(\d+\.\d+,\d+\.\d+) (\d+) (\d+)\s*$/.exec(line);
    if (match === null) continue;
    const [, file = "", range = "", statements, times] = match;
    const key = `${file}:${range}`;
    const known = blocks.get(key);
    if (known === undefined) blocks.set(key, { file, statements: Number(statements), hit: Number(times) > 0 });
    else known.hit ||= Number(times) > 0;
  }
  const files = new Map<string, FileCoverage>();
  for (const block of blocks.values()) {
    addTo(fileIn(files, block.file).lines, { covered: block.hit ? block.statements : 0, total: block.statements });
  }
  return { format: "go", files };
}

function fileIn(files: Map<string, FileCoverage>, name: string): FileCoverage {
  const known = files.get(name) ?? { lines: emptyCount(), branches: emptyCount(), functions: emptyCount() };
  files.set(name, known);
  return known;
}

function emptyCount(): Count {
  return { covered: 0, total: 0 };
}

function count(into: Count, covered: boolean): void {
  into.total += 1;
  if (covered) into.covered += 1;
}

function addTo(into: Count, from: Count): void {
  into.covered += from.covered;
  into.total += from.total;
}

/** Per cent to two places, rounded down: 99.999 % is not 100 %. */
function percent({ covered, total }: Count): number | null {
  return total === 0 ? null : Math.floor((covered * 10_000) / total) / 100;
}

function rate(share: number | undefined): number | null {
  return share === undefined ? null : Math.floor(share * 10_000 + 1e-6) / 100;
}
