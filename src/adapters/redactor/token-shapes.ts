/**
 * Things that look like a credential whoever issued it. Shapes follow the issuers' own documents: GitHub token formats
 * (docs.github.com, "About authentication to GitHub"), Anthropic API keys, AWS access key ids (IAM reference), Slack, npm, PyPI, Stripe,
 * Google API keys, PEM (RFC 7468), JSON Web Tokens (RFC 7519), Authorization headers (RFC 9110).
 *
 * Every pattern is linear in the text, whoever wrote it: repetitions are bounded, or can't begin again within what they failed on.
 */
export const TOKEN_SHAPES: readonly RegExp[] = [
  /gh[pousr]_[A-Za-z0-9._-]{20,}/g,
  /github_pat_[A-Za-z0-9_]{20,}/g,
  /sk-ant-[A-Za-z0-9_-]{16,}/g,
  /\bsk-(?:proj-)?[A-Za-z0-9_-]{32,}/g,
  /(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{16}/g,
  /xox[abeprs]-[A-Za-z0-9-]{10,}/g,
  /npm_[A-Za-z0-9]{30,}/g,
  /pypi-[A-Za-z0-9_-]{40,}/g,
  /(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/g,
  /AIza[A-Za-z0-9_-]{35}/g,
  /hvs\.[A-Za-z0-9_-]{20,}/g,
  /(?<![A-Za-z0-9_-]{4})eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
  // The body of a PEM private key, with real line ends or with the two characters `\n` of a JSON string.
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\n|\\r|[A-Za-z0-9+/=:,-]){16,6000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /(?<=authorization:\s{0,4}(?:basic|bearer|token)\s{1,4})[A-Za-z0-9._~+/=-]{8,}/gi,
  /(?<=[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)[^\s/@]{4,}(?=@)/gi,
];

/** The longest text any shape may need before it can be told for certain; a stream holds back at most this much. */
export const LONGEST_SHAPE = 4_096;
