export {
  ClusterListPage as default,
  generateMetadata,
} from '@/components/organization/clusters/list-page';
