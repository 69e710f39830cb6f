import { afterEach, describe, expect, it, vi } from 'vitest';
import { useSettings } from '@/lib/session/testing';

describe('the offer of serial consoles', () => {
  afterEach(() => vi.resetModules());

  it('ends for a while where the backend lacks them, and never where they have worked', async () => {
    useSettings({});
    const { noteSerialMissing, noteSerialWorks, serialOffered } = await import('./serial-offer');
    expect(serialOffered(1000)).toBe(true);
    noteSerialMissing(1000);
    expect(serialOffered(1001)).toBe(false);
    expect(serialOffered(1000 + 10 * 60_000)).toBe(true);
    noteSerialMissing(1000);
    noteSerialWorks();
    noteSerialMissing(2000);
    expect(serialOffered(2001)).toBe(true);
  });
});
