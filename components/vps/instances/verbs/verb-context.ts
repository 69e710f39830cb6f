import type { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import type { MakeVerb } from '@/components/parts/actions/verb';
import type { AllMessages } from '@/lib/intl/namespaces';
import type { BackendChange } from '@/lib/query/use-backend-change';
import type { Machine } from '../machine';
import type { VerbReason } from '../verb-reason';

/** What every action of an instance is made from: the account, the texts, and how to make a change. */
export interface VerbContext {
  /** Slug of the account. */
  account: string;
  t: ReturnType<typeof useTranslations<'instances'>>;
  /** Makes an action with the texts of its key in the messages `instances`. */
  verb: MakeVerb<AllMessages['instances'], Machine>;
  /** The label of an action: `verbs.*` of the messages `machines`. */
  label: (verb: keyof AllMessages['machines']['verbs']) => string;
  why: VerbReason;
  change: BackendChange;
}

/** Makes one action for any instance. To add an action, write one of these and add it to the list in `actions.ts`. */
export type MakeAction = (context: VerbContext) => Action<Machine>;
