import { Messages } from '@/components/shell/messages';
import type { GroupScope } from '@/lib/paths';
import { answered, Hydrate } from '@/lib/query/hydrate';
import { groupParams } from './group';
import { readOrProblem } from './read-or-problem';
import { VmView } from './vm-view';

/** The page of one virtual machine. */
export async function VmDetailPage({ scope, uuid }: { scope: GroupScope; uuid: string }) {
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
