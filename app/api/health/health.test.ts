import { describe, expect, it } from 'vitest';
import { asksForHealth, healthAnswer } from '@/lib/health';
import { GET } from './route';

describe('liveness', () => {
  it.each([
    ['GET', '/api/health', true],
    ['HEAD', '/api/health?from=probe', true],
    ['POST', '/api/health', false],
    ['GET', '/api/healthy', false],
    ['GET', '/api/health/more', false],
  ])('%s %s is answered in front of Next: %s', (method, url, yes) =>
    expect(asksForHealth({ method, url })).toBe(yes),
  );
  it('has the same answer from Next', async () => {
    const answer = GET();
    expect(await answer.text()).toBe(healthAnswer.body);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
