// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askFresh, heldFor, patient, stayHere } from './page-requests';

const page = { headers: { rsc: '1' } };
let up = true;
const answers = vi.fn(async () => {
  if (!up) throw new TypeError('failed to fetch');
  return new Response('page');
});
const ask = patient(answers as unknown as typeof fetch);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', answers); // what asks whether the console is back
  answers.mockClear();
  up = true;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('lets a request for a page wait until the console answers', async () => {
  up = false;
  const coming = ask('/account', page);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heldFor.current()).toBe('console');
  up = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await (await coming).text()).toBe('page');
  expect(heldFor.current()).toBeNull();
});

it('asks at once when the network is back', async () => {
  up = false;
  const coming = ask('/account', page);
  await vi.advanceTimersByTimeAsync(10);
  up = true;
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(10);
  expect((await coming).ok).toBe(true);
});

it('takes the answer of a gateway for no page', async () => {
  answers.mockImplementationOnce(async () => new Response('bad gateway', { status: 502 }));
  const coming = ask('/account', page);
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await coming).status).toBe(200);
});

it('never goes on after the person has chosen to stay, and the router goes back to where it is', async () => {
  const back = vi.fn();
  window.addEventListener('popstate', back, { once: true });
  up = false;
  const came = vi.fn();
  void ask('/account', page).then(came);
  await vi.advanceTimersByTimeAsync(10);
  stayHere();
  expect(heldFor.current()).toBeNull();
  expect(back).toHaveBeenCalledOnce();
  up = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(came).not.toHaveBeenCalled();
});

it('leaves every other request, and what its caller gave up, as it is', async () => {
  up = false;
  await expect(ask('/api/session')).rejects.toBeInstanceOf(TypeError);
  answers.mockImplementationOnce(async () => {
    throw new DOMException('gone', 'AbortError');
  });
  await expect(ask('/account', page)).rejects.toMatchObject({ name: 'AbortError' });
  expect(heldFor.current()).toBeNull();
});

it('marks the next page that somebody asks for, once, and no prefetch', async () => {
  const marks = () =>
    answers.mock.calls.map((call) =>
      new Headers((call as unknown as [unknown, RequestInit])[1].headers).get('x-nusa-fresh'),
    );
  askFresh();
  await ask('/', { headers: { rsc: '1', 'next-router-prefetch': '1' } });
  await ask('/', page);
  await ask('/', page);
  expect(marks()).toEqual([null, '1', null]);
});
