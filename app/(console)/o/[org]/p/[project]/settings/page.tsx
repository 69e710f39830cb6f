export {
  generateMetadata,
  ProjectSettingsPage as default,
} from '@/components/organization/projects/settings-page';
