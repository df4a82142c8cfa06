import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestJson, sha256 } from "../../src/kernel/digest.ts";
import { canonicalJson } from "../../src/kernel/json.ts";

describe("the canonical form of JSON", () => {
  test("prints numbers and strings as RFC 8785 section 3.2.2 shows", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "€$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("sorts keys by UTF-16 code units as RFC 8785 section 3.2.3 shows", () => {
    const value = { "\u20ac": 5, "\r": 1, "\ufb33": 7, "1": 2, "\ud83d\ude00": 6, "\u0080": 3, "\u00f6": 4 };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1])).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
    ]);
  });

  test("does not depend on the order in which keys were written, at any depth", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        fc.pre(Object.keys(value).every((key) => key.isWellFormed()) && JSON.stringify(value).isWellFormed());
        let form: string;
        try {
          form = canonicalJson(value);
        } catch {
          return;
        }
        expect(canonicalJson(reversed)).toBe(form);
        expect(JSON.parse(form)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("refuses what JSON has no form for", () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson([undefined])).toThrow(TypeError);
    expect(() => canonicalJson("\ud800")).toThrow(/surrogate/);
  });

  test("gives equal digests to equal values and different ones to different values", () => {
    expect(digestJson({ a: 1, b: [2] })).toBe(digestJson({ b: [2], a: 1 }));
    expect(digestJson({ a: 1 })).not.toBe(digestJson({ a: "1" }));
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
