'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { useGroup } from '@/lib/query/scope';
import { whyAsked, type Lacking } from './why';

/** Why a control can't be used by this person, and what pressing it does then. */
export interface RoleRefusal {
  /** In words; shown beside the control. */
  disabledReason: string;
  /** Opens “Why can't I?”. Left out where the role isn't the reason. */
  onBlocked?: () => void;
}

/**
 * Why the person may not do something in an organization or project: the role lacks a right, which the control explains
 * when it is pressed, or the person views the console as somebody else. Null if they may.
 * @param may whether the role has the right
 * @param lacking the right; the same object at every call
 * @param words that the role lacks it
 */
export function useRoleRefusal(may: boolean, lacking: Lacking, words: string): RoleRefusal | null {
  const t = useTranslations('shell');
  const { viewing } = useShell();
  const group = useGroup();
  const hint = t('whyHint');
  return useMemo(() => {
    if (may) return viewing === null ? null : { disabledReason: viewing };
    return {
      disabledReason: `${words} ${hint}`,
      onBlocked: () => whyAsked.set({ lacking, group }),
    };
  }, [may, lacking, words, viewing, hint, group]);
}
