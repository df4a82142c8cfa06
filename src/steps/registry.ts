import type { StepImplementation } from "../engine/step.ts";
import { assertStep } from "./assert.ts";
import { claudeStep } from "./claude.ts";
import { commentStep } from "./comment.ts";
import { pullRequestStep } from "./pull-request.ts";
import { shellStep } from "./shell.ts";

const all: readonly StepImplementation[] = [shellStep, claudeStep, assertStep, pullRequestStep, commentStep];

/** Every step type Pawl brings, by its name in a workflow file. One import and one line here per type. */
export const builtInSteps: ReadonlyMap<string, StepImplementation> = new Map(all.map((step) => [step.type, step]));
