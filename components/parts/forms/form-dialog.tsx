'use client';
import type { ComponentProps, FormEvent, ReactNode } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { RequiredLegend } from '@/components/ui/required-legend';
import { FormProblem } from './form-problem';
import { RequestPanel } from './request-panel';
import type { FormRequest, ProblemForm } from './use-problem-form';

type Shown<Values extends FieldValues> = Pick<
  ProblemForm<Values>,
  'form' | 'onSubmit' | 'pending' | 'problem' | 'loose' | 'request'
>;

/**
 * A form in a dialog: fields, the equal `curl` call, the problem, and buttons that stay visible. The dialog can't be
 * closed while the form is being sent.
 */
export function FormDialog<Values extends FieldValues>({
  title,
  form,
  submit,
  danger = false,
  reason = null,
  size,
  onClose,
  children,
}: {
  title: string;
  /** From `useDialogForm`, or from `useProblemForm` if the form doesn't make exactly one backend call. */
  form: Shown<Values>;
  /** The label of the submit button: a verb. */
  submit: string;
  danger?: boolean;
  /** Why the form can't be sent now, in words. */
  reason?: string | null;
  size?: ComponentProps<typeof Dialog>['size'];
  onClose: () => void;
  children: ReactNode;
}) {
  const { pending, request } = form;
  const stop = pending ? null : reason;
  const send = (event: FormEvent) => {
    if (!stop) return form.onSubmit(event);
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
  };
  return (
    <Dialog open onClose={onClose} title={title} size={size} locked={pending}>
      <form method="post" noValidate onSubmit={send} className="flex flex-col gap-4">
        <RequiredLegend />
        {children}
        {request ? <EqualRequest form={form} request={request} /> : null}
        <DialogButtons {...{ onClose, pending, danger }} confirm={submit} reason={stop}>
          <FormProblem problem={form.problem} loose={form.loose} />
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** The equal `curl` call; changes with every value. */
function EqualRequest<Values extends FieldValues>({
  form: { form },
  request: { of, input, secrets },
}: {
  form: Shown<Values>;
  request: FormRequest<Values>;
}) {
  useWatch({ control: form.control });
  return <RequestPanel of={of} input={input(form.getValues())} secrets={secrets} />;
}
