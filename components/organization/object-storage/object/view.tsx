'use client';
import type { Crumb } from '@/components/parts/shell/breadcrumbs';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { hostOf } from '../address';
import { BucketGate, type BucketProps } from '../bucket-gate';
import { exactName } from '../exact-name';
import { ObjectName } from '../object-name';
import { useLinkedKey } from '../use-key';
import { ObjectGone } from './gone';
import { ListedObjectView } from './listed-view';
import { placeOf } from './place';
import { StoredObjectView } from './stored-view';

/** The page of one object, or of one of its versions. */
export function ObjectView({
  objectKey: key,
  version,
  mayChange,
  ...of
}: BucketProps & { objectKey: string; version: string | null }) {
  const { bucket } = of;
  const scope = useGroup();
  const linked = Boolean(useLinkedKey().data);
  const { folders, name } = placeOf(key);
  const trail: Crumb[] = [
    { label: bucket, href: paths.bucket(scope, bucket) },
    ...folders.map((step) => ({
      label: exactName(step.name),
      href: paths.bucket(scope, bucket, { prefix: step.prefix }),
    })),
    { label: exactName(name) },
  ];
  return (
    <BucketGate
      {...of}
      trail={key === '' ? trail.slice(0, 1) : trail}
      title={<ObjectName text={name} />}
    >
      {(storage) =>
        key === '' ? (
          <ObjectGone bucket={bucket} objectKey={key} />
        ) : linked ? (
          <StoredObjectView
            object={{ bucket, key, ...(version === null ? {} : { version }) }}
            host={hostOf(storage)}
            mayChange={mayChange}
          />
        ) : (
          <ListedObjectView bucket={bucket} objectKey={key} host={hostOf(storage)} />
        )
      }
    </BucketGate>
  );
}
