/** The addresses of buckets and objects for people and programs. */

/** `s3://bucket/key`, with the key as it is: programs that read such addresses don't decode them. */
export const s3Uri = (bucket: string, key = ''): string => `s3://${bucket}/${key}`;

/**
 * Percent-encodes a key for the path of a URL. Slashes stay. Also what `encodeURIComponent` leaves (`!'()*`) is encoded, as the
 * signatures of S3 need it.
 */
export const encodeKey = (key: string): string =>
  encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Whether a key has a part that every browser takes for a step in the path (`.`, `..`), also when it is percent-encoded. */
const hasSteps = (key: string): boolean =>
  key.split('/').some((part) => part === '.' || part === '..');

/** Where a host is asked over the web: by TLS, except on a developer's own machine. */
export const originOf = (host: string): string =>
  `${/(^|\.)localhost(:\d+)?$/.test(host) ? 'http' : 'https'}://${host}`;

/**
 * The web address of an object.
 * @param host the storage's host name, with its port if it has one
 * @returns null if no address can name the object, or the host isn't known
 */
export const objectUrl = (host: string | null, bucket: string, key: string): string | null =>
  host === null || hasSteps(key)
    ? null
    : `${originOf(host)}/${encodeURIComponent(bucket)}/${encodeKey(key)}`;

/** The host that the storage's addresses begin with: its own domain, else the provider's subdomain. */
export const hostOf = (of: {
  custom_domain_name: string | null;
  subdomain_name: string | null;
}): string | null => of.custom_domain_name || of.subdomain_name || null;
