import type { JsonObject } from "../kernel/json.ts";

/** Small shared facts that outlive a run (what a `memory` step keeps). Compare-and-set by version; version 0 means absent. Every RunStore is one. */
export interface Facts {
  getFact(key: string): Promise<{ readonly value: JsonObject; readonly version: number } | undefined>;
  /** False when the stored version isn't the expected one. */
  setFact(key: string, value: JsonObject, expectedVersion: number): Promise<boolean>;
  listFacts(
    prefix: string,
  ): Promise<readonly { readonly key: string; readonly value: JsonObject; readonly version: number }[]>;
}
