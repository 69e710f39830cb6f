'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { useGroup } from '@/lib/query/scope';
import { roleRefusal, type RoleRefusal } from './role-refusal';
import type { Lacking } from './why';

export type { RoleRefusal } from './role-refusal';

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
    return roleRefusal({ lacking, group }, words, hint);
  }, [may, lacking, words, viewing, hint, group]);
}
