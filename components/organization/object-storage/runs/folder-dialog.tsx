'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useAttempt } from '@/components/ui/use-attempt';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../../vms/group';
import { makeFolder } from '../calls';
import { exactName } from '../exact-name';
import { StoreProblem } from '../store-problem';
import type { About } from './about';
import { nameTrouble, typedFolder } from './names';

/** Makes a folder in the folder that is shown: an empty object whose name ends with a slash. */
export function FolderDialog({ bucket, folder, onClose, onChanged }: About) {
  const t = useTranslations('storage-list');
  const scope = useGroup();
  const [name, setName] = useState('');
  const { busy, problem, attempt } = useAttempt();
  const wrong = nameTrouble(folder, typedFolder(name), true);
  const exists = problem?.code === 'conflict' && problem.storage !== 'NoKey';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (busy || wrong) return;
    void attempt(async () => {
      await makeFolder(groupParams(scope), { bucket, prefix: folder + typedFolder(name) });
      toast({ tone: 'good', title: t('newFolder.done', { name: exactName(typedFolder(name)) }) });
      onChanged();
      onClose();
    });
  };
  return (
    <Dialog open {...{ onClose }} title={t('newFolder.label')} locked={busy}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          mono
          label={t('newFolder.name')}
          hint={t('newFolder.hint')}
          value={name}
          error={
            exists ? t('newFolder.exists') : wrong && wrong !== 'empty' ? t(`names.${wrong}`) : null
          }
          onChange={(event) => setName(event.target.value)}
        />
        <DialogButtons
          {...{ onClose }}
          pending={busy}
          reason={wrong ? t(`names.${wrong}`) : null}
          confirm={t('newFolder.confirm')}
        >
          {problem && !exists ? (
            <StoreProblem {...{ problem }} what={t('newFolder.failed')} />
          ) : null}
        </DialogButtons>
      </form>
    </Dialog>
  );
}
