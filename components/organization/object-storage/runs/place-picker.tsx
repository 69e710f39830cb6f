'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CornerLeftUp, Folder } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import type { ProblemError } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { isolated } from '@/lib/intl/foreign';
import type { Listing } from '@/lib/storage/listing';
import { groupParams } from '../../vms/group';
import { readObjects } from '../calls';
import { folderOf } from '../folders';
import { ObjectName } from '../object-name';
import { storageInput } from '../storage';
import { StoreProblem } from '../store-problem';
import { storageKey } from '../use-key';
import { folderAround } from './names';

/** Lines that are looked through for folders. */
const mostLines = 1000;

interface Place {
  bucket: string;
  /** What is typed: a folder's whole name, with or without its last slash. */
  folder: string;
}

/** Chooses a bucket and a folder in it, from what is there or a new one. */
export function PlacePicker({
  value,
  onChange,
}: {
  value: Place;
  onChange: (place: Place) => void;
}) {
  const t = useTranslations('storage-list.place');
  const scope = useGroup();
  const storage = useBackendQuery('A57', storageInput(scope));
  const buckets = storage.data?.buckets.map(({ name }) => name) ?? [value.bucket];
  return (
    <>
      <Select
        label={t('bucket')}
        value={value.bucket}
        onChange={(event) => onChange({ bucket: event.target.value, folder: '' })}
      >
        {buckets.map((name) => (
          <option key={name} value={name}>
            {isolated(name)}
          </option>
        ))}
      </Select>
      <TextField
        mono
        label={t('folder')}
        hint={t('folderHint')}
        value={value.folder}
        onChange={(event) => onChange({ ...value, folder: event.target.value })}
      />
      <Folders {...value} onOpen={(folder) => onChange({ ...value, folder })} />
    </>
  );
}

const line =
  'hover:bg-hover focus-visible:outline-focus flex w-full items-center gap-2 rounded-sm px-2 py-1 text-left';

/** The folders whose names begin as is typed. */
function Folders({ bucket, folder, onOpen }: Place & { onOpen: (folder: string) => void }) {
  const t = useTranslations('storage-list.place');
  const { identity } = usePerson();
  const params = groupParams(useGroup());
  const around = folderOf(folder);
  const { data, error, refetch } = useQuery<Listing, ProblemError>({
    queryKey: [...storageKey(identity, params.uuid), 'folders', bucket, folder],
    queryFn: ({ signal }) =>
      readObjects(params, { bucket, prefix: folder, token: '', max: mostLines }, signal),
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (error)
    return (
      <StoreProblem problem={error.problem} what={t('failed')} onRetry={() => void refetch()} />
    );
  if (!data) return <Skeleton className="h-24" />;
  return (
    <ul
      aria-label={t('folders')}
      className="border-line max-h-44 overflow-y-auto rounded-md border p-1"
    >
      {around === '' ? null : (
        <li>
          <button type="button" className={line} onClick={() => onOpen(folderAround(around))}>
            <CornerLeftUp aria-hidden className="text-faint size-4 shrink-0" />
            {t('up')}
          </button>
        </li>
      )}
      {data.prefixes.map((prefix) => (
        <li key={prefix}>
          <button type="button" className={line} onClick={() => onOpen(prefix)}>
            <Folder aria-hidden className="text-faint size-4 shrink-0" />
            <ObjectName text={prefix.slice(folderAround(prefix).length) || '/'} />
          </button>
        </li>
      ))}
      {data.prefixes.length === 0 ? <li className="text-muted px-2 py-1">{t('none')}</li> : null}
      {data.next === null ? null : <li className="text-muted px-2 py-1">{t('more')}</li>}
    </ul>
  );
}
