import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { pageParams } from '@/lib/next/params';
import type { GroupScope } from '@/lib/paths';
import { Hydrate } from '@/lib/next/hydrate';
import { readForPage } from '@/lib/next/read-for-page';
import { groupParams } from './group';
import { pageTitle } from './page-title';
import { VmView } from './vm-view';

export const generateMetadata = () => pageTitle('title');

async function DetailPage(page: { params: Promise<GroupScope & { vm: string }> }) {
  const { vm: uuid, ...scope } = await pageParams(page.params);
  const params = { ...groupParams(scope), vm_uuid: uuid };
  const { problem, answers } = await readForPage('A26', { params });
  return (
    <Messages namespaces={['vms', 'machines']}>
      <Hydrate answers={answers}>
        <VmView uuid={uuid} problem={problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one virtual machine. */
export const VmDetailPage = withOutline(DetailLoading, DetailPage);
