'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { statusGroup } from '@/lib/contract/states';
import { readLine } from '@/lib/contract/reading/text';
import { SnapshotPrice } from './copy-price';
import { useBackupsTab } from './backups-context';

/** The dialog that takes a snapshot (D25). It shows the price first. */
export function CreateSnapshotDialog({ onClose }: DialogProps) {
  const t = useTranslations('backups');
  const { instance, href, why, machine } = useBackupsTab();
  const params = { instance_uuid: instance };
  const form = useDialogForm('D25', {
    onClose,
    defaults: { name: '', description: '' },
    input: (body) => ({ params, body }),
    about: ({ body: { name } }, made) => ({
      kind: 'snapshot',
      id: made?.id ?? '',
      name,
      href,
      within: params,
    }),
    done: (_, { name }) => ({ title: t('create.begun', { name }) }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      size="md"
      title={t('create.title')}
      submit={t('create.confirm')}
      reason={why('snapshot', machine)}
    >
      <SnapshotPrice />
      {statusGroup(machine.status) === 'run' ? (
        <p className="text-muted">{t('create.running')}</p>
      ) : null}
      <TextField
        label={t('name')}
        hint={t('create.nameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.field('name', { required: true, read: readLine(100) })}
      />
      <TextField
        label={t('descriptionLabel')}
        hint={t('create.descriptionHint')}
        autoComplete="off"
        {...form.field('description', { required: true, read: readLine(255) })}
      />
    </FormDialog>
  );
}
