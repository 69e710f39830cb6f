import { Messages } from '@/components/shell/messages';
import { DetailLoading } from '@/components/shell/page-loading';
import { decodePart } from '@/lib/contract/well-formed';
import { patient } from '@/lib/next/patient';
import { groupOf, type GroupScope } from '@/lib/paths';
import { answered, Hydrate } from '@/lib/query/hydrate';
import { groupParams } from './group';
import { pageTitle } from './page-title';
import { readOrProblem } from './read-or-problem';
import { VmView } from './vm-view';

export const generateMetadata = () => pageTitle('title');

async function DetailPage(page: { params: Promise<GroupScope & { vm: string }> }) {
  const { vm, ...group } = await page.params;
  const [scope, uuid] = [groupOf(group), decodePart(vm)];
  const params = { ...groupParams(scope), vm_uuid: uuid };
  const read = await readOrProblem('A26', { params });
  return (
    <Messages namespaces={['vms', 'machines']}>
      <Hydrate answers={read.data ? [answered('A26', { params }, read.data)] : []}>
        <VmView scope={scope} uuid={uuid} problem={read.problem} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one virtual machine. */
export const VmDetailPage = patient(DetailLoading, DetailPage);
