import type { ErrorObject } from "ajv";

/** One of ajv's validation functions: `errors` is set by each call. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}
