import { describe, expect, it } from 'vitest';
import { fit, layoutOf, maxShown, width } from './diagram-layout';
import { membersOf, type Member } from './network';

const members = (count: number, gateway: string | null = null): readonly Member[] =>
  membersOf(
    Array.from({ length: count }, (_, index) => ({
      instance_uuid: `i-${index}`,
      hostname: `web-${index}`,
      private_ip: `10.0.0.${10 + index}`,
      mac_address: null,
      status: 'Running',
    })),
    gateway,
    [{ uuid: 'i-0', hostname: 'web-0', ip_address: '203.0.113.4', private_ip: null }],
  );

describe('membersOf', () => {
  it('marks the gateway and adds public addresses', () => {
    const [first, second] = members(2, 'i-0');
    expect(first).toMatchObject({ isGateway: true, publicAddress: '203.0.113.4' });
    expect(second).toMatchObject({ isGateway: false, publicAddress: null });
  });
});

describe('layoutOf', () => {
  it('draws the gateway apart from the others, with the internet above it', () => {
    const drawn = layoutOf(members(3, 'i-0'));
    expect(drawn.gatewayMember?.hostname).toBe('web-0');
    expect(drawn.internet).not.toBeNull();
    expect(drawn.machines.map(({ member }) => member.hostname)).toEqual(['web-1', 'web-2']);
  });
  it('draws neither line nor internet for an empty network', () => {
    expect(layoutOf([])).toMatchObject({
      trunk: null,
      internet: null,
      gatewayMember: null,
      rest: null,
    });
  });
  it('counts machines together when there are too many, but never one alone', () => {
    expect(layoutOf(members(maxShown + 1)).rest).toBeNull();
    const drawn = layoutOf(members(maxShown + 12));
    expect(drawn.machines).toHaveLength(maxShown);
    expect(drawn.rest?.count).toBe(12);
  });
  it('lets no box overlap another or leave the drawing', () => {
    const drawn = layoutOf(members(20, 'i-0'));
    const boxes = [
      drawn.internet,
      drawn.gateway,
      drawn.network,
      ...drawn.machines,
      drawn.rest,
    ].filter((box) => box !== null);
    boxes.forEach((box, index) => {
      const next = boxes[index + 1];
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThan(next ? next.y : drawn.height);
    });
  });
});

describe('fit', () => {
  it('keeps both ends', () => {
    expect(fit('web-1', 10)).toBe('web-1');
    expect(fit('database-primary-jakarta-1', 12)).toBe('databa…rta-1');
  });
});
