'use client';
/** What client components know from the shell: scopes, person, provider. */
import { usePathname } from 'next/navigation';
import { createContext, use, useContext, type ReactNode } from 'react';
import { HelpContext } from '@/components/ui/help';
import { lazyNamed } from '@/components/ui/lazy-named';
import { scopeOf } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import type { Theme } from '@/lib/intl/theme';
import type { Provider } from './provider';
import type { ShownScope } from './shown-pages';

export interface Shell {
  scopes: readonly ShownScope[];
  person: { name: string; detail: string };
  theme: Theme;
  provider: Provider;
  /** How this person signed in; sign-in over the page uses the same method. */
  method: 'awanio' | 'dewavps' | 'provider';
  /** Label of the DewaVPS account signed in with. */
  ownLabel: string | null;
  /** Says that nothing can be changed while the person views the console as somebody else; null outside a view. */
  viewing: string | null;
  /** Whether this deployment has the finance role. */
  finance: boolean;
}

const Context = createContext<Shell | null>(null);

const TopUp = lazyNamed(() => import('./top-up-link'), 'TopUpLink', 'quiet');

/**
 * @param scopes may still be loading: the server renders the page inside without waiting for them; only the HTML waits
 *   for both
 */
export function ShellProvider({
  shell,
  scopes,
  children,
}: {
  shell: Omit<Shell, 'scopes'>;
  scopes: Promise<Shell['scopes']>;
  children: ReactNode;
}) {
  return (
    <Context value={{ ...shell, scopes: use(scopes) }}>
      <HelpContext value={{ ...shell.provider, TopUp }}>{children}</HelpContext>
    </Context>
  );
}

/** @throws Error outside the console's layout */
export function useShell(): Shell {
  const shell = useContext(Context);
  if (!shell) throw new Error('used outside the console layout');
  return shell;
}

/** The label of the account that the page is about. @throws Error outside an account */
export function useAccountLabel(): string {
  const account = useAccount();
  return useScope()?.label ?? account;
}

/** The scope of a path. If the path names none and the person has a single scope, it is that one. */
function scopeAt<S extends { key: string }>(pathname: string, scopes: readonly S[]): S | null {
  const at = scopeOf(pathname);
  const key =
    at.kind === 'vps'
      ? `vps/${at.account}`
      : at.kind === 'group'
        ? at.project
          ? `p/${at.project}`
          : `o/${at.org}`
        : null;
  if (key !== null) return scopes.find((scope) => scope.key === key) ?? null;
  return scopes.length === 1 ? (scopes[0] ?? null) : null;
}

/** The scope of the page being shown. */
export function useScope(): ShownScope | null {
  const { scopes } = useShell();
  return scopeAt(usePathname(), scopes);
}
