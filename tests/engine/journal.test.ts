import { describe, expect, it } from "vitest";
import { EMPTY_JOURNAL, chain, verifyChain } from "../../src/engine/journal.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import { canonicalJson } from "../../src/kernel/json.ts";

describe("a chained event", () => {
  it("is written in its canonical form, whatever its run is called and its data holds", () => {
    const data = { path: 'a"b', what: "zeile\n\u2028", reason: "ü" };
    const { event, record } = chain(EMPTY_JOURNAL, 'run "1"', 0, { type: "policy.refused", data });
    expect(record.body).toBe(canonicalJson(event));
    expect(record.hash).toBe(sha256(record.body));
    expect(verifyChain('run "1"', [record])).toMatchObject({ ok: true, events: 1 });
  });
});
