import { pageTitle } from '@/components/vms/page-title';
import { NewVmPage } from '@/components/vms/wizard-page';

export const generateMetadata = () => pageTitle('create');

export default async function Page({
  params,
}: {
  params: Promise<{ org: string; project: string }>;
}) {
  return <NewVmPage scope={await params} />;
}
