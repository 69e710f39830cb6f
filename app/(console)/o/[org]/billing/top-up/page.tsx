export {
  OrganizationTopUp as default,
  topUpMetadata as generateMetadata,
} from '@/components/money/top-up/pages';
