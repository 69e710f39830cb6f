import { BackupsView } from '@/components/vps/backups/backups-view';
import { backupInputs, historyPage, historyParameter } from '@/components/vps/backups/inputs';
import { readForPage } from '@/lib/next/read-for-page';
import { instanceTitle } from '@/components/vps/instances/instance-title';
import { Messages } from '@/components/parts/shell/messages';
import { PartLoading } from '@/components/parts/shell/page-loading';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  return instanceTitle(params, (await translator('backups'))('title'));
}

/** When the page is made, milliseconds since 1970. */
const moment = () => Date.now();

/** The tab with the snapshots and backups of an instance. */
async function BackupsPage({ params, searchParams }: Props) {
  const [{ account, instance }, query] = await Promise.all([pageParams(params), searchParams]);
  const asked = query[historyParameter];
  const inputs = backupInputs(instance, historyPage(typeof asked === 'string' ? asked : null));
  const [snapshots, schedules, history] = await Promise.all([
    readForPage('D23', inputs.snapshots, account),
    readForPage('D31', inputs.schedules, account),
    readForPage('D28', inputs.history, account),
  ]);
  const problems = {
    snapshots: snapshots.problem,
    schedules: schedules.problem,
    history: history.problem,
  };
  const answers = [...snapshots.answers, ...schedules.answers, ...history.answers];
  return (
    <Messages namespaces={['backups']}>
      <Hydrate answers={answers}>
        <BackupsView instance={instance} problems={problems} now={moment()} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(PartLoading, BackupsPage);
