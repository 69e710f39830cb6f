import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { storageAccess } from '@/lib/next/storage-key';
import { titleOf } from '@/lib/next/title';
import { withOutline } from '@/lib/next/with-outline';
import type { GroupScope } from '@/lib/paths';
import { machineRights } from '../vms/access';
import { groupParams } from '../vms/group';
import { BucketView } from './bucket-view';
import { storageInput } from './storage';
import { StorageAccess } from './use-key';

interface PageProps {
  params: Promise<GroupScope & { bucket: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  const [t, { bucket }] = await Promise.all([translator('object-storage'), pageParams(params)]);
  return titleOf(bucket, t('heading'));
}

async function Page(page: PageProps) {
  const { bucket, ...scope } = await pageParams(page.params);
  const [rights, access, { problem, answers }] = await Promise.all([
    machineRights(scope),
    storageAccess(groupParams(scope)),
    readForPage('A57', storageInput(scope)),
  ]);
  return (
    <Messages
      namespaces={['object-storage', 'storage-list', 'storage-object', 'transfers', 'machines']}
    >
      <Hydrate answers={answers}>
        <StorageAccess {...access}>
          <BucketView
            bucket={bucket}
            mayRead={rights.read}
            mayChange={rights.create}
            problem={problem}
          />
        </StorageAccess>
      </Hydrate>
    </Messages>
  );
}

/** The page of one bucket: its folders and objects. */
export const BucketPage = withOutline(ListLoading, Page);
