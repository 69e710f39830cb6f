export { ListLoading as default } from '@/components/shell/page-loading';
