/**
 * The ledger: whole rupiah, one entry for every change, and the balance is always the sum of the entries. A meter
 * charges each started hour in full at its start; a new rate applies from the next hour on.
 */
import type { Store } from './db';

/** Milliseconds of an hour. */
export const hour = 3_600_000;
/** The hours of a month in all estimates: 327 per hour is 235,440 per month (source: contract/api.md 1.3). */
export const monthHours = 720;

/** One priced part of a meter, such as `CPU`; the rate is rupiah per hour. */
export interface Part {
  name: string;
  rate: number;
}

/**
 * The description of a charged resource. Each entry stores it, so that a bill can be written after the resource is
 * deleted.
 */
export interface Charged {
  /** The kind of resource in the backend's word: `Instance`, `vm`. */
  service: string;
  name: string;
  /** The tier or plan. */
  plan: string | null;
  /** Their rates sum up to the meter's rate. */
  parts: readonly Part[];
}

/** The kinds of entries. */
export type EntryKind = 'opening' | 'charge' | 'top-up' | 'voucher' | 'adjustment' | 'refund';

/** An entry of an account. `at` is milliseconds of tenant time, amounts are rupiah; `hours` are the charged hours. */
export interface Entry {
  id: number;
  account_id: string;
  at: number;
  amount: number;
  balance_after: number;
  kind: EntryKind;
  description: string;
  resource: string | null;
  hours: number | null;
  /** A {@link Charged} as JSON. */
  about: string | null;
}

/** Which movements {@link Ledger.movements} lists; without a field all. */
export interface Wanted {
  /** The first instant, and the first instant after the last. */
  from?: number | undefined;
  to?: number | undefined;
  /** Only what came in, or only what went out. */
  way?: 'in' | 'out' | undefined;
  limit: number;
  offset: number;
}

interface Meter {
  resource: string;
  account_id: string;
  label: string;
  rate: number;
  next_at: number;
  about: string | null;
}

/** All accounts, entries and meters. */
export class Ledger {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Opens an account, `awanio:<organization uuid>` or `dewavps:<tenant>`, with an opening balance. A postpaid one needs
   * no balance: it is below zero by what was used and is not paid.
   */
  openAccount(id: string, tenantId: string, at: number, opening: number, postpaid = false): void {
    this.#store.insert('accounts', { id, tenant_id: tenantId, balance: 0, postpaid });
    if (opening !== 0)
      this.post(id, { at, amount: opening, kind: 'opening', description: 'Opening balance' });
  }

  balance(account: string): number {
    return (
      this.#store.get<{ balance: number }>('select balance from accounts where id = ?', account)
        ?.balance ?? 0
    );
  }

  /** Whether an account pays by invoice after each month. */
  isPostpaid(account: string): boolean {
    const sql = 'select postpaid from accounts where id = ?';
    return this.#store.get<{ postpaid: number }>(sql, account)?.postpaid === 1;
  }

