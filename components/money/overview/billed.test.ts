import { describe, expect, it } from 'vitest';
import { byService, invoiceItems, reportLines } from './billed';

describe('what a bill is made of', () => {
  it('are the things of a report, and a service that names none', () => {
    const report = (service_name: string, total_cost: number) => ({ service_name, total_cost });
    const lines = reportLines({
      services: [
        { service: 'Instance', total: 70, reports: [report('web', 20), report('db', 50)] },
        { service: 'IP', total: 5, reports: [] },
      ],
    } as never);
    expect(lines.map(({ name, amount }) => [name, amount])).toEqual([
      ['db', 50],
      ['web', 20],
      ['IP', 5],
    ]);
    expect(byService(lines)).toEqual([
      ['Instance', 70],
      ['IP', 5],
    ]);
  });
  it('are the items of an invoice', () => {
    const item = (label: string, resource_type: string, amount: number) => ({
      uuid: label,
      label,
      resource_type,
      amount,
    });
    const lines = invoiceItems({
      items: [item('a', 'vm', 5), item('b', 'volume', 9), item('c', 'vm', 7)],
    } as never);
    expect(byService(lines)).toEqual([
      ['vm', 12],
      ['volume', 9],
    ]);
  });
});
