import type { Duplex } from 'node:stream';
import type { Schedule } from '../engine';
import { SerialSession } from './session';

/** Most bytes of output that are kept for viewers who come later. */
const KEPT = 128 * 1024;

/** The serial line of one machine: its viewers, and the end of what it has written. */
export class SerialPort {
  /** The size that the viewer who changed it last has told. */
  size = { rows: 24, columns: 80 };
  private kept = Buffer.alloc(0);
  /** The number of bytes ever written. */
  private written = 0;
  private readonly sessions = new Set<SerialSession>();

  constructor(
    private readonly schedule: Schedule,
    private readonly onInput: (bytes: Buffer) => void,
  ) {}

  get viewers(): number {
    return this.sessions.size;
  }

  /** Where a viewer goes on who has seen the output up to `after`; null stands for one who has seen nothing. */
  positionAfter(after: number | null): number {
    const first = this.written - this.kept.length;
    return after === null || after > this.written ? first : Math.max(first, after);
  }

  write(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.written += bytes.length;
    this.kept = Buffer.concat([this.kept, bytes]);
    // Cut only now and then, since cutting copies.
    if (this.kept.length > 2 * KEPT) this.kept = Buffer.from(this.kept.subarray(-KEPT));
    for (const session of this.sessions) session.write(bytes);
  }

  /** Whether every viewer has taken what was written. The slowest viewer holds the guest back, so no output is lost. */
  ready(): boolean {
    for (const session of this.sessions) if (!session.drained) return false;
    return true;
  }

  /** Connects a viewer who logs in with this line, and sends the output from a position on. */
  attach(stream: Duplex, login: string, position: number): void {
    const session: SerialSession = new SerialSession({
      stream,
      login,
      schedule: this.schedule,
      earlier: () => {
        const first = this.written - this.kept.length;
        return this.kept.subarray(Math.max(0, position - first));
      },
      onInput: this.onInput,
      onSize: (columns, rows) => (this.size = { columns, rows }),
      onEnd: () => this.sessions.delete(session),
    });
    this.sessions.add(session);
  }

  /** Ends the connections of all viewers. */
  disconnect(): void {
    for (const session of [...this.sessions]) session.end();
  }
}
