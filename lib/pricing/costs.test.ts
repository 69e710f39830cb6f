import { describe, expect, it } from 'vitest';
import { addUp, joinLines, type Charged } from './costs';

const nothingTold = { perHour: null, perMonth: null };
const things: Charged[] = [
  { service: 'running', perHour: 327, perMonth: 235_440 },
  { service: 'running', perHour: 100 },
  { service: 'stopped', perHour: 40 },
  { service: 'addresses', perHour: 35 },
];

describe('addUp', () => {
  it('sums by service, a month being 720 hours where the backend says none', () => {
    const { lines, ...total } = addUp(things, nothingTold, []);
    expect(lines).toEqual([
      { service: 'running', count: 2, perHour: 427, perMonth: 427 * 720, unpriced: 0 },
      { service: 'stopped', count: 1, perHour: 40, perMonth: 28_800, unpriced: 0 },
      { service: 'addresses', count: 1, perHour: 35, perMonth: 25_200, unpriced: 0 },
    ]);
    expect(total).toEqual({
      perHour: 502,
      perMonth: 502 * 720,
      basis: 'sum',
      whole: true,
      leftOut: [],
    });
  });

  it('takes the backend’s month as it is, discounted or not', () => {
    const { perMonth } = addUp(
      [{ service: 'disks', perHour: 10, perMonth: 5000 }],
      nothingTold,
      [],
    );
    expect(perMonth).toBe(5000);
  });

  it('reads an hour out of a month alone', () => {
    expect(
      addUp([{ service: 'disks', perHour: null, perMonth: 7200 }], nothingTold, []).perHour,
    ).toBe(10);
  });

  it('puts what only the backend’s total holds into a line of its own', () => {
    const costs = addUp(things, { perHour: 552, perMonth: 1 }, []);
    expect(costs).toMatchObject({ perHour: 552, perMonth: 552 * 720, basis: 'hour', whole: true });
    expect(costs.lines.at(-1)).toEqual({
      service: 'rest',
      count: null,
      perHour: 50,
      perMonth: 36_000,
      unpriced: 0,
    });
    expect(addUp(things, { perHour: 502.3, perMonth: null }, []).lines).toHaveLength(3);
    expect(addUp(things, { perHour: 400, perMonth: null }, [])).toMatchObject({ perHour: 400 });
  });

  it('counts what has no price and says that the total isn’t whole', () => {
    const costs = addUp([...things, { service: 'disks', perHour: null }], nothingTold, []);
    expect(costs).toMatchObject({ perHour: 502, whole: false });
    expect(costs.lines[2]).toEqual({
      service: 'disks',
      count: 1,
      perHour: null,
      perMonth: null,
      unpriced: 1,
    });
  });

  it('names what it leaves out, unless the backend’s own hour counts it', () => {
    expect(addUp(things, nothingTold, ['copies', 'addresses'])).toMatchObject({
      perHour: 502,
      whole: false,
      leftOut: ['copies', 'addresses'],
    });
    expect(addUp(things, { perHour: 600, perMonth: null }, ['copies']).leftOut).toEqual([]);
  });

  it('falls back on the backend’s month only where its own sum isn’t whole', () => {
    const month = { perHour: null, perMonth: 720_000 };
    expect(addUp(things, month, []).basis).toBe('sum');
    expect(addUp(things, month, ['disks'])).toMatchObject({
      perHour: 1000,
      basis: 'month',
      whole: true,
    });
  });

  it('costs nothing where nothing is, and isn’t known where nothing could be seen', () => {
    expect(addUp([], nothingTold, [])).toMatchObject({ perHour: 0, perMonth: 0, whole: true });
    expect(addUp([], nothingTold, ['disks'])).toMatchObject({ perHour: null, whole: false });
  });
});

describe('joinLines', () => {
  it('adds equal services of several accounts', () => {
    const { lines } = addUp(things, nothingTold, []);
    expect(
      joinLines([lines, lines]).map(({ service, count, perHour }) => [service, count, perHour]),
    ).toEqual([
      ['running', 4, 854],
      ['stopped', 2, 80],
      ['addresses', 2, 70],
    ]);
    expect(joinLines([])).toEqual([]);
  });
});
