export const id = 2907;
export const ids = [2907];
export const modules = {

/***/ 62907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  analyzeWorkspace: () => (/* binding */ analyzeWorkspace),
  codebaseAnalyzer: () => (/* binding */ codebaseAnalyzer)
});

// EXTERNAL MODULE: ./lib/kernel/errors.js
var errors = __webpack_require__(93314);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/code-base.js

const FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|\.venv|venv|site-packages|target|dist|build|out|coverage|\.next|\.git|__pycache__|\.gradle)\//;
/** A code base over any way to list and read files. */
function codeBase(files, read) {
    const kept = new Map();
    return {
        paths: files.filter((file) => !FOREIGN.test(file)).toSorted(),
        read(file) {
            if (!kept.has(file))
                kept.set(file, read(file));
            return kept.get(file);
        },
    };
}
/** The files of this name, wherever they lie, from the root downwards. */
function named(base, ...names) {
    return base.paths
        .filter((file) => names.includes(external_node_path_.posix.basename(file)))
        .toSorted((a, b) => a.split("/").length - b.split("/").length || a.localeCompare(b));
}
function has(base, file) {
    return base.paths.includes(file);
}

// EXTERNAL MODULE: ./node_modules/@lezer/go/dist/index.js
var dist = __webpack_require__(2851);
// EXTERNAL MODULE: ./node_modules/@lezer/java/dist/index.js
var java_dist = __webpack_require__(29149);
// EXTERNAL MODULE: ./node_modules/@lezer/javascript/dist/index.js
var javascript_dist = __webpack_require__(37096);
// EXTERNAL MODULE: ./node_modules/@lezer/python/dist/index.js
var python_dist = __webpack_require__(17335);
// EXTERNAL MODULE: ./node_modules/@lezer/rust/dist/index.js
var rust_dist = __webpack_require__(8691);
;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/languages.js





