export {
  UploadsPage as default,
  generateMetadata,
} from '@/components/organization/object-storage/transfers/uploads-page';
