export {
  VolumeListPage as default,
  generateMetadata,
} from '@/components/organization/volumes/list-page';
