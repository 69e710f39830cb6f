'use client';
/** The texts of an entry in the activity panel. */
import { useTranslations } from 'use-intl';
import type { Scope } from '@/components/parts/shell/scopes';
import type { Entry } from '@/lib/query/follow/entries';
import { trackedChanges, type TrackedChange } from '@/lib/query/follow/tracked-changes';

/** What was changed, and why it failed if it did. */
export function useEntryWords() {
  const t = useTranslations('activity');
  const problems = useTranslations('problems');
  return {
    what: ({ ref, name }: Pick<Entry, 'ref' | 'name'>) => t(`verbs.${ref}`, { name }),
    /** Null if nothing went wrong. */
    trouble: ({ state, problem }: Entry): string | null => {
      if (state === 'lost') return t('lostText');
      if (state !== 'failed') return null;
      if (!problem) return t('failedText');
      const title = problems(`kinds.${problem.code}.title`);
      return problem.says ? `${title}: ${problem.says}` : title;
    },
  };
}

/** The label of an entry's account, organization or project. */
export function placeOf({ account, within }: Entry, scopes: readonly Scope[]): string | null {
  const found = scopes.find((scope) =>
    scope.kind === 'account'
      ? account !== '' && scope.account === account
      : account === '' && (scope.group.project ?? scope.group.org) === within?.uuid,
  );
  return found?.label ?? null;
}

/** The link of an entry; null after the thing is gone. */
export function hrefOf({ ref, state, href }: Entry): string | null {
  const { ends }: TrackedChange = trackedChanges[ref];
  return ends === 'gone' && state === 'done' ? null : (href ?? null);
}
