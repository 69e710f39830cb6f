export {
  generateMetadata,
  ProjectListPage as default,
} from '@/components/organization/projects/list-page';
