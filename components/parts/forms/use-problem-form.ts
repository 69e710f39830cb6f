'use client';
/**
 * A form whose submit can fail with a `Problem`. Field errors are shown at their fields, and the first one gets the
 * focus; other errors are shown in a summary. `useBackendForm` adds the backend call.
 */
import { useRef, useState, type FormEvent } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type PathValue,
  type RegisterOptions,
  type UseFormReturn,
} from 'react-hook-form';
import type { Ref } from '@/lib/contract';
import { ProblemError, type Problem } from '@/lib/problem';
import type { AnyInput } from '@/lib/query/url';
import { useFieldWords } from './use-field-words';

/** Simple checks before sending; the server checks again. Errors are codes of `problems.json`. */
export interface Rules<Value> {
  required?: boolean;
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: { value: RegExp; code: string };
  /** Returns a code if the value is wrong. */
  check?: (value: Value) => string | null | undefined;
  /** The value is a number; an empty field is NaN. */
  asNumber?: boolean;
  /** The field is a date. A half-typed date is an error, although the browser reports it as empty. */
  date?: boolean;
}

/** The backend call that a form makes, for the equal `curl`. */
export interface FormRequest<Values extends FieldValues> {
  of: Ref;
  input: (values: Values) => AnyInput;
  /** Body fields whose values are never shown. */
  secrets?: readonly string[];
}

export interface ProblemFormOptions<Values extends FieldValues> {
  defaults: DefaultValues<Values>;
  /** Does the work. A thrown `ProblemError` is shown. */
  submit: (values: Values) => Promise<void>;
  /** Maps body fields of a problem to form fields of another name. */
  fieldNames?: Record<string, FieldPath<Values>>;
  /** Names the fields that a problem is about, if the problem doesn't. */
  blame?: (problem: Problem) => Problem['fields'];
  request?: FormRequest<Values>;
}

export interface ProblemForm<Values extends FieldValues> {
  /** The form of react-hook-form, for `watch`, `setValue`, `reset`. */
  form: UseFormReturn<Values>;
  /** Props of a field: `<TextField label="…" {...field('name', { required: true })} />`. */
  field: <Name extends FieldPath<Values>>(name: Name, rules?: Rules<Values[Name]>) => FieldProps;
  /** Sets a field's value and clears its error. */
  set: <Name extends FieldPath<Values>>(name: Name, value: PathValue<Values, Name>) => void;
  onSubmit: (event: FormEvent) => void;
  /** A submit is under way. */
  pending: boolean;
  /** The problem of the last submit; `FormProblem` shows it. */
  problem: Problem | null;
  /** Field errors of the last problem that no field of the form shows, in words. */
  loose: readonly string[];
  /** Words of the field errors shown, by field name. */
  errors: Readonly<Record<string, string>>;
  /** The equal `curl` of the dialog. Left out where the form calls no backend. */
  request?: FormRequest<Values>;
}

type Registered = ReturnType<UseFormReturn['register']>;
export type FieldProps = Registered & { error?: string };

function optionsOf<Values extends FieldValues, Name extends FieldPath<Values>>(
  rules: Rules<Values[Name]>,
  half: () => boolean,
): RegisterOptions<Values, Name> {
  const { required, min, max, minLength, maxLength, pattern, check, asNumber, date } = rules;
  const options = {
    required: required ? 'required' : undefined,
    min: min === undefined ? undefined : { value: min, message: 'too_small' },
    max: max === undefined ? undefined : { value: max, message: 'too_large' },
    minLength: minLength === undefined ? undefined : { value: minLength, message: 'too_short' },
    maxLength: maxLength === undefined ? undefined : { value: maxLength, message: 'too_long' },
    pattern: pattern && { value: pattern.value, message: pattern.code },
    validate: date
      ? () => (half() ? 'invalid' : true)
      : check && ((value: Values[Name]) => check(value) ?? true),
    valueAsNumber: asNumber || undefined,
  };
  return options as RegisterOptions<Values, Name>;
}

/** Flattens react-hook-form's error tree: `{ network: { vpc: {message} } }` → `network.vpc`. */
function flatten(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    const here = path === '' ? name : `${path}.${name}`;
    if ('message' in value && 'type' in value)
      return [[here, String(value.message)] as [string, string]];
    return flatten(value, here);
  });
}

/** Props and error texts of a form's fields. */
function useFields<Values extends FieldValues>(form: UseFormReturn<Values>) {
  const words = useFieldWords();
  const known = useRef(new Map<string, HTMLInputElement | null>());
  const errors: Record<string, string> = {};
  for (const [name, code] of flatten(form.formState.errors)) errors[name] = words(code);
  const field: ProblemForm<Values>['field'] = (name, rules = {}) => {
    if (!known.current.has(name)) known.current.set(name, null);
    const half = () => known.current.get(name)?.validity.badInput ?? false;
    const props = form.register(name, optionsOf<Values, typeof name>(rules, half));
    const ref = (element: HTMLInputElement | null) => {
      known.current.set(name, element);
      props.ref(element);
    };
    return { ...props, ref, error: errors[name] } as FieldProps;
  };
  return { field, errors, words, isShown: (name: string) => known.current.has(name) };
}

export function useProblemForm<Values extends FieldValues>({
  defaults,
  submit,
  fieldNames,
  blame,
  request,
}: ProblemFormOptions<Values>): ProblemForm<Values> {
  const form = useForm<Values>({
    defaultValues: defaults,
    mode: 'onTouched',
    shouldFocusError: true,
  });
  const { field, errors, words, isShown } = useFields(form);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loose, setLoose] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  const show = (told: Problem) => {
    const unplaced: string[] = [];
    let focus = true;
    for (const [part, codes] of Object.entries({ ...blame?.(told), ...told.fields })) {
      const name = fieldNames?.[part] ?? (part as FieldPath<Values>);
      const message = codes[0] ?? 'invalid';
      if (isShown(name)) {
        form.setError(name, { type: 'server', message }, { shouldFocus: focus });
        focus = false;
      } else unplaced.push(`${part}: ${words(message)}`);
    }
    setLoose(unplaced);
    setProblem(told);
  };
  const send = async (values: Values) => {
    if (underWay.current) return;
    underWay.current = true;
    setPending(true);
    setProblem(null);
    setLoose([]);
    try {
      await submit(values);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      show(error.problem);
    } finally {
      underWay.current = false;
      setPending(false);
    }
  };
  return {
    form,
    field,
    set: (name, value) => {
      form.setValue(name, value, { shouldDirty: true });
      form.clearErrors(name);
    },
    onSubmit: (event) => {
      event.stopPropagation();
      void form.handleSubmit(send)(event);
    },
    pending,
    problem,
    loose,
    errors,
    request,
  };
}
