/** Lines for people, already redacted by whoever implements it. Must never throw. */
export interface Log {
  info(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  debug(message: string): void;
}
