/**
 * Jobs: work that takes time. They are rows with a due instant in tenant time, so none is lost at a restart. A timer
 * and every call run the due jobs, in the order of their instants; the ledger is settled before each.
 */
import type { Store } from './db';

/** A stored job. `target` is the uuid of the resource, `due_at` milliseconds of tenant time. */
export interface Job {
  id: number;
  tenant_id: string;
  kind: string;
  target: string;
  due_at: number;
  /** A JSON object with further values for the job. */
  payload: string;
}

/** The stored jobs. */
export class Jobs {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  add(tenantId: string, kind: string, target: string, dueAt: number, payload: object = {}): void {
    this.#store.insert('jobs', {
      tenant_id: tenantId,
      kind,
      target,
      due_at: dueAt,
      payload: JSON.stringify(payload),
    });
  }

  /** Removes all jobs of a target, for example when it is deleted. */
  drop(target: string): void {
    this.#store.run('delete from jobs where target = ?', target);
  }

  next(tenantId: string, until: number): Job | undefined {
    return this.#store.get<Job>(
      'select * from jobs where tenant_id = ? and due_at <= ? order by due_at, id limit 1',
      tenantId,
      until,
    );
  }

  /** The tenants that have jobs. */
  waiting(): string[] {
    return this.#store
      .all<{ tenant_id: string }>('select distinct tenant_id from jobs')
      .map((row) => row.tenant_id);
  }

  /** Removes a job that is being done. */
  strike(job: Job): void {
    this.#store.run('delete from jobs where id = ?', job.id);
  }
}
