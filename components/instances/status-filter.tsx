'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { readStatusFilter, statusFilters, withStatusFilter, type StatusFilter } from './list-query';

/** Puts a status filter into the URL; the list asks again by itself. */
export function setStatusFilter(filter: StatusFilter | null): void {
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', `${pathname}${withStatusFilter(search, filter)}`);
}

/** Which statuses the list shows. */
export function StatusFilterSelect({ value }: { value: StatusFilter | null }) {
  const t = useTranslations('machines');
  return (
    <span className="relative block">
      <select
        aria-label={t('statusLabel')}
        value={value ?? ''}
        onChange={(event) =>
          setStatusFilter(readStatusFilter(new URLSearchParams({ status: event.target.value })))
        }
        className="field w-auto appearance-none pr-8"
      >
        <option value="">{t('groups.all')}</option>
        {statusFilters.map((filter) => (
          <option key={filter} value={filter}>
            {t(`groups.${filter}`)}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="text-faint pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2"
      />
    </span>
  );
}
