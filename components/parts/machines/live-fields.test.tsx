// @vitest-environment happy-dom
import { act, useLayoutEffect, useRef } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { LiveFields } from './live-fields';

const seen: boolean[] = [];

/** Notes whether its field can be used in the moment in which React takes it over. */
function Field() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <LiveFields>
        <input ref={field} />
      </LiveFields>
      <Note onTaken={() => void seen.push(field.current?.closest('fieldset')?.disabled ?? true)} />
    </>
  );
}

function Note({ onTaken }: { onTaken: () => void }) {
  useLayoutEffect(() => onTaken());
  return null;
}

it('are disabled as the server sends them, and usable with the commit that makes them alive', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  place.innerHTML = renderToString(<Field />);
  expect(place.querySelector('fieldset')?.disabled).toBe(true);
  await act(async () => hydrateRoot(place, <Field />));
  expect(seen[0]).toBe(false);
  expect(place.querySelector('fieldset')?.disabled).toBe(false);
});
