export {
  VmDetailPage as default,
  generateMetadata,
} from '@/components/organization/vms/detail-page';
