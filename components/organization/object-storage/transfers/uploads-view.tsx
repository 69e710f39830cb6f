'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { BucketGate, type BucketProps } from '../bucket-gate';
import { UnfinishedUploads } from './unfinished';

/** The page of a bucket's unfinished uploads. */
export function UploadsView({ mayChange, ...of }: BucketProps) {
  const t = useTranslations('transfers.unfinished');
  const scope = useGroup();
  const { bucket } = of;
  const trail = [{ label: bucket, href: paths.bucket(scope, bucket) }, { label: t('caption') }];
  return (
    <BucketGate {...of} trail={trail} title={t('caption')}>
      {() => (
        <>
          <PageHeader title={t('caption')} />
          <UnfinishedUploads bucket={bucket} mayChange={mayChange} />
        </>
      )}
    </BucketGate>
  );
}
