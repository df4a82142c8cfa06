import { createMemoryRunStore } from "../../../src/adapters/run-store/memory.ts";
import { runStoreContract } from "../../contracts/run-store.ts";

runStoreContract("memory", async (clock) => ({ store: createMemoryRunStore(clock) }));
