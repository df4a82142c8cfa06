/** Named secrets (S3). */
export interface Secrets {
  get(name: string): string | undefined;
  /** Every value known so far, for redaction. */
  values(): readonly string[];
}

/** Takes secrets out of whatever leaves the process: values and their usual encodings, and anything that looks like a token. */
export interface Redactor {
  /** Text with every secret replaced by `***`. */
  redact(text: string): string;
  /** The same through all strings (keys included) of a JSON value. */
  redactJson<T>(value: T): T;
  /** A stream's redactor: holds back what might be the start of a secret until the next chunk or `end()`. */
  stream(): { write(chunk: string): string; end(): string };
  /** Adds a value learnt while running (a minted token). */
  add(value: string): void;
}
