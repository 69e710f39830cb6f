import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { OutsideLink, TextLink } from '@/components/ui/text-link';
import { gigabytes, rupiah } from '@/lib/format';
import { settings } from '@/lib/settings';
import { countOf, dearestFirst, idleOf, unreadOf, type Idle } from './holdings';
import type { ScopeOverview } from './scope-overview';
import { linked, More } from './table-parts';
import { dashboardWords, type Words } from './words';

/** How many rows are shown; the lists of each kind show all. */
const most = 10;

/** Lists what costs money and isn't used, with a link to change that. */
export async function IdlePanel({ overviews }: { overviews: readonly ScopeOverview[] }) {
  const { t, language } = await dashboardWords();
  const seen = overviews.some(({ holdings }) => countOf(holdings) > 0);
  if (!seen) return null;
  const idle = dearestFirst(overviews.flatMap(({ holdings }) => idleOf(holdings)));
  const money = overviews.some(({ seesMoney }) => seesMoney);
  const whole = overviews.every(({ holdings }) => unreadOf(holdings).length === 0);
  const priced = idle.flatMap(({ perMonth }) => perMonth ?? []);
  const total = priced.reduce((sum, each) => sum + each, 0);
  const said = t(priced.length < idle.length ? 'idle.atLeast' : 'idle.total', {
    amount: rupiah(total),
  });
  if (idle.length === 0) {
    return (
      <FoldedPanel title={t('idle.title')} figure={whole ? t('idle.nothing') : null}>
        <p className="text-muted">{whole ? t('idle.none') : t('idle.noneRead')}</p>
      </FoldedPanel>
    );
  }
  const kind = ({ kind, sizeGb }: Idle) => {
    const size = sizeGb === null ? '' : ` · ${gigabytes(sizeGb, language)}`;
    return `${t(`idle.kinds.${kind}`)}${size}`;
  };
  const price = ({ perMonth }: Idle) => (perMonth === null ? t('idle.unknown') : rupiah(perMonth));
  const quiet = { className: 'text-muted' };
  return (
    <FoldedPanel
      title={t('idle.title')}
      figure={money && total > 0 ? said : t('idle.count', { count: idle.length })}
      description={t('idle.hint')}
      flush
    >
      <PlainTable<Idle>
        caption={t('idle.title')}
        columns={[
          linked('name', t('idle.name')),
          column.text('what', t('idle.what'), kind, quiet),
          overviews.length > 1 &&
            column.text('place', t('places.place'), ({ place }) => place, quiet),
          money && column.text('month', t('idle.month'), price, { numeric: true }),
          { id: 'todo', header: t('idle.todo'), cell: (row) => <Todo idle={row} t={t} /> },
        ]}
        rows={idle.slice(0, most)}
        rowId={({ id }) => id}
      />
      <More>{idle.length > most ? t('idle.more', { count: idle.length - most }) : null}</More>
    </FoldedPanel>
  );
}

/** What our pages can change at least in part. */
const ourKinds: readonly Idle['kind'][] = ['instance', 'address', 'volume', 'disk'];

/** Links to where it can be changed: our page if the API can do it, otherwise the provider's portal. */
function Todo({ idle, t }: { idle: Idle; t: Words }) {
  const advice = t(`idle.advice.${idle.kind}`);
  if (ourKinds.includes(idle.kind))
    return idle.href ? <TextLink href={idle.href}>{advice}</TextLink> : advice;
  const portal = settings().NUSA_PORTAL_URL;
  return portal ? <OutsideLink href={portal}>{advice}</OutsideLink> : advice;
}
