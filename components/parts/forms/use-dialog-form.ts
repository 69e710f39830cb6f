'use client';
import type { FieldValues } from 'react-hook-form';
import { toast } from '@/components/ui/toast';
import type { ToastMessage } from '@/components/ui/toast-message';
import type { Ref } from '@/lib/contract';
import type { Result } from '@/lib/contract/types';
import { useBackendForm, type BackendFormOptions } from './use-backend-form';

export interface DialogFormOptions<R extends Ref, Values extends FieldValues> extends Omit<
  BackendFormOptions<R, Values>,
  'onDone'
> {
  /**
   * The notice after success: a title (the work is done) or a whole message. Leave it out if the page shows the
   * result.
   */
  done?: (result: Result<R>, values: Values) => string | ToastMessage;
  /** Runs after the dialog has closed, for example to open the page of what was created. */
  after?: (result: Result<R>, values: Values) => void;
  onClose: () => void;
}

/** The form of a `FormDialog`: makes one backend call, shows a notice and closes the dialog. */
export function useDialogForm<R extends Ref, Values extends FieldValues>(
  ref: R,
  { done, after, onClose, ...options }: DialogFormOptions<R, Values>,
) {
  return useBackendForm<R, Values>(ref, {
    ...options,
    onDone: (result, values) => {
      const told = done?.(result, values);
      if (told) toast(typeof told === 'string' ? { tone: 'good', title: told } : told);
      onClose();
      after?.(result, values);
    },
  });
}
