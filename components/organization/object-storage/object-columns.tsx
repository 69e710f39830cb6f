'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { bytes } from '@/lib/format';
import type { Entry } from './folders';
import { FolderLink, ObjectName } from './object-name';
import type { Folder } from './use-folder';

/** What is shown of an object, by whichever way it was listed. */
export interface ObjectInfo {
  key: string;
  /** Bytes. */
  size: number | null;
  /** ISO 8601. */
  modified: string | null;
  /** Its media type, which only A60 tells. */
  type: string | null;
  /** Its storage class, which only the storage itself tells. */
  storageClass: string | null;
}

export type ObjectRow = Entry<ObjectInfo>;

const of =
  <Value,>(read: (info: ObjectInfo) => Value) =>
  (row: ObjectRow): Value | null =>
    row.kind === 'object' ? read(row.item) : null;

/**
 * The columns of a folder; memoized. None can be sorted, since a storage answers by name alone. Needs the messages `object-storage`.
 * @param linked whether the storage itself lists, which tells other things than A60
 */
export function useObjectColumns(
  folder: Pick<Folder, 'href' | 'open'>,
  linked: boolean,
): readonly Column<ObjectRow>[] {
  const t = useTranslations('object-storage.objects');
  const locale = useLocale();
  const { href, open } = folder;
  return useMemo(
    () =>
      column.unsorted<ObjectRow>([
        column.name('name', t('name'), ({ name }) => name, {
          cell: (row) =>
            row.kind === 'folder' ? (
              <FolderLink folder={{ href, open }} prefix={row.prefix} name={row.name} />
            ) : (
              <ObjectName text={row.name} />
            ),
        }),
        column.text(
          'size',
          t('size'),
          of(({ size }) => size),
          {
            numeric: true,
            cell: (row) => (row.kind === 'folder' ? '–' : bytes(row.item.size, locale)),
          },
        ),
        column.instant(
          'modified',
          t('modified'),
          of(({ modified }) => modified),
        ),
        linked
          ? column.text(
              'class',
              t('class'),
              of(({ storageClass }) => storageClass),
            )
          : column.text(
              'type',
              t('type'),
              of(({ type }) => type),
            ),
      ]),
    [t, locale, href, open, linked],
  );
}
