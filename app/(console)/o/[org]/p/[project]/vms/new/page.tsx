export { NewVmPage as default, generateMetadata } from '@/components/organization/vms/wizard-page';
