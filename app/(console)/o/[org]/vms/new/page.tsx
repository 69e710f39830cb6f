import { pageTitle } from '@/components/vms/page-title';
import { NewVmPage } from '@/components/vms/wizard-page';
import { groupOf } from '@/lib/paths';

export const generateMetadata = () => pageTitle('create');

export default async function Page({ params }: { params: Promise<{ org: string }> }) {
  return <NewVmPage scope={groupOf(await params)} />;
}
