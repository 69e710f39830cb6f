import { Messages } from '@/components/parts/shell/messages';
import { PartLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { bucketPart, bucketTitle, type BucketPageProps } from '../bucket-part-page';
import { SettingsView } from './view';

export const generateMetadata = bucketTitle('settings');

async function Page(props: BucketPageProps) {
  const content = await bucketPart(SettingsView, props);
  return (
    <Messages namespaces={['object-storage', 'machines', 'storage-bucket']}>{content}</Messages>
  );
}

/** The tab “Settings” of a bucket. */
export const SettingsPage = withOutline(PartLoading, Page);
