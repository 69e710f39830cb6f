export { FormLoading as default } from '@/components/shell/page-loading';
