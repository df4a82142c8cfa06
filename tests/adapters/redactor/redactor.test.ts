import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/adapters/redactor/redactor.ts";

// Joined here, so that no scanner takes this file for a leak.
const opaque = ["gh", "s_", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("");
const generic = ["CANARY", "-7f3a9c1e5b2d4860-", "ORCH"].join("");
const odd = ["p%40ss", '"w0rd\\', "<9&x>", "+/=Zq7"].join("");
const pem = [
  ["-----BEGIN", "PRIVATE", "KEY-----"].join(" "),
  "MC4CAQAwBQYDK2VwBCIEIHk3d0sdF9sLq2nXv8cR1tYb5uWzKe7aPmQxJhGfDoTi",
  ["-----END", "PRIVATE", "KEY-----"].join(" "),
].join("\n");

const b64 = (text: string): string => Buffer.from(text).toString("base64");
const hex = (text: string): string => Buffer.from(text).toString("hex");

/** Whether eight characters in a row of the secret, or of an encoding of it, are still there. */
function leaks(text: string, secret: string): boolean {
  const squeezed = text.replaceAll(/[^A-Za-z0-9]/g, "");
  const forms = [secret, secret.split("").toReversed().join(""), b64(secret), hex(secret), hex(secret).toUpperCase()];
  return forms.some((form) => {
    const compact = form.replaceAll(/[^A-Za-z0-9]/g, "");
    for (let i = 0; i + 8 <= compact.length; i++) if (squeezed.includes(compact.slice(i, i + 8))) return true;
    return false;
  });
}

const disguises: Readonly<Record<string, (secret: string) => string>> = {
  "as it is": (s) => `token=${s}.`,
  "in base64": (s) => b64(s),
  "in base64 after one byte": (s) => b64(`x${s}y`),
  "in base64 after two bytes": (s) => b64(`xx${s}`),
  "in base64url": (s) => Buffer.from(`{"t":"${s}"}`).toString("base64url"),
  "in base64 wrapped at 76 columns": (s) => b64(`${"pad ".repeat(20)}${s}`).replaceAll(/.{76}/g, "$&\n"),
  "twice in base64": (s) => b64(b64(s)),
  "URL-encoded": (s) => encodeURIComponent(s),
  "URL-encoded twice": (s) => encodeURIComponent(encodeURIComponent(s)),
  "percent-encoded whole": (s) => `%${hex(s).match(/../g)?.join("%")}`,
  "in JSON": (s) => JSON.stringify({ s }),
  "in JSON escapes": (s) => s.replaceAll(/./gs, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "in hexadecimal": (s) => hex(s),
  "in capital hexadecimal": (s) => hex(s).toUpperCase(),
  "in a hex dump": (s) =>
    hex(s)
      .match(/.{1,4}/g)
      ?.join(" ") ?? "",
  "gzipped in base64": (s) => gzipSync(`before ${s} after`).toString("base64"),
  reversed: (s) => s.split("").toReversed().join(""),
  "with dashes between": (s) => s.split("").join("-"),
  "one character a line": (s) => s.split("").join("\n"),
  "with colours between": (s) => s.split("").join("\u001b[31m"),
  "with invisible characters between": (s) => s.split("").join("\u200b"),
  "without its first seven characters": (s) => s.slice(7),
  "without its last seven characters": (s) => s.slice(0, -7),
  "after a colour": (s) => `\u001b[31m${s}\u001b[0m`,
  "after an escaped line end": (s) => `\\n${s}`,
  "in UTF-16": (s) => Buffer.from(s, "utf16le").toString("latin1"),
  "in a remote URL": (s) => `https://x-access-token:${s}@github.com/o/r.git`,
  "after a secretlint directive": (s) => `// secretlint-disable\n${s}`,
};

describe.each([
  ["an opaque token", opaque],
  ["a generic secret", generic],
])("%s", (_, secret) => {
  test.each(Object.entries(disguises))("is taken out %s", (_name, disguise) => {
    const redacted = createRedactor([secret]).redact(`before ${disguise(secret)} after`);
    expect(leaks(redacted, secret)).toBe(false);
    expect(redacted).toContain("***");
    expect(redacted).toMatch(/^before /);
  });

  test("is taken out of a stream, wherever the chunks are cut", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(disguises)),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        (disguise, sizes) => {
          const text = `first line\nnow ${disguise(secret)} and on\nlast line\n`;
          const stream = createRedactor([secret]).stream();
          let out = "";
          for (let at = 0, i = 0; at < text.length; i++) {
            const size = sizes[i % sizes.length] ?? 1;
            out += stream.write(text.slice(at, at + size));
            at += size;
          }
          out += stream.end();
          expect(leaks(out, secret)).toBe(false);
          expect(out.startsWith("first line\nnow ")).toBe(true);
          expect(out.endsWith("last line\n")).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const rewritten: Readonly<Record<string, (secret: string) => string>> = {
  "in capitals": (s) => s.toUpperCase(),
  "in small letters": (s) => s.toLowerCase(),
  "with its capitals small and its small letters capital": (s) =>
    s.replaceAll(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())),
  "with its letters turned by thirteen": (s) =>
    s.replaceAll(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < "n" ? 13 : -13))),
  "as decimal bytes": (s) => [...Buffer.from(s)].join(", "),
  "as octal escapes": (s) => [...Buffer.from(s)].map((byte) => `\\${byte.toString(8)}`).join(""),
  "as hexadecimal numbers": (s) => [...Buffer.from(s)].map((byte) => `0x${byte.toString(16)}`).join(","),
  "as HTML entities": (s) => [...Buffer.from(s)].map((byte) => `&#${byte};`).join(""),
  "in base64, reversed": (s) => b64(s).split("").toReversed().join(""),
};

test.each(Object.entries(rewritten))("a secret is taken out %s", (_name, disguise) => {
  const squeeze = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, "");
  for (const secret of [opaque, generic]) {
    const written = squeeze(disguise(secret));
    const left = squeeze(createRedactor([secret]).redact(`before ${disguise(secret)} after`));
    for (let i = 0; i + 8 <= written.length; i++) expect(left).not.toContain(written.slice(i, i + 8));
  }
});

test("a secret is taken out in base32, wherever it starts", () => {
  // What the coreutils program base32 prints for the secret after none, one and two letters.
  const secret = ["canary", "-7f3a9c1e"].join("");
  for (const text of [
    "MNQW4YLSPEWTOZRTME4WGMLF",
    "PBRWC3TBOJ4S2N3GGNQTSYZRMU======",
    "PB4GGYLOMFZHSLJXMYZWCOLDGFSQ====",
  ]) {
    const left = createRedactor([secret]).redact(text);
    expect(left).toContain("***");
    expect(left.replace("***", "").replaceAll("=", "").length).toBeLessThan(8);
  }
});

test("ordinary words and numbers stay", () => {
  const text = "Production runs 20240101 of build 1234567890, PASSWORD fields and Canary releases stay.";
  expect(createRedactor([opaque, generic, "Production"]).redact(text)).toBe(text.replace("Production", "***"));
});

test("a secret with quotes, signs and line ends in it is taken out in each form programs print it", () => {
  const redact = (text: string): string => createRedactor([odd]).redact(text);
  for (const form of [
    odd,
    encodeURIComponent(odd),
    JSON.stringify(odd),
    b64(odd),
    odd.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  ]) {
    expect(redact(`x ${form} y`)).toContain("***");
    expect(redact(`x ${form} y`)).not.toContain("w0rd");
  }
});

test("each line of a key alone is taken out, also with escaped line ends", () => {
  const redact = (text: string): string => createRedactor([pem]).redact(text);
  for (const line of pem.split("\n").slice(1, -1)) expect(leaks(redact(`x ${line} y`), line)).toBe(false);
  expect(leaks(redact(JSON.stringify({ pem })), pem.split("\n")[1] ?? "")).toBe(false);
});

describe("what nobody declared", () => {
  const shapes: Readonly<Record<string, string>> = {
    "a GitHub token": opaque,
    "a long GitHub token": [
      "gh",
      "s_",
      "1234567_",
      "eyJhbGciOiJSUzI1NiJ9.",
      "eyJpc3MiOiIxMjM0NTY3ODkwIn0".repeat(10),
      ".",
      "c2ln".repeat(40),
    ].join(""),
    "an Anthropic key": ["sk-", "ant-", "api03-", "Zz9_".repeat(23), "AA"].join(""),
    "an AWS key id": ["AKI", "A", "IOSFODNN7EXAMPLE"].join(""),
    "a private key": pem,
    "a private key in JSON": JSON.stringify(pem),
    "a Slack token": ["xo", "xb-", "123456789012-abcdefABCDEF"].join(""),
    "a password in a URL": ["https://user:", "hunter2hunter2", "@example.org/"].join(""),
    "an Authorization header": ["Authorization: ", "Bearer ", "abcdef0123456789"].join(""),
  };
  test.each(Object.entries(shapes))("is taken out by its shape: %s", (_, text) => {
    const redacted = createRedactor([]).redact(`before ${text} after`);
    expect(redacted).toContain("***");
    expect(redacted).toMatch(/^before .* after$/s);
    expect(
      leaks(
        redacted,
        text.replace(/^https:\/\/user:|@example.org\/$|^Authorization: Bearer |-----(BEGIN|END) PRIVATE KEY-----/g, ""),
      ),
    ).toBe(false);
  });

  test("is held back in a stream until it is whole", () => {
    const stream = createRedactor([]).stream();
    const out = Array.from(pem, (c) => stream.write(c)).join("") + stream.end();
    expect(out).toBe("***");
  });
});

test("a value learnt later is taken out from then on", () => {
  const redactor = createRedactor([]);
  expect(redactor.redact(generic)).toBe(generic);
  redactor.add(generic);
  expect(redactor.redact(`<${generic}>`)).toBe("<***>");
});

test("JSON keeps its form, and its keys are redacted too", () => {
  const redactor = createRedactor([generic]);
  expect(redactor.redactJson({ [generic]: [1, true, null, `x${generic}`], n: { a: "plain" } })).toEqual({
    "***": [1, true, null, "x***"],
    n: { a: "plain" },
  });
});

test("ordinary text stays as it is, letter for letter, in one piece or in chunks", () => {
  const redactor = createRedactor([
    opaque,
    generic,
    "correct horse battery staple",
    "https://hooks.example.org/services/T000/B000/x9Yz8Wv7Ut6Sr5Qp",
  ]);
  const text = [
    "ok 1 - parses 90s (0.123ms)",
    "https://hooks.example.org/docs is public; so is https://github.com/o/r/pull/12",
    `commit ${"0123456789abcdef".repeat(2)}01234567`,
    "the battery of tests is correct",
    "export const MAX = 9007199254740991; // 2 ** 53 - 1",
  ].join("\n");
  expect(redactor.redact(text)).toBe(text);
  const stream = redactor.stream();
  expect(
    text
      .match(/.{1,7}/gs)
      ?.map((chunk) => stream.write(chunk))
      .join("")
      .concat(stream.end()),
  ).toBe(text);
  expect(redactor.redact("it is: correct horse battery staple!")).toBe("it is: ***!");
});

test("an empty or very short value hides nothing", () => {
  expect(createRedactor(["", "1", "on", "  "]).redact("1 is on")).toBe("1 is on");
});

test("large text is redacted in one pass", () => {
  const line = "ok 1 - a line of an ordinary test report with 12 numbers 0123456789 in it\n";
  const text = `${line.repeat(20_000)}${generic}\n${line.repeat(20_000)}`;
  const redacted = createRedactor(Array.from({ length: 20 }, (_, i) => `${generic}${i}`)).redact(text);
  expect(redacted.length).toBe(text.length - generic.length + 3);
});

test.each(["eyJ", "-----BEGIN PRIVATE KEY-----", "authorization: ", "http://a:", "H4sI", "gh", "\\n", " ", "sk-"])(
  "text made of %j alone is no trap",
  (piece) => {
    const text = `${piece.repeat(Math.ceil(300_000 / piece.length))}!`;
    expect(createRedactor([generic]).redact(text).endsWith("!")).toBe(true);
  },
);
