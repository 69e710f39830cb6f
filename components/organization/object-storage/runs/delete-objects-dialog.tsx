'use client';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { TypeNameField } from '@/components/ui/type-name-field';
import { sameAsSeen } from '@/lib/format/compare-text';
import type { ProblemError } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { usePerson } from '@/lib/query/person';
import type { Versioning } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { deleteFolderStep, deleteObjects, readVersioning } from '../calls';
import { exactName } from '../exact-name';
import { entryId } from '../folders';
import type { ObjectRow } from '../object-columns';
import { objectIdentity } from '../object-identity';
import { storageKey } from '../use-key';
import type { About } from './about';
import { startDeleting, type DeleteItem } from './delete-run';
import { FoundNote } from './found-note';
import { keepRun } from './page-runs';
import type { RunProgress } from './run';
import { RunDialog } from './run-dialog';
import { useFound } from './use-found';

/** From so many objects on, a name must be typed. */
const typedFrom = 100;

/** The name that must be typed: the folder's, else of the bucket where the folder has none that can be typed. */
function nameToType(rows: readonly ObjectRow[], folder: string, bucket: string): string {
  const [row] = rows;
  const whole = rows.length === 1 && row?.kind === 'folder' ? row.prefix : folder;
  const name = whole.slice(whole.lastIndexOf('/', whole.length - 2) + 1, -1);
  return name === '' || exactName(name) !== name ? bucket : name;
}

/** Deletes objects, and folders with all that is in them. */
export function DeleteObjectsDialog(props: About<{ rows: readonly ObjectRow[] }>) {
  const { rows, bucket, onClose, onChanged } = props;
  const t = useTranslations('storage-list.delete');
  const scope = useGroup();
  const [run, setRun] = useState<number | null>(null);
  const finding = useFound(bucket, rows);
  const [first] = rows;
  const name = first ? objectIdentity.name(first) : '';
  const of = { count: rows.length, name };
  const start = () => {
    const params = groupParams(scope);
    const run = startDeleting(rows, {
      objects: (keys) => deleteObjects(params, { bucket, objects: keys.map((key) => ({ key })) }),
      folder: (prefix) => deleteFolderStep(params, { bucket, prefix }),
    });
    const { found } = finding;
    setRun(
      keepRun({
        run,
        title: t('running', of),
        total: found && !found.more ? found.objects.length : null,
        verb: 'deleted',
        nameOf: (item) => item.name,
        done: (count) => t('done', { count }),
        onChanged: () => onChanged(goneOf(rows, run.progress.current())),
      }),
    );
  };
  if (run !== null) return <RunDialog id={run} onClose={onClose} />;
  return <Ask {...props} {...{ finding, title: t('title', of) }} onConfirm={start} />;
}

/** The ids of the lines that a deletion took away; undefined where it hasn't finished, so that nobody can tell. */
function goneOf(
  rows: readonly ObjectRow[],
  { left, failed }: RunProgress<DeleteItem>,
): ReadonlySet<string> | undefined {
  if (left > 0) return undefined;
  const gone = new Set(rows.map(entryId));
  for (const { item } of failed) {
    gone.delete(`${item.kind} ${item.name}`);
    for (const row of rows)
      if (row.kind === 'folder' && item.name.startsWith(row.prefix)) gone.delete(entryId(row));
  }
  return gone;
}

function Ask({
  rows,
  bucket,
  folder,
  finding,
  title,
  onConfirm,
  onClose,
}: Omit<About<{ rows: readonly ObjectRow[] }>, 'onChanged'> & {
  finding: ReturnType<typeof useFound>;
  title: string;
  onConfirm: () => void;
}) {
  const t = useTranslations('storage-list.delete');
  const ui = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const { found, problem } = finding;
  const name = nameToType(rows, folder, bucket);
  const asks = found !== null && (found.more || found.objects.length >= typedFrom);
  const reason =
    found === null && problem === null
      ? t('counting')
      : asks && !sameAsSeen(typed, name)
        ? ui('typeNameFirst')
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (reason === null) onConfirm();
  };
  return (
    <Dialog open {...{ title, onClose }}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <FoundNote of={finding} />
        <Kept bucket={bucket} />
        {asks ? <TypeNameField name={name} typed={typed} onType={setTyped} /> : null}
        <DialogButtons {...{ onClose, reason }} pending={false} danger confirm={t('confirm')} />
      </form>
    </Dialog>
  );
}

/** Says whether what is deleted can come back. */
function Kept({ bucket }: { bucket: string }) {
  const t = useTranslations('storage-list.delete.keeps');
  const { identity } = usePerson();
  const params = groupParams(useGroup());
  const { data, error } = useQuery<Versioning, ProblemError>({
    queryKey: [...storageKey(identity, params.uuid), 'versioning', bucket],
    queryFn: ({ signal }) => readVersioning(params, bucket, signal),
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (error && error.problem.code !== 'not_offered') return <p>{t('unknown')}</p>;
  return <p>{t(error ? 'off' : (data?.state ?? 'unread'))}</p>;
}
