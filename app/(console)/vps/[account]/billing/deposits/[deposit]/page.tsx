export { DepositPage as default, generateMetadata } from '@/components/money/vps/deposit-page';
