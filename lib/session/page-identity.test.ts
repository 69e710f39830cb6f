/** @vitest-environment happy-dom */
import { describe, expect, it, vi } from 'vitest';
import { fetchJson } from './fetcher';
import { IDENTITY_HEADER, identityHeaders, setPageIdentity } from './page-identity';

describe('the person a page was made for', () => {
  it('is sent with every call, once known', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({}));
    const sent = () => new Headers(fetched.mock.calls.at(-1)?.[1]?.headers);

    await fetchJson('/api/x', { method: 'GET' }, 'A04');
    expect(sent().has(IDENTITY_HEADER)).toBe(false);

    setPageIdentity('awanio:ünï');
    await fetchJson('/api/x', { method: 'POST', json: {} }, 'A05');
    expect(sent().get(IDENTITY_HEADER)).toBe('awanio%3A%C3%BCn%C3%AF');
    expect(sent().get('content-type')).toBe('application/json');
    expect(identityHeaders()).toEqual({ [IDENTITY_HEADER]: 'awanio%3A%C3%BCn%C3%AF' });
    fetched.mockRestore();
  });
});
