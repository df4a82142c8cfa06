import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";

/** Fresh directories below `root`, for steps; only this user may look into them. */
export function temporaryDirectories(
  root: string,
): (name: string) => Promise<{ readonly path: string; remove(): Promise<void> }> {
  return async (name) => {
    await mkdir(root, { recursive: true, mode: 0o700 });
    const made = await mkdtemp(path.join(root, `${name.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60)}-`));
    return { path: made, remove: () => rm(made, { recursive: true, force: true }) };
  };
}
