'use client';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import type { DialogProps } from '@/components/ui/dialog-props';
import { Callout } from '@/components/ui/callout';
import { ObjectName } from '../object-name';
import { ProgressBar } from '@/components/ui/progress-bar';
import { bytes, number } from '@/lib/format';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import type { ZipAsked, ZipPlan } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { planZip, zipUrl } from '../calls';
import type { ObjectRow } from '../object-columns';
import { wholeName } from '../object-identity';
import { StoreProblem } from '../store-problem';
import { storageKey } from '../use-key';

/** What a selection asks for. One folder is the zip file's own; null stands for all of the folder. */
export function zipAsked(
  bucket: string,
  folder: string,
  rows: readonly ObjectRow[] | null,
): ZipAsked {
  if (rows === null) return { bucket, folder, keys: null };
  const [row] = rows;
  if (rows.length === 1 && row?.kind === 'folder')
    return { bucket, folder: row.prefix, keys: null };
  return { bucket, folder, keys: rows.map(wholeName) };
}

/** Tells what a zip file would hold, and lets the browser save it. @param rows null for everything in the folder */
export function ZipDialog({
  bucket,
  folder,
  rows,
  onClose,
}: DialogProps<{ bucket: string; folder: string; rows: readonly ObjectRow[] | null }>) {
  const t = useTranslations('storage-list.zip');
  const { identity } = usePerson();
  const params = groupParams(useGroup());
  const frame = useId();
  const sent = useRef(false);
  const [state, setState] = useState<'asks' | 'begun' | 'failed'>('asks');
  const [asked] = useState(() => zipAsked(bucket, folder, rows));
  const { data, error, isFetching, refetch } = useQuery<ZipPlan, ProblemError>({
    // A selection of thousands is no key.
    queryKey: [...storageKey(identity, params.uuid), 'zip', frame],
    queryFn: ({ signal }) => planZip(params, asked, signal),
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog open {...{ onClose }} title={t('label')}>
      <form
        method="post"
        action={zipUrl(params)}
        target={frame}
        onSubmit={() => {
          sent.current = true;
          setState('begun');
        }}
        className="flex flex-col gap-3"
      >
        <input type="hidden" name="request" value={JSON.stringify(asked)} />
        {error ? (
          <StoreProblem
            problem={error.problem}
            what={t('failed')}
            onRetry={() => void refetch()}
            retrying={isFetching}
          />
        ) : data ? (
          <Plan of={data} />
        ) : (
          <>
            <p role="status">{t('counting')}</p>
            <ProgressBar label={t('counting')} />
          </>
        )}
        {state === 'begun' ? <p role="status">{t('begun')}</p> : null}
        {state === 'failed' ? <Callout tone="danger" role="alert" title={t('notBegun')} /> : null}
        <DialogButtons
          {...{ onClose }}
          pending={false}
          reason={
            data ? (data.objects === 0 ? t('nothing') : null) : t(error ? 'failed' : 'counting')
          }
          confirm={t('confirm')}
        />
      </form>
      <iframe
        name={frame}
        title={t('label')}
        hidden
        // A download shows nothing in it; what it shows is a refusal.
        onLoad={() => {
          if (sent.current) setState('failed');
        }}
      />
    </Dialog>
  );
}

function Plan({ of: { name, objects, size, renamed } }: { of: ZipPlan }) {
  const t = useTranslations('storage-list.zip');
  const locale = useLocale();
  return (
    <>
      <p className="font-mono">
        <ObjectName text={name} />
      </p>
      <p role="status" className="tabular">
        {t('holds', { count: number(objects, locale), size: bytes(size, locale) })}
      </p>
      {renamed > 0 ? <p>{t('renamed', { count: renamed })}</p> : null}
    </>
  );
}
