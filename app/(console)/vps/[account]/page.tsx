import { redirect } from 'next/navigation';
import { paths } from '@/lib/paths';

/** Its overview, once there is one. */
export default async function AccountPage({ params }: { params: Promise<{ account: string }> }) {
  redirect(paths.instances(decodeURIComponent((await params).account)));
}
