'use client';
/** What the dialogs of a machine's life cycle have in common: its detail, and when its state allows them. */
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { ErrorState } from '@/components/ui/error-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import { reasonWhy, type InstanceVerb } from '@/lib/contract/states';
import { nameOf, type Machine } from '../machine';
import { useNow } from '../under-way';
import { useInstance, type Detail } from '../use-instance';

export type LifecycleProps = DialogProps<{ machine: Machine }>;

/** The same with all that is known of the machine. */
export type DetailProps = DialogProps<{ machine: Detail; title: string }>;

type Title = 'password' | 'resize' | 'tier' | 'clone' | 'reinstall';

/** A dialog that begins once the machine's detail is read, which a list's row doesn't hold. */
export function withDetail(words: Title, Form: ComponentType<DetailProps>) {
  return function DetailDialog(props: LifecycleProps) {
    const { account, machine, onClose } = props;
    const t = useTranslations('instances');
    const title = t(`lifecycle.${words}.title`, { name: nameOf(machine) });
    const { data, error, isFetching, refetch } = useInstance(account, machine.uuid);
    if (data) return <Form {...props} machine={data} title={title} />;
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
  };
}

/** Why the machine's state doesn't allow the verb any more, changed in another tab or elsewhere; null while it does. */
export function useVerbReason(verb: InstanceVerb, machine: Machine): string | null {
  const t = useTranslations('machines');
  const reason = reasonWhy(verb, useNow(machine));
  return reason && t(`reasons.${reason}`);
}
