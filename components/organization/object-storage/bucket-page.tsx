import type { Metadata } from 'next';
import type { ComponentType } from 'react';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { storageAccess } from '@/lib/next/storage-key';
import { titleOf } from '@/lib/next/title';
import { withOutline } from '@/lib/next/with-outline';
import type { Namespace } from '@/lib/intl/namespaces';
import type { BucketPart, GroupScope } from '@/lib/paths';
import { machineRights } from '../vms/access';
import { groupParams } from '../vms/group';
import type { BucketProps } from './bucket-gate';
import { BucketView } from './bucket-view';
import { storageInput } from './storage';
import { StorageAccess } from './use-key';

interface Props {
  params: Promise<GroupScope & { bucket: string }>;
}

/** The title of a bucket's page. @param part a tab; the objects without one */
export const bucketTitle =
  (part?: BucketPart) =>
  async ({ params }: Props): Promise<Metadata> => {
    const [t, { bucket }] = await Promise.all([translator('object-storage'), pageParams(params)]);
    return titleOf(bucket, part ? t(`parts.${part}`) : t('heading'));
  };

/** A part of a bucket's pages with what all of them read. */
export function bucketPage(
  View: ComponentType<BucketProps>,
  more: readonly Namespace[] = [],
): (props: Props) => Promise<React.JSX.Element> {
  return async function Page({ params }) {
    const { bucket, ...scope } = await pageParams(params);
    const [rights, access, { problem, answers }] = await Promise.all([
      machineRights(scope),
      storageAccess(groupParams(scope)),
      readForPage('A57', storageInput(scope)),
    ]);
    return (
      <Messages namespaces={['object-storage', 'machines', ...more]}>
        <Hydrate answers={answers}>
          <StorageAccess {...access}>
            <View
              bucket={bucket}
              mayRead={rights.read}
              mayChange={rights.create}
              problem={problem}
            />
          </StorageAccess>
        </Hydrate>
      </Messages>
    );
  };
}

export const generateMetadata = bucketTitle();

/** The page of one bucket: its folders and objects. */
export const BucketPage = withOutline(
  ListLoading,
  bucketPage(BucketView, ['storage-list', 'storage-object', 'transfers']),
);
