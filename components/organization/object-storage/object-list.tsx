'use client';
import { ApiList } from './api-list';
import type { ListProps } from './object-table';
import { StoredList } from './stored-list';
import { useLinkedKey } from './use-key';

/** What is in a folder: listed by the storage itself where a key is linked, else by the provider's API. */
export function ObjectList(props: ListProps) {
  const linked = Boolean(useLinkedKey().data);
  return linked ? <StoredList {...props} /> : <ApiList {...props} />;
}
