import { VmListPage } from '@/components/vms/list-page';
import { pageTitle } from '@/components/vms/page-title';

export const generateMetadata = () => pageTitle('title');

export default async function Page({
  params,
}: {
  params: Promise<{ org: string; project: string }>;
}) {
  return <VmListPage scope={await params} />;
}
