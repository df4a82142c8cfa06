import { spawn } from "node:child_process";
import { mkdir, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

/** Calls the REST API behind the remote; the body is parsed JSON or null. */
export type Api = (
  method: string,
  path: string,
  body: unknown,
  token: string | undefined,
) => Promise<{ readonly status: number; readonly data: unknown }>;

interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly path: string;
}
interface Identity {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

const GIT_ENVIRONMENT = {
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  HOME: "/nonexistent",
};

/** Runs git and gives its standard output; never synchronously, since this process also serves the remote. */
export async function git(cwd: string, args: readonly string[], input?: string | Buffer): Promise<Buffer> {
  const child = spawn("git", ["-C", cwd, ...args], { env: GIT_ENVIRONMENT, stdio: ["pipe", "pipe", "pipe"] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`git ${args.join(" ")} exited ${code}: ${Buffer.concat(err).toString()}`);
  return Buffer.concat(out);
}

/**
 * Real git over smart HTTP in front of a REST store of git objects: `git http-backend` on a bare repository, with objects and refs mirrored
 * both ways. emulate computes real object ids, so the same commit has the same SHA on either side; a difference is an error.
 */
export function createGitRemote(options: { readonly root: string; readonly api: Api; readonly adminToken: string }): {
  readonly serve: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
  readonly seed: (fullName: string, folder: string, message: string, author: Identity) => Promise<void>;
} {
  const turns = new Map<string, Promise<unknown>>();
  // One operation at a time per repository: a mirror in the middle of another would compare refs that move.
  const inTurn = async <T>(fullName: string, work: () => Promise<T>): Promise<T> => {
    const before = turns.get(fullName) ?? Promise.resolve();
    const mine = before.then(work, work);
    turns.set(
      fullName,
      mine.catch(() => undefined),
    );
    return mine;
  };

  const bare = async (fullName: string): Promise<string> => {
    const folder = path.join(options.root, `${fullName}.git`);
    if ((await stat(folder).catch(() => undefined)) === undefined) {
      await mkdir(folder, { recursive: true });
      await git(folder, ["init", "-q", "--bare", "-b", "main"]);
      await git(folder, ["config", "http.receivepack", "true"]);
    }
    return folder;
  };

  const call = async <T>(method: string, at: string, body: unknown, token: string): Promise<T> => {
    const answer = await options.api(method, at, body, token);
    if (answer.status >= 400)
      throw new Error(`${method} ${at} answered ${answer.status}: ${JSON.stringify(answer.data)}`);
    return answer.data as T;
  };

  const mirrorIn = async (fullName: string): Promise<void> => {
    const folder = await bare(fullName);
    const base = `/repos/${fullName}/git`;
    const held = (sha: string): Promise<boolean> =>
      git(folder, ["cat-file", "-e", sha]).then(
        () => true,
        () => false,
      );
    const same = (wanted: string, got: Buffer): void => {
      if (got.toString().trim() !== wanted) throw new Error(`object ${wanted} became ${got.toString().trim()}`);
    };
    const takeTree = async (sha: string): Promise<void> => {
      if (await held(sha)) return;
      const { tree } = await call<{ tree: TreeEntry[] }>("GET", `${base}/trees/${sha}`, undefined, options.adminToken);
      for (const entry of tree) {
        if (entry.type === "tree") await takeTree(entry.sha);
        else if (!(await held(entry.sha))) {
          const blob = await call<{ content: string }>(
            "GET",
            `${base}/blobs/${entry.sha}`,
            undefined,
            options.adminToken,
          );
          same(entry.sha, await git(folder, ["hash-object", "-w", "--stdin"], Buffer.from(blob.content, "base64")));
        }
      }
      same(sha, await git(folder, ["mktree"], tree.map((e) => `${e.mode} ${e.type} ${e.sha}\t${e.path}\n`).join("")));
    };
    const takeCommit = async (sha: string): Promise<void> => {
      if (await held(sha)) return;
      const commit = await call<{
        tree: { sha: string };
        parents: { sha: string }[];
        author: Identity;
        committer: Identity;
        message: string;
      }>("GET", `${base}/commits/${sha}`, undefined, options.adminToken);
      for (const parent of commit.parents) await takeCommit(parent.sha);
      await takeTree(commit.tree.sha);
      const parents = commit.parents.map((parent) => `parent ${parent.sha}\n`).join("");
      const message = commit.message.endsWith("\n") ? commit.message : `${commit.message}\n`;
      const raw = `tree ${commit.tree.sha}\n${parents}author ${ident(commit.author)}\ncommitter ${ident(commit.committer)}\n\n${message}`;
      same(sha, await git(folder, ["hash-object", "-t", "commit", "-w", "--stdin"], raw));
    };
    const branches = await call<{ name: string; commit: { sha: string } }[]>(
      "GET",
      `/repos/${fullName}/branches?per_page=100`,
      undefined,
      options.adminToken,
    );
    const wanted = new Map(branches.map((branch) => [`refs/heads/${branch.name}`, branch.commit.sha]));
    const present = await refs(folder);
    for (const [ref, sha] of wanted) {
      if (present.get(ref) === sha) continue;
      await takeCommit(sha);
      await git(folder, ["update-ref", ref, sha]);
    }
    for (const ref of present.keys()) if (!wanted.has(ref)) await git(folder, ["update-ref", "-d", ref]);
  };

  const mirrorOut = async (fullName: string, token: string, before: ReadonlyMap<string, string>): Promise<void> => {
    const folder = await bare(fullName);
    const base = `/repos/${fullName}/git`;
    const after = await refs(folder);
    const sent = new Set<string>();
    const agree = (kind: string, wanted: string, got: { sha: string }): void => {
      if (got.sha !== wanted) throw new Error(`${kind} ${wanted} became ${got.sha} in the store`);
    };
    const entries = async (args: readonly string[]): Promise<TreeEntry[]> =>
      split(await git(folder, ["ls-tree", "-z", ...args])).map((line) => {
        const [, mode = "", type = "", sha = "", at = ""] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
        return { mode, type, sha, path: at };
      });
    const giveCommit = async (commit: string): Promise<void> => {
      const all = await entries(["-r", "-t", commit]);
      for (const { type, sha } of all) {
        if (type !== "blob" || sent.has(sha)) continue;
        const content = (await git(folder, ["cat-file", "blob", sha])).toString("base64");
        agree("blob", sha, await call("POST", `${base}/blobs`, { content, encoding: "base64" }, token));
        sent.add(sha);
      }
      // Children come after their parents in the listing, and a tree can only be stored after its children.
      const trees = all.filter((entry) => entry.type === "tree").map((entry) => entry.sha);
      const root = (await git(folder, ["rev-parse", `${commit}^{tree}`])).toString().trim();
      for (const tree of [root, ...trees].toReversed()) {
        if (sent.has(tree)) continue;
        agree("tree", tree, await call("POST", `${base}/trees`, { tree: await entries([tree]) }, token));
        sent.add(tree);
      }
      const format = "--format=%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B";
      const [tree, parents = "", an, ae, aI, cn, ce, cI, message = ""] = (
        await git(folder, ["show", "-s", format, commit])
      )
        .toString()
        .split("\0");
      const body = {
        tree,
        parents: parents.split(" ").filter(Boolean),
        author: { name: an, email: ae, date: aI },
        committer: { name: cn, email: ce, date: cI },
        message: message.replace(/\n+$/, ""),
      };
      agree("commit", commit, await call("POST", `${base}/commits`, body, token));
    };
    for (const [ref, sha] of after) {
      if (before.get(ref) === sha) continue;
      const known = [...before.values()].map((old) => `^${old}`);
      const fresh = (await git(folder, ["rev-list", "--reverse", "--topo-order", sha, ...known])).toString();
      for (const commit of fresh.split("\n").filter(Boolean)) await giveCommit(commit);
      if (before.has(ref)) await call("PATCH", `${base}/${ref}`, { sha, force: true }, token);
      else await call("POST", `${base}/refs`, { ref, sha }, token);
    }
    for (const ref of before.keys()) if (!after.has(ref)) await call("DELETE", `${base}/${ref}`, undefined, token);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
    const asked = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(url.pathname);
    if (asked === null) return false;
    const [, fullName = "", operation = ""] = asked;
    const service = operation === "info/refs" ? url.searchParams.get("service") : operation;
    const writes = service === "git-receive-pack";
    const token = basicToken(request.headers.authorization);
    const repository = await options.api("GET", `/repos/${fullName}`, undefined, token);
    if ((writes && token === undefined) || repository.status === 401) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="GitHub"' }).end();
      return true;
    }
    if (repository.status !== 200) {
      response.writeHead(404).end("Repository not found.\n");
      return true;
    }
    if (writes && !(await mayPush(options.api, fullName, token))) {
      response.writeHead(403).end(`Permission to ${fullName}.git denied.\n`);
      return true;
    }
    await inTurn(fullName, async () => {
      if (operation === "info/refs") await mirrorIn(fullName);
      const folder = await bare(fullName);
      const before = await refs(folder);
      const answer = await backend(options.root, `/${fullName}.git/${operation}`, request, url);
      if (writes && operation !== "info/refs") await mirrorOut(fullName, token ?? "", before);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    return true;
  };

  const seed = (fullName: string, folder: string, message: string, author: Identity): Promise<void> =>
    inTurn(fullName, async () => {
      const repository = await bare(fullName);
      const place = ["--git-dir", repository, "--work-tree", folder];
      await git(folder, [...place, "-c", "core.excludesFile=/dev/null", "add", "-A", "."]);
      const tree = (await git(folder, [...place, "write-tree"])).toString().trim();
      const raw = `tree ${tree}\nauthor ${ident(author)}\ncommitter ${ident(author)}\n\n${message}\n`;
      const commit = (await git(repository, ["hash-object", "-t", "commit", "-w", "--stdin"], raw)).toString().trim();
      await git(repository, ["update-ref", "refs/heads/main", commit]);
      await mirrorOut(fullName, options.adminToken, new Map());
    });

  return { serve, seed };
}

/** Asks the store itself whether this token may write, by storing the empty blob. */
async function mayPush(api: Api, fullName: string, token: string | undefined): Promise<boolean> {
  const answer = await api("POST", `/repos/${fullName}/git/blobs`, { content: "", encoding: "utf-8" }, token);
  return answer.status === 201;
}

async function refs(folder: string): Promise<Map<string, string>> {
  const listing = (await git(folder, ["for-each-ref", "--format=%(refname) %(objectname)"])).toString();
  return new Map(
    listing
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split(" ") as [string, string]),
  );
}

function split(output: Buffer): string[] {
  return output.toString().split("\0").filter(Boolean);
}

/** An author or committer as a commit object spells it: `name <email> seconds zone`. */
function ident(who: Identity): string {
  const zone = /[+-]\d\d:\d\d$/.exec(who.date)?.[0].replace(":", "") ?? "+0000";
  return `${who.name} <${who.email}> ${Math.floor(Date.parse(who.date) / 1_000)} ${zone}`;
}

/** git sends a token as the password of Basic authentication; actions/checkout does the same. */
function basicToken(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!header.toLowerCase().startsWith("basic ")) return header.replace(/^(bearer|token) /i, "");
  const pair = Buffer.from(header.slice(6), "base64").toString();
  return pair.slice(pair.indexOf(":") + 1);
}

async function backend(
  root: string,
  pathInfo: string,
  request: IncomingMessage,
  url: URL,
): Promise<{ readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }> {
  const child = spawn("git", ["http-backend"], {
    env: {
      ...GIT_ENVIRONMENT,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: pathInfo,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      ...(request.headers["content-length"] === undefined ? {} : { CONTENT_LENGTH: request.headers["content-length"] }),
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      REMOTE_USER: "git",
      REMOTE_ADDR: "127.0.0.1",
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.on("error", () => undefined);
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const output = Buffer.concat(chunks);
  const end = output.indexOf("\r\n\r\n");
  const headers: Record<string, string> = {};
  for (const line of output.subarray(0, end).toString().split("\r\n")) {
    const colon = line.indexOf(":");
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const { status = "200", ...rest } = headers;
  return { status: Number.parseInt(status, 10), headers: rest, body: output.subarray(end + 4) };
}
