'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { clearAll, type FiltersProps } from './filters';

/** The active filters; each can be removed. */
export function FilterChips<Row>({ filters, state, change }: FiltersProps<Row>) {
  const t = useTranslations('ui.table');
  const chosen = filters.flatMap(({ id, label, options }) => {
    const value = state.filters[id];
    if (!value) return [];
    const words = options.find((option) => option.value === value)?.label ?? value;
    return [{ id, words: t('chip', { label, value: words }) }];
  });
  if (chosen.length === 0) return null;
  return (
    <ul
      aria-label={t('chips')}
      className="border-line flex flex-wrap items-center gap-1.5 border-b px-3 py-1.5 text-sm"
    >
      {chosen.map(({ id, words }) => (
        <li key={id}>
          <button
            type="button"
            aria-label={t('removeChip', { chip: words })}
            onClick={() => change({ filters: { [id]: '' } })}
            className="bg-accent-soft text-accent-text hover:bg-hover inline-flex min-h-6 items-center gap-1 rounded-sm px-2"
          >
            {words}
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={() => clearAll(filters, change)}
          className="link min-h-6 px-1"
        >
          {t('clearAll')}
        </button>
      </li>
    </ul>
  );
}
