/** The model of an agent step that names none. */
export const DEFAULT_MODEL = "claude-sonnet-5-5";

/** The tools an agent has beside those of MCP servers. */
export const BUILT_IN_TOOLS: readonly string[] = ["read", "glob", "grep", "edit", "write", "bash"];

/** The npm package that holds the Claude Code program. */
export const CLAUDE_CODE_PACKAGE = "@anthropic-ai/claude-code";