const names = (text) => new Set(text.split(" "));
const SCRIPT = {
    decisions: names("if for while case catch ConditionalExpression"),
    operations: names("BinaryExpression"),
    functions: names("FunctionDeclaration FunctionExpression ArrowFunction MethodDeclaration"),
    documentation: ["/**"],
};
const LANGUAGES = [
    {
        name: "TypeScript",
        extensions: [".ts", ".mts", ".cts"],
        parser: javascript_dist/* parser */.K.configure({ dialect: "ts" }),
        ...SCRIPT,
    },
    { name: "TypeScript", extensions: [".tsx"], parser: javascript_dist/* parser */.K.configure({ dialect: "ts jsx" }), ...SCRIPT },
    {
        name: "JavaScript",
        extensions: [".js", ".jsx", ".mjs", ".cjs"],
        parser: javascript_dist/* parser */.K.configure({ dialect: "jsx" }),
        ...SCRIPT,
    },
    {
        name: "Python",
        extensions: [".py", ".pyi"],
        parser: python_dist/* parser */.K,
        decisions: names("if elif for while except case and or"),
        operations: new Set(),
        functions: names("FunctionDefinition"),
        documentation: [],
    },
    {
        name: "Go",
        extensions: [".go"],
        parser: dist/* parser */.K,
        decisions: names("if for case"),
        operations: names("BinaryExp"),
        functions: names("FunctionDecl MethodDecl"),
        documentation: ["//", "/*"],
    },
    {
        name: "Rust",
        extensions: [".rs"],
        parser: rust_dist/* parser */.K,
        decisions: names("if for while loop MatchArm TryExpression"),
        operations: names("BinaryExpression"),
        functions: names("FunctionItem"),
        documentation: ["///", "//!", "/**", "/*!"],
    },
    {
        name: "Java",
        extensions: [".java"],
        parser: java_dist/* parser */.K,
        decisions: names("if for while case catch TernaryExpression"),
        operations: names("BinaryExpression"),
        functions: names("MethodDeclaration ConstructorDeclaration"),
        documentation: ["/**"],
    },
];
/** The language of a file by its ending. */
function languageOf(file) {
    const extension = /\.[^./]+$/.exec(file)?.[0].toLowerCase();
    return extension === undefined ? undefined : LANGUAGES.find(({ extensions }) => extensions.includes(extension));
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/conventions.js


/** Files looked at: enough to see a habit, few enough to be quick. */
const SAMPLE = 200;
/** Reads the habits off the source files; `unclear` where there is no majority of two thirds. */
function conventionsOf(base) {
    const sources = base.paths.filter((file) => languageOf(file) !== undefined);
    const texts = sources.slice(0, SAMPLE).map((file) => base.read(file) ?? "");
    const scripts = sources
        .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
        .slice(0, SAMPLE)
        .map((file) => base.read(file) ?? "");
    return {
        indentation: majority(texts.flatMap(indentationOf)),
        quotes: majority(scripts.flatMap(quotesOf)),
        semicolons: majority(scripts.flatMap(semicolonsOf)),
        file_names: majority(sources.flatMap(nameStyleOf)),
        test_files: majority(sources.flatMap(testStyleOf)),
        line_ends: majority(texts.map((text) => (text.includes("\r\n") ? "CRLF" : "LF"))),
    };
}
function indentationOf(text) {
    const indented = text.split("\n").filter((line) => /^[ \t]+\S/.test(line) && !/^\s*\*/.test(line));
    if (indented.length === 0)
        return [];
    const tabs = indented.filter((line) => line.startsWith("\t")).length;
    if (tabs * 2 > indented.length)
        return ["tabs"];
    const widths = indented.map((line) => /^ */.exec(line)?.[0].length ?? 0).filter((width) => width > 0);
    const step = [2, 4, 8, 3].find((candidate) => widths.filter((width) => width % candidate === 0).length > widths.length * 0.9 && widths.includes(candidate));
    return step === undefined ? [] : [`${step} spaces`];
}
function quotesOf(text) {
    const double = text.match(/"/g)?.length ?? 0;
    const single = text.match(/'/g)?.length ?? 0;
    return double + single === 0 ? [] : [double >= single ? "double" : "single"];
}
function semicolonsOf(text) {
    const statements = text
        .split("\n")
        .filter((line) => /^\s*(?:const|let|import|return|export)\b.*[\w)\]"'`;]$/.test(line));
    if (statements.length < 3)
        return [];
    return [statements.filter((line) => line.endsWith(";")).length * 2 > statements.length ? "always" : "never"];
}
function nameStyleOf(file) {
    const name = external_node_path_.posix.basename(file).replace(/\..*$/, "");
    if (/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name))
        return ["kebab-case"];
    if (/^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(name))
        return ["snake_case"];
    if (/^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*$/.test(name))
        return ["PascalCase"];
    return /^[a-z]+[A-Z]\w*$/.test(name) ? ["camelCase"] : [];
}
function testStyleOf(file) {
    const name = external_node_path_.posix.basename(file);
    const style = /\.test\.[a-z]+$/.test(name)
        ? "*.test.*"
        : /\.spec\.[a-z]+$/.test(name)
            ? "*.spec.*"
            : /^test_.*\.py$/.test(name)
                ? "test_*.py"
                : /_test\.(?:go|py)$/.test(name)
                    ? "*_test.*"
                    : name.endsWith("Test.java")
                        ? "*Test.java"
                        : undefined;
    if (style === undefined)
        return [];
    return [
        `${style} ${/(?:^|\/)(?:tests?|__tests__|spec)\//.test(file) ? "in a folder of tests" : "beside the source"}`,
    ];
}
function majority(votes) {
    const counts = new Map();
    for (const vote of votes)
        counts.set(vote, (counts.get(vote) ?? 0) + 1);
    const [winner] = [...counts].toSorted(([, a], [, b]) => b - a);
    return winner !== undefined && winner[1] * 3 >= votes.length * 2 ? winner[0] : "unclear";
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/counter.js
/** Node names under which the grammars write a function's own name. */
const NAMES = new Set(["VariableDefinition", "PropertyDefinition", "PrivatePropertyDefinition", "VariableName", "DefName", "FieldName", "BoundIdentifier", "Definition"]); // prettier-ignore
/** What a declaration is wrapped in: its documentation stands before the wrapper. */
const WRAPPERS = new Set(["ExportDeclaration", "VariableDeclaration", "PropertyDeclaration", "AttributeItem", "DecoratedStatement"]); // prettier-ignore
const COMMENTS = new Set(["LineComment", "BlockComment", "Comment"]);
const SIGNS = new Set(["&&", "||", "??"]);
/** Counts a file on its syntax tree. Text that isn't valid in its language is counted as far as the parser makes sense of it. */
function count(text, language) {
    const comments = [];
    const functions = [];
    const open = [];
    const opened = new Map();
    const lines = lineStarts(text);
    let decisions = 0;
    language.parser.parse(text).iterate({
        enter(node) {
            const comment = commentAt(node, text, language);
            if (comment !== undefined) {
                comments.push(comment);
                const around = open.at(-1);
                if (around !== undefined && node.name === "String" && bodyIsOf(node, language))
                    around.documented = true;
            }
            else if (isDecision(node, text, language)) {
                decisions++;
                const around = open.at(-1);
                if (around !== undefined)
                    around.complexity++;
            }
            const name = functionName(node, text, language);
            if (name === undefined)
                return;
            const start = declarationStart(node);
            const documented = isDocumented(comments, start, text, language);
            const found = { name, line: lineOf(lines, start), complexity: 1, documented };
            functions.push(found);
            open.push(found);
            opened.set(node.from, node.to);
        },
        leave(node) {
            if (opened.get(node.from) !== node.to || !language.functions.has(node.name))
                return;
            opened.delete(node.from);
            open.pop();
        },
    });
    return { ...countLines(text, comments), decisions, functions };
}
function commentAt(node, text, language) {
    if (COMMENTS.has(node.name)) {
        const documents = language.documentation.some((sign) => text.startsWith(sign, node.from));
        return { from: node.from, to: node.to, documents };
    }
    return isDocstring(node, language) ? { from: node.from, to: node.to, documents: true } : undefined;
}
/** Whether a documenting comment stands right before a declaration. Rust's `//!` speaks of what it stands in, as Python's texts do. */
function isDocumented(comments, start, text, language) {
    const before = comments.findLast(({ to }) => to <= start);
    if (before?.documents !== true || language.documentation.length === 0)
        return false;
    return text[before.from + 2] !== "!" && text.slice(before.to, start).trim() === "";
}
/** Python: a text that stands alone as the first statement documents what it stands in (PEP 257). */
function isDocstring(node, language) {
    if (language.name !== "Python" || node.name !== "String")
        return false;
    const statement = node.node.parent;
    if (statement?.name !== "ExpressionStatement" || statement.from !== node.from || statement.to !== node.to)
        return false;
    let before = statement.prevSibling;
    while (before !== null && (before.name === ":" || COMMENTS.has(before.name)))
        before = before.prevSibling;
    const around = statement.parent;
    if (before !== null || around === null)
        return false;
    return around.name === "Script" || around.parent?.name === "ClassDefinition" || bodyIsOf(node, language);
}
function bodyIsOf(node, language) {
    return language.functions.has(node.node.parent?.parent?.parent?.name ?? "");
}
function isDecision(node, text, language) {
    if (language.decisions.has(node.name))
        return true;
    return (node.name === "LogicOp" &&
        SIGNS.has(text.slice(node.from, node.to)) &&
        language.operations.has(node.node.parent?.name ?? ""));
}
/** The name of a function that has one of its own; a callback has none. */
function functionName(node, text, language) {
    if (!language.functions.has(node.name))
        return undefined;
    const expression = node.name === "ArrowFunction" || node.name === "FunctionExpression";
    let at = expression ? node.node.prevSibling : node.node.firstChild;
    const around = node.node.parent?.name;
    if (expression && around !== "VariableDeclaration" && around !== "PropertyDeclaration")
        return undefined;
    while (at !== null && !NAMES.has(at.name))
        at = expression ? at.prevSibling : at.nextSibling;
    return at === null ? undefined : text.slice(at.from, at.to);
}
function declarationStart(node) {
    let at = node.node;
    while (at.parent !== null && WRAPPERS.has(at.parent.name))
        at = at.parent;
    return at.from;
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    return starts;
}
/** The line, from 1, that holds an offset. */
function lineOf(starts, offset) {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}
/** A line that holds anything beside comments is code. */
function countLines(text, comments) {
    const lines = text.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    const totals = { code: 0, comments: 0, blank: 0, documentation: 0 };
    let start = 0;
    let next = 0;
    for (const line of lines) {
        const end = start + line.length;
        while ((comments[next]?.to ?? Infinity) < start)
            next++;
        let outside = "";
        let at = start;
        let commented = false;
        let documents = false;
        for (let i = next; i < comments.length; i++) {
            const comment = comments[i];
            if (comment === undefined || comment.from > end)
                break;
            outside += text.slice(at, Math.max(at, comment.from));
            at = Math.max(at, Math.min(end, comment.to));
            commented = true;
            documents ||= comment.documents;
        }
        outside += text.slice(at, end);
        if (line.trim() === "")
            totals.blank++;
        else if (outside.trim() !== "" || !commented)
            totals.code++;
        else {
            totals.comments++;
            if (documents)
                totals.documentation++;
        }
        start = end + 1;
    }
    return { lines: lines.length, ...totals };
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/ecosystem.js
/** The frameworks among the dependencies, by what people call them. */
function frameworksOf(dependencies, known) {
    return [
        ...new Set(dependencies.flatMap(({ name }) => (Object.hasOwn(known, name) ? [known[name] ?? name] : []))),
    ].toSorted();
}
/** The first of these tools that the dependencies hold. */
function toolAmong(dependencies, tools) {
    for (const [tool, command] of Object.entries(tools)) {
        if (dependencies.some(({ name }) => name === tool))
            return { tool, command };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/ecosystems/go.js


const FRAMEWORKS = {
    "github.com/gin-gonic/gin": "Gin", "github.com/labstack/echo/v4": "Echo", "github.com/gofiber/fiber/v2": "Fiber", "github.com/go-chi/chi/v5": "chi", "github.com/gorilla/mux": "gorilla/mux",
    "github.com/spf13/cobra": "Cobra", "gorm.io/gorm": "GORM", "google.golang.org/grpc": "gRPC", "k8s.io/client-go": "Kubernetes client", "github.com/stretchr/testify": "testify",
}; // prettier-ignore
function go(base) {
    const manifests = named(base, "go.mod");
    if (manifests.length === 0)
        return undefined;
    const dependencies = manifests.flatMap((file) => requirementsOf(base.read(file) ?? ""));
    const golangci = base.paths.some((file) => /^\.golangci\.(?:ya?ml|toml|json)$/.test(file));
    return {
        name: "go",
        packageManager: "go modules",
        manifests,
        lockFile: has(base, "go.sum") ? "go.sum" : undefined,
        install: "go mod download",
        dependencies,
        frameworks: frameworksOf(dependencies, FRAMEWORKS),
        test: { tool: "go test", command: "go test ./..." },
        lint: golangci
            ? { tool: "golangci-lint", command: "golangci-lint run" }
            : { tool: "go vet", command: "go vet ./..." },
        format: { tool: "gofmt", command: "gofmt -l ." },
        typeCheck: undefined,
        build: { tool: "go build", command: "go build ./..." },
        workspaces: has(base, "go.work") ? manifests.map((file) => file.replace(/\/?go\.mod$/, "") || ".") : [],
        entryPoints: base.paths.filter((file) => /(?:^|\/)main\.go$/.test(file)),
    };
}
/** The `require` directives of a go.mod (go.dev/ref/mod); `// indirect` ones belong to others. */
function requirementsOf(text) {
    const found = [];
    let inBlock = false;
    for (const raw of text.split("\n")) {
        const line = raw.trim();
        if (inBlock && line === ")")
            inBlock = false;
        else if (/^require\s*\($/.test(line))
            inBlock = true;
        else if ((inBlock || line.startsWith("require ")) && !line.includes("// indirect")) {
            const match = /^(?:require\s+)?(\S+)\s+(v\S+)/.exec(line);
            if (match?.[1] !== undefined && match[2] !== undefined)
                found.push({ name: match[1], version: match[2], scope: "runtime" });
        }
    }
    return found;
}

// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 23 modules
var XMLParser = __webpack_require__(41143);
// EXTERNAL MODULE: ./lib/kernel/json.js
var json = __webpack_require__(35183);
// EXTERNAL MODULE: ./lib/kernel/fields.js
var fields = __webpack_require__(81336);
;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/ecosystems/java.js





const java_FRAMEWORKS = {
    "org.springframework.boot:spring-boot-starter": "Spring Boot", "org.springframework.boot:spring-boot-starter-web": "Spring Boot", "org.springframework:spring-core": "Spring",
    "io.quarkus:quarkus-core": "Quarkus", "io.micronaut:micronaut-core": "Micronaut", "org.hibernate.orm:hibernate-core": "Hibernate", "jakarta.platform:jakarta.jakartaee-api": "Jakarta EE",
    "org.junit.jupiter:junit-jupiter": "JUnit 5", "junit:junit": "JUnit 4", "org.mockito:mockito-core": "Mockito", "com.google.guava:guava": "Guava",
}; // prettier-ignore
function java(base) {
    const poms = named(base, "pom.xml");
    const gradle = named(base, "build.gradle", "build.gradle.kts");
    if (poms.length === 0 && gradle.length === 0)
        return undefined;
    return poms.length > 0 ? maven(base, poms) : gradleBuild(base, gradle);
}
function maven(base, manifests) {
    const parser = new XMLParser/* default */.A({ ignoreAttributes: true, processEntities: false });
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
        workspaces: projects.flatMap((project) => (0,fields/* listField */.FZ)((0,fields/* objectField */.qV)(project, "modules"), "module").filter((name) => typeof name === "string")),
    };
}
function gradleBuild(base, manifests) {
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
function includedIn(settings) {
    return [...settings.matchAll(/\binclude\b[\s(]*((?:["'][^"'\n]+["'][\s,]*)+)/g)].flatMap(([, list]) => [...(list ?? "").matchAll(/["']:?([^"']+)["']/g)].flatMap(([, name]) => name ?? []));
}
function common(base, dependencies) {
    return {
        name: "java",
        dependencies: dependencies.toSorted((a, b) => a.name.localeCompare(b.name)),
        frameworks: frameworksOf(dependencies, java_FRAMEWORKS),
        typeCheck: undefined,
        entryPoints: base.paths.filter((file) => file.endsWith(".java") && (base.read(file) ?? "").includes("public static void main(")),
    };
}
function readProject(parser, text) {
    try {
        const document = parser.parse(text);
        return (0,json/* isJsonObject */.O)(document) ? (0,fields/* objectField */.qV)(document, "project") : {};
    }
    catch {
        return {};
    }
}
function mavenDependencies(project) {
    const managed = (0,fields/* objectField */.qV)((0,fields/* objectField */.qV)(project, "dependencyManagement"), "dependencies");
    return [
        ...(0,fields/* listField */.FZ)((0,fields/* objectField */.qV)(project, "dependencies"), "dependency"),
        ...(0,fields/* listField */.FZ)(managed, "dependency"),
    ].flatMap((entry) => (0,json/* isJsonObject */.O)(entry)
        ? [
            {
                name: `${(0,fields/* textField */.M8)(entry, "groupId")}:${(0,fields/* textField */.M8)(entry, "artifactId")}`,
                version: (0,fields/* textField */.M8)(entry, "version", "managed"),
                scope: (0,fields/* textField */.M8)(entry, "scope") === "test" ? "development" : "runtime",
            },
        ]
        : []);
}
function mavenPlugins(project) {
    return (0,fields/* listField */.FZ)((0,fields/* objectField */.qV)((0,fields/* objectField */.qV)(project, "build"), "plugins"), "plugin").flatMap((entry) => (0,json/* isJsonObject */.O)(entry) ? [(0,fields/* textField */.M8)(entry, "artifactId")] : []);
}
/** `implementation "group:name:version"` and its kin: what Gradle's own documentation calls the string notation. */
function gradleDependencies(text) {
    const pattern = /\b(implementation|api|compileOnly|runtimeOnly|annotationProcessor|testImplementation|testRuntimeOnly)\b[\s(]*["']([\w.-]+:[\w.-]+)(?::([\w.${}-]+))?["']/g;
    return [...text.matchAll(pattern)].map(([, configuration, name, version]) => ({
        name: name ?? "",
        version: version ?? "managed",
        scope: configuration?.startsWith("test") === true ? "development" : "runtime",
    }));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/ecosystems/javascript.js





const javascript_FRAMEWORKS = {
    react: "React", next: "Next.js", vue: "Vue", nuxt: "Nuxt", "@angular/core": "Angular", svelte: "Svelte", "@sveltejs/kit": "SvelteKit", "solid-js": "Solid",
    express: "Express", fastify: "Fastify", koa: "Koa", hono: "Hono", "@nestjs/core": "NestJS", probot: "Probot", electron: "Electron", "react-native": "React Native",
    astro: "Astro", "@remix-run/react": "Remix", vite: "Vite", webpack: "webpack", prisma: "Prisma", typeorm: "TypeORM", "@actions/core": "GitHub Actions toolkit",
}; // prettier-ignore
const LOCK_FILES = {
    "pnpm-lock.yaml": "pnpm",
    "yarn.lock": "yarn",
    "bun.lock": "bun",
    "bun.lockb": "bun",
    "package-lock.json": "npm",
    "npm-shrinkwrap.json": "npm",
};
const INSTALL = {
    npm: "npm ci",
    pnpm: "pnpm install --frozen-lockfile",
    yarn: "yarn install --immutable",
    bun: "bun install --frozen-lockfile",
};
function javascript(base) {
    const manifests = named(base, "package.json");
    const [manifest] = manifests;
    if (manifest === undefined)
        return undefined;
    const root = readJson(base, manifest);
    const lockFile = Object.keys(LOCK_FILES).find((file) => has(base, file));
    const packageManager = managerOf(root, lockFile);
    const exact = lockFile === "package-lock.json" ? lockedVersions(readJson(base, lockFile)) : new Map();
    const dependencies = [root, ...manifests.slice(1).map((file) => readJson(base, file))].flatMap((json) => [
        ...dependenciesIn(json, "dependencies", "runtime", exact),
        ...dependenciesIn(json, "devDependencies", "development", exact),
    ]);
    const runner = packageManager === "npm" ? "npx" : packageManager === "bun" ? "bunx" : `${packageManager} exec`;
    const scripts = (0,fields/* objectField */.qV)(root, "scripts");
    const script = (...names) => {
        const name = names.find((candidate) => (0,fields/* textField */.M8)(scripts, candidate) !== "");
        if (name === undefined || (0,fields/* textField */.M8)(scripts, name).includes("no test specified"))
            return undefined;
        const short = name === "test" || (name === "start" && packageManager === "npm");
        return { tool: toolIn((0,fields/* textField */.M8)(scripts, name)), command: `${packageManager} ${short ? "" : "run "}${name}` };
    };
    return {
        name: "javascript",
        packageManager,
        manifests,
        lockFile,
        install: lockFile === undefined ? `${packageManager} install` : (INSTALL[packageManager] ?? `${packageManager} install`),
        dependencies: unique(dependencies),
        frameworks: frameworksOf(dependencies, javascript_FRAMEWORKS),
        test: script("test", "test:unit", "tests") ??
            toolAmong(dependencies, {
                vitest: `${runner} vitest run`,
                jest: `${runner} jest`,
                mocha: `${runner} mocha`,
                ava: `${runner} ava`,
            }) ??
            nodeTests(base),
        lint: script("lint") ??
            toolAmong(dependencies, {
                eslint: `${runner} eslint .`,
                oxlint: `${runner} oxlint`,
                "@biomejs/biome": `${runner} biome lint`,
            }),
        format: script("format:check", "format") ??
            toolAmong(dependencies, {
                prettier: `${runner} prettier --check .`,
                oxfmt: `${runner} oxfmt --check`,
                "@biomejs/biome": `${runner} biome format`,
            }),
        typeCheck: script("typecheck", "type-check", "types") ??
            (has(base, "tsconfig.json") ? { tool: "tsc", command: `${runner} tsc --noEmit` } : undefined),
        build: script("build", "compile"),
        workspaces: workspacesOf(base, root),
        entryPoints: entryPointsOf(root),
    };
}
function managerOf(root, lockFile) {
    const declared = /^(npm|pnpm|yarn|bun)@/.exec((0,fields/* textField */.M8)(root, "packageManager"))?.[1];
    return declared ?? (lockFile === undefined ? "npm" : (LOCK_FILES[lockFile] ?? "npm"));
}
function dependenciesIn(json, field, scope, exact) {
    return Object.keys((0,fields/* objectField */.qV)(json, field)).map((name) => ({
        name,
        version: exact.get(name) ?? (0,fields/* textField */.M8)((0,fields/* objectField */.qV)(json, field), name, "*"),
        scope,
    }));
}
/** Versions of a package-lock.json, version 2 and 3: `packages` by path. */
function lockedVersions(lock) {
    const versions = new Map();
    for (const [path, entry] of Object.entries((0,fields/* objectField */.qV)(lock, "packages"))) {
        const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
        if (name !== undefined && (0,json/* isJsonObject */.O)(entry))
            versions.set(name, (0,fields/* textField */.M8)(entry, "version"));
    }
    return versions;
}
function workspacesOf(base, root) {
    const declared = root["workspaces"];
    const list = Array.isArray(declared)
        ? declared
        : (0,json/* isJsonObject */.O)(declared) && Array.isArray(declared["packages"])
            ? declared["packages"]
            : [];
    const pnpm = base.read("pnpm-workspace.yaml");
    let packages;
    try {
        packages =
            pnpm === undefined
                ? undefined
                : (0,yaml_dist/* parse */.qg)(pnpm, { maxAliasCount: 0 })?.packages;
    }
    catch {
        packages = undefined;
    }
    return [...list, ...(Array.isArray(packages) ? packages : [])].filter((glob) => typeof glob === "string");
}
function entryPointsOf(root) {
    const bin = root["bin"];
    const programs = typeof bin === "string"
        ? [bin]
        : (0,json/* isJsonObject */.O)(bin)
            ? Object.values(bin).filter((file) => typeof file === "string")
            : [];
    return [...new Set([(0,fields/* textField */.M8)(root, "main"), (0,fields/* textField */.M8)(root, "module"), ...programs].filter((file) => file !== ""))];
}
/** Tests for Node's own runner need no dependency. */
function nodeTests(base) {
    const uses = base.paths.some((file) => /\.[cm]?[jt]s$/.test(file) &&
        /(?:^|[./_-])test[./_-]/.test(file) &&
        (base.read(file) ?? "").includes("node:test"));
    return uses ? { tool: "node:test", command: "node --test" } : undefined;
}
/** The program a script runs in the end: `cross-env CI=1 vitest run` is vitest. */
function toolIn(script) {
    const words = (script.split("&&").at(-1) ?? "").trim().split(/\s+/);
    const word = words.find((candidate) => !/=|^(?:cross-env|npx|npm|pnpm|yarn|run|exec|c8|nyc)$/.test(candidate)) ?? "";
    return word === "node" && words.includes("--test") ? "node:test" : word;
}
function unique(dependencies) {
    const byName = new Map();
    for (const dependency of dependencies) {
        if (!byName.has(dependency.name) || dependency.scope === "runtime")
            byName.set(dependency.name, dependency);
    }
    return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
function readJson(base, file) {
    try {
        const value = JSON.parse(base.read(file) ?? "");
        return (0,json/* isJsonObject */.O)(value) ? value : {};
    }
    catch {
        // A manifest that can't be read says nothing; its own tools will tell people so.
        return {};
    }
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/toml.js

/** A TOML file as an object; empty when it isn't there or can't be read. */
function readToml(base, file) {
    const text = base.read(file);
    if (text === undefined)
        return {};
    try {
        // Dates become text; nothing else of TOML is missing in JSON.
        return JSON.parse(JSON.stringify((0,smol_toml_dist/* parse */.qg)(text)));
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/ecosystems/python.js





const python_FRAMEWORKS = {
    django: "Django", flask: "Flask", fastapi: "FastAPI", starlette: "Starlette", aiohttp: "aiohttp", tornado: "Tornado", celery: "Celery", sqlalchemy: "SQLAlchemy",
    pydantic: "Pydantic", numpy: "NumPy", pandas: "pandas", torch: "PyTorch", tensorflow: "TensorFlow", "scikit-learn": "scikit-learn", typer: "Typer", click: "Click",
}; // prettier-ignore
const python_LOCK_FILES = { "uv.lock": "uv", "poetry.lock": "poetry", "pdm.lock": "pdm", "Pipfile.lock": "pipenv" };
const python_INSTALL = {
    uv: "uv sync",
    poetry: "poetry install",
    pdm: "pdm install",
    pipenv: "pipenv sync --dev",
};
function python(base) {
    const manifests = named(base, "pyproject.toml", "setup.py", "setup.cfg", "requirements.txt", "requirements-dev.txt", "Pipfile");
    if (manifests.length === 0)
        return undefined;
    const project = readToml(base, "pyproject.toml");
    const lockFile = Object.keys(python_LOCK_FILES).find((file) => has(base, file));
    const manager = lockFile === undefined
        ? Object.keys((0,fields/* objectField */.qV)((0,fields/* objectField */.qV)(project, "tool"), "poetry")).length > 0
            ? "poetry"
            : "pip"
        : python_LOCK_FILES[lockFile];
    const dependencies = python_unique([...declared(project), ...requirements(base), ...pipfile(base)]);
    const run = manager === "pip" ? "" : `${manager} run `;
    const tools = (0,fields/* objectField */.qV)(project, "tool");
    const configured = (name) => name in tools;
    const pytest = toolAmong(dependencies, { pytest: `${run}pytest` }) ??
        (configured("pytest") || has(base, "pytest.ini") || has(base, "conftest.py")
            ? { tool: "pytest", command: `${run}pytest` }
            : undefined);
    const unittest = base.paths.some((file) => /(?:^|\/)test[^/]*\.py$/.test(file))
        ? { tool: "unittest", command: `${run}python -m unittest` }
        : undefined;
    return {
        name: "python",
        packageManager: manager,
        manifests,
        lockFile,
        install: python_INSTALL[manager] ?? (has(base, "requirements.txt") ? "pip install -r requirements.txt" : "pip install -e ."),
        dependencies,
        frameworks: frameworksOf(dependencies, python_FRAMEWORKS),
        test: toolAmong(dependencies, { tox: `${run}tox`, nox: `${run}nox` }) ?? pytest ?? unittest,
        lint: toolAmong(dependencies, { ruff: `${run}ruff check .`, flake8: `${run}flake8`, pylint: `${run}pylint .` }) ??
            (configured("ruff") || has(base, "ruff.toml") ? { tool: "ruff", command: `${run}ruff check .` } : undefined),
        format: toolAmong(dependencies, { black: `${run}black --check .`, ruff: `${run}ruff format --check .` }),
        typeCheck: toolAmong(dependencies, { mypy: `${run}mypy .`, pyright: `${run}pyright` }) ??
            (configured("mypy") ? { tool: "mypy", command: `${run}mypy .` } : undefined),
        build: "build-system" in project ? { tool: "build", command: `${run}python -m build` } : undefined,
        workspaces: (0,fields/* listField */.FZ)((0,fields/* objectField */.qV)((0,fields/* objectField */.qV)(tools, "uv"), "workspace"), "members").filter((glob) => typeof glob === "string"),
        entryPoints: Object.keys((0,fields/* objectField */.qV)((0,fields/* objectField */.qV)(project, "project"), "scripts")),
    };
}
/** PEP 621 and PEP 735 tables, and poetry's own. */
function declared(project) {
    const standard = (0,fields/* objectField */.qV)(project, "project");
    const poetry = (0,fields/* objectField */.qV)((0,fields/* objectField */.qV)(project, "tool"), "poetry");
    const groups = Object.values((0,fields/* objectField */.qV)(poetry, "group")).flatMap((group) => (0,json/* isJsonObject */.O)(group) ? Object.entries((0,fields/* objectField */.qV)(group, "dependencies")) : []);
    return [
        ...(0,fields/* listField */.FZ)(standard, "dependencies").flatMap((text) => requirement(text, "runtime")),
        ...Object.values((0,fields/* objectField */.qV)(standard, "optional-dependencies")).flatMap((list) => Array.isArray(list) ? list.flatMap((text) => requirement(text, "development")) : []),
        ...Object.values((0,fields/* objectField */.qV)(project, "dependency-groups")).flatMap((list) => Array.isArray(list) ? list.flatMap((text) => requirement(text, "development")) : []),
        ...Object.entries((0,fields/* objectField */.qV)(poetry, "dependencies")).map(([name, version]) => table(name, version, "runtime")),
        ...[...Object.entries((0,fields/* objectField */.qV)(poetry, "dev-dependencies")), ...groups].map(([name, version]) => table(name, version, "development")),
    ].filter(({ name }) => name !== "python");
}
function requirements(base) {
    return base.paths
        .filter((file) => /^requirements[^/]*\.txt$/.test(file))
        .flatMap((file) => {
        const scope = /dev|test|lint|doc/.test(file) ? "development" : "runtime";
        return (base.read(file) ?? "").split("\n").flatMap((line) => requirement(line.replace(/\s*#.*$/, ""), scope));
    });
}
function pipfile(base) {
    const file = readToml(base, "Pipfile");
    return [
        ...Object.entries((0,fields/* objectField */.qV)(file, "packages")).map(([name, version]) => table(name, version, "runtime")),
        ...Object.entries((0,fields/* objectField */.qV)(file, "dev-packages")).map(([name, version]) => table(name, version, "development")),
    ];
}
/** One requirement (PEP 508): name, extras, version; options and URLs of requirements files are no names. */
function requirement(text, scope) {
    if (typeof text !== "string")
        return [];
    const match = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*([^;]*)/.exec(text.trim());
    const name = match?.[1];
    return name === undefined ? [] : [{ name: normal(name), version: (match?.[2] ?? "").trim() || "*", scope }];
}
function table(name, version, scope) {
    return {
        name: normal(name),
        version: typeof version === "string" ? version : (0,json/* isJsonObject */.O)(version) ? (0,fields/* textField */.M8)(version, "version", "*") : "*",
        scope,
    };
}
/** PEP 503: names are the same whatever their case and separators. */
function normal(name) {
    return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}
function python_unique(dependencies) {
    const byName = new Map();
    for (const dependency of dependencies) {
        if (!byName.has(dependency.name) || dependency.scope === "runtime")
            byName.set(dependency.name, dependency);
    }
    return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/ecosystems/rust.js





const rust_FRAMEWORKS = {
    tokio: "Tokio", axum: "Axum", "actix-web": "Actix Web", rocket: "Rocket", warp: "warp", hyper: "hyper", serde: "Serde", clap: "clap", diesel: "Diesel", sqlx: "SQLx", bevy: "Bevy", tonic: "tonic", leptos: "Leptos",
}; // prettier-ignore
function rust(base) {
    const manifests = named(base, "Cargo.toml");
    const [first] = manifests;
    if (first === undefined)
        return undefined;
    const root = readToml(base, first);
    const locked = rust_lockedVersions(readToml(base, "Cargo.lock"));
    const all = manifests.map((file) => readToml(base, file));
    const dependencies = all.flatMap((manifest) => [
        ...entries((0,fields/* objectField */.qV)(manifest, "dependencies"), "runtime", locked),
        ...entries((0,fields/* objectField */.qV)((0,fields/* objectField */.qV)(manifest, "workspace"), "dependencies"), "runtime", locked),
        ...entries((0,fields/* objectField */.qV)(manifest, "dev-dependencies"), "development", locked),
        ...entries((0,fields/* objectField */.qV)(manifest, "build-dependencies"), "development", locked),
    ]);
    const unique = [...new Map(dependencies.toReversed().map((dependency) => [dependency.name, dependency])).values()];
    const members = (0,fields/* listField */.FZ)((0,fields/* objectField */.qV)(root, "workspace"), "members").filter((glob) => typeof glob === "string");
    const all_ = members.length > 0 ? " --workspace" : "";
    return {
        name: "rust",
        packageManager: "cargo",
        manifests,
        lockFile: has(base, "Cargo.lock") ? "Cargo.lock" : undefined,
        install: "cargo fetch",
        dependencies: unique.toSorted((a, b) => a.name.localeCompare(b.name)),
        frameworks: frameworksOf(unique, rust_FRAMEWORKS),
        test: { tool: "cargo test", command: `cargo test${all_}` },
        lint: { tool: "clippy", command: `cargo clippy${all_} --all-targets` },
        format: { tool: "rustfmt", command: "cargo fmt --check" },
        typeCheck: { tool: "cargo check", command: `cargo check${all_}` },
        build: { tool: "cargo build", command: `cargo build${all_}` },
        workspaces: members,
        entryPoints: base.paths.filter((file) => /(?:^|\/)src\/(?:main|lib)\.rs$/.test(file)),
    };
}
function entries(table, scope, locked) {
    return Object.entries(table).map(([name, value]) => ({
        name,
        version: locked.get(name) ??
            (typeof value === "string" ? value : (0,json/* isJsonObject */.O)(value) ? (0,fields/* textField */.M8)(value, "version", "*") : "*"),
        scope,
    }));
}
function rust_lockedVersions(lock) {
    return new Map((0,fields/* listField */.FZ)(lock, "package").flatMap((entry) => (0,json/* isJsonObject */.O)(entry) ? [[(0,fields/* textField */.M8)(entry, "name"), (0,fields/* textField */.M8)(entry, "version")]] : []));
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/analyze.js










const MOST_DEPENDENCIES = 300;
const MOST_SHOWN = 10;
/** Files beyond this are generated data more often than code. */
const LARGEST_FILE = 1_000_000;
/** Parsing takes about half a second a megabyte: others (a lease to renew) get their turn in between. */
const LONGEST_STRETCH_MS = 50;
/** Analyses a code base: its result depends on nothing but the files. */
async function analyze(base) {
    const ecosystems = [javascript, python, go, rust, java].flatMap((read) => read(base) ?? []);
    const counted = await countFiles(base);
    const languages = languagesOf(counted);
    const main = mainEcosystem(ecosystems, languages);
    const tests = base.paths.filter(isTest);
    return {
        languages: languages.map(({ name }) => name),
        language_figures: languages,
        package_managers: ecosystems.map(({ packageManager, manifests, lockFile }) => ({
            name: packageManager,
            manifest: manifests[0] ?? "",
            lock_file: lockFile ?? null,
        })),
        frameworks: [...new Set(ecosystems.flatMap(({ frameworks }) => frameworks))],
        dependencies: dependenciesOf(ecosystems),
        has_tests: tests.length > 0,
        install_command: main?.install ?? null,
        ...commands("test", main?.test),
        ...commands("lint", main?.lint),
        ...commands("format", main?.format),
        ...commands("type_check", main?.typeCheck),
        ...commands("build", main?.build),
        ecosystems: ecosystems.map((ecosystem) => ({
            name: ecosystem.name,
            package_manager: ecosystem.packageManager,
            test_command: ecosystem.test?.command ?? null,
            lint_command: ecosystem.lint?.command ?? null,
            build_command: ecosystem.build?.command ?? null,
        })),
        conventions: { ...conventionsOf(base) },
        structure: structureOf(base, ecosystems, tests),
        complexity: complexityOf(counted),
        documentation: documentationOf(base, counted),
    };
}
async function countFiles(base) {
    const counted = [];
    let pauseAt = performance.now() + LONGEST_STRETCH_MS;
    for (const file of base.paths) {
        const language = languageOf(file);
        const text = language === undefined ? undefined : base.read(file);
        if (language === undefined || text === undefined || text.length > LARGEST_FILE)
            continue;
        counted.push({ file, language: language.name, ...count(text, language) });
        if (performance.now() < pauseAt)
            continue;
        await (0,promises_.setImmediate)();
        pauseAt = performance.now() + LONGEST_STRETCH_MS;
    }
    return counted;
}
function languagesOf(counted) {
    const total = counted.reduce((sum, { code }) => sum + code, 0);
    const names = [...new Set(counted.map(({ language }) => language))];
    return names
        .map((name) => {
        const files = counted.filter(({ language }) => language === name);
        const code = files.reduce((sum, file) => sum + file.code, 0);
        const comments = files.reduce((sum, file) => sum + file.comments, 0);
        return {
            name,
            files: files.length,
            code_lines: code,
            comment_lines: comments,
            share: total === 0 ? 0 : round(code / total),
        };
    })
        .toSorted((a, b) => b.code_lines - a.code_lines);
}
const ECOSYSTEM_LANGUAGES = {
    javascript: ["TypeScript", "JavaScript"],
    python: ["Python"],
    go: ["Go"],
    rust: ["Rust"],
    java: ["Java"],
};
/** The ecosystem in which most of the code is written: its commands are the ones meant by "the tests". */
function mainEcosystem(ecosystems, languages) {
    const weight = ({ name }) => languages
        .filter((language) => ECOSYSTEM_LANGUAGES[name].includes(language.name))
        .reduce((sum, { code_lines }) => sum + code_lines, 0);
    return ecosystems.toSorted((a, b) => weight(b) - weight(a))[0];
}
function commands(name, fact) {
    return { [`${name}_command`]: fact?.command ?? null, [`${name}_tool`]: fact?.tool ?? null };
}
function dependenciesOf(ecosystems) {
    const all = ecosystems.flatMap(({ name, dependencies }) => dependencies.map((dependency) => ({ ...dependency, ecosystem: name })));
    return {
        runtime: all.filter(({ scope }) => scope === "runtime").length,
        development: all.filter(({ scope }) => scope === "development").length,
        list: all.slice(0, MOST_DEPENDENCIES),
    };
}
function structureOf(base, ecosystems, tests) {
    const top = (files) => [
        ...new Set(files.flatMap((file) => (file.includes("/") ? [file.split("/")[0] ?? ""] : []))),
    ];
    const sources = base.paths.filter((file) => languageOf(file) !== undefined && !isTest(file));
    const workspaces = ecosystems.flatMap((ecosystem) => ecosystem.workspaces);
    return {
        top_level: top(base.paths),
        source_directories: top(sources),
        test_directories: [...new Set(tests.map((file) => file.split("/").slice(0, -1).join("/") || "."))].slice(0, 20),
        test_files: tests.length,
        entry_points: ecosystems.flatMap(({ entryPoints }) => entryPoints).slice(0, 20),
        monorepo: workspaces.length > 0,
        workspaces,
        ci: base.paths.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^\.circleci\/config\.yml$|^Jenkinsfile$|^azure-pipelines\.yml$/.test(file)),
        containers: named(base, "Dockerfile", "docker-compose.yml", "compose.yaml"),
    };
}
function isTest(file) {
    return (languageOf(file) !== undefined &&
        /(?:^|\/)(?:tests?|__tests__|spec)\/|[._-](?:test|spec)\.[a-z]+$|(?:^|\/)test_[^/]*\.py$|_test\.go$|Tests?\.java$/.test(file));
}
/** Cyclomatic complexity (McCabe), on syntax trees. */
function complexityOf(counted) {
    const code = counted.reduce((sum, file) => sum + file.code, 0);
    const decisions = counted.reduce((sum, file) => sum + file.decisions, 0);
    const functions = functionsOf(counted);
    const total = functions.reduce((sum, { complexity }) => sum + complexity, 0);
    const shown = (files) => files.slice(0, MOST_SHOWN).map((file) => ({ file: file.file, code_lines: file.code, decisions: file.decisions }));
    return {
        code_lines: code,
        decisions,
        decisions_per_100_lines: code === 0 ? 0 : round((decisions / code) * 100),
        functions: functions.length,
        mean_of_functions: functions.length === 0 ? 0 : round(total / functions.length),
        most_complex_functions: functions
            .toSorted((a, b) => b.complexity - a.complexity)
            .slice(0, MOST_SHOWN)
            .map(({ file, line, name, complexity }) => ({ file, line, name, complexity })),
        most_complex: shown(counted.toSorted((a, b) => b.decisions - a.decisions)),
        largest: shown(counted.toSorted((a, b) => b.code - a.code)),
    };
}
function functionsOf(counted) {
    return counted.flatMap(({ file, functions }) => functions.map((found) => ({ file, ...found })));
}
function documentationOf(base, counted) {
    const code = counted.reduce((sum, file) => sum + file.code, 0);
    const comments = counted.reduce((sum, file) => sum + file.comments, 0);
    const documented = counted.filter((file) => file.documentation > 0).length;
    // What tests are named says what they do; comments above them are rare everywhere.
    const functions = functionsOf(counted).filter(({ file }) => !isTest(file));
    return {
        readme: base.paths.find((file) => /^readme(?:\.[a-z]+)?$/i.test(file)) ?? null,
        changelog: base.paths.find((file) => /^(?:changelog|changes|history)(?:\.[a-z]+)?$/i.test(file)) ?? null,
        contributing: base.paths.find((file) => /^(?:\.github\/)?contributing(?:\.[a-z]+)?$/i.test(file)) ?? null,
        license: base.paths.find((file) => /^(?:license|licence|copying)(?:\.[a-z]+)?$/i.test(file)) ?? null,
        pages: base.paths.filter((file) => /^docs?\/.*\.(?:md|rst|adoc)$/i.test(file)).length,
        comment_share: code + comments === 0 ? 0 : round(comments / (code + comments)),
        documented_files_share: counted.length === 0 ? 0 : round(documented / counted.length),
        documented_functions_share: functions.length === 0 ? 0 : round(functions.filter((found) => found.documented).length / functions.length),
    };
}
function round(value) {
    return Math.round(value * 1_000) / 1_000;
}

;// CONCATENATED MODULE: ./lib/integrations/codebase-analyzer/plugin.js



/** The analysis of a code base (A5): languages, manifests, commands, conventions and figures, as context for prompts and conditions. */
const codebaseAnalyzer = {
    name: "codebase_analyzer",
    version: "2",
    description: "Reads what a code base is made of, how it is built and tested, and what its habits are.",
    actions: {
        analyze: {
            description: "Analyses the workspace. Nothing is run: manifests, lock files and sources are read.",
            input: {
                type: "object",
                properties: {
                    paths: {
                        type: "array",
                        items: { type: "string" },
                        description: "Globs of the files to look at; all by default.",
                    },
                },
                additionalProperties: false,
            },
            output: {
                type: "object",
                required: ["languages", "has_tests", "test_command", "conventions", "structure", "complexity", "documentation"],
            },
            effects: false,
            run: ({ paths }, { workspace }) => analyzeWorkspace(workspace, Array.isArray(paths) ? paths.map(String) : undefined),
        },
    },
};
/** Analyses a run's workspace; links that leave it and files that are too large are passed over. */
function analyzeWorkspace(workspace, globs = ["**/*"]) {
    return analyze(codeBase(workspace.glob(globs), (file) => readText(workspace, file)));
}
function readText(workspace, file) {
    try {
        return workspace.readFile(file);
    }
    catch (thrown) {
        if (thrown instanceof errors/* PawlError */.p)
            return undefined;
        throw thrown;
    }
}


/***/ }),

/***/ 81336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   hQ: () => (/* binding */ booleanField),
/* harmony export */   qV: () => (/* binding */ objectField),
/* harmony export */   sJ: () => (/* binding */ numberField)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35183);

/** A resolved field as text: numbers and booleans as they print, lists and objects as JSON; `fallback` when it is absent or null. */
function textField(config, name, fallback = "") {
    const value = config[name];
    if (value === undefined || value === null)
        return fallback;
    if (typeof value === "string")
        return value;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
}
/** A resolved field as a number, also when an expression gave it as text; `fallback` when it is absent or no number. */
function numberField(config, name, fallback) {
    const value = config[name];
    const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? number : fallback;
}
/** A resolved field as a truth value, also when an expression gave it as the text `true` or `false`. */
function booleanField(config, name, fallback) {
    const value = config[name];
    if (typeof value === "boolean")
        return value;
    if (value === "true")
        return true;
    if (value === "false")
        return false;
    return fallback;
}
/** A resolved field as a list: one value stands for a list of one, an absent field for an empty list. */
function listField(config, name) {
    const value = config[name];
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
/** A resolved field as an object; empty when it is anything else. */
function objectField(config, name) {
    const value = config[name];
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value) ? value : {};
}


/***/ })

};
