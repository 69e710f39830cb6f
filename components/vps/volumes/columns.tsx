'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column, Filter } from '@/components/parts/tables/columns';
import { TextLink } from '@/components/ui/text-link';
import { pricePerMonth } from '@/lib/format';
import { paths } from '@/lib/paths';
import { volumes } from '@/lib/resources/vps';
import { useAccount } from '@/lib/query/scope';
import { stateOf, type Volume, type VolumeState } from './volume';
import { Status, type StatusGroup } from '@/components/ui/status';

/** A link to the machine that has the volume; without a machine, what the unused volume costs. */
function MachineOrCost({ volume }: { volume: Volume }) {
  const account = useAccount();
  const t = useTranslations('volumes');
  const locale = useLocale();
  const { attached_to: machine, estimated_monthly_cost: cost } = volume;
  if (machine) {
    return (
      <TextLink href={paths.instance(account, machine.uuid)} className="wrap-anywhere">
        {machine.hostname ?? machine.uuid}
      </TextLink>
    );
  }
  return (
    <span className="text-warn">
      {cost === null
        ? t('notAttached')
        : t('notAttachedPrice', { price: pricePerMonth(cost, locale) })}
    </span>
  );
}

/**
 * The columns of a table of volumes. Needs the messages `volumes` and `machines`.
 * @param sorts false when `rows` are only one page of the list, because the browser can't sort rows that it doesn't have
 */
export function useVolumeColumns(sorts: boolean): readonly Column<Volume>[] {
  const t = useTranslations('volumes');
  const m = useTranslations('machines');
  const locale = useLocale();
  return useMemo(() => {
    const columns: readonly Column<Volume>[] = [
      column.name('name', t('name'), volumes.name),
      column.state('state', m('statusLabel'), (row) => <VolumeStatus volume={row} />),
      column.size('size', m('size'), ({ size_gb: size }) => size, locale),
      column.text('type', t('type'), ({ storage_type: type }) => type),
      column.text(
        'machine',
        t('machine'),
        ({ attached_to: machine }) => machine && (machine.hostname ?? machine.uuid),
        { at: 'under', cell: (row) => <MachineOrCost volume={row} /> },
      ),
      column.text('location', m('location'), ({ location }) => location),
      column.hourly('cost', m('perHour'), ({ price_per_hour: price }) => price),
      column.money(
        'month',
        `${m('perMonth')} (${m('estimate')})`,
        ({ estimated_monthly_cost: cost }) => cost,
      ),
      column.instant('created', m('created'), ({ created_at: at }) => at, { hidden: true }),
    ];
    return sorts ? columns : column.unsorted(columns);
  }, [sorts, t, m, locale]);
}

const distinct = (values: readonly (string | null)[]) =>
  [...new Set(values.filter((value) => value !== null))].sort();

/** The filters of the list. They work only when all rows are loaded. */
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

const groups: Record<VolumeState, StatusGroup> = {
  attached: 'run',
  free: 'off',
  busy: 'busy',
  error: 'error',
};

/** Shows a volume's state as a shape, a word and a colour. Needs the messages `volumes`. */
function VolumeStatus({ volume }: { volume: Volume }) {
  const t = useTranslations('volumes');
  const state = stateOf(volume);
  return <Status group={groups[state]}>{t(`states.${state}`)}</Status>;
}
