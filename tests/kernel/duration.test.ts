import { describe, expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/kernel/duration.ts";
import { PawlError } from "../../src/kernel/errors.ts";

describe("durations", () => {
  test.each([
    [90, 90_000],
    ["90", 90_000],
    ["0", 0],
    ["500ms", 500],
    ["1.5s", 1_500],
    ["15m", 900_000],
    ["1h30m", 5_400_000],
    ["7d", 604_800_000],
    [" 2h ", 7_200_000],
  ])("%j is %d milliseconds", (written, ms) => {
    expect(parseDuration(written)).toBe(ms);
  });

  test.each(["", "soon", "-5s", "1 h", "5 minutes", "s", "1h-2m", Number.NaN, Number.POSITIVE_INFINITY, -1])(
    "%j is refused with what to write instead",
    (written) => {
      let refusal: unknown;
      try {
        parseDuration(written);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(PawlError);
      expect(refusal).toMatchObject({
        code: "duration.invalid",
        kind: "invalid",
        remedy: expect.stringContaining("1h30m"),
      });
    },
  );

  test.each([
    [0, "0ms"],
    [850, "850ms"],
    [12_340, "12.3s"],
    [245_000, "4m 05s"],
    [3_720_000, "1h 02m"],
  ])("%d milliseconds reads %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
