export { CreditsPage as default, generateMetadata } from '@/components/money/vps/credits-page';
