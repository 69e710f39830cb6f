import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { bucketPart, bucketTitle, type BucketPageProps } from '../bucket-part-page';
import { UploadsView } from './uploads-view';

export const generateMetadata = bucketTitle('uploads');

async function Page(props: BucketPageProps) {
  const content = await bucketPart(UploadsView, props);
  return <Messages namespaces={['object-storage', 'machines', 'transfers']}>{content}</Messages>;
}

/** The tab with the unfinished uploads of a bucket. */
export const UploadsPage = withOutline(ListLoading, Page);
