'use client';
import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { ButtonSize } from '@/components/ui/button-class';
import { Menu } from '@/components/ui/menu';
import { useMaybePerson } from '@/lib/query/person';
import { fileFormatOf, fileFormats, keepFileFormat, type FileFormat } from './file-format';

/**
 * Gives a function that reads the format when a file is saved, since the person may have changed it in
 * another list.
 */
export function useFileFormat(): () => FileFormat {
  const identity = useMaybePerson()?.identity ?? null;
  const locale = useLocale();
  return () => fileFormatOf(identity, locale);
}

/**
 * The menu of formats beside the button that saves a file. It saves a file, and remembers the format.
 * @param onPage saves one page alone, where `onSave` saves all of them
 */
export function FormatMenu({
  onSave,
  onPage,
  size = 'sm',
}: {
  onSave: (format: FileFormat) => void;
  onPage?: ((format: FileFormat) => void) | undefined;
  size?: ButtonSize;
}) {
  const t = useTranslations('ui.table');
  const who = useMaybePerson();
  const chosen = useFileFormat();
  const group = (
    id: 'format' | 'formatAll' | 'formatPage',
    save: (format: FileFormat) => void,
  ) => ({
    id,
    label: t(id),
    items: fileFormats.map((format) => ({
      id: `${id}-${format}`,
      label: t(`formats.${format}`),
      checked: chosen() === format,
      onSelect: () => {
        if (who) keepFileFormat(who.identity, format);
        save(format);
      },
    })),
  });
  return (
    <Menu
      size={size}
      variant={size === 'sm' ? 'quiet' : 'secondary'}
      className="px-1"
      align="end"
      label={t('format')}
      trigger={<ChevronDown aria-hidden />}
      groups={() =>
        onPage
          ? [group('formatAll', onSave), group('formatPage', onPage)]
          : [group('format', onSave)]
      }
    />
  );
}
