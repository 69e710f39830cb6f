/** Routes upgraded sockets: machine consoles, and hot reloading in development. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { endWith } from './connections';

/** A listener of the HTTP server's `upgrade` event. `head` holds the first bytes after the request. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Passes console upgrades to the relay and all others to `others`, and keeps the set of open upgraded sockets.
 * @param most the most sockets at once; the relay itself limits the sockets of each session
 * @param others handles every upgrade that is no console
 * @returns the open sockets, which change over time
 */
export function routeUpgrades(server: Server, most: number, others: Upgrade): ReadonlySet<Duplex> {
  const sockets = new Set<Duplex>();
  const take: Upgrade = (request, socket, head) => {
    if (socket.destroyed) return;
    if (sockets.size >= most) return endWith(socket, '503 Service Unavailable');
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const run = async () => {
      const path = (request.url ?? '').split('?', 1)[0];
      if (path !== '/api/console/socket') return others(request, socket, head);
      const { handleConsoleUpgrade } = await import('@/lib/console/relay');
      await handleConsoleUpgrade(request, socket, head);
    };
    run().catch((error: unknown) => {
      log().error(describeError(error), 'an upgrade failed');
      socket.destroy();
    });
  };
  server.on('upgrade', take);
  return sockets;
}
