'use client';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lockouts, type Lockout } from '@/lib/firewall/lockout';
import type { Firewall } from '@/lib/firewall/model';
import { LockoutNote } from './lockout-note';
import { useFirewallTab } from './firewall-context';

/** What a dialog shows about a change that may block SSH. */
export interface Guard {
  /** Whether the change would block SSH. */
  danger: boolean;
  /** Says that the warning must be acknowledged first; null when the change can be sent. */
  reason: string | null;
  /** The warning, with the checkbox to acknowledge it. */
  note: ReactNode;
}

/** Warns if a change would block SSH. @param after the firewall after the change; null while it isn't known */
export function useGuard(after: Firewall | null): Guard {
  const t = useTranslations('firewall');
  const { instance, firewall, viewer } = useFirewallTab();
  const warnings = after ? lockouts(firewall, after, viewer) : [];
  const [sure, setSure] = useAcknowledged(warnings);
  const danger = warnings.length > 0;
  return {
    danger,
    reason: danger && !sure ? t('lockout.sureFirst') : null,
    note: <LockoutNote instance={instance} warnings={warnings} sure={sure} onSure={setSure} />,
  };
}

/** Whether the person has acknowledged these warnings. When the warnings change, they have to be acknowledged again. */
function useAcknowledged(
  warnings: readonly Lockout[],
): readonly [sure: boolean, setSure: (sure: boolean) => void] {
  const now = JSON.stringify(warnings);
  const [last, setLast] = useState(now);
  const [sure, setSure] = useState(false);
  // It is reset while rendering, not afterwards, so that the box is never shown ticked for other warnings.
  if (last !== now) {
    setLast(now);
    setSure(false);
  }
  return [sure && last === now, setSure];
}
