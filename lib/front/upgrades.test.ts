import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { routeUpgrades } from './upgrades';

it('limits the number of upgraded sockets, and forgets closed ones', async () => {
  const server = createServer();
  const sockets = routeUpgrades(server, 2, (_, socket) => {
    socket.resume().on('end', () => socket.end()); // as the relay does
    socket.write('taken');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const dial = async () => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n');
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    return { socket, text: chunk.toString() };
  };
  const first = await dial();
  const second = await dial();
  expect([first.text, second.text, sockets.size]).toEqual(['taken', 'taken', 2]);
  expect((await dial()).text).toMatch(/^HTTP\/1\.1 503 /);
  first.socket.destroy();
  await vi.waitFor(() => expect(sockets.size).toBe(1));
  const third = await dial();
  expect(third.text).toBe('taken');
  for (const { socket } of [second, third]) socket.destroy();
  await vi.waitFor(() => expect(sockets.size).toBe(0));
  server.close();
});
