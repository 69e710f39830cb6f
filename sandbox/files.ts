/** Keeps files that an answer names by their address, as a provider's storage does: whoever knows the address may read. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Cloud } from './cloud';

interface StoredFile {
  name: string;
  /** The media type. */
  type: string;
  content: string;
}

/** Keeps a file. @param file its name has only letters, digits, `-` and `.` @returns its address, with scheme */
export function keepFile(cloud: Cloud, tenantId: string, file: StoredFile): string {
  const id = randomUUID();
  const created_at = cloud.now(tenantId);
  cloud.store.insert('files', { id, tenant_id: tenantId, ...file, created_at });
  return `http://${cloud.pictureHost}/files/${id}/${file.name}`;
}

/** Serves `/files/{id}/{name}`. @returns false for other paths */
export function serveFile({ store }: Cloud, path: string, response: ServerResponse): boolean {
  const [, id, name] = /^\/files\/([0-9a-f-]{36})\/([\w.-]+)$/.exec(path) ?? [];
  if (!id || !name) return false;
  const file = store.get<StoredFile>('select * from files where id = ? and name = ?', id, name);
  if (!file) return false;
  response.writeHead(200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${file.name}"`,
    'cache-control': 'no-store',
  });
  response.end(file.content);
  return true;
}
