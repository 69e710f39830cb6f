'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { readLine } from '@/lib/contract/reading/text';
import { useGroup } from '@/lib/query/scope';
import { sizeFor, usualPrefix, type SizeMeaning } from '@/lib/ranges/vpc-size';
import { OwnRange } from './own-range';
import { SizeField } from './size-field';
import { aboutVpc, rangeOfVpc } from './vpc';

/** Creates the VPC of an organization (A36). Afterwards a notice names the range that the provider has chosen. */
export function CreateDialog({ meaning, onClose }: DialogProps<{ meaning: SizeMeaning }>) {
  const scope = useGroup();
  const t = useTranslations('organization-network');
  const form = useDialogForm('A36', {
    onClose,
    defaults: { label: '', prefix: String(usualPrefix) },
    fieldNames: { size: 'prefix' },
    input: ({ label, prefix }) => ({
      params: { uuid: scope.org },
      body: { label, size: sizeFor(Number(prefix), meaning) },
    }),
    about: ({ body: { label } }, made) => aboutVpc(scope, { uuid: made?.uuid ?? null, label }),
    done: (vpc, { label: name, prefix }) => {
      const range = rangeOfVpc(vpc);
      const asked = range?.prefix === Number(prefix);
      return {
        tone: asked ? 'good' : 'info',
        title: t('create.done', { name }),
        text: !range
          ? t('create.rangeUnknown')
          : asked
            ? t('create.range', { range: range.text })
            : t('create.otherRange', { range: range.text, prefix }),
      };
    },
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('create.label')} submit={t('create.label')}>
      <TextField
        label={t('name')}
        autoComplete="off"
        {...form.field('label', { required: true, read: readLine(100) })}
      />
      <SizeField
        label={t('create.size')}
        hint={t('create.sizeHint')}
        {...form.field('prefix', { required: true })}
      />
      <OwnRange vpc={null} brief />
      <p className="text-muted text-sm">{t('create.permanent')}</p>
    </FormDialog>
  );
}
