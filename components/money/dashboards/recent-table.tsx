import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { canonicalStatus, statusGroup } from '@/lib/contract/states';
import { rate } from '@/lib/format';
import { translator } from '@/lib/next/intl';
import { noteworthy, type Machine } from './machine';
import { dashboardWords, type Words } from './words';

type StateWords = Awaited<ReturnType<typeof translator<'machines'>>>;

/** Rows shown; the lists hold them all. */
const most = 10;

/** The machines that somebody should look at, then the newest and those that changed last. */
export async function RecentTable({
  machines,
  several,
  money,
}: {
  machines: readonly Machine[];
  /** Of several accounts: each row names its own. */
  several: boolean;
  /** Prices are this person's to see. */
  money: boolean;
}) {
  const [{ t }, states] = await Promise.all([dashboardWords(), translator('machines')]);
  const shown = noteworthy(machines, most);
  const more = machines.length - shown.length;
  const onlyCreated = shown.some(({ id }) => id.startsWith('instance/'));
  return (
    <Panel
      title={t('recent.title')}
      description={onlyCreated ? t('recent.onlyCreated') : undefined}
      flush
    >
      <Table caption={t('recent.title')}>
        <TableHead>
          <HeadCell>{t('recent.machine')}</HeadCell>
          <HeadCell>{t('recent.status')}</HeadCell>
          {several ? <HeadCell>{t('places.place')}</HeadCell> : null}
          <HeadCell>{t('recent.address')}</HeadCell>
          {money ? <HeadCell numeric>{t('recent.cost')}</HeadCell> : null}
          <HeadCell numeric>{t('recent.when')}</HeadCell>
        </TableHead>
        <TableBody>
          {shown.map((machine) => (
            <RecentRow key={machine.id} {...{ machine, several, money, t, states }} />
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

function RecentRow({
  machine,
  several,
  money,
  t,
  states,
}: {
  machine: Machine;
  several: boolean;
  money: boolean;
  t: Words;
  states: StateWords;
}) {
  return (
    <TableRow>
      <Cell main>
        <TextLink href={machine.href}>{machine.name}</TextLink>
      </Cell>
      <Cell label={t('recent.status')}>
        <StatusOf machine={machine} t={states} />
      </Cell>
      {several ? (
        <Cell label={t('places.place')} className="text-muted">
          {machine.place}
        </Cell>
      ) : null}
      <Cell label={t('recent.address')} className="max-md:hidden!">
        <span className="tabular font-mono">{machine.address ?? '–'}</span>
      </Cell>
      {money ? (
        <Cell label={t('recent.cost')} numeric className="max-md:hidden!">
          {rate(machine.perHour)}
        </Cell>
      ) : null}
      <Cell label={t('recent.when')} numeric className="text-muted">
        {machine.changed ? `${t(`recent.${machine.changedBy}`)} ` : ''}
        <Instant iso={machine.changed} />
      </Cell>
    </TableRow>
  );
}

function StatusOf({ machine, t }: { machine: Machine; t: StateWords }) {
  const known = canonicalStatus(machine.status);
  const working = machine.group === 'busy' && statusGroup(machine.status) !== 'busy';
  const word = known === 'unknown' && machine.status ? machine.status : t(`status.${known}`);
  return <Status group={machine.group}>{working ? t('working') : word}</Status>;
}
