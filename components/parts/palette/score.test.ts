import { describe, expect, it } from 'vitest';
import type { Entry, Group } from './entry';
import { score, search } from './score';

const entry = (label: string, more: Partial<Entry> = {}): Entry => {
  return { id: label, label, icon: null, ...more };
};

describe('score', () => {
  it('puts names that begin with the text before names that contain it', () => {
    const of = (label: string) => score(entry(label), 'web');
    expect(of('web')).toBeGreaterThan(of('web-1'));
    expect(of('web-1')).toBeGreaterThan(of('gudang-web-1'));
    expect(of('gudang-web-1')).toBeGreaterThan(of('spiderweb'));
    expect(of('database')).toBe(0);
  });
  it('needs every word, in the name, the place or the other words', () => {
    const machine = entry('web-1', { detail: 'Jakarta', words: ['198.51.100.7', 'ab12'] });
    expect(score(machine, 'web jak')).toBeGreaterThan(0);
    expect(score(machine, '198.51.100.7')).toBe(6);
    expect(score(machine, '51.100')).toBeGreaterThan(0);
    expect(score(machine, 'web surabaya')).toBe(0);
  });
});

describe('search', () => {
  const groups: Group[] = [
    { id: 'pages', label: 'Go to', entries: [entry('Instances'), entry('Web hosting')] },
    { id: 'machines', label: 'Machines', entries: [entry('db'), entry('web')] },
  ];
  it('shows everything if nothing is typed', () => {
    expect(search(groups, ' ')).toEqual(groups);
  });
  it('orders groups by their best entry and drops empty groups', () => {
    expect(search(groups, 'web').map(({ id }) => id)).toEqual(['machines', 'pages']);
    expect(search(groups, 'inst').map(({ id }) => id)).toEqual(['pages']);
    expect(search(groups, 'nowhere')).toEqual([]);
  });
});
