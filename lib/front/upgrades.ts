/** Sockets that are no longer the HTTP server's: machine consoles, and reloading in development. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeError } from '@/lib/log/describe-error';
import { log } from '@/lib/log/log';
import { endWith } from './connections';

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Hands upgrades to whom they are for, and keeps the sockets until they close.
 * @param most sockets at once; how many each session may hold is the relay's own limit
 * @param others takes every upgrade that is no console
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
