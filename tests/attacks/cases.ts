import { readFileSync } from "node:fs";
import path from "node:path";

/** What every attack case says of itself; the rest is read by the suite of its file. */
export interface AttackCase {
  readonly id: string;
  /** The class of attack, as in `README.md` of this folder. */
  readonly class: string;
  /** In words: what somebody tries. */
  readonly attack: string;
  /** Text made long where a file should not be: appended this often to the payload. */
  readonly repeat?: readonly [string, number];
}

/** Reads one file of cases, or those of it that `only` takes. */
export function casesOf<T extends AttackCase>(file: string, only: (attack: T) => boolean = () => true): readonly T[] {
  const text = readFileSync(path.join(import.meta.dirname, "cases", `${file}.json`), "utf8");
  return (JSON.parse(text) as { readonly cases: readonly T[] }).cases.filter(only);
}

/** A payload with its `repeat` made out. */
export function payload(text: string, { repeat }: AttackCase): string {
  return repeat === undefined ? text : text + repeat[0].repeat(repeat[1]);
}
