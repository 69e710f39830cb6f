export {
  AccessPage as default,
  generateMetadata,
} from '@/components/organization/object-storage/access/page';
