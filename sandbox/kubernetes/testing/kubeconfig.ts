/** For tests: reads a kubeconfig of this sandbox, and calls the API that it names. */
import { request } from 'node:https';

/** What a kubeconfig holds; PEM texts are decoded. */
export interface Read {
  names: { cluster: string; user: string; context: string };
  server: string;
  serverName: string;
  authority: string;
  certificate: string;
  key: string;
}

export function readKubeconfig(text: string): Read {
  const value = (name: string, after = '') => {
    const from = text.indexOf(after);
    const found = new RegExp(`${name}: "([^"]*)"`).exec(text.slice(from))?.[1];
    if (found === undefined) throw new Error(`the kubeconfig has no quoted ${name}`);
    return found;
  };
  const pem = (name: string) => Buffer.from(value(name), 'base64').toString();
  return {
    names: {
      cluster: value('name', 'clusters:'),
      user: value('name', 'users:'),
      context: value('name', 'contexts:'),
    },
    server: value('server'),
    serverName: value('tls-server-name'),
    authority: pem('certificate-authority-data'),
    certificate: pem('client-certificate-data'),
    key: pem('client-key-data'),
  };
}

/** Calls a cluster's API on a connection of its own. @param client null sends no certificate */
export async function callCluster(
  cluster: Read,
  path: string,
  {
    client = cluster,
    accept = 'application/json',
    method = 'GET',
  }: { client?: Read | null; accept?: string; method?: string } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${cluster.server}${path}`,
      {
        method,
        agent: false,
        servername: cluster.serverName,
        ca: cluster.authority,
        ...(client ? { cert: client.certificate, key: client.key } : {}),
        headers: { accept },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: JSON.parse(text) as Record<string, unknown>,
          }),
        );
      },
    );
    sent.on('error', reject).end();
  });
}
