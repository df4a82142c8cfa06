import { XMLParser } from "fast-xml-parser";
import { isJsonObject, type Json, type JsonObject } from "../../../kernel/json.ts";
import { listField, objectField, textField } from "../../../kernel/fields.ts";
import { type CodeBase, has, named } from "../code-base.ts";
import { type Dependency, type Ecosystem, frameworksOf } from "../ecosystem.ts";

const FRAMEWORKS = {
  "org.springframework.boot:spring-boot-starter": "Spring Boot", "org.springframework.boot:spring-boot-starter-web": "Spring Boot", "org.springframework:spring-core": "Spring",
  "io.quarkus:quarkus-core": "Quarkus", "io.micronaut:micronaut-core": "Micronaut", "org.hibernate.orm:hibernate-core": "Hibernate", "jakarta.platform:jakarta.jakartaee-api": "Jakarta EE",
  "org.junit.jupiter:junit-jupiter": "JUnit 5", "junit:junit": "JUnit 4", "org.mockito:mockito-core": "Mockito", "com.google.guava:guava": "Guava",
} as const; // prettier-ignore

export function java(base: CodeBase): Ecosystem | undefined {
  const poms = named(base, "pom.xml");
  const gradle = named(base, "build.gradle", "build.gradle.kts");
  if (poms.length === 0 && gradle.length === 0) return undefined;
  return poms.length > 0 ? maven(base, poms) : gradleBuild(base, gradle);
}

function maven(base: CodeBase, manifests: readonly string[]): Ecosystem {
  const parser = new XMLParser({ ignoreAttributes: true, processEntities: false });
  const projects = manifests.map((file) => readProject(parser, base.read(file) ?? ""));
  const dependencies = projects.flatMap((project) => mavenDependencies(project));
  const program = has(base, "mvnw") ? "./mvnw" : "mvn";
  const plugins = new Set(projects.flatMap((project) => mavenPlugins(project)));
  return {
    ...common(base, dependencies),
    packageManager: "maven",
    manifests,
    lockFile: undefined,
    install: `${program} -B dependency:resolve`,
    test: { tool: "maven", command: `${program} -B test` },
    lint: plugins.has("maven-checkstyle-plugin")
      ? { tool: "checkstyle", command: `${program} -B checkstyle:check` }
      : undefined,
    format: plugins.has("spotless-maven-plugin")
      ? { tool: "spotless", command: `${program} -B spotless:check` }
      : undefined,
    build: { tool: "maven", command: `${program} -B package` },
    workspaces: projects.flatMap((project) =>
      listField(objectField(project, "modules"), "module").filter((name) => typeof name === "string"),
    ),
  };
}

function gradleBuild(base: CodeBase, manifests: readonly string[]): Ecosystem {
  const text = manifests.map((file) => base.read(file) ?? "").join("\n");
  const program = has(base, "gradlew") ? "./gradlew" : "gradle";
  const settings = base.read("settings.gradle") ?? base.read("settings.gradle.kts") ?? "";
  return {
    ...common(base, gradleDependencies(text)),
    packageManager: "gradle",
    manifests,
    lockFile: has(base, "gradle.lockfile") ? "gradle.lockfile" : undefined,
    install: `${program} dependencies`,
    test: { tool: "gradle", command: `${program} test` },
    lint: text.includes("checkstyle") ? { tool: "checkstyle", command: `${program} checkstyleMain` } : undefined,
    format: text.includes("spotless") ? { tool: "spotless", command: `${program} spotlessCheck` } : undefined,
    build: { tool: "gradle", command: `${program} build` },
    workspaces: includedIn(settings),
  };
}

/** The projects a settings file includes: `include("a", ":b:c")`, or Groovy's `include 'a', 'b'`. */
function includedIn(settings: string): readonly string[] {
  return [...settings.matchAll(/\binclude\b[\s(]*((?:["'][^"'\n]+["'][\s,]*)+)/g)].flatMap(([, list]) =>
    [...(list ?? "").matchAll(/["']:?([^"']+)["']/g)].flatMap(([, name]) => name ?? []),
  );
}

function common(
  base: CodeBase,
  dependencies: readonly Dependency[],
): Pick<Ecosystem, "name" | "dependencies" | "frameworks" | "typeCheck" | "entryPoints"> {
  return {
    name: "java",
    dependencies: dependencies.toSorted((a, b) => a.name.localeCompare(b.name)),
    frameworks: frameworksOf(dependencies, FRAMEWORKS),
    typeCheck: undefined,
    entryPoints: base.paths.filter(
      (file) => file.endsWith(".java") && (base.read(file) ?? "").includes("public static void main("),
    ),
  };
}

function readProject(parser: XMLParser, text: string): JsonObject {
  try {
    const document: unknown = parser.parse(text);
    return isJsonObject(document) ? objectField(document, "project") : {};
  } catch {
    return {};
  }
}

function mavenDependencies(project: JsonObject): Dependency[] {
  const managed = objectField(objectField(project, "dependencyManagement"), "dependencies");
  return [
    ...listField(objectField(project, "dependencies"), "dependency"),
    ...listField(managed, "dependency"),
  ].flatMap((entry: Json) =>
    isJsonObject(entry)
      ? [
          {
            name: `${textField(entry, "groupId")}:${textField(entry, "artifactId")}`,
            version: textField(entry, "version", "managed"),
            scope: textField(entry, "scope") === "test" ? ("development" as const) : ("runtime" as const),
          },
        ]
      : [],
  );
}

function mavenPlugins(project: JsonObject): string[] {
  return listField(objectField(objectField(project, "build"), "plugins"), "plugin").flatMap((entry) =>
    isJsonObject(entry) ? [textField(entry, "artifactId")] : [],
  );
}

/** `implementation "group:name:version"` and its kin: what Gradle's own documentation calls the string notation. */
function gradleDependencies(text: string): Dependency[] {
  const pattern =
    /\b(implementation|api|compileOnly|runtimeOnly|annotationProcessor|testImplementation|testRuntimeOnly)\b[\s(]*["']([\w.-]+:[\w.-]+)(?::([\w.${}-]+))?["']/g;
  return [...text.matchAll(pattern)].map(([, configuration, name, version]) => ({
    name: name ?? "",
    version: version ?? "managed",
    scope: configuration?.startsWith("test") === true ? "development" : "runtime",
  }));
}
