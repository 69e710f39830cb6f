'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { lockouts } from '@/lib/firewall/lockout';
import type { Firewall } from '@/lib/firewall/model';
import { LockoutNote } from './lockout-note';
import type { FirewallContext } from './firewall-context';
import { useSure } from './use-sure';

export interface Guard {
  /** The change would shut SSH. */
  danger: boolean;
  /** Why it can't be done yet: the warning isn't acknowledged. */
  reason: string | null;
  /** The warning, with its box to tick. */
  note: ReactNode;
}

/** Warns where a change would shut SSH. @param after the firewall as it would be; null while that isn't known */
export function useGuard(context: FirewallContext, after: Firewall | null): Guard {
  const t = useTranslations('firewall');
  const warnings = after ? lockouts(context.firewall, after, context.viewer) : [];
  const [sure, setSure] = useSure(warnings);
  const danger = warnings.length > 0;
  return {
    danger,
    reason: danger && !sure ? t('lockout.sureFirst') : null,
    note: <LockoutNote context={context} warnings={warnings} sure={sure} onSure={setSure} />,
  };
}
