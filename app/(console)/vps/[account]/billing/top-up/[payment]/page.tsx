export {
  AccountPayment as default,
  generateMetadata,
} from '@/components/money/top-up/payment-page';
