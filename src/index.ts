/** Pawl as a library: `run` awaits a workflow, `start` gives a handle, and its `events()` stream what happens. */
export { openPawl, type Pawl, type PawlOptions, type RunOptions } from "./wiring/library.ts";

export type { Engine, Middleware, RunHandle, RunUpdate } from "./engine/engine.ts";
export type { JournalEvent } from "./engine/events.ts";
export type { RunStatus, RunView, StepStatus, StepView } from "./engine/view.ts";
export type { StepContext, StepImplementation, StepOutcome } from "./engine/step.ts";
export { defineStep } from "./steps/define.ts";

export { workflow } from "./language/builder/builder.ts";
export { builderCode } from "./language/builder/code.ts";
export type { Workflow } from "./language/model.ts";
export type { Finding } from "./kernel/diagnostics.ts";
export { PawlError, type ErrorJson, type ErrorKind } from "./kernel/errors.ts";
export type { Json, JsonObject } from "./kernel/json.ts";
