import { PawlError } from "../../../kernel/errors.ts";
import { EXIT } from "../exit.ts";
import { openEngine } from "../open.ts";
import type { Session } from "../session.ts";
import { writeOut } from "../write-out.ts";
import { bytesText } from "./cache.ts";

export interface ArtifactFilter {
  readonly run?: string;
  readonly workflow?: string;
  readonly name?: string;
}

/** `pawl artifacts list`. */
export async function artifactsListCommand(session: Session, filter: ArtifactFilter): Promise<number> {
  await using local = await openEngine(session);
  const records = await local.artifacts.list({
    ...(filter.run === undefined ? {} : { runId: filter.run }),
    ...(filter.workflow === undefined ? {} : { workflow: filter.workflow }),
    ...(filter.name === undefined ? {} : { name: filter.name }),
  });
  if (session.options.json === true) {
    session.terminal.json(
      records.map((record) => ({
        name: record.name,
        version: record.version,
        digest: record.digest,
        bytes: record.bytes,
        media_type: record.mediaType,
        run_id: record.runId,
        workflow: record.workflow,
        step: record.step,
        tags: record.tags,
        created_at: new Date(record.createdAt).toISOString(),
        ...(record.expiresAt === undefined ? {} : { expires_at: new Date(record.expiresAt).toISOString() }),
        ...(record.tree === undefined ? {} : { tree: record.tree }),
      })),
    );
  } else if (records.length === 0) session.terminal.out("There are no artifacts.");
  else {
    for (const { name, version, bytes, mediaType, runId, step } of records) {
      session.terminal.out(`${name} v${version}  ${bytesText(bytes)}  ${mediaType}  ${runId} ${step}`);
    }
  }
  return EXIT.ok;
}

/** `pawl artifacts get <name>`: writes an artifact's content, verified by its digest, to a file or to standard output. */
export async function artifactsGetCommand(
  session: Session,
  name: string,
  options: { readonly run?: string; readonly version?: string; readonly out?: string },
): Promise<number> {
  await using local = await openEngine(session);
  const found = await local.artifacts.get(name, {
    ...(options.run === undefined ? {} : { runId: options.run }),
    ...(options.version === undefined ? {} : { version: Number(options.version) }),
  });
  if (found === undefined) {
    throw new PawlError({
      code: "artifact.unknown",
      kind: "invalid",
      message: `There is no artifact "${name}"${options.version === undefined ? "" : ` of version ${options.version}`}${options.run === undefined ? "" : ` of the run ${options.run}`}.`,
      remedy: "pawl artifacts list shows what there is.",
    });
  }
  if (options.out === undefined) process.stdout.write(found.content);
  else {
    const target = await writeOut(session, options.out, found.content);
    session.terminal.note(`${target}: ${bytesText(found.record.bytes)}, sha256 ${found.record.digest}`);
  }
  return EXIT.ok;
}
