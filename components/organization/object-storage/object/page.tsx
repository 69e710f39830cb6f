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
import { machineRights } from '../../vms/access';
import { groupParams } from '../../vms/group';
import { exactName } from '../exact-name';
import { storageInput } from '../storage';
import { StorageAccess } from '../use-key';
import { placeOf } from './place';
import { ObjectView } from './view';

interface Props {
  params: Promise<GroupScope & { bucket: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The object that the URL names. The key is empty where it names none. */
async function asked({ params, searchParams }: Props) {
  const [{ bucket, ...scope }, query] = await Promise.all([pageParams(params), searchParams]);
  const one = (name: string) => [query[name]].flat()[0] ?? '';
  return { scope, bucket, objectKey: one('key'), version: one('version') || null };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { bucket, objectKey }] = await Promise.all([
    translator('storage-object'),
    asked(props),
  ]);
  if (objectKey === '') return { title: t('heading') };
  return { title: t('title', { name: exactName(placeOf(objectKey).name), bucket }) };
}

async function Page(props: Props) {
  const { scope, ...of } = await asked(props);
  const [rights, access, { problem, answers }] = await Promise.all([
    machineRights(scope),
    storageAccess(groupParams(scope)),
    readForPage('A57', storageInput(scope)),
  ]);
  return (
    <Messages namespaces={['object-storage', 'storage-object', 'machines']}>
      <Hydrate answers={answers}>
        <StorageAccess {...access}>
          <ObjectView
            // Another object is another page, also where the router only changes the query.
            key={`${of.version ?? ''} ${of.objectKey}`}
            {...of}
            mayRead={rights.read}
            mayChange={rights.create}
            problem={problem}
          />
        </StorageAccess>
      </Hydrate>
    </Messages>
  );
}

/** The page of one object: what it is, its preview, its versions. */
export const ObjectPage = withOutline(ListLoading, Page);
