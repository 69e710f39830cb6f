import { describe, expect, it } from 'vitest';
import { checkPath, effective, parseOverrides } from './overrides';

const of = { path: '/{group_type}/{uuid}/vms' };

describe('parseOverrides', () => {
  it('reads and applies a file', () => {
    const overrides = parseOverrides({
      A25: { path: '/v2x/{uuid}/of/{group_type}/machines' },
      D03: { encoding: 'json', method: 'PUT' },
      A35: { absent: true },
    });
    expect(effective('A25', overrides)).toEqual({
      method: 'GET',
      path: '/v2x/{uuid}/of/{group_type}/machines',
      encoding: 'none',
      absent: false,
      fixed: null,
    });
    expect(effective('D03', overrides)).toMatchObject({
      method: 'PUT',
      encoding: 'json',
      absent: false,
    });
    expect(effective('A35', overrides).absent).toBe(true);
    expect(effective('A26', overrides)).toEqual(effective('A26'));
  });

  it.each([
    [{ Z99: { absent: true } }, 'Z99: no operation has this reference'],
    [{ A25: { path: '/vms/{uuid}' } }, 'A25.path: must hold the parameters {group_type}, {uuid}'],
    [{ A25: { method: 'FETCH' } }, 'A25.method'],
    [{ A25: { pth: '/x' } }, 'pth'],
    [{ A25: 'gone' }, 'A25'],
    [[], 'the file'],
    ['text', 'the file'],
  ])('refuses %j', (json, words) => {
    expect(() => parseOverrides(json)).toThrow(words);
  });

  it('lists all mistakes at once', () => {
    expect(() => parseOverrides({ Z1: {}, Z2: {} })).toThrow(/Z1[^]*Z2/);
  });
});

describe('fixed answers', () => {
  const tiers = [{ id: 2, name: 'Premium' }, { tier_id: '3' }];

  it("have the form of the backend's data and are decoded by the same schema", () => {
    const { fixed } = effective('D76', parseOverrides({ D76: { answer: tiers } }));
    expect(fixed?.({ query: { location_id: '1' } })?.result).toEqual({
      data: [
        { id: '2', name: 'Premium', description: null, icon: null },
        { id: '3', name: null, description: null, icon: null },
      ],
      page: null,
      active_operations: null,
    });
    expect(effective('D76').fixed).toBeNull();
  });

  it('can differ by input, and be missing for other inputs', () => {
    const row = (price: number) => [{ id: 1, component: 'memory', price_per_hour: price }];
    const answers = [{ for: { tier_id: 2 }, answer: row(20) }];
    const { fixed } = effective('D77', parseOverrides({ D77: { answers } }));
    const price = (tier: string) => fixed?.({ params: { tier_id: tier } })?.result;
    expect(price('2')).toMatchObject({ data: [{ price_per_hour: 20, price_per_month: 14_400 }] });
    expect(price('3')).toBeUndefined();
    const both = effective('D77', parseOverrides({ D77: { answers, answer: row(10) } })).fixed;
    expect(both?.({ params: { tier_id: '2' } })).toEqual(fixed?.({ params: { tier_id: '2' } }));
    expect(both?.({ params: { tier_id: '3' } })?.result).toMatchObject({
      data: [{ price_per_hour: 10 }],
    });
  });

  it.each([
    [{ D76: { answer: [{ name: 'Premium' }] } }, 'D76.answer[].id: does not fit'],
    [{ D76: { answer: 'Premium' } }, 'D76.answer: does not fit'],
    [{ D77: { answers: [{ for: { tier: 2 }, answer: [] }] } }, 'D77.answers.0.for.tier'],
    [{ D77: { answers: [{ for: { tier_id: 2 } }] } }, 'D77.answers.0.answer'],
    [{ D77: { answers: [{ for: {}, answer: [] }] } }, 'D77.answers.0.for'],
    [{ D76: { answer: [], absent: true } }, 'D76.answer: can not stand together with absent'],
    [{ D76: { answer: [], path: '/tiers' } }, 'D76.answer: can not stand together with path'],
    [{ D03: { answer: {} } }, 'D03.answer: only a read'],
    [{ D07: { answer: {} } }, 'D07.answer: only a read'],
    [{ D02: { answer: [] } }, 'D02.answer: sign-in and rights go by this read'],
    [{ A04: { answer: {} } }, 'A04.answer: sign-in and rights go by this read'],
  ])('refuses %j', (json, words) => {
    expect(() => parseOverrides(json)).toThrow(words);
  });
});

describe('checkPath', () => {
  it.each([
    ['{group_type}/{uuid}/vms', 'one "/"'],
    ['//evil.example/{group_type}/{uuid}', 'one "/"'],
    ['/{group_type}/../{uuid}', '".."'],
    ['/{group_type}/%2e%2E/{uuid}', '".."'],
    ['/{group_type}/{uuid}?x=1', 'query'],
    ['/{group_type}/{uuid}#x', 'query'],
    ['/{group_type}\\{uuid}', 'backslash'],
    ['/{group_type}/{uuid}/{uuid}', 'each once'],
    ['/{group_type}/{uuid}/{', 'brace'],
  ])('refuses %s', (path, words) => {
    expect(checkPath(of, { path }).join()).toContain(words);
  });

  it('accepts the parameters in any order', () => {
    expect(checkPath(of, { path: '/x/{uuid}/{group_type}' })).toEqual([]);
    expect(checkPath(of, {})).toEqual([]);
  });
});
