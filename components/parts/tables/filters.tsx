'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Filter } from './columns';
import type { ChangeList, ListState } from './use-list-state';

export interface FiltersProps<Row> {
  filters: readonly Filter<Row>[];
  state: ListState;
  change: ChangeList;
}

/** The filters of a list: native selects beside the search. */
export function FilterSelects<Row>({ filters, state, change }: FiltersProps<Row>) {
  const t = useTranslations('ui.table');
  return filters.map(({ id, label, options }) => (
    <span key={id} className="relative block">
      <select
        aria-label={label}
        value={state.filters[id] ?? ''}
        onChange={(event) => change({ filters: { [id]: event.target.value } })}
        className="field w-auto max-w-72 appearance-none pr-8"
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

/** Removes all filters and the search. */
export function clearAll<Row>(filters: readonly Filter<Row>[], change: ChangeList): void {
  change({ q: '', filters: Object.fromEntries(filters.map(({ id }) => [id, ''])) });
}
