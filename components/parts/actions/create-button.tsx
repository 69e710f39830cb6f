'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DialogProps } from '@/components/ui/dialog-props';
import { CreateDialogButton } from './create-dialog-button';
import { useRefusal } from './use-permitted';

type Label =
  | 'volumes.create.label'
  | 'networks.create.label'
  | 'addresses.create.label'
  | 'ssh-keys.add.label';

/**
 * Makes the “create” button of an account's page.
 * @param right of the account's key that it needs
 * @param Dialog asks what to create; loaded when it is first opened
 */
export function createButton(
  label: Label,
  right: Parameters<typeof useRefusal>[0],
  Dialog: (props: DialogProps) => ReactNode,
) {
  /** @param reason why nothing can be created */
  return function Create({ reason }: { reason?: string | null }) {
    const t = useTranslations();
    const refusal = useRefusal(right);
    return (
      <CreateDialogButton label={t(label)} disabledReason={reason ?? refusal} Dialog={Dialog} />
    );
  };
}
