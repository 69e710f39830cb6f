export { NewVmPage as default, generateMetadata } from '@/components/money/dashboards/new-vm-page';
