'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { ProblemNote } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { rate, rupiah } from '@/lib/format';
import type { Amount } from '@/lib/pricing';
import type { Problem } from '@/lib/problem';

/** The cost of a machine in one state, now and after the change. */
export interface PriceState {
  /** `charged`: what is charged before and after, when the change also changes the state. */
  state: 'running' | 'stopped' | 'charged';
  /** Absent when there is no machine yet that costs something. */
  now?: Amount;
  then: Amount;
}

const cell = 'numeric py-0.5 pl-2';

/** Shows the cost by the month and by the hour, now and after the change, before the change is sent. */
export function PriceChange({
  states,
  loading = false,
  problem = null,
  onRetry,
  children,
}: {
  states: readonly PriceState[];
  loading?: boolean;
  /** The problem of reading the prices. */
  problem?: Problem | null;
  onRetry?: () => void;
  /** Stands below the prices: the balance. */
  children?: ReactNode;
}) {
  const t = useTranslations('instances');
  const compared = states.some(({ now }) => now);
  const unpriced = !loading && !problem && states.some(({ then }) => then.perHour === null);
  return (
    <section
      aria-label={t('lifecycle.price.title')}
      className="border-line bg-surface flex flex-col gap-3 rounded-md border p-3"
    >
      {problem ? (
        <ProblemNote problem={problem} what={t('lifecycle.price.failed')} onRetry={onRetry} />
      ) : null}
      <div className="overflow-x-auto" aria-live="polite" aria-busy={loading}>
        <table className="w-full text-sm">
          <caption className="mb-1 text-left font-semibold">{t('lifecycle.price.title')}</caption>
          <thead>
            <tr className="text-faint">
              <td />
              {compared ? (
                <>
                  <Head>{t('lifecycle.price.now')}</Head>
                  <Head>{t('lifecycle.price.then')}</Head>
                  <Head wide>{t('lifecycle.price.change')}</Head>
                </>
              ) : (
                <Head>{t('lifecycle.price.cost')}</Head>
              )}
            </tr>
          </thead>
          {states.map((each) => (
            <State key={each.state} {...each} compared={compared} loading={loading} />
          ))}
        </table>
      </div>
      <p className="text-faint text-sm">
        {t(unpriced ? 'lifecycle.price.unknown' : 'lifecycle.price.note')}
      </p>
      {children}
    </section>
  );
}

/** Hides the column of differences on narrow screens, because a reader can work the difference out. */
const wideOnly = 'max-sm:hidden';

function Head({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <th scope="col" className={cx('pl-2 text-right font-normal', wide && wideOnly)}>
      {children}
    </th>
  );
}

interface StateProps extends PriceState {
  compared: boolean;
  loading: boolean;
}

function State({ state, now, then, compared, loading }: StateProps) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const row = (label: string, say: (amount: number | null) => string, part: keyof Amount) => (
    <tr>
      <th scope="row" className="text-muted py-0.5 text-left font-normal whitespace-nowrap">
        {label}
      </th>
      {compared ? <td className={cell}>{now ? say(now[part]) : '–'}</td> : null}
      <td className={cx(cell, 'font-medium')}>
        {loading ? <Skeleton className="ml-auto h-4 w-16" /> : say(then[part])}
      </td>
      {compared ? (
        <td className={cx(cell, wideOnly)}>
          {loading ? '' : difference(now?.[part], then[part], say)}
        </td>
      ) : null}
    </tr>
  );
  return (
    <tbody className="border-line border-t">
      <tr>
        <th scope="rowgroup" colSpan={compared ? 4 : 2} className="pt-1 text-left font-medium">
          {t(`lifecycle.price.${state}`)}
        </th>
      </tr>
      {row(m('perMonth'), rupiah, 'perMonth')}
      {row(m('perHour'), rate, 'perHour')}
    </tbody>
  );
}

function difference(
  now: number | null | undefined,
  then: number | null,
  say: (amount: number | null) => string,
): string {
  if (now === null || now === undefined || then === null) return '–';
  return then < now ? `−${say(now - then)}` : `${then > now ? '+' : ''}${say(then - now)}`;
}
