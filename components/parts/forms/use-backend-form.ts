'use client';
/**
 * A form that makes one backend call, with field errors and a draft. It asks to sign in again and submits
 * only once.
 */
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
  'defaults' | 'fieldNames' | 'blame' | 'onRefused'
> {
  /** Slug of a DewaVPS account, if it isn't the one that the form was opened in. */
  account?: string;
  /** Makes the input of the call from the form's values. */
  input: (values: Values) => Input<R>;
  /** Says what the change is about; the activity panel then lists it. */
  about?: ActivitySubjectOf<R>;
  onDone: (result: Result<R>, values: Values) => void | Promise<void>;
  /** Name of the draft, unique for form and place. Without it no draft is kept. */
  draft?: string;
  /** Fields that no draft keeps. */
  secrets?: readonly FieldPath<Values>[];
  /** Fields whose default was chosen by the person, for example by a link. A draft doesn't replace them. */
  given?: readonly FieldPath<Values>[];
}

export interface BackendForm<Values extends FieldValues> extends ProblemForm<Values> {
  draft: Draft;
  /** True if something is typed and not sent; for `<LeaveGuard active>`. */
  dirty: boolean;
}

/** Makes a form that makes one backend call, and shows the problem of that call itself. */
export function useBackendForm<R extends Ref, Values extends FieldValues>(
  ref: R,
  {
    account,
    defaults,
    fieldNames,
    blame,
    onRefused,
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
    onRefused,
    request: { of: ref, input: (values) => input(values) as AnyInput, secrets },
    submit: async (values) => {
      const result = await run(input(values));
      draft.done();
      shell.form.reset(values); // after sending, the form is no longer dirty
      await onDone(result, values);
    },
  });
  const draft = useDraft(shell.form, name ?? null, secrets, given);
  return { ...shell, draft, dirty: shell.form.formState.isDirty && !shell.pending };
}
