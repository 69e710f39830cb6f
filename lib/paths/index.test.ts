import { describe, expect, it } from 'vitest';
import { paths, safeNext, scopeOf } from './index';

const org = { org: 'org-1' };
const project = { org: 'org-1', project: 'proj/2' };

describe('paths', () => {
  it('have their documented forms', () => {
    const all = [
      paths.home(),
      paths.signIn(),
      paths.signIn({ next: '/o/org-1/vms?q=a b' }),
      paths.signUp(),
      paths.verify(),
      paths.verify({ email: 'a+b@example.test' }),
      paths.account(),
      paths.overview(org),
      paths.overview(project),
      paths.vpsOverview('main'),
      paths.vms(org),
      paths.newVm(org),
      paths.vm(org, 'vm 1'),
      paths.vms(project),
      paths.newVm(project),
      paths.vm(project, 'vm-1'),
      paths.vpc(org),
      paths.vpc(project),
      paths.reservedAddresses(org),
      paths.allBilling(),
      paths.billing(project),
      paths.invoice(org, 'i/1'),
      paths.topUp(org),
      paths.topUp({ account: 'main' }, { amount: '50000' }),
      paths.payment({ account: 'main' }, 'p/1'),
      paths.paymentGateways(),
      paths.monthEnd(),
      paths.monthEnd('2026-06'),
      paths.vpsBilling('main'),
      paths.vpsBillingPart('main', 'credits'),
      paths.vpsDeposit('main', 'd/1'),
      paths.vpsReport('main', '2026-07-01'),
      paths.addresses('main'),
      paths.networks('main'),
      paths.network('main', 'n/1'),
      paths.volumes('main'),
      paths.prices('main'),
      paths.prices('main', { location: '2' }),
      paths.instances('main'),
      paths.newInstance('main'),
      paths.newInstance('main', { tier: '3', cpu: '2', backup: undefined }),
      paths.instance('main', 'i-1'),
      paths.instancePart('main', 'i-1', 'firewall'),
      paths.instanceConsole('main', 'i-1'),
      paths.instanceSerial('main', 'i-1'),
    ];
    expect(all).toMatchInlineSnapshot(`
      [
        "/",
        "/sign-in",
        "/sign-in?next=%2Fo%2Forg-1%2Fvms%3Fq%3Da+b",
        "/sign-up",
        "/verify",
        "/verify?email=a%2Bb%40example.test",
        "/account",
        "/o/org-1",
        "/o/org-1/p/proj%2F2",
        "/vps/main",
        "/o/org-1/vms",
        "/o/org-1/vms/new",
        "/o/org-1/vms/vm%201",
        "/o/org-1/p/proj%2F2/vms",
        "/o/org-1/p/proj%2F2/vms/new",
        "/o/org-1/p/proj%2F2/vms/vm-1",
        "/o/org-1/network",
        "/o/org-1/network",
        "/o/org-1/addresses",
        "/billing",
        "/o/org-1/billing",
        "/o/org-1/billing/i%2F1",
        "/o/org-1/billing/top-up",
        "/vps/main/billing/top-up?amount=50000",
        "/vps/main/billing/top-up/p%2F1",
        "/provider/payment-gateways",
        "/billing/month-end",
        "/billing/month-end?month=2026-06",
        "/vps/main/billing",
        "/vps/main/billing/credits",
        "/vps/main/billing/deposits/d%2F1",
        "/vps/main/billing/reports/2026-07-01",
        "/vps/main/addresses",
        "/vps/main/networks",
        "/vps/main/networks/n%2F1",
        "/vps/main/volumes",
        "/vps/main/prices",
        "/vps/main/prices?location=2",
        "/vps/main/instances",
        "/vps/main/instances/new",
        "/vps/main/instances/new?tier=3&cpu=2",
        "/vps/main/instances/i-1",
        "/vps/main/instances/i-1/firewall",
        "/vps/main/instances/i-1/console",
        "/vps/main/instances/i-1/serial",
      ]
    `);
  });

  it('give their scope back', () => {
    expect(scopeOf(paths.vm(project, 'x'))).toEqual({ kind: 'group', ...project });
    expect(scopeOf(paths.vms(org))).toEqual({ kind: 'group', ...org });
    expect(scopeOf(paths.instanceConsole('mine', 'x'))).toEqual({ kind: 'vps', account: 'mine' });
    expect(scopeOf('/account')).toEqual({ kind: 'none' });
    expect(scopeOf('/o/%E0%A4%A')).toEqual({ kind: 'group', org: '%E0%A4%A' });
  });

  it('return only to our own pages after sign-in', () => {
    expect(safeNext('/o/1/vms?q=x')).toBe('/o/1/vms?q=x');
    for (const bad of ['//evil.test', '/\\evil.test', 'https://evil.test', '/a\nb', '', null]) {
      expect(safeNext(bad)).toBe('/');
    }
    // The result is resolved by a router and again by the browser.
    for (const bad of ['/..//evil.test', '/.//evil.test', '/a/%2E%2e//evil.test'])
      expect(safeNext(bad)).toBe('/');
  });
});
