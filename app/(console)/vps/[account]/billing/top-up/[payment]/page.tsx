export {
  AccountPayment as default,
  paymentMetadata as generateMetadata,
} from '@/components/money/top-up/pages';
