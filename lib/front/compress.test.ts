import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { codingFor, compressed, compressWhole } from './compress';

describe('codingFor', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br; q=0.000', null],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('takes %s as %s', (accepted, coding) => expect(codingFor(accepted)).toBe(coding));
});

describe('compressed', () => {
  const long = Buffer.from(JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ index }))));

  it('answers in what the client takes', async () => {
    const br = await compressed(long, 'gzip, br');
    expect(br.headers).toEqual({ 'content-encoding': 'br' });
    expect(brotliDecompressSync(br.body)).toEqual(long);
    const gz = await compressed(long, 'gzip');
    expect(gz.headers).toEqual({ 'content-encoding': 'gzip' });
    expect(gunzipSync(gz.body)).toEqual(long);
  });
  it('leaves short answers, and those for clients that take none', async () => {
    const short = Buffer.from('{}');
    expect(await compressed(short, 'br')).toEqual({ body: short, headers: {} });
    expect(await compressed(long, null)).toEqual({ body: long, headers: {} });
  });
});

describe('compressWhole', () => {
  it('compresses what a handler writes in pieces, and sends the rest as it is', async () => {
    const server = createServer((request, response) => {
      compressWhole(request, response);
      response.setHeader('content-type', 'text/plain');
      if (request.url === '/none') return void response.writeHead(404).end();
      response.flushHeaders();
      // As Next's compression does.
      if (!response.headersSent)
        (Reflect.get(response, '_implicitHeader') as () => void).call(response);
      response.write('a'.repeat(900));
      response.write(Buffer.from('b'.repeat(900)));
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ask = (path: string, accepted: string) =>
      fetch(base + path, { headers: { 'accept-encoding': accepted } });
    try {
      const answer = await ask('/', 'br');
      expect(answer.headers.get('content-encoding')).toBe('br');
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(await answer.text()).toBe('a'.repeat(900) + 'b'.repeat(900));
      const plain = await ask('/', 'identity');
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect((await plain.text()).length).toBe(1800);
      const none = await ask('/none', 'br');
      expect([none.status, await none.text()]).toEqual([404, '']);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
