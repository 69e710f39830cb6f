/**
 * Makes the certificates of a cluster: its own authority, and what the authority signs for the server and for clients.
 * The library is loaded when the first certificate is asked for, since loading it takes half a second.
 */
import { webcrypto } from 'node:crypto';

/** A certificate with its private key, both PEM. The key must never stand in a log, an error or a fixture. */
export interface Pair {
  certificate: string;
  key: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** A certificate begins a little before now, for clients whose clock is behind. */
const headStart = 5 * 60_000;

async function load() {
  await import('reflect-metadata'); // the library's own dependency reads it when it is loaded
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(webcrypto as Crypto);
  return x509;
}

/** The instant in whole seconds: a certificate's time has no parts of a second (RFC 5280, 4.1.2.5). */
const wholeSeconds = (at: number) => new Date(Math.floor(at / 1000) * 1000);

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

async function keyText(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key);
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,64}/g);
  // Put together here, so that no line of this file looks like a key.
  const mark = (word: string) => `-----${word} ${['PRIVATE', 'KEY'].join(' ')}-----`;
  return [mark('BEGIN'), ...(lines ?? []), mark('END'), ''].join('\n');
}

const readKey = (pem: string) =>
  webcrypto.subtle.importKey(
    'pkcs8',
    Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'),
    algorithm,
    false,
    ['sign'],
  );

/** Makes the authority of a cluster. @param ends milliseconds since 1970 */
export async function makeAuthority(name: string, ends: number): Promise<Pair> {
  const x509 = await load();
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }],
    keys: keys as CryptoKeyPair,
    signingAlgorithm: algorithm,
    notBefore: wholeSeconds(Date.now() - headStart),
    notAfter: wholeSeconds(ends),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.digitalSignature,
        true,
      ),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await keyText(keys.privateKey) };
}

/** What an authority signs. */
export interface Wanted {
  /** The common name; of a client this is the user. */
  name: string;
  /** The organization; of a client these are the user's groups. */
  organization?: string;
  /** Names and addresses of a server; without them the certificate is a client's. */
  hosts?: { dns: readonly string[]; ip: readonly string[] };
  /** Milliseconds since 1970; a certificate says whole seconds, rounded down. */
  ends: number;
}

/** Makes a certificate that an authority signs. */
export async function makeCertificate(authority: Pair, wanted: Wanted): Promise<Pair> {
  const x509 = await load();
  const keys = await newKeys();
  const { name, organization, hosts, ends } = wanted;
  const usage = hosts ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth;
  const names = [
    ...(hosts?.dns ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(hosts?.ip ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [...(organization ? [{ O: [organization] }] : []), { CN: [name] }],
    issuer: new x509.X509Certificate(authority.certificate).subject,
    publicKey: keys.publicKey as CryptoKey,
    signingKey: (await readKey(authority.key)) as CryptoKey,
    signingAlgorithm: algorithm,
    notBefore: wholeSeconds(Math.min(Date.now(), ends) - headStart),
    notAfter: wholeSeconds(ends),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await keyText(keys.privateKey) };
}
