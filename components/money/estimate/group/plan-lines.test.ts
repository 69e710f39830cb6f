import { describe, expect, it } from 'vitest';
import type { Plan } from '../../offers/group/plans';
import { meantPlan, planLine } from './plan-lines';

const plan: Plan = {
  uuid: 'u-1',
  kind: 'vm',
  name: 's-d',
  group: 'standard',
  vcpu: 2,
  ram: 4096,
  disk: 60,
  transfer: 2,
  free: null,
  soldOut: false,
  availability: 'available',
  perHour: 320,
  perMonth: 230_400,
};
const line = { kind: 'vm', count: 2, of: ['u-1', 'an old name'] };

describe('planLine', () => {
  it('names the plan, for kinds that an estimate holds', () => {
    expect(planLine(plan, { count: 2 })).toEqual({ kind: 'vm', count: 2, of: ['u-1', 's-d'] });
    expect(planLine({ ...plan, kind: 'other' })).toBeNull();
  });
});

describe('meantPlan', () => {
  it('takes name and price from the price list of now', () => {
    expect(meantPlan(line, [plan])).toEqual({
      name: 's-d',
      plan,
      service: 'running',
      leftOut: null,
      price: { perHour: 320, perMonth: 230_400 },
      nodes: null,
    });
  });

  it('counts the plan for each node of a cluster with high availability', () => {
    const pods = { ...plan, kind: 'pods' } as const;
    const available = planLine(pods, { highlyAvailable: true });
    expect(available?.of).toEqual(['u-1', 's-d', 'ha']);
    expect(planLine(plan, { highlyAvailable: true })?.of).toEqual(['u-1', 's-d']);
    expect(meantPlan(available ?? line, [pods])).toMatchObject({
      nodes: 3,
      price: { perHour: 960, perMonth: 691_200 },
    });
    const single = planLine(pods);
    expect(meantPlan(single ?? line, [pods])).toMatchObject({ nodes: 1, price: { perHour: 320 } });
  });

  it('names what is no longer offered, and what has no price', () => {
    const gone = { ...line, of: ['u-2', 's-x'] };
    expect(meantPlan(gone, [plan])).toMatchObject({ name: 's-x', leftOut: 'gone' });
    expect(meantPlan({ ...line, of: ['u-2'] }, [plan])).toMatchObject({ name: 'u-2' });
    expect(meantPlan({ ...line, kind: 'volume' }, [plan])).toMatchObject({ leftOut: 'gone' });
    const free = { ...plan, perHour: null, perMonth: null };
    expect(meantPlan(line, [free])).toMatchObject({ leftOut: 'unpriced' });
  });

  it('says when it doesn’t know the kind, and waits for the price list', () => {
    expect(meantPlan({ ...line, kind: 'ship' }, [plan])).toMatchObject({ leftOut: 'kind' });
    expect(meantPlan(line, null)).toMatchObject({ name: 'an old name', leftOut: null });
  });
});
