import { PawlError } from "../../kernel/errors.ts";
import type { Command } from "../../ports/sandbox.ts";
import type { Limits } from "./limits.ts";
import { type Machine, probeMachine, UNSHARE_ARGUMENTS } from "./machine.ts";

/** How one command is started: the program line around it, what is added to its environment, and what is watched while it runs. */
export interface Confinement {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** Filled while the command runs: connections that were refused, limits that were reached. */
  readonly violations: string[];
  /** Whether ending the outer program ends everything inside, daemons included. */
  readonly contained: boolean;
  dispose(): Promise<void>;
}

/** The confinement for a command: of its profile, or the strongest that costs the author nothing when it names none. */
export async function confinementFor(command: Command): Promise<Confinement> {
  const machine = await probeMachine();
  if (command.profile === undefined) return ownProcesses(command, machine);
  throw new PawlError({
    code: "sandbox.unavailable",
    kind: "policy",
    message: `The security profile "${command.profile}" can't be enforced on this machine`,
    remedy: machine.missing.join("\n"),
  });
}

/**
 * Without a profile: the machine's files and network as they are, but a process namespace with its own `/proc`, so that neither this
 * process's environment nor its memory can be read, and nothing outlives the step. Where the machine has no namespaces, a session of its own.
 */
function ownProcesses(command: Command, machine: Machine): Confinement {
  const wrapped = machine.bwrap !== undefined || machine.unshare !== undefined;
  const argv: readonly [string, ...string[]] =
    machine.bwrap !== undefined
      ? [
          machine.bwrap,
          "--bind",
          "/",
          "/",
          "--dev-bind",
          "/dev",
          "/dev",
          "--unshare-pid",
          "--proc",
          "/proc",
          "--die-with-parent",
          "--",
          ...command.argv,
        ]
      : machine.unshare !== undefined
        ? [machine.unshare, ...UNSHARE_ARGUMENTS, ...command.argv]
        : command.argv;
  return { argv, env: {}, limits: {}, violations: [], contained: wrapped, dispose: async () => undefined };
}
