'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { reasonWhy, type InstanceVerb } from '@/lib/contract/states';
import type { Machine } from './machine';
import { useNowOf } from './under-way';

/** A machine with its state, or one that is only named: it is then looked up. */
export type Standing = Machine | { uuid: string; status?: undefined };

/** In words, why a machine's state doesn't allow a verb; null where it does, or isn't known. */
export type Why = (verb: InstanceVerb, machine: Standing) => string | null;

/** Goes by the state that pending work leads to. Needs the messages `machines`. @param known where others are looked up */
export function useWhy(known?: ReadonlyMap<string, Machine>): Why {
  const t = useTranslations('machines');
  const nowOf = useNowOf();
  return useCallback(
    (verb, machine) => {
      const found = machine.status === undefined ? known?.get(machine.uuid) : machine;
      const reason = found ? reasonWhy(verb, nowOf(found)) : null;
      return reason && t(`reasons.${reason}`);
    },
    [known, nowOf, t],
  );
}
