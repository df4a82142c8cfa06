import type { LintRule } from "./rule.ts";
import { constantCondition, falsyTernary, missingTimeout, substringTrap, unreachable } from "./rules/flow.ts";
import { ignoredFailure, unusedInput, unusedVariable } from "./rules/names.ts";
import { complexity, missingCacheInputs, missingDescription, uncheckedPullRequest } from "./rules/shape.ts";
import {
  hiddenInBlock,
  modelDecides,
  secretForAgent,
  unboundedCost,
  unverifiedAgent,
  valueAsCode,
} from "./rules/trust.ts";

/** Every rule of `pawl lint`, in the order of the reference. */
export const LINT_RULES: readonly LintRule[] = [
  valueAsCode,
  hiddenInBlock,
  secretForAgent,
  modelDecides,
  unverifiedAgent,
  uncheckedPullRequest,
  unboundedCost,
  missingTimeout,
  ignoredFailure,
  constantCondition,
  unreachable,
  substringTrap,
  falsyTernary,
  unusedInput,
  unusedVariable,
  missingCacheInputs,
  missingDescription,
  complexity,
];
