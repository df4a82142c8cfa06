import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/kernel/digest.ts";
import type { ArtifactStore } from "../../src/ports/artifact-store.ts";

/** One store for one test, with the time it sees. */
export interface StoreUnderTest extends AsyncDisposable {
  readonly store: ArtifactStore;
  advance(ms: number): void;
  /** Replaces the stored content of this digest behind the store's back. */
  replace(digest: string, content: Uint8Array): Promise<void>;
}

/** What every artifact store promises (src/ports/artifact-store.ts). */
export function artifactStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`artifact store: ${name}`, () => {
    test("gives back content, media type and where it comes from", async () => {
      await using at = await open();
      const made = await at.store.put({ ...artifact("coverage"), tags: ["ci"], tree: "a".repeat(40) }, bytes("<xml/>"));
      expect(made).toMatchObject({
        name: "coverage",
        version: 1,
        bytes: 6,
        digest: sha256("<xml/>"),
        step: "test",
        tags: ["ci"],
      });
      const found = await at.store.get("coverage", { runId: "run_1" });
      expect(Buffer.from(found!.content).toString()).toBe("<xml/>");
      expect(found!.record).toMatchObject({
        mediaType: "text/plain",
        runId: "run_1",
        step: "test",
        workflow: "w",
        tree: "a".repeat(40),
      });
    });

    test("counts versions of a name within a run, the newest first", async () => {
      await using at = await open();
      for (const text of ["one", "two", "three"]) {
        await at.store.put(artifact("log"), bytes(text));
        at.advance(1_000);
      }
      await at.store.put(artifact("log", "run_2"), bytes("other"));
      expect((await at.store.list({ runId: "run_1" })).map(({ version }) => version)).toEqual([3, 2, 1]);
      const text = async (version?: number): Promise<string> =>
        Buffer.from(
          (await at.store.get("log", { runId: "run_1", ...(version === undefined ? {} : { version }) }))!.content,
        ).toString();
      expect(await text()).toBe("three");
      expect(await text(1)).toBe("one");
      expect(await at.store.get("log", { runId: "run_1", version: 9 })).toBeUndefined();
    });

    test("finds the newest of any run when none is named, and lists by workflow and name", async () => {
      await using at = await open();
      await at.store.put(artifact("report", "run_1"), bytes("old"));
      at.advance(5_000);
      await at.store.put({ ...artifact("report", "run_2"), workflow: "other" }, bytes("new"));
      expect(Buffer.from((await at.store.get("report", {}))!.content).toString()).toBe("new");
      expect((await at.store.list({ workflow: "other" })).map(({ runId }) => runId)).toEqual(["run_2"]);
      expect(await at.store.list({ name: "absent" })).toEqual([]);
      expect(await at.store.get("absent", {})).toBeUndefined();
    });

    test("refuses content that is not what was stored", async () => {
      await using at = await open();
      const { digest } = await at.store.put(artifact("binary"), bytes("trusted"));
      await at.replace(digest, bytes("poisoned"));
      await expect(at.store.get("binary", { runId: "run_1" })).rejects.toMatchObject({ code: "artifact.corrupt" });
    });

    test("refuses an artifact that was replaced under its name, when the reader knows the digest", async () => {
      await using at = await open();
      const first = await at.store.put(artifact("plan"), bytes("the plan"));
      at.advance(1_000);
      await at.store.put(artifact("plan"), bytes("another plan"));
      await expect(at.store.get("plan", { runId: "run_1", digest: first.digest })).rejects.toMatchObject({
        code: "artifact.corrupt",
      });
      const exact = await at.store.get("plan", { runId: "run_1", version: first.version, digest: first.digest });
      expect(Buffer.from(exact!.content).toString()).toBe("the plan");
    });

    test.each([
      "../x",
      "con",
      "CON.txt",
      "a:b",
      "a/b",
      "",
      ".hidden",
      "-rf",
      "a b",
      "a\nb",
      "a\u0000b",
      "x".repeat(101),
      "pawl-run_1-a",
      "a..b",
    ])("refuses the name %j", async (bad) => {
      await using at = await open();
      await expect(at.store.put(artifact(bad), bytes("x"))).rejects.toMatchObject({ code: "artifact.name" });
    });

    test("forgets what is past its time, and clears it when asked to", async () => {
      await using at = await open();
      const soon = (await at.store.put(artifact("probe"), bytes("x"))).createdAt + 60_000;
      await at.store.put({ ...artifact("short"), expiresAt: soon }, bytes("same content"));
      await at.store.put(artifact("long"), bytes("same content"));
      expect(await at.store.get("short", {})).toBeDefined();
      at.advance(120_000);
      expect(await at.store.get("short", {})).toBeUndefined();
      expect(await at.store.remove({ expiredBefore: soon + 60_000 })).toBe(1);
      expect(Buffer.from((await at.store.get("long", {}))!.content).toString()).toBe("same content");
      expect((await at.store.list({})).map(({ name }) => name).toSorted()).toEqual(["long", "probe"]);
    });

    test("removes by run and name", async () => {
      await using at = await open();
      for (const [name, run] of [
        ["a", "run_1"],
        ["b", "run_1"],
        ["a", "run_2"],
      ] as const)
        await at.store.put(artifact(name, run), bytes(name + run));
      expect(await at.store.remove({ runId: "run_1", name: "a" })).toBe(1);
      expect((await at.store.list({})).map(({ name, runId }) => `${runId}/${name}`).toSorted()).toEqual([
        "run_1/b",
        "run_2/a",
      ]);
    });

    test("keeps empty and binary content", async () => {
      await using at = await open();
      const binary = new Uint8Array(Array.from({ length: 256 }, (_, i) => i));
      await at.store.put(artifact("empty"), new Uint8Array());
      await at.store.put(artifact("binary"), binary);
      expect((await at.store.get("empty", {}))!.content.byteLength).toBe(0);
      expect(Buffer.from((await at.store.get("binary", {}))!.content)).toEqual(Buffer.from(binary));
    });
  });
}

export function artifact(name: string, runId = "run_1") {
  return { name, mediaType: "text/plain", runId, step: "test", workflow: "w", tags: [] as readonly string[] };
}

export function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}
