'use client';
/** What the dialogs of an instance share: they need its detail (D04). */
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TableSkeleton } from '@/components/ui/skeleton';
import { nameOf, type Machine } from '../machine';
import { useInstance, type Detail } from '../use-instance';

/** Props of a dialog that is opened from a row of the list. */
export type LifecycleProps = DialogProps<{ machine: Machine }>;

/** Props of a dialog's form, which has the detail of the machine. */
export type DetailProps = DialogProps<{ machine: Detail; title: string }>;

type Title = 'password' | 'resize' | 'tier' | 'clone' | 'reinstall';

/** Makes a dialog that reads the machine's detail before it shows its form, because a row of the list lacks the detail. */
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
