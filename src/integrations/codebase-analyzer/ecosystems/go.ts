import { type CodeBase, has, named } from "../code-base.ts";
import { type Dependency, type Ecosystem, frameworksOf } from "../ecosystem.ts";

const FRAMEWORKS = {
  "github.com/gin-gonic/gin": "Gin", "github.com/labstack/echo/v4": "Echo", "github.com/gofiber/fiber/v2": "Fiber", "github.com/go-chi/chi/v5": "chi", "github.com/gorilla/mux": "gorilla/mux",
  "github.com/spf13/cobra": "Cobra", "gorm.io/gorm": "GORM", "google.golang.org/grpc": "gRPC", "k8s.io/client-go": "Kubernetes client", "github.com/stretchr/testify": "testify",
} as const; // prettier-ignore

export function go(base: CodeBase): Ecosystem | undefined {
  const manifests = named(base, "go.mod");
  if (manifests.length === 0) return undefined;
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
function requirementsOf(text: string): Dependency[] {
  const found: Dependency[] = [];
  let inBlock = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (inBlock && line === ")") inBlock = false;
    else if (/^require\s*\($/.test(line)) inBlock = true;
    else if ((inBlock || line.startsWith("require ")) && !line.includes("// indirect")) {
      const match = /^(?:require\s+)?(\S+)\s+(v\S+)/.exec(line);
      if (match?.[1] !== undefined && match[2] !== undefined)
        found.push({ name: match[1], version: match[2], scope: "runtime" });
    }
  }
  return found;
}
