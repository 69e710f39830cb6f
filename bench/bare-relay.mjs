/*
 * The console's relay in plain Node, without Next and without tickets, for `bench/consoles.mjs`: every socket is
 * connected with the machine at argv[2]. Prints its port.
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { pipe } from '../lib/console/pipe.ts';

const url = new URL(process.argv[2]);
const upgrades = new WebSocketServer({
  noServer: true,
  perMessageDeflate: false,
  handleProtocols: () => 'binary',
});
const server = createServer();
server.on('upgrade', (request, socket, head) =>
  upgrades.handleUpgrade(request, socket, head, (browser) => {
    browser.pause();
    pipe(browser, socket, { url, login: null }, () => undefined);
  }),
);
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
