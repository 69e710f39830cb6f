'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { readLine } from '@/lib/contract/reading/text';
import { useFirewallTab } from './firewall-context';

/** The dialog that creates an empty IP set (D44). */
export function SetDialog({ onClose }: DialogProps) {
  const t = useTranslations('firewall');
  const { instance, firewall } = useFirewallTab();
  const taken = new Set(firewall.sets?.map(({ name }) => name));
  const form = useDialogForm('D44', {
    onClose,
    defaults: { name: '', description: '' },
    input: (body) => ({ params: { instance_uuid: instance }, body }),
    done: (_, { name }) => ({
      tone: 'good',
      title: t('sets.created', { name }),
      text: t('sets.createdText'),
    }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('sets.createTitle')}
      submit={t('sets.createSubmit')}
    >
      <TextField
        label={t('sets.name')}
        hint={t('sets.nameHint')}
        autoComplete="off"
        {...form.field('name', {
          required: true,
          read: readLine(64),
          check: (name) => (taken.has(name) ? t('sets.nameTaken') : null),
        })}
      />
      <TextField
        label={t('sets.descriptionLabel')}
        hint={t('sets.descriptionHint')}
        autoComplete="off"
        {...form.field('description', { required: true, read: readLine(255) })}
      />
    </FormDialog>
  );
}
