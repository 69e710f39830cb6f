import { ListLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { bucketPage, bucketTitle } from '../bucket-page';
import { UploadsView } from './uploads-view';

export const generateMetadata = bucketTitle('uploads');

/** The tab with the unfinished uploads of a bucket. */
export const UploadsPage = withOutline(ListLoading, bucketPage(UploadsView, ['transfers']));
