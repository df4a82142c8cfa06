import { context } from "@actions/github";

/** The event that started the job, as `@actions/github` reads it from the runner. */
export function jobEvent(): { readonly name: string; readonly payload: unknown } {
  return { name: context.eventName, payload: context.payload };
}
