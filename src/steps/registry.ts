import type { StepImplementation } from "../engine/step.ts";
import { approvalStep } from "./approval.ts";
import { assertStep } from "./assert.ts";
import { cancelStep } from "./cancel.ts";
import { claudeCodeStep } from "./claude-code.ts";
import { claudeStep } from "./claude.ts";
import { commentStep } from "./comment.ts";
import { delayStep } from "./delay.ts";
import { foreachStep } from "./foreach.ts";
import { loopStep } from "./loop.ts";
import { memoryStep } from "./memory.ts";
import { parallelStep } from "./parallel.ts";
import { pluginStep } from "./plugin.ts";
import { pullRequestStep } from "./pull-request.ts";
import { retrievalStep } from "./retrieval.ts";
import { setStep } from "./set.ts";
import { shellStep } from "./shell.ts";
import { switchStep } from "./switch.ts";
import { transformStep } from "./transform.ts";
import { validateStep } from "./validate.ts";
import { waitForEventStep } from "./wait-for-event.ts";
import { workflowStep } from "./workflow.ts";

/** In the order of spec L3, which is the order of the reference. */
const all: readonly StepImplementation[] = [
  shellStep,
  claudeStep,
  claudeCodeStep,
  assertStep,
  approvalStep,
  parallelStep,
  foreachStep,
  loopStep,
  switchStep,
  workflowStep,
  transformStep,
  validateStep,
  setStep,
  delayStep,
  waitForEventStep,
  pullRequestStep,
  commentStep,
  pluginStep,
  memoryStep,
  retrievalStep,
  cancelStep,
];

/** Every step type Pawl brings, by its name in a workflow file. One import and one line here per type. */
export const builtInSteps: ReadonlyMap<string, StepImplementation> = new Map(all.map((step) => [step.type, step]));
