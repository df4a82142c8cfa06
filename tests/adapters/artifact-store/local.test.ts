import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createLocalArtifactStore } from "../../../src/adapters/artifact-store/local.ts";
import { artifact, artifactStoreContract, bytes, type StoreUnderTest } from "../../contracts/artifact-store.ts";

async function openLocal(): Promise<StoreUnderTest & { readonly directory: string }> {
  const directory = mkdtempSync(path.join(tmpdir(), "pawl-artifacts-"));
  let now = Date.now();
  return {
    directory,
    store: createLocalArtifactStore({ directory, clock: { now: () => now } }),
    advance: (ms) => {
      now += ms;
    },
    replace: async (digest, content) =>
      writeFileSync(path.join(directory, "content", digest.slice(0, 2), digest), content),
    [Symbol.asyncDispose]: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

artifactStoreContract("local directory", openLocal);

test("writers of one name at the same time get a version each", async () => {
  await using at = await openLocal();
  const second = createLocalArtifactStore({ directory: at.directory, clock: { now: () => 1 } });
  const records = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? at.store : second).put(artifact("log"), bytes(`${i}`))),
  );
  expect(records.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
});

test("a folder that can't be written is an error that says what to check", async () => {
  await using at = await openLocal();
  const file = path.join(at.directory, "file");
  writeFileSync(file, "");
  const store = createLocalArtifactStore({ directory: path.join(file, "below"), clock: { now: () => 1 } });
  await expect(store.put(artifact("a"), bytes("x"))).rejects.toMatchObject({
    code: "artifact.not_stored",
    kind: "transient",
  });
});
