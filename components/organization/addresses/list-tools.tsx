'use client';
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useListState } from '@/components/parts/tables/use-list-state';
import { Button } from '@/components/ui/button';
import { addressPageSizes } from '@/lib/contract/page-sizes';
import { reservedAddresses } from '@/lib/resources/awanio';
import { orderOf, rowsOf } from './address';

/** The direction and the number of rows, both in the URL. A37 orders all columns together, so no head sorts. */
export function ListTools() {
  const query = useSearchParams();
  const [, change] = useListState();
  const t = useTranslations('organization-addresses');
  const order = orderOf(query);
  const set = (name: string, value: string) => change({ filters: { [name]: value } });
  return (
    <>
      <Button
        icon={order === 'asc' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
        onClick={() => set('order', order === 'asc' ? '' : 'asc')}
      >
        {t(`order.${order}`)}
      </Button>
      <span className="relative block">
        <select
          aria-label={t('rows.label')}
          value={rowsOf(query)}
          onChange={({ target: { value } }) =>
            set('rows', value === String(reservedAddresses.pageSize) ? '' : value)
          }
          className="field w-auto appearance-none pr-8"
        >
          {addressPageSizes.map((count) => (
            <option key={count} value={count}>
              {t('rows.option', { count })}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="text-faint pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2"
        />
      </span>
    </>
  );
}
