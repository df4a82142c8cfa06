import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stage, startStage, step } from "../entry/app/stage.ts";
import { origin, writeFiles } from "./stage.ts";
import openapi from "./github-openapi.json" with { type: "json" };

// What GitHub's own description of its REST API says of the routes Pawl uses: taken from @octokit/openapi, references resolved, prose left out.
interface RouteDescription {
  readonly query: readonly { readonly name: string; readonly schema: object }[];
  readonly required?: boolean;
  readonly body?: { readonly properties?: Readonly<Record<string, unknown>> };
}
const routes = Object.entries(openapi.routes as unknown as Readonly<Record<string, RouteDescription>>).map(
  ([route, description]) => {
    const [method = "", template = ""] = route.split(" ");
    // `contents/{path}`, `git/ref/{ref}` and the like take slashes.
    const pattern = template.replaceAll(/\{(path|ref|basehead)\}/g, "(?:.+)").replaceAll(/\{[a-z_]+\}/g, "(?:[^/]+)");
    return { route, method, pattern: new RegExp(`^${pattern}$`), description, parts: template.split("{").length };
  },
);

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
let stage: Stage;

/** Everything Pawl ever writes, once: a run from label to pull request, with an approval, a cancel and a resume. */
beforeAll(async () => {
  stage = await startStage();
  const issue = await stage.on.issue();
  await stage.label("wanda", issue, "pawl:fix");
  await stage.say("wanda", issue, "/pawl help");
  await stage.settle();
  const [run] = stage.requested;
  if (run === undefined) throw new Error("nothing was started");
  await stage.progress(run, {
    steps: { tests: step({ status: "failed", error: { code: "x", kind: "permanent", message: "no" } }) },
  });
  await stage.progress(run, { status: "failed" });
  await stage.settle();
  await stage.say("wanda", issue, "/pawl resume");
  await stage.settle();
  await stage.say("wanda", issue, "/pawl cancel");
  await stage.settle();
  const intent = await stage.on.change((root) => writeFiles(root, { "README.md": "# Changed\n" }), {
    labels: ["bug"],
    reviewers: ["olga"],
    milestone: "v1",
  });
  await stage.on.effects().publishPullRequest(intent, origin(issue));
  const again = await stage.on.change((root) => writeFiles(root, { "README.md": "# Changed again\n" }));
  await stage.on.effects().publishPullRequest(again, origin(issue));
  await stage.on.effects().comment({ body: "said" }, origin(issue));
  await stage.on.effects().label({ add: [], remove: ["bug"] }, origin(issue));
});
afterAll(() => stage[Symbol.asyncDispose]());

const ours = (): readonly { method: string; path: string; body: string }[] =>
  stage.github.requests.filter(({ userAgent, path }) => userAgent === "pawl" && path.startsWith("/repos/"));

function routeOf(method: string, path: string): (typeof routes)[number] | undefined {
  const at = path.split("?")[0] ?? "";
  return routes.filter((one) => one.method === method && one.pattern.test(at)).toSorted((a, b) => a.parts - b.parts)[0];
}

describe("what Pawl sends to GitHub", () => {
  test("goes to routes GitHub describes", () => {
    // The routes of git objects by id, and of an installation, aren't in the subset: they take nothing but what is in their path.
    const unknown = ours().filter(
      ({ method, path }) =>
        routeOf(method, path) === undefined &&
        !/^GET .*\/(git\/(commits|trees|blobs)\/|installation$)/.test(`${method} ${path}`),
    );
    expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test("has bodies as GitHub's description wants them, without a member it doesn't know", () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { method, path, body } of ours()) {
      const found = routeOf(method, path);
      const schema = found?.description.body;
      if (found === undefined || schema === undefined) continue;
      checked += 1;
      const value: unknown = JSON.parse(body === "" ? "{}" : body);
      const check = ajv.compile(schema);
      if (!check(value)) wrong.push(`${found.route}: ${ajv.errorsText(check.errors)}`);
      const known = Object.keys(schema.properties ?? {});
      const strange = Object.keys(value as object).filter((name) => known.length > 0 && !known.includes(name));
      if (strange.length > 0) wrong.push(`${found.route}: ${strange.join(", ")}`);
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(20);
  });

  test("asks with parameters GitHub knows", () => {
    const strange = ours().flatMap(({ method, path }) => {
      const known = routeOf(method, path)?.description.query.map(({ name }) => name);
      const given = [...new URL(path, "http://localhost").searchParams.keys()];
      return known === undefined
        ? []
        : given.filter((name) => !known.includes(name)).map((name) => `${method} ${path}: ${name}`);
    });
    expect(strange).toEqual([]);
  });

  test("writes with the kinds of request it has, all of them seen here", () => {
    const written = new Set(
      ours()
        .filter(({ method }) => method !== "GET")
        .map(({ method, path }) => routeOf(method, path)?.route),
    );
    const describable = routes.filter(({ method }) => method !== "GET").map(({ route }) => route);
    const unseen = describable.filter((route) => !written.has(route));
    // Reactions on review comments and milestones need what the stage has none of, and so does the removal of claims: it has no old ones.
    expect(unseen).toEqual([
      "DELETE /repos/{owner}/{repo}/git/refs/{ref}",
      "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
      "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions",
    ]);
  });
});
