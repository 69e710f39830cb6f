/**
 * Work that takes time: rows with a due instant in tenant time, so a restart loses nothing. Run by a
 * timer and before every answer; in the order of their instants, the ledger settled up to each.
 */
import type { Store } from './db';

export interface Job {
  id: number;
  tenant_id: string;
  kind: string;
  target: string;
  due_at: number;
  /** A JSON object: what the work needs to know besides its target. */
  payload: string;
}

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

  /** Forgets what was under way for a target, for instance when it is deleted. */
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

  /** Tenants with anything waiting. */
  waiting(): string[] {
    return this.#store
      .all<{ tenant_id: string }>('select distinct tenant_id from jobs')
      .map((row) => row.tenant_id);
  }

  /** Strikes off a job that is done now. */
  strike(job: Job): void {
    this.#store.run('delete from jobs where id = ?', job.id);
  }
}
