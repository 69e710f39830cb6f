export { AccountTopUp as default, generateMetadata } from '@/components/money/top-up/account-page';
