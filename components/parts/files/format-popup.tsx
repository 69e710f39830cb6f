'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { MenuPopupProps } from '@/components/ui/menu-group';
import { MenuPopup } from '@/components/ui/menu-popup';
import { useMaybePerson } from '@/lib/query/person';
import { fileFormatOf, fileFormats, keepFileFormat, type FileFormat } from './file-format';

/** Saves a file in a format. */
export type SaveFile = (format: FileFormat) => void;

/** What the menu of formats does. */
export interface FormatChoice {
  onSave: SaveFile;
  /** Saves one page alone, where `onSave` saves all of them. */
  onPage?: SaveFile | undefined;
}

/** The menu of formats beside a button that saves a file. It saves a file, and remembers the format. Loaded on demand. */
export function FormatPopup({ onSave, onPage, ...popup }: MenuPopupProps & FormatChoice) {
  const t = useTranslations('ui.table');
  const identity = useMaybePerson()?.identity ?? null;
  const chosen = fileFormatOf(identity, useLocale());
  const group = (id: 'format' | 'formatAll' | 'formatPage', save: SaveFile) => ({
    id,
    label: t(id),
    items: fileFormats.map((format) => ({
      id: `${id}-${format}`,
      label: t(`formats.${format}`),
      checked: chosen === format,
      onSelect: () => {
        if (identity !== null) keepFileFormat(identity, format);
        save(format);
      },
    })),
  });
  const groups = onPage
    ? [group('formatAll', onSave), group('formatPage', onPage)]
    : [group('format', onSave)];
  return <MenuPopup {...popup} groups={groups} />;
}
