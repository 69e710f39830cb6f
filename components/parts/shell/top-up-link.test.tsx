import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { beforeEach, expect, it, vi } from 'vitest';
import { TopUpLink, type TopUpLinkProps } from './top-up-link';

const at = vi.hoisted(() => ({ path: '/', portal: null as string | null, scopes: [] as object[] }));
vi.mock('next/navigation', () => ({ usePathname: () => at.path }));
vi.mock('./context', () => ({
  useShell: () => ({ scopes: at.scopes, provider: { portal: at.portal } }),
}));
vi.mock('@/components/ui/text-link', () => ({
  TextLink: (props: { href: string }) => <a href={props.href} />,
}));

const organization = (role: string) => ({
  kind: 'organization',
  key: 'o/1',
  group: { org: '1' },
  role,
});
const account = (refused: string[]) => ({
  kind: 'account',
  key: 'vps/toko',
  account: 'toko',
  refused,
});

/** Where the link leads; null if there is none. */
function href(props: TopUpLinkProps = {}): string | null {
  const shown = renderToStaticMarkup(
    <IntlProvider
      locale="en"
      timeZone="UTC"
      messages={{ shell: { topUp: 'Top up', topUpPortal: 'Portal' } }}
    >
      <TopUpLink {...props} />
    </IntlProvider>,
  );
  return /href="([^"]*)"/.exec(shown)?.[1] ?? null;
}

beforeEach(() => {
  at.portal = 'https://portal.example.id';
  at.scopes = [organization('finance'), account([])];
});

it('leads to the page of the scope that pays, with the missing amount', () => {
  at.path = '/vps/toko/instances';
  expect(href({ missing: 1_234.2 })).toBe('/vps/toko/billing/top-up?amount=1235');
  at.path = '/o/1/p/2/vms';
  expect(href()).toBe('/o/1/billing/top-up');
  at.path = '/';
  expect(href({ scope: 'vps/toko', missing: -5 })).toBe('/vps/toko/billing/top-up');
});

it('leads to the portal where the person may not pay, and nowhere without one', () => {
  at.scopes = [organization('member'), account(['billing'])];
  at.path = '/vps/toko/instances';
  expect(href()).toBe('https://portal.example.id');
  at.path = '/o/1/p/2/vms'; // whoever is in a project alone may not know its organization
  expect(href()).toBe('https://portal.example.id');
  at.portal = null;
  expect(href()).toBeNull();
});
