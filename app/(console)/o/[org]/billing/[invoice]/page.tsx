export { InvoicePage as default, generateMetadata } from '@/components/money/invoices/detail-page';
