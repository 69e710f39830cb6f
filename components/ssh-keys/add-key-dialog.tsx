'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/forms/form-problem';
import { RequestPanel } from '@/components/forms/request-panel';
import { useBackendForm } from '@/components/forms/use-backend-form';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { readPublicKey } from '@/lib/ssh/public-key';
import { PublicKeyField } from './public-key-field';

const wrong = (text: string) => {
  const { fault } = readPublicKey(text);
  return fault && fault !== 'empty' ? `ssh_key_${fault}` : null;
};

const inputOf = ({ title, key }: { title: string; key: string }) => ({
  body: { title, key: readPublicKey(key).key?.line ?? key.trim() },
});

/** Adds a key to the account. No draft: a key pasted by mistake is kept nowhere. */
export function AddKeyDialog({
  account,
  onClose,
  onAdded,
}: {
  account: string;
  onClose: () => void;
  /** Called with the new key's id, where the backend says it. */
  onAdded?: (id: string) => void;
}) {
  const t = useTranslations('ssh-keys');
  const { form, field, onSubmit, pending, problem, loose } = useBackendForm('D71', {
    account,
    defaults: { title: '', key: '' },
    input: inputOf,
    onDone: ({ id }, { title }) => {
      toast({ tone: 'good', title: t('add.done', { name: title }) });
      if (id !== null) onAdded?.(id);
      onClose();
    },
  });
  const take = (key: string) => {
    form.setValue('key', key, { shouldValidate: true, shouldDirty: true });
    const comment = readPublicKey(key).key?.comment;
    if (comment && form.getValues('title') === '') form.setValue('title', comment.slice(0, 100));
  };
  return (
    <Dialog open onClose={onClose} title={t('add.label')} locked={pending} size="md">
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <PublicKeyField
          text={form.watch('key')}
          onTake={take}
          {...field('key', { required: true, check: wrong })}
        />
        <TextField
          label={t('title')}
          hint={t('add.titleHint')}
          autoComplete="off"
          {...field('title', { required: true, maxLength: 100 })}
        />
        {readPublicKey(form.watch('key')).key ? (
          <RequestPanel of="D71" input={inputOf(form.watch())} />
        ) : null}
        <FormProblem problem={problem} loose={loose} />
        <DialogButtons onClose={onClose} pending={pending} confirm={t('add.confirm')} />
      </form>
    </Dialog>
  );
}
