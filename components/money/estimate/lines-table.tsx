'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Foreign } from '@/components/ui/foreign';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { itemPrice } from '@/lib/pricing';
import { Figure, RowName } from '../offers/figure';
import { CountField } from './count-field';
import { lineKey } from './lines';
import type { PricedLine } from './priced-line';
import type { Estimate } from './use-estimate';

const rowId = ({ line }: PricedLine) => lineKey(line);

/** The lines of an estimate: how many, what they cost, and where one is created. */
export function LinesTable({
  lines,
  estimate,
}: {
  lines: readonly PricedLine[];
  estimate: Estimate;
}) {
  const t = useTranslations('estimate');
  const top = { className: 'align-top' };
  return (
    <PlainTable
      caption={t('items')}
      columns={[
        { id: 'name', header: t('item'), main: true, ...top, cell: (row) => <Name of={row} /> },
        {
          id: 'count',
          header: t('count'),
          numeric: true,
          ...top,
          cell: ({ line, name }) => (
            <CountField
              label={t('countOf', { name })}
              count={line.count}
              onChange={(count) => estimate.setCount(line, count)}
            />
          ),
        },
        { id: 'each', header: t('each'), numeric: true, ...top, cell: (row) => <Each of={row} /> },
        { id: 'sum', header: t('sum'), numeric: true, ...top, cell: (row) => <Sum of={row} /> },
        {
          id: 'make',
          header: t('createColumn'),
          end: 'buttons',
          className: 'align-top text-right',
          cell: ({ create, leftOut }) => (leftOut === null ? (create ?? null) : null),
        },
        {
          id: 'remove',
          header: t('remove'),
          end: 'menu',
          ...top,
          cell: ({ line, name }) => (
            <IconButton
              size="sm"
              label={t('removeOf', { name })}
              icon={<X aria-hidden />}
              onClick={() => estimate.remove(line)}
            />
          ),
        },
      ]}
      rows={lines}
      rowId={rowId}
    />
  );
}

function Name({ of: { name, about, note, leftOut } }: { of: PricedLine }) {
  const t = useTranslations('estimate');
  const warning = leftOut === null ? note : `${t('notInSum')} ${leftOut}`;
  const more = (
    <>
      {about}
      {warning ? <span className="text-warn block">{warning}</span> : null}
    </>
  );
  return (
    <RowName about={more}>
      <Foreign text={name} />
    </RowName>
  );
}

function Each({ of: { price, leftOut } }: { of: PricedLine }) {
  if (leftOut !== null) return '–';
  return price ? <Figure {...price} /> : <Skeleton className="ml-auto h-4 w-20" />;
}

function Sum({ of: { line, service, price, leftOut } }: { of: PricedLine }) {
  if (leftOut !== null) return '–';
  if (!price) return <Skeleton className="ml-auto h-4 w-20" />;
  return <Figure {...itemPrice({ service, count: line.count, ...price })} />;
}
