'use client';
import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { ButtonSize } from '@/components/ui/button-class';
import { Menu } from '@/components/ui/menu';
import { useMaybePerson } from '@/lib/query/person';
import { csvFormatOf, csvFormats, keepCsvFormat, type CsvFormat } from './csv-format';

/**
 * Gives a function that reads the format when a file is saved, since the person may have changed it in
 * another list.
 */
export function useCsvFormat(): () => CsvFormat {
  const identity = useMaybePerson()?.identity ?? null;
  const locale = useLocale();
  return () => csvFormatOf(identity, locale);
}

/** The menu of formats beside the button that saves a file. It saves a file, and remembers the format. */
export function CsvMenu({
  onSave,
  size = 'sm',
}: {
  onSave: (format: CsvFormat) => void;
  size?: ButtonSize;
}) {
  const t = useTranslations('ui.table');
  const who = useMaybePerson();
  const chosen = useCsvFormat();
  const items = () =>
    csvFormats.map((format) => ({
      id: format,
      label: t(`csvFormats.${format}`),
      checked: chosen() === format,
      onSelect: () => {
        if (who) keepCsvFormat(who.identity, format);
        onSave(format);
      },
    }));
  return (
    <Menu
      size={size}
      variant={size === 'sm' ? 'quiet' : 'secondary'}
      className="px-1"
      align="end"
      label={t('csvFormat')}
      trigger={<ChevronDown aria-hidden />}
      groups={() => [{ id: 'format', label: t('csvFormat'), items: items() }]}
    />
  );
}
