'use client';
import { ListPlus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { TroubleNote } from '@/components/parts/answers/trouble-note';
import type { QueryState } from '@/components/parts/answers/trouble';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import * as column from '@/components/parts/tables/column';
import { MenuTable, useMenuColumn } from '@/components/parts/tables/menu-table';
import { Foreign } from '@/components/ui/foreign';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { rulesUsing, type IpSet } from '@/lib/firewall/model';
import type { Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useFirewallTab } from './firewall-context';
import { useFirewallWords } from './use-words';

const SetDialog = lazyNamed(() => import('./set-dialog'), 'SetDialog');
const EntriesDialog = lazyNamed(() => import('./entries-dialog'), 'EntriesDialog');

/** How many addresses of a set its row shows. */
const maxShown = 3;

/** The panel with the IP sets of an instance. */
export function SetsPanel(read: { query: QueryState<unknown>; problem: Problem | null }) {
  const t = useTranslations('firewall');
  const { firewall, locked } = useFirewallTab();
  const { sets } = firewall;
  const creating = useOpened((_: true, onClose) => <SetDialog onClose={onClose} />);
  const entries = useOpened((id: string, onClose) => {
    const set = sets?.find((each) => each.id === id);
    return set ? <EntriesDialog {...{ set, onClose }} /> : null;
  });
  return (
    <Panel
      flush
      title={t('sets.title')}
      description={t('sets.description')}
      actions={
        <Button size="sm" disabledReason={locked} onClick={() => creating.open(true)}>
          {t('sets.create')}
        </Button>
      }
    >
      <div className="p-4 empty:hidden">
        <TroubleNote {...read} what={t('sets.failed')} />
      </div>
      {sets?.length === 0 ? (
        <div className="text-muted px-4 py-6 text-center">
          <p className="text-ink font-medium">{t('sets.none')}</p>
          <p>{t('sets.noneText')}</p>
        </div>
      ) : null}
      {sets && sets.length > 0 ? <SetsTable sets={sets} onOpen={entries.open} /> : null}
      {creating.opened}
      {entries.opened}
    </Panel>
  );
}

function useSetActions(onOpen: (id: string) => void): readonly Action<IpSet>[] {
  const { instance, firewall, locked } = useFirewallTab();
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const change = useBackendChange();
  return useMemo(() => {
    const inUse = (set: IpSet) => {
      const numbers = rulesUsing(firewall, set);
      const rules = words.numbers(numbers);
      return numbers.length > 0 ? t('sets.inUse', { numbers: numbers.length, rules }) : null;
    };
    const remove = verbsOf<'firewall', IpSet>(t, setIdentity)('sets.delete', {
      icon: <Trash2 aria-hidden />,
      danger: true,
      group: 'end',
      reason: (set) => locked ?? inUse(set),
      confirm: {
        text: ([set]) => <p>{t('sets.delete.text', { count: set?.entries.length ?? 0 })}</p>,
      },
      run: ({ id }) => change('D45', { params: { instance_uuid: instance, ipset_id: id } }),
    });
    return [
      {
        id: 'addresses',
        label: t('sets.manage'),
        icon: <ListPlus aria-hidden />,
        reason: () => locked,
        run: async ({ id }) => onOpen(id),
      },
      remove,
    ];
  }, [t, words, change, instance, firewall, locked, onOpen]);
}

const setIdentity: RowIdentity<IpSet> = { id: ({ id }) => id, name: ({ name }) => name };

interface SetsTableProps {
  sets: readonly IpSet[];
  onOpen: (id: string) => void;
}

function SetsTable({ sets, onOpen }: SetsTableProps) {
  const t = useTranslations('firewall');
  const { firewall } = useFirewallTab();
  const words = useFirewallWords();
  const menu = useMenuColumn(useSetActions(onOpen), setIdentity);
  const users = (set: IpSet) => {
    const numbers = rulesUsing(firewall, set);
    const rules = words.numbers(numbers);
    return numbers.length > 0
      ? t('sets.rule', { numbers: numbers.length, rules })
      : t('sets.unused');
  };
  const columns = [
    column.name<IpSet>('name', t('sets.name'), setIdentity.name, {
      cell: ({ id, name }) => (
        <button
          type="button"
          className="text-accent-text text-left wrap-anywhere hover:underline"
          onClick={() => onOpen(id)}
        >
          <Foreign text={name} />
        </button>
      ),
    }),
    { id: 'addresses', header: t('sets.addresses'), cell: (set: IpSet) => <Addresses set={set} /> },
    column.text<IpSet>(
      'description',
      t('sets.descriptionLabel'),
      ({ description }) => description || '–',
    ),
    column.text('users', t('sets.usedBy'), users),
    menu,
  ];
  return (
    <MenuTable caption={t('sets.title')} columns={columns} rows={sets} rowId={setIdentity.id} />
  );
}

function Addresses({ set: { entries } }: { set: IpSet }) {
  const t = useTranslations('firewall');
  if (entries.length === 0) return <span className="text-warn">{t('sets.empty')}</span>;
  const left = entries.length - maxShown;
  return (
    <>
      <span className="font-mono">
        {entries
          .slice(0, maxShown)
          .map(({ cidr }) => cidr)
          .join(', ')}
      </span>
      {left > 0 ? <span className="text-muted"> {t('sets.more', { count: left })}</span> : null}
    </>
  );
}
