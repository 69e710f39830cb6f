'use client';
/** Disables actions that the key of a VPS account is known to lack the right for, with the reason. */
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useRefused } from '@/components/parts/shell/use-refused';
import type { Action, ChangeRight } from './action';

/** Why the key may not change something, in words; null if it may, or if that isn't known. */
export function useRefusal(right: ChangeRight): string | null {
  const t = useTranslations('actions');
  return useRefused(right) ? t(`refused.${right}`) : null;
}

/**
 * The action, not possible for any row.
 * @param disabledReason why not, in words
 * @param onBlocked tells more about it
 */
export const refusedFor = <Row>(
  action: Action<Row>,
  disabledReason: string,
  onBlocked?: () => void,
): Action<Row> => ({ ...action, reason: () => disabledReason, onBlocked });

/** The actions of an account, with a reason where its key lacks the right. @param right of actions that name none */
export function usePermitted<Row>(
  right: ChangeRight,
  actions: readonly Action<Row>[],
): readonly Action<Row>[] {
  const machines = useRefusal('write_instance');
  const networks = useRefusal('write_network');
  return useMemo(() => {
    if (!machines && !networks) return actions;
    const words = { write_instance: machines, write_network: networks };
    return actions.map((action) => {
      const asked = action.right === undefined ? right : action.right;
      const refusal = asked && words[asked];
      return refusal ? refusedFor(action, refusal) : action;
    });
  }, [actions, right, machines, networks]);
}
