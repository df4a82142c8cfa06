/** What concurrent work reports to one loop, taken one at a time in the order it came. */
export interface Inbox<T> {
  put(item: T): void;
  take(): Promise<T>;
}

export function createInbox<T>(): Inbox<T> {
  const items: T[] = [];
  let waiting: ((item: T) => void) | undefined;
  return {
    put(item) {
      if (waiting === undefined) {
        items.push(item);
        return;
      }
      const resolve = waiting;
      waiting = undefined;
      resolve(item);
    },
    take() {
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
  };
}
