export {
  generateMetadata,
  OrganizationSettingsPage as default,
} from '@/components/organization/settings/organization-page';
