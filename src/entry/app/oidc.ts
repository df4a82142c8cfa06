import { createRemoteJWKSet, jwtVerify } from "jose";

/** Who sends a run's progress: a job of this repository's own workflow, as GitHub attests. */
export interface RunnerIdentity {
  readonly repository: string;
  readonly workflowRun: number;
  readonly attempt: number;
  /** `owner/repo/.github/workflows/file@ref`. */
  readonly workflowRef: string;
  readonly event: string;
}

export type VerifyRunner = (token: string) => Promise<RunnerIdentity | undefined>;

/**
 * Verifies GitHub's OIDC tokens (docs.github.com/actions/concepts/security/openid-connect): signature by the issuer's published keys, issuer,
 * audience and time. Undefined for anything else; a minute of clock skew is allowed.
 */
export function createRunnerVerifier(options: {
  readonly issuer: string;
  readonly audience: () => string;
}): VerifyRunner {
  const keys = createRemoteJWKSet(new URL(`${options.issuer.replace(/\/+$/, "")}/.well-known/jwks`), {
    timeoutDuration: 5_000,
    cooldownDuration: 5_000,
  });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: options.issuer,
        audience: options.audience(),
        clockTolerance: 60,
        algorithms: ["RS256", "ES256"],
        requiredClaims: ["exp", "iat", "repository", "run_id"],
      });
      const { repository, run_id: run, run_attempt: attempt, workflow_ref: ref, event_name: event } = payload;
      const workflowRun = Number(run);
      if (typeof repository !== "string" || !Number.isSafeInteger(workflowRun) || workflowRun <= 0) return undefined;
      return {
        repository,
        workflowRun,
        attempt: Number(attempt ?? 1),
        workflowRef: typeof ref === "string" ? ref : "",
        event: typeof event === "string" ? event : "",
      };
    } catch {
      return undefined;
    }
  };
}
