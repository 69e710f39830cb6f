'use client';
import { useLocale, useTranslations } from 'use-intl';
import { billsHref } from '@/components/money/invoices/place-links';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Panel } from '@/components/ui/panel';
import { sumInvoices } from '@/lib/money/account-invoice';
import { dayWords } from '@/lib/money/invoice';
import type { PlaceMonth } from './read-month';

/** When the newest of the month's invoices was made: later usage isn't in it. */
function newestOf({ invoices }: PlaceMonth): string | null {
  return invoices.reduce<string | null>((newest, { made }) => {
    return made !== null && (newest === null || made > newest) ? made : newest;
  }, null);
}

/** The sums of the organizations' invoices. They are no balance: what they lack is named. */
export function OrganizationsPanel({
  months,
  name,
}: {
  months: readonly PlaceMonth[];
  name: string;
}) {
  const t = useTranslations('month-end');
  const locale = useLocale();
  const rows = months.filter(({ account }) => account === null);
  if (rows.length === 0) return null;
  return (
    <Panel title={t('organizations', { month: name })} description={t('organizationsText')} flush>
      <PlainTable
        caption={t('organizations', { month: name })}
        columns={[
          column.name<PlaceMonth>('organization', t('organization'), ({ place }) => place.name, {
            href: ({ place }) => billsHref(place.key),
          }),
          column.count<PlaceMonth>(
            'invoices',
            t('invoices'),
            ({ invoices }) => sumInvoices(invoices).count,
          ),
          column.money<PlaceMonth>(
            'sum',
            t('sumOfInvoices'),
            ({ invoices }) => sumInvoices(invoices).total,
          ),
          column.text<PlaceMonth>('newest', t('newest'), newestOf, {
            cell: (row) => dayWords(newestOf(row), locale),
          }),
        ]}
        rows={rows}
        rowId={({ place }) => place.key}
      />
    </Panel>
  );
}
