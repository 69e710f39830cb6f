export {
  GroupEstimatePage as default,
  generateMetadata,
} from '@/components/money/estimate/group/estimate-page';
