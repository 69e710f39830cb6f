import { PartLoading } from '@/components/parts/shell/page-loading';
import { withOutline } from '@/lib/next/with-outline';
import { bucketPage, bucketTitle } from '../bucket-page';
import { SettingsView } from './view';

export const generateMetadata = bucketTitle('settings');

/** The tab “Settings” of a bucket. */
export const SettingsPage = withOutline(PartLoading, bucketPage(SettingsView, ['storage-bucket']));
