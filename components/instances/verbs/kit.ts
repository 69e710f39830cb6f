import type { useTranslations } from 'use-intl';
import type { Action } from '@/components/actions/action';
import type { AllMessages } from '@/lib/intl/namespaces';
import type { InstanceVerb } from '@/lib/contract/states';
import type { BackendChange } from '@/lib/query/use-backend-change';
import type { Machine } from '../machine';

/** What a verb is made with. */
export interface Kit {
  /** Slug of the account. */
  account: string;
  t: ReturnType<typeof useTranslations<'instances'>>;
  /** `verbs.*` of machines. */
  label: (verb: keyof AllMessages['machines']['verbs']) => string;
  /** Why a machine's state, with what was just asked of it, doesn't allow the verb; null where it does. */
  why: (verb: InstanceVerb, machine: Machine) => string | null;
  change: BackendChange;
}

/** One verb, for any instance. A new verb is a file with one of these and a line in `actions.ts`. */
export type MakeAction = (kit: Kit) => Action<Machine>;
