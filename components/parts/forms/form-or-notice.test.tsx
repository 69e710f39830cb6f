// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it, vi } from 'vitest';
import { FormOrNotice } from './form-or-notice';

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));

function page() {
  const place = document.createElement('div');
  const root = createRoot(place);
  const show = (notice: string | null, form = <input />) =>
    act(async () =>
      root.render(<FormOrNotice notice={notice}>{notice ? null : form}</FormOrNotice>),
    );
  return { place, show };
}

it('keeps an open form, and what was typed, when it could not be opened now', async () => {
  const { place, show } = page();
  await show(null);
  const field = place.querySelector('input');
  await show('The key may not.');
  expect(field).not.toBeNull();
  expect(place.querySelector('input')).toBe(field);
  expect(place.textContent).toBe('');
});

it('says why there is no form, and shows it once there is one', async () => {
  const { place, show } = page();
  await show('The key may not.');
  expect(place.textContent).toBe('The key may not.');
  await show(null);
  expect(place.querySelector('input')).not.toBeNull();
});

it('gives an open form what the server has read anew', async () => {
  const { place, show } = page();
  await show(null, <input title="old" />);
  const field = place.querySelector('input');
  await show(null, <input title="new" />);
  expect(place.querySelector('input')).toBe(field);
  expect(field?.title).toBe('new');
});
