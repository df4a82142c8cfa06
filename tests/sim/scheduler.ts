/** Everything that waits for the outside in a simulated process, released one at a time in an order the seed decides. */
export interface Scheduler {
  /** Does `work` at some later point of the simulation. Work of a process that died never happens, and never answers. */
  later<T>(owner: Owner, name: string, work: () => T | Promise<T>): Promise<T>;
  /** Releases one of the calls that can go on; false when there is none. */
  step(): boolean;
  readonly pending: number;
}

/** A simulated process. */
export interface Owner {
  readonly name: string;
  alive: boolean;
  /** A stalled process answers nothing and notices nothing until it goes on. */
  stalled: boolean;
}

interface Call {
  readonly owner: Owner;
  readonly name: string;
  readonly release: () => void;
}

export function createScheduler(chance: () => number, trace: (line: string) => void): Scheduler {
  let calls: Call[] = [];
  return {
    later(owner, name, work) {
      return new Promise((resolve, reject) => {
        const release = (): void => {
          if (!owner.alive) return;
          Promise.resolve()
            .then(work)
            .then(
              (value) => {
                if (owner.alive) resolve(value);
              },
              (error: unknown) => {
                if (owner.alive) reject(error instanceof Error ? error : new Error(String(error)));
              },
            );
        };
        calls.push({ owner, name, release });
      });
    },
    step() {
      calls = calls.filter(({ owner }) => owner.alive);
      const able = calls.filter(({ owner }) => !owner.stalled);
      const call = able[Math.floor(chance() * able.length)];
      if (call === undefined) return false;
      calls.splice(calls.indexOf(call), 1);
      trace(`${call.owner.name} ${call.name}`);
      call.release();
      return true;
    },
    get pending() {
      return calls.filter(({ owner }) => owner.alive && !owner.stalled).length;
    },
  };
}
