export { BillingPage as default, generateMetadata } from '@/components/money/vps/overview-page';
