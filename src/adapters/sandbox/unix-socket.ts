import { closeSync, openSync } from "node:fs";
import type { Server } from "node:net";
import path from "node:path";

/** Listens on a Unix socket however long its path is: the kernel takes 107 bytes of a name, so it is named from its directory (unix(7)). */
export async function listenAt(server: Server, socket: string): Promise<void> {
  const directory = openSync(path.dirname(socket), "r");
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(`/proc/self/fd/${directory}/${path.basename(socket)}`, resolve);
    });
  } finally {
    closeSync(directory);
  }
}
