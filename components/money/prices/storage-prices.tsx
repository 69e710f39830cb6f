'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { priceOf, type VolumeType } from '@/components/vps/volumes/volume';
import { gigabytes } from '@/lib/format';
import { Figure, RowName } from './figure';

/** The kinds of block storage of a location, D63, by the GB. */
export function StoragePrices({ types }: { types: readonly VolumeType[] }) {
  const t = useTranslations('prices');
  const locale = useLocale();
  return (
    <Table caption={t('storage.title')}>
      <TableHead>
        <HeadCell>{t('storage.type')}</HeadCell>
        <HeadCell numeric>{t('storage.sizes')}</HeadCell>
        <HeadCell numeric>{t('storage.perGb')}</HeadCell>
      </TableHead>
      <TableBody>
        {types.map((type) => (
          <TableRow key={type.id}>
            <Cell main className="align-top">
              <RowName about={type.description}>{type.name ?? type.id}</RowName>
            </Cell>
            <Cell numeric label={t('storage.sizes')} className="align-top">
              {gigabytes(type.min_size, locale)} – {gigabytes(type.max_size, locale)}
            </Cell>
            <Cell numeric label={t('storage.perGb')} className="align-top">
              <Figure {...priceOf(type, 1)} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
