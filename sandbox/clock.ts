/**
 * The clock of a tenant: real time that tests can advance and speed up. Jobs, charged hours and dates use it. Tokens,
 * codes and rate limits use real time, so that a test can pass a month in a second and stay signed in.
 */
import type { Store } from './db';

interface ClockRow {
  clock_real: number;
  clock_tenant: number;
  speed: number;
}

/** The clocks of all tenants. */
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

  /** The tenant's time in milliseconds since 1970. */
  now(tenantId: string): number {
    const row = this.#row(tenantId);
    return Math.floor(row.clock_tenant + (Date.now() - row.clock_real) * row.speed);
  }

  /** Advances the clock or changes its speed. It first fixes the current time, so that time never goes backwards. */
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
