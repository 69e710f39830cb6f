export { ReportPage as default, generateMetadata } from '@/components/money/vps/report-page';
