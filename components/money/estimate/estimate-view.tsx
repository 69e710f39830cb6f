'use client';
import { Calculator, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { Foreign } from '@/components/ui/foreign';
import { Panel } from '@/components/ui/panel';
import { itemPrice } from '@/lib/pricing';
import { mostLines } from './lines';
import { LinesTable } from './lines-table';
import { totalOf, type PricedLine } from './priced-line';
import { ShareEstimate } from './share-estimate';
import type { Estimate } from './use-estimate';

interface EstimateViewProps {
  estimate: Estimate;
  lines: readonly PricedLine[];
  /** Names the saved estimates in the browser's storage. */
  id: string;
  /** The form that adds a line. */
  add: ReactNode;
  /** Said above everything, such as that prices couldn't be loaded. */
  problem?: ReactNode;
  /** What the balance makes of it. @param perHour rupiah; null while it isn't known */
  balance: (perHour: number | null) => ReactNode;
}

/** An estimate: what is in it, what can be added, and what it costs together by the prices of now. */
export function EstimateView(props: EstimateViewProps) {
  const { estimate, lines, id, add, problem, balance } = props;
  const t = useTranslations('estimate');
  const full = estimate.lines.length >= mostLines;
  return (
    <div className="flex flex-col gap-4">
      {problem}
      {estimate.unread > 0 ? (
        <Callout tone="warn" title={t('unread', { count: estimate.unread })}>
          <p>{t('unreadText')}</p>
        </Callout>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel
            title={t('items')}
            flush={lines.length > 0}
            actions={
              lines.length === 0 ? null : (
                <Button size="sm" icon={<Trash2 aria-hidden />} onClick={estimate.clear}>
                  {t('clear')}
                </Button>
              )
            }
          >
            {lines.length === 0 ? (
              <EmptyState icon={<Calculator aria-hidden />} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <LinesTable lines={lines} estimate={estimate} />
            )}
          </Panel>
          <Panel title={t('add')} className="print:hidden">
            {full ? <p className="text-muted">{t('full', { count: mostLines })}</p> : add}
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-16">
          <Total lines={lines} balance={balance} />
          <ShareEstimate id={id} empty={lines.length === 0} />
        </div>
      </div>
    </div>
  );
}

/** What everything costs together, and what isn't in it. */
function Total({ lines, balance }: Pick<EstimateViewProps, 'lines' | 'balance'>) {
  const t = useTranslations('estimate');
  const total = totalOf(lines);
  const inSum = lines.filter(({ leftOut }) => leftOut === null);
  const out = lines.filter(({ leftOut }) => leftOut !== null);
  return (
    <PriceSummary
      lines={inSum.map(({ line, name, price, service }) => ({
        label: (
          <>
            {line.count} × <Foreign text={name} />
          </>
        ),
        perHour: price ? itemPrice({ service, count: line.count, ...price }).perHour : null,
      }))}
      perHour={total?.perHour ?? null}
      perMonth={total?.perMonth ?? null}
      estimate
    >
      {out.length === 0 ? null : (
        <Callout tone="warn" title={t('leftOut', { count: out.length })}>
          <ul className="flex list-disc flex-col gap-1 pl-4">
            {out.map(({ line, name, leftOut }, index) => (
              <li key={index}>
                {line.count} × <Foreign text={name} />: {leftOut}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <p className="text-faint text-sm">{t('now')}</p>
      {inSum.length === 0 ? null : balance(total?.perHour ?? null)}
    </PriceSummary>
  );
}
