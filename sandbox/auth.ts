/** Authenticates callers: an Awanio user by a token, a DewaVPS customer by a key. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Backend } from '@/lib/contract/operation';
import type { Cloud } from './cloud';
import { Refusal, tokenNotFound } from './refusal';
import type { AwanioContext, DewavpsContext, User } from './registry';
import { keyHash } from './tokens';

/** The authenticated caller with the context for handlers. */
export type Caller =
  | { backend: 'awanio'; context: AwanioContext }
  | { backend: 'dewavps'; context: DewavpsContext; keyHash: string };

/**
 * Authenticates a call by its headers. @throws Refusal in the backend's form: status 401 for Awanio, 400 for DewaVPS
 */
export function authenticate(cloud: Cloud, backend: Backend, headers: IncomingHttpHeaders): Caller {
  return backend === 'awanio'
    ? byToken(cloud, headers.authorization)
    : byKey(cloud, headers['x-apikey']);
}

function byToken(cloud: Cloud, authorization: string | undefined): Caller {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  if (!token) throw new Refusal(401, 'TOKEN IS MISSING', { error: 'UNAUTHORIZED', number: 2 });
  const claims = cloud.tokens.verify(token);
  const user = claims && cloud.store.get<User>('select * from users where uuid = ?', claims.sub);
  const tenant = user && cloud.tenant(user.tenant_id);
  if (!tenant || tenant.epoch !== claims.epoch)
    throw new Refusal(401, 'TOKEN IS EXPIRED', { error: 'UNAUTHORIZED' });
  if (user.status !== 'active')
    throw new Refusal(401, 'ACCOUNT IS SUSPENDED', { error: 'UNAUTHORIZED', number: 4 });
  return {
    backend: 'awanio',
    context: {
      cloud,
      store: cloud.store,
      tenant,
      user,
      provider: claims.provider === true,
      now: cloud.now(tenant.id),
    },
  };
}

interface KeyRow {
  tenant_id: string;
  scopes: string;
  expires_real: number | null;
  revoked: number;
}

function byKey(cloud: Cloud, key: string | string[] | undefined): Caller {
  const hash = keyHash(typeof key === 'string' ? key : '');
  const row = cloud.store.get<KeyRow>('select * from api_keys where key_hash = ?', hash);
  const over = row && (row.revoked || (row.expires_real !== null && row.expires_real < Date.now()));
  const tenant = row && !over ? cloud.tenant(row.tenant_id) : undefined;
  if (!row || !tenant) throw tokenNotFound();
  const context: DewavpsContext = {
    cloud,
    store: cloud.store,
    tenant,
    now: cloud.now(tenant.id),
    scopes: row.scopes.split(','),
    account: `dewavps:${tenant.id}`,
  };
  return { backend: 'dewavps', context, keyHash: hash };
}

/** The tenant of the person who signs in or up, so that the tenant's faults apply before anybody is authenticated. */
export function tenantOfLogin(cloud: Cloud, body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { username, email } = body as { username?: unknown; email?: unknown };
  const name = typeof username === 'string' ? username : typeof email === 'string' ? email : '';
  return (
    cloud.store.get<{ tenant_id: string }>(
      'select tenant_id from users where username = ? or email = ?',
      name,
      name,
    )?.tenant_id ?? null
  );
}
