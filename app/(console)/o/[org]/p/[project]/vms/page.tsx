import { VmListPage } from '@/components/vms/list-page';
import { pageTitle } from '@/components/vms/page-title';
import { groupOf } from '@/lib/paths';

export const generateMetadata = () => pageTitle('title');

export default async function Page({
  params,
}: {
  params: Promise<{ org: string; project: string }>;
}) {
  return <VmListPage scope={groupOf(await params)} />;
}
