'use client';
import { HardDrive, Link2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { nameOf } from '@/components/vps/instances/machine';
import { useInstance, type Detail } from '@/components/vps/instances/use-instance';
import { useVerbReason } from '@/components/vps/instances/verb-reason';
import { Live } from '@/components/parts/answers/live';
import { DataTable } from '@/components/parts/tables/data-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { TextLink } from '@/components/ui/text-link';
import { pricePerMonth } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { useVolumeActions } from './actions';
import { useVolumeColumns } from './columns';
import { volumes } from '@/lib/resources/vps';
import { costOf, machineVolumesInput, volumesPace, type Volume } from './volume';

const ChooseDialog = lazyNamed(() => import('./choose-dialog'), 'ChooseDialog');

interface Props {
  instance: string;
  /** The problem of the server's read. It is shown until the browser has read for itself. */
  problem: Problem | null;
}

/** The tab that lists the volumes attached to an instance. */
export function InstanceVolumes({ instance, problem }: Props) {
  const t = useTranslations('volumes');
  const { data: machine } = useInstance(instance);
  const query = useBackendQuery('D64', machineVolumesInput(instance), {
    poll: volumesPace,
  });
  if (!machine) return null;
  return (
    <Live query={query} problem={problem} failed={t('failed')} noAccess={t('noAccessReason')}>
      {({ data }) => <Rows machine={machine} rows={data} />}
    </Live>
  );
}

/** Columns and actions that are of no use here: each row has this machine, and these actions need a free volume. */
const hiddenHere = { columns: ['machine', 'location'], actions: ['attach', 'delete'] };

function Rows({ machine, rows }: { machine: Detail; rows: readonly Volume[] }) {
  const account = useAccount();
  const t = useTranslations('volumes');
  const locale = useLocale();
  const why = useVerbReason(useMemo(() => new Map([[machine.uuid, machine]]), [machine]));
  const refusal = useRefusal('write_instance');
  const all = useVolumeActions(why);
  const actions = useMemo(() => all.filter(({ id }) => !hiddenHere.actions.includes(id)), [all]);
  const allColumns = useVolumeColumns(true);
  const columns = useMemo(
    () => allColumns.filter(({ id }) => !hiddenHere.columns.includes(id)),
    [allColumns],
  );
  const attach = <Attach machine={machine} reason={refusal ?? why('attachStorage', machine)} />;
  const cost = costOf(rows);
  const price = cost === null ? t('unknownPrice') : pricePerMonth(cost, locale);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">
          {rows.length === 0 ? null : t('tab.sum', { count: rows.length, price })}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <TextLink href={paths.volumes(account)}>{t('tab.toVolumes')}</TextLink>
          {rows.length === 0 ? null : attach}
        </div>
      </div>
      <DataTable
        id="instance-volumes"
        caption={t('tab.caption', { name: nameOf(machine) })}
        rows={rows}
        columns={columns}
        rowId={volumes.id}
        actions={actions}
        identity={volumes}
        empty={
          <EmptyState
            framed
            icon={<HardDrive aria-hidden />}
            title={t('tab.emptyTitle')}
            actions={attach}
          >
            {t('tab.emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}

function Attach({ machine, reason }: { machine: Detail; reason: string | null }) {
  const t = useTranslations('volumes');
  const { open, opened } = useOpened((_: true, onClose) => (
    <ChooseDialog machine={machine} onClose={onClose} />
  ));
  return (
    <>
      <Button icon={<Link2 aria-hidden />} disabledReason={reason} onClick={() => open(true)}>
        {t('tab.choose')}
      </Button>
      {opened}
    </>
  );
}
