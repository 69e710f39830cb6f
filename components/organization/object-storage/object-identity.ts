import { exactName } from './exact-name';
import { entryId } from './folders';
import type { ObjectRow } from './object-columns';

/** The exact name of a line: an object's key, or a folder's prefix. */
export const wholeName = (row: ObjectRow): string => (row.kind === 'folder' ? row.prefix : row.key);

/** Id and name of a line, for its actions. What can't be seen in a name has marks. */
export const objectIdentity = {
  id: entryId,
  name: (row: ObjectRow): string => exactName(wholeName(row)),
};
