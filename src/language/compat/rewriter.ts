import type { Origins, Path } from "../parse/source.ts";
import type { StepTypes } from "../step-type.ts";

/** One thing that was rewritten, for `pawl migrate` and for the note that validation leaves. */
export interface Rewriting {
  /** In the document as written. */
  readonly at: Path;
  readonly message: string;
}

/** What rewriting a document needs and leaves behind. */
export interface Rewriter {
  readonly origins: Origins;
  readonly stepTypes: StepTypes;
  readonly note: (at: Path, message: string) => void;
}
