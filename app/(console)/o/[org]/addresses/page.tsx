export {
  AddressListPage as default,
  generateMetadata,
} from '@/components/organization/addresses/list-page';
