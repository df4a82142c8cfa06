import type { Finding } from "../../kernel/diagnostics.ts";
import { renderFindings } from "../../language/render.ts";
import type { StepTypes } from "../../language/step-type.ts";
import { type ValidationResult, validateWorkflow } from "../../language/validate/validate.ts";
import type { Catalogue } from "../../github/action-run.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import type { WorkflowFiles } from "../../ports/workflow-files.ts";
import { NO_OWN_TYPES } from "../../wiring/workflows.ts";

const FOLDER = ".github/pawl";

/** The workflows of a repository as they are at one commit, then those of the library (L10). Nothing of the repository is executed here. */
export interface RepositoryCatalogue extends Catalogue {
  /** What is wrong with one file of the repository; nothing when it isn't there. */
  findings(file: string): Promise<readonly Finding[]>;
}

export function repositoryCatalogue(
  host: Pick<RepositoryHost, "file" | "directory">,
  commit: string,
  library: WorkflowFiles,
  stepTypes: StepTypes,
): RepositoryCatalogue {
  const read = async (name: string): Promise<{ text: string; file: string } | undefined> => {
    for (const extension of ["yml", "yaml"]) {
      const file = `${FOLDER}/${name}.${extension}`;
      const found = await host.file(file, commit);
      if (found !== undefined) return { text: found.text, file };
    }
    return library.load(name);
  };
  const names = async (): Promise<readonly string[]> => {
    const own = (await host.directory(FOLDER, commit)).flatMap((file) => {
      const name = /^([a-z][a-z0-9_-]*)\.ya?ml$/.exec(file)?.[1];
      return name === undefined ? [] : [name];
    });
    return [...new Set([...own, ...(await library.names())])].toSorted();
  };
  const validate = (text: string, file: string): Promise<ValidationResult> =>
    validateWorkflow(text, {
      file,
      stepTypes,
      unknownType: NO_OWN_TYPES,
      load: async (reference, from) =>
        /^[a-z][a-z0-9_-]*$/.test(reference)
          ? read(reference)
          : ((await readPath(host, reference, commit)) ?? library.load(reference, from)),
      names,
    });
  return {
    names,
    async load(name) {
      const found = await read(name);
      if (found === undefined) return undefined;
      const result = await validate(found.text, found.file);
      if (result.workflow !== undefined && result.ok) return result.workflow;
      return { invalid: renderFindings(result.findings, new Map([[found.file, found.text]])) };
    },
    async findings(file) {
      const found = await host.file(file, commit);
      return found === undefined ? [] : (await validate(found.text, file)).findings;
    },
  };
}

async function readPath(
  host: Pick<RepositoryHost, "file">,
  reference: string,
  commit: string,
): Promise<{ text: string; file: string } | undefined> {
  const path = reference.replace(/^\.\//, "");
  if (!/^[A-Za-z0-9._/-]+\.ya?ml$/.test(path) || path.split("/").includes("..")) return undefined;
  const found = await host.file(path, commit);
  return found === undefined ? undefined : { text: found.text, file: path };
}
