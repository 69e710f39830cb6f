'use client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { CloudOff, Play, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Updated } from '@/components/parts/answers/updated';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import * as column from '@/components/parts/tables/column';
import { DataTable, type ServerPages } from '@/components/parts/tables/data-table';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { TableSkeleton } from '@/components/ui/skeleton';
import { bytes } from '@/lib/format';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import type { UnfinishedPage, UnfinishedUpload } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { storageChange } from '../actions';
import { exactName } from '../exact-name';
import { LinkKeyButton } from '../key-panel';
import { ObjectName } from '../object-name';
import { StoreProblem } from '../store-problem';
import { storeTroubleOf, wantsKey } from '../store-trouble';
import { storageKey, useLinkable, useLinkedKey } from '../use-key';
import { readUnfinished, uploadWire } from './upload-calls';
import { useTransfers } from './use-transfers';

const ResumeDialog = lazyNamed(() => import('./resume-dialog'), 'ResumeDialog');

const identity = {
  id: ({ upload_id, key }: UnfinishedUpload) => `${upload_id} ${key}`,
  name: ({ key }: UnfinishedUpload) => exactName(key),
};

/** The storage tells neither how many pages there are, nor a page by its number. */
const oneOfMany: ServerPages<UnfinishedUpload> = {
  pages: null,
  search: false,
  read: () => Promise.resolve({ data: [], page: null }),
};

interface Props {
  bucket: string;
  /** Whether the person's role may change the storage here. */
  mayChange: boolean;
}

/** The uploads of a bucket that weren't finished: go on with them, or delete what was sent. Needs the messages `object-storage`, `transfers`. */
export function UnfinishedUploads(props: Props) {
  const t = useTranslations('transfers.unfinished');
  const store = useTranslations('object-storage.trouble');
  const linkable = useLinkable();
  const linked = Boolean(useLinkedKey().data);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted max-w-prose">{t('text')}</p>
      {linked ? (
        <Listed {...props} />
      ) : (
        <EmptyState
          icon={<CloudOff aria-hidden />}
          title={linkable ? t('needsKey') : store('notSet')}
          actions={<LinkKeyButton />}
        />
      )}
    </div>
  );
}

function Listed({ bucket, mayChange }: Props) {
  const t = useTranslations('transfers.unfinished');
  const scope = useGroup();
  const person = usePerson();
  const [token, setToken] = useState('');
  const query = useQuery<UnfinishedPage, ProblemError>({
    queryKey: [...storageKey(person.identity, groupParams(scope).uuid), 'uploads', bucket, token],
    queryFn: ({ signal }) => readUnfinished(scope, bucket, token, signal),
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const columns = useColumns();
  const actions = useActions(bucket, mayChange);
  const { data, error } = query;
  if (error)
    return (
      <StoreProblem
        problem={error.problem}
        what={t('failed')}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        actions={wantsKey(storeTroubleOf(error.problem)) ? <LinkKeyButton size="sm" /> : null}
      />
    );
  if (!data) return <TableSkeleton label={t('loading')} />;
  return (
    <div aria-busy={query.isPlaceholderData}>
      <DataTable
        id="unfinished-uploads"
        caption={t('caption')}
        rows={data.uploads}
        {...{ columns, actions, identity }}
        rowId={identity.id}
        server={oneOfMany}
        tools={<Updated query={query} />}
        empty={
          <div className="border-line bg-surface rounded-md border">
            <EmptyState icon={<CloudOff aria-hidden />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          </div>
        }
      />
      {token !== '' || data.next !== null ? (
        <nav aria-label={t('page')} className="mt-2 flex justify-end gap-2">
          {token !== '' ? (
            <Button size="sm" onClick={() => setToken('')}>
              {t('first')}
            </Button>
          ) : null}
          {data.next !== null ? (
            <Button size="sm" onClick={() => setToken(data.next ?? '')}>
              {t('next')}
            </Button>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}

function useColumns() {
  const t = useTranslations('transfers.unfinished');
  const locale = useLocale();
  const { transfers, snapshot } = useTransfers();
  // What this browser knows changes with the uploads of the page, but not at each tick.
  const known = snapshot.ids;
  return useMemo(
    () =>
      column.unsorted<UnfinishedUpload>([
        column.name('key', t('key'), ({ key }) => key, {
          cell: ({ key }) => <ObjectName text={key} />,
        }),
        column.text('size', t('size'), ({ size }) => size, {
          numeric: true,
          cell: ({ size }) => bytes(size, locale),
        }),
        column.count('parts', t('parts'), ({ parts }) => parts),
        column.instant('started', t('started'), ({ started }) => started),
        column.text('where', t('where'), ({ upload_id }) => {
          const view = known.length > 0 ? transfers.byUploadId(upload_id) : undefined;
          if (!view) return t('unknown');
          return view.state === 'needs-file' ? t('known') : t('here');
        }),
      ]),
    [t, locale, transfers, known],
  );
}

function useActions(bucket: string, mayChange: boolean): readonly Action<UnfinishedUpload>[] {
  const t = useTranslations('transfers');
  const words = useTranslations('object-storage');
  const scope = useGroup();
  const person = usePerson();
  const client = useQueryClient();
  const { transfers } = useTransfers();
  const refusal = useRoleRefusal(mayChange, storageChange, words('noWrite'));
  return useMemo(() => {
    const verb = verbsOf<'transfers', UnfinishedUpload>(t, identity);
    const pages = [...storageKey(person.identity, groupParams(scope).uuid), 'uploads', bucket];
    const goingOn = ({ upload_id }: UnfinishedUpload) => {
      const state = transfers.byUploadId(upload_id)?.state;
      return state === 'uploading' || state === 'retrying' || state === 'waiting';
    };
    const all = [
      verb('unfinished.resume', {
        icon: <Play aria-hidden />,
        reason: (row) => (goingOn(row) ? t('unfinished.resume.busy') : null),
        dialog: (row, close) => <ResumeDialog {...{ bucket, row }} onClose={close} />,
        done: null,
      }),
      verb('unfinished.abort', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: () => null,
        confirm: {},
        run: async (row) => {
          const { key, upload_id } = row;
          const here = transfers.byUploadId(upload_id);
          if (here) await transfers.cancel([here.id]);
          else await uploadWire.abort({ scope, bucket, key }, { bucket, key, upload_id });
          client.setQueriesData<UnfinishedPage>(
            { queryKey: pages },
            (page) =>
              page && {
                ...page,
                uploads: page.uploads.filter((each) => identity.id(each) !== identity.id(row)),
              },
          );
        },
      }),
    ];
    return refusal
      ? all.map((action) => refusedFor(action, refusal.disabledReason, refusal.onBlocked))
      : all;
  }, [t, scope, person, client, transfers, refusal, bucket]);
}
