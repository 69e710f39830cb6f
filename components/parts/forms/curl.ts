/** Writes the `curl` call that does the same as a form. Secrets are shell variables, never values. */
import { operation, type Ref } from '@/lib/contract';
import { fillPath, methodHeader } from '@/lib/contract/operation';
import type { AnyInput } from '@/lib/query/url';

/** Quotes a text for a POSIX shell. */
export function quote(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

type Pair = [name: string, value: string];

/** Makes form fields as Laravel reads them: lists as `k[]`, nested values as `k[a]`, booleans as 1 and 0. */
function pairs(name: string, value: unknown): Pair[] {
  if (value === undefined) return [];
  if (value === null || Number.isNaN(value)) return [[name, '']];
  if (Array.isArray(value)) return value.flatMap((each) => pairs(`${name}[]`, each));
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, each]) => pairs(`${name}[${key}]`, each));
  }
  return [[name, typeof value === 'boolean' ? (value ? '1' : '0') : String(value)]];
}

/** Marks the place of a secret until quoting. The characters are of the private use area, so nobody types them. */
const place = (name: string) => `\uE000${name.replace(/\W+/g, '_').toUpperCase()}\uE001`;

/** Quotes a text and puts `$NAME` in each place, in double quotes, for the shell to fill in. */
function quoteWithSecrets(text: string): string {
  const quoted = /\uE000/.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : quote(text);
  return quoted.replace(/\uE000(\w+)\uE001/g, `'"$$$1"'`).replace(/''$/, '');
}

export interface CurlOptions {
  /** The base URL of the backend; a shell variable if the page doesn't know it. */
  baseUrl?: string | undefined;
  /** Body fields whose values are secret. */
  secrets?: readonly string[] | undefined;
}

/** Fills in the parameters of a path. One that isn't known yet, or that no URL can hold, stays as `{instance_uuid}`. */
function pathOf(path: string, input: AnyInput): string {
  const params = { ...input.params } as Record<string, string>;
  return path.replace(/\{([^}]+)\}/g, (place, name: string) => {
    try {
      return params[name] ? fillPath(place, params) : place;
    } catch {
      return place;
    }
  });
}

/** Writes the call as a command. A value that isn't chosen yet is empty, or a placeholder in the path. */
export function curl(
  ref: Ref,
  input: AnyInput,
  { baseUrl, secrets = [] }: CurlOptions = {},
): string {
  const { backend, method, path, encoding } = operation(ref);
  const awanio = backend === 'awanio';
  const base = baseUrl ?? (awanio ? '$AWANIO_URL' : '$DEWAVPS_URL');
  const query = Object.entries(input.query ?? {}).flatMap(([name, value]) => pairs(name, value));
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
  const url = `${base}${pathOf(path, input)}${search}`;
  const body = Object.fromEntries(
    Object.entries(input.body ?? {}).map(([name, value]) => [
      name,
      secrets.includes(name) && value ? place(name) : value,
    ]),
  );
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${base.startsWith('$') ? `"${url}"` : quote(url)}`,
    awanio ? `-H "Authorization: Bearer $TOKEN"` : `-H "x-apikey: $API_KEY"`,
    `-H 'Accept: application/json'`,
    ...Object.entries(methodHeader(backend, method)).map(
      ([name, value]) => `-H '${name}: ${value}'`,
    ),
  ];
  if (input.body !== undefined && encoding === 'json') {
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`-d ${quoteWithSecrets(JSON.stringify(body))}`);
  } else if (input.body !== undefined && encoding !== 'none') {
    const flag = encoding === 'multipart' ? '-F' : '--data-urlencode';
    if (encoding === 'query') lines.push('-G');
    for (const [name, value] of Object.entries(body).flatMap(([key, each]) => pairs(key, each))) {
      lines.push(`${flag} ${quoteWithSecrets(`${name}=${value}`)}`);
    }
  }
  return lines.join(' \\\n  ');
}
