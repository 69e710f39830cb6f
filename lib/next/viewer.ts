/** Who looks at a page, as far as a network can tell. Server only. */
import { headers } from 'next/headers';
import { peerOf } from '@/lib/session/http';

/** The address that this console sees its visitor by: of the socket, or what a trusted proxy says. As it came. */
export async function viewerAddress(): Promise<string | null> {
  return peerOf(await headers()) ?? null;
}
