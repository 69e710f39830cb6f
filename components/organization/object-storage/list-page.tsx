import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
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
import { storageInput } from './storage';
import { StorageView } from './storage-view';
import { StorageAccess } from './use-key';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('object-storage'))('heading') };
}

async function ListPage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  const [t, rights, access, storage, list] = await Promise.all([
    translator('object-storage'),
    machineRights(scope), // Object storage asks for the same rights as machines.
    storageAccess(groupParams(scope)),
    readForPage('A55', storageInput(scope)),
    readForPage('A57', storageInput(scope)),
  ]);
  return (
    <Messages namespaces={['object-storage', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <Hydrate answers={[...storage.answers, ...list.answers]}>
        <StorageAccess {...access}>
          <StorageView
            mayRead={rights.read}
            mayChange={rights.create}
            problem={storage.problem}
            listProblem={list.problem}
          />
        </StorageAccess>
      </Hydrate>
    </Messages>
  );
}

/** The page with the object storage of an organization or project: its address, its keys and its buckets. */
export const StorageListPage = withOutline(ListLoading, ListPage);
