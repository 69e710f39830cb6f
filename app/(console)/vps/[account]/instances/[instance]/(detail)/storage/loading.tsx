export { PartLoading as default } from '@/components/shell/page-loading';
