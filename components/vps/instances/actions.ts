'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { usePermitted } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { instances } from '@/lib/resources/vps';
import { useAccount } from '@/lib/query/scope';
import { instanceIdentity, type Machine } from './machine';
import { openConsole } from '@/components/vps/instances/verbs/forms';
import { deleteInstance } from './verbs/delete';
import { forms } from './verbs/forms';
import type { VerbContext, MakeAction } from './verbs/verb-context';
import { restart, start, stop } from './verbs/power';
import { useVerbReason } from './verb-reason';

/** The actions in the order in which they are shown. The page of an instance shows the first ones as buttons. */
const verbs: readonly MakeAction[] = [openConsole, start, stop, restart, ...forms, deleteInstance];

/** Returns all actions of an instance that the person may do. Needs the messages `instances` and `machines`. */
export function useInstanceActions(): readonly Action<Machine>[] {
  const account = useAccount();
  const t = useTranslations('instances');
  const machines = useTranslations('machines');
  const change = useBackendChange();
  const why = useVerbReason();
  const all = useMemo(() => {
    const label: VerbContext['label'] = (verb) => machines(`verbs.${verb}`);
    const context: VerbContext = {
      account,
      t,
      verb: verbsOf(t, instanceIdentity),
      change,
      label,
      why,
    };
    return verbs.map((make) => make(context));
  }, [account, t, machines, change, why]);
  return usePermitted(instances.rights.change, all);
}
