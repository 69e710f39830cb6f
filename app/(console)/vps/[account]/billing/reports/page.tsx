export { ReportsPage as default, generateMetadata } from '@/components/money/vps/reports-page';
