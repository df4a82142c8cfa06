import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface OidcIssuer {
  /** The issuer, whose keys are at `/.well-known/jwks`. */
  readonly url: string;
  /** What a job gets in `ACTIONS_ID_TOKEN_REQUEST_URL` and `…_TOKEN`; the claims are those of its tokens. */
  readonly grant: (claims: Readonly<Record<string, string>>) => { readonly url: string; readonly token: string };
  /** A token with these claims, for tests that forge one: another audience, another repository. */
  readonly sign: (claims: Readonly<Record<string, string>>, audience: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * GitHub's OpenID Connect issuer for jobs: a job asks the request URL with its request token and gets a signed JWT for one audience.
 *
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export async function startOidcIssuer(): Promise<OidcIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const key = { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: "RS256", use: "sig" };
  const grants = new Map<string, Readonly<Record<string, string>>>();
  let url = "";
  const sign: OidcIssuer["sign"] = (claims, audience) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: "RS256", kid: key.kid, typ: "JWT" })
      .setIssuer(url)
      .setAudience(audience)
      .setSubject(claims["sub"] ?? "")
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);

  const server = createServer((incoming, outgoing) => {
    const asked = new URL(incoming.url ?? "/", url);
    const send = (status: number, body: unknown): void => {
      outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (asked.pathname === "/.well-known/openid-configuration") {
      send(200, { issuer: url, jwks_uri: `${url}/.well-known/jwks`, id_token_signing_alg_values_supported: ["RS256"] });
      return;
    }
    if (asked.pathname === "/.well-known/jwks") {
      send(200, { keys: [key] });
      return;
    }
    const claims = grants.get(incoming.headers.authorization?.replace(/^bearer /i, "") ?? "");
    if (asked.pathname !== "/token" || claims === undefined) {
      send(claims === undefined ? 401 : 404, { message: "no token for this request" });
      return;
    }
    const audience = asked.searchParams.get("audience") ?? `https://github.com/${claims["repository_owner"]}`;
    sign(claims, audience).then(
      (value) => send(200, { value }),
      (thrown: unknown) => send(500, { message: String(thrown) }),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    grant: (claims) => {
      const token = randomUUID();
      grants.set(token, claims);
      // Clients append `&audience=…`, so that a query has to be there: https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
      return { url: `${url}/token?api-version=2.0`, token };
    },
    sign,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
