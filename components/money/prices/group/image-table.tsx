'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Column } from '@/components/parts/tables/columns';
import * as column from '@/components/parts/tables/column';
import { TextLink } from '@/components/ui/text-link';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import { SectionTable, type SectionTableProps } from './section-table';

/** An image: a row of A33. */
export type Image = Row<'A33'>;

const nameOf = ({ name, slug, uuid }: Image) => name ?? slug ?? uuid;
const rowId = ({ uuid }: Image) => uuid;
const searchText = (image: Image) => [nameOf(image), image.group, image.slug].join(' ');

interface ImageTableProps extends Pick<SectionTableProps<Image>, 'state' | 'change'> {
  images: readonly Image[];
  /** Gives the form of a new machine with this image; null if it can't be created here. Memoized. */
  create: (image: Image) => string | null;
}

/** Lists the images that can be installed, each with the disk that it needs. */
export function ImageTable({ images, create, ...list }: ImageTableProps) {
  const t = useTranslations('catalogue');
  const m = useTranslations('machines');
  const locale = useLocale();
  const columns = useMemo((): readonly Column<Image>[] => {
    const serviceOf = ({ service }: Image) => {
      if (service === 'compute' || service === null) return t('kinds.vm');
      return service === 'baremetal' ? t('kinds.baremetal') : service;
    };
    const link = (image: Image) => {
      const href = create(image);
      return href ? (
        <TextLink href={href} className="text-xs">
          {t('create')}
          <span className="sr-only">: {nameOf(image)}</span>
        </TextLink>
      ) : null;
    };
    return [
      column.name('name', m('image'), nameOf),
      column.text('for', t('imageFor'), serviceOf),
      column.count('disk', t('imageDisk'), ({ min_storage_gb: disk }) => disk, {
        cell: ({ min_storage_gb: disk }) => gigabytes(disk, locale),
      }),
      {
        id: 'create',
        header: t('createColumn'),
        end: 'buttons',
        className: 'text-right print:hidden',
        cell: link,
      },
    ];
  }, [create, t, m, locale]);
  return (
    <SectionTable
      caption={t('images')}
      rows={images}
      {...{ columns, rowId, searchText }}
      {...list}
    />
  );
}
