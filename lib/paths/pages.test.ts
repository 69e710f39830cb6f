import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathOf, routes } from './pages';

const found = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => `/${path.dirname(file)}`.replace(/\/(\.|\([^)]+\))(?=\/|$)/g, '') || '/');

describe('the registry of pages', () => {
  it('contains every page, and no other', () =>
    expect(routes.toSorted()).toEqual(found.toSorted()));
  it('builds paths', () =>
    expect(
      pathOf('/vps/[account]/networks/[network]', { account: 'my shop', network: 'n/1' }),
    ).toBe('/vps/my%20shop/networks/n%2F1'));
  it('requires every parameter', () =>
    expect(() => pathOf('/vps/[account]/volumes')).toThrow('needs account'));
});
