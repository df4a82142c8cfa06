import { createMemoryArtifactStore } from "../../../src/adapters/artifact-store/memory.ts";
import { artifactStoreContract } from "../../contracts/artifact-store.ts";

artifactStoreContract("memory", async () => {
  let now = Date.UTC(2026, 10, 20);
  const contents = new Map<string, Uint8Array>();
  return {
    store: createMemoryArtifactStore({ clock: { now: () => now }, contents }),
    advance: (ms) => {
      now += ms;
    },
    replace: async (digest, content) => void contents.set(digest, content),
    [Symbol.asyncDispose]: async () => undefined,
  };
});
