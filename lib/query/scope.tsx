'use client';
/**
 * The scope of a part of the screen: a DewaVPS account, or an Awanio organization or project. The layouts of the routes
 * provide it by slugs alone. What shows another scope, such as the palette, provides its own.
 */
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Ref } from '@/lib/contract';
import { backendOf } from '@/lib/contract/operation';
import type { GroupScope as Group } from '@/lib/paths';

const Account = createContext<string | undefined>(undefined);
const GroupContext = createContext<Group | undefined>(undefined);

/** Its content is about this account. @param account its slug */
export function AccountScope({ account, children }: { account: string; children: ReactNode }) {
  return <Account value={account}>{children}</Account>;
}

/** Its content is about this organization, or this project of it. */
export function GroupScope({ org, project, children }: Group & { children: ReactNode }) {
  const group = useMemo(() => (project === undefined ? { org } : { org, project }), [org, project]);
  return <GroupContext value={group}>{children}</GroupContext>;
}

/**
 * Its content keeps the account that it was opened in, even when the page moves to another one. Dialogs use it, so that
 * they read and change one account.
 */
export function KeptScope({ children }: { children: ReactNode }) {
  const now = useContext(Account);
  const [account] = useState(now);
  return <Account value={account}>{children}</Account>;
}

/** The slug of the current account. @throws Error outside an account */
export function useAccount(): string {
  return accountHere(useContext(Account), 'this');
}

/** Like `useAccount`; undefined outside an account. */
export function useMaybeAccount(): string | undefined {
  return useContext(Account);
}

/** The current organization or project. @throws Error outside one */
export function useGroup(): Group {
  const group = useContext(GroupContext);
  if (!group) throw new Error('this needs an organization: stand it in <GroupScope>');
  return group;
}

function accountHere(account: string | undefined, what: string): string {
  if (account === undefined)
    throw new Error(`${what} needs an account: stand it in <AccountScope>`);
  return account;
}

/** Gives the account that an operation is called for; an Awanio operation has none. @throws Error without one */
export type AccountOf = (ref: Ref) => string | undefined;

/** @param given replaces the current account */
export function useAccountOf(given?: string): AccountOf {
  const here = useContext(Account);
  const account = given ?? here;
  return useCallback(
    (ref) => (backendOf(ref) === 'dewavps' ? accountHere(account, ref) : undefined),
    [account],
  );
}
