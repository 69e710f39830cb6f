/** Titles of the pages of one instance. Server only. */
import type { Metadata } from 'next';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { titleOf } from '@/lib/next/title';
import { instances } from '@/lib/resources/vps';

/** The path parameters of an instance's pages. */
export type InstanceParams = Promise<{ account: string; instance: string }>;

/**
 * The title of a part of an instance. It shares the read of the frame around the page.
 * @param part what the page shows
 */
export async function instanceTitle(params: InstanceParams, part: string): Promise<Metadata> {
  const { account, instance } = await pageParams(params);
  const { data } = await readForPage('D04', { params: { instance_uuid: instance } }, account);
  return titleOf(data && instances.name(data), part);
}
