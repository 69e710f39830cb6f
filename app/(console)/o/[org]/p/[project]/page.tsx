export { ScopePage as default, generateMetadata } from '@/components/money/dashboards/scope-page';
