'use client';
import { ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Filter } from './columns';
import type { ChangeList, ListState } from './use-list-state';

interface FiltersProps<Row> {
  filters: readonly Filter<Row>[];
  state: ListState;
  change: ChangeList;
}

/** What a list can be narrowed to: the platform's own selects, beside the search. */
export function FilterSelects<Row>({ filters, state, change }: FiltersProps<Row>) {
  const t = useTranslations('ui.table');
  return filters.map(({ id, label, options }) => (
    <span key={id} className="relative block">
      <select
        aria-label={label}
        value={state.filters[id] ?? ''}
        onChange={(event) => change({ filters: { [id]: event.target.value } })}
        className="field w-auto max-w-56 appearance-none pr-8"
      >
        <option value="">{t('anyOf', { label })}</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="text-faint pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2"
      />
    </span>
  ));
}

/** Takes every filter and the search out. */
export function clearAll<Row>(filters: readonly Filter<Row>[], change: ChangeList): void {
  change({ q: '', filters: Object.fromEntries(filters.map(({ id }) => [id, ''])) });
}

/** What a list is narrowed to; each can be taken out. */
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
