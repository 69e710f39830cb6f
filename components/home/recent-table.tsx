import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { canonicalStatus, statusGroup } from '@/lib/contract/states';
import { rate } from '@/lib/format';
import { translator } from '@/lib/next/intl';
import { noteworthy, type HomeMachine } from './machine';

/** Rows that home shows; the lists hold them all. */
const most = 12;

/** The machines that somebody should look at, then those that changed last, over all accounts. */
export async function RecentTable({ machines }: { machines: readonly HomeMachine[] }) {
  const t = await translator('home');
  const shown = noteworthy(machines, most);
  const more = machines.length - shown.length;
  return (
    <Panel title={t('recent.title')} flush>
      <Table caption={t('recent.title')}>
        <TableHead>
          <HeadCell>{t('recent.machine')}</HeadCell>
          <HeadCell>{t('recent.status')}</HeadCell>
          <HeadCell>{t('recent.place')}</HeadCell>
          <HeadCell>{t('recent.address')}</HeadCell>
          <HeadCell numeric>{t('recent.cost')}</HeadCell>
          <HeadCell numeric>{t('recent.changed')}</HeadCell>
        </TableHead>
        <TableBody>
          {shown.map((machine) => (
            <TableRow key={machine.id}>
              <Cell main>
                <TextLink href={machine.href}>{machine.name}</TextLink>
              </Cell>
              <Cell label={t('recent.status')}>
                <StatusOf machine={machine} />
              </Cell>
              <Cell label={t('recent.place')} className="text-muted">
                {machine.place}
              </Cell>
              <Cell label={t('recent.address')}>
                <span className="tabular font-mono">{machine.address ?? '–'}</span>
              </Cell>
              <Cell label={t('recent.cost')} numeric>
                {rate(machine.perHour)}
              </Cell>
              <Cell label={t('recent.changed')} numeric className="text-muted">
                <Instant iso={machine.changed} />
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more > 0 ? (
        <p className="border-line text-faint border-t px-3 py-2 text-sm">
          {t('recent.more', { count: more })}
        </p>
      ) : null}
    </Panel>
  );
}

async function StatusOf({ machine }: { machine: HomeMachine }) {
  const t = await translator('machines');
  const known = canonicalStatus(machine.status);
  const working = machine.group === 'busy' && statusGroup(machine.status) !== 'busy';
  const word = known === 'unknown' && machine.status ? machine.status : t(`status.${known}`);
  return <Status group={machine.group}>{working ? t('working') : word}</Status>;
}
