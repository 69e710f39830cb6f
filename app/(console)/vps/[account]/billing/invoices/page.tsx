export { InvoicesPage as default, generateMetadata } from '@/components/money/vps/invoices-page';
