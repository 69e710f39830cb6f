'use client';
import { useTranslations } from 'use-intl';
import { goTo } from '@/components/parts/tables/use-list-state';
import { cx } from '@/components/ui/cx';
import { periods, withPeriod, type Period } from './period';

/** Puts a period into the URL. The browser's back button returns to the period before. */
export const showPeriod = (period: Period) =>
  goTo(withPeriod(window.location.search, period), true);

/** Lets the viewer choose the period: radio buttons in a row, so that arrow keys move between them. */
export function PeriodPicker({ period }: { period: Period }) {
  const t = useTranslations('metrics');
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('period')}</legend>
      <div className="border-edge bg-surface divide-edge inline-flex max-w-full divide-x overflow-hidden rounded border">
        {periods.map((each) => (
          <label
            key={each}
            className={cx(
              'has-focus-visible:outline-focus relative px-3 py-1 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2',
              each === period
                ? 'bg-accent-soft text-accent-text font-medium'
                : 'text-muted hover:bg-hover cursor-pointer print:hidden',
            )}
          >
            <input
              type="radio"
              name="period"
              value={each}
              checked={each === period}
              onChange={() => showPeriod(each)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            {t(`periods.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
