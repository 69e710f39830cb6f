'use client';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Dialog } from '@/components/ui/dialog';
import { isolatedNode } from '@/components/ui/foreign';
import type { DialogProps } from '@/components/ui/dialog-props';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import { withEntries, type Entry, type IpSet } from '@/lib/firewall/model';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { AddEntries } from './add-entries';
import { GuardedConfirm } from './guarded-confirm';
import { useFirewallTab } from './firewall-context';

/** The dialog that shows the addresses of an IP set, adds some and removes some. */
export function EntriesDialog({ set, onClose }: DialogProps<{ set: IpSet }>) {
  const t = useTranslations('firewall');
  const [removing, setRemoving] = useState<Entry | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('sets.dialogTitle', { name: set.name })}
      locked={busy}
      size="md"
    >
      <AddEntries set={set} onBusy={setBusy} />
      <h3 className="mt-1 font-medium">{t('sets.list')}</h3>
      {set.entries.length === 0 ? (
        <p className="text-muted">{t('sets.nothing')}</p>
      ) : (
        <Entries entries={set.entries} onRemove={setRemoving} />
      )}
      {removing ? (
        <RemoveEntry set={set} entry={removing} onClose={() => setRemoving(null)} />
      ) : null}
    </Dialog>
  );
}

interface EntriesProps {
  entries: readonly Entry[];
  onRemove: (entry: Entry) => void;
}

function Entries({ entries, onRemove }: EntriesProps) {
  const t = useTranslations('firewall');
  const ui = useTranslations('ui');
  const { locked } = useFirewallTab();
  const remove = (entry: Entry) => (
    <IconButton
      size="sm"
      label={t('sets.remove', { cidr: entry.cidr })}
      icon={<Trash2 aria-hidden />}
      disabledReason={locked}
      onClick={() => onRemove(entry)}
    />
  );
  return (
    <div className="border-line rounded-md border">
      <PlainTable<Entry>
        caption={t('sets.list')}
        columns={[
          column.text('address', t('sets.address'), ({ cidr }) => cidr, {
            main: true,
            className: 'font-mono',
          }),
          column.text('about', t('sets.about'), ({ description }) => description, {
            cell: ({ description }) => (
              <span className="break-words">{isolatedNode(description) || '–'}</span>
            ),
          }),
          { id: 'actions', header: ui('actions'), end: 'menu', cell: remove },
        ]}
        rows={entries}
        rowId={({ id }) => id}
      />
    </div>
  );
}

function RemoveEntry({ set, entry, onClose }: DialogProps<{ set: IpSet; entry: Entry }>) {
  const t = useTranslations('firewall');
  const { instance, firewall } = useFirewallTab();
  const change = useBackendChange();
  const { cidr } = entry;
  const left = set.entries.filter(({ id }) => id !== entry.id);
  return (
    <GuardedConfirm
      after={withEntries(firewall, set, left)}
      title={t('sets.removeTitle', { cidr })}
      confirmLabel={t('sets.removeConfirm')}
      danger
      onConfirm={async () => {
        const params = { instance_uuid: instance, ipset_id: set.id, iplist_id: entry.id };
        await change('D47', { params });
        toast({ title: t('sets.removed', { cidr }) });
      }}
      onClose={onClose}
    >
      <p>{t('sets.removeText')}</p>
    </GuardedConfirm>
  );
}
