/** What a bill is made of: a monthly report of an account (D89), or an invoice of an organization (A46). Pure. */
import type { Result } from '@/lib/contract/types';

/** One thing that was billed. */
export interface BilledLine {
  id: string;
  name: string;
  /** The service, as the provider writes it; null if it doesn't say. */
  service: string | null;
  /** Rupiah; without tax in an invoice. */
  amount: number | null;
}

const dearest = (lines: BilledLine[]) => lines.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));

/** The things of a report, the dearest first. */
export function reportLines({ services }: Pick<Result<'D89'>, 'services'>): BilledLine[] {
  return dearest(
    services.flatMap(({ service, total, reports }, at): BilledLine[] =>
      reports.length === 0
        ? [{ id: `${at}`, name: service ?? '–', service, amount: total }]
        : reports.map((each, row) => ({
            id: `${at}/${row}`,
            name: each.service_name ?? each.tier_name ?? '–',
            service: service ?? each.service_type,
            amount: each.total_cost,
          })),
    ),
  );
}

/** The items of an invoice, the dearest first. */
export function invoiceItems({ items }: Pick<Result<'A46'>, 'items'>): BilledLine[] {
  return dearest(
    items.map((item) => ({
      id: item.uuid,
      name: item.label ?? item.note ?? '–',
      service: item.resource_type,
      amount: item.amount,
    })),
  );
}

/** The sums by service, the dearest first, without services that cost nothing. */
export function byService(
  lines: readonly BilledLine[],
): [service: string | null, amount: number][] {
  const sums = new Map<string | null, number>();
  for (const { service, amount } of lines)
    sums.set(service, (sums.get(service) ?? 0) + (amount ?? 0));
  return [...sums].filter(([, amount]) => amount > 0).sort(([, a], [, b]) => b - a);
}
