import { describe, expect, test } from "vitest";
import { actionDoor } from "./action-door.ts";
import { appDoor } from "./app-door.ts";
import { type Case, type DoorKind, type Fault, type Met, type Mode, meetAll } from "./table.ts";

// A part of what `npm run faults` meets: what leaves the most doubt about whether GitHub did it, in each mode.
const HARDEST: readonly (readonly [Fault, Mode])[] = [
  ["the answer dropped", "crash"],
  ["the answer cut short", "retry"],
];

function some(kind: DoorKind, of: readonly (readonly [Fault, Mode])[]): Case[] {
  return kind.effects.flatMap((effect) => of.map(([fault, mode]) => ({ effect, fault, mode })));
}

async function wrongOf(kind: DoorKind, cases: readonly Case[]): Promise<readonly Met[]> {
  const met: Met[] = [];
  await meetAll(kind, cases, (one) => met.push(one));
  expect(met).toHaveLength(cases.length);
  return met.filter(({ wrong }) => wrong.length > 0);
}

describe("each effect is there exactly once, whatever becomes of the request and of the process", () => {
  test("through the app", async () => expect(await wrongOf(appDoor, some(appDoor, HARDEST))).toEqual([]), 300_000);
  test(
    "through the action",
    async () => expect(await wrongOf(actionDoor, some(actionDoor, HARDEST.slice(0, 1)))).toEqual([]),
    300_000,
  );
});
