type Environment = Readonly<Record<string, string | undefined>>;

/** The runner's own machinery and the model's key: neither `env` nor `secrets` ever shows them to a workflow. */
const MACHINERY = /^(INPUT_|STATE_|ACTIONS_|ANTHROPIC_|npm_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$)/;

/** Names that people give to credentials. */
const CREDENTIAL =
  /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|AUTH|COOKIE|_KEY$|_PAT$|DSN$/i;

/**
 * The variables of this process that a workflow may see as `env` (S2, S3): all but those that carry credentials or belong to the runner's
 * own machinery. Credentials are reached by name through the `secrets` context instead, where the redactor knows them.
 */
export function visibleEnvironment(env: Environment): Record<string, string> {
  return pick(env, (name) => !MACHINERY.test(name) && !CREDENTIAL.test(name));
}

/** Names of the variables that the `secrets` context may give out. */
export function secretNames(env: Environment): string[] {
  return Object.keys(pick(env, (name) => !MACHINERY.test(name) && CREDENTIAL.test(name)));
}

/** Values that must never be shown, whether or not a workflow may ask for them. */
export function secretValues(env: Environment): string[] {
  const machinery =
    /^(ANTHROPIC_API_KEY|ANTHROPIC_AUTH_TOKEN|INPUT_GITHUB_TOKEN|INPUT_ANTHROPIC_API_KEY|ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN)$/;
  return Object.values(pick(env, (name) => machinery.test(name) || (!MACHINERY.test(name) && CREDENTIAL.test(name))));
}

function pick(env: Environment, wanted: (name: string) => boolean): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value !== "" && wanted(name)) found[name] = value;
  }
  return found;
}
