import { afterEach, expect, it, vi } from 'vitest';
import { touch } from './browser';
import { beginView, endView } from './browser-view-as';

afterEach(() => vi.unstubAllGlobals());

it('begins a view after the session was prolonged, and ends one without waiting', async () => {
  const sent: string[] = [];
  const answer: Record<string, () => void> = {};
  vi.stubGlobal('fetch', (url: string, { method = 'GET' }: RequestInit) => {
    const name = `${method} ${url}`;
    sent.push(name);
    return new Promise<Response>((resolve) => {
      answer[name] = () => resolve(Response.json({ identity: 'awanio:budi' }));
    });
  });
  const touched = touch();
  const begun = beginView({ org: 'kopi', role: 'member' });
  const ended = endView();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.sort()).toEqual(['DELETE /api/session/view-as', 'POST /api/session/touch']);
  answer['DELETE /api/session/view-as']?.();
  await ended;
  expect(sent).toHaveLength(2);
  answer['POST /api/session/touch']?.();
  await touched;
  await vi.waitFor(() => expect(sent[2]).toBe('POST /api/session/view-as'));
  answer['POST /api/session/view-as']?.();
  await begun;
});
