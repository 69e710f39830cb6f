import { describe, expect, it } from 'vitest';
import type { KeyRight } from '@/lib/contract/permissions';
import type { Scope } from '@/components/parts/shell/scopes';
import { billsPath, landingPath } from './scope-paths';

const organization = (org: string, machines: boolean): Scope => ({
  ...{ key: `o/${org}`, label: org, href: '/', machines },
  ...{ kind: 'organization', group: { org }, role: machines ? 'member' : 'finance' },
});

const account = (slug: string, refused: KeyRight[] = []): Scope => ({
  ...{ key: `vps/${slug}`, label: slug, href: '/', machines: !refused.includes('read_instance') },
  ...{ kind: 'account', account: slug, refused },
});
const billingKey = account('toko', ['read_instance', 'read_network']);

describe('the first page', () => {
  it('is that of the only scope, or home', () => {
    expect(landingPath([])).toBeNull();
    expect(landingPath([organization('a', true)])).toBe('/o/a');
    expect(landingPath([organization('a', true), organization('b', false)])).toBeNull();
  });
  it('is the bills for a person who sees nothing else', () => {
    expect(landingPath([organization('a', false)])).toBe('/o/a/billing');
    expect(landingPath([organization('a', false), organization('b', false)])).toBe('/billing');
    expect(landingPath([billingKey])).toBe('/vps/toko/billing');
    expect(landingPath([organization('a', false), billingKey])).toBe('/billing');
    expect(landingPath([account('toko', ['read_instance'])])).toBe('/vps/toko');
    expect(landingPath([account('toko', ['read_instance', 'read_network', 'billing'])])).toBe(
      '/vps/toko',
    );
    expect(landingPath([organization('a', false), account('toko', ['read_instance'])])).toBe(
      '/billing',
    );
    expect(landingPath([organization('a', false), account('toko')])).toBeNull();
    expect(
      landingPath([organization('a', false), account('toko', ['read_instance', 'billing'])]),
    ).toBeNull();
  });
});

it('finds the bills that a person may read', () => {
  const admin = (org: string) => ({ ...organization(org, true), role: 'admin' }) as Scope;
  expect(billsPath([organization('a', true)])).toBeNull();
  expect(billsPath([admin('a'), organization('b', true)])).toBe('/o/a/billing');
  expect(billsPath([admin('a'), organization('b', false)])).toBe('/billing');
  expect(billsPath([account('toko', ['billing'])])).toBeNull();
  expect(billsPath([account('toko')])).toBe('/vps/toko/billing');
  expect(billsPath([organization('a', true), account('toko')])).toBe('/vps/toko/billing');
});
