import { expect, it } from 'vitest';
import { samePage } from './same-page';
import type { Scope } from './scopes';
import { withPages } from './shown-pages';

const organization: Scope = {
  kind: 'organization',
  key: 'o/kopi',
  label: 'Kopi',
  href: '/o/kopi',
  machines: true,
  group: { org: 'kopi' },
  role: 'admin',
};
const project: Scope = {
  ...organization,
  kind: 'project',
  key: 'p/toko',
  href: '/o/kopi/p/toko',
  group: { org: 'kopi', project: 'toko' },
  organizationName: 'Kopi',
};
const account: Scope = {
  kind: 'account',
  key: 'vps/toko',
  label: 'toko',
  href: '/vps/toko',
  machines: true,
  account: 'toko',
  refused: [],
};
const query = new URLSearchParams('q=web&status=run&page=2');

it.each([
  [organization, project, '/o/kopi/vms', '/o/kopi/p/toko/vms?q=web&status=run'],
  [project, organization, '/o/kopi/p/toko/vms', '/o/kopi/vms?q=web&status=run'],
  [organization, project, '/o/kopi', '/o/kopi/p/toko'],
  [organization, project, '/o/kopi/vms/11', '/o/kopi/p/toko'],
  [organization, { ...project, machines: false }, '/o/kopi/vms', '/o/kopi/p/toko'],
  [organization, account, '/o/kopi/vms', '/vps/toko'],
  [null, project, '/account', '/o/kopi/p/toko'],
])(
  'leads from a list to the same list with its filters, else to the first page',
  (from, to, at, there) => {
    const [shown] = withPages([to]);
    expect(shown && samePage(from, shown, at, query)).toBe(there);
  },
);
