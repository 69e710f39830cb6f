import { describe, expect, it } from 'vitest';
import { writePrices } from './write-prices';

describe('writePrices', () => {
  it('changes one choice and keeps the others', () => {
    const size = { cpu: 2, memory: 4, storage: 60 };
    expect(writePrices('', { size })).toBe('?cpu=2&memory=4&disk=60');
    expect(writePrices('?q=debian&cpu=2&memory=4&disk=60', { location: '2' })).toBe(
      '?q=debian&cpu=2&memory=4&disk=60&location=2',
    );
    expect(writePrices('?location=2&cores=dedicated&x=1', { dedicated: false, q: 'a' })).toBe(
      '?location=2&x=1&q=a',
    );
  });

  it('leaves out defaults and invalid values', () => {
    expect(
      writePrices('?address=none&backup=yes&q=x', { address: true, backup: false, q: '' }),
    ).toBe('');
    expect(writePrices('?cpu=0&memory=4&disk=60', { q: 'x' })).toBe('?q=x');
  });
});
