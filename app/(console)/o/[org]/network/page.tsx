export {
  NetworkPage as default,
  generateMetadata,
} from '@/components/organization/network/network-page';
