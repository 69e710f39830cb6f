'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Column, Filter } from '@/components/tables/columns';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import { gigabytes, pricePerMonth, rate, rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { stateOf, volumeWords, type Volume } from './volume';
import { VolumeStatus } from './volume-status';

/** The machine that has it, or what it costs without one. */
function Where({ account, volume }: { account: string; volume: Volume }) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const { attached_to: machine, estimated_monthly_cost: cost } = volume;
  if (machine) {
    return (
      <TextLink href={paths.instance(account, machine.uuid)} className="break-all">
        {machine.hostname ?? machine.uuid}
      </TextLink>
    );
  }
  return (
    <span className="text-warn">
      {cost === null ? t('free') : t('freeCosts', { price: pricePerMonth(cost, locale) })}
    </span>
  );
}

/**
 * The columns of volumes. Needs the messages `volumes` and `machines`.
 * @param sorts false where only a part of the volumes is here: their order is then the backend's
 */
export function useVolumeColumns(account: string, sorts: boolean): readonly Column<Volume>[] {
  const t = useTranslations('volumes');
  const m = useTranslations('machines');
  const locale = useLocale();
  return useMemo<readonly Column<Volume>[]>(() => {
    const columns: readonly Column<Volume>[] = [
      {
        id: 'name',
        header: t('name'),
        main: true,
        sort: volumeWords.name,
        cell: (row) => <span className="break-all">{volumeWords.name(row)}</span>,
      },
      {
        id: 'state',
        header: m('statusLabel'),
        csv: ({ status }) => status,
        cell: (row) => <VolumeStatus volume={row} />,
      },
      {
        id: 'size',
        header: m('size'),
        numeric: true,
        sort: ({ size_gb: size }) => size,
        cell: ({ size_gb: size }) => gigabytes(size, locale),
      },
      {
        id: 'type',
        header: t('type'),
        sort: ({ storage_type: type }) => type,
        cell: ({ storage_type: type }) => type ?? '–',
      },
      {
        id: 'machine',
        header: t('machine'),
        sort: ({ attached_to: machine }) => machine && (machine.hostname ?? machine.uuid),
        cell: (row) => <Where account={account} volume={row} />,
      },
      {
        id: 'location',
        header: m('location'),
        sort: ({ location }) => location,
        cell: ({ location }) => location ?? '–',
      },
      {
        id: 'cost',
        header: m('perHour'),
        numeric: true,
        sort: ({ price_per_hour: price }) => price,
        cell: ({ price_per_hour: price }) => rate(price),
      },
      {
        id: 'month',
        header: `${m('perMonth')} (${m('estimate')})`,
        numeric: true,
        sort: ({ estimated_monthly_cost: cost }) => cost,
        cell: ({ estimated_monthly_cost: cost }) => rupiah(cost),
      },
      {
        id: 'created',
        header: m('created'),
        hidden: true,
        sort: ({ created_at: at }) => at,
        cell: ({ created_at: at }) => <Instant iso={at} />,
      },
    ];
    return sorts ? columns : columns.map(unsorted);
  }, [account, sorts, t, m, locale]);
}

/** The column without its head's sorting; its value stays in a file. */
function unsorted({ sort, ...column }: Column<Volume>): Column<Volume> {
  return sort ? { csv: sort, ...column } : column;
}

const distinct = (values: readonly (string | null)[]) =>
  [...new Set(values.filter((value) => value !== null))].sort();

/** What narrows a list that is here as a whole. */
export function useVolumeFilters(rows: readonly Volume[]): readonly Filter<Volume>[] {
  const t = useTranslations('volumes');
  const m = useTranslations('machines');
  return useMemo<readonly Filter<Volume>[]>(
    () => [
      {
        id: 'state',
        label: m('statusLabel'),
        options: (['attached', 'free', 'busy', 'error'] as const)
          .filter((state) => rows.some((row) => stateOf(row) === state))
          .map((state) => ({ value: state, label: t(`states.${state}`) })),
        of: stateOf,
      },
      {
        id: 'location',
        label: m('location'),
        options: distinct(rows.map(({ location }) => location)).map((name) => ({
          value: name,
          label: name,
        })),
        of: ({ location }) => location,
      },
    ],
    [rows, t, m],
  );
}
