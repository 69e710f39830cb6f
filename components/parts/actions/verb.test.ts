import type { useTranslations } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { verbsOf } from './verb';

interface Row {
  id: string;
  name: string;
}
const identity = { id: ({ id }: Row) => id, name: ({ name }: Row) => name };
/** Returns the key and the values that it gets, instead of a translation. */
const say = (key: string, values: object) => [key, ...Object.values(values)].join(' ');
const t = say as unknown as ReturnType<typeof useTranslations<'volumes'>>;
const verb = verbsOf<'volumes', Row>(t, identity);
const rows = [
  { id: '1', name: 'data' },
  { id: '2', name: 'arsip' },
];
const [first = { id: '', name: '' }] = rows;
const common = { icon: null, reason: () => null, run: async () => {} };

describe('verbsOf', () => {
  it('takes every word from the message keys of the verb', () => {
    const action = verb('delete', { ...common, confirm: { typed: true } });
    expect(action.id).toBe('delete');
    expect(action.label).toBe('delete.label');
    expect(action.done?.(first)).toBe('delete.done 1 data');
    expect(action.confirm?.title(rows)).toBe('delete.title 2 data');
    expect(action.confirm?.button(rows)).toBe('delete.confirm 2 data');
  });

  it('asks to type the name of one row, or the number of several', () => {
    const { confirm } = verb('delete', { ...common, confirm: { typed: true } });
    expect([confirm?.typed?.([first]), confirm?.typed?.(rows)]).toEqual(['data', '2']);
    expect(verb('delete', { ...common, confirm: {} }).confirm?.typed).toBeUndefined();
  });

  it('lets the caller replace each text and add values', () => {
    const action = verb('detach', {
      ...common,
      id: 'remove',
      label: 'Take away',
      done: null,
      values: () => ({ machine: 'web-1' }),
      confirm: { text: () => 'lost', button: () => 'Yes' },
    });
    expect([action.id, action.label, action.done]).toEqual(['remove', 'Take away', undefined]);
    expect(action.confirm?.title([first])).toBe('detach.title 1 data web-1');
    expect([action.confirm?.text([first]), action.confirm?.button([first])]).toEqual([
      'lost',
      'Yes',
    ]);
  });

  it('asks no question if the verb has none', () => {
    expect(verb('attach', { icon: null, reason: () => null }).confirm).toBeUndefined();
  });
});
