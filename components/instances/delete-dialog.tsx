'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast';
import { useBackendMutation } from '@/lib/query/use-backend-mutation';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import type { ActionDialogProps } from './action-dialog';
import { nameOf } from './machine';
import { whileAsking } from './under-way';

/**
 * Asks before a machine is deleted: what is lost, what stays and goes on costing unless it goes too.
 * Default export because `lazy` asks for one.
 */
export default function DeleteDialog({ account, machine, onClose, onDeleted }: ActionDialogProps) {
  const t = useTranslations('instances');
  const [removeAddress, setRemoveAddress] = useState(false);
  const [removeDisks, setRemoveDisks] = useState(false);
  const { run } = useBackendMutation('D09', { account });
  const name = nameOf(machine);
  const address = machine.ip_address;
  const confirm = async () => {
    const body = { remove_ip: address !== null && removeAddress, remove_block_storage: removeDisks }; // prettier-ignore
    const input = { params: { instance_uuid: machine.uuid }, body };
    await whileAsking(machine.uuid, 'delete', () => run(input));
    toast({ title: t('toasts.delete', { name }) });
    onDeleted?.();
  };
  return (
    <ConfirmDialog
      open
      danger
      onClose={onClose}
      title={t('delete.title', { name })}
      confirmLabel={t('delete.confirm')}
      confirmName={name}
      onConfirm={confirm}
    >
      <Callout tone="warn">
        <p>{t('delete.lost')}</p>
      </Callout>
      {address === null ? null : (
        <Checkbox
          label={t.rich('delete.address', { address: () => <span className="font-mono">{address}</span> })} // prettier-ignore
          hint={t('delete.addressHint')}
          checked={removeAddress}
          onChange={(event) => setRemoveAddress(event.target.checked)}
        />
      )}
      <Disks
        account={account}
        uuid={machine.uuid}
        checked={removeDisks}
        onChange={setRemoveDisks}
      />
    </ConfirmDialog>
  );
}

/** The block storage that hangs on the machine; asked about generally where it can't be read. */
function Disks({
  account,
  uuid,
  checked,
  onChange,
}: {
  account: string;
  uuid: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const t = useTranslations('instances');
  const disks = useBackendQuery('D64', { query: { instance_id: uuid, limit: 100 } }, { account });
  if (disks.isPending) return <p className="text-muted flex items-center gap-2"><Spinner />{t('delete.disksLoading')}</p>; // prettier-ignore
  const attached = (disks.data?.data ?? []).filter(({ attached_to: to }) => to?.uuid === uuid);
  if (disks.data && attached.length === 0) return <p className="text-muted">{t('delete.noDisks')}</p>; // prettier-ignore
  const names = attached.map((disk) => disk.name ?? disk.id).join(', ');
  return (
    <Checkbox
      label={names ? t('delete.disksNamed', { names }) : t('delete.disks')}
      hint={t('delete.disksHint')}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
