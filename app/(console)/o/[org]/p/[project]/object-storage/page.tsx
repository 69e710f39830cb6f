export {
  StorageListPage as default,
  generateMetadata,
} from '@/components/organization/object-storage/list-page';
