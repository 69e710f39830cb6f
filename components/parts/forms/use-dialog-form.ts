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
  /** What a notice tells once it worked: a title that it is done, or the whole notice. Without it the page shows it. */
  done?: (result: Result<R>, values: Values) => string | ToastMessage;
  /** Comes last, the dialog is closed: leads to what was made. */
  after?: (result: Result<R>, values: Values) => void;
  onClose: () => void;
}

/** The form of a `FormDialog`: makes one backend call, tells of it and closes the dialog. */
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
