/**
 * What a program needs to find its tools and speak the user's language, and nothing that could hold a secret (S2). Everything else a step
 * wants it declares in `env`.
 */
const NEUTRAL = [
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "SHELL",
  "LANG",
  "LANGUAGE",
  "LC_ALL",
  "LC_CTYPE",
  "TZ",
  "CI",
  "RUNNER_OS",
  "RUNNER_ARCH",
  "JAVA_HOME",
  "GOROOT",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "NODE_EXTRA_CA_CERTS",
  // Windows does not start programs without these.
  "SystemRoot",
  "ComSpec",
  "PATHEXT",
  "TEMP",
  "TMP",
  "USERPROFILE",
  "APPDATA",
  "LOCALAPPDATA",
  "ProgramFiles",
] as const;

/** The neutral part of an environment. */
export function baseEnvironment(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of NEUTRAL) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  kept["PATH"] ??= "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  return kept;
}
