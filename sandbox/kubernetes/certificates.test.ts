import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority, makeCertificate, type Pair } from './certificates';

let authority: Pair;
beforeAll(async () => {
  authority = await makeAuthority('192', Date.UTC(2060, 0, 1));
});

const [utcTime, generalizedTime] = [0x17, 0x18];

/** The two times of a certificate as they stand in its DER: each a tag, a length and a text. */
function timesOf(pem: string): { tag: number; text: string }[] {
  const der = new X509Certificate(pem).raw;
  const lengths: Record<number, number> = { [utcTime]: 13, [generalizedTime]: 15 };
  const found: { tag: number; text: string }[] = [];
  for (let index = 0; index + 2 < der.length; index += 1) {
    const [tag = 0, length = 0] = der.subarray(index, index + 2);
    const text = der.subarray(index + 2, index + 2 + length).toString('latin1');
    if (lengths[tag] === length && /^\d+Z$/.test(text)) found.push({ tag, text });
  }
  return found;
}

describe('the end of a certificate', () => {
  it.each([
    ['2049-12-31T23:59:59Z', utcTime, '491231235959Z', 'Dec 31 23:59:59 2049 GMT'],
    ['2050-01-01T00:00:00Z', generalizedTime, '20500101000000Z', 'Jan  1 00:00:00 2050 GMT'],
    ['2055-06-30T11:22:33Z', generalizedTime, '20550630112233Z', 'Jun 30 11:22:33 2055 GMT'],
  ])('%s is written as RFC 5280 says, and read back', async (ends, tag, text, read) => {
    // Parts of a second are dropped: neither form may have them.
    const wanted = { name: 'admin', ends: Date.parse(ends) + 999 };
    const { certificate } = await makeCertificate(authority, wanted);
    const [begin, end] = timesOf(certificate);
    expect(begin?.tag).toBe(utcTime);
    expect(end).toEqual({ tag, text });
    expect(new X509Certificate(certificate).validTo).toBe(read);
  });
});

describe('a certificate', () => {
  it('is signed by its own authority alone, and says whose it is', async () => {
    const other = await makeAuthority('192', Date.UTC(2060, 0, 1));
    const wanted = { name: 'kubernetes-admin', organization: 'system:masters', ends: Date.now() };
    const made = await makeCertificate(authority, wanted);
    const certificate = new X509Certificate(made.certificate);
    expect(certificate.subject).toBe('O=system:masters\nCN=kubernetes-admin');
    expect(certificate.issuer).toBe('CN=192');
    expect(certificate.ca).toBe(false);
    const key = ({ certificate: pem }: Pair) => new X509Certificate(pem).publicKey;
    expect(certificate.verify(key(authority))).toBe(true);
    expect(certificate.verify(key(other))).toBe(false);
  });

  it('of a server names its hosts', async () => {
    const hosts = { dns: ['one.kubernetes.sandbox'], ip: ['127.0.0.1'] };
    const made = await makeCertificate(authority, { name: 'server', hosts, ends: Date.now() });
    const certificate = new X509Certificate(made.certificate);
    expect(certificate.checkHost('one.kubernetes.sandbox')).toBe('one.kubernetes.sandbox');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  });
});
