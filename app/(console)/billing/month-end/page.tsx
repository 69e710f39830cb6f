export { MonthEndPage as default, generateMetadata } from '@/components/money/month-end/page';
