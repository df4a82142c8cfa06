import type { Step } from "../model.ts";

/**
 * The steps that can be referred to from one place. A chain of scopes rather than a copied map: a list of a thousand steps has a thousand
 * places, and copying what each of them sees would cost a million entries.
 */
export class KnownSteps {
  static readonly none = new KnownSteps([], new Map(), () => false, undefined);

  readonly #list: readonly Step[];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #sees: (index: number) => boolean;
  readonly #outer: KnownSteps | undefined;

  private constructor(
    list: readonly Step[],
    indexes: ReadonlyMap<string, number>,
    sees: (index: number) => boolean,
    outer: KnownSteps | undefined,
  ) {
    this.#list = list;
    this.#indexes = indexes;
    this.#sees = sees;
    this.#outer = outer;
  }

  /** These steps as well; they come before those of the same name outside. */
  with(list: readonly Step[]): KnownSteps {
    return new KnownSteps(list, indexesOf(list), () => true, this);
  }

  /** For each step of a list, what it sees: the ones before it, or in a graph all others. */
  places(list: readonly Step[], graph: boolean): readonly KnownSteps[] {
    const indexes = indexesOf(list);
    return list.map((_step, own) => {
      const sees = graph ? (index: number) => index !== own : (index: number) => index < own;
      return new KnownSteps(list, indexes, sees, this);
    });
  }

  get(id: string): Step | undefined {
    const index = this.#indexes.get(id);
    return index !== undefined && this.#sees(index) ? this.#list[index] : this.#outer?.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** Whether a list has it where this place doesn't see it. */
  hides(id: string): boolean {
    const index = this.#indexes.get(id);
    return index === undefined ? (this.#outer?.hides(id) ?? false) : !this.#sees(index);
  }

  /** Nearest last. */
  ids(): readonly string[] {
    const own = this.#list.filter((_step, index) => this.#sees(index)).map(({ id }) => id);
    return [...new Set([...(this.#outer?.ids() ?? []), ...own])];
  }
}

/** The first of several that carry one id, which is a finding of its own. */
function indexesOf(list: readonly Step[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, { id }] of list.entries()) if (!indexes.has(id)) indexes.set(id, index);
  return indexes;
}
