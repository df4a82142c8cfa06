import { describe, expect, test } from "vitest";
import { digestJson, sha256 } from "../../src/kernel/digest.ts";
import type { CacheEntry, StepCache } from "../../src/ports/step-cache.ts";

/** One cache for one test, with the time it sees. */
export interface CacheUnderTest extends AsyncDisposable {
  readonly cache: StepCache;
  /** Moves the cache's clock. */
  advance(ms: number): void;
  /** Changes the stored bytes of an entry behind the cache's back. */
  tamper(key: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void>;
}

/** What every step cache promises (src/ports/step-cache.ts). `manages`: the store can list, remove and prune. */
export function stepCacheContract(
  name: string,
  open: () => Promise<CacheUnderTest>,
  { manages, knowsLastUse = true }: { readonly manages: boolean; readonly knowsLastUse?: boolean },
): void {
  describe(`step cache: ${name}`, () => {
    test("gives back what was put, payload bytes included", async () => {
      await using at = await open();
      const entry = entryFor("round trip");
      expect(await at.cache.get(entry.key)).toBeUndefined();
      expect(await at.cache.put(entry, ABOUT)).toBe(true);
      const found = await at.cache.get(entry.key);
      expect(found?.key).toBe(entry.key);
      expect(found?.manifest).toEqual(entry.manifest);
      expect([...(found?.files ?? [])].map(([file, bytes]) => [file, Buffer.from(bytes)])).toEqual(
        [...entry.files].map(([file, bytes]) => [file, Buffer.from(bytes)]),
      );
    });

    test("knows exact keys only, never a prefix", async () => {
      await using at = await open();
      const entry = entryFor("exact");
      await at.cache.put(entry, ABOUT);
      expect(await at.cache.get(entry.key.slice(0, 32))).toBeUndefined();
      expect(await at.cache.get(`${entry.key}0`)).toBeUndefined();
      expect(await at.cache.get(sha256("another"))).toBeUndefined();
      expect(await at.cache.get("../../etc/passwd")).toBeUndefined();
    });

    test("forgets an entry when its time is over", async () => {
      await using at = await open();
      const entry = entryFor("ttl");
      await at.cache.put(entry, { ...ABOUT, ttlMs: 60_000 });
      at.advance(59_000);
      expect(await at.cache.get(entry.key)).toBeDefined();
      at.advance(2_000);
      expect(await at.cache.get(entry.key)).toBeUndefined();
    });

    test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
      ["a flipped bit in the payload", (bytes) => flipped(bytes, bytes.length - 3)],
      ["a flipped bit in the header", (bytes) => flipped(bytes, 140)],
      ["a flipped bit in the digest", (bytes) => flipped(bytes, 25)],
      ["a missing end", (bytes) => bytes.slice(0, -7)],
      ["nothing left", () => new Uint8Array()],
      ["something appended", (bytes) => new Uint8Array(Buffer.concat([bytes, Buffer.from("more")]))],
      ["something else altogether", () => new Uint8Array(Buffer.from("<html>502 Bad Gateway</html>"))],
    ])("takes an entry with %s for a miss", async (_, change) => {
      await using at = await open();
      const entry = entryFor("tampered");
      await at.cache.put(entry, ABOUT);
      await at.tamper(entry.key, change);
      expect(await at.cache.get(entry.key)).toBeUndefined();
    });

    test("takes an entry that was stored for another key for a miss", async () => {
      await using at = await open();
      const [wanted, other] = [entryFor("wanted"), entryFor("other")];
      await at.cache.put(wanted, ABOUT);
      await at.cache.put(other, ABOUT);
      let stolen = new Uint8Array();
      await at.tamper(other.key, (bytes) => {
        stolen = bytes.slice();
        return bytes;
      });
      await at.tamper(wanted.key, () => stolen);
      expect(await at.cache.get(wanted.key)).toBeUndefined();
    });

    test("has many writers of one key end with one whole entry", async () => {
      await using at = await open();
      const entry = entryFor("race");
      await Promise.all(Array.from({ length: 8 }, () => at.cache.put(entry, ABOUT)));
      expect((await at.cache.get(entry.key))?.manifest).toEqual(entry.manifest);
    });

    if (!manages) return;

    test("lists what it holds, with its size, workflow and step", async () => {
      await using at = await open();
      await at.cache.put(entryFor("one"), { workflow: "a", step: "build" });
      await at.cache.put(entryFor("two"), { workflow: "b", step: "test" });
      const listed = await at.cache.list?.();
      expect(listed?.map(({ workflow, step }) => `${workflow}/${step}`).toSorted()).toEqual(["a/build", "b/test"]);
      expect(listed?.every(({ bytes }) => bytes > 100)).toBe(true);
    });

    test("removes by workflow, step, key and prefix, and says how many", async () => {
      await using at = await open();
      const entries = ["one", "two", "three", "four"].map(entryFor);
      const places = ["a/build", "a/test", "b/build", "b/lint"];
      for (const [i, entry] of entries.entries()) {
        const [workflow = "", step = ""] = (places[i] ?? "").split("/");
        await at.cache.put(entry, { workflow, step });
      }
      expect(await at.cache.remove?.({ workflow: "b", step: "lint" })).toBe(1);
      expect(await at.cache.remove?.({ step: "build" })).toBe(2);
      expect(await at.cache.remove?.({ prefix: entries[1]!.key.slice(0, 10) })).toBe(1);
      expect(await at.cache.list?.()).toEqual([]);
    });

    test("prunes the least recently used first, down to the size asked for", async () => {
      await using at = await open();
      const entries = ["one", "two", "three"].map(entryFor);
      for (const entry of entries) {
        await at.cache.put(entry, ABOUT);
        at.advance(10_000);
      }
      // Where the time of last use isn't known, the time of writing stands for it.
      if (knowsLastUse) await at.cache.get(entries[0]!.key);
      const [first, kept] = knowsLastUse ? [entries[1]!, entries[0]!] : [entries[0]!, entries[1]!];
      at.advance(10_000);
      const size = (await at.cache.list?.())?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
      expect(await at.cache.prune?.({ maxBytes: size - 1 })).toMatchObject({ removed: 1 });
      expect(await at.cache.get(first.key)).toBeUndefined();
      expect(await at.cache.get(kept.key)).toBeDefined();
      at.advance(1_000_000);
      const fresh = entryFor("fresh");
      await at.cache.put(fresh, ABOUT);
      expect(await at.cache.prune?.({ maxAgeMs: 500_000 })).toMatchObject({ removed: 2 });
      expect(await at.cache.get(fresh.key)).toBeDefined();
    });
  });
}

const ABOUT = { workflow: "w", step: "s" };

export function entryFor(name: string): CacheEntry {
  return {
    key: digestJson({ name }),
    manifest: { outputs: { name, nested: { list: [1, "two", null] } } },
    files: new Map([
      ["change", new Uint8Array(Buffer.from(`patch of ${name}\n`.repeat(20)))],
      ["empty", new Uint8Array()],
      ["binary", new Uint8Array([0, 255, 128, 10, 13])],
    ]),
  };
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
