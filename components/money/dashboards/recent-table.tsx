import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { canonicalStatus, statusGroup } from '@/lib/contract/states';
import { translator } from '@/lib/next/intl';
import { noteworthy, type Machine } from './machine';
import { linked, More } from './table-parts';
import { dashboardWords } from './words';

type StateWords = Awaited<ReturnType<typeof translator<'machines'>>>;

/** How many rows are shown; the lists show all. */
const most = 5;

interface RecentTableProps {
  machines: readonly Machine[];
  /** The machines are of several accounts, so each row names its own. */
  several: boolean;
  /** This person may see prices. */
  money: boolean;
}

/** Lists the machines that need attention, then those that were created or changed last. */
export async function RecentTable({ machines, several, money }: RecentTableProps) {
  const [{ t }, states] = await Promise.all([dashboardWords(), translator('machines')]);
  const shown = noteworthy(machines, most);
  const more = machines.length - shown.length;
  const onlyCreated = shown.some(({ id }) => id.startsWith('instance/'));
  const quiet = { className: 'text-muted' };
  const changed = ({ changed: at, changedBy }: Machine) => (
    <>
      {at ? `${t(`recent.${changedBy}`)} ` : ''}
      <Instant iso={at} />
    </>
  );
  return (
    <Panel
      title={t('recent.title')}
      description={onlyCreated ? t('recent.onlyCreated') : undefined}
      flush
    >
      <PlainTable<Machine>
        caption={t('recent.title')}
        columns={[
          linked('machine', t('recent.machine')),
          column.state('status', t('recent.status'), (row) => (
            <StatusOf machine={row} t={states} />
          )),
          several && column.text('place', t('places.place'), ({ place }) => place, quiet),
          column.code('address', t('recent.address'), ({ address }) => address, {
            cell: ({ address }) => <span className="tabular font-mono">{address ?? '–'}</span>,
          }),
          money && column.hourly<Machine>('cost', t('recent.cost'), (row) => row.perHour),
          {
            id: 'when',
            header: t('recent.when'),
            kind: 'instant',
            numeric: true,
            cell: changed,
            ...quiet,
          },
        ]}
        rows={shown}
        rowId={({ id }) => id}
      />
      <More>{more > 0 ? t('recent.more', { count: more }) : null}</More>
    </Panel>
  );
}

function StatusOf({ machine, t }: { machine: Machine; t: StateWords }) {
  const known = canonicalStatus(machine.status);
  const working = machine.group === 'busy' && statusGroup(machine.status) !== 'busy';
  const word = known === 'unknown' && machine.status ? machine.status : t(`status.${known}`);
  return <Status group={machine.group}>{working ? t('working') : word}</Status>;
}
