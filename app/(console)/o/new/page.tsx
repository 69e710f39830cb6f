export {
  generateMetadata,
  NewOrganizationPage as default,
} from '@/components/organization/settings/new-page';
