import type { Metadata } from 'next';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { storageAccess } from '@/lib/next/storage-key';
import { withOutline } from '@/lib/next/with-outline';
import type { GroupScope } from '@/lib/paths';
import { machineRights } from '../vms/access';
import { groupParams } from '../vms/group';
import { BucketView } from './bucket-view';
import { storageInput } from './storage';
import { StorageAccess } from './use-key';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('object-storage'))('heading') };
}

async function Page(page: { params: Promise<GroupScope & { bucket: string }> }) {
  const { bucket, ...scope } = await pageParams(page.params);
  const [rights, access, { problem, answers }] = await Promise.all([
    machineRights(scope),
    storageAccess(groupParams(scope)),
    readForPage('A57', storageInput(scope)),
  ]);
  return (
    <Messages namespaces={['object-storage', 'storage-list', 'machines']}>
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
