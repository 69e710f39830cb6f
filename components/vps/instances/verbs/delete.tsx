import { Trash2 } from 'lucide-react';
import { Callout } from '@/components/ui/callout';
import { lazyNamed } from '@/components/ui/lazy-named';
import { aboutInstance } from '../machine';
import { withPendingVerb } from '../pending-verbs';
import type { MakeAction } from './verb-context';

const DeleteChoices = lazyNamed(() => import('./delete-choices'), 'DeleteChoices');

/** Deletes an instance (D09). It asks whether to delete the address and block storage too, because they cost money. */
export const deleteInstance: MakeAction = ({ account, t, verb, label, why, change }) =>
  verb('delete', {
    label: label('delete'),
    icon: <Trash2 aria-hidden />,
    group: 'end',
    danger: true,
    bulk: true,
    reason: (machine) => why('delete', machine),
    confirm: {
      text: ({ length: count }) => (
        <Callout tone="warn">
          <p>{t('delete.lost', { count })}</p>
        </Callout>
      ),
      typed: true,
      choices: (machines, picked) => <DeleteChoices machines={machines} {...picked} />,
    },
    run: (machine, { address: withAddress, disks }) => {
      const { uuid, ip_address: address } = machine;
      const about = aboutInstance(account, machine);
      const body = {
        remove_ip: address !== null && Boolean(withAddress),
        remove_block_storage: Boolean(disks),
      };
      return withPendingVerb(uuid, 'delete', () =>
        change('D09', { params: { instance_uuid: uuid }, body }, about),
      );
    },
  });
