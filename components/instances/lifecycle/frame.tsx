'use client';
/** What the dialogs of a machine's life cycle have in common: its detail, a form, when it may be sent. */
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import type { ProblemForm } from '@/components/forms/use-problem-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import { reasonWhy, type InstanceVerb } from '@/lib/contract/states';
import type { Machine } from '../machine';
import { useNow } from '../under-way';
import { useInstance, type Detail } from '../use-instance';

export interface LifecycleProps {
  /** Slug of the account. */
  account: string;
  machine: Machine;
  onClose: () => void;
}

/** The same with all that is known of the machine. */
export interface DetailProps extends LifecycleProps {
  machine: Detail;
}

/** Reads the machine's detail, which a list's row doesn't hold, before its dialog begins. */
export function WithDetail({
  account,
  machine,
  onClose,
  title,
  children,
}: LifecycleProps & { title: string; children: (detail: Detail) => ReactNode }) {
  const t = useTranslations('instances');
  const { data, error, isFetching, refetch } = useInstance(account, machine.uuid);
  if (data) return children(data);
  return (
    <Dialog open onClose={onClose} title={title} size="md">
      {error ? (
        <ErrorState
          problem={error.problem}
          what={t('detail.loadFailed')}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <TableSkeleton rows={4} label={t('lifecycle.loading')} />
      )}
    </Dialog>
  );
}

/**
 * A form in a dialog, its buttons always in sight. It follows the machine: once its state doesn't allow the verb any
 * more, changed in another tab or elsewhere, the button says so.
 */
export function FormDialog({
  verb,
  machine,
  title,
  submit,
  form,
  blocked = null,
  danger = false,
  onClose,
  children,
}: {
  verb: InstanceVerb;
  machine: Detail;
  title: string;
  /** The verb on the button. */
  submit: string;
  form: Pick<ProblemForm<never>, 'onSubmit' | 'pending' | 'problem' | 'loose'>;
  /** What is still missing before it can be sent. */
  blocked?: string | null;
  danger?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const ui = useTranslations('ui');
  const machines = useTranslations('machines');
  const id = useId();
  const reason = reasonWhy(verb, useNow(machine));
  const stop = form.pending ? null : reason ? machines(`reasons.${reason}`) : blocked;
  const send = (event: FormEvent) => (stop ? event.preventDefault() : form.onSubmit(event));
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size="md"
      locked={form.pending}
      footer={
        <>
          <div className="flex w-full flex-col gap-2 empty:hidden">
            <FormProblem problem={form.problem} loose={form.loose} />
          </div>
          <Button onClick={onClose} disabledReason={form.pending ? ui('working') : null}>
            {ui('cancel')}
          </Button>
          <Button
            type="submit"
            form={id}
            variant={danger ? 'danger' : 'primary'}
            loading={form.pending}
            disabledReason={stop}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} method="post" noValidate onSubmit={send} className="flex flex-col gap-4">
        {children}
      </form>
    </Dialog>
  );
}
