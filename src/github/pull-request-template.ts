import type { RepositoryHost } from "../ports/repository-host.ts";

/** Where GitHub looks: docs.github.com, "Creating a pull request template for your repository". */
const FOLDERS = [".github", "", "docs"];
const NAME = /^pull_request_template\.(md|txt)$/i;

/**
 * The repository's own pull request template on its default branch, without its notes to authors (HTML comments); undefined where it has
 * none. Only what is merged counts, so its words are the repository's own.
 */
export async function pullRequestTemplate(host: RepositoryHost): Promise<string | undefined> {
  for (const folder of FOLDERS) {
    const name = (await host.directory(folder)).find((one) => NAME.test(one));
    if (name === undefined) continue;
    const found = await host.file(folder === "" ? name : `${folder}/${name}`);
    const text = found?.text
      .replaceAll(/<!--[\s\S]*?(-->|$)/g, "")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim();
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}
