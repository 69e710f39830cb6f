import { describe, expect, it, vi } from 'vitest';
import { titleOf, titlesOf } from './title';

vi.mock('@/lib/settings', () => ({ settings: () => ({ NUSA_PROVIDER_NAME: 'Awan' }) }));

describe('titleOf', () => {
  it('names the thing, then the part', () => {
    expect(titleOf('gudang-db', 'Metrics')).toEqual({
      title: { absolute: 'gudang-db · Metrics · Awan' },
    });
  });
  it('names the part alone if the thing could not be read', () => {
    expect(titleOf(null, 'Metrics')).toEqual({ title: { absolute: 'Metrics · Awan' } });
  });
  it('isolates a name that is written from right to left', () => {
    expect(titleOf('خادم', 'Metrics')).toEqual({
      title: { absolute: '\u2068خادم\u2069 · Metrics · Awan' },
    });
  });
});

describe('titlesOf', () => {
  it('lets each page put its own title in front', () => {
    expect(titlesOf('toko')).toEqual({
      title: { default: 'toko · Awan', template: '%s · toko · Awan' },
    });
  });
  it('has one place for the title, whatever the place is called', () => {
    expect(titlesOf('50%s')).toMatchObject({ title: { template: '%s · 50% s · Awan' } });
  });
});
