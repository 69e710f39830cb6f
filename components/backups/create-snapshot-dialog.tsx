'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { statusGroup } from '@/lib/contract/states';
import { SnapshotPrice } from './copy-price';
import type { Place } from './place';

/** Takes a snapshot, its price first. Default export because `lazy` asks for one. */
export default function CreateSnapshotDialog({
  place,
  onClose,
}: {
  place: Place;
  onClose: () => void;
}) {
  const t = useTranslations('backups');
  const { account, instance, href, why, machine } = place;
  const params = { instance_uuid: instance };
  const { form, field, onSubmit, pending, problem, loose } = useBackendForm('D25', {
    account,
    defaults: { name: '', description: '' },
    input: ({ name, description }) => ({
      params,
      body: { name: name.trim(), description: description.trim() },
    }),
    about: ({ body }, result) => ({
      kind: 'snapshot',
      id: result?.id ?? '',
      name: body.name,
      href,
      within: params,
    }),
    onDone: (_, { name }) => {
      toast({ title: t('create.begun', { name: name.trim() }) });
      onClose();
    },
  });
  const body = form.watch();
  return (
    <Dialog open onClose={onClose} title={t('create.title')} locked={pending} size="md">
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <SnapshotPrice place={place} />
        {statusGroup(machine.status) === 'run' ? (
          <p className="text-muted">{t('create.running')}</p>
        ) : null}
        <TextField
          label={t('name')}
          hint={t('create.nameHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...field('name', { required: true, maxLength: 100 })}
        />
        <TextField
          label={t('descriptionLabel')}
          hint={t('create.descriptionHint')}
          autoComplete="off"
          {...field('description', { required: true, maxLength: 255 })}
        />
        <RequestPanel of="D25" input={{ params, body }} />
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons
          onClose={onClose}
          pending={pending}
          confirm={t('create.confirm')}
          reason={pending ? null : why('snapshot', machine)}
        />
      </form>
    </Dialog>
  );
}
