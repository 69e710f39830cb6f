/**
 * The control API for tests and demos: tenants, clocks, faults, mail. It answers JSON on loopback and is off by
 * default. It has no password, so it must never listen on another address.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { z } from 'zod';
import { setStock } from './awanio/metal';
import { forgetUploads, setStorageTrouble, storedParts } from './awanio/object-storages';
import { suspendUser } from './awanio/members';
import { sellOut } from './awanio/sold-out';
import { attachVolume } from './awanio/volume-changes';
import type { Cloud, Tenant } from './cloud';
import { findInstance } from './dewavps/instance';
import { removeInstance, restart } from './dewavps/power';
import { faultInput } from './faults';
import {
  callbackInput,
  controlCallbacks,
  controlPayment,
  paymentsOfTenant,
} from './gateway/control';
import { gatewaySettings, setGateway } from './gateway/settings';
import { mailJson } from './inbox';
import { parseBody, readBody } from './input';
import { Refusal } from './refusal';
import { changeKey } from './objects/keys';
import { troubleInput } from './objects/trouble';
import { makeTenant, tenantInput } from './tenants';
import { keyHash } from './tokens';

/** A request to the control API. */
interface ControlRequest {
  cloud: Cloud;
  /** Values of the path's `:names`. */
  params: string[];
  body: unknown;
  query: URLSearchParams;
}
type Action = (request: ControlRequest) => unknown;

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal(422, z.prettifyError(parsed.error));
  return parsed.data;
}

