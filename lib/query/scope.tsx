'use client';
/**
 * Where a part of the screen stands: a DewaVPS account, or an Awanio organization or project. The layouts of the
 * routes provide it, by slugs alone; whoever shows something of another place, say the palette, provides that one.
 */
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Ref } from '@/lib/contract';
import { backendOf } from '@/lib/contract/operation';
import type { GroupScope as Group } from '@/lib/paths';

const Account = createContext<string | undefined>(undefined);
const GroupContext = createContext<Group | undefined>(undefined);

/** What stands in it is about this account. @param account its slug */
export function AccountScope({ account, children }: { account: string; children: ReactNode }) {
  return <Account value={account}>{children}</Account>;
}

/** What stands in it is about this organization, or this project of it. */
export function GroupScope({ org, project, children }: Group & { children: ReactNode }) {
  const group = useMemo(() => (project === undefined ? { org } : { org, project }), [org, project]);
  return <GroupContext value={group}>{children}</GroupContext>;
}

/**
 * What stands in it keeps the account that it was opened in, even when the page goes on to another one. Dialogs
 * stand in it, so that what they read and change is of one account.
 */
export function KeptScope({ children }: { children: ReactNode }) {
  const now = useContext(Account);
  const [account] = useState(now);
  return <Account value={account}>{children}</Account>;
}

/** The slug of the account that this is about. @throws Error outside an account */
export function useAccount(): string {
  return accountHere(useContext(Account), 'this');
}

/** Like `useAccount`, undefined outside an account. */
export function useMaybeAccount(): string | undefined {
  return useContext(Account);
}

/** The organization or project that this is about. @throws Error outside one */
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

/** Names the account that a call of an operation goes to; an Awanio operation has none. @throws Error without one */
export type AccountOf = (ref: Ref) => string | undefined;

/** @param given in place of the account that this is about */
export function useAccountOf(given?: string): AccountOf {
  const here = useContext(Account);
  const account = given ?? here;
  return useCallback(
    (ref) => (backendOf(ref) === 'dewavps' ? accountHere(account, ref) : undefined),
    [account],
  );
}
