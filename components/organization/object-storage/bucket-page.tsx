import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { bucketPart, bucketTitle, type BucketPageProps } from './bucket-part-page';
import { BucketView } from './bucket-view';

export const generateMetadata = bucketTitle();

async function Page(props: BucketPageProps) {
  const content = await bucketPart(BucketView, props);
  return (
    <Messages
      namespaces={['object-storage', 'machines', 'storage-list', 'storage-object', 'transfers']}
    >
      {content}
    </Messages>
  );
}

/** The page of one bucket: its folders and objects. */
export const BucketPage = withOutline(ListLoading, Page);
