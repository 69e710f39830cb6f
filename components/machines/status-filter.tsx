'use client';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';

/** The groups of states that a list of machines can be narrowed to; they stand in the URL as `?status=run`. */
export const statusFilters = ['run', 'off', 'busy', 'error'] as const;
export type StatusFilterValue = (typeof statusFilters)[number];

/** The filter of a URL; null for all. */
export function readStatusFilter(query: { get(name: string): string | null }) {
  const given = query.get('status');
  return statusFilters.find((each) => each === given) ?? null;
}

/**
 * Narrows a list of machines to a group of states. `counts` are shown where the whole list is known;
 * without them it is the backend that filters.
 */
export function StatusFilter({
  value,
  onChange,
  counts,
}: {
  value: StatusFilterValue | null;
  onChange: (value: StatusFilterValue | null) => void;
  counts?: Readonly<Record<StatusFilterValue | 'all', number>>;
}) {
  const t = useTranslations('machines');
  return (
    <div role="group" aria-label={t('statusLabel')} className="flex flex-wrap gap-1">
      {(['all', ...statusFilters] as const).map((each) => {
        const chosen = each === (value ?? 'all');
        return (
          <button
            key={each}
            type="button"
            aria-pressed={chosen}
            onClick={() => onChange(each === 'all' ? null : each)}
            className={cx(
              'min-h-7 rounded border px-2 text-sm whitespace-nowrap',
              chosen
                ? 'border-accent bg-accent-soft text-accent-text font-medium'
                : 'text-muted hover:bg-hover hover:text-ink border-transparent',
            )}
          >
            {t(`groups.${each}`)}
            {counts ? (
              <span className={cx('tabular ml-1.5', chosen ? '' : 'text-faint')}>
                {counts[each]}
              </span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
}
