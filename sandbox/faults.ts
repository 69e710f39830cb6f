/**
 * Faults on request, for tests: for one tenant or for all, for one operation or `*`, for a number of times or until
 * they are removed.
 */
import { z } from 'zod';
import type { Store } from './db';

/** The input for a new fault. */
export const faultInput = z.strictObject({
  /** A reference such as `D02`, or `*` for every operation. */
  ref: z.string().min(1).default('*'),
  /**
   * - `down`: the connection is closed; with `status`, a gateway's HTML page with that status (503)
   * - `slow`: waits `delayMs`, then answers as usual
   * - `malformed`: `variant` `truncated` (incomplete JSON), `html` (200 with a page), `shape` (JSON of a
   * wrong shape, full of canaries)
   * - `status`: an error envelope with `status` and `message`
   * - `redirect`: 302 to `location`, by default a documentation site on another host
   * - `expire`: what a refused token or key is answered, as when a token has ended
   * - `lost`: the call is done, and its answer never arrives: the connection is cut; with `status`, a gateway's page
   * - `fail`: the call is taken, and the work that it begins fails at its end (a machine or snapshot in Error)
   */
  kind: z.enum(['down', 'slow', 'malformed', 'status', 'redirect', 'expire', 'lost', 'fail']),
  times: z.int().positive().optional(),
  status: z.int().min(400).max(599).optional(),
  message: z.string().max(500).optional(),
  location: z.string().min(1).max(500).optional(),
  delayMs: z.int().min(0).max(120_000).optional(),
  variant: z.enum(['truncated', 'html', 'shape']).optional(),
});
export type FaultInput = z.output<typeof faultInput>;

/** A stored fault. `times` is the number of uses that are left; null means no limit. */
export interface Fault {
  id: number;
  tenant_id: string | null;
  ref: string;
  kind: FaultInput['kind'];
  times: number | null;
  status: number | null;
  /** The message, or the address of a redirect. */
  message: string | null;
  delay_ms: number | null;
  variant: FaultInput['variant'] | null;
}

/** The stored faults. */
export class Faults {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  add(tenantId: string | null, { delayMs, location, ...fault }: FaultInput): void {
    const message = fault.message ?? location;
    this.#store.insert('faults', { ...fault, tenant_id: tenantId, delay_ms: delayMs, message });
  }

  clear(tenantId: string | null): void {
    this.#store.run('delete from faults where tenant_id is ?', tenantId);
  }

  /** Uses the oldest fault for a call once and returns it; a tenant's own faults come before those for all. */
  take(tenantId: string | null, ref: string): Fault | undefined {
    return this.#use(tenantId, ref, `kind <> 'fail'`);
  }

  /** Whether a job that `ref` began must fail; uses one such fault once. */
  takeFailure(tenantId: string, ref: string): boolean {
    return this.#use(tenantId, ref, `kind = 'fail'`) !== undefined;
  }

  #use(tenantId: string | null, ref: string, which: string): Fault | undefined {
    const fault = this.#store.get<Fault>(
      `select * from faults where (tenant_id is null or tenant_id = ?) and ref in (?, '*') and ${which}
       order by tenant_id is null, id limit 1`,
      tenantId,
      ref,
    );
    if (fault?.times === 1) this.#store.run('delete from faults where id = ?', fault.id);
    else if (fault?.times)
      this.#store.update('faults', { id: fault.id }, { times: fault.times - 1 });
    return fault;
  }
}
