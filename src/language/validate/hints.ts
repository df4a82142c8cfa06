import { nearestName } from "../../kernel/diagnostics.ts";

/** How many comparisons of names one validation may still make: a file of thousands of mistakes gets its findings in time, the last ones without a nearest name. */
export interface HintBudget {
  left: number;
}

const COMPARISONS = 100_000;
const LISTED = 12;

export function hintBudget(): HintBudget {
  return { left: COMPARISONS };
}

/** `did you mean x?` where a known name is near, else what `otherwise` makes of the list of them. */
export function nameHint(
  name: string,
  known: () => readonly string[],
  budget: HintBudget,
  otherwise: (listed: string) => string,
): string {
  if (budget.left <= 0) return otherwise("see the findings before");
  const names = known();
  budget.left -= names.length;
  const near = nearestName(name, names);
  return near === undefined ? otherwise(listed(names)) : `did you mean ${near}?`;
}

/** The first names of a list, and how many there are when that isn't all. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const shown = names.slice(0, LISTED).join(", ");
  return names.length > LISTED ? `${shown}, … (${names.length} in all)` : shown;
}
