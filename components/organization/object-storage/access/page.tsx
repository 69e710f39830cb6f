import { Messages } from '@/components/parts/shell/messages';
import { PartLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { bucketPart, bucketTitle, type BucketPageProps } from '../bucket-part-page';
import { AccessView } from './view';

export const generateMetadata = bucketTitle('access');

async function Page(props: BucketPageProps) {
  const content = await bucketPart(AccessView, props);
  return (
    <Messages namespaces={['object-storage', 'machines', 'storage-bucket']}>{content}</Messages>
  );
}

/** The tab “Access” of a bucket. */
export const AccessPage = withOutline(PartLoading, Page);
