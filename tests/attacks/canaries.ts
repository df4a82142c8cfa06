/** Secrets of the tests, joined at run time so that no scanner takes this file for a leak. They look like what they stand for. */
export const CANARIES = {
  "model key": ["sk-", "ant-", "api03-", "Zq7".repeat(26), "AA"].join(""),
  "job token": ["gh", "s_", "b3F5h7J9k1L3m5N7p9Q1r3S5t7U9v1W3x5Y7"].join(""),
  "foreign token": ["gh", "p_", "aC4eG6iK8mO0qS2uW4yA6cE8gI0kM2oQ4sU6"].join(""),
} as const;

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString("base64"),
  hex: (text) => Buffer.from(text).toString("hex"),
  url: (text) => Array.from(text, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`).join(""),
  reversed: (text) => Array.from(text).toReversed().join(""),
  dashed: (text) => Array.from(text).join("-"),
  utf16: (text) => Buffer.from(text, "utf16le").toString("latin1"),
};

/** Puts the canaries into a payload: `{{model key}}`, `{{job token|base64}}`. */
export function withCanaries(text: string): string {
  return text.replaceAll(/\{\{([a-z ]+?)(?:\|(\w+))?\}\}/g, (whole, name: string, encoding: string | undefined) => {
    const value = (CANARIES as Readonly<Record<string, string>>)[name];
    if (value === undefined) return whole;
    if (encoding === undefined) return value;
    const encode = ENCODINGS[encoding];
    if (encode === undefined) throw new Error(`no encoding called ${encoding}`);
    return encode(value);
  });
}

/** Whether a text holds a canary, or a part of it that is long enough to be of use, in any of the encodings. */
export function leaked(text: string): readonly string[] {
  return Object.entries(CANARIES).flatMap(([name, value]) => {
    const forms = [value, ...Object.values(ENCODINGS).map((encode) => encode(value))];
    return forms.some((form) => text.includes(form) || text.includes(form.slice(8, 40))) ? [name] : [];
  });
}
