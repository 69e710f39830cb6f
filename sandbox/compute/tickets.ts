import { randomBytes } from 'node:crypto';

/** What a ticket opens: the screen of a machine, or its serial line from a position on. */
export interface TicketTarget {
  machine: string;
  /** The position on the serial line; null for the screen. */
  serialFrom: number | null;
}

/** Console tickets: opaque, valid once and for a short time. */
export class Tickets {
  private readonly open = new Map<string, TicketTarget & { ends: number }>();

  constructor(
    private readonly ttlMs: number,
    private readonly now: () => number,
  ) {}

  issue(target: TicketTarget): string {
    this.sweep();
    const ticket = randomBytes(24).toString('base64url');
    this.open.set(ticket, { ...target, ends: this.now() + this.ttlMs });
    return ticket;
  }

  /** Uses up a ticket and returns what it opens; null if the ticket is invalid. */
  redeem(ticket: string): TicketTarget | null {
    const entry = this.open.get(ticket);
    this.open.delete(ticket);
    return entry && this.now() < entry.ends ? entry : null;
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
