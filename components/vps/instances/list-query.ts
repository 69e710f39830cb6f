/** The input of the list of instances, read from the page's URL. Server and browser share it. */
import { statusFilters, type StatusFilter } from '@/components/parts/machines/status-filters';
import type { Input } from '@/lib/contract/types';
import { pageOf, type Query } from '@/lib/resources/resource';

/** How many rows a page has. The server renders them all. */
export const pageSize = 50;

/** The statuses of the backend that each filter includes. */
const words: Record<StatusFilter, string> = {
  run: 'Running',
  off: 'Stopped',
  busy: 'Pending,Starting,Stopping,Restarting,Resizing,Reinstalling,Cloning,Migrating,Restoring',
  error: 'Error',
};

/** Columns that the backend can sort by. The URL has them as `?sort=-cost`. */
export const sortable = ['create', 'cost'] as const;

/** The status filter of a URL; null when the list shows all. */
function readStatusFilter(query: Query): StatusFilter | null {
  const given = query.get('status');
  return statusFilters.find((each) => each === given) ?? null;
}

function readSort(query: Query) {
  const given = query.get('sort') ?? '';
  const column = sortable.find((each) => each === given.replace(/^-/, ''));
  if (!column) return 'create,desc' as const;
  return given.startsWith('-') ? (`${column},desc` as const) : (`${column},asc` as const);
}

/** D02's input for `?q=web&sort=-cost&status=run&page=2`. A parameter that can't be read has its default value. */
export function instancesInput(query: Query): Input<'D02'> {
  const search = (query.get('q') ?? '').trim().slice(0, 253);
  const filter = readStatusFilter(query);
  return {
    query: {
      limit: pageSize,
      page: pageOf(query),
      sort: readSort(query),
      search: search || undefined,
      statuses: filter ? words[filter] : undefined,
    },
  };
}
