'use client';
/** What the dialogs of a machine's life cycle have in common: its detail. */
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TableSkeleton } from '@/components/ui/skeleton';
import { nameOf, type Machine } from '../machine';
import { useInstance, type Detail } from '../use-instance';

export type LifecycleProps = DialogProps<{ machine: Machine }>;

/** The same with all that is known of the machine. */
export type DetailProps = DialogProps<{ machine: Detail; title: string }>;

type Title = 'password' | 'resize' | 'tier' | 'clone' | 'reinstall';

/** A dialog that begins once the machine's detail is read, which a list's row doesn't hold. */
export function withDetail(words: Title, Form: ComponentType<DetailProps>) {
  return function DetailDialog(props: LifecycleProps) {
    const { machine, onClose } = props;
    const t = useTranslations('instances');
    const title = t(`lifecycle.${words}.title`, { name: nameOf(machine) });
    const query = useInstance(machine.uuid);
    return (
      <Live
        query={query}
        failed={t('detail.loadFailed')}
        stale={null}
        outline={<TableSkeleton rows={4} label={t('lifecycle.loading')} />}
        around={(stand) => (
          <Dialog open onClose={onClose} title={title} size="md">
            {stand}
          </Dialog>
        )}
      >
        {(detail) => <Form {...props} machine={detail} title={title} />}
      </Live>
    );
  };
}
