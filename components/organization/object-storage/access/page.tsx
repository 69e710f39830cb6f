import { PartLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { bucketPage, bucketTitle } from '../bucket-page';
import { AccessView } from './view';

export const generateMetadata = bucketTitle('access');

/** The tab “Access” of a bucket. */
export const AccessPage = withOutline(PartLoading, bucketPage(AccessView, ['storage-bucket']));
