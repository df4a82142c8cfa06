import { createHash } from "node:crypto";

/** Crockford's base 32 (https://www.crockford.com/base32.html), lower case. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The id of the run that this step of this workflow run makes: the same on every attempt, so that "Re-run failed jobs" finds what the
 * attempt before it held without having to ask anybody. `generation` tells apart runs that were started anew because the one before had
 * completed.
 */
export function runIdOfPlace(place: string, generation: number): string {
  const digest = createHash("sha256").update(`${place}\n${generation}`).digest();
  let text = "";
  for (let index = 0; index < 26; index++) text += ALPHABET[(digest[index] ?? 0) % 32] ?? "";
  return `run_${text}`;
}
