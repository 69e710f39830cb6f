/**
 * Time as a tenant sees it: real time, moved ahead and sped up at will. Work, hours and dates follow it.
 * Tokens, codes and rate limits follow real time, so that a test may pass a month in a second and stay
 * signed in.
 */
import type { Store } from './db';

interface ClockRow {
  clock_real: number;
  clock_tenant: number;
  speed: number;
}

export class Clock {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  #row(tenantId: string): ClockRow {
    const row = this.#store.get<ClockRow>(
      'select clock_real, clock_tenant, speed from tenants where id = ?',
      tenantId,
    );
    if (!row) throw new Error(`no tenant ${tenantId}`);
    return row;
  }

  /** @returns milliseconds since 1970 in the tenant's time. */
  now(tenantId: string): number {
    const row = this.#row(tenantId);
    return Math.floor(row.clock_tenant + (Date.now() - row.clock_real) * row.speed);
  }

  /** Sets a new anchor, so that time never runs backwards when the speed changes. */
  change(
    tenantId: string,
    { advanceSeconds = 0, speed }: { advanceSeconds?: number; speed?: number },
  ): void {
    const now = this.now(tenantId) + Math.round(advanceSeconds * 1000);
    this.#store.update(
      'tenants',
      { id: tenantId },
      { clock_real: Date.now(), clock_tenant: now, speed: speed ?? this.#row(tenantId).speed },
    );
  }
}
