'use client';
import { useTranslations } from 'use-intl';
import type { Picked } from '@/components/parts/actions/action';
import { BalanceAfter } from '@/components/vps/balance/balance-after';
import { Checkbox } from '@/components/ui/checkbox';
import { Spinner } from '@/components/ui/spinner';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import type { Machine } from '../machine';
import { deleteChange } from './savings';

/** Asks what is deleted together with the machines: their addresses and block storage. What stays still costs money. */
export function DeleteChoices({ machines, ...picked }: Picked & { machines: readonly Machine[] }) {
  const [machine] = machines;
  return (
    <>
      <Addresses machines={machines} {...picked} />
      {machine && machines.length === 1 ? (
        <AttachedDisks uuid={machine.uuid} {...picked} />
      ) : (
        <Disks {...picked} />
      )}
      <Savings machines={machines} value={picked.value} />
    </>
  );
}

/** Says what is saved a day, and when the balance ends then. What stays is read, since it still costs money. */
function Savings({ machines, value }: Pick<Picked, 'value'> & { machines: readonly Machine[] }) {
  const [address, disks] = [Boolean(value.address), Boolean(value.disks)];
  const stays = !address && machines.some(({ ip_address: ip }) => ip !== null);
  const [first, ...others] = machines;
  const one = first && others.length === 0 ? { instance_id: first.uuid } : {};
  const addresses = useBackendQuery('D58', { query: { limit: 100 } }, { enabled: stays }).data;
  const volumes = useBackendQuery(
    'D64',
    { query: { ...one, limit: 100 } },
    { enabled: disks },
  ).data;
  return <BalanceAfter added={deleteChange(machines, { address, addresses, disks, volumes })} />;
}

function Addresses({ machines, value, pick }: Picked & { machines: readonly Machine[] }) {
  const t = useTranslations('instances');
  const addresses = machines.flatMap(({ ip_address: address }) => address ?? []);
  const [address] = addresses;
  if (address === undefined) return null;
  const mono = () => <span className="font-mono">{address}</span>;
  return (
    <Checkbox
      label={t.rich('delete.address', { address: mono, count: addresses.length })}
      hint={t('delete.addressHint', { count: addresses.length })}
      checked={Boolean(value.address)}
      onChange={(event) => pick('address', event.target.checked)}
    />
  );
}

function Disks({ names = '', value, pick }: Picked & { names?: string }) {
  const t = useTranslations('instances');
  return (
    <Checkbox
      label={names ? t('delete.disksNamed', { names }) : t('delete.disks')}
      hint={t('delete.disksHint')}
      checked={Boolean(value.disks)}
      onChange={(event) => pick('disks', event.target.checked)}
    />
  );
}

/** Asks about the block storage that is attached to one machine. It names the disks if it can read them (D64). */
function AttachedDisks({ uuid, ...picked }: Picked & { uuid: string }) {
  const t = useTranslations('instances');
  const disks = useBackendQuery('D64', { query: { instance_id: uuid, limit: 100 } });
  if (disks.isPending)
    return (
      <p className="text-muted flex items-center gap-2">
        <Spinner />
        {t('delete.disksLoading')}
      </p>
    );
  const attached = (disks.data?.data ?? []).filter(({ attached_to: to }) => to?.uuid === uuid);
  if (disks.data && attached.length === 0)
    return <p className="text-muted">{t('delete.noDisks')}</p>;
  return <Disks names={attached.map((disk) => disk.name ?? disk.id).join(', ')} {...picked} />;
}
