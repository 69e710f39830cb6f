export {
  MetalDetailPage as default,
  generateMetadata,
} from '@/components/organization/bare-metal/detail-page';
