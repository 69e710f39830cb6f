export {
  OrganizationTopUp as default,
  generateMetadata,
} from '@/components/money/top-up/organization-page';
