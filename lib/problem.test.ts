import { describe, expect, it, vi } from 'vitest';
import { problem, ProblemError } from './problem';

describe('ProblemError', () => {
  it('is known across copies of the module', async () => {
    vi.resetModules();
    const copy = await import('./problem');
    expect(copy.ProblemError).not.toBe(ProblemError);
    expect(copy.problem('not_found', 404, 'gone')).toBeInstanceOf(ProblemError);
    expect(problem('not_found', 404, 'gone')).toBeInstanceOf(copy.ProblemError);
  });

  it('is no other error, whatever its name', () => {
    expect(new Error('no')).not.toBeInstanceOf(ProblemError);
    expect(Object.assign(new Error('no'), { name: 'ProblemError' })).not.toBeInstanceOf(
      ProblemError,
    );
    expect({ name: 'ProblemError', problem: {} }).not.toBeInstanceOf(ProblemError);
  });
});
