'use client';
import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { accountOfKey } from '@/components/money/invoices/place-links';
import { changeSearch } from '@/components/money/offers/url-search';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ProblemNote } from '@/components/ui/late-error-state';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Select } from '@/components/ui/select';
import { monthOf } from '@/lib/format';
import type { BilledPlace } from '@/lib/money/account-invoice';
import { isOver, monthsToChoose, readMonth } from '@/lib/money/months';
import { BalancesPanel } from './balances-panel';
import { FilesPanel } from './files-panel';
import { OrganizationsPanel } from './organizations-panel';
import { SumsPanel } from './sums-panel';
import { useMonth, type ReadMonth, type ReadPlace } from './use-month';

interface Props {
  /** Those that are read. */
  places: readonly BilledPlace[];
  /** VPS accounts whose key lacks the right. */
  refused: readonly BilledPlace[];
  /** When the page was made, in milliseconds since 1970: it decides which months can be chosen. */
  now: number;
}

/** The month's end over all accounts: the month in the URL, what was read so far, and its sums. */
export function MonthEnd({ places, refused, now }: Props) {
  const t = useTranslations('month-end');
  const locale = useLocale();
  const month = readMonth(useSearchParams().get('month'), now);
  const name = monthOf(month, locale);
  const read = useMonth(places, month);
  const months = read.places.flatMap(({ month: of }) => of ?? []);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Select
          label={t('month')}
          value={month}
          onChange={({ target }) => changeSearch(`?month=${target.value}`, true)}
        >
          {monthsToChoose(now).map((value) => (
            <option key={value} value={value}>
              {monthOf(value, locale)}
            </option>
          ))}
        </Select>
        <Button disabledReason={read.reading ? t('stillReading') : null} onClick={read.anew}>
          {t('anew')}
        </Button>
      </div>
      {isOver(month, now) ? null : (
        <Callout tone="warn" title={t('notOver', { month: name })}>
          {t('notOverText')}
        </Callout>
      )}
      <Reading read={read} />
      <Troubles {...{ read, refused, name }} />
      <SumsPanel {...{ read, name }} />
      <FilesPanel key={month} {...{ read, month, name }} over={isOver(month, now)} />
      <BalancesPanel {...{ months, name }} />
      <OrganizationsPanel {...{ months, name }} />
    </div>
  );
}

/** How far the reading is, with a button that stops it or goes on. */
function Reading({ read }: { read: ReadMonth }) {
  const t = useTranslations('month-end');
  const { percent, waits, reading, stopped, stop, goOn } = read;
  const all = read.places.length;
  const done = read.places.filter((place) => place.month && !place.reading).length;
  if (!reading && !stopped) return null;
  return (
    <div className="border-line bg-surface flex flex-col gap-2 rounded-md border p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status">
          {stopped ? t('stopped', { done, all }) : t('reading', { done, all })}
          {reading && waits > 0 ? ` ${t('waits', { seconds: waits })}` : null}
        </p>
        {stopped ? (
          <Button size="sm" variant="primary" onClick={goOn}>
            {t('goOn')}
          </Button>
        ) : (
          <Button size="sm" onClick={stop}>
            {t('stop')}
          </Button>
        )}
      </div>
      <ProgressBar label={t('progress')} value={percent} />
      <p className="text-muted text-sm">{t('pace')}</p>
    </div>
  );
}

/** Accounts that can't be in the sums: unread ones, ones in part, and those whose key lacks the right. */
function Troubles({
  read,
  refused,
  name,
}: {
  read: ReadMonth;
  refused: readonly BilledPlace[];
  name: string;
}) {
  const t = useTranslations('month-end');
  const partial = read.places.filter(({ month }) => month?.more);
  const failed = read.places.filter(({ problem }) => problem !== null);
  const lacking = failed.filter(isRefused).map(({ place }) => place);
  const without = [...lacking, ...refused];
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {failed.map(({ place, problem, reading, again }) =>
        problem && !lacking.includes(place) ? (
          <ProblemNote
            key={place.key}
            problem={problem.problem}
            what={t('failed', { name: place.name })}
            onRetry={again}
            retrying={reading}
          />
        ) : null,
      )}
      {partial.length > 0 ? (
        <p className="text-warn">
          {t('partial', { names: namesOf(partial.map(({ place }) => place)), month: name })}
        </p>
      ) : null}
      {without.length > 0 ? (
        <p className="text-muted">{t('refused', { names: namesOf(without) })}</p>
      ) : null}
    </div>
  );
}

/** Whether the key of a VPS account turned out to lack the right, which no second try changes. */
const isRefused = ({ place, problem }: ReadPlace): boolean =>
  problem?.problem.code === 'no_access' && accountOfKey(place.key) !== null;

const namesOf = (places: readonly BilledPlace[]) => places.map(({ name }) => name).join(', ');
