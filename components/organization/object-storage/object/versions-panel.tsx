'use client';
import { Download, Eye, RotateCcw, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { MenuTable, useMenuColumn } from '@/components/parts/tables/menu-table';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import type { Column } from '@/components/parts/tables/columns';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { bytes } from '@/lib/format';
import { paths } from '@/lib/paths';
import { problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { nextOf, type ObjectRef, type ObjectVersion } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { storageChange } from '../actions';
import { copyStep, deleteObjects, downloadUrl } from '../calls';
import { exactName } from '../exact-name';
import { StoreProblem } from '../store-problem';
import { useVersioning } from '../use-bucket-settings';
import { uploadWire } from '../transfers/upload-calls';
import { startDownload } from './start-download';
import { useObjectChanged, useVersions } from './use-object';

interface Props {
  object: ObjectRef;
  mayChange: boolean;
}

const versionNames = {
  id: ({ version }: ObjectVersion) => version,
  name: ({ version }: ObjectVersion) => version,
};

/** The versions of a key, newest first, with the markers of its deletions. */
export function VersionsPanel({ object, mayChange }: Props) {
  const t = useTranslations('storage-object.versions');
  const query = useVersions(object);
  const { data, error, hasNextPage } = query;
  const [first] = data ?? [];
  // S3's name for a version from a time without versions.
  const plain = first?.version === 'null' && data?.length === 1 && !first.marker;
  const kept = useVersioning(object.bucket, plain).data?.state;
  if (plain && kept === 'off') return <NeverKept bucket={object.bucket} />;
  if (error?.problem.code === 'not_offered')
    return (
      <Panel title={t('title')}>
        <p className="text-muted">{t('notOffered')}</p>
      </Panel>
    );
  return (
    <Panel title={t('title')} flush={Boolean(data)}>
      {error ? (
        <StoreProblem
          problem={error.problem}
          what={t('failed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : null}
      {data ? (
        <>
          <VersionTable object={object} mayChange={mayChange} versions={data} />
          {hasNextPage ? (
            <div className="p-3">
              <Button
                size="sm"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('more')}
              </Button>
            </div>
          ) : null}
        </>
      ) : error ? null : (
        <TableSkeleton rows={2} label={t('loading')} />
      )}
    </Panel>
  );
}

function NeverKept({ bucket }: { bucket: string }) {
  const t = useTranslations('storage-object.versions');
  const scope = useGroup();
  return (
    <Panel title={t('title')}>
      <p className="text-muted">{t('neverKept')}</p>
      <p className="mt-2">
        <TextLink href={paths.bucketPart(scope, bucket, 'settings')}>{t('toSettings')}</TextLink>
      </p>
    </Panel>
  );
}

function VersionTable({
  object,
  mayChange,
  versions,
}: Props & { versions: readonly ObjectVersion[] }) {
  const t = useTranslations('storage-object.versions');
  const locale = useLocale();
  const scope = useGroup();
  const actions = useVersionActions(object, mayChange);
  const menu = useMenuColumn(actions, versionNames);
  const { bucket, key, version: shown } = object;
  const columns: Column<ObjectVersion>[] = [
    {
      id: 'modified',
      header: t('modified'),
      main: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-normal">
          {row.marker ? (
            <Instant iso={row.modified} as="exact" style="second" />
          ) : (
            <TextLink
              href={paths.object(scope, bucket, key, { version: row.version })}
              aria-current={row.version === shown ? 'true' : undefined}
            >
              <Instant iso={row.modified} as="exact" style="second" />
            </TextLink>
          )}
          {row.latest ? <Badge tone="accent">{t('latest')}</Badge> : null}
          {row.marker ? <Badge tone="warn">{t('marker')}</Badge> : null}
          {row.version === shown ? <Badge>{t('shown')}</Badge> : null}
        </span>
      ),
    },
    {
      id: 'size',
      header: t('size'),
      numeric: true,
      cell: (row) => (row.marker ? '–' : bytes(row.size, locale)),
    },
    {
      id: 'version',
      header: t('version'),
      cell: (row) => <span className="font-mono text-xs break-all">{exactName(row.version)}</span>,
    },
    menu,
  ];
  return (
    <MenuTable
      caption={t('title')}
      columns={columns}
      rows={versions}
      rowId={({ version }) => version}
    />
  );
}

function useVersionActions(
  { bucket, key }: ObjectRef,
  mayChange: boolean,
): readonly Action<ObjectVersion>[] {
  const t = useTranslations('storage-object');
  const scope = useGroup();
  const changed = useObjectChanged();
  const refusal = useRoleRefusal(mayChange, storageChange, t('noWrite'));
  return useMemo(() => {
    const verb = verbsOf<'storage-object', ObjectVersion>(t, versionNames);
    const params = groupParams(scope);
    const ofMarker = ({ marker }: ObjectVersion) => (marker ? t('versions.markerEmpty') : null);
    const guarded = (action: Action<ObjectVersion>) =>
      refusal ? refusedFor(action, refusal.disabledReason, refusal.onBlocked) : action;
    return [
      verb('versions.show', {
        icon: <Eye aria-hidden />,
        reason: ofMarker,
        href: ({ version }) => paths.object(scope, bucket, key, { version }),
      }),
      verb('versions.save', {
        icon: <Download aria-hidden />,
        reason: ofMarker,
        run: ({ version }) =>
          Promise.resolve(startDownload(downloadUrl(params, { bucket, key, version }))),
        done: null,
      }),
      guarded(
        verb('versions.restore', {
          icon: <RotateCcw aria-hidden />,
          reason: (row) => ofMarker(row) ?? (row.latest ? t('versions.isLatest') : null),
          confirm: {},
          run: async ({ version }) => {
            const of = { bucket, key, version, to: { bucket, key }, replace: true };
            let step = await copyStep(params, of);
            for (let id = step.upload_id; !step.done && id !== null; id = step.upload_id)
              try {
                step = await copyStep(params, { ...of, ...nextOf(step) });
              } catch (error) {
                // Its parts would take up space that is paid for.
                const ref = { bucket, key, upload_id: id };
                await uploadWire.abort({ scope, bucket, key }, ref).catch(() => {});
                throw error;
              }
            await changed({ bucket, key });
          },
        }),
      ),
      guarded(
        verb('versions.remove', {
          icon: <Trash2 aria-hidden />,
          group: 'end',
          danger: true,
          reason: () => null,
          confirm: {
            text: ([row]) => (
              <p>{t(row?.marker ? 'versions.remove.markerText' : 'versions.remove.text')}</p>
            ),
          },
          run: async ({ version }) => {
            const { failed } = await deleteObjects(params, { bucket, objects: [{ key, version }] });
            const [first] = failed;
            if (first) throw problem('backend_error', 502, first.why, { storage: first.why });
            await changed({ bucket, key });
          },
        }),
      ),
    ];
  }, [t, scope, bucket, key, changed, refusal]);
}
