export {
  InvoiceListPage as default,
  generateMetadata,
} from '@/components/money/invoices/list-page';
