import { NewVmPage as Wizard } from '@/components/organization/vms/wizard-page';
import type { GroupScope } from '@/lib/paths';
import { organizationRate } from './organization-rate';

export { generateMetadata } from '@/components/organization/vms/wizard-page';

/** The page that creates a virtual machine. It shows what the organization spends already. */
export function NewVmPage({ params }: { params: Promise<GroupScope> }) {
  return <Wizard params={params} rateOf={organizationRate} />;
}
