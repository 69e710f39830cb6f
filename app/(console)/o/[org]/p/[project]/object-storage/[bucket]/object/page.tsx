export {
  ObjectPage as default,
  generateMetadata,
} from '@/components/organization/object-storage/object/page';
