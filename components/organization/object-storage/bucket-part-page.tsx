import type { Metadata } from 'next';
import type { ComponentType } from 'react';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { storageAccess } from '@/lib/next/storage-key';
import { titleOf } from '@/lib/next/title';
import type { BucketPart, GroupScope } from '@/lib/paths';
import { machineRights } from '../vms/access';
import { groupParams } from '../vms/group';
import type { BucketProps } from './bucket-gate';
import { storageInput } from './storage';
import { StorageAccess } from './use-key';

/** The props of a page about one bucket. */
export interface BucketPageProps {
  params: Promise<GroupScope & { bucket: string }>;
}

/** The title of a bucket's page. @param part a tab; the objects without one */
export const bucketTitle =
  (part?: BucketPart) =>
  async ({ params }: BucketPageProps): Promise<Metadata> => {
    const [t, { bucket }] = await Promise.all([translator('object-storage'), pageParams(params)]);
    return titleOf(bucket, part ? t(`parts.${part}`) : t('heading'));
  };

/** A part of a bucket's pages with what all of them read; the page around it gives the messages. */
export async function bucketPart(
  View: ComponentType<BucketProps>,
  { params }: BucketPageProps,
): Promise<React.JSX.Element> {
  const { bucket, ...scope } = await pageParams(params);
  const [rights, access, { problem, answers }] = await Promise.all([
    machineRights(scope),
    storageAccess(groupParams(scope)),
    readForPage('A57', storageInput(scope)),
  ]);
  return (
    <Hydrate answers={answers}>
      <StorageAccess {...access}>
        <View bucket={bucket} mayRead={rights.read} mayChange={rights.create} problem={problem} />
      </StorageAccess>
    </Hydrate>
  );
}
