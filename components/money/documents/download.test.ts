import { beforeEach, expect, it, vi } from 'vitest';
import { pacedFetch } from '@/components/money/month-end/month-zip';
import type { MonthDocument } from '@/components/money/month-end/month-documents';
import { problem, ProblemError } from '@/lib/problem';
import { fetchDocument } from './download';

const { askToSignIn } = vi.hoisted(() => ({ askToSignIn: vi.fn() }));
vi.mock('@/lib/query/sign-in-gate', () => ({ askToSignIn }));

const reader = { identity: 'dewavps:a', language: 'en' } as const;
const file = (from: string) =>
  new Response('%PDF-', {
    headers: {
      'content-disposition': 'attachment; filename="INV-1.pdf"',
      'x-nusa-document': from,
    },
  });
const refused = (code: 'not_signed_in' | 'no_file' | 'no_access', status: number) =>
  Response.json(problem(code, status, 'no').problem, { status });
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const bodies = () => fetched.mock.calls.map(([, { body }]) => JSON.parse(body as string) as object);

beforeEach(() => {
  fetched.mockReset();
  askToSignIn.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal('fetch', fetched);
});

it('asks to sign in once for one session that has ended', async () => {
  fetched.mockResolvedValueOnce(refused('not_signed_in', 401)).mockResolvedValueOnce(file('own'));
  const { name, from } = await fetchDocument('/api/downloads/x', 'vps/toko', reader);
  expect([name, from]).toEqual(['INV-1.pdf', 'own']);
  expect(askToSignIn).toHaveBeenCalledTimes(1);
});

it('puts our own document into a ZIP file where the provider’s can’t be read, and names other problems', async () => {
  const fetch = pacedFetch(reader, new AbortController().signal);
  const document = { path: '/api/downloads/x', place: 'vps/toko' } as MonthDocument;
  fetched.mockResolvedValueOnce(refused('no_file', 502)).mockResolvedValueOnce(file('own'));
  expect(await (await fetch(document)).text()).toBe('%PDF-');
  expect(bodies()).toMatchObject([{ own: false }, { own: true }]);
  fetched.mockResolvedValueOnce(refused('no_access', 403));
  await expect(fetch(document)).rejects.toBeInstanceOf(ProblemError);
});
