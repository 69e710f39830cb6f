import { Fact, Facts } from '@/components/ui/fact';
import { monthOf, rupiah } from '@/lib/format';
import { figuresOf, type Figure, type PlaceBills } from '@/lib/money/bills';
import { monthOfNow, monthsLater } from '@/lib/money/months';
import { locale, translator } from '@/lib/next/intl';

interface Shown {
  term: string;
  amount: number | null;
  note?: string | undefined;
}

/** The figures over all accounts that were read. What an account doesn't tell is named. @param now milliseconds since 1970 */
export async function AllFigures({ bills, now }: { bills: readonly PlaceBills[]; now: number }) {
  const [t, language] = await Promise.all([translator('billing'), locale()]);
  const month = monthOfNow(now);
  const { thisMonth, lastMonth, invoices } = figuresOf(bills);
  const without = ({ without: names }: Figure, key: 'withoutUsage' | 'withoutBill') =>
    names.length === 0 ? undefined : t(`everywhere.${key}`, { names: names.join(', ') });
  const shown: Shown[] = [
    {
      term: t('everywhere.thisMonth', { month: monthOf(month, language) }),
      amount: thisMonth.amount,
      note: without(thisMonth, 'withoutUsage'),
    },
    {
      term: t('everywhere.lastMonth', { month: monthOf(monthsLater(month, -1), language) }),
      amount: lastMonth.amount,
      note: without(lastMonth, 'withoutBill'),
    },
    {
      term: t('everywhere.paid'),
      amount: invoices.paid,
      note: t('everywhere.ofInvoices', { count: invoices.count }),
    },
    {
      term: t('left'),
      amount: invoices.left,
      note:
        invoices.overdue > 0
          ? t('everywhere.overdue', { amount: rupiah(invoices.overdue) })
          : undefined,
    },
  ];
  const foreign = invoices.foreign + invoices.unknown;
  return (
    <section aria-label={t('everywhere.figures')} className="mb-4">
      <Facts framed>
        {shown.map(({ term, amount, note }) => (
          <Fact key={term} term={term} value={rupiah(amount)}>
            {note}
          </Fact>
        ))}
      </Facts>
      {foreign > 0 ? (
        <p className="text-muted mt-2">{t('everywhere.notAdded', { count: foreign })}</p>
      ) : null}
    </section>
  );
}
