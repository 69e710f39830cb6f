'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { lockouts } from '@/lib/firewall/lockout';
import type { Firewall } from '@/lib/firewall/model';
import { LockoutNote } from './lockout-note';
import { useFirewallHere } from './firewall-context';
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
export function useGuard(after: Firewall | null): Guard {
  const t = useTranslations('firewall');
  const { instance, firewall, viewer } = useFirewallHere();
  const warnings = after ? lockouts(firewall, after, viewer) : [];
  const [sure, setSure] = useAcknowledged(warnings);
  const danger = warnings.length > 0;
  return {
    danger,
    reason: danger && !sure ? t('lockout.sureFirst') : null,
    note: <LockoutNote instance={instance} warnings={warnings} sure={sure} onSure={setSure} />,
  };
}
