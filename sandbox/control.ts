/**
 * The control API of tests and demos: tenants, clocks, faults, mail. JSON over loopback, off unless asked for;
 * it has no password, so it must never listen anywhere else.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Cloud, Tenant } from './cloud';
import { findInstance } from './dewavps/instance';
import { removeInstance, restart } from './dewavps/power';
import { faultInput } from './faults';
import { mailJson } from './inbox';
import { parseBody, readBody } from './input';
import { Refusal } from './refusal';
import { makeTenant, tenantInput } from './tenants';
import { keyHash } from './tokens';

interface Asked {
  cloud: Cloud;
  /** Values of the path's `:names`. */
  params: string[];
  body: unknown;
  query: URLSearchParams;
}
type Action = (asked: Asked) => unknown;

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal(422, z.prettifyError(parsed.error));
  return parsed.data;
}

function tenantOf({ cloud, params }: Asked): Tenant {
  const tenant = cloud.tenant(params[0] ?? '');
  if (!tenant) throw new Refusal(404, 'There is no such tenant.');
  return tenant;
}

const clockInput = z.strictObject({
  advanceSeconds: z
    .number()
    .min(0)
    .max(400 * 86_400)
    .optional(),
  speed: z.number().positive().max(100_000).optional(),
});

/** Keys: all of the tenant's besides its tokens, or these alone. */
const revokeInput = z.strictObject({
  keys: z.union([z.boolean(), z.array(z.string())]).default(false),
});

const done = { ok: true };

const actions: Record<string, Action> = {
  'GET /health': () => done,
  'POST /tenants': ({ cloud, body }) => makeTenant(cloud, parse(tenantInput, body)),
  'POST /tenants/:id/clock': (asked) => {
    const { id } = tenantOf(asked);
    const { advanceSeconds, speed } = parse(clockInput, asked.body);
    asked.cloud.clock.change(id, { advanceSeconds, speed });
    asked.cloud.catchUp(id);
    return { now: new Date(asked.cloud.now(id)).toISOString() };
  },
  'POST /tenants/:id/faults': (asked) => {
    asked.cloud.faults.add(tenantOf(asked).id, parse(faultInput, asked.body));
    return done;
  },
  'DELETE /tenants/:id/faults': (asked) => {
    asked.cloud.faults.clear(tenantOf(asked).id);
    return done;
  },
  'POST /faults': ({ cloud, body }) => {
    cloud.faults.add(null, parse(faultInput, body));
    return done;
  },
  'DELETE /faults': ({ cloud }) => {
    cloud.faults.clear(null);
    return done;
  },
  'POST /tenants/:id/revoke': (asked) => {
    const { id, epoch } = tenantOf(asked);
    const { store } = asked.cloud;
    const { keys } = parse(revokeInput, asked.body);
    if (Array.isArray(keys)) {
      for (const key of keys)
        store.update('api_keys', { tenant_id: id, key_hash: keyHash(key) }, { revoked: 1 });
      return done;
    }
    store.update('tenants', { id }, { epoch: epoch + 1 });
    if (keys) store.update('api_keys', { tenant_id: id }, { revoked: 1 });
    return done;
  },
  'POST /tenants/:id/samples': (asked) => {
    const { on } = parse(z.strictObject({ on: z.boolean() }), asked.body);
    asked.cloud.store.update('tenants', { id: tenantOf(asked).id }, { samples: on });
    return done;
  },
  'POST /tenants/:id/instances/:uuid/delete': (asked) => {
    const { id } = tenantOf(asked);
    const { uuid } = findInstance(asked.cloud.store, id, asked.params[1] ?? '');
    asked.cloud.store.transaction(() =>
      removeInstance(asked.cloud, uuid, asked.cloud.now(id), { addresses: true, disks: false }),
    );
    return done;
  },
  'POST /tenants/:id/instances/:uuid/restart': (asked) => {
    const { id } = tenantOf(asked);
    const instance = findInstance(asked.cloud.store, id, asked.params[1] ?? '');
    if (instance.status !== 'Running') throw new Refusal(409, 'The instance is not running.');
    restart(asked.cloud, id, instance, asked.cloud.now(id));
    return done;
  },
  'GET /tenants/:id/ledger': (asked) => {
    const { id } = tenantOf(asked);
    asked.cloud.catchUp(id);
    const accounts = asked.cloud.store.all<{ id: string; balance: number }>(
      'select id, balance from accounts where tenant_id = ?',
      id,
    );
    return accounts.map((account) => ({
      ...account,
      entries: asked.cloud.ledger.entries(account.id),
    }));
  },
  'GET /tenants/:id/arrivals': (asked) => asked.cloud.arrivals(tenantOf(asked).id),
  'GET /mail': ({ cloud, query }) => mailJson(cloud.store, query.get('to')),
  'GET /reached': ({ cloud }) => [...cloud.reached].sort(),
};

const routes = Object.entries(actions).map(([name, action]) => {
  const [method = '', path = ''] = name.split(' ');
  return { method, action, pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`) };
});

async function answer(cloud: Cloud, request: IncomingMessage): Promise<unknown> {
  // A page in a browser may post to loopback, but never without an Origin.
  if (request.headers.origin) throw new Refusal(403, 'The control API is not for browsers.');
  const url = new URL(request.url ?? '/', 'http://control');
  for (const { method, action, pattern } of routes) {
    const match = pattern.exec(url.pathname);
    if (!match || method !== request.method) continue;
    const { value } = await parseBody(await readBody(request), 'application/json');
    return action({ cloud, params: match.slice(1), body: value, query: url.searchParams });
  }
  throw new Refusal(404, 'The control API has no such path.');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

export function controlServer(cloud: Cloud): Server {
  return createServer((request, response) => {
    answer(cloud, request).then(
      (body) => send(response, 200, body),
      (error: unknown) => {
        const known = error instanceof Refusal;
        if (!known) process.emitWarning(error instanceof Error ? error : String(error));
        send(response, known ? error.status : 500, {
          message: known ? error.message : 'Something went wrong here.',
        });
      },
    );
  });
}
