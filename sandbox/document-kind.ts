/** What stands at the place of a tenant's documents: a PDF, or a page that says it is one. */
import type { Store } from './db';
import type { WireFile } from '@/lib/contract/shape';

export const documentKinds = ['pdf', 'html'] as const;
export type DocumentKind = (typeof documentKinds)[number];

const keyOf = (tenantId: string, part: string) => `documents ${part} ${tenantId}`;

/** Sets it for a part of a new tenant. */
export function setDocuments(
  store: Store,
  tenantId: string,
  part: 'awanio' | 'dewavps',
  kind: DocumentKind,
): void {
  store.insert('meta', { name: keyOf(tenantId, part), value: kind });
}

/** The document, or the page in its place, which has the same name and media type. */
export function asSet(
  store: Store,
  tenantId: string,
  part: 'awanio' | 'dewavps',
  file: WireFile,
): WireFile {
  const sql = 'select value from meta where name = ?';
  const kind = store.get<{ value: string }>(sql, keyOf(tenantId, part))?.value;
  if (kind !== 'html') return file;
  const page = '<!doctype html><title>Sign in</title><script>document.title = 1</script>';
  return { ...file, bytes: Buffer.from(page) };
}
