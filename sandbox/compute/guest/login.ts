import { timingSafeEqual } from 'node:crypto';
import type { MachineSpec, Schedule } from '../engine';
import type { Key } from './keys';
import { LineEditor } from './line-editor';
import type { TextTerminal } from './text-terminal';

/** Milliseconds of delay after a wrong password. */
const WRONG_MS = 600;

export interface LoginOptions {
  terminal: TextTerminal;
  spec: MachineSpec;
  schedule: Schedule;
  onSuccess: () => void;
}

/** Asks for a user name and a password until both are correct. */
export class Login {
  private editor: LineEditor | null = null;
  private username: string | null = null;
  private cancelTimer: (() => void) | null = null;

  constructor(private readonly options: LoginOptions) {
    this.askName();
  }

  close(): void {
    this.cancelTimer?.();
    this.editor = null;
  }

  press(key: Key): void {
    const event = this.editor?.press(key);
    if (event?.kind === 'line') {
      if (this.username === null) this.askPassword(event.line.trim());
      else this.check(this.username, event.line);
    } else if (event?.kind === 'interrupt' || event?.kind === 'end-of-input') this.askName();
  }

  private askName(): void {
    this.username = null;
    this.options.terminal.write(`${this.options.spec.hostname} login: `);
    this.editor = new LineEditor(this.options.terminal, [], true);
  }

  private askPassword(username: string): void {
    if (username === '') return this.askName();
    this.username = username;
    this.options.terminal.write('Password: ');
    this.editor = new LineEditor(this.options.terminal, [], false);
  }

  private check(username: string, password: string): void {
    const { spec, terminal, schedule, onSuccess } = this.options;
    this.editor = null;
    if (username === spec.username && same(password, spec.password)) return onSuccess();
    this.cancelTimer = schedule(() => {
      terminal.write('\nLogin incorrect\n');
      this.askName();
    }, WRONG_MS);
  }
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
