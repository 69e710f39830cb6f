import { describe, expect, it } from 'vitest';
import { parseSettings } from '@/lib/settings';
import { startAdvice } from './start-advice';

const advice = (more: Record<string, string>) =>
  startAdvice(parseSettings({ NUSA_SECRET: 'not-a-secret-only-for-tests-0123456789', ...more }));

describe('startAdvice', () => {
  it('warns that everybody seems to have one address behind TLS', () => {
    const [one, ...more] = advice({ NUSA_ORIGINS: 'https://console.example.id' });
    expect(one).toMatch(
      /NUSA_TRUST_PROXY is not set: everybody will seem to come from one address/,
    );
    expect(one).toContain('Set NUSA_TRUST_PROXY=1');
    expect(one).not.toContain('console.example.id');
    expect(more).toEqual([]);
    const other = 'http://localhost:3000,https://console.example.id';
    expect(advice({ NUSA_ORIGINS: other, NUSA_TRUST_PROXY: '0' })).toHaveLength(1);
  });

  it('warns that replicas without a Redis do not share sign-outs', () => {
    expect(advice({ NUSA_REPLICAS: '3' })).toEqual([expect.stringContaining('Set REDIS_URL')]);
    expect(advice({ NUSA_REPLICAS: '3', REDIS_URL: 'redis://127.0.0.1:6379' })).toEqual([]);
  });

  it('is empty for usual settings', () => {
    expect(advice({})).toEqual([]);
    expect(advice({ NUSA_ORIGINS: 'http://localhost:3000' })).toEqual([]);
    expect(advice({ NUSA_ORIGINS: 'https://console.example.id', NUSA_TRUST_PROXY: '1' })).toEqual(
      [],
    );
  });
});
