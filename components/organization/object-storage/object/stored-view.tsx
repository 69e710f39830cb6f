'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { ObjectDetails, ObjectRef } from '@/lib/storage/shapes';
import { LinkKeyButton } from '../key-panel';
import { ObjectName } from '../object-name';
import { StoreProblem } from '../store-problem';
import { storeTroubleOf, wantsKey } from '../store-trouble';
import { AddressPanel } from './address-panel';
import { DetailsPanel, MetadataPanel } from './details-panel';
import { ObjectGone } from './gone';
import { placeOf } from './place';
import { useObject } from './use-object';

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
  if (error?.problem.code === 'not_found')
    return <ObjectGone bucket={object.bucket} objectKey={object.key} />;
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

function Shown({ object, host, details }: Props & { details: ObjectDetails }) {
  const { bucket, key } = object;
  return (
    <>
      <PageHeader title={<ObjectName text={placeOf(key).name} />} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <DetailsPanel details={details} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <AddressPanel bucket={bucket} objectKey={key} host={host} />
          <MetadataPanel metadata={details.metadata} />
        </div>
      </div>
    </>
  );
}
