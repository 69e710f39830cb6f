import { describe, expect, it } from 'vitest';
import { known, type ChargedItem } from '../dashboards/holdings';
import type { Machine } from '../dashboards/machine';
import { unknownMoney, walletsOf, type ScopeOverview } from '../dashboards/scope-overview';
import { projectRows, serviceRows, thingRows, unusedOf } from './cost-rows';

const machine = (name: string, perHour: number, group: Machine['group'] = 'run') =>
  ({ id: `vm/${name}`, name, href: `/${name}`, group, perHour, perMonth: null }) as Machine;
const disk = (name: string, perHour: number | null, free: boolean, ownPrice = true) =>
  ({ id: `volume/${name}`, name, free, ownPrice, perHour, perMonth: null }) as ChargedItem;

const place = (key: string, machines: Machine[], disks: ChargedItem[] = []): ScopeOverview => ({
  scope: {
    key,
    label: key,
    href: `/${key}`,
    machines: true,
    role: 'admin',
    ...(key.startsWith('o/')
      ? { kind: 'organization', group: { org: 'one' } }
      : { kind: 'project', organizationName: null, group: { org: 'one', project: key } }),
  },
  role: 'admin',
  holdings: { machines: known(machines), disks: known(disks), addresses: known([]) },
  money: key.startsWith('o/') ? { ...unknownMoney, balance: 120_000 } : null,
  seesMoney: true,
  create: null,
});

const overviews = [
  place(
    'o/one',
    [machine('web', 60), machine('old', 20, 'off')],
    [disk('data', 10, false), disk('spare', 10, true), disk('boot', 0, false, false)],
  ),
  place('p/shop', [machine('till', 20)]),
];
const [wallet] = walletsOf(overviews);
if (!wallet) throw new Error('the organization has no wallet');

describe('what costs money', () => {
  it('is added by service, with the time that the balance would gain', () => {
    const rows = serviceRows(wallet);
    expect(rows.map(({ service, perHour }) => [service, perHour])).toEqual([
      ['running', 80],
      ['stopped', 20],
      ['disks', 20],
    ]);
    expect(rows[0]?.gain).toEqual({ kind: 'hours', hours: 3000 - 1000 }); // 120,000 at 40 instead of 120
  });
  it('is listed by thing, the dearest first, without what costs nothing of its own', () => {
    const rows = thingRows(overviews, wallet);
    expect(rows.map(({ name, unused }) => [name, unused])).toEqual([
      ['web', false],
      ['old', true],
      ['till', false],
      ['data', false],
      ['spare', true],
    ]);
    expect(rows[0]?.gain).toEqual({ kind: 'hours', hours: 1000 });
  });
  it('is listed by project, where there are some', () => {
    expect(projectRows(overviews, wallet).map(({ name, perHour }) => [name, perHour])).toEqual([
      ['o/one', 100],
      ['p/shop', 20],
    ]);
    expect(projectRows(overviews.slice(0, 1), wallet)).toEqual([]);
  });
  it('names what nothing uses, and what that would gain', () => {
    const unused = unusedOf(thingRows(overviews, wallet), wallet);
    expect(unused).toMatchObject({ count: 2, perHour: 30, gain: { kind: 'hours' } });
    expect(unused?.gain).toHaveProperty('hours', 120_000 / 90 - 1000);
    expect(unusedOf([], wallet)).toBeNull();
  });
});
