/** SSH keys of the account, D70–D73, and those of a machine, D48. */
import { randomUUID } from 'node:crypto';
import type { Store } from '../db';
import { Refusal } from '../refusal';
import { implement } from '../registry';
import type { Errors } from './checks';
import { refuseErrors, say } from './checks';
import { findInstance } from './instance';
import { microText } from './text';

interface SshKey {
  id: string;
  title: string;
  key: string;
  created_at: number;
}
const keysOf = (store: Store, tenantId: string) =>
  store.all<SshKey>(
    'select * from ssh_keys where tenant_id = ? and gone_at is null order by created_at desc, rowid desc',
    tenantId,
  );

const keyWire = ({ id, title, key, created_at }: SshKey) => ({
  id,
  title,
  key,
  created_at: microText(created_at),
});

/** The type and data of a key, which identify it; the comment is only a name. */
const identityOf = (key: string) => key.trim().split(/\s+/, 2).join(' ');

/** Whether a key's data is complete: fields, each after its length; the first is the type. */
function isWhole(key: string): boolean {
  const [type = '', data = ''] = key.trim().split(/\s+/);
  const bytes = Buffer.from(data, 'base64');
  const fields: Buffer[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) return false;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return at === bytes.length && fields.length > 1 && fields[0]?.toString('latin1') === type;
}

implement('D70', (_, { store, tenant }) => ({ rows: keysOf(store, tenant.id).map(keyWire) }));

implement('D71', ({ body }, { store, tenant, now }) => {
  const keys = keysOf(store, tenant.id);
  const errors: Errors = {};
  if (keys.some((row) => row.title.toLowerCase() === body.title.toLowerCase()))
    say(errors, 'title', 'The title has already been taken.');
  if (!isWhole(body.key)) say(errors, 'key', 'The key is not a whole public key of its type.');
  else if (keys.some((row) => identityOf(row.key) === identityOf(body.key)))
    say(errors, 'key', 'The key has already been taken.');
  refuseErrors(errors);
  const id = randomUUID();
  store.insert('ssh_keys', {
    id,
    tenant_id: tenant.id,
    title: body.title,
    key: body.key,
    created_at: now,
  });
  return { id, title: body.title };
});

implement('D72', ({ params }, { store, tenant, now }) => {
  const key = keysOf(store, tenant.id).find((row) => row.id === params.ssh_id);
  if (!key) throw new Refusal(404, 'SSH key not found.');
  // The row stays, since machines that were created with the key keep it.
  store.update('ssh_keys', { id: key.id }, { gone_at: now });
  return { id: key.id, title: key.title };
});

implement('D73', (_, { store, tenant }) => ({
  rows: keysOf(store, tenant.id).map(({ id, title }) => ({ id, title })),
}));

implement('D48', ({ params }, { store, tenant }) => {
  const { ssh_keys } = findInstance(store, tenant.id, params.instance_uuid);
  const rows = (JSON.parse(ssh_keys) as string[]).flatMap(
    (id) =>
      store.get<SshKey>('select * from ssh_keys where id = ? and tenant_id = ?', id, tenant.id) ??
      [],
  );
  return { rows: rows.map(keyWire) };
});
