import { KeyValue } from '@/components/ui/key-value';
import { exact, rupiah } from '@/lib/format';
import type { Money } from './scope-overview';
import { dashboardWords } from './words';

/** The last payments in, as the account's summary tells them. */
export async function TopUps({ money: { topUps } }: { money: Money }) {
  const { t, language } = await dashboardWords();
  if (topUps.length === 0) return null;
  // A day without an hour: midnight in Jakarta, so that it stays that day.
  const day = (date: string | null) =>
    date ? exact(`${date}T00:00:00+07:00`, language, 420, 'date') : '–';
  return (
    <div className="min-w-0">
      <h3 className="text-muted pb-1 text-sm">{t('spending.topUps')}</h3>
      <KeyValue
        pairs={topUps.map(({ amount, date }) => ({
          term: day(date),
          value: <span className="tabular">{rupiah(amount)}</span>,
        }))}
      />
    </div>
  );
}
