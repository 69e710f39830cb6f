import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { titleOf } from '@/lib/next/title';
import { baremetals } from '@/lib/resources/awanio';
import { withOutline } from '@/lib/next/with-outline';
import type { GroupScope } from '@/lib/paths';
import { machineRights } from '../vms/access';
import { groupParams } from '../vms/group';
import { MetalView } from './metal-view';

interface PageProps {
  params: Promise<GroupScope & { machine: string }>;
}

export async function generateMetadata(page: PageProps) {
  const { machine, ...scope } = await pageParams(page.params);
  const params = { ...groupParams(scope), baremetal_uuid: machine };
  const [t, { data }] = await Promise.all([
    translator('bare-metal'),
    readForPage('A29', { params }),
  ]);
  return titleOf(data && baremetals.name(data), t('heading'));
}

async function DetailPage(page: PageProps) {
  const { machine: uuid, ...scope } = await pageParams(page.params);
  const params = { ...groupParams(scope), baremetal_uuid: uuid };
  const [rights, { problem, answers }] = await Promise.all([
    machineRights(scope),
    readForPage('A29', { params }),
  ]);
  return (
    <Messages namespaces={['bare-metal', 'machines']}>
      <Hydrate answers={answers}>
        <MetalView uuid={uuid} mayChange={rights.create} problem={problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one bare-metal machine. */
export const MetalDetailPage = withOutline(DetailLoading, DetailPage);
