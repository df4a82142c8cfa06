import { isJsonObject, type Json, type JsonObject } from "../../../kernel/json.ts";
import { listField, objectField, textField } from "../../../kernel/fields.ts";
import { type CodeBase, has, named } from "../code-base.ts";
import { type Dependency, type Ecosystem, frameworksOf } from "../ecosystem.ts";
import { readToml } from "../toml.ts";

const FRAMEWORKS = {
  tokio: "Tokio", axum: "Axum", "actix-web": "Actix Web", rocket: "Rocket", warp: "warp", hyper: "hyper", serde: "Serde", clap: "clap", diesel: "Diesel", sqlx: "SQLx", bevy: "Bevy", tonic: "tonic", leptos: "Leptos",
} as const; // prettier-ignore

export function rust(base: CodeBase): Ecosystem | undefined {
  const manifests = named(base, "Cargo.toml");
  const [first] = manifests;
  if (first === undefined) return undefined;
  const root = readToml(base, first);
  const locked = lockedVersions(readToml(base, "Cargo.lock"));
  const all = manifests.map((file) => readToml(base, file));
  const dependencies = all.flatMap((manifest) => [
    ...entries(objectField(manifest, "dependencies"), "runtime", locked),
    ...entries(objectField(objectField(manifest, "workspace"), "dependencies"), "runtime", locked),
    ...entries(objectField(manifest, "dev-dependencies"), "development", locked),
    ...entries(objectField(manifest, "build-dependencies"), "development", locked),
  ]);
  const unique = [...new Map(dependencies.toReversed().map((dependency) => [dependency.name, dependency])).values()];
  const members = listField(objectField(root, "workspace"), "members").filter((glob) => typeof glob === "string");
  const all_ = members.length > 0 ? " --workspace" : "";
  return {
    name: "rust",
    packageManager: "cargo",
    manifests,
    lockFile: has(base, "Cargo.lock") ? "Cargo.lock" : undefined,
    install: "cargo fetch",
    dependencies: unique.toSorted((a, b) => a.name.localeCompare(b.name)),
    frameworks: frameworksOf(unique, FRAMEWORKS),
    test: { tool: "cargo test", command: `cargo test${all_}` },
    lint: { tool: "clippy", command: `cargo clippy${all_} --all-targets` },
    format: { tool: "rustfmt", command: "cargo fmt --check" },
    typeCheck: { tool: "cargo check", command: `cargo check${all_}` },
    build: { tool: "cargo build", command: `cargo build${all_}` },
    workspaces: members,
    entryPoints: base.paths.filter((file) => /(?:^|\/)src\/(?:main|lib)\.rs$/.test(file)),
  };
}

function entries(table: JsonObject, scope: Dependency["scope"], locked: ReadonlyMap<string, string>): Dependency[] {
  return Object.entries(table).map(([name, value]: [string, Json]) => ({
    name,
    version:
      locked.get(name) ??
      (typeof value === "string" ? value : isJsonObject(value) ? textField(value, "version", "*") : "*"),
    scope,
  }));
}

function lockedVersions(lock: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    listField(lock, "package").flatMap((entry) =>
      isJsonObject(entry) ? [[textField(entry, "name"), textField(entry, "version")] as const] : [],
    ),
  );
}
