import { createAppAuth } from "@octokit/auth-app";
import { request } from "@octokit/request";
import { createRepositoryHost } from "../../adapters/repository-host/octokit.ts";
import { pages } from "../../adapters/repository-host/calls.ts";
import { type Send, type TokenSource, createSend } from "../../adapters/repository-host/request.ts";
import type { SelfIdentity } from "../../github/authority.ts";
import type { Log } from "../../ports/log.ts";
import type { RepositoryHost } from "../../ports/repository-host.ts";

export interface InstallationsOptions {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly apiUrl: string;
  readonly log: Log;
}

/** The App as GitHub knows it, and its repositories through their installations' tokens. */
export interface Installations {
  /** The repository with a token of its installation; GitHub is asked which one that is when the event didn't say. */
  host(
    owner: string,
    repo: string,
    installation?: number,
  ): Promise<{ readonly host: RepositoryHost; readonly installation: number }>;
  self(): Promise<SelfIdentity>;
  /** Every repository the App may work in now. */
  repositories(): Promise<readonly { readonly owner: string; readonly repo: string; readonly installation: number }[]>;
  /** Requests as the App itself (JWT): deliveries, installations. */
  readonly send: Send;
}

export function createInstallations(options: InstallationsOptions): Installations {
  const { apiUrl, log } = options;
  const client = request.defaults({ baseUrl: apiUrl.replace(/\/+$/, "") });
  const auth = createAppAuth({ appId: options.appId, privateKey: options.privateKey, request: client });
  const send = createSend({ token: async () => (await auth({ type: "app" })).token, apiUrl, log });
  const hosts = new Map<string, { readonly host: RepositoryHost; readonly installation: number }>();
  let self: Promise<SelfIdentity> | undefined;

  const identify = async (): Promise<SelfIdentity> => {
    const app = await send<{ slug?: string }>("GET /app");
    return { appId: options.appId, ...(app.slug === undefined ? {} : { login: `${app.slug}[bot]` }) };
  };

  const tokenOf =
    (installationId: number): TokenSource =>
    async ({ fresh }) =>
      (await auth({ type: "installation", installationId, refresh: fresh })).token;

  return {
    send,
    async repositories() {
      const installed = await pages<{ id: number; suspended_at?: string | null }>(send, "GET /app/installations", {});
      const found: { owner: string; repo: string; installation: number }[] = [];
      for (const { id, suspended_at: suspended } of installed) {
        if (suspended !== undefined && suspended !== null) continue;
        const own = createSend({ token: tokenOf(id), apiUrl, log });
        const list: Send = async <T>(route: string, parameters?: Readonly<Record<string, unknown>>) =>
          (await own<{ repositories: T }>(route, parameters)).repositories;
        const reached = await pages<{ name: string; owner: { login: string } }>(
          list,
          "GET /installation/repositories",
          {},
        );
        found.push(...reached.map(({ name, owner }) => ({ owner: owner.login, repo: name, installation: id })));
      }
      return found;
    },
    async host(owner, repo, installation) {
      const key = `${owner}/${repo}`.toLowerCase();
      const known = hosts.get(key);
      if (known !== undefined && (installation === undefined || known.installation === installation)) return known;
      const id =
        installation ?? (await send<{ id: number }>("GET /repos/{owner}/{repo}/installation", { owner, repo })).id;
      const host = createRepositoryHost({
        owner,
        repo,
        apiUrl,
        log,
        token: tokenOf(id),
      });
      const made = { host, installation: id };
      hosts.set(key, made);
      return made;
    },
    self() {
      self ??= identify().catch((error: unknown) => {
        self = undefined;
        throw error;
      });
      return self;
    },
  };
}
