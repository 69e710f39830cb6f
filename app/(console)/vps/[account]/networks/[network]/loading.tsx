export { DetailLoading as default } from '@/components/shell/page-loading';
