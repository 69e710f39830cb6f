'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { lockouts } from '@/lib/firewall/lockout';
import type { Firewall } from '@/lib/firewall/model';
import { LockoutNote } from './lockout-note';
import type { Place } from './place';
import { useSure } from './use-sure';

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
  const t = useTranslations('firewall');
  const warnings = lockouts(place.firewall, after, place.viewer);
  const [sure, setSure] = useSure(warnings);
  const unsure = warnings.length > 0 && !sure;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={title}
      confirmLabel={confirmLabel}
      danger={danger || warnings.length > 0}
      disabledReason={unsure ? t('lockout.sureFirst') : null}
      onConfirm={onConfirm}
    >
      {children}
      <LockoutNote place={place} warnings={warnings} sure={sure} onSure={setSure} />
    </ConfirmDialog>
  );
}
