import { describe, expect, it } from 'vitest';
import { parseSettings } from '@/lib/settings';
import { startAdvice } from './start-advice';

const said = (more: Record<string, string>) =>
  startAdvice(parseSettings({ NUSA_SECRET: 'not-a-secret-only-for-tests-0123456789', ...more }));

describe('startAdvice', () => {
  it('says that everybody will seem to come from one address behind TLS', () => {
    const [one, ...more] = said({ NUSA_ORIGINS: 'https://console.example.id' });
    expect(one).toMatch(
      /NUSA_TRUST_PROXY is not set: everybody will seem to come from one address/,
    );
    expect(one).toContain('Set NUSA_TRUST_PROXY=1');
    expect(one).not.toContain('console.example.id');
    expect(more).toEqual([]);
    const other = 'http://localhost:3000,https://console.example.id';
    expect(said({ NUSA_ORIGINS: other, NUSA_TRUST_PROXY: '0' })).toHaveLength(1);
  });

  it('says that replicas without a Redis do not know of one another’s sign-outs', () => {
    expect(said({ NUSA_REPLICAS: '3' })).toEqual([expect.stringContaining('Set REDIS_URL')]);
    expect(said({ NUSA_REPLICAS: '3', REDIS_URL: 'redis://127.0.0.1:6379' })).toEqual([]);
  });

  it('says nothing where there is nothing to say', () => {
    expect(said({})).toEqual([]);
    expect(said({ NUSA_ORIGINS: 'http://localhost:3000' })).toEqual([]);
    expect(said({ NUSA_ORIGINS: 'https://console.example.id', NUSA_TRUST_PROXY: '1' })).toEqual([]);
  });
});
