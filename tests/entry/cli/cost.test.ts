import { expect, test } from "vitest";
import { answers, startMessagesApi } from "../../peers/messages-api.ts";
import { bench, type Called } from "./pawl.ts";

const usage = {
  input_tokens: 1_000,
  output_tokens: 100,
  cache_read_input_tokens: 0,
  cache_creation_input_tokens: 200,
};
const agent = (name: string, model: string): string =>
  `name: ${name}\nsteps:\n  - id: say\n    type: claude\n    model: ${model}\n    prompt: Say hello.\n    cache: false\n`;

interface Row {
  readonly usd: number;
  readonly runs: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
}
interface Costs {
  readonly usd: number;
  readonly rows: readonly (Row & Readonly<Record<string, string | number>>)[];
}

test("pawl cost sums what each answer cost by workflow, model, actor, day and month, and counts a child run once", async () => {
  const api = await startMessagesApi(() => answers.text("Hello.", usage));
  using repository = bench({
    "sonnet.yml": agent("sonnet", "claude-sonnet-5-5"),
    "opus.yml": agent("opus", "claude-opus-5-5"),
    "parent.yml": "name: parent\nsteps:\n  - id: child\n    type: workflow\n    workflow: ./sonnet.yml\n",
  });
  Object.assign(repository.env, { ANTHROPIC_API_KEY: "test", ANTHROPIC_BASE_URL: api.url });
  const spent: number[] = [];
  for (const file of ["sonnet.yml", "opus.yml", "parent.yml"]) {
    const called = await repository.pawl("run", file, "--json");
    expect(called.exit, called.stderr).toBe(0);
    spent.push((called.json() as { cost: Row }).cost.usd);
  }
  await api.close();
  const all = spent.reduce((a, b) => a + b, 0);
  const [sonnet = 0, opus = 0, parent = 0] = spent;
  expect(sonnet).toBeCloseTo((1_000 * 2 + 200 * 2.5 + 100 * 10) / 1e6, 9);
  const costs = async (by: string): Promise<Readonly<Record<string, Row>>> => {
    const called: Called = await repository.pawl("cost", "--by", by, "--json");
    const { usd, rows } = called.json() as Costs;
    expect(usd).toBeCloseTo(all, 9);
    expect(rows.reduce((sum, row) => sum + row.usd, 0)).toBeCloseTo(all, 9);
    return Object.fromEntries(rows.map((row) => [String(row[by]), row]));
  };
  const byWorkflow = await costs("workflow");
  expect(Object.keys(byWorkflow).toSorted()).toEqual(["opus", "parent", "sonnet"]);
  expect(byWorkflow["parent"]).toMatchObject({ runs: 1, input_tokens: 1_200, output_tokens: 100 });
  expect(byWorkflow["parent"]?.usd).toBeCloseTo(parent, 9);
  const byModel = await costs("model");
  expect(byModel["claude-sonnet-5-5"]?.usd).toBeCloseTo(sonnet + parent, 9);
  expect(byModel["claude-opus-5-5"]?.usd).toBeCloseTo(opus, 9);
  expect(Object.values(await costs("actor")).map(({ runs }) => runs)).toEqual([3]);
  const days = Object.keys(await costs("day"));
  expect(days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))).toBe(true);
  const months = Object.keys(await costs("month"));
  expect(new Set(days.map((day) => day.slice(0, 7)))).toEqual(new Set(months));
});
