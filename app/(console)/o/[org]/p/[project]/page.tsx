import { redirect } from 'next/navigation';
import { paths } from '@/lib/paths';

/** The first page of this place, for now its machines. */
export default async function Page({
  params,
}: {
  params: Promise<{ org: string; project: string }>;
}) {
  redirect(paths.vms(await params));
}
