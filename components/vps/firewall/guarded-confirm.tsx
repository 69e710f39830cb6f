'use client';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Firewall } from '@/lib/firewall/model';
import type { FirewallContext } from './firewall-context';
import { useGuard } from './use-guard';

/** Asks before a change, and warns where it would shut SSH. @param after the firewall as it would be */
export function GuardedConfirm({
  context,
  after,
  title,
  confirmLabel,
  danger = false,
  children,
  onConfirm,
  onClose,
}: {
  context: FirewallContext;
  after: Firewall;
  title: string;
  confirmLabel: string;
  danger?: boolean;
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}) {
  const guard = useGuard(context, after);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={title}
      confirmLabel={confirmLabel}
      danger={danger || guard.danger}
      disabledReason={guard.reason}
      onConfirm={onConfirm}
    >
      {children}
      {guard.note}
    </ConfirmDialog>
  );
}
