import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { titleOf } from '@/lib/next/title';
import { translator } from '@/lib/next/intl';
import { vms } from '@/lib/resources/awanio';
import { withOutline } from '@/lib/next/with-outline';
import { pageParams } from '@/lib/next/params';
import type { GroupScope } from '@/lib/paths';
import { Hydrate } from '@/lib/next/hydrate';
import { readForPage } from '@/lib/next/read-for-page';
import { groupParams } from './group';
import { VmView } from './vm-view';

interface PageProps {
  params: Promise<GroupScope & { vm: string }>;
}

const paramsOf = ({ vm, ...scope }: GroupScope & { vm: string }) => ({
  ...groupParams(scope),
  vm_uuid: vm,
});

export async function generateMetadata(page: PageProps) {
  const params = paramsOf(await pageParams(page.params));
  const [t, { data }] = await Promise.all([translator('vms'), readForPage('A26', { params })]);
  return titleOf(data && vms.name(data), t('title'));
}

async function DetailPage(page: PageProps) {
  const params = paramsOf(await pageParams(page.params));
  const { problem, answers } = await readForPage('A26', { params });
  return (
    <Messages namespaces={['vms', 'machines', 'created']}>
      <Hydrate answers={answers}>
        <VmView uuid={params.vm_uuid} problem={problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one virtual machine. */
export const VmDetailPage = withOutline(DetailLoading, DetailPage);
