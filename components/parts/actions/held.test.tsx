// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { Held, useHolding } from './held';

function Dialog() {
  useHolding();
  return <input />;
}

/** What is shown of a list that is empty or not, with a dialog opened from the part for empty lists. */
function page() {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  const root = createRoot(place);
  const show = (isEmpty: boolean, open: boolean) =>
    act(async () =>
      root.render(
        <Held value={isEmpty}>
          {(held) => (held ? <>nothing{open ? <Dialog /> : null}</> : 'rows')}
        </Held>,
      ),
    );
  return { place, show };
}

it('keeps the part that a dialog was opened from until the dialog closes', async () => {
  const { place, show } = page();
  await show(true, false);
  await show(true, true);
  const field = place.querySelector('input');
  await show(false, true);
  expect(field).not.toBeNull();
  expect(place.querySelector('input')).toBe(field);
  await show(false, false);
  expect(place.textContent).toBe('rows');
});

it('follows the value at once where nothing is open', async () => {
  const { place, show } = page();
  await show(true, false);
  expect(place.textContent).toBe('nothing');
  await show(false, false);
  expect(place.textContent).toBe('rows');
});
