export { DepositsPage as default, generateMetadata } from '@/components/money/vps/deposits-page';
