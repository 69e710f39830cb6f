export {
  BucketPage as default,
  generateMetadata,
} from '@/components/organization/object-storage/bucket-page';
