export {
  generateMetadata,
  ProjectSettingsPage as default,
} from '@/components/organization/settings/project-page';
