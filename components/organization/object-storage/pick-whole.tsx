'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Selection } from '@/components/parts/tables/selection';
import { Button } from '@/components/ui/button';
import { exactName } from './exact-name';
import type { ObjectRow } from './object-columns';
import type { Folder } from './use-folder';
import type { WholeFolder } from './use-whole';

/** What names a folder to a person, with what is searched in it: `photos/IMG_…`, or the bucket. */
export const placeName = ({ bucket, name, start }: Pick<Folder, 'bucket' | 'name' | 'start'>) =>
  exactName(`${name || `${bucket}/`}${start === '' ? '' : `${start}…`}`);

/** Once a page is selected, offers to select all pages of the folder. */
export function PickWhole({
  folder,
  selection,
  whole: { rows, more },
  gathers,
  pages,
  onWhole,
}: {
  folder: Folder;
  selection: Selection<ObjectRow>;
  whole: WholeFolder;
  gathers: boolean;
  /** Whether there are other pages. */
  pages: boolean;
  onWhole: () => void;
}) {
  const t = useTranslations('storage-list.pick');
  const [waits, setWaits] = useState(false);
  const { all, toggleAll } = selection;
  const count = selection.rows.length;
  const picked = all && rows !== null && count === rows.length;
  // Cancelled while it was read.
  if (waits && !gathers) setWaits(false);
  if (waits && picked) setWaits(false);
  useEffect(() => {
    if (waits && rows !== null && !all) toggleAll();
  }, [waits, rows, all, toggleAll]);
  if (!all || (!pages && !rows)) return null;
  const name = placeName(folder);
  return (
    <div
      role="status"
      className="border-line bg-accent-soft flex flex-wrap items-center gap-2 border-b px-3 py-1.5"
    >
      {picked ? (
        t(more ? 'first' : 'all', { count, name })
      ) : rows ? null : (
        <>
          {t('page', { count })}
          <Button
            size="sm"
            loading={waits}
            onClick={() => {
              setWaits(true);
              onWhole();
            }}
          >
            {t('whole', { name })}
          </Button>
        </>
      )}
    </div>
  );
}
