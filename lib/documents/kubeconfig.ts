/**
 * Makes the kubeconfig file that a person downloads of the provider's (A70). It holds a private key: nobody logs or keeps
 * it. Server only.
 */
import { X509Certificate } from 'node:crypto';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { problem } from '@/lib/problem';

// Only these are copied: an `exec` of a user, for example, would run a command on the person's computer.
const clusterShape = z.object({
  server: z.url({ protocol: /^https$/ }),
  'tls-server-name': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
});
const userShape = z.object({
  'client-certificate-data': z.string().min(1),
  'client-key-data': z.string().min(1),
});
/** A name that the provider left without quotes may be read as a number or a truth value. */
const name = z.unknown().transform(String);
const fileShape = z.object({
  clusters: z.array(z.object({ name, cluster: clusterShape })).min(1),
  users: z.array(z.object({ name, user: userShape })).min(1),
  contexts: z.array(z.object({ name, context: z.object({ cluster: name, user: name }) })).min(1),
  'current-context': name.optional(),
});

/** A kubeconfig of one cluster. */
export interface Kubeconfig {
  /** The file's text, YAML. */
  text: string;
  /** The name of its cluster, user and context. */
  context: string;
  /** When the client's certificate ends, ISO 8601; null if it can't be read. */
  ends: string | null;
}

/**
 * The name of a cluster in kubeconfig files, which clusters of the same name in other projects don't have. It has only
 * characters that need no quotes in a shell and can stand in a header, since the provider may hold other names than ours.
 */
export const contextName = (cluster: { uuid: string; name: string }): string =>
  `${cluster.name}-${cluster.uuid.slice(0, 8)}`.replace(/[^\w.-]+/g, '-');

function certificateEnd(data: string): string | null {
  try {
    return new Date(new X509Certificate(Buffer.from(data, 'base64')).validTo).toISOString();
  } catch {
    return null;
  }
}

function read(text: string): z.output<typeof fileShape> {
  try {
    return fileShape.parse(parse(text));
  } catch {
    // What the parser says would quote the file, and its key.
    throw problem('backend_unreadable', 502, 'The provider’s kubeconfig can’t be read.', {
      ref: 'A70',
    });
  }
}

/**
 * Gives the provider's file names of its own, always quoted: `433e40`, `true` and `0x1f` stay texts in YAML 1.1 and 1.2.
 * @param text of A70
 * @throws ProblemError `backend_unreadable`
 */
export function ownKubeconfig(text: string, cluster: { uuid: string; name: string }): Kubeconfig {
  const file = read(text);
  const wanted = file['current-context'];
  const chosen = file.contexts.find((each) => each.name === wanted) ?? file.contexts[0];
  const server = file.clusters.find((each) => each.name === chosen?.context.cluster);
  const user = file.users.find((each) => each.name === chosen?.context.user);
  if (!server || !user)
    throw problem('backend_unreadable', 502, 'The provider’s kubeconfig names no user.', {
      ref: 'A70',
    });
  const context = contextName(cluster);
  const own = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: context, cluster: server.cluster }],
    users: [{ name: context, user: user.user }],
    contexts: [{ name: context, context: { cluster: context, user: context } }],
    'current-context': context,
  };
  return {
    text: stringify(own, {
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      lineWidth: 0,
    }),
    context,
    ends: certificateEnd(user.user['client-certificate-data']),
  };
}
