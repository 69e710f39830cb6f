import { Panel } from '@/components/ui/panel';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { OutsideLink, TextLink } from '@/components/ui/text-link';
import { gigabytes, rupiah } from '@/lib/format';
import { settings } from '@/lib/settings';
import { countOf, dearestFirst, idleOf, unreadOf, type Idle } from './holdings';
import type { ScopeOverview } from './scope-overview';
import { dashboardWords, type Language, type Words } from './words';

/** Rows shown; the lists hold them all. */
const most = 10;

/** What costs money while nobody uses it, and what to do about it. */
export async function IdlePanel({ overviews }: { overviews: readonly ScopeOverview[] }) {
  const words = await dashboardWords();
  const { t } = words;
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
      <Panel title={t('idle.title')}>
        <p className="text-muted">{whole ? t('idle.none') : t('idle.noneRead')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('idle.title')} description={money && total > 0 ? said : t('idle.hint')} flush>
      <Table caption={t('idle.title')}>
        <TableHead>
          <HeadCell>{t('idle.name')}</HeadCell>
          <HeadCell>{t('idle.what')}</HeadCell>
          {overviews.length > 1 ? <HeadCell>{t('places.place')}</HeadCell> : null}
          {money ? <HeadCell numeric>{t('idle.month')}</HeadCell> : null}
          <HeadCell>{t('idle.todo')}</HeadCell>
        </TableHead>
        <TableBody>
          {idle.slice(0, most).map((each) => (
            <IdleRow
              key={each.id}
              idle={each}
              several={overviews.length > 1}
              money={money}
              words={words}
            />
          ))}
        </TableBody>
      </Table>
      {idle.length > most ? (
        <p className="border-line text-faint border-t px-3 py-2 text-sm">
          {t('idle.more', { count: idle.length - most })}
        </p>
      ) : null}
    </Panel>
  );
}

function IdleRow({
  idle,
  several,
  money,
  words: { t, language },
}: {
  idle: Idle;
  several: boolean;
  money: boolean;
  words: Language;
}) {
  const size = idle.sizeGb === null ? '' : ` · ${gigabytes(idle.sizeGb, language)}`;
  return (
    <TableRow>
      <Cell main>{idle.href ? <TextLink href={idle.href}>{idle.name}</TextLink> : idle.name}</Cell>
      <Cell label={t('idle.what')} className="text-muted">
        {t(`idle.kinds.${idle.kind}`)}
        {size}
      </Cell>
      {several ? (
        <Cell label={t('places.place')} className="text-muted">
          {idle.place}
        </Cell>
      ) : null}
      {money ? (
        <Cell label={t('idle.month')} numeric>
          {idle.perMonth === null ? t('idle.unknown') : rupiah(idle.perMonth)}
        </Cell>
      ) : null}
      <Cell label={t('idle.todo')}>
        <Todo idle={idle} t={t} />
      </Cell>
    </TableRow>
  );
}

/** The way out: a page of ours where the API can do it, the provider's portal elsewhere. */
function Todo({ idle, t }: { idle: Idle; t: Words }) {
  const advice = t(`idle.advice.${idle.kind}`);
  const ours = idle.kind === 'instance' || idle.kind === 'address' || idle.kind === 'volume';
  if (ours) return idle.href ? <TextLink href={idle.href}>{advice}</TextLink> : advice;
  const portal = settings().NUSA_PORTAL_URL;
  return portal ? <OutsideLink href={portal}>{advice}</OutsideLink> : advice;
}
