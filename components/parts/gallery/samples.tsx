'use client';
import { type Action, type RowIdentity } from '@/components/parts/actions/action';
import { type Column, type Filter } from '@/components/parts/tables/columns';
import { Instant } from '@/components/ui/instant';
import { Status, type StatusGroup } from '@/components/ui/status';
import { rupiah } from '@/lib/format';
import { RotateCw, Trash2 } from 'lucide-react';

export interface Sample {
  id: string;
  name: string;
  state: StatusGroup;
  address: string;
  size: string;
  cost: number;
  made: string;
}

export const states: StatusGroup[] = ['run', 'off', 'busy', 'error', 'unknown'];
export const words: Record<StatusGroup, string> = {
  run: 'Running',
  off: 'Stopped',
  busy: 'Starting',
  error: 'Failed',
  unknown: 'paused_by_host',
};

export function samples(count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `i-${index}`,
    name: `web-${index + 1}`,
    state: states[index % 5] ?? 'unknown',
    address: `103.10.${index % 250}.17`,
    size: `${(index % 4) + 1} vCPU · ${2 ** (index % 5)} GB`,
    cost: 90_000 + index * 12_345,
    made: new Date(Date.UTC(2026, 10, 21) - index * 7_300_000).toISOString(),
  }));
}

export const columns: Column<Sample>[] = [
  { id: 'name', header: 'Name', main: true, sort: (row) => row.name, cell: (row) => row.name },
  {
    id: 'state',
    header: 'State',
    sort: (row) => row.state,
    cell: (row) => <Status group={row.state}>{words[row.state]}</Status>,
  },
  {
    id: 'address',
    header: 'Address',
    cell: (row) => <span className="tabular font-mono">{row.address}</span>,
  },
  { id: 'size', header: 'Size', cell: (row) => row.size },
  {
    id: 'made',
    header: 'Created',
    sort: (row) => row.made,
    cell: (row) => <Instant iso={row.made} />,
  },
  {
    id: 'cost',
    header: 'A month',
    numeric: true,
    sort: (row) => row.cost,
    cell: (row) => rupiah(row.cost),
  },
];
export const searchText = ({ name, address }: Sample) => `${name} ${address}`;
const nothingDone = () => Promise.resolve();
export const actions: Action<Sample>[] = [
  {
    id: 'restart',
    label: 'Restart',
    icon: <RotateCw aria-hidden />,
    reason: ({ state }) => (state === 'off' ? 'It is stopped.' : null),
    run: nothingDone,
    done: ({ name }) => `${name} is being restarted`,
    bulk: true,
  },
  {
    id: 'delete',
    label: 'Delete…',
    icon: <Trash2 aria-hidden />,
    danger: true,
    group: 'end',
    reason: () => null,
    run: nothingDone,
    confirm: {
      title: (rows) => `Delete ${rows.map(({ name }) => name).join(', ')}?`,
      text: () => 'Nothing is deleted here: this is the gallery.',
      button: () => 'Delete',
    },
    bulk: true,
  },
];
export const rowIdentity: RowIdentity<Sample> = { id: ({ id }) => id, name: ({ name }) => name };
export const filters: Filter<Sample>[] = [
  {
    id: 'state',
    label: 'State',
    options: states.map((value) => ({ value, label: words[value] })),
    of: ({ state }) => state,
  },
];
