export {
  GroupPricesPage as default,
  generateMetadata,
} from '@/components/money/prices/group/catalogue-page';
