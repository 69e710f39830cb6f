export { NothingHere as default } from '@/components/parts/shell/not-found';
