'use client';
import { useTranslations } from 'use-intl';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import type { ObjectDetails, ObjectRef } from '@/lib/storage/shapes';
import { LinkKeyButton } from '../key-panel';
import { ObjectName } from '../object-name';
import { StoreProblem } from '../store-problem';
import { storeTroubleOf, wantsKey } from '../store-trouble';
import { objectNames, useReadActions } from './actions';
import { AddressPanel } from './address-panel';
import { CommandPanel } from './command-panel';
import { DetailsPanel, MetadataPanel } from './details-panel';
import { ObjectGone } from './gone';
import { placeOf } from './place';
import { PreviewPanel } from './preview/preview-panel';
import { useObject, useVersions } from './use-object';
import { VersionsPanel } from './versions-panel';

interface Props {
  object: ObjectRef;
  host: string | null;
  mayChange: boolean;
}

/** An object as the storage itself tells of it. */
export function StoredObjectView(props: Props) {
  const { object } = props;
  const t = useTranslations('storage-object');
  const query = useObject(object);
  const { data, error } = query;
  if (data) return <Shown {...props} details={data} />;
  if (error?.problem.code === 'not_found') return <Missing {...props} />;
  return (
    <>
      <PageHeader title={<ObjectName text={placeOf(object.key).name} />} />
      {error ? (
        <StoreProblem
          problem={error.problem}
          what={t('failed')}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          actions={wantsKey(storeTroubleOf(error.problem)) ? <LinkKeyButton size="sm" /> : null}
        />
      ) : (
        <TableSkeleton label={t('loading')} />
      )}
    </>
  );
}

function Shown({ object, host, mayChange, details }: Props & { details: ObjectDetails }) {
  const { bucket, key } = object;
  return (
    <>
      <Head object={object} host={host} />
      {object.version === undefined ? null : <OfVersion object={object} />}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <PreviewPanel object={object} details={details} />
          <VersionsPanel object={object} mayChange={mayChange} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DetailsPanel details={details} />
          <AddressPanel bucket={bucket} objectKey={key} host={host} />
          <MetadataPanel metadata={details.metadata} />
          <CommandPanel object={object} host={host} />
        </div>
      </div>
    </>
  );
}

function Head({ object: { bucket, key, version }, host }: Pick<Props, 'object' | 'host'>) {
  const actions = useReadActions(bucket, host);
  // The page itself is open, and the commands stand on it.
  const shown = actions.filter(({ id }) => id === 'download' || id === 'share');
  const row = { kind: 'object' as const, key, ...(version === undefined ? {} : { version }) };
  return (
    <PageHeader
      title={<ObjectName text={placeOf(key).name} />}
      actions={<ActionButtons actions={shown} row={row} identity={objectNames} />}
    />
  );
}

/** Says that the page shows one version, and leads to the latest. */
function OfVersion({ object: { bucket, key } }: Pick<Props, 'object'>) {
  const t = useTranslations('storage-object');
  const scope = useGroup();
  return (
    <div className="mb-4">
      <Callout>
        <p>
          {t('oneVersion')}{' '}
          <TextLink href={paths.object(scope, bucket, key)}>{t('toLatest')}</TextLink>
        </p>
      </Callout>
    </div>
  );
}

/** A key without an object. Its versions can be there still: a deletion leaves a marker on top of them. */
function Missing(props: Props) {
  const { object, mayChange } = props;
  const { bucket, key } = object;
  const t = useTranslations('storage-object');
  const { data = [], isPending } = useVersions(object);
  if (isPending) return <TableSkeleton label={t('loading')} />;
  if (data.length === 0) return <ObjectGone bucket={bucket} objectKey={key} />;
  return (
    <>
      <PageHeader title={<ObjectName text={placeOf(key).name} />} />
      <div className="flex flex-col gap-4">
        <Callout tone="warn" role="status" title={t('deleted.title')}>
          <p>{t(object.version === undefined ? 'deleted.text' : 'deleted.versionText')}</p>
        </Callout>
        <VersionsPanel object={object} mayChange={mayChange} />
      </div>
    </>
  );
}