  /**
   * Adds an entry; a negative amount is a charge. @throws RangeError for fractions of a rupiah; Error for an unknown
   * account
   */
  post(
    account: string,
    entry: {
      at: number;
      amount: number;
      kind: EntryKind;
      description: string;
      resource?: string;
      hours?: number;
      about?: string | null;
    },
  ): void {
    if (!Number.isSafeInteger(entry.amount)) throw new RangeError('an amount is whole rupiah');
    this.#store.transaction(() => {
      const balance = this.balance(account) + entry.amount;
      if (this.#store.update('accounts', { id: account }, { balance }) !== 1)
        throw new Error(`no account ${account}`);
      this.#store.insert('entries', { account_id: account, balance_after: balance, ...entry });
    });
  }

  entries(account: string): Entry[] {
    return this.#store.all<Entry>(
      'select * from entries where account_id = ? order by id',
      account,
    );
  }

  /**
   * One page of an account's entries, newest first, and the number of all that are wanted. Here `balance_after` is the
   * balance by the time of the entries: an hour may be charged after a later payment was posted, and yet each row's
   * balance is the one of the row before it plus its amount.
   */
  movements(account: string, { from, to, way, limit, offset }: Wanted) {
    const wanted = `from (
        select *, sum(amount) over (order by at, id) as running from entries where account_id = ?
      ) where at >= ? and at < ? and (? = 0 or (amount > 0) = (? > 0))`;
    const sign = way === undefined ? 0 : way === 'in' ? 1 : -1;
    const period = [from ?? 0, to ?? Number.MAX_SAFE_INTEGER];
    const values = [account, ...period, sign, sign];
    const rows = this.#store.all<Entry & { running: number }>(
      `select * ${wanted} order by at desc, id desc limit ? offset ?`,
      ...values,
      limit,
      offset,
    );
    return {
      rows: rows.map(({ running, ...entry }) => ({ ...entry, balance_after: running })),
      total: this.#sum(`select count(*) as total ${wanted}`, ...values),
    };
  }

  /** Starts to charge a resource, the first hour at once. The rate is rupiah per hour. */
  openMeter(meter: {
    resource: string;
    account: string;
    tenantId: string;
    label: string;
    rate: number;
    at: number;
    about?: Charged;
  }): void {
    this.#store.transaction(() => {
      this.#store.insert('meters', {
        resource: meter.resource,
        account_id: meter.account,
        tenant_id: meter.tenantId,
        label: meter.label,
        rate: meter.rate,
        opened_at: meter.at,
        next_at: meter.at,
        about: meter.about ? JSON.stringify(meter.about) : null,
      });
      this.settleResource(meter.resource, meter.at);
    });
  }

  /**
   * Changes the rate from the next hour on. `parts` are the parts of the new rate; `plan` is the new plan, if it
   * changes.
   */
  setRate(
    resource: string,
    rate: number,
    at: number,
    parts: readonly Part[] = [],
    plan?: string,
  ): void {
    this.settleResource(resource, at);
    const meter = this.#store.get<Meter>('select * from meters where resource = ?', resource);
    const known = meter?.about ? (JSON.parse(meter.about) as Charged) : null;
    const about = known && { ...known, parts, plan: plan ?? known.plan };
    this.#store.update('meters', { resource }, { rate, about: about && JSON.stringify(about) });
  }

  /** Charges the started hours and stops to charge the resource. */
  closeMeter(resource: string, at: number): void {
    this.settleResource(resource, at);
    this.#store.run('delete from meters where resource = ?', resource);
  }

  /** Charges the hours of one resource that have started by `until`. */
  settleResource(resource: string, until: number): void {
    const meter = this.#store.get<Meter>('select * from meters where resource = ?', resource);
    if (meter) this.#charge(meter, until);
  }

  /** Charges all hours of a tenant that have started by `until`. */
  settle(tenantId: string, until: number): void {
    const due = this.#store.all<Meter>(
      'select * from meters where tenant_id = ? and next_at <= ?',
      tenantId,
      until,
    );
    for (const meter of due) this.#charge(meter, until);
  }

  #charge(meter: Meter, until: number): void {
    if (meter.next_at > until) return;
    this.#store.transaction(() => {
      let at = meter.next_at;
      while (at <= until) {
        // An entry never spans two months, so that a month's cost is a sum of whole entries.
        const last = Math.min(until, nextMonthStart(at) - 1);
        const hours = Math.floor((last - at) / hour) + 1;
        if (meter.rate > 0) {
          const amount = -hours * meter.rate;
          const { account_id, label: description, resource, about } = meter;
          this.post(account_id, {
            at,
            amount,
            kind: 'charge',
            description,
            resource,
            hours,
            about,
          });
        }
        at += hours * hour;
      }
      this.#store.update('meters', { resource: meter.resource }, { next_at: at });
    });
  }

  /** The sum of the rates of all meters of an account, in rupiah per hour. */
  hourly(account: string): number {
    return this.#sum('select sum(rate) as total from meters where account_id = ?', account);
  }

  /** The rupiah that were charged since an instant, to an account or for one resource. */
  spent(what: { account: string } | { resource: string }, since: number): number {
    const [column, value] =
      'account' in what ? ['account_id', what.account] : ['resource', what.resource];
    return -this.#sum(
      `select sum(amount) as total from entries where kind = 'charge' and ${column} = ? and at >= ?`,
      value,
      since,
    );
  }

  /** The charges of an account from one instant until just before another, oldest first. */
  charges(account: string, from: number, to: number): Entry[] {
    return this.#store.all<Entry>(
      `select * from entries where account_id = ? and kind = 'charge' and at >= ? and at < ? order by at, id`,
      account,
      from,
      to,
    );
  }

  /** The instant of an account's first entry; null if it has none. */
  since(account: string): number | null {
    const sql = 'select min(at) as at from entries where account_id = ?';
    return this.#store.get<{ at: number | null }>(sql, account)?.at ?? null;
  }

  /** The rupiah that a resource will cost until an instant if nothing changes. */
  ahead(resource: string, until: number): number {
    const meter = this.#store.get<Meter>('select * from meters where resource = ?', resource);
    return meter ? meter.rate * Math.max(0, Math.ceil((until - meter.next_at) / hour)) : 0;
  }

  #sum(sql: string, ...values: (string | number)[]): number {
    return this.#store.get<{ total: number | null }>(sql, ...values)?.total ?? 0;
  }
}

function monthFrom(at: number, months: number): number {
  const jakarta = new Date(at + 7 * hour);
  return Date.UTC(jakarta.getUTCFullYear(), jakarta.getUTCMonth() + months, 1) - 7 * hour;
}

/** The first instant of the month of `at` in Jakarta (UTC+7, no summer time). */
export const monthStart = (at: number) => monthFrom(at, 0);
/** The first instant of the month after `at`, in Jakarta. */
export const nextMonthStart = (at: number) => monthFrom(at, 1);
