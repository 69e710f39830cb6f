'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { lockouts } from '@/lib/firewall/lockout';
import type { Firewall } from '@/lib/firewall/model';
import { LockoutNote } from './lockout-note';
import type { FirewallContext } from './firewall-context';
import { useAcknowledged } from './use-acknowledged';

export interface Guard {
  /** The change would block SSH. */
  danger: boolean;
  /** Why it can't be done yet: the warning isn't acknowledged. */
  reason: string | null;
  /** The warning, with its box to tick. */
  note: ReactNode;
}

/** Warns if a change would block SSH. @param after the firewall after the change; null while it isn't known */
export function useGuard(context: FirewallContext, after: Firewall | null): Guard {
  const t = useTranslations('firewall');
  const warnings = after ? lockouts(context.firewall, after, context.viewer) : [];
  const [sure, setSure] = useAcknowledged(warnings);
  const danger = warnings.length > 0;
  return {
    danger,
    reason: danger && !sure ? t('lockout.sureFirst') : null,
    note: <LockoutNote context={context} warnings={warnings} sure={sure} onSure={setSure} />,
  };
}
