import { renderFindings } from "../../language/render.ts";
import type { StepTypes } from "../../language/step-type.ts";
import { validateWorkflow } from "../../language/validate/validate.ts";
import type { Catalogue } from "../../github/action-run.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";
import type { WorkflowFiles } from "../../ports/workflow-files.ts";

const FOLDER = ".github/pawl";

/** The workflows of a repository as they are at one commit, then those of the library (L10). Nothing of the repository is executed here. */
export function repositoryCatalogue(
  host: Pick<RepositoryHost, "file" | "directory">,
  commit: string,
  library: WorkflowFiles,
  stepTypes: StepTypes,
): Catalogue {
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
  return {
    names,
    async load(name) {
      const found = await read(name);
      if (found === undefined) return undefined;
      const result = await validateWorkflow(found.text, {
        file: found.file,
        stepTypes,
        load: async (reference, from) =>
          /^[a-z][a-z0-9_-]*$/.test(reference)
            ? read(reference)
            : ((await readPath(host, reference, commit)) ?? library.load(reference, from)),
        names,
      });
      if (result.workflow !== undefined && result.ok) return result.workflow;
      return { invalid: renderFindings(result.findings, new Map([[found.file, found.text]])) };
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
