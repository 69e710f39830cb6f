'use client';
/** A form that makes one backend call: errors on fields, draft, sign-in in between, one submit at a time. */
import type { FieldPath, FieldValues } from 'react-hook-form';
import type { Ref } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import type { ActivitySubjectOf } from '@/lib/query/follow/tracked-changes';
import { useBackendMutation } from '@/lib/query/use-backend-mutation';
import type { AnyInput } from '@/lib/query/url';
import { useDraft, type Draft } from './use-draft';
import { useProblemForm, type ProblemForm, type ProblemFormOptions } from './use-problem-form';

export interface BackendFormOptions<R extends Ref, Values extends FieldValues> extends Pick<
  ProblemFormOptions<Values>,
  'defaults' | 'fieldNames' | 'blame'
> {
  /** Slug of a DewaVPS account, where it isn't the one that the form was opened in. */
  account?: string;
  /** The call's input of the form's values. */
  input: (values: Values) => Input<R>;
  /** Has the change listed in the activity panel: what it is about. */
  about?: ActivitySubjectOf<R>;
  onDone: (result: Result<R>, values: Values) => void | Promise<void>;
  /** Name of the draft, one a form and place; none without it. */
  draft?: string;
  /** Fields that are never kept. */
  secrets?: readonly FieldPath<Values>[];
  /** Fields whose default was asked for, by a link say: a draft doesn't take them back. */
  given?: readonly FieldPath<Values>[];
}

export interface BackendForm<Values extends FieldValues> extends ProblemForm<Values> {
  draft: Draft;
  /** Something is typed and not sent: give it to `<LeaveGuard active>`. */
  dirty: boolean;
}

export function useBackendForm<R extends Ref, Values extends FieldValues>(
  ref: R,
  {
    account,
    defaults,
    fieldNames,
    blame,
    input,
    about,
    onDone,
    draft: name,
    secrets = [],
    given = [],
  }: BackendFormOptions<R, Values>,
): BackendForm<Values> {
  const { run } = useBackendMutation(ref, { account, about });
  const shell = useProblemForm<Values>({
    defaults,
    fieldNames,
    blame,
    request: { of: ref, input: (values) => input(values) as AnyInput, secrets },
    submit: async (values) => {
      const result = await run(input(values));
      draft.done();
      shell.form.reset(values); // sent: no longer dirty
      await onDone(result, values);
    },
  });
  const draft = useDraft(shell.form, name ?? null, secrets, given);
  return { ...shell, draft, dirty: shell.form.formState.isDirty && !shell.pending };
}
