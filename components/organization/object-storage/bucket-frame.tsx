'use client';
import { useRouter } from 'next/navigation';
import { useCallback, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { bucketParts, paths, type BucketPart } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { buckets } from '@/lib/resources/awanio';
import { useBucketActions } from './actions';
import { BucketGate, type BucketProps } from './bucket-gate';
import { BucketStatus } from './bucket-status';
import { holds, useKnownBuckets, type KnownBucket } from './bucket-word';
import type { Storage } from './storage';

/**
 * The frame around the parts of a bucket: its name, its actions and its tabs. It is gone once A57 doesn't list it any more.
 * @param part the tab that is shown; the objects without one
 */
export function BucketFrame({
  part,
  children,
  ...of
}: Omit<BucketProps, 'mayChange'> & {
  mayChange: boolean;
  part?: BucketPart;
  children: (storage: Storage) => ReactNode;
}) {
  const scope = useGroup();
  const t = useTranslations('object-storage.parts');
  const { bucket, mayChange } = of;
  const trail = part
    ? [{ label: bucket, href: paths.bucket(scope, bucket) }, { label: t(part) }]
    : [{ label: bucket }];
  const tabs = [
    { href: paths.bucket(scope, bucket), label: t('objects') },
    ...bucketParts.map((one) => ({ href: paths.bucketPart(scope, bucket, one), label: t(one) })),
  ];
  return (
    <BucketGate {...of} trail={trail} title={bucket}>
      {(storage) => (
        <>
          <Head bucket={bucket} mayChange={mayChange} />
          <Tabs label={t('label')} tabs={tabs} />
          {children(storage)}
        </>
      )}
    </BucketGate>
  );
}

function Head({ bucket, mayChange }: { bucket: string; mayChange: boolean }) {
  const scope = useGroup();
  const router = useRouter();
  const left = useCallback(() => router.push(buckets.page(scope)), [router, scope]);
  const actions = useBucketActions(mayChange, left);
  const known = useKnownBuckets([{ name: bucket }])[0] ?? { name: bucket };
  const offered = actions.filter(({ id }) => !isHeld(known, id));
  return (
    <PageHeader
      title={bucket}
      status={
        <span role="status">
          <BucketStatus bucket={bucket} />
        </span>
      }
      actions={<ActionButtons actions={offered} row={known} identity={buckets} shown={2} />}
    />
  );
}

/** Whether an action sets what holds already. */
const isHeld = (bucket: KnownBucket, action: string): boolean =>
  (action === 'publish' && holds(bucket, 'public')) ||
  (action === 'unpublish' && holds(bucket, 'private'));
