/**
 * The usual disguises of a secret: what a program prints when it means well (JSON, URL, base64) and what a curious one tries first
 * (reversed, hexadecimal, its characters one per line). Each is a text that is looked for as it stands.
 */
export function encodingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, "utf8");
  const forms = new Set<string>([secret]);
  const add = (form: string): void => {
    if (form.length >= 6) forms.add(form);
  };
  const url = encodeURIComponent(secret);
  add(url);
  add(encodeURIComponent(url));
  add([...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
  add(JSON.stringify(secret).slice(1, -1));
  add(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1));
  add(Array.from(secret, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
  add([...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""));
  add(bytes.toString("hex"));
  add(bytes.toString("hex").toUpperCase());
  add(Array.from(secret).toReversed().join(""));
  add(bytes.toString("utf16le"));
  add(escapeHtml(secret));
  for (const form of base64Forms(bytes)) add(form);
  for (const form of base64Forms(Buffer.from(bytes.toString("base64")))) add(form);
  return [...forms];
}

/** Base64 of the bytes wherever they start within a longer text: three alignments, without the characters that depend on neighbours. */
export function base64Forms(bytes: Buffer): readonly string[] {
  const forms: string[] = [];
  for (let offset = 0; offset < 3; offset++) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const start = offset === 0 ? 0 : offset + 1;
    const uncertainEnd = (offset + bytes.length) % 3 === 0 ? 0 : 1;
    const stable = encoded.slice(start, encoded.length - uncertainEnd);
    forms.push(stable, stable.replaceAll("+", "-").replaceAll("/", "_"));
  }
  return forms;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
