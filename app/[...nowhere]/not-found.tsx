export { NotFoundMessage as default } from '@/components/parts/shell/not-found';
