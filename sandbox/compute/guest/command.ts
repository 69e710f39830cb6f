import type { MachineSpec } from '../engine';
import type { Files } from './files';

/** Something that happens to the session or the machine when a command is done. */
export type Effect = 'logout' | 'poweroff' | 'reboot' | 'clear';

/** Where a command runs. */
export interface CommandContext {
  spec: MachineSpec;
  files: Files;
  user: string;
  home: string;
  cwd: string;
  /** Run with `sudo`. */
  root: boolean;
  history: readonly string[];
  commands: ReadonlyMap<string, Command>;
  /** Milliseconds since 1970, and since the machine booted. */
  now: number;
  uptime: number;
}

/** What a command says and does. */
export interface Outcome {
  out?: string;
  /** Goes to the screen even when `out` goes to a file; the command failed. */
  error?: string;
  /** Lines that follow in time. */
  later?: readonly { afterMs: number; text: string }[];
  effect?: Effect;
  cwd?: string;
}

export interface Command {
  summary: string;
  run: (args: readonly string[], context: CommandContext) => Outcome;
}

/** Lines as output; nothing for no lines. */
export function lines(...text: string[]): Outcome {
  return { out: text.map((line) => `${line}\n`).join('') };
}
