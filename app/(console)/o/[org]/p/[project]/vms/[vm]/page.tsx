import { VmDetailPage } from '@/components/vms/detail-page';
import { pageTitle } from '@/components/vms/page-title';
import { decodePart } from '@/lib/contract/well-formed';
import { groupOf } from '@/lib/paths';

export const generateMetadata = () => pageTitle('title');

type Params = { org: string; project: string } & { vm: string };

export default async function Page({ params }: { params: Promise<Params> }) {
  const { vm, ...scope } = await params;
  return <VmDetailPage scope={groupOf(scope)} uuid={decodePart(vm)} />;
}
