// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addEntry, changeEntry, entriesOf } from '@/lib/query/follow/entries';
import { PersonProvider } from '@/lib/query/person';
import { keep, keptKey } from '@/lib/query/storage';
import type { Machine } from './machine';
import { useBeingDeleted, useShownStatus, withPendingVerb } from './pending-verbs';

const machine = { uuid: 'i-1', status: 'Stopping', operation_flag: 1 } as Machine;
let box: HTMLElement;
let root: Root;
let person = 0;
let me = '';

function Probe() {
  const { status } = useShownStatus(machine);
  return `${status} ${useBeingDeleted('i-1')}`;
}

const show = (identity: string) =>
  act(() =>
    root.render(
      <PersonProvider value={{ identity, own: 'main' }}>
        <Probe />
      </PersonProvider>,
    ),
  );

const entry = { kind: 'instance', id: 'i-1', name: 'web-1', account: 'main' } as const;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  me = `person-${(person += 1)}`;
  box = document.createElement('div');
  root = createRoot(box);
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

describe('a delete', () => {
  it('shows to its person until it ends, also where the page was loaded after it began', () => {
    addEntry(me, { ...entry, ref: 'D09', state: 'running', at: Date.now() });
    show(me);
    expect(box.textContent).toBe('deleting true');
    show(`${me}-else`);
    expect(box.textContent).toBe('Stopping false');
    show(me);
    act(() => changeEntry(me, entriesOf(me)[0]?.line ?? '', { state: 'failed' }));
    expect(box.textContent).toBe('Stopping false');
  });

  it('shows what another tab has begun, and not another change of the machine', () => {
    addEntry(me, { ...entry, ref: 'D11', state: 'running', at: Date.now() });
    show(me);
    expect(box.textContent).toBe('Stopping false');
    const theirs = { ...entry, ref: 'D09', state: 'running', at: Date.now(), line: 'theirs' };
    keep(me, 'activity', [theirs]);
    const key = keptKey(me, 'activity');
    act(() => void window.dispatchEvent(Object.assign(new Event('storage'), { key })));
    expect(box.textContent).toBe('deleting true');
  });
});

describe('withPendingVerb', () => {
  it('shows what the action leads to until the backend has answered or refused', async () => {
    show(me);
    let refuse: (error: Error) => void = () => {};
    let run: Promise<unknown> = Promise.resolve();
    await act(async () => {
      run = withPendingVerb('i-1', 'delete', () => new Promise((_, no) => (refuse = no)));
    });
    expect(box.textContent).toBe('deleting true');
    await act(async () => {
      refuse(new Error('refused'));
      await run.catch(() => undefined);
    });
    expect(box.textContent).toBe('Stopping false');
  });
});
