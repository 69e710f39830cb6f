'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import type { ObjectRow } from '../object-columns';
import { objectIdentity } from '../object-identity';
import type { About } from './about';
import { copyItems } from './copy-run';
import { FoundNote } from './found-note';
import { nameTrouble, typedFolder } from './names';
import { PlacePicker } from './place-picker';
import { RunDialog } from './run-dialog';
import { useCopyRun } from './use-copy-run';
import { useFound } from './use-found';

type Mode = 'move' | 'copy';

/** Why lines can't go to a folder; null if they can. */
export function placeTrouble(
  rows: readonly ObjectRow[],
  from: { bucket: string; folder: string },
  to: { bucket: string; folder: string },
): 'same' | 'within' | null {
  if (from.bucket !== to.bucket) return null;
  if (from.folder === to.folder) return 'same';
  const within = rows.some((row) => row.kind === 'folder' && to.folder.startsWith(row.prefix));
  return within ? 'within' : null;
}

/** Moves or copies lines of a folder to another folder or bucket. */
export function PlaceDialog(props: About<{ mode: Mode; rows: readonly ObjectRow[] }>) {
  const { mode, rows, bucket, folder, onClose, onChanged } = props;
  const t = useTranslations('storage-list');
  const [to, setTo] = useState({ bucket, folder });
  const [run, setRun] = useState<number | null>(null);
  const finding = useFound(bucket, rows);
  const { found } = finding;
  const target = typedFolder(to.folder);
  const [first] = rows;
  const name = first ? objectIdentity.name(first) : '';
  const title = t(`${mode}.title`, { count: rows.length, name });
  const start = useCopyRun(mode === 'move', title, onChanged);
  const trouble = placeTrouble(rows, { bucket, folder }, { bucket: to.bucket, folder: target });
  const wrong = target === '' ? null : nameTrouble('', target, true);
  const reason = trouble
    ? t(`place.${trouble}`)
    : wrong
      ? t(`names.${wrong}`)
      : found === null
        ? t(finding.problem ? 'found.failed' : 'place.counting')
        : found.more
          ? t('place.tooMany')
          : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (reason !== null || !found) return;
    setRun(
      start(copyItems(found.objects, { bucket, base: folder }, { bucket: to.bucket, target })),
    );
  };
  if (run !== null) return <RunDialog id={run} onClose={onClose} />;
  return (
    <Dialog open size="md" {...{ title, onClose }}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <FoundNote of={finding} />
        <PlacePicker value={to} onChange={setTo} />
        <p className="text-muted text-sm">{t(`${mode}.how`)}</p>
        <DialogButtons {...{ onClose, reason }} pending={false} confirm={t(`${mode}.confirm`)} />
      </form>
    </Dialog>
  );
}
