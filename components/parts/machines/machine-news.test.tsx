// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IntlProvider } from 'use-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import machines from '@/messages/en/machines.json';
import type { StatusGroup } from '@/lib/contract/states';
import { MachineNews } from './machine-news';

let box: HTMLElement;
let root: Root;
type Groups = Record<string, StatusGroup>;

const looks = (groups: Groups) =>
  Object.entries(groups).map(([name, group]) => ({ id: name, name, group }));

const tell = (words: string) => void (box.textContent = words);

const show = (groups: Groups, first: Groups = {}) =>
  act(() =>
    root.render(
      <IntlProvider locale="en" messages={{ machines }} timeZone="UTC">
        <MachineNews machines={looks(groups)} first={looks(first)} tell={tell} />
      </IntlProvider>,
    ),
  );

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  box = document.createElement('div');
  root = createRoot(document.createElement('div'));
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

it('tells what is ready or has failed after work that was seen, the failed first', () => {
  show({ a: 'busy', b: 'busy', c: 'run' });
  expect(box.textContent).toBe('');
  show({ a: 'run', b: 'error', c: 'run', d: 'run' });
  expect(box.textContent).toBe('b has failed: the provider reports an error. a is ready.');
  show({ a: 'run', b: 'error', c: 'off' });
  expect(box.textContent).toMatch(/^b has failed/);
  show({ a: 'busy' });
  expect(box.textContent).toBe('');
  show({ a: 'off' });
  expect(box.textContent).toBe('');
});

it('counts many', () => {
  show({ a: 'busy', b: 'busy', c: 'busy', d: 'busy' });
  show({ a: 'run', b: 'run', c: 'run', d: 'run' });
  expect(box.textContent).toBe('4 machines are ready.');
});

it('tells what became ready while this code was loading', () => {
  show({ a: 'run', b: 'run' }, { a: 'busy', b: 'run' });
  expect(box.textContent).toBe('a is ready.');
});
