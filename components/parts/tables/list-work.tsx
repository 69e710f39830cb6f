'use client';
/** What the button that saves a list does. Loaded on demand. */
import type { ReactNode } from 'react';
import type { useTranslations } from 'use-intl';
import { fileFormatOf, type FileFormat } from '@/components/parts/files/file-format';
import type { PageRead } from '@/components/parts/files/read-pages';
import { readWhole } from '@/components/parts/files/whole-read';
import { toast } from '@/components/ui/toast';
import type { Locale } from '@/lib/intl/locales';
import { saveList, type ListFile } from './list-sheet';
import { WholeDialog } from './whole-dialog';

/** A list to save. */
export interface ListWork<Row> extends ListFile<Row> {
  /** How to read the others, where the rows are one page of several. */
  pages?: { read: PageRead<Row>; idOf: (row: Row) => string } | undefined;
  /** What the rows leave out, told with the file. */
  leftOut?: string | undefined;
}

interface How {
  /** Saves the rows as they are shown; otherwise all pages. */
  page: boolean;
  /** The one that the person chose last, if there is none. */
  format: FileFormat | undefined;
  identity: string | null;
  locale: Locale;
  t: ReturnType<typeof useTranslations<'ui.table'>>;
  /** Shows the dialog of a read of all pages; null takes it away. */
  show: (dialog: ReactNode) => void;
}

/**
 * Saves a list, or begins to read all of its pages.
 * @throws ProblemError if rows that still have to come can't be read
 */
export async function saveFile<Row extends object>(
  { pages, leftOut, ...list }: ListWork<Row>,
  { page, format, identity, locale, t, show }: How,
): Promise<void> {
  const as = format ?? fileFormatOf(identity, locale);
  if (pages && !page) {
    const whole = readWhole(pages.read, pages.idOf, async ({ rows, more, changed }) => {
      await saveList({ ...list, rows }, as);
      if (more || changed) return; // the dialog tells of it
      show(null);
      toast({ tone: 'good', title: t('whole.saved') });
    });
    return show(<WholeDialog whole={whole} onClose={() => show(null)} />);
  }
  if ('all' in list.rows) toast({ title: t('fileWaits') });
  await saveList(list, as);
  if (leftOut) toast({ title: t('whole.saved'), text: leftOut, lasts: 0 });
}
