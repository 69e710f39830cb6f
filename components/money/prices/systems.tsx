'use client';
import { useLocale, useTranslations } from 'use-intl';
import { bySystem, imageName, minDisk } from '@/components/vps/instances/wizard/values';
import { SearchBox } from '@/components/parts/tables/search-box';
import { PlainTable } from '@/components/parts/tables/plain-table';
import type { Row } from '@/lib/contract/types';
import { folded, searchWords } from '@/lib/format/compare-text';
import { gigabytes } from '@/lib/format';

type Image = Row<'D74'>;

/** The images whose name contains every word of the search. */
export function matching(images: readonly Image[], q: string): Image[] {
  const words = searchWords(q);
  return images.filter((image) => {
    const name = folded(imageName(image));
    return words.every((word) => name.includes(word));
  });
}

interface SystemsProps {
  images: readonly Image[];
  q: string;
  onSearch: (q: string) => void;
}

/** Lists the operating systems that can be installed in a location, with a search. */
export function Systems({ images, q, onSearch }: SystemsProps) {
  const t = useTranslations('prices');
  const found = bySystem(matching(images, q));
  const versions = ([, all]: [string, Image[]]) =>
    all.map(({ version }) => version ?? '–').join(', ');
  return (
    <>
      <div className="p-3">
        <SearchBox value={q} onChange={onSearch} />
      </div>
      {found.size === 0 ? (
        <p role="status" className="text-muted px-4 pb-4">
          {t('systems.noMatch', { q })}
        </p>
      ) : (
        <PlainTable
          caption={t('systems.title')}
          columns={[
            { id: 'system', header: t('systems.system'), main: true, cell: ([system]) => system },
            { id: 'versions', header: t('systems.versions'), cell: versions },
            {
              id: 'disk',
              header: t('systems.disk'),
              numeric: true,
              cell: ([, images]) => <LeastDisk images={images} />,
            },
          ]}
          rows={[...found]}
          rowId={([system]) => system}
        />
      )}
    </>
  );
}

/** Shows the disk that a system needs, as a range if its versions differ. */
function LeastDisk({ images }: { images: readonly Image[] }) {
  const locale = useLocale();
  const sizes = images.map(minDisk);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (most === 0) return '–';
  return least === most
    ? gigabytes(most, locale)
    : `${gigabytes(least, locale)} – ${gigabytes(most, locale)}`;
}
