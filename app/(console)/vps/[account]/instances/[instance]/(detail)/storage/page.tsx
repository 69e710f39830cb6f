import { readForPage } from '@/lib/next/read-for-page';
import { instanceTitle } from '@/components/vps/instances/instance-title';
import { Messages } from '@/components/parts/shell/messages';
import { PartLoading } from '@/components/parts/shell/page-loading';
import { InstanceVolumes } from '@/components/vps/volumes/instance-volumes';
import { machineVolumesInput } from '@/components/vps/volumes/volume';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  return instanceTitle(params, (await translator('volumes'))('tab.title'));
}

/** The tab with the volumes of an instance. */
async function InstanceStoragePage({ params }: Props) {
  const { account, instance } = await pageParams(params);
  const { problem, answers } = await readForPage('D64', machineVolumesInput(instance), account);
  return (
    <Messages namespaces={['volumes']}>
      <Hydrate answers={answers}>
        <InstanceVolumes instance={instance} problem={problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(PartLoading, InstanceStoragePage);
