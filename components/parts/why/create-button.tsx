'use client';
import type { ReactNode } from 'react';
import { CreateDialogButton } from '@/components/parts/actions/create-dialog-button';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useRoleRefusal } from './use-role-refusal';
import type { Lacking } from './why';

interface Props {
  label: string;
  /** Whether the person's role may create one. */
  may: boolean;
  /** The right that this needs; the same object at every call. */
  lacking: Lacking;
  /** The words for roles that lack it. */
  words: string;
  /** Asks what to create; loaded when it is first opened. */
  Dialog: (props: DialogProps) => ReactNode;
}

/**
 * The “create” button of a page of an organization or project: it opens the dialog, or says why the person can't.
 * `createButton` is the one of an account's pages.
 */
export function RoleCreateButton({ label, may, lacking, words, Dialog }: Props) {
  const refusal = useRoleRefusal(may, lacking, words);
  return <CreateDialogButton {...{ label, Dialog }} {...refusal} />;
}
