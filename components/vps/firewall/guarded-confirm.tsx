'use client';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Firewall } from '@/lib/firewall/model';
import type { Place } from './place';
import { useGuard } from './use-guard';

/** Asks before a change, and warns where it would shut SSH. @param after the firewall as it would be */
export function GuardedConfirm({
  place,
  after,
  title,
  confirmLabel,
  danger = false,
  children,
  onConfirm,
  onClose,
}: {
  place: Place;
  after: Firewall;
  title: string;
  confirmLabel: string;
  danger?: boolean;
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}) {
  const guard = useGuard(place, after);
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
