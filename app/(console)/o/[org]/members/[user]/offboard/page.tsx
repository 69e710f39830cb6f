export {
  generateMetadata,
  OffboardingPage as default,
} from '@/components/people/offboarding/offboarding-page';
