'use client';
import { Globe } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { InstanceLink } from '@/components/instances/instance-link';
import { Live } from '@/components/live/live';
import { Copyable } from '@/components/machines/copyable';
import { useScope } from '@/components/shell/context';
import type { Column } from '@/components/tables/columns';
import { DataTable } from '@/components/tables/data-table';
import { usePageWithin } from '@/components/tables/use-page-within';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import type { Result } from '@/lib/contract/types';
import { rate, rupiah } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAddressActions } from './actions';
import { addressesInput, addressWords, costAlone, costWords, type Address } from './address';
import { CreateAddress } from './create-address';

/** The public addresses of an account, a page at a time. @param problem of the server's own read */
export function AddressList({ account, problem }: { account: string; problem: Problem | null }) {
  const t = useTranslations('addresses');
  const label = useScope()?.label ?? account;
  const params = useSearchParams();
  const input = useMemo(() => addressesInput(params), [params]);
  const query = useBackendQuery('D58', input, { account, keep: true, poll: 'slow' });
  usePageWithin(query.data);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={t('noAccess', { account: label })}
    >
      {(list) => <Rows account={account} list={list} />}
    </Live>
  );
}

const costColumn = (header: string): Column<Address> => ({
  id: 'cost',
  header,
  numeric: true,
  csv: ({ cost }) => cost,
  cell: ({ cost }) => rupiah(cost),
});

const priceColumns = (perHour: string, perMonth: string): readonly Column<Address>[] => [
  {
    id: 'cost',
    header: perHour,
    numeric: true,
    csv: ({ price_per_hour: price }) => price,
    cell: ({ price_per_hour: price }) => rate(price),
  },
  {
    id: 'month',
    header: perMonth,
    numeric: true,
    hidden: true,
    csv: ({ estimated_monthly_cost: cost }) => cost,
    cell: ({ estimated_monthly_cost: cost }) => rupiah(cost),
  },
];

/** @param alone whether a cost without a period is all that is known of prices */
function useColumns(account: string, alone: boolean): readonly Column<Address>[] {
  const t = useTranslations('addresses');
  const m = useTranslations('machines');
  const locale = useLocale();
  return useMemo<readonly Column<Address>[]>(() => {
    const place = (row: Address) => {
      const { instance } = row;
      const price = costWords([row], locale);
      if (instance) {
        return (
          <InstanceLink account={account} uuid={instance.uuid}>
            {instance.hostname ?? instance.uuid}
          </InstanceLink>
        );
      }
      return (
        <span className="text-warn">{price === null ? t('free') : t('freeCosts', { price })}</span>
      );
    };
    return [
      {
        id: 'address',
        header: m('address'),
        main: true,
        csv: ({ ip_address }) => ip_address,
        cell: (row) => <Copyable text={addressWords.name(row)} label={m('copyAddress')} />,
      },
      {
        id: 'machine',
        header: t('machine'),
        csv: ({ instance }) => instance?.hostname ?? null,
        cell: place,
      },
      {
        id: 'rdns',
        header: t('rdns.name'),
        csv: ({ rdns }) => rdns,
        cell: ({ rdns }) => <span className="font-mono break-all">{rdns ?? '–'}</span>,
      },
      {
        id: 'location',
        header: m('location'),
        csv: ({ location }) => location,
        cell: ({ location }) => location ?? '–',
      },
      ...(alone
        ? [costColumn(t('cost'))]
        : priceColumns(m('perHour'), `${m('perMonth')} (${m('estimate')})`)),
      {
        id: 'created',
        header: m('created'),
        csv: ({ created_at: at }) => at,
        cell: ({ created_at: at }) => <Instant iso={at} />,
      },
    ];
  }, [account, alone, t, m, locale]);
}

function Rows({ account, list }: { account: string; list: Result<'D58'> }) {
  const t = useTranslations('addresses');
  const columns = useColumns(account, costAlone(list.data));
  const actions = useAddressActions(account);
  return (
    <>
      <Idle list={list} />
      <DataTable
        id="addresses"
        caption={t('heading')}
        rows={list.data}
        columns={columns}
        rowId={addressWords.id}
        actions={actions}
        words={addressWords}
        server={{ pages: list.page?.last_page ?? null, total: list.page?.total ?? null }}
        csv={`addresses-${account}`}
        empty={
          <EmptyState
            icon={<Globe aria-hidden />}
            title={t('emptyTitle')}
            actions={<CreateAddress account={account} />}
          >
            {t('emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}

/** What is paid for while no machine uses it. */
function Idle({ list: { data, page } }: { list: Result<'D58'> }) {
  const t = useTranslations('addresses');
  const locale = useLocale();
  const free = data.filter(({ instance }) => instance === null);
  if (free.length === 0) return null;
  const words = { count: free.length, price: costWords(free, locale) ?? t('unknownPrice') };
  return (
    <div className="mb-3">
      <Callout tone="warn">
        {(page?.last_page ?? 1) > 1 ? t('idleHere', words) : t('idle', words)}
      </Callout>
    </div>
  );
}
