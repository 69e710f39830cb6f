/** SSH keys of the account: D70–D73. */
import { randomUUID } from 'node:crypto';
import type { Store } from '../db';
import { Refusal, invalid } from '../refusal';
import { implement } from '../registry';
import { microText } from './text';

interface SshKey {
  id: string;
  title: string;
  key: string;
  created_at: number;
}
const keysOf = (store: Store, tenantId: string) =>
  store.all<SshKey>(
    'select * from ssh_keys where tenant_id = ? order by created_at desc, rowid desc',
    tenantId,
  );

implement('D70', (_, { store, tenant }) => ({
  rows: keysOf(store, tenant.id).map(({ id, title, key, created_at }) => ({
    id,
    title,
    key,
    created_at: microText(created_at),
  })),
}));

implement('D71', ({ body }, { store, tenant, now }) => {
  const keys = keysOf(store, tenant.id);
  if (keys.some((row) => row.title === body.title))
    throw invalid({ title: ['The title has already been taken.'] });
  if (keys.some((row) => row.key === body.key))
    throw invalid({ key: ['The key has already been taken.'] });
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

implement('D72', ({ params }, { store, tenant }) => {
  const key = keysOf(store, tenant.id).find((row) => row.id === params.ssh_id);
  if (!key) throw new Refusal(404, 'SSH key not found.');
  store.run('delete from ssh_keys where id = ?', key.id);
  return { id: key.id, title: key.title };
});

implement('D73', (_, { store, tenant }) => ({
  rows: keysOf(store, tenant.id).map(({ id, title }) => ({ id, title })),
}));
