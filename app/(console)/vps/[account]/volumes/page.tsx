import type { Metadata } from 'next';
import { readForPage } from '@/lib/next/read-for-page';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { CreateVolume, VolumeList } from '@/components/vps/volumes/volume-list';
import { volumesInput } from '@/components/vps/volumes/volume';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('volumes'))('heading') };
}

async function VolumesPage({ params, searchParams }: Props) {
  const [{ account }, query, t] = await Promise.all([
    pageParams(params),
    searchParams,
    translator('volumes'),
  ]);
  const one = (name: string) => [query[name]].flat()[0] ?? null;
  const { problem, answers } = await readForPage('D64', volumesInput({ get: one }), account);
  const reason = problem?.code === 'no_access' ? t('noAccessReason') : null;
  return (
    <Messages namespaces={['volumes', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={<CreateVolume reason={reason} />}
      />
      <Hydrate answers={answers}>
        <VolumeList problem={problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, VolumesPage);
