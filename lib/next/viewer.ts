/** The network address of a page's visitor. Server only. */
import { headers } from 'next/headers';
import { peerOf } from '@/lib/session/http';

/** The visitor's address as this console sees it: of the socket, or from a trusted proxy's header. Unchanged. */
export async function viewerAddress(): Promise<string | null> {
  return peerOf(await headers()) ?? null;
}
