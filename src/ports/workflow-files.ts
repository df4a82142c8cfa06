/** Where workflow files come from (L10): the repository's `.github/pawl/`, then the library. */
export interface WorkflowFiles {
  /** The text of a workflow by name or path; undefined when there is none. `from` is the file that refers to it. */
  load(reference: string, from?: string): Promise<{ readonly text: string; readonly file: string } | undefined>;
  /** The text of a template beside a workflow (`prompts/fix.md.j2`). */
  loadTemplate(path: string, from: string): Promise<string | undefined>;
  /** Names that can be loaded, for hints. */
  names(): Promise<readonly string[]>;
}
