/** One figure. Where `baseline` is given it was measured in the same run, in the same unit, and `ratio` is value ÷ baseline. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly ratio?: number;
  /** What the ratio or value should reach, as spec.md or the issue says it: `≤ 1.5×`. */
  readonly aim?: string;
}

/** A row with its ratio worked out. */
export function against(name: string, value: number, baseline: number, unit: string, aim?: string): BenchRow {
  return { name, value, unit, baseline, ratio: value / baseline, ...(aim === undefined ? {} : { aim }) };
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function printRows(rows: readonly BenchRow[]): void {
  const shown = rows.map((row) => [
    row.name,
    number(row.value),
    row.unit,
    row.baseline === undefined ? "" : number(row.baseline),
    row.ratio === undefined ? "" : `${row.ratio.toFixed(2)}×`,
    row.aim ?? "",
  ]);
  const table = [["name", "value", "unit", "baseline", "ratio", "aim"], ...shown];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of table) {
    process.stdout.write(
      `${line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
}

function number(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3);
}
