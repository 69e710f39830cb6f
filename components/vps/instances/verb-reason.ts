'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { reasonWhy, type InstanceVerb } from '@/lib/contract/states';
import type { Machine } from './machine';
import { useShownStatusOf } from './pending-verbs';

/** A machine with its status, or its uuid alone; the status is then looked up in `known`. */
export type MachineOrUuid = Machine | { uuid: string; status?: undefined };

/** Says in words why a machine's status doesn't allow an action; null if it does, or if the status isn't known. */
export type VerbReason = (verb: InstanceVerb, machine: MachineOrUuid) => string | null;

/**
 * Returns the function that says why. While an action is pending, the function uses the status that it leads to. Needs
 * the messages `machines`.
 * @param known the machines by uuid, for those that are given by their uuid alone
 */
export function useVerbReason(known?: ReadonlyMap<string, Machine>): VerbReason {
  const t = useTranslations('machines');
  const shownStatusOf = useShownStatusOf();
  return useCallback(
    (verb, machine) => {
      const found = machine.status === undefined ? known?.get(machine.uuid) : machine;
      const reason = found ? reasonWhy(verb, shownStatusOf(found)) : null;
      return reason && t(`reasons.${reason}`);
    },
    [known, shownStatusOf, t],
  );
}
