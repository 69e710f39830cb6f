// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { Outlined } from './outlined';

it.each([true, false])(
  'keeps what was typed when the page is made again (late at first: %s)',
  async (late) => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    const place = document.createElement('div');
    const root = createRoot(place);
    const show = (now: boolean) =>
      act(async () =>
        root.render(
          <Outlined late={now} outline={now ? 'outline' : null}>
            <input />
          </Outlined>,
        ),
      );
    await show(late);
    const field = place.querySelector('input');
    await show(!late);
    expect(field).not.toBeNull();
    expect(place.querySelector('input')).toBe(field);
  },
);

it('shows the outline until late content comes', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  const root = createRoot(place);
  let come: (content: string) => void = () => undefined;
  const content = new Promise<string>((resolve) => (come = resolve));
  await act(async () =>
    root.render(
      <Outlined late outline="outline">
        {content}
      </Outlined>,
    ),
  );
  expect(place.textContent).toBe('outline');
  await act(async () => come('rows'));
  expect(place.textContent).toBe('rows');
});
