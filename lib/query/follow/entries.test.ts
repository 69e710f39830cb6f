// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, type Problem } from '@/lib/problem';
import { keep, keptKey, readKept } from '../storage';
import {
  addEntry,
  changeEntry,
  clearEnded,
  entriesOf,
  keptFor,
  mostKept,
  type Entry,
} from './entries';
import { noteChange } from './note-change';

let person = 0;
const someone = () => `person-${(person += 1)}`;
const about = { kind: 'instance', id: 'i-1', name: 'web-1' } as const;
const refused = (problem: Partial<Problem>) =>
  new ProblemError({ code: 'conflict', status: 409, message: '', ...problem });
afterEach(() => vi.useRealTimers());

describe('entries', () => {
  it('keeps the newest of a person for a while, apart from others', () => {
    vi.useFakeTimers({ now: 10_000_000_000 });
    const [me, you] = [someone(), someone()];
    for (let index = 0; index < mostKept + 5; index += 1)
      addEntry(me, {
        ...about,
        name: `web-${index}`,
        ref: 'D10',
        account: '',
        state: 'running',
        at: Date.now(),
      });
    expect(entriesOf(me)).toHaveLength(mostKept);
    expect(entriesOf(me)[0]?.name).toBe(`web-${mostKept + 4}`);
    expect(entriesOf(you)).toEqual([]);
    vi.advanceTimersByTime(keptFor + 1);
    addEntry(me, { ...about, ref: 'D11', account: '', state: 'done', at: Date.now() });
    expect(entriesOf(me)).toHaveLength(1);
  });
  it('builds on what another tab wrote, and changes nothing that has ended', () => {
    const me = someone();
    addEntry(me, { ...about, ref: 'D10', account: '', state: 'running', at: Date.now() });
    const [mine] = readKept(me, 'activity') as Entry[];
    const line = mine?.line ?? '';
    keep(me, 'activity', [
      { ...mine, line: 'theirs' },
      { ...mine, state: 'done' },
    ]);
    changeEntry(me, line, { state: 'failed' });
    expect(entriesOf(me).map(({ state }) => state)).toEqual(['running', 'done']);
    clearEnded(me);
    expect(entriesOf(me).map((entry) => entry.line)).toEqual(['theirs']);
  });
  it('reads nothing of what is no line', () => {
    const me = someone();
    localStorage.setItem(
      keptKey(me, 'activity'),
      JSON.stringify([
        1,
        null,
        { line: 'x' },
        { ...about, line: 'x', ref: 'D99', account: '', state: 'done', at: Date.now() },
      ]),
    );
    expect(entriesOf(me)).toEqual([]);
  });
});

describe('noteChange', () => {
  const tell = () => about;
  const place = (identity: string) => ({ identity, account: 'main', at: Date.now() });
  it('lists what was taken on as running, what is done at once as done', () => {
    const me = someone();
    noteChange(place(me), 'D10', tell, { result: {} as never });
    noteChange(place(me), 'D22', tell, { result: {} as never });
    expect(entriesOf(me).map(({ state }) => state)).toEqual(['done', 'running']);
    expect(entriesOf(me)[1]).toMatchObject({ account: 'main', name: 'web-1', ref: 'D10' });
  });
  it('lists a refusal with its words, but not what the form is about', () => {
    const me = someone();
    noteChange(place(me), 'D10', tell, { error: refused({ backendMessage: 'It is locked.' }) });
    noteChange(place(me), 'D03', tell, { error: refused({ fields: { hostname: ['taken'] } }) });
    noteChange(place(me), 'D03', tell, { error: refused({ code: 'not_signed_in' }) });
    noteChange(place(me), 'D03', tell, { error: new Error('ours') });
    expect(entriesOf(me)).toHaveLength(1);
    expect(entriesOf(me)[0]).toMatchObject({
      state: 'failed',
      problem: { code: 'conflict', says: 'It is locked.' },
    });
  });
});
