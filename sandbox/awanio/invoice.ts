/**
 * The invoices of an organization: one for each month that is over, paid from the balance, and those that the provider
 * makes by itself, which a test or the demo asks for. Tax comes on top of the charges: the ledger takes the charges
 * hour by hour, and the tax when the month is invoiced.
 */
import { randomUUID } from 'node:crypto';
import type { Month } from '../bills';
import { monthsOf } from '../bills';
import type { Cloud } from '../cloud';
import { fixedUuid } from '../ids';
import { hour, monthStart, nextMonthStart } from '../ledger';
import { taxOf } from '../tax';
import type { Organization } from './groups';
import { accountOf, nextBillAt } from './groups';
import { iso } from './wire';

const day = 24 * hour;

/** The kinds of invoices that the provider makes by itself. */
export const ownKinds = [
  'paid',
  'unpaid',
  'overdue',
  'zero',
  'credit-note',
  'no-due-date',
  'foreign',
] as const;
export type OwnKind = (typeof ownKinds)[number];

interface OwnRow {
  uuid: string;
  organization_uuid: string;
  kind: OwnKind;
  /** Rupiah before discount and tax; below zero for a credit note. */
  amount: number;
  /** The part of the discount that is given in rupiah. */
  discount: number;
  note: string | null;
  created_at: number;
}

/** An invoice. Instants are milliseconds of tenant time. */
export interface Invoice {
  uuid: string;
  number: string | null;
  organization: Organization;
  /** `monthly` are the charges of a month, paid from the balance. */
  kind: OwnKind | 'monthly';
  month: Month;
  made: number;
  /** Rupiah: the sum of the items, and the part of the discount that is given in rupiah. */
  subtotal: number;
  discount: number;
  note: string | null;
}

/** The instant at which the invoice of a month is made. */
const made = (month: Month) => month.to + hour;

function monthlyOf({ ledger }: Cloud, organization: Organization, now: number): Invoice[] {
  const account = accountOf(organization.uuid);
  return monthsOf(ledger, account, now)
    .filter((month) => made(month) <= now)
    .map((month) => {
      const charges = ledger.charges(account, month.from, month.to);
      const period = iso(month.from + 7 * hour).slice(0, 7);
      return {
        uuid: fixedUuid(`invoice ${organization.uuid} ${period}`),
        number: `INV/${period.replace('-', '')}/${organization.uuid.slice(0, 8).toUpperCase()}`,
        organization,
        kind: 'monthly' as const,
        month,
        made: made(month),
        subtotal: charges.reduce((total, entry) => total - entry.amount, 0),
        discount: 0,
        note: null,
      };
    })
    .filter(({ subtotal }) => subtotal > 0);
}

function ownOf({ store }: Cloud, organization: Organization): Invoice[] {
  const rows = store.all<OwnRow>(
    'select * from own_invoices where organization_uuid = ?',
    organization.uuid,
  );
  return rows.map(({ uuid, kind, amount, discount, note, created_at }) => ({
    uuid,
    number: kind === 'zero' ? null : `INV/${kind.toUpperCase()}/${uuid.slice(0, 8).toUpperCase()}`,
    organization,
    kind,
    month: { from: monthStart(created_at), to: nextMonthStart(created_at) },
    made: created_at,
    subtotal: amount,
    discount,
    note,
  }));
}

/** The invoices of an organization, newest first. */
export function invoicesOf(cloud: Cloud, organization: Organization): Invoice[] {
  const now = cloud.now(organization.tenant_id);
  const all = [...monthlyOf(cloud, organization, now), ...ownOf(cloud, organization)];
  return all.sort((a, b) => b.made - a.made || b.uuid.localeCompare(a.uuid));
}

/** The amounts of an invoice, in whole rupiah; each follows from those before it. */
export function amountsOf({ organization, kind, subtotal, discount }: Invoice) {
  const discounted = taxOf(subtotal, organization.discount) + discount;
  const tax = taxOf(subtotal - discounted, organization.tax_percent);
  const total = subtotal - discounted + tax;
  const credit = kind === 'monthly' ? total : 0;
  return { subtotal, discount: discounted, tax, total, credit, due: total - credit };
}

/** The state of an invoice in the backend's word. */
export function statusOf({ kind }: Invoice): string {
  if (kind === 'overdue') return 'overdue';
  return kind === 'unpaid' || kind === 'no-due-date' || kind === 'foreign' ? 'unpaid' : 'paid';
}

/** When an invoice is due; one kind has a text that is no date. */
export function dueDate({ kind, month, made: at }: Invoice): string {
  if (kind === 'no-due-date') return 'segera';
  if (kind === 'monthly') return iso(month.to + 10 * day - 1000);
  return iso(kind === 'overdue' ? at + hour : at + 14 * day);
}

/** Keeps an invoice that the provider makes by itself; `amount` is in rupiah before discount and tax. */
export function keepOwnInvoice(
  cloud: Cloud,
  organization: Organization,
  of: { kind: OwnKind; amount: number; discount?: number; note?: string | null; at: number },
): { uuid: string; kind: OwnKind } {
  const uuid = randomUUID();
  const sign = of.kind === 'zero' ? 0 : of.kind === 'credit-note' ? -1 : 1;
  cloud.store.insert('own_invoices', {
    uuid,
    organization_uuid: organization.uuid,
    kind: of.kind,
    amount: of.amount * sign || 0,
    discount: (of.discount ?? 0) * sign || 0,
    note: of.note ?? null,
    created_at: of.at,
  });
  return { uuid, kind: of.kind };
}

/** Takes the tax of the months that were invoiced by now from the balances of a tenant's organizations, once. */
export function billMonths(cloud: Cloud, tenantId: string, now: number): void {
  const due = cloud.store.all<Organization>(
    'select * from organizations where tenant_id = ? and next_bill_at <= ?',
    tenantId,
    now,
  );
  for (const organization of due) {
    const invoices = monthlyOf(cloud, organization, now).filter(
      (invoice) => invoice.made >= organization.next_bill_at,
    );
    cloud.store.transaction(() => {
      for (const invoice of invoices.reverse()) {
        const { subtotal, total } = amountsOf(invoice);
        const description = `Discount and PPN, ${invoice.number}`;
        const entry = { at: invoice.made, amount: subtotal - total, description };
        if (entry.amount !== 0)
          cloud.ledger.post(accountOf(organization.uuid), { ...entry, kind: 'adjustment' });
      }
      const { uuid } = organization;
      cloud.store.update('organizations', { uuid }, { next_bill_at: nextBillAt(now) });
    });
  }
}
