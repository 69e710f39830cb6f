import { VmDetailPage } from '@/components/vms/detail-page';
import { pageTitle } from '@/components/vms/page-title';

export const generateMetadata = () => pageTitle('title');

type Params = { org: string; project: string } & { vm: string };

export default async function Page({ params }: { params: Promise<Params> }) {
  const { vm, ...scope } = await params;
  return <VmDetailPage scope={scope} uuid={vm} />;
}
