import { SECURITY_PROFILES } from "../../src/kernel/security-profiles.ts";

/** The table of `docs/sandbox.md`, as the code has it. */
export function profileTable(): string {
  const rows = SECURITY_PROFILES.map((profile) => {
    const { limits } = profile;
    const written =
      profile.workspace === "read"
        ? "nothing"
        : profile.readOnly.length === 0
          ? "the workspace"
          : `the workspace but ${profile.readOnly.map((name) => `\`${name}\``).join(", ")}`;
    const network =
      profile.network === "none" ? "own loopback" : profile.network === "open" ? "all" : "the hosts below";
    const tools =
      profile.tools.filter((tool) => tool !== "mcp").join(", ") + (profile.tools.includes("mcp") ? ", MCP" : "");
    const commands =
      "only" in profile.commands
        ? "the list below"
        : profile.commands.without.length === 0
          ? "all"
          : profile.commands.without.includes("curl")
            ? "no escapes, no network clients"
            : profile.commands.without.includes("ssh")
              ? "no escapes, no remote shells"
              : "no escapes";
    return [
      `\`${profile.name}\``,
      written,
      network,
      `${limits.cpuSeconds} s`,
      `${limits.memoryMiB} MiB`,
      `${limits.processes}`,
      `${limits.diskMiB} MiB`,
      `${limits.wallMinutes} min`,
      tools,
      commands,
    ];
  });
  const head = [
    "profile",
    "writes",
    "network",
    "CPU",
    "memory",
    "processes",
    "disk",
    "time",
    "agent's tools",
    "commands",
  ];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The hosts `standard` reaches, and the programs `paranoid` has, as lists of words. */
export function profileLists(): { readonly hosts: string; readonly programs: string } {
  const standard = SECURITY_PROFILES.find(({ name }) => name === "standard");
  const paranoid = SECURITY_PROFILES.find(({ name }) => name === "paranoid");
  const hosts =
    standard !== undefined && Array.isArray(standard.network) ? (standard.network as readonly string[]) : [];
  const programs = paranoid !== undefined && "only" in paranoid.commands ? paranoid.commands.only : [];
  return {
    hosts: hosts.map((host) => `\`${host}\``).join(", "),
    programs: programs.map((name) => `\`${name}\``).join(", "),
  };
}
