import type { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import type { MakeVerb } from '@/components/parts/actions/verb';
import type { AllMessages } from '@/lib/intl/namespaces';
import type { BackendChange } from '@/lib/query/use-backend-change';
import type { Machine } from '../machine';
import type { VerbReason } from '../verb-reason';

/** What a verb is made with. */
export interface Kit {
  /** Slug of the account. */
  account: string;
  t: ReturnType<typeof useTranslations<'instances'>>;
  /** Takes a verb's words from `instances`. */
  verb: MakeVerb<AllMessages['instances'], Machine>;
  /** `verbs.*` of machines. */
  label: (verb: keyof AllMessages['machines']['verbs']) => string;
  why: VerbReason;
  change: BackendChange;
}

/** One verb, for any instance. A new verb is a file with one of these and a line in `actions.ts`. */
export type MakeAction = (kit: Kit) => Action<Machine>;
