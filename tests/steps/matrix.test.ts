import { describe, expect, test } from "vitest";
import type { Json } from "../../src/kernel/json.ts";
import { matrixCells } from "../../src/steps/matrix.ts";

describe("a matrix", () => {
  test("is every combination, the first list changing slowest", () => {
    expect(matrixCells({ os: ["a", "b"], node: [1, 2] })).toEqual([
      { os: "a", node: 1 },
      { os: "a", node: 2 },
      { os: "b", node: 1 },
      { os: "b", node: 2 },
    ]);
  });

  test("loses the cells that exclude matches, by some or all of their values", () => {
    expect(matrixCells({ os: ["a", "b"], node: [1, 2], exclude: [{ os: "a", node: 2 }, { os: "b" }] })).toEqual([
      { os: "a", node: 1 },
    ]);
  });

  // The example of GitHub's own page on include, result for result.
  test("is expanded by include as GitHub's documentation says", () => {
    const matrix = {
      fruit: ["apple", "pear"],
      animal: ["cat", "dog"],
      include: [
        { color: "green" },
        { color: "pink", animal: "cat" },
        { fruit: "apple", shape: "circle" },
        { fruit: "banana" },
        { fruit: "banana", animal: "cat" },
      ],
    };
    expect(matrixCells(matrix)).toEqual([
      { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
      { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
      { fruit: "pear", animal: "cat", color: "pink" },
      { fruit: "pear", animal: "dog", color: "green" },
      { fruit: "banana" },
      { fruit: "banana", animal: "cat" },
    ]);
  });

  test("of include alone is its entries", () => {
    expect(matrixCells({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test.each<[string, Json]>([
    ["no object", [1]],
    ["a name without a list", { os: "linux" }],
    ["an exclude that is no list", { os: ["a"], exclude: "a" }],
    [
      "a million combinations",
      Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [name, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]])),
    ],
  ])("of %s is refused", (_name, matrix) => {
    expect(() => matrixCells(matrix)).toThrow(/matrix/);
  });
});
