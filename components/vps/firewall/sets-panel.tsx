'use client';
import { ListPlus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Button } from '@/components/ui/button';
import { ProblemNote } from '@/components/ui/error-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { usersOf, type IpSet } from '@/lib/firewall/model';
import { useBackendChange } from '@/lib/query/use-backend-change';
import type { FirewallContext } from './firewall-context';
import type { Trouble } from './use-firewall';
import { useFirewallWords } from './use-words';

const SetDialog = lazyNamed(() => import('./set-dialog'), 'SetDialog');
const EntriesDialog = lazyNamed(() => import('./entries-dialog'), 'EntriesDialog');

/** Addresses of a set that are shown in its row. */
const few = 3;

/** The IP sets of an instance. */
export function SetsPanel({
  context,
  trouble,
}: {
  context: FirewallContext;
  trouble: Trouble | null;
}) {
  const t = useTranslations('firewall');
  const [creating, setCreating] = useState(false);
  /** The id of the set whose addresses are open. */
  const [open, setOpen] = useState<string | null>(null);
  const { sets } = context.firewall;
  const opened = sets?.find(({ id }) => id === open);
  return (
    <Panel
      flush
      title={t('sets.title')}
      description={t('sets.description')}
      actions={
        <Button size="sm" disabledReason={context.locked} onClick={() => setCreating(true)}>
          {t('sets.create')}
        </Button>
      }
    >
      {trouble ? (
        <div className="p-4">
          <ProblemNote
            problem={trouble.problem}
            what={t('sets.failed')}
            onRetry={trouble.retry}
            retrying={trouble.retrying}
          />
        </div>
      ) : null}
      {sets?.length === 0 ? (
        <div className="text-muted px-4 py-6 text-center">
          <p className="text-ink font-medium">{t('sets.none')}</p>
          <p>{t('sets.noneText')}</p>
        </div>
      ) : null}
      {sets && sets.length > 0 ? (
        <SetsTable context={context} sets={sets} onOpen={setOpen} />
      ) : null}
      {creating ? (
        <Overlay>
          <SetDialog context={context} onClose={() => setCreating(false)} />
        </Overlay>
      ) : null}
      {opened ? (
        <Overlay>
          <EntriesDialog context={context} set={opened} onClose={() => setOpen(null)} />
        </Overlay>
      ) : null}
    </Panel>
  );
}

function useSetActions(
  context: FirewallContext,
  onOpen: (id: string) => void,
): readonly Action<IpSet>[] {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const change = useBackendChange();
  return useMemo(() => {
    const inUse = (set: IpSet) => {
      const numbers = usersOf(context.firewall, set);
      const rules = words.numbers(numbers);
      return numbers.length > 0 ? t('sets.inUse', { numbers: numbers.length, rules }) : null;
    };
    const remove = verbsOf<'firewall', IpSet>(t, setIdentity)('sets.delete', {
      icon: <Trash2 aria-hidden />,
      danger: true,
      group: 'end',
      reason: (set) => context.locked ?? inUse(set),
      confirm: {
        text: ([set]) => <p>{t('sets.delete.text', { count: set?.entries.length ?? 0 })}</p>,
      },
      run: ({ id }) => change('D45', { params: { instance_uuid: context.instance, ipset_id: id } }),
    });
    return [
      {
        id: 'addresses',
        label: t('sets.manage'),
        icon: <ListPlus aria-hidden />,
        reason: () => context.locked,
        run: async ({ id }) => onOpen(id),
      },
      remove,
    ];
  }, [t, words, change, context, onOpen]);
}

const setIdentity: RowIdentity<IpSet> = { id: ({ id }) => id, name: ({ name }) => name };

function SetsTable({
  context,
  sets,
  onOpen,
}: {
  context: FirewallContext;
  sets: readonly IpSet[];
  onOpen: (id: string) => void;
}) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const actions = useSetActions(context, onOpen);
  const users = (set: IpSet) => {
    const numbers = usersOf(context.firewall, set);
    const rules = words.numbers(numbers);
    return numbers.length > 0
      ? t('sets.rule', { numbers: numbers.length, rules })
      : t('sets.unused');
  };
  const columns: readonly Column<IpSet>[] = [
    column.name('name', t('sets.name'), setIdentity.name, {
      cell: ({ id, name }) => (
        <button
          type="button"
          className="text-accent-text hover:underline"
          onClick={() => onOpen(id)}
        >
          {name}
        </button>
      ),
    }),
    { id: 'addresses', header: t('sets.addresses'), cell: (set) => <Addresses set={set} /> },
    column.text('description', t('sets.descriptionLabel'), ({ description }) => description || '–'),
    column.text('users', t('sets.usedBy'), users),
  ];
  return (
    <PlainTable
      caption={t('sets.title')}
      columns={columns}
      rows={sets}
      actions={actions}
      identity={setIdentity}
    />
  );
}

function Addresses({ set: { entries } }: { set: IpSet }) {
  const t = useTranslations('firewall');
  if (entries.length === 0) return <span className="text-warn">{t('sets.empty')}</span>;
  const left = entries.length - few;
  return (
    <>
      <span className="font-mono">
        {entries
          .slice(0, few)
          .map(({ cidr }) => cidr)
          .join(', ')}
      </span>
      {left > 0 ? <span className="text-muted"> {t('sets.more', { count: left })}</span> : null}
    </>
  );
}
