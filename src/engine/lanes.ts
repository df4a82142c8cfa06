import type { TreeId, Workspace } from "../ports/workspace.ts";
import { conflictError } from "./conflict.ts";

/**
 * Who works where. The first step that writes works in the run's own work tree; one that writes beside it works in a fork at the
 * tree the run had reached, and its changes are merged when it ends. Steps that only read use the run's own work tree.
 */
export interface Lanes {
  /** The tree the run has got to; undefined before anything was snapshotted. */
  tree(): TreeId | undefined;
  /** Says where the run stands when it is opened. */
  goTo(tree: TreeId | undefined): void;
  enter(request: {
    readonly path: string;
    /** What the step's changes count from; the run's current tree when undefined. */
    readonly base: TreeId | undefined;
    /** What the work tree holds when the step begins; `base` when undefined. After a crash it is what the step had saved. */
    readonly content: Saved | undefined;
  }): Promise<Lane>;
  /** For a step that only reads. */
  reading(): Lane;
  /** Puts the run's own work tree at its current tree, when nobody works in it. */
  settle(): Promise<void>;
  /** Whether the work tree is known to stand there. */
  isSettled(): boolean;
}

/** `landed` is the run's tree with the step's changes, `own` the one the step itself left; undefined for steps that only read. */
export interface Left {
  readonly landed?: TreeId;
  readonly own?: TreeId;
}

/** A tree a step saved, and the one it had begun from then. */
export interface Saved {
  readonly tree?: TreeId;
  readonly base?: TreeId;
}

export interface Lane {
  readonly workspace: Workspace;
  readonly base: TreeId | undefined;
  /**
   * Leaves with what the step wrote.
   *
   * @throws PawlError `workspace.conflict` when another step changed the same lines meanwhile
   */
  leave(): Promise<Left>;
  /** Leaves and forgets what was written. */
  abandon(): Promise<undefined>;
}

export function createLanes(main: Workspace, holds: TreeId | undefined): Lanes {
  /** The tree the run has got to. */
  let reached: TreeId | undefined;
  const current = (): TreeId | undefined => reached;
  const advance = (tree: TreeId): void => {
    reached = tree;
  };
  let inMain = false;
  /** What the work tree is known to hold; undefined when someone may have written it. */
  let held = holds;
  /** Entering and leaving change trees: one at a time. */
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work, work);
    turn = result.catch(() => {});
    return result;
  };

  const bringMainTo = async (tree: TreeId | undefined): Promise<TreeId> => {
    if (tree === undefined) {
      held = await main.snapshot();
    } else if (held !== tree) {
      // Until it is whole nobody knows what the work tree holds.
      held = undefined;
      await main.restore(tree);
      held = tree;
    }
    return held as TreeId;
  };

  /** What a step saved, carried over to where it begins now: other steps may have ended since. */
  const carried = async (base: TreeId | undefined, saved: Saved | undefined): Promise<TreeId | undefined> => {
    if (saved?.tree === undefined || base === undefined) return saved?.tree;
    if (saved.base === undefined || saved.base === base) return saved.tree;
    const merged = await main.merge(saved.base, saved.tree, base);
    if ("conflicts" in merged) throw conflictError(merged.conflicts);
    return merged.tree;
  };

  const enterMain = async (from: TreeId | undefined, content: Saved | undefined): Promise<Lane> => {
    inMain = true;
    let base: TreeId;
    try {
      const begin = from ?? current();
      const begun = await bringMainTo((await carried(begin, content)) ?? begin);
      base = begin ?? begun;
    } catch (error) {
      inMain = false;
      throw error;
    }
    if (current() === undefined) advance(base);
    held = undefined;
    return {
      workspace: main,
      base,
      leave: () =>
        inTurn(async () => {
          inMain = false;
          const after = await main.snapshot();
          held = after;
          return { landed: await land(base, after), own: after };
        }),
      abandon: () =>
        inTurn(async () => {
          inMain = false;
          return undefined;
        }),
    };
  };

  const enterFork = async (path: string, from: TreeId | undefined, content: Saved | undefined): Promise<Lane> => {
    const base = from ?? current() ?? (await main.snapshot());
    const fork = await main.fork(path.replaceAll("/", "."), (await carried(base, content)) ?? base);
    return {
      workspace: fork,
      base,
      leave: () =>
        inTurn(async () => {
          try {
            const own = await fork.snapshot();
            return { landed: await land(base, own), own };
          } finally {
            await fork[Symbol.asyncDispose]();
          }
        }),
      abandon: () =>
        inTurn(async () => {
          await fork[Symbol.asyncDispose]();
          return undefined;
        }),
    };
  };

  /** Brings base..after onto wherever the run has got to meanwhile. */
  const land = async (base: TreeId, after: TreeId): Promise<TreeId> => {
    const onto = current() ?? base;
    if (after === base) return onto;
    let landed = after;
    if (onto !== base) {
      const merged = await main.merge(base, after, onto);
      if ("conflicts" in merged) throw conflictError(merged.conflicts);
      landed = merged.tree;
    }
    advance(landed);
    if (!inMain) await bringMainTo(landed);
    return landed;
  };

  return {
    tree: current,
    goTo(tree) {
      reached = tree;
    },
    enter: ({ path, base, content }) =>
      inTurn(() => (inMain ? enterFork(path, base, content) : enterMain(base, content))),
    reading: () => ({
      workspace: main,
      base: current(),
      leave: async () => ({}),
      abandon: async () => undefined,
    }),
    isSettled: () => {
      const tree = current();
      return !inMain && (tree === undefined || held === tree);
    },
    settle: () =>
      inTurn(async () => {
        const tree = current();
        if (!inMain && tree !== undefined) await bringMainTo(tree);
      }),
  };
}
