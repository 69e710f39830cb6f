export {
  ClusterDetailPage as default,
  generateMetadata,
} from '@/components/organization/clusters/detail-page';
