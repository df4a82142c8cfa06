/**
 * Waits for `work`, at most `ms` milliseconds: for clients that have no limit of their own, or one of minutes. Work that is late goes on unheard, and
 * its failure ends nothing.
 *
 * @throws what `work` throws, or `late()` when it takes longer
 */
export async function within<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    // Both are heard by the race, also the one that comes second.
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
