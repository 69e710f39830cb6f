import { Messages } from '@/components/shell/messages';
import { DetailLoading } from '@/components/shell/page-loading';
import { patient } from '@/lib/next/patient';
import type { GroupScope } from '@/lib/paths';
import { answered, Hydrate } from '@/lib/query/hydrate';
import { groupParams } from './group';
import { pageTitle } from './page-title';
import { readOrProblem } from './read-or-problem';
import { VmView } from './vm-view';

export const generateMetadata = () => pageTitle('title');

async function DetailPage(page: { params: Promise<GroupScope & { vm: string }> }) {
  const { vm: uuid, ...scope } = await page.params;
  const params = { ...groupParams(scope), vm_uuid: uuid };
  const vm = await readOrProblem('A26', { params });
  return (
    <Messages namespaces={['vms', 'machines']}>
      <Hydrate answers={vm.data ? [answered('A26', { params }, vm.data)] : []}>
        <VmView scope={scope} uuid={uuid} problem={vm.problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one virtual machine. */
export const VmDetailPage = patient(DetailLoading, DetailPage);
