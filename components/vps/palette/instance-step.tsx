'use client';
import { ArrowUpRight } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useActionHost } from '@/components/parts/actions/use-action-host';
import { useInstanceActions } from '@/components/vps/instances/actions';
import { instanceIdentity, nameOf, type Machine } from '@/components/vps/instances/machine';
import type { AccountScope as AccountScoped } from '@/components/parts/shell/scopes';
import { paths } from '@/lib/paths';
import { AccountScope } from '@/lib/query/scope';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import type { Entry, ShowEntries } from '@/components/parts/palette/entry';

interface StepProps {
  scope: AccountScoped;
  row: Machine;
  show: ShowEntries;
}

/** The palette's list of actions for an instance of any account. An action that isn't possible now says why. */
export function InstanceStep(props: StepProps): ReactNode {
  return (
    <AccountScope account={props.scope.account}>
      <Step {...props} />
    </AccountScope>
  );
}

function Step({ scope, row, show }: StepProps): ReactNode {
  const t = useTranslations('palette');
  const { account, label, key } = scope;
  const actions = useInstanceActions();
  const params = { instance_uuid: row.uuid };
  const machine: Machine = useBackendQuery('D04', { params }).data ?? row;
  const of = { detail: label, scope: key };
  const open: Entry = {
    ...of,
    id: `instance/${account}/${row.uuid}`,
    label: t('open'),
    name: nameOf(row),
    icon: <ArrowUpRight aria-hidden />,
    href: paths.instance(account, row.uuid),
  };
  const entries = actions.map((action): Entry => {
    const { id, icon, danger = false } = action;
    const reason = action.reason(machine);
    const common = { id: `do/${id}`, label: action.label, icon, danger, reason };
    if (action.href) return { ...common, href: action.href(machine) };
    const then = (
      <AccountScope account={account}>
        <RunAction verb={id} machine={machine} />
      </AccountScope>
    );
    return { ...common, then };
  });
  return show([
    { id: 'open', label: t('groups.open'), entries: [open] },
    { id: 'do', label: t('groups.actions'), entries },
  ]);
}

/** Runs one action on an instance when it mounts. It opens the action's dialog first if there is one. */
function RunAction({ verb, machine }: { verb: string; machine: Machine }) {
  const actions = useInstanceActions();
  const { perform, dialog } = useActionHost(instanceIdentity);
  const started = useRef(false);
  useEffect(() => {
    const action = actions.find(({ id }) => id === verb);
    if (started.current || !action) return;
    started.current = true;
    perform(action, machine);
  }, [actions, verb, machine, perform]);
  return dialog;
}
