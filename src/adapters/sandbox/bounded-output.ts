import { StringDecoder } from "node:string_decoder";

/**
 * Keeps the beginning and the end of a stream within a number of bytes, so that a program that prints without end costs no memory.
 * What falls out of the middle is counted, and `text()` says so where it is missing.
 */
export class BoundedOutput {
  readonly #headLimit: number;
  readonly #tailLimit: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer[] = [];
  #tailBytes = 0;
  /** Bytes written in all. */
  total = 0;

  /** @param limit bytes kept, half of them from the beginning */
  constructor(limit: number) {
    this.#headLimit = Math.ceil(limit / 2);
    this.#tailLimit = Math.floor(limit / 2);
  }

  write(chunk: Buffer): void {
    this.total += chunk.length;
    const room = this.#headLimit - this.#headBytes;
    const first = room > 0 ? chunk.subarray(0, room) : undefined;
    if (first !== undefined) {
      this.#head.push(first);
      this.#headBytes += first.length;
    }
    const rest = first === undefined ? chunk : chunk.subarray(first.length);
    if (rest.length === 0 || this.#tailLimit === 0) return;
    this.#tail.push(rest);
    this.#tailBytes += rest.length;
    // Compacting only at twice the limit keeps the work linear in what is written.
    if (this.#tailBytes > 2 * this.#tailLimit + 65_536) this.#compact();
  }

  /** Bytes that were dropped. */
  get dropped(): number {
    return Math.max(0, this.total - this.#headBytes - Math.min(this.#tailBytes, this.#tailLimit));
  }

  text(): string {
    this.#compact();
    const head = Buffer.concat(this.#head);
    const tail = Buffer.concat(this.#tail);
    if (this.dropped === 0) return decode(Buffer.concat([head, tail]));
    return `${decode(head)}\n[… ${this.dropped} bytes left out …]\n${decode(skipPartialCharacter(tail))}`;
  }

  #compact(): void {
    if (this.#tailBytes <= this.#tailLimit) return;
    const all = Buffer.concat(this.#tail);
    // A copy, so that the large buffer behind the view is freed.
    const kept = Buffer.from(all.subarray(all.length - this.#tailLimit));
    this.#tail = [kept];
    this.#tailBytes = kept.length;
  }
}

/** Decodes UTF-8 and leaves out a character cut off at the end. */
function decode(bytes: Buffer): string {
  return new StringDecoder("utf8").write(bytes);
}

function skipPartialCharacter(bytes: Buffer): Buffer {
  let start = 0;
  while (start < Math.min(3, bytes.length) && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return bytes.subarray(start);
}
