/**
 * Work that takes time: rows with a due instant in tenant time, so a restart loses nothing. Run by a
 * timer and before every answer; in the order of their instants, the ledger settled up to each.
 */
import type { Cloud } from './cloud';
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

/** Does the work; `job.due_at` is the instant it happens at, which may be well before now. */
export type Work = (cloud: Cloud, job: Job) => void;

const works = new Map<string, Work>();

/** Names a kind of work; called once at load by the module that knows it. */
export function onJob(kind: string, work: Work): void {
  if (works.has(kind)) throw new Error(`the work ${kind} is named twice`);
  works.set(kind, work);
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

  run(cloud: Cloud, job: Job): void {
    this.#store.run('delete from jobs where id = ?', job.id);
    const work = works.get(job.kind);
    if (!work) throw new Error(`no work is named ${job.kind}`);
    work(cloud, job);
  }
}
