'use client';
import { useLocale, useTranslations } from 'use-intl';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { priceOf, type VolumeType } from '@/components/vps/volumes/volume';
import { gigabytes } from '@/lib/format';
import { Figure, RowName } from '../offers/figure';

/** Lists the types of block storage of a location (D63) with their price for each GB. */
export function StoragePrices({ types }: { types: readonly VolumeType[] }) {
  const t = useTranslations('prices');
  const locale = useLocale();
  const figures = { numeric: true, className: 'align-top' };
  return (
    <PlainTable<VolumeType>
      caption={t('storage.title')}
      columns={[
        {
          id: 'type',
          header: t('storage.type'),
          main: true,
          className: 'align-top',
          cell: (type) => <RowName about={type.description}>{type.name ?? type.id}</RowName>,
        },
        {
          id: 'sizes',
          header: t('storage.sizes'),
          ...figures,
          cell: (type) =>
            `${gigabytes(type.min_size, locale)} – ${gigabytes(type.max_size, locale)}`,
        },
        {
          id: 'perGb',
          header: t('storage.perGb'),
          ...figures,
          cell: (type) => <Figure {...priceOf(type, 1)} />,
        },
      ]}
      rows={types}
      rowId={({ id }) => id}
    />
  );
}
