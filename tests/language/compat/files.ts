/** A file as the first generation of tools wrote it: steps by type, cache keys beside the step, typed outputs. */
export const TYPED_STEPS = `name: increase-coverage
inputs:
  target_coverage: {type: number, default: 80}
  f: {type: string, default: src/index.js}
steps:
  - id: baseline
    type: shell
    command: npm test -- --coverage
    cache_key: "x-{{ hash(inputs.f) }}"
    outputs:
      coverage_xml: "./coverage.xml"
  - id: needed
    type: assert
    condition: "parse_coverage(baseline.outputs.coverage_xml).line_coverage < {{ inputs.target_coverage }}"
    message: coverage is there already
  - id: write_tests
    type: claude_code
    prompt: Write tests.
    security_profile: standard
    use_cache: true
    inputs:
      - "{{ inputs.f }}"
      - coverage.xml
    when: "{{ env.CREATE_PR == 'true' }}"
    outputs:
      report:
        type: artifact
        path: ./report.md
      tests_added:
        type: number
`;

/** A file with the workflows in a wrapper, plug-in steps, \${…} expressions and outputs known by their names alone. */
export const WRAPPED = `version: "1.0"
workflows:
  base:
    steps:
      - name: announce
        plugin: jira
        action: comment
        inputs: {text: started}
  feature:
    extends: base
    parallel_execution: false
    rollback_strategy: automatic
    cost_tracking: true
    variables:
      task_id: "\${INPUT_TASK_ID}"
    steps:
      - name: fetch_task
        plugin: jira
        action: get_issue
        inputs:
          key: "\${task_id}"
        outputs:
          - task
      - name: branch
        plugin: github
        action: create_branch
        inputs:
          name: "feature/\${task_id.lower()}-\${task.title.slug}"
      - name: generate
        type: ai_action
        agent: code_generator
        prompt_template: |
          Write the code for \${task.title}.
        outputs: [generated_code]
      - name: checks
        type: parallel
        steps:
          - name: lint
            type: shell
            command: npm run lint
          - name: unit tests
            type: shell
            command: echo "\${HOME}" && npm test
            condition: "\${project.has_tests and generated_code.includes_tests}"
`;
