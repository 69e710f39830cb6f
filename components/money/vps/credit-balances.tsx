'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import type { Result, Row } from '@/lib/contract/types';
import { rupiah } from '@/lib/format';
import { follows, sumsOf } from '@/lib/money/movements';
import { added } from '@/lib/money/sum';
import { useBackendQuery } from '@/lib/query';
import { Facts } from './facts';
import { askedPeriod, balanceInput, dayBefore } from './sources';

/** The balance after the newest movement of an answer; null without one. */
const balanceOf = ({ data: [newest] }: Result<'D82'>): number | null =>
  newest?.balance_after ?? null;

/**
 * The balance at the beginning and the end of the URL's period, whatever way is shown, and the sums of the page.
 * @param rows the movements on the page
 */
export function CreditBalances({ rows }: { rows: readonly Row<'D82'>[] }) {
  const t = useTranslations('vps-billing.credits');
  const params = useSearchParams();
  const { start, end } = askedPeriod(params);
  const closing = useBackendQuery('D82', balanceInput(end), { poll: 'slow' });
  // Without a first day the period begins with the account, so there is nothing to read.
  const before = start === null ? null : dayBefore(start);
  const opening = useBackendQuery('D82', balanceInput(before), { enabled: start !== null });
  const either = closing.error ? closing : opening;
  if (either.error)
    return (
      <Live query={either} failed={t('balancesFailed')} part>
        {() => null}
      </Live>
    );
  const of = (answer: Result<'D82'> | undefined) => (answer ? balanceOf(answer) : null);
  const [first, last] = [start === null ? null : of(opening.data), of(closing.data)];
  const shown = ({ data }: { data: unknown }, amount: number | null) =>
    data === undefined ? '…' : amount === null ? t('unknown') : rupiah(amount);
  const sums = sumsOf(rows);
  const way = params.get('type');
  return (
    <section aria-label={t('balances')} className="mb-4">
      <Facts
        facts={[
          ...(start === null ? [] : [{ term: t('opening'), value: shown(opening, first) }]),
          ...(way === 'D' ? [] : [{ term: t('inPage'), value: rupiah(sums.in) }]),
          ...(way === 'A' ? [] : [{ term: t('outPage'), value: rupiah(sums.out) }]),
          ...(first === null || last === null
            ? []
            : [{ term: t('change'), value: rupiah(added([last, -first])) }]),
          { term: t('closing'), value: shown(closing, last) },
        ]}
      />
      {way === null && !follows(rows) ? (
        <p className="text-warn mt-1 max-w-prose">{t('disagrees')}</p>
      ) : null}
    </section>
  );
}
