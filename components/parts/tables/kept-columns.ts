/** A person's choice of columns of a list, kept in the browser. */
import { forget, keep, readKept } from '@/lib/query/storage';

const columnsOf = (id: string) => `list:${id}:columns`;

/** The last choice, as in `?cols=`; empty for the default. */
export function keptColumns(identity: string, id: string): string {
  const kept = readKept(identity, columnsOf(id));
  return typeof kept === 'string' ? kept : '';
}

/** Keeps a choice; an empty one deletes it. */
export function keepColumns(identity: string, id: string, cols: string): void {
  if (cols === '') forget(identity, columnsOf(id));
  else keep(identity, columnsOf(id), cols);
}
