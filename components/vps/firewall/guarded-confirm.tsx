'use client';
import { ConfirmDialog, type ConfirmDialogProps } from '@/components/ui/confirm-dialog';
import type { Firewall } from '@/lib/firewall/model';
import { useGuard } from './use-guard';

interface GuardedConfirmProps extends Omit<ConfirmDialogProps, 'open' | 'disabledReason'> {
  after: Firewall;
}

/** Asks before a change, and warns when it would block SSH. @param after the firewall after the change */
export function GuardedConfirm({ after, danger = false, children, ...asked }: GuardedConfirmProps) {
  const guard = useGuard(after);
  return (
    <ConfirmDialog {...asked} open danger={danger || guard.danger} disabledReason={guard.reason}>
      {children}
      {guard.note}
    </ConfirmDialog>
  );
}
