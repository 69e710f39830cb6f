/** The shared state of handlers and jobs: the store, the clock, the ledger, the machines. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Ref } from '@/lib/contract/index';
import { Clock } from './clock';
import { Clusters } from './clusters';
import { type Store } from './db';
import { Faults } from './faults';
import { Jobs, type Job } from './jobs';
import { Ledger } from './ledger';
import type { Machines } from './machines';
import type { Post } from './mail';
import type { ObjectEngine } from './objects/engine';
import { RateLimit } from './rate';
import { Tokens } from './tokens';

/** A tenant: one separate set of customers and resources. */
export interface Tenant {
  id: string;
  name: string;
  speed: number;
  /** The most calls per minute of each DewaVPS key. */
  rate: number;
  /** Awanio tokens of an earlier epoch are refused. */
  epoch: number;
  samples: number;
}

/** The duration of jobs, in milliseconds of tenant time. */
export const durations = {
  create: 8000,
  start: 4000,
  stop: 3000,
  restart: 5000,
  delete: 4000,
  network: 2000,
  resize: 4000,
  reinstall: 8000,
  clone: 10_000,
  migrate: 10_000,
  snapshot: 4000,
  rollback: 5000,
  removeSnapshot: 2000,
  backup: 30_000,
  restore: 8000,
  deploy: 20_000,
} as const;

/** A call of a tenant and the instant of its arrival, in milliseconds since 1970 of the real clock. */
export interface Arrival {
  ref: string;
  at: number;
}
/** Most remembered calls of a tenant. */
const mostArrivals = 2000;

/** One running sandbox. */
export class Cloud {
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly clusters: Clusters;
  readonly rates = new RateLimit();
  /** The operations that were called since the start. */
  readonly reached = new Set<string>();
  readonly #arrivals = new Map<string, Arrival[]>();
  /** The address of consoles, `ws://…/console`; set once the port is known. */
  consoleUrl = '';
  /** Host and port of icons and files; without them an icon is told as it was uploaded. */
  pictureHost = '';

  constructor(
    readonly store: Store,
    readonly machines: Machines,
    readonly post: Post,
    /** Keeps buckets and objects. */
    readonly objects: ObjectEngine,
    readonly defaultSpeed: number,
    /** Carries out a job (`./job-handlers`). */
    private readonly perform: (cloud: Cloud, job: Job) => void,
    /** Takes the tax of the months that are over (`./awanio/invoice`), after their hours are charged. */
    private readonly billMonths: (cloud: Cloud, tenantId: string, now: number) => void,
  ) {
    this.clock = new Clock(store);
    this.jobs = new Jobs(store);
    this.ledger = new Ledger(store);
    this.faults = new Faults(store);
    this.tokens = new Tokens(store);
    this.clusters = new Clusters(store);
  }

  now(tenantId: string): number {
    return this.clock.now(tenantId);
  }

  /** Remembers a call for `GET /tenants/:id/arrivals`; the oldest calls are forgotten. */
  noteArrival(tenantId: string, ref: string, at: number): void {
    const known = this.#arrivals.get(tenantId) ?? [];
    this.#arrivals.set(tenantId, known);
    known.push({ ref, at });
    if (known.length > mostArrivals) known.shift();
  }

  arrivals(tenantId: string): readonly Arrival[] {
    return this.#arrivals.get(tenantId) ?? [];
  }

  tenant(id: string): Tenant | undefined {
    return this.store.get<Tenant>('select * from tenants where id = ?', id);
  }

  /** Creates a tenant whose time starts at `at`, by default now. */
  addTenant(options: {
    id?: string;
    name: string;
    speed?: number;
    rate?: number;
    at?: number;
  }): Tenant {
    const real = Date.now();
    const id = options.id ?? randomUUID();
    this.store.insert('tenants', {
      id,
      name: options.name,
      created_real: real,
      clock_real: real,
      clock_tenant: options.at ?? real,
      speed: options.speed ?? this.defaultSpeed,
      rate: options.rate ?? 6000,
    });
    const tenant = this.tenant(id);
    if (!tenant) throw new Error(`tenant ${id} was not kept`);
    return tenant;
  }

  /** Carries out the due jobs of a tenant in order, and charges the hours that have started. */
  catchUp(tenantId: string): void {
    const now = this.now(tenantId);
    for (let job = this.jobs.next(tenantId, now); job; job = this.jobs.next(tenantId, now)) {
      const due = job;
      this.store.transaction(() => {
        this.ledger.settle(tenantId, due.due_at);
        this.jobs.strike(due);
        this.perform(this, due);
      });
    }
    this.ledger.settle(tenantId, now);
    this.billMonths(this, tenantId, now);
  }

  /** Plans a job in `delay` milliseconds of tenant time. */
  later(
    tenantId: string,
    kind: string,
    target: string,
    delay: number,
    from = this.now(tenantId),
    payload: object = {},
  ): void {
    this.jobs.add(tenantId, kind, target, from + delay, payload);
  }

  /** Whether the job that `ref` began must fail now; this uses up a fault of the kind `fail`. */
  fails(job: Pick<Job, 'tenant_id'>, ref: Ref): boolean {
    return this.faults.takeFailure(job.tenant_id, ref);
  }
}

/** A random MAC address of the locally administered range. */
export function macAddress(): string {
  return [
    '52',
    '54',
    '00',
    ...Array.from({ length: 3 }, () => randomInt(256).toString(16).padStart(2, '0')),
  ].join(':');
}
