import { createRepositoryHost } from "../../src/adapters/repository-host/octokit.ts";
import type { RepositoryHost } from "../../src/ports/repository-host.ts";
import { quiet } from "../github/stage.ts";
import type { GitHub, Trouble } from "../peers/github.ts";

/** What goes wrong with the one request that does an effect. The connection's faults differ in whether GitHub did what it was asked for. */
export const FAULTS = {
  "401": { status: 401 },
  "403": { status: 403 },
  "404": { status: 404 },
  "409": { status: 409 },
  "422": { status: 422 },
  "429": { status: 429, headers: { "retry-after": "1" } },
  "5xx": { status: 502 },
  "the answer dropped": { lost: true },
  "the answer cut short": { truncated: true },
  "the answer late": { delayMs: 1_200 },
  "the connection reset": { reset: true },
} as const satisfies Readonly<Record<string, Partial<Trouble>>>;
export type Fault = keyof typeof FAULTS;

/**
 * What becomes of the process that met the fault: it goes on; it is killed at that moment and another takes over; it is ended as an operator
 * or a person who cancels does, and another takes over.
 */
export const MODES = ["retry", "crash", "restart"] as const;
export type Mode = (typeof MODES)[number];

export interface Case {
  readonly effect: string;
  readonly fault: Fault;
  readonly mode: Mode;
}

/** One of Pawl's two doors to GitHub, with everything that runs for it. */
export interface Door extends AsyncDisposable {
  /** Has the effect happen, with the fault in its way; gives what is wrong with GitHub afterwards: nothing, when all is there once. */
  meet(one: Case): Promise<readonly string[]>;
}

export interface DoorKind {
  readonly name: string;
  readonly effects: readonly string[];
  open(): Promise<Door>;
}

export function casesOf(kind: DoorKind): Case[] {
  return kind.effects.flatMap((effect) =>
    (Object.keys(FAULTS) as Fault[]).flatMap((fault) => MODES.map((mode) => ({ effect, fault, mode }))),
  );
}

export interface Met extends Case {
  readonly wrong: readonly string[];
}

/** Meets cases one after the other in one world. */
export async function meetAll(kind: DoorKind, cases: readonly Case[], heard: (met: Met) => void): Promise<void> {
  await using door = await kind.open();
  for (const one of cases) heard({ ...one, wrong: await door.meet(one) });
}

/** How many people look on: GitHub gives each 5,000 requests an hour. */
const ONLOOKERS = 20;

/** They may read, and nothing else: seed them as people of the repository. */
export function onlookers(): Record<string, "read"> {
  return Object.fromEntries(Array.from({ length: ONLOOKERS }, (_, n) => [`onlooker-${n}`, "read" as const]));
}

export function onlooker({ owner, repo, url: apiUrl, token }: GitHub, issue: number): RepositoryHost {
  return createRepositoryHost({
    owner,
    repo,
    apiUrl,
    token: token(`onlooker-${issue % ONLOOKERS}`),
    log: quiet,
    wait: () => Promise.resolve(),
  });
}

const PATIENCE_MS = 30_000;

/** Looks until nothing is wrong, for half a minute at most; gives what still is. */
export async function untilRight(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const wrong = await look();
    if (wrong.length === 0 || Date.now() > until) return wrong;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is wrong with a count. */
export function counted(what: string, found: number, wanted: number): string[] {
  return found === wanted ? [] : [`${what}: ${found} instead of ${wanted}`];
}
