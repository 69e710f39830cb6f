'use client';
import type { GroupScope } from '@/lib/paths';
import { useScope, useShell } from './context';

/** The organization or project of the page, if the person is admin there and sees it as themselves. */
export function useViewable(): GroupScope | null {
  const { viewing } = useShell();
  const scope = useScope();
  if (viewing !== null || !scope || scope.kind === 'account' || scope.role !== 'admin') return null;
  return scope.group;
}
