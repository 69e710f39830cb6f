'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TextField } from '@/components/ui/text-field';
import type { ObjectRow } from '../object-columns';
import { objectIdentity, wholeName } from '../object-identity';
import type { About } from './about';
import { copyItems } from './copy-run';
import { FoundNote } from './found-note';
import { folderAround, nameTrouble } from './names';
import { RunDialog } from './run-dialog';
import { useCopyRun } from './use-copy-run';
import { useFound } from './use-found';

/** Gives an object or a folder another name in its folder. */
export function RenameDialog({
  row,
  bucket,
  onClose,
  onChanged,
}: Omit<About<{ row: ObjectRow }>, 'folder'>) {
  const t = useTranslations('storage-list');
  const [rows] = useState([row]);
  const whole = wholeName(row);
  const isFolder = row.kind === 'folder';
  // An object that stands for a folder keeps its slash.
  const slash = whole.endsWith('/') ? '/' : '';
  const around = folderAround(whole);
  const old = whole.slice(around.length, slash === '' ? undefined : -1);
  const [name, setName] = useState(old);
  const [run, setRun] = useState<number | null>(null);
  const finding = useFound(bucket, rows);
  const { found, problem } = finding;
  const wrong = nameTrouble(around, name, false);
  const title = t('rename.title', { name: objectIdentity.name(row) });
  const start = useCopyRun(true, title, onChanged);
  const reason =
    name === old
      ? t('rename.same')
      : wrong
        ? t(`names.${wrong}`)
        : found === null
          ? t(problem ? 'found.failed' : 'place.counting')
          : found.more
            ? t('place.tooMany')
            : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (reason !== null || !found) return;
    const target = `${around}${name}${slash}`;
    setRun(start(copyItems(found.objects, { bucket, base: whole }, { bucket, target })));
  };
  if (run !== null) return <RunDialog id={run} onClose={onClose} />;
  return (
    <Dialog open {...{ title, onClose }}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          mono
          label={t('rename.name')}
          value={name}
          error={wrong && wrong !== 'empty' ? t(`names.${wrong}`) : null}
          onChange={(event) => setName(event.target.value)}
        />
        {isFolder ? <FoundNote of={finding} /> : null}
        <p className="text-muted text-sm">{t('move.how')}</p>
        <DialogButtons {...{ onClose, reason }} pending={false} confirm={t('rename.confirm')} />
      </form>
    </Dialog>
  );
}
