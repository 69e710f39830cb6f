export { NewVmPage as default, generateMetadata } from '@/components/vms/wizard-page';
