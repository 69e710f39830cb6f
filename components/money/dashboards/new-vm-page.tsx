import { NewVmPage as Wizard } from '@/components/organization/vms/wizard-page';
import type { GroupScope } from '@/lib/paths';
import { organizationRate } from './organization-rate';

export { generateMetadata } from '@/components/organization/vms/wizard-page';

/** The wizard of a virtual machine, which is told what its organization spends. */
export function NewVmPage({ params }: { params: Promise<GroupScope> }) {
  return <Wizard params={params} rateOf={organizationRate} />;
}
