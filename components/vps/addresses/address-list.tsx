'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { InstanceLink } from '@/components/vps/instances/instance-link';
import { Copyable } from '@/components/parts/machines/copyable';
import { AccountList, AccountTable } from '@/components/parts/tables/account-list';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { Callout } from '@/components/ui/callout';
import type { Result } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { addresses } from '@/lib/resources/vps';
import { useAddressActions } from './actions';
import { addressesInput, hasOnlyTotalCost, costWords, type Address } from './address';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

const list = { of: addresses, words: 'addresses' } as const;

/** One page of an account's public addresses. @param problem of the server's read, shown until the browser has read */
export function AddressList({ problem }: { problem: Problem | null }) {
  return (
    <AccountList {...list} problem={problem} input={addressesInput}>
      {(answer) => <Rows answer={answer} />}
    </AccountList>
  );
}

/** A link to the machine that has the address; without a machine, what the unused address costs. */
function MachineOrCost({ address }: { address: Address }) {
  const t = useTranslations('addresses');
  const locale = useLocale();
  const { instance } = address;
  if (instance) {
    return <InstanceLink uuid={instance.uuid}>{instance.hostname ?? instance.uuid}</InstanceLink>;
  }
  const price = costWords([address], locale);
  return (
    <span className="text-warn">{price === null ? t('unused') : t('unusedPrice', { price })}</span>
  );
}

/** @param costOnly true: show one column with the cost, because the backend names no price by the hour or month */
function useColumns(costOnly: boolean): readonly Column<Address>[] {
  const t = useTranslations('addresses');
  const m = useTranslations('machines');
  return useMemo(
    () =>
      column.unsorted<Address>([
        column.name('address', m('address'), addresses.name, {
          cell: (row) => <Copyable text={addresses.name(row)} label={m('copyAddress')} />,
        }),
        column.text('machine', t('machine'), ({ instance }) => instance?.hostname ?? null, {
          at: 'under',
          cell: (row) => <MachineOrCost address={row} />,
        }),
        column.code('rdns', t('rdns.name'), ({ rdns }) => rdns, {
          cell: ({ rdns }) => <span className="font-mono wrap-anywhere">{rdns ?? '–'}</span>,
        }),
        column.text('location', m('location'), ({ location }) => location),
        ...(costOnly
          ? [column.money<Address>('cost', t('cost'), ({ cost }) => cost)]
          : [
              column.hourly<Address>('cost', m('perHour'), ({ price_per_hour: price }) => price),
              column.money<Address>(
                'month',
                `${m('perMonth')} (${m('estimate')})`,
                ({ estimated_monthly_cost: cost }) => cost,
                { hidden: true },
              ),
            ]),
        column.instant('created', m('created'), ({ created_at: at }) => at),
      ]),
    [costOnly, t, m],
  );
}

function Rows({ answer }: { answer: Result<'D58'> }) {
  return (
    <>
      <UnusedNote list={answer} />
      <AccountTable
        {...list}
        rows={answer.data}
        columns={useColumns(hasOnlyTotalCost(answer.data))}
        actions={useAddressActions()}
        server={addressesInput}
        page={answer.page}
        create={<CreateAddress />}
      />
    </>
  );
}

/** Warns that the account pays for addresses that no machine uses. */
function UnusedNote({ list: { data, page } }: { list: Result<'D58'> }) {
  const t = useTranslations('addresses');
  const locale = useLocale();
  const free = data.filter(({ instance }) => instance === null);
  if (free.length === 0) return null;
  const words = { count: free.length, price: costWords(free, locale) ?? t('unknownPrice') };
  return (
    <div className="mb-3">
      <Callout tone="warn">
        {(page?.last_page ?? 1) > 1 ? t('unusedCostOnPage', words) : t('unusedCost', words)}
      </Callout>
    </div>
  );
}

/** The button that opens the dialog to order an address. */
export const CreateAddress = createButton(
  'addresses.create.label',
  'write_network',
  lazyNamed(() => import('./create-dialog'), 'CreateDialog'),
);
