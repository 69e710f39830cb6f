export { generateMetadata, MemberListPage as default } from '@/components/people/members/list-page';
