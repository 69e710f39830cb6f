import type { Pair } from './certificates';

/** What a kubeconfig names. */
export interface Access {
  /** The cluster's name. */
  name: string;
  /** `https://127.0.0.1:4164` */
  server: string;
  /** The name in the server's certificate, by which the one port knows which cluster is meant. */
  serverName: string;
  /** The authority's certificate, PEM. */
  authority: string;
  client: Pair;
}

/** A YAML text of any content: names such as `192`, `true` and `0x1f` would be read as other types without quotes. */
const quoted = (text: string) => JSON.stringify(text);
const base64 = (text: string) => quoted(Buffer.from(text).toString('base64'));

/** Writes the kubeconfig of a cluster's administrator. It holds the private key. */
export function kubeconfigText({ name, server, serverName, authority, client }: Access): string {
  const user = `${name}-admin`;
  return [
    'apiVersion: v1',
    'kind: Config',
    'preferences: {}',
    'clusters:',
    `- name: ${quoted(name)}`,
    '  cluster:',
    `    server: ${quoted(server)}`,
    `    tls-server-name: ${quoted(serverName)}`,
    `    certificate-authority-data: ${base64(authority)}`,
    'users:',
    `- name: ${quoted(user)}`,
    '  user:',
    `    client-certificate-data: ${base64(client.certificate)}`,
    `    client-key-data: ${base64(client.key)}`,
    'contexts:',
    `- name: ${quoted(name)}`,
    '  context:',
    `    cluster: ${quoted(name)}`,
    `    user: ${quoted(user)}`,
    `current-context: ${quoted(name)}`,
    '',
  ].join('\n');
}
