import type { MachineSpec, Schedule } from '../engine';
import type { Effect } from './command';
import type { Files } from './files';
import type { Key } from './keys';
import { Login } from './login';
import { Shell } from './shell';
import type { TextTerminal } from './text-terminal';

export interface SeatOptions {
  spec: MachineSpec;
  /** The name of the terminal, for example `tty1`. */
  tty: string;
  terminal: TextTerminal;
  files: Files;
  history: string[];
  schedule: Schedule;
  now: () => number;
  /** Whether the screen is cleared after a logout. */
  clears: boolean;
  onPower: (event: Extract<Effect, 'poweroff' | 'reboot'>) => void;
}

/** One place at which somebody can log in: it asks for a login, then runs a shell. */
export class Seat {
  terminal: TextTerminal;
  private front: Login | Shell | null = null;

  constructor(private readonly options: SeatOptions) {
    this.terminal = options.terminal;
  }

  /** Shows the login. @param bootedAt milliseconds since 1970 */
  greet(bootedAt: number): void {
    const { spec, tty, schedule } = this.options;
    this.terminal.write(`\n${spec.os}  ${tty}\n\n`);
    this.front = new Login({
      terminal: this.terminal,
      spec,
      schedule,
      onSuccess: () => this.openShell(bootedAt),
    });
  }

  press(key: Key): void {
    this.front?.press(key);
  }

  /** Ends the program that runs. */
  close(): void {
    this.front?.close();
    this.front = null;
  }

  private openShell(bootedAt: number): void {
    const { spec, tty, files, history, schedule, now, onPower } = this.options;
    const date = new Date(now()).toUTCString().replace('GMT', 'UTC');
    this.terminal.write(
      `\nWelcome to ${spec.os}. It is ${date}.\nType help for the commands of this machine.\n\n`,
    );
    this.front = new Shell({
      terminal: this.terminal,
      tty,
      spec,
      files,
      history,
      schedule,
      now,
      bootedAt,
      onEffect: (effect) => (effect === 'logout' ? this.logout(bootedAt) : onPower(effect)),
    });
  }

  private logout(bootedAt: number): void {
    this.close();
    if (this.options.clears) this.terminal.clear();
    this.greet(bootedAt);
  }
}
