export { GatewaysPage as default, generateMetadata } from '@/components/money/gateways/page';
