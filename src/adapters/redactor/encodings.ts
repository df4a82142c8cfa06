/**
 * The usual disguises of a secret: what a program prints when it means well (JSON, URL, base64) and what a curious one tries first
 * (reversed, in other letters, as numbers, its characters one per line). Each is a text that is looked for as it stands.
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
  // As numbers, whatever stands between them: only letters and digits are compared.
  for (const [prefix, base, width] of [
    ["", 10, 0],
    ["", 8, 0],
    ["", 8, 3],
    ["0x", 16, 2],
  ] as const)
    // prettier-ignore
    add(Array.from(bytes, (byte) => prefix + byte.toString(base).padStart(width, "0")).join(" "));
  for (const form of caseForms(secret)) add(form);
  for (const form of base32Forms(bytes)) add(form);
  for (const form of base64Forms(bytes)) add(Array.from(form).toReversed().join(""));
  for (const form of base64Forms(bytes)) add(form);
  for (const form of base64Forms(Buffer.from(bytes.toString("base64")))) add(form);
  return [...forms];
}

/** In other letters: a secret without a digit is left out, because in lower case it may be an ordinary word. */
function caseForms(secret: string): readonly string[] {
  if (!/\d/.test(secret)) return [];
  const swapped = secret.replaceAll(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()));
  const turned = secret.replaceAll(/[a-z]/gi, (c) =>
    String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < "n" ? 13 : -13)),
  );
  return [secret.toUpperCase(), secret.toLowerCase(), swapped, turned];
}

/** Base32 (RFC 4648, section 6) of the bytes wherever they start within a longer text: five alignments. */
function base32Forms(bytes: Buffer): readonly string[] {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return Array.from({ length: 5 }, (_, offset) => {
    const bits = "0".repeat(offset * 8) + Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
    const first = Math.ceil((offset * 8) / 5);
    const groups = bits.match(/.{5}/g) ?? [];
    return groups
      .slice(first)
      .map((group) => alphabet[Number.parseInt(group, 2)])
      .join("");
  });
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
