import { describe, expect, it } from 'vitest';
import { reportLines, reportSums } from './report';

const part = (name: string, total_cost: number) => ({
  ...{ name, total_cost, base_price: 10, total_uptime_hour: total_cost / 10 },
});
const thing = (service_name: string, total_cost: number, details: ReturnType<typeof part>[]) => ({
  ...{ id: '1', service_name, service_type: 'Instance', tier_name: 'VM-1', tier_icon: null },
  ...{ total_cost, details },
});

const whole = {
  total: 900,
  services: [
    {
      service: 'Instance',
      total: 700,
      reports: [
        thing('web', 500, [part('CPU', 300), part('Disk', 200)]),
        thing('db', 200, [part('CPU', 200)]),
      ],
    },
    { service: 'Storage', total: 200, reports: [thing('foto', 200, [part('Disk', 200)])] },
  ],
};

describe('the lines of a report', () => {
  it('add up without a difference where the figures agree', () => {
    const { lines, total } = reportLines(whole);
    expect(total).toBe(900);
    expect(lines.filter(({ kind }) => kind === 'difference')).toEqual([]);
    expect(lines.map(({ depth, name }) => `${depth} ${name}`)).toEqual([
      ...['0 Instance', '1 web', '2 CPU', '2 Disk', '1 db', '2 CPU'],
      ...['0 Storage', '1 foto', '2 Disk'],
    ]);
  });
  it('name what a sum has beyond its lines', () => {
    const { lines } = reportLines({ ...whole, total: 950 });
    expect(lines.at(-1)).toMatchObject({ kind: 'difference', depth: 0, cost: 50 });
    const [instance] = whole.services;
    const cut = { ...whole, services: instance ? [{ ...instance, total: 650 }] : [], total: null };
    expect(reportLines(cut).total).toBe(650);
    expect(reportLines(cut).lines.at(-1)).toMatchObject({
      kind: 'difference',
      depth: 1,
      cost: -50,
    });
  });
  it('stand for themselves in a service of which only the total is told', () => {
    const { lines, total } = reportLines({
      total: null,
      services: [{ service: 'IP', total: 30, reports: [] }],
    });
    expect(lines).toHaveLength(1);
    expect(total).toBe(30);
  });
});

it('makes the same total by service, thing and part', () => {
  const report = reportLines({ ...whole, total: 950 });
  for (const by of ['service', 'thing', 'part'] as const)
    expect(reportSums(report, by).reduce((sum, { cost }) => sum + cost, 0)).toBe(950);
  expect(reportSums(report, 'part')).toEqual([
    { name: 'CPU', cost: 500 },
    { name: 'Disk', cost: 400 },
    { name: '', cost: 50 },
  ]);
});
