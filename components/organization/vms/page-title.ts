/** Titles of the browser's tab. Server only. */
import type { Metadata } from 'next';
import { translator } from '@/lib/next/intl';

/** Makes the metadata of a page. @param of the message that is its title */
export async function pageTitle(of: 'title' | 'create'): Promise<Metadata> {
  const t = await translator('vms');
  return { title: t(of) };
}
