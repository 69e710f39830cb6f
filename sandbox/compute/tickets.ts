import { randomBytes } from 'node:crypto';

/** Console tickets: opaque, valid once and for a short time. */
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

  /** Uses up a ticket and returns its machine; null if the ticket is invalid. */
  redeem(ticket: string): string | null {
    const entry = this.open.get(ticket);
    this.open.delete(ticket);
    return entry && this.now() < entry.ends ? entry.machine : null;
  }

  /** Removes all tickets of a machine. */
  revoke(machine: string): void {
    for (const [ticket, entry] of this.open)
      if (entry.machine === machine) this.open.delete(ticket);
  }

  private sweep(): void {
    for (const [ticket, entry] of this.open) if (entry.ends <= this.now()) this.open.delete(ticket);
  }
}
