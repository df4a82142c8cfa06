/** What a run's effects may do outside the workspace; everything not listed is refused. */
export interface Permissions {
  readonly contents?: "none" | "read" | "write";
  readonly issues?: "none" | "read" | "write";
  readonly pullRequests?: "none" | "read" | "write";
  readonly checks?: "none" | "read" | "write";
  /** Globs of protected paths this workflow may change all the same. */
  readonly protectedPaths?: readonly string[];
}
