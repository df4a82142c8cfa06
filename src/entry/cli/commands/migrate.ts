import { access, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PawlError } from "../../../kernel/errors.ts";
import { migrateWorkflow } from "../../../language/migrate.ts";
import { EXIT } from "../exit.ts";
import { hasErrors } from "../findings.ts";
import { openWorkflows } from "../open.ts";
import type { Session } from "../session.ts";

/** `pawl migrate <file>…`: an older form as today's. Shows it, or with `--write` puts it in place; workflows that shared a file get their own. */
export async function migrateCommand(
  session: Session,
  files: readonly string[],
  options: { readonly write?: boolean },
): Promise<number> {
  const { stepTypes } = await openWorkflows(session);
  const { terminal } = session;
  const results = [];
  for (const file of files) {
    const target = path.resolve(session.cwd, file);
    const migrated = migrateWorkflow(await readText(target, file), { file, stepTypes });
    results.push({ file, ...migrated });
    if (options.write === true && !hasErrors(migrated.findings)) {
      for (const { name, text } of migrated.others)
        await writeNew(path.join(path.dirname(target), `${name}.yml`), text);
      if (migrated.changed) await writeFile(target, migrated.text);
    }
    if (session.options.json === true) continue;
    for (const { line, column, message } of migrated.rewritings) terminal.note(`${file}:${line}:${column}: ${message}`);
    for (const { line, column, message } of migrated.findings) terminal.note(`${file}:${line}:${column}: ${message}`);
    if (options.write === true) terminal.out(migrated.changed ? `${file} rewritten` : `${file} needs no change`);
    else terminal.out([migrated.text, ...migrated.others.map(({ text }) => text)].join("---\n"));
  }
  if (session.options.json === true) terminal.json(results.length === 1 ? results[0] : results);
  return results.some(({ findings }) => hasErrors(findings)) ? EXIT.failed : EXIT.ok;
}

async function readText(target: string, file: string): Promise<string> {
  return readFile(target, "utf8").catch((cause: unknown) => {
    throw new PawlError({
      code: "cli.unreadable",
      kind: "invalid",
      message: `${file} can't be read.`,
      remedy: "Give the path of a workflow file.",
      cause,
    });
  });
}

async function writeNew(target: string, text: string): Promise<void> {
  const there = await access(target).then(
    () => true,
    () => false,
  );
  if (there) {
    throw new PawlError({
      code: "migrate.exists",
      kind: "invalid",
      message: `${target} is there already, and a workflow of that name came out of the file.`,
      remedy: "Move one of them away and migrate again; nothing of this file was written.",
    });
  }
  await writeFile(target, text);
}
