'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column, Filter } from '@/components/parts/tables/columns';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { Standing } from '@/components/organization/standing/use-standing';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import type { GroupScope } from '@/lib/paths';
import { vms, volumes } from '@/lib/resources/awanio';
import { priceOf } from '../vms/price';
import { isBoot, isUsed, machineOf, type Volume } from './volume';

const stateOf = (volume: Volume) => (isUsed(volume) || isBoot(volume) ? 'attached' : 'free');
const kindOf = (volume: Volume) => (isBoot(volume) ? 'boot' : 'external');

function VolumeStatus({ volume }: { volume: Volume }) {
  const t = useTranslations('organization-volumes.states');
  const state = stateOf(volume);
  return <Status group={state === 'attached' ? 'run' : 'off'}>{t(state)}</Status>;
}

/** A link to the machine that has the volume. */
function Machine({ volume, place }: { volume: Volume; place: GroupScope }) {
  const t = useTranslations('organization-volumes');
  const machine = machineOf(volume);
  if (!machine) return isUsed(volume) ? t('unnamed') : '–';
  return (
    <TextLink href={vms.href(place, machine.uuid)} className="wrap-anywhere">
      {machine.name}
    </TextLink>
  );
}

/** The price of a volume; a boot disk has none of its own. */
function Price({ volume }: { volume: Volume }) {
  const t = useTranslations('organization-volumes');
  const locale = useLocale();
  if (isBoot(volume)) return <span className="text-faint">{t('included')}</span>;
  const { perHour, perMonth } = priceOf(volume.pricing);
  return (
    <span className="flex flex-col">
      <span>{pricePerMonth(perMonth, locale)}</span>
      <span className="text-faint text-xs">{pricePerHour(perHour, locale)}</span>
    </span>
  );
}

/** The columns of the list; memoized. Needs the messages `organization-volumes` and `machines`. */
export function useVolumeColumns({
  placeOf,
  columns,
}: Pick<Standing<Volume>, 'placeOf' | 'columns'>): readonly Column<Volume>[] {
  const t = useTranslations('organization-volumes');
  const m = useTranslations('machines');
  const locale = useLocale();
  return useMemo(
    () => [
      column.name('name', t('name'), volumes.name),
      column.text<Volume>('state', m('statusLabel'), stateOf, {
        at: 'state',
        cell: (row) => <VolumeStatus volume={row} />,
      }),
      ...columns,
      column.text<Volume>('kind', t('kind'), (row) => t(`kinds.${kindOf(row)}`)),
      column.size<Volume>('size', m('size'), ({ size_gb: size }) => size, locale),
      column.text<Volume>('machine', t('machine'), (row) => machineOf(row)?.name ?? null, {
        at: 'under',
        cell: (row) => <Machine volume={row} place={placeOf(row)} />,
      }),
      column.text<Volume>('plan', t('plan'), ({ pricing }) => pricing?.instance_type ?? null),
      column.money<Volume>('price', t('price'), ({ pricing }) => priceOf(pricing).perMonth, {
        cell: (row) => <Price volume={row} />,
      }),
      column.code<Volume>('mount', t('mount'), ({ mount_point: mount }) => mount, { hidden: true }),
      column.instant<Volume>('created', m('created'), ({ created_at: at }) => at, { hidden: true }),
    ],
    [t, m, locale, placeOf, columns],
  );
}

/** The filters of the list: whether a machine has the volume, and boot disks. */
export function useVolumeFilters(): readonly Filter<Volume>[] {
  const t = useTranslations('organization-volumes');
  const m = useTranslations('machines');
  return useMemo<readonly Filter<Volume>[]>(
    () => [
      {
        id: 'state',
        label: m('statusLabel'),
        options: (['attached', 'free'] as const).map((value) => ({
          value,
          label: t(`states.${value}`),
        })),
        of: stateOf,
      },
      {
        id: 'kind',
        label: t('kind'),
        options: (['external', 'boot'] as const).map((value) => ({
          value,
          label: t(`kinds.${value}`),
        })),
        of: kindOf,
      },
    ],
    [t, m],
  );
}
