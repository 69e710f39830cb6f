import { randomBytes } from 'node:crypto';

/** Console tickets: opaque, good once, for a short time. */
export class Tickets {
  private readonly open = new Map<string, { machine: string; ends: number }>();

  constructor(
    private readonly ttlMs: number,
    private readonly now: () => number,
  ) {}

  issue(machine: string): string {
    this.sweep();
    const ticket = randomBytes(24).toString('base64url');
    this.open.set(ticket, { machine, ends: this.now() + this.ttlMs });
    return ticket;
  }

  /** The machine that the ticket opens, and the ticket is used up; null when it opens none. */
  redeem(ticket: string): string | null {
    const entry = this.open.get(ticket);
    this.open.delete(ticket);
    return entry && this.now() < entry.ends ? entry.machine : null;
  }

  /** Void every ticket of a machine. */
  revoke(machine: string): void {
    for (const [ticket, entry] of this.open)
      if (entry.machine === machine) this.open.delete(ticket);
  }

  private sweep(): void {
    for (const [ticket, entry] of this.open) if (entry.ends <= this.now()) this.open.delete(ticket);
  }
}
