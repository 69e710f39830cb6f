export { AllInvoicesPage as default, generateMetadata } from '@/components/money/invoices/all-page';
