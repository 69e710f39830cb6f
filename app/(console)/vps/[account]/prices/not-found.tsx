export { NothingHere as default } from '@/components/shell/not-found';
