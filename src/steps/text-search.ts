/** A piece of a file that can be found. */
export interface Passage {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

export interface Hit extends Passage {
  readonly score: number;
}

/** Okapi BM25's usual constants: how fast repetitions stop to count, and how much a long passage is held back. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const PASSAGE_LINES = 30;
/** What a word in a file's path counts for, beside its text. */
const PATH_WEIGHT = 3;

/** Cuts a file into passages of about thirty lines, breaking at blank lines where there are some. */
export function passagesOf(path: string, text: string): readonly Passage[] {
  const lines = text.split(/\r?\n/);
  const passages: Passage[] = [];
  let start = 0;
  for (let at = 1; at <= lines.length; at++) {
    const long = at - start >= PASSAGE_LINES;
    const breaks = at - start >= PASSAGE_LINES / 2 && (lines[at] ?? "").trim() === "";
    if (at < lines.length && !long && !breaks) continue;
    const piece = lines.slice(start, at).join("\n");
    if (piece.trim() !== "") passages.push({ path, line: start + 1, text: piece });
    start = at;
  }
  return passages;
}

/** The words of a text as they are searched: parts of camelCase and snake_case names count, and the whole name as well. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
    const parts = word.split(/_+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter((part) => part !== "");
    const whole = word.toLowerCase();
    terms.push(whole);
    if (parts.length > 1) terms.push(...parts.map((part) => part.toLowerCase()));
  }
  return terms;
}

/** The passages that answer a query best, by BM25, best first; equal ones in the order of their paths. */
export function rank(passages: readonly Passage[], query: string, limit: number): readonly Hit[] {
  const wanted = [...new Set(termsOf(query))];
  const documents = passages.map((passage) => {
    const terms = [
      ...termsOf(passage.text),
      ...Array.from({ length: PATH_WEIGHT }, () => termsOf(passage.path)).flat(),
    ];
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { passage, counts, length: terms.length };
  });
  const average = documents.reduce((all, { length }) => all + length, 0) / Math.max(1, documents.length);
  const weights = wanted.map((term) => {
    const holders = documents.filter(({ counts }) => counts.has(term)).length;
    return { term, weight: Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5)) };
  });
  return documents
    .map(({ passage, counts, length }): Hit => {
      const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / Math.max(1, average));
      const score = weights.reduce((all, { term, weight }) => {
        const times = counts.get(term) ?? 0;
        return all + (weight * times * (SATURATION + 1)) / (times + norm);
      }, 0);
      return { ...passage, score: Math.round(score * 1_000) / 1_000 };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line))
    .slice(0, limit);
}
