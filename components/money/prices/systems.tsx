'use client';
import { useLocale, useTranslations } from 'use-intl';
import { bySystem, imageName, minDisk } from '@/components/vps/instances/wizard/values';
import { SearchBox } from '@/components/parts/tables/search-box';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Row } from '@/lib/contract/types';
import { folded, searchWords } from '@/lib/format/compare-text';
import { gigabytes } from '@/lib/format';

type Image = Row<'D74'>;

/** Those whose name holds every word of the search. */
export function matching(images: readonly Image[], q: string): Image[] {
  const words = searchWords(q);
  return images.filter((image) => {
    const name = folded(imageName(image));
    return words.every((word) => name.includes(word));
  });
}

/** What can be installed in a location, by system, with the search for it. */
export function Systems({
  images,
  q,
  onSearch,
}: {
  images: readonly Image[];
  q: string;
  onSearch: (q: string) => void;
}) {
  const t = useTranslations('prices');
  const found = bySystem(matching(images, q));
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
        <Table caption={t('systems.title')}>
          <TableHead>
            <HeadCell>{t('systems.system')}</HeadCell>
            <HeadCell>{t('systems.versions')}</HeadCell>
            <HeadCell numeric>{t('systems.disk')}</HeadCell>
          </TableHead>
          <TableBody>
            {[...found].map(([system, versions]) => (
              <TableRow key={system}>
                <Cell main>{system}</Cell>
                <Cell label={t('systems.versions')}>
                  {versions.map(({ version }) => version ?? '–').join(', ')}
                </Cell>
                <Cell numeric label={t('systems.disk')}>
                  <LeastDisk images={versions} />
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

/** One figure, or from the least to the most where versions differ. */
function LeastDisk({ images }: { images: readonly Image[] }) {
  const locale = useLocale();
  const sizes = images.map(minDisk);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (most === 0) return '–';
  return least === most
    ? gigabytes(most, locale)
    : `${gigabytes(least, locale)} – ${gigabytes(most, locale)}`;
}
