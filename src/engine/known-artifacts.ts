import type { Json } from "../kernel/json.ts";
import type { Step } from "../language/model.ts";
import type { ArtifactRecord, ArtifactStore } from "../ports/artifact-store.ts";
import type { Log } from "../ports/log.ts";
import type { RunState } from "./state.ts";

/** Artifacts as expressions see them. Expressions can't wait, so what a step's texts name is fetched before the step begins. */
export interface KnownArtifacts {
  /** Fetches what the step's texts name; undefined when that is nothing. Never rejects. */
  fetch(step: Step): Promise<void> | undefined;
  /** The newest of this run, or with `run` (`latest` or a run's id) of another; null when there is none. */
  find(name: string, run?: string): Json;
}

/** Larger contents stay in their store: an expression gets name, digest and size. */
const MAX_CONTENT_BYTES = 1_000_000;
/** `artifact('coverage')`, `artifact("coverage", run="latest")`, `artifact('coverage', 'latest')`. */
const NAMED =
  /\bartifact\(\s*\\?["']([A-Za-z0-9._-]+)\\?["']\s*(?:,\s*(?:run\s*=\s*)?\\?["']([A-Za-z0-9_-]+)\\?["']\s*)?\)/g;
/** Functions that may read an artifact's content by its record. */
const READS = /\b(?:artifact|parse_[a-z]+)\(/;

export function createKnownArtifacts(state: RunState, store: ArtifactStore, log: Log): KnownArtifacts {
  const values = new Map<string, Json>();

  const load = async (name: string, run: string | undefined): Promise<void> => {
    const ref = run === undefined ? newestOf(state, name) : undefined;
    if (run === undefined && ref === undefined) return;
    const place = placeOf(name, run, ref?.digest);
    if (values.has(place)) return;
    const where =
      ref === undefined
        ? await otherRun(store, state, name, run ?? "latest")
        : { runId: state.runId, version: ref.version, digest: ref.digest };
    if (where === undefined) return;
    const found = await store.get(name, where);
    if (found !== undefined) values.set(place, valueOf(found.record, found.content));
  };

  const fetch = async (text: string): Promise<void> => {
    const wanted = [...text.matchAll(NAMED)].map(([, name = "", run]) => ({ name, run }));
    // A record that an output carries is looked up by name: every artifact of this run may be meant.
    const own = [...state.steps.values()].flatMap((step) =>
      step.artifacts.map(({ name }) => ({ name, run: undefined })),
    );
    for (const { name, run } of [...wanted, ...own]) {
      try {
        await load(name, run);
      } catch (error) {
        log.warning(`artifact ${name} can't be read: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };

  return {
    fetch(step) {
      const text = textThatReads(step);
      return text === undefined ? undefined : fetch(text);
    },
    find(name, run) {
      const ref = run === undefined ? newestOf(state, name) : undefined;
      return values.get(placeOf(name, run, ref?.digest)) ?? (ref === undefined ? null : { ...ref });
    },
  };
}

/** The text of each step that may read an artifact; a definition is shared by all runs of its workflow and never changes. */
const texts = new WeakMap<Step, { readonly reading: string | undefined }>();

function textThatReads(step: Step): string | undefined {
  const known = texts.get(step);
  if (known !== undefined) return known.reading;
  const text = JSON.stringify(step);
  const reading = READS.test(text) ? text : undefined;
  texts.set(step, { reading });
  return reading;
}

/** The newest artifact of that name in this run. */
function newestOf(state: RunState, name: string) {
  for (const step of [...state.steps.values()].toReversed()) {
    const found = step.artifacts.findLast((artifact) => artifact.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where an artifact of another run is: of the run named, or the newest of this workflow, or of any workflow. */
async function otherRun(
  store: ArtifactStore,
  state: RunState,
  name: string,
  run: string,
): Promise<Parameters<ArtifactStore["get"]>[1] | undefined> {
  if (run !== "latest") return { runId: run };
  const others = (await store.list({ name })).filter(({ runId }) => runId !== state.runId);
  const newest = others.find(({ workflow }) => workflow === state.plan.workflow.name) ?? others[0];
  // Nothing is listed of what lies at a service: asking for the newest of any run finds it there.
  return newest === undefined ? {} : { runId: newest.runId, version: newest.version };
}

function valueOf(record: ArtifactRecord, content: Uint8Array): Json {
  const { name, digest, bytes, mediaType, version, runId, step, url } = record;
  const text = content.byteLength > MAX_CONTENT_BYTES ? undefined : textOf(content);
  return {
    name,
    digest,
    bytes,
    media_type: mediaType,
    version,
    run: runId,
    step,
    ...(url === undefined ? {} : { url }),
    ...(text === undefined ? {} : { content: text }),
  };
}

function textOf(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

function placeOf(name: string, run: string | undefined, digest: string | undefined): string {
  return `${run ?? ""}/${name}/${digest ?? ""}`;
}
