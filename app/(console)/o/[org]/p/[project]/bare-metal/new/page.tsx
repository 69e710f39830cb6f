export {
  NewMetalPage as default,
  generateMetadata,
} from '@/components/organization/bare-metal/order-page';
