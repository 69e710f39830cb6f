export { VmDetailPage as default, generateMetadata } from '@/components/vms/detail-page';
