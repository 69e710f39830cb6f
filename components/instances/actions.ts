'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/actions/action';
import { usePermitted } from '@/components/actions/use-permitted';
import { reasonWhy } from '@/lib/contract/states';
import { useBackendChange } from '@/lib/query/use-backend-change';
import type { Machine } from './machine';
import { useNowOf } from './under-way';
import { openConsole } from './verbs/console';
import { deleteInstance } from './verbs/delete';
import { forms } from './verbs/forms';
import type { Kit, MakeAction } from './verbs/kit';
import { restart, start, stop } from './verbs/power';

/** In the order they are shown; the first ones are buttons on an instance's page. */
const verbs: readonly MakeAction[] = [openConsole, start, stop, restart, ...forms, deleteInstance];

/** Everything that can be done with an instance of an account. Needs the messages `instances` and `machines`. */
export function useInstanceActions(account: string): readonly Action<Machine>[] {
  const t = useTranslations('instances');
  const machines = useTranslations('machines');
  const change = useBackendChange(account);
  const nowOf = useNowOf();
  const all = useMemo(() => {
    const kit: Kit = {
      account,
      t,
      change,
      label: (verb) => machines(`verbs.${verb}`),
      why: (verb, machine) => {
        const reason = reasonWhy(verb, nowOf(machine));
        return reason && machines(`reasons.${reason}`);
      },
    };
    return verbs.map((make) => make(kit));
  }, [account, t, machines, change, nowOf]);
  return usePermitted(account, 'write_instance', all);
}
