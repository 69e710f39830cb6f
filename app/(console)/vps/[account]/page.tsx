export { ScopePage as default, generateMetadata } from '@/components/dashboards/scope-page';
