import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { actionDoor } from "./action-door.ts";
import { appDoor } from "./app-door.ts";
import { type Case, type DoorKind, FAULTS, MODES, type Met, casesOf, meetAll } from "./table.ts";

/** `npm run faults`: every effect, with every fault in its way, in every mode, for both doors. Prints how many were there exactly once. */
const { values } = parseArgs({
  options: {
    door: { type: "string", default: "app,action" },
    effect: { type: "string" },
    fault: { type: "string" },
    mode: { type: "string" },
    /** Worlds at once, each in a process of its own. */
    lanes: { type: "string", default: "4" },
    lane: { type: "string" },
  },
});
const lanes = Number(values.lanes);
const kinds = [appDoor, actionDoor].filter(({ name }) => values.door.split(",").includes(name));
let violations = 0;
for (const kind of kinds) {
  if (values.lane === undefined) violations += await inLanes(kind);
  else
    await meetAll(
      kind,
      casesHere(kind).filter((_, index) => index % lanes === Number(values.lane)),
      tell,
    );
}
if (values.lane === undefined) process.exitCode = violations > 0 ? 1 : 0;
else process.disconnect();

function casesHere(kind: DoorKind): Case[] {
  return casesOf(kind).filter(
    ({ effect, fault, mode }) =>
      (values.effect ?? effect) === effect && (values.fault ?? fault) === fault && (values.mode ?? mode) === mode,
  );
}

function tell(met: Met): void {
  process.send?.(met);
}

async function inLanes(kind: DoorKind): Promise<number> {
  const met: Met[] = [];
  const begun = performance.now();
  const ends = Array.from({ length: lanes }, (_, lane) => {
    const child = fork(process.argv[1] ?? "", [...process.argv.slice(2), "--door", kind.name, "--lane", String(lane)]);
    child.on("message", (message) => {
      const one = message as Met;
      met.push(one);
      if (one.wrong.length > 0)
        process.stderr.write(`${kind.name}: ${one.effect}, ${one.fault}, ${one.mode}: ${one.wrong.join("; ")}\n`);
    });
    return new Promise<void>((resolve) => child.once("exit", () => resolve()));
  });
  await Promise.all(ends);
  const cases = casesHere(kind);
  const right = met.filter((one) => one.wrong.length === 0);
  process.stdout.write(
    `${kind.name}: ${kind.effects.length} effects × ${Object.keys(FAULTS).length} faults × {${MODES.join(", ")}}: ` +
      `${right.length} of ${cases.length} exactly once, in ${Math.round((performance.now() - begun) / 1_000)} s\n`,
  );
  for (const effect of kind.effects) {
    const of = cases.filter((one) => one.effect === effect).length;
    if (of > 0) process.stdout.write(`  ${effect}: ${right.filter((one) => one.effect === effect).length} of ${of}\n`);
  }
  return cases.length - right.length;
}
