'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { TextLink } from '@/components/ui/text-link';
import { bytes } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import type { Entry } from './folders';
import type { ObjectInfo } from './object-info';
import { FolderLink, ObjectName } from './object-name';
import type { Folder } from './use-folder';
import type { SortBy } from './whole';

export type ObjectRow = Entry<ObjectInfo>;

const of =
  <Value,>(read: (info: ObjectInfo) => Value) =>
  (row: ObjectRow): Value | null =>
    row.kind === 'object' ? read(row.item) : null;

/** What a folder that the storage itself lists can be sorted by. It answers by name alone, so the others read the whole folder. */
export const sortable: readonly SortBy[] = ['name', 'size', 'modified'];

/** A name may be a single slash or space, and has to be hit nevertheless. */
const nameLink = 'inline-flex min-h-6 min-w-6 items-center';

/** The ending of a name, as people know kinds of files: `JPG`; null without one. */
const endingOf = (name: string): string | null =>
  /[^.\s/]\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toUpperCase() ?? null;

/**
 * The columns of a folder; memoized. Needs the messages `object-storage`.
 * @param linked whether the storage itself lists, which tells other things than A60, and can be sorted
 */
export function useObjectColumns(
  folder: Pick<Folder, 'bucket' | 'href' | 'open'>,
  linked: boolean,
): readonly Column<ObjectRow>[] {
  const t = useTranslations('object-storage.objects');
  const locale = useLocale();
  const scope = useGroup();
  const { bucket, href, open } = folder;
  return useMemo(() => {
    const columns = [
      column.name<ObjectRow>('name', t('name'), ({ name }) => name, {
        cell: (row) =>
          row.kind === 'folder' ? (
            <FolderLink
              folder={{ href, open }}
              prefix={row.prefix}
              name={row.name}
              className={nameLink}
            />
          ) : (
            <TextLink href={paths.object(scope, bucket, row.key)} className={nameLink}>
              <ObjectName text={row.name} />
            </TextLink>
          ),
      }),
      column.text<ObjectRow>(
        'size',
        t('size'),
        of(({ size }) => size),
        {
          numeric: true,
          cell: (row) => (row.kind === 'folder' ? '–' : bytes(row.item.size, locale)),
        },
      ),
      column.instant<ObjectRow>(
        'modified',
        t('modified'),
        of(({ modified }) => modified),
      ),
    ];
    const ending = column.text<ObjectRow>('ending', t('ending'), ({ name }) => endingOf(name), {
      hidden: true,
    });
    const told = linked
      ? [
          column.text<ObjectRow>(
            'class',
            t('class'),
            of(({ storageClass }) => storageClass),
          ),
          ending,
          column.code<ObjectRow>(
            'etag',
            t('etag'),
            of(({ etag }) => etag),
            { hidden: true },
          ),
        ]
      : [
          column.text<ObjectRow>(
            'type',
            t('type'),
            of(({ type }) => type),
          ),
          ending,
        ];
    return column.unsorted([...columns, ...told], linked ? sortable : []);
  }, [t, locale, scope, bucket, href, open, linked]);
}
