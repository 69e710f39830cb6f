import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCall, testKey, type Plan } from './testing/signed';
import { sendRaw, serverKeys, testEndpoint, type TestEndpoint } from './testing/endpoint';

let endpoint: TestEndpoint;

beforeAll(async () => {
  serverKeys[testKey.accessKeyId] = {
    secret: testKey.secretAccessKey,
    ...{ owner: 'owner-1', readOnly: false, revoked: false },
  };
  endpoint = await testEndpoint();
  endpoint.store.createBucket('toko', 'owner-1');
});
afterAll(async () => {
  delete serverKeys[testKey.accessKeyId];
  expect(endpoint.errors).toEqual([]);
  await endpoint.close();
});

/** Signs a call and sends it byte for byte. */
async function send(plan: Plan) {
  const call = await signCall({ bucket: 'toko', ...plan }, new Date());
  const { method, target: path, headers, body } = call;
  return sendRaw(endpoint.url, { method, path, headers, body });
}

const trailing = (checksum: string): Plan => ({
  method: 'PUT',
  key: 'hello',
  headers: {
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'x-amz-decoded-content-length': '5',
    'x-amz-trailer': 'x-amz-checksum-crc64nvme',
    'content-encoding': 'aws-chunked',
  },
  body: `5\r\nhello\r\n0\r\nx-amz-checksum-crc64nvme:${checksum}\r\n\r\n`,
});

describe('The wire', () => {
  it('stores what its trailing checksum confirms, and nothing else', async () => {
    const wrong = await send(trailing('h4V7q1h2RXA='));
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('BadDigest')]);
    const long = await send(trailing('M3eFcAZSQlcb'));
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('InvalidRequest')]);
    expect(endpoint.store.find('toko', 'hello')).toBeNull();
    expect((await send(trailing('M3eFcAZSQlc='))).status).toBe(200);
    expect(endpoint.store.find('toko', 'hello')).toMatchObject({
      ...{ size: 5, contentEncoding: null },
      checksum: { algorithm: 'CRC64NVME', value: 'M3eFcAZSQlc=' },
    });
    const headers = { 'x-amz-checksum-mode': 'ENABLED' };
    const head = await send({ method: 'HEAD', key: 'hello', headers });
    expect(head.headers['x-amz-checksum-crc64nvme']).toBe('M3eFcAZSQlc=');
  });

  it('refuses by XML with an id, and ignores a range that is none', async () => {
    const missing = await send({ key: 'none & <none>' });
    expect(missing.status).toBe(404);
    expect(missing.text).toMatch(
      /^<\?xml .*<Error><Code>NoSuchKey<\/Code>.*<RequestId>[0-9A-F]{16}<\/RequestId><\/Error>$/s,
    );
    const headers = { range: 'bytes=0-1,3-4' };
    expect((await send({ key: 'hello', headers })).text).toBe('hello');
  });

  it('refuses XML that names entities or is none', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><Delete><Object><Key>&a;</Key></Object></Delete>';
    for (const body of [bomb, '<Delete>', '', '<Other/>', '<Delete/>']) {
      const answer = await send({ method: 'POST', query: { delete: '' }, body });
      expect(answer.text, body).toContain('<Code>MalformedXML</Code>');
    }
  });

  it('deletes a key with spaces at its ends and numbers for letters', async () => {
    await send({ method: 'PUT', key: ' a&b\r ', body: 'x' });
    const body = '<Delete><Object><Key> a&amp;b&#13; </Key></Object></Delete>';
    const answer = await send({ method: 'POST', query: { delete: '' }, body });
    expect(answer.text).toContain('<Deleted><Key> a&amp;b&#xd; </Key></Deleted>');
    expect(endpoint.store.find('toko', ' a&b\r ')).toBeNull();
  });

  it('stores nothing of a body that breaks off', async () => {
    const headers = { 'content-length': '10' };
    const plan: Plan = { method: 'PUT', bucket: 'toko', key: 'cut', headers, body: 'hello' };
    const call = await signCall(plan, new Date());
    const { port } = new URL(endpoint.url);
    const lines = Object.entries(call.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`PUT ${call.target} HTTP/1.1\r\n${lines.join('')}\r\nhello`);
    await wait(50);
    socket.destroy();
    await wait(50);
    expect(endpoint.store.find('toko', 'cut')).toBeNull();
  });

  it('lets a client read why its large body is refused', async () => {
    const body = Buffer.alloc(8 * 1024 * 1024);
    const missing = await send({ method: 'PUT', bucket: 'tiada', key: 'x', body });
    expect(missing.text).toContain('<Code>NoSuchBucket</Code>');
    const headers = { 'x-amz-checksum-crc32': 'AAAAAA==' };
    const wrong = await send({ method: 'PUT', key: 'x', headers, body });
    expect(wrong.text).toContain('<Code>BadDigest</Code>');
  });

  it('refuses a bucket of another owner than the caller expects', async () => {
    const headers = { 'x-amz-expected-bucket-owner': 'owner-2' };
    expect((await send({ headers })).text).toContain('<Code>AccessDenied</Code>');
  });

  it('answers what tools ask of any bucket', async () => {
    const acl = await send({ query: { acl: '' } });
    expect(acl.text).toContain('<Permission>FULL_CONTROL</Permission>');
    expect((await send({ query: { lifecycle: '' } })).text).toContain(
      'NoSuchLifecycleConfiguration',
    );
    expect((await send({ key: 'hello', query: { tagging: '' } })).text).toContain('<TagSet>');
    const headers = { 'x-amz-acl': 'public-read' };
    const open = await send({ method: 'PUT', key: 'open', headers, body: 'x' });
    expect(open.text).toContain('AccessControlListNotSupported');
  });
});
