export { VmListPage as default, generateMetadata } from '@/components/vms/list-page';
