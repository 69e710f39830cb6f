export {
  MetalListPage as default,
  generateMetadata,
} from '@/components/organization/bare-metal/list-page';
