export {
  SettingsPage as default,
  generateMetadata,
} from '@/components/organization/object-storage/settings/page';
