/** Work that shall follow changes, but not each of them. */
export interface Throttled {
  /** Something changed: the work is done soon, and at least once after the last change. */
  changed(): void;
  /** Does what is still to do and waits for it. */
  finish(): Promise<void>;
}

/**
 * Runs `work` at most once per `intervalMs`, never twice at once, and never loses the last change. What `work` throws goes to `failed`; it
 * stops nothing.
 */
export function throttle(intervalMs: number, work: () => Promise<void>, failed: (error: unknown) => void): Throttled {
  let dirty = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;

  const go = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    dirty = false;
    lastAt = performance.now();
    running = work()
      .catch(failed)
      .finally(() => {
        running = undefined;
        if (dirty) schedule();
      });
    return running;
  };
  const schedule = (): void => {
    if (running !== undefined || timer !== undefined) return;
    timer = setTimeout(() => void go(), Math.max(0, lastAt + intervalMs - performance.now()));
    timer.unref();
  };
  return {
    changed() {
      dirty = true;
      schedule();
    },
    async finish() {
      clearTimeout(timer);
      timer = undefined;
      await running;
      if (dirty) await go();
    },
  };
}
