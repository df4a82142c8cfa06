import { access, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { VERSION } from "../../../wiring/version.ts";
import { EXIT } from "../exit.ts";
import { findPlaces } from "../places.ts";
import type { Session } from "../session.ts";

/** `pawl init`: the two files a repository needs, a job that listens and a first workflow. What is there already stays as it is. */
export async function initCommand(
  session: Session,
  options: { readonly uses?: string; readonly force?: boolean },
): Promise<number> {
  const { workspace } = findPlaces(session);
  const files = {
    ".github/workflows/pawl.yml": jobFile(options.uses ?? DEFAULT_USES),
    ".github/pawl/check.yml": FIRST_WORKFLOW,
  };
  const results: { file: string; written: boolean }[] = [];
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(workspace, file);
    const written = options.force === true || !(await exists(target));
    if (written) {
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    results.push({ file, written });
  }
  const { terminal } = session;
  if (session.options.json === true) terminal.json({ files: results });
  else {
    for (const { file, written } of results) {
      terminal.out(written ? `${terminal.tone("good", "✓")} ${file}` : `- ${file} is there already and was left alone`);
    }
    terminal.out(
      [
        "",
        "Next:",
        "  1. pawl run check                          try the workflow here",
        "  2. git add .github && git commit && git push",
        "  3. Settings → Secrets and variables → Actions: add ANTHROPIC_API_KEY, for agent steps",
        "  4. Settings → Actions → General: allow GitHub Actions to create pull requests",
        "  5. label an issue `pawl:issue-to-pull-request`, or comment `/pawl help`",
        "",
        "pawl doctor says what is still missing.",
      ].join("\n"),
    );
  }
  return EXIT.ok;
}

const DEFAULT_USES = `pawl/pawl@v${VERSION}`;

/** The job of a repository without the app; with it, `workflow_dispatch` alone is used and the app asks for the rest. */
export function jobFile(uses: string): string {
  return `# Starts Pawl: label an issue \`pawl:<workflow>\`, or comment \`/pawl <workflow> key=value\`.
name: Pawl
run-name: \${{ inputs.run_id != '' && format('Pawl {0} {1}', inputs.workflow, inputs.run_id) || 'Pawl' }}
on:
  issues:
    types: [labeled, assigned]
  issue_comment:
    types: [created]
  workflow_dispatch:
    inputs:
      workflow: { description: The workflow to run, type: string, required: false }
      inputs: { description: Its inputs as one JSON object, type: string, default: "{}" }
      run_id: { description: The run's id, type: string, required: false }
      issue: { description: The issue it belongs to, type: string, required: false }
      trigger: { description: Set by the Pawl app, type: string, default: "{}" }
      app_url: { description: Set by the Pawl app, type: string, required: false }
      resume: { description: Carry run_id on, type: string, default: "false" }

permissions: {}

concurrency:
  group: pawl-\${{ inputs.run_id || github.event.issue.number || github.run_id }}
  cancel-in-progress: false

jobs:
  pawl:
    if: github.event_name == 'workflow_dispatch' || startsWith(github.event.label.name, 'pawl:') || github.event.action == 'assigned' || contains(github.event.comment.body, '/pawl')
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    permissions:
      contents: write
      issues: write
      pull-requests: write
      checks: write
      actions: read
      id-token: write
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - name: Let Pawl wall off what its steps run
        run: |
          sudo apt-get install -y --no-install-recommends bubblewrap
          sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
      - uses: ${uses}
        with:
          workflow: \${{ inputs.workflow }}
          inputs: \${{ inputs.inputs || '{}' }}
          run_id: \${{ inputs.run_id }}
          issue: \${{ inputs.issue }}
          trigger: \${{ inputs.trigger || '{}' }}
          app_url: \${{ inputs.app_url }}
          resume: \${{ inputs.resume || 'false' }}
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
`;
}

const FIRST_WORKFLOW = `# yaml-language-server: $schema=https://raw.githubusercontent.com/pawl/pawl/v${VERSION}/workflow.schema.json
name: check
description: Runs a command and checks what it says. Try it with \`pawl run check --input greeting=Hello\`.
inputs:
  greeting:
    type: string
    default: Hello
    description: What is said.
steps:
  - id: say
    type: shell
    command: echo "{{ inputs.greeting }} from $(git rev-parse --short HEAD 2>/dev/null || echo here)"
    timeout: 1m
  - id: said
    type: assert
    condition: "'{{ inputs.greeting }}' in say.outputs.stdout"
    message: The greeting was not said.
`;

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
