'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { KeyValue } from '@/components/ui/key-value';
import { Skeleton } from '@/components/ui/skeleton';
import { useInView } from '@/components/ui/use-in-view';
import type { Detail } from '@/components/vps/instances/use-instance';
import { pricePerHour, pricePerMonth, rupiah } from '@/lib/format';
import type { Amount, CostLine } from '@/lib/pricing';
import { useMachineCosts } from './use-machine-costs';

/** The lines of a machine's costs, in the order in which they are shown. */
const parts = ['running', 'disks', 'snapshots', 'backups'] as const;
type Part = (typeof parts)[number];
const isPart = (line: CostLine): line is CostLine & { service: Part } =>
  parts.some((part) => part === line.service);

/** What a machine costs in all, folded its parts, and what isn't in it. Read when it is seen. */
export function CostFacts({ machine }: { machine: Detail }) {
  const t = useTranslations('instances.detail');
  const m = useTranslations('machines');
  const locale = useLocale();
  const [box, seen] = useInView<HTMLDivElement>();
  const costs = useMachineCosts(machine, seen);
  const amount = ({ perHour, perMonth }: Amount, strong = false) => (
    <span className={strong ? 'tabular font-semibold' : 'tabular'}>
      {pricePerMonth(perMonth, locale)}
      <span className="text-muted block text-sm font-normal">{pricePerHour(perHour, locale)}</span>
    </span>
  );
  const lines = (costs?.lines ?? []).filter(isPart).map((line) => ({
    term: t(`parts.${line.service}`, { count: line.count ?? 0 }),
    value: amount(line),
  }));
  const leftOut = (costs?.leftOut ?? []).filter((what) => what === 'disks' || what === 'copies');
  const list = new Intl.ListFormat(locale).format(leftOut.map((what) => t(`leftOut.${what}`)));
  return (
    <div ref={box}>
      <FoldedPanel
        title={`${t('cost')} (${m('estimate')})`}
        figure={
          costs ? (
            t('inAll', { amount: pricePerMonth(costs.perMonth, locale) })
          ) : (
            <Skeleton className="ml-auto h-5 w-32" />
          )
        }
      >
        {costs ? (
          <KeyValue
            pairs={[
              ...lines,
              { term: t('parts.all'), value: amount(costs, true) },
              {
                term: t('costSoFar'),
                value: machine.cost === null ? t('notYet') : rupiah(machine.cost),
              },
            ]}
          />
        ) : (
          <Skeleton className="h-24 w-full" />
        )}
        {leftOut.length > 0 ? (
          <p className="text-muted pt-2 text-sm">{t('leftOut.line', { list })}</p>
        ) : null}
      </FoldedPanel>
    </div>
  );
}
