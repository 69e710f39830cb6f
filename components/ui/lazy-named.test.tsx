// @vitest-environment happy-dom
import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'use-intl/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadError } from '@/lib/load-error';
import { lazyNamed } from './lazy-named';
import { notices } from './load-guard';

const plain = notices.Load;
const Panel = () => <p>the panel</p>;
const box = document.body.appendChild(document.createElement('div'));
let root: ReturnType<typeof createRoot>;

/** Fails so many times, then loads. */
const failing = (times: number, error: () => Error = () => loadError('gone')) => {
  let left = times;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw error();
    return { Panel };
  });
};

const show = (shown: React.ReactNode) =>
  act(async () =>
    root.render(
      <IntlProvider locale="en" messages={{ ui: { partFailed: 'Failed', tryAgain: 'Again' } }}>
        <p>the page</p>
        <Suspense fallback={null}>{shown}</Suspense>
      </IntlProvider>,
    ),
  );

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(console, 'error').mockImplementation(() => {}); // React tells of errors that were caught
  root = createRoot(box);
});
afterEach(async () => {
  await act(async () => root.unmount());
  notices.Load = plain;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('keeps the page, and loads the part when it is asked for again', async () => {
  const load = failing(2);
  const Part = lazyNamed(load, 'Panel');
  await show(<Part />);
  expect(box.textContent).toBe('the pageFailed. Again');
  await act(async () => box.querySelector('button')?.click());
  expect(box.textContent).toBe('the pageFailed. Again');
  await act(async () => box.querySelector('button')?.click());
  expect(box.textContent).toBe('the pagethe panel');
});

it('does not keep a failure: the next opening tries anew', async () => {
  const Part = lazyNamed(failing(1), 'Panel');
  await show(<Part />);
  await show(null);
  await show(<Part />);
  expect(box.textContent).toBe('the pagethe panel');
});

it('shows what stands in for a quiet part', async () => {
  const Part = lazyNamed(failing(1), 'Panel', 'quiet') as (props: {
    instead: string;
  }) => React.ReactNode;
  await show(<Part instead="its rows" />);
  expect(box.textContent).toBe('the pageits rows');
});

it('tells whoever shows it that a part opens over the page', async () => {
  const told = vi.fn();
  notices.Load = function Told({ missing }) {
    told(missing);
    return null;
  };
  const Part = lazyNamed(failing(1), 'Panel') as (props: {
    onClose: () => void;
  }) => React.ReactNode;
  await show(<Part onClose={() => {}} />);
  expect(told).toHaveBeenCalledWith('over');
});

it('marks what was pressed until what opens over the page has come', async () => {
  let come = () => {};
  const coming = new Promise<{ Panel: typeof Panel }>((resolve) => {
    come = () => resolve({ Panel });
  });
  const Part = lazyNamed(() => coming, 'Panel') as (props: {
    onClose: () => void;
  }) => React.ReactNode;
  const pressed = document.body.appendChild(document.createElement('button'));
  pressed.focus();
  await show(<Part onClose={() => {}} />);
  expect(pressed.hasAttribute('data-taken')).toBe(true);
  await act(async () => come());
  expect(pressed.hasAttribute('data-taken')).toBe(false);
  expect(box.textContent).toBe('the pagethe panel');
  pressed.remove();
});

it('leaves errors in the code itself to the page', async () => {
  const Part = lazyNamed(
    failing(1, () => new Error('broken')),
    'Panel',
  );
  await expect(show(<Part />)).rejects.toThrow('broken');
});
