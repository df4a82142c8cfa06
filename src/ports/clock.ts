/** The only source of time and chance in the engine; the simulator has a seeded twin. */
export interface Clock {
  /** Milliseconds since the Unix epoch, UTC. May go backwards: nothing but people may depend on it for order. */
  now(): number;
  /** Resolves after `ms`, or rejects with an `AbortError` when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number in [0, 1), for jitter. */
  random(): number;
  /** A new run id: `run_` and 26 characters that sort by time. */
  newRunId(): string;
}
