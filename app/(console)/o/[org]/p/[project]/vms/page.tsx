export { VmListPage as default, generateMetadata } from '@/components/organization/vms/list-page';
