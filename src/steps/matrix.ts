import type { Json, JsonObject } from "../kernel/json.ts";
import { canonicalJson, isJsonObject } from "../kernel/json.ts";
import { fieldError } from "./frames.ts";

/** Combinations made before `exclude` takes some away; more is a mistake, and would take the memory of the process. */
const MAX_COMBINATIONS = 10_000;

/**
 * The cells of a matrix, in the order GitHub gives them: every combination of its lists, the first list changing slowest; without those that
 * `exclude` matches; each `include` joined to the cells whose original values it doesn't contradict, or added as a cell of its own.
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export function matrixCells(matrix: Json): readonly JsonObject[] {
  if (!isJsonObject(matrix)) throw fieldError("matrix", `must be an object of lists; it is ${JSON.stringify(matrix)}`);
  const { include, exclude, ...axes } = matrix;
  const excluded = cellList(exclude, "matrix.exclude");
  const cells = combinations(axes)
    .filter((cell) => !excluded.some((pattern) => matches(cell, pattern)))
    .map((original) => ({ original, cell: { ...original } }));
  const added: JsonObject[] = [];
  for (const extra of cellList(include, "matrix.include")) {
    const joined = cells.filter(({ original }) => agrees(original, extra));
    if (joined.length === 0) added.push(extra);
    for (const entry of joined) Object.assign(entry.cell, extra);
  }
  return [...cells.map(({ cell }) => cell), ...added];
}

function combinations(axes: JsonObject): readonly JsonObject[] {
  const names = Object.keys(axes);
  if (names.length === 0) return [];
  let cells: JsonObject[] = [{}];
  for (const name of names) {
    const values = axes[name];
    if (!Array.isArray(values)) throw fieldError(`matrix.${name}`, `must be a list; it is ${JSON.stringify(values)}`);
    if (cells.length * values.length > MAX_COMBINATIONS)
      throw fieldError("matrix", `has more than ${MAX_COMBINATIONS} combinations`);
    cells = cells.flatMap((cell) => values.map((value: Json) => ({ ...cell, [name]: value })));
  }
  return cells;
}

function cellList(value: Json | undefined, field: string): readonly JsonObject[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isJsonObject)) throw fieldError(field, "must be a list of objects");
  return value;
}

function matches(cell: JsonObject, pattern: JsonObject): boolean {
  return Object.entries(pattern).every(([name, value]) => same(cell[name], value));
}

/** An `include` may add names, never change an original value. */
function agrees(original: JsonObject, extra: JsonObject): boolean {
  const shared = Object.keys(extra).filter((name) => Object.hasOwn(original, name));
  return Object.keys(original).length > 0 && shared.every((name) => same(original[name], extra[name]));
}

function same(left: Json | undefined, right: Json | undefined): boolean {
  return left !== undefined && right !== undefined && canonicalJson(left) === canonicalJson(right);
}