function tenantOf({ cloud, params }: ControlRequest): Tenant {
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

/** `keys`: false revokes only tokens, true also all keys, and a list only these keys. */
const revokeInput = z.strictObject({
  keys: z.union([z.boolean(), z.array(z.string())]).default(false),
});

/** The end of the next certificate: in so many seconds of real time, or at an instant. */
const certificateInput = z.strictObject({
  ends: z.union([z.number().positive().max(4_000_000_000), z.iso.datetime()]),
});

/** Whether a key of an object storage works no more, or only reads. */
const keyInput = z.strictObject({
  revoked: z.boolean().optional(),
  readOnly: z.boolean().optional(),
});

const done = { ok: true };

const actions: Record<string, Action> = {
  'GET /health': () => done,
  'POST /tenants': ({ cloud, body }) => makeTenant(cloud, parse(tenantInput, body)),
  'POST /tenants/:id/clock': (request) => {
    const { id } = tenantOf(request);
    const { advanceSeconds, speed } = parse(clockInput, request.body);
    request.cloud.clock.change(id, { advanceSeconds, speed });
    request.cloud.catchUp(id);
    return { now: new Date(request.cloud.now(id)).toISOString() };
  },
  'POST /tenants/:id/faults': (request) => {
    request.cloud.faults.add(tenantOf(request).id, parse(faultInput, request.body));
    return done;
  },
  'DELETE /tenants/:id/faults': (request) => {
    request.cloud.faults.clear(tenantOf(request).id);
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
  'POST /tenants/:id/revoke': (request) => {
    const { id, epoch } = tenantOf(request);
    const { store } = request.cloud;
    const { keys } = parse(revokeInput, request.body);
    if (Array.isArray(keys)) {
      for (const key of keys)
        store.update('api_keys', { tenant_id: id, key_hash: keyHash(key) }, { revoked: 1 });
      return done;
    }
    store.update('tenants', { id }, { epoch: epoch + 1 });
    if (keys) store.update('api_keys', { tenant_id: id }, { revoked: 1 });
    return done;
  },
  'POST /tenants/:id/samples': (request) => {
    const { on } = parse(z.strictObject({ on: z.boolean() }), request.body);
    request.cloud.store.update('tenants', { id: tenantOf(request).id }, { samples: on });
    return done;
  },
  'POST /tenants/:id/instances/:uuid/delete': (request) => {
    const { id } = tenantOf(request);
    const { uuid } = findInstance(request.cloud.store, id, request.params[1] ?? '');
    request.cloud.store.transaction(() =>
      removeInstance(request.cloud, uuid, request.cloud.now(id), { addresses: true, disks: false }),
    );
    return done;
  },
  'POST /tenants/:id/instances/:uuid/restart': (request) => {
    const { id } = tenantOf(request);
    const instance = findInstance(request.cloud.store, id, request.params[1] ?? '');
    if (instance.status !== 'Running') throw new Refusal(409, 'The instance is not running.');
    restart(request.cloud, id, instance, request.cloud.now(id));
    return done;
  },
  'POST /tenants/:id/users/:uuid/suspend': (request) => {
    const { on } = parse(z.strictObject({ on: z.boolean() }), request.body);
    suspendUser(request.cloud.store, tenantOf(request).id, request.params[1] ?? '', on);
    return done;
  },
  'POST /tenants/:id/organizations/:uuid/suspend': (request) => {
    const { on } = parse(z.strictObject({ on: z.boolean() }), request.body);
    const key = { uuid: request.params[1] ?? '', tenant_id: tenantOf(request).id };
    const changed = request.cloud.store.update('organizations', key, { suspended: on });
    if (changed === 0) throw new Refusal(404, 'The tenant has no such organization.');
    return done;
  },
  'POST /tenants/:id/sold-out': (request) => {
    const { plans } = parse(z.strictObject({ plans: z.array(z.string()) }), request.body);
    sellOut(request.cloud.store, tenantOf(request).id, plans);
    return done;
  },
  'POST /tenants/:id/packages/:name/stock': (request) => {
    const { left } = parse(z.strictObject({ left: z.int().min(0).max(1000) }), request.body);
    setStock(request.cloud.store, tenantOf(request).id, request.params[1] ?? '', left);
    return done;
  },
  'POST /tenants/:id/volumes/:uuid/attach': (request) => {
    const { vm } = parse(z.strictObject({ vm: z.string() }), request.body);
    attachVolume(request.cloud.store, tenantOf(request).id, request.params[1] ?? '', vm);
    return done;
  },
  'POST /tenants/:id/gateway': (request) => {
    const settings = parse(gatewaySettings, request.body);
    setGateway(request.cloud.store, tenantOf(request).id, settings);
    return done;
  },
  'GET /tenants/:id/payments': (request) => paymentsOfTenant(request.cloud, tenantOf(request).id),
  'POST /tenants/:id/payments/:order/callbacks': (request) =>
    controlCallbacks(
      request.cloud,
      tenantOf(request).id,
      request.params[1] ?? '',
      parse(callbackInput, request.body),
    ),
  'POST /tenants/:id/payments/:order/:action': (request) => {
    const [, order = '', action = ''] = request.params;
    return controlPayment(request.cloud, tenantOf(request).id, order, action);
  },
  'POST /tenants/:id/clusters/:uuid/certificate': (request) => {
    const { ends } = parse(certificateInput, request.body);
    const key = { uuid: request.params[1] ?? '', tenant_id: tenantOf(request).id };
    const until = typeof ends === 'number' ? Date.now() + ends * 1000 : Date.parse(ends);
    const { store } = request.cloud;
    if (store.update('clusters', key, { certificate_until_real: until }) === 0)
      throw new Refusal(404, 'The tenant has no such cluster.');
    return { ends: new Date(until).toISOString() };
  },
  'POST /tenants/:id/storage': (request) => {
    setStorageTrouble(request.cloud, tenantOf(request).id, parse(troubleInput, request.body));
    return done;
  },
  'POST /tenants/:id/storage/forget-uploads': (request) => {
    forgetUploads(request.cloud, tenantOf(request).id);
    return done;
  },
  'GET /tenants/:id/storage/parts': (request) => storedParts(request.cloud, tenantOf(request).id),
  'POST /tenants/:id/storage-keys/:key': (request) => {
    const change = parse(keyInput, request.body);
    const { id } = tenantOf(request);
    if (!changeKey(request.cloud.store, id, request.params[1] ?? '', change))
      throw new Refusal(404, 'The tenant has no such key.');
    return done;
  },
  'GET /tenants/:id/ledger': (request) => {
    const { id } = tenantOf(request);
    request.cloud.catchUp(id);
    const accounts = request.cloud.store.all<{ id: string; balance: number }>(
      'select id, balance from accounts where tenant_id = ?',
      id,
    );
    return accounts.map((account) => ({
      ...account,
      entries: request.cloud.ledger.entries(account.id),
    }));
  },
  'GET /tenants/:id/arrivals': (request) => request.cloud.arrivals(tenantOf(request).id),
  'GET /mail': ({ cloud, query }) => mailJson(cloud.store, query.get('to')),
  'GET /reached': ({ cloud }) => [...cloud.reached].sort(),
};

const routes = Object.entries(actions).map(([name, action]) => {
  const [method = '', path = ''] = name.split(' ');
  return { method, action, pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`) };
});

async function answer(cloud: Cloud, request: IncomingMessage): Promise<unknown> {
  // A web page can post to loopback, but the browser always adds an Origin.
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

/** Creates the HTTP server of the control API. */
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
