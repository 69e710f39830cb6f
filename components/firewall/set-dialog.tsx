'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import type { Place } from './place';

/** Makes an IP set, empty at first. */
export function SetDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const t = useTranslations('firewall');
  const params = { instance_uuid: place.instance };
  const taken = new Set(place.firewall.sets?.map(({ name }) => name));
  const form = useBackendForm('D44', {
    account: place.account,
    defaults: { name: '', description: '' },
    input: (body) => ({ params, body }),
    onDone: (_, { name }) => {
      toast({ tone: 'good', title: t('sets.created', { name }), text: t('sets.createdText') });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('sets.createTitle')} locked={form.pending}>
      <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-3">
        <TextField
          label={t('sets.name')}
          hint={t('sets.nameHint')}
          autoComplete="off"
          {...form.field('name', {
            required: true,
            maxLength: 64,
            check: (name) => (taken.has(name.trim()) ? t('sets.nameTaken') : null),
          })}
        />
        <TextField
          label={t('sets.descriptionLabel')}
          hint={t('sets.descriptionHint')}
          autoComplete="off"
          {...form.field('description', { required: true, maxLength: 255 })}
        />
        <RequestPanel of="D44" input={{ params, body: form.form.watch() }} />
        <FormProblem problem={form.problem} loose={form.loose} />
        <DialogButtons onClose={onClose} pending={form.pending} confirm={t('sets.createSubmit')} />
      </form>
    </Dialog>
  );
}
