import type { ComponentProps } from 'react';
import { NewVmPage as Wizard } from '@/components/organization/vms/wizard-page';
import { organizationRate } from './organization-rate';

export { generateMetadata } from '@/components/organization/vms/wizard-page';

/** The page that creates a virtual machine. It shows what the organization spends already. */
export function NewVmPage(page: Omit<ComponentProps<typeof Wizard>, 'rateOf'>) {
  return <Wizard {...page} rateOf={organizationRate} />;
}
