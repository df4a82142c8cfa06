import { describe, expect, it } from "vitest";
import { LOCAL_REFERENCES, runTwice } from "./reference-local.ts";

describe("an unchanged second run of a reference workflow", () => {
  it.each(Object.keys(LOCAL_REFERENCES))(
    "%s takes every cacheable step from the cache and asks no model",
    async (name) => {
      const { first, second, asked } = await runTwice(name);
      expect(first.error).toBeUndefined();
      expect(first).toMatchObject({ status: "completed", cache: { hits: 0 } });
      expect(asked[0]).toBeGreaterThan(0);
      expect(second.status).toBe("completed");
      expect(second.cache.misses).toBe(0);
      expect(second.cache.hits).toBe(first.cache.misses);
      expect(second.cache.hits).toBeGreaterThan(0);
      expect(asked[1]).toBe(0);
      expect(second.cost).toMatchObject({ usd: 0, input_tokens: 0, output_tokens: 0 });
    },
  );
});
