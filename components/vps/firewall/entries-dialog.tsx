'use client';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { isolatedNode } from '@/components/ui/foreign';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { toast } from '@/components/ui/toast';
import { withEntries, type Entry, type IpSet } from '@/lib/firewall/model';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { AddEntries } from './add-entries';
import { GuardedConfirm } from './guarded-confirm';
import type { FirewallContext } from './firewall-context';

/** The addresses of an IP set: looked at, added, removed. */
export function EntriesDialog({
  context,
  set,
  onClose,
}: {
  context: FirewallContext;
  set: IpSet;
  onClose: () => void;
}) {
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
      <AddEntries context={context} set={set} onBusy={setBusy} />
      <h3 className="mt-1 font-medium">{t('sets.list')}</h3>
      {set.entries.length === 0 ? (
        <p className="text-muted">{t('sets.nothing')}</p>
      ) : (
        <Entries set={set} locked={context.locked} onRemove={setRemoving} />
      )}
      {removing ? (
        <RemoveEntry
          context={context}
          set={set}
          entry={removing}
          onClose={() => setRemoving(null)}
        />
      ) : null}
    </Dialog>
  );
}

function Entries({
  set,
  locked,
  onRemove,
}: {
  set: IpSet;
  locked: string | null;
  onRemove: (entry: Entry) => void;
}) {
  const t = useTranslations('firewall');
  const ui = useTranslations('ui');
  return (
    <div className="border-line rounded-md border">
      <Table caption={t('sets.list')}>
        <TableHead>
          <HeadCell>{t('sets.address')}</HeadCell>
          <HeadCell>{t('sets.about')}</HeadCell>
          <HeadCell className="w-0">
            <span className="sr-only">{ui('actions')}</span>
          </HeadCell>
        </TableHead>
        <TableBody>
          {set.entries.map((entry) => (
            <TableRow key={entry.id}>
              <Cell main className="font-mono">
                {entry.cidr}
              </Cell>
              <Cell label={t('sets.about')}>
                <span className="break-words">{isolatedNode(entry.description) || '–'}</span>
              </Cell>
              <Cell data-actions className="w-0 text-right">
                <IconButton
                  size="sm"
                  label={t('sets.remove', { cidr: entry.cidr })}
                  icon={<Trash2 aria-hidden />}
                  disabledReason={locked}
                  onClick={() => onRemove(entry)}
                />
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function RemoveEntry({
  context,
  set,
  entry,
  onClose,
}: {
  context: FirewallContext;
  set: IpSet;
  entry: Entry;
  onClose: () => void;
}) {
  const t = useTranslations('firewall');
  const change = useBackendChange();
  const { cidr } = entry;
  const left = set.entries.filter(({ id }) => id !== entry.id);
  return (
    <GuardedConfirm
      context={context}
      after={withEntries(context.firewall, set, left)}
      title={t('sets.removeTitle', { cidr })}
      confirmLabel={t('sets.removeConfirm')}
      danger
      onConfirm={async () => {
        const params = { instance_uuid: context.instance, ipset_id: set.id, iplist_id: entry.id };
        await change('D47', { params });
        toast({ title: t('sets.removed', { cidr }) });
      }}
      onClose={onClose}
    >
      <p>{t('sets.removeText')}</p>
    </GuardedConfirm>
  );
}
