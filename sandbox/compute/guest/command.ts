import type { MachineSpec } from '../engine';
import type { Files } from './files';

/** An effect of a command on the session or the machine. */
export type Effect = 'logout' | 'poweroff' | 'reboot' | 'clear';

/** The environment of a command. */
export interface CommandContext {
  spec: MachineSpec;
  /** The name of the terminal, and its size in characters. */
  tty: string;
  size: { rows: number; columns: number };
  files: Files;
  user: string;
  home: string;
  cwd: string;
  /** Whether it runs with `sudo`. */
  root: boolean;
  history: readonly string[];
  commands: ReadonlyMap<string, Command>;
  /** `now` is milliseconds since 1970, `uptime` milliseconds since the machine booted. */
  now: number;
  uptime: number;
}

/** The result of a command. */
export interface Outcome {
  out?: string;
  /** A message of a failed command; it is shown even if `out` is written to a file. */
  error?: string;
  /** Lines that are printed later. */
  later?: readonly { afterMs: number; text: string }[];
  /** A text that is printed again and again until Ctrl-C. */
  endless?: string;
  effect?: Effect;
  cwd?: string;
}

export interface Command {
  summary: string;
  run: (args: readonly string[], context: CommandContext) => Outcome;
}

/** The output of some lines; empty for no lines. */
export function lines(...text: string[]): Outcome {
  return { out: text.map((line) => `${line}\n`).join('') };
}
