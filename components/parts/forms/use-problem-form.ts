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
import { useLocale } from 'use-intl';
import { afterPress } from '@/components/ui/after-press';
import type { Ref } from '@/lib/contract';
import { faultOf, type Reader } from '@/lib/contract/reading/fault';
import { holdsPrivateKey } from '@/lib/contract/reading/private-key';
import { number } from '@/lib/format';
import { readWhole } from '@/lib/format/read-number';
import type { Locale } from '@/lib/intl/locales';
import { ProblemError, type Problem } from '@/lib/problem';
import type { AnyInput } from '@/lib/query/url';
import { useFieldWords } from './use-field-words';

/** Simple checks before sending; the server checks again. Errors are codes of `problems.json`. */
export interface Rules<Value> {
  required?: boolean;
  min?: number;
  max?: number;
  /**
   * Reads what is typed: gives the broken rule, or the value that is sent and that `check` gets. Also says
   * `required`.
   */
  read?: Reader;
  /** Returns a code if the value is wrong, otherwise nothing. */
  check?: (value: Value) => string | null | undefined;
  /** The field holds a whole number, written by the rules of the person's language; empty is NaN. */
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
  /** Runs after a problem is shown, with the values that were refused. */
  onRefused?: (problem: Problem, values: Values, form: UseFormReturn<Values>) => void;
  request?: FormRequest<Values>;
}

export interface ProblemForm<Values extends FieldValues> {
  /** The form of react-hook-form, for `watch`, `setValue`, `reset`. */
  form: UseFormReturn<Values>;
  /** Props of a field: `<TextField label="…" {...field('name', { required: true })} />`. */
  field: <Name extends FieldPath<Values>>(name: Name, rules?: Rules<Values[Name]>) => FieldProps;
  /** Sets a field's value and clears its error. */
  set: <Name extends FieldPath<Values>>(name: Name, value: PathValue<Values, Name>) => void;
  /** Gives the values as they are sent: each that `read` accepts in several forms is in its canonical form. */
  canonical: (values: Values) => Values;
  onSubmit: (event: FormEvent) => void;
  /** A submit is under way. */
  pending: boolean;
  /** The problem of the last submit; `FormProblem` shows it. */
  problem: Problem | null;
  /** Field errors of the last problem that no field of the form shows, in words. */
  loose: readonly string[];
  /** Words of the field errors shown, by field name. */
  errors: Readonly<Record<string, string>>;
  /** The backend call of the form, for the equal `curl`. Left out if it calls no backend. */
  request?: FormRequest<Values>;
}

type Registered = ReturnType<UseFormReturn['register']>;
export type FieldProps = Registered & { error?: string; 'aria-required'?: true };

/** How a field is read. */
interface Reads {
  /** The text in the field. */
  typed: () => string;
  /** Whether the field holds a half-typed date. */
  half: () => boolean;
  locale: Locale;
}

/** The code of the rule that a value breaks; null if it breaks none. */
function faultIn<Value>(
  { read, check, asNumber, date }: Rules<Value>,
  value: Value,
  { typed, half, locale }: Reads,
): string | null | undefined {
  if (date && half()) return 'invalid';
  if (asNumber) {
    const { value: number, fault } = readWhole(typed(), locale);
    return number === undefined ? fault : check?.(number as Value);
  }
  if (!read || typeof value !== 'string') return check?.(value);
  if (value.trim() === '') return null; // `required` decides whether it may be empty
  const { value: sent, fault } = read(value);
  return sent === undefined ? fault : check?.(sent as Value);
}

function optionsOf<Values extends FieldValues, Name extends FieldPath<Values>>(
  rules: Rules<Values[Name]>,
  reads: Reads,
): RegisterOptions<Values, Name> {
  const { required, min, max, read, check, asNumber, date } = rules;
  const atLeast = (least: number) => faultOf('too_small_by', { min: number(least, reads.locale) });
  const atMost = (most: number) => faultOf('too_large_by', { max: number(most, reads.locale) });
  const toNumber = (given: unknown) =>
    typeof given === 'string' ? (readWhole(given, reads.locale).value ?? Number.NaN) : given;
  const options = {
    required: required ? 'required' : undefined,
    min: min === undefined ? undefined : { value: min, message: atLeast(min) },
    max: max === undefined ? undefined : { value: max, message: atMost(max) },
    validate:
      read || check || asNumber || date
        ? (value: Values[Name]) => faultIn(rules, value, reads) ?? true
        : undefined,
    setValueAs: asNumber ? toNumber : undefined,
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

/** What is known of a field while it is in the form. */
interface Known {
  element: HTMLInputElement | null;
  read: Reader | undefined;
}

/** The fields of a form: their props, and what is wrong with them in words. */
function useFields<Values extends FieldValues>(form: UseFormReturn<Values>) {
  const words = useFieldWords();
  const locale = useLocale();
  const known = useRef(new Map<string, Known>());
  const errors: Record<string, string> = {};
  for (const [name, code] of flatten(form.formState.errors)) errors[name] = words(code);
  /** Discards a private key that got into a field, and tells the person. */
  const discard = (name: FieldPath<Values>) => {
    form.setValue(name, '' as PathValue<Values, typeof name>, { shouldDirty: true });
    form.setError(name, { type: 'private', message: 'ssh_key_private' });
  };
  const field: ProblemForm<Values>['field'] = (name, rules = {}) => {
    const mine = known.current.get(name) ?? { element: null, read: undefined };
    known.current.set(name, { ...mine, read: rules.read });
    const element = () => known.current.get(name)?.element;
    const reads = {
      typed: () => element()?.value ?? '',
      half: () => element()?.validity.badInput ?? false,
      locale,
    };
    const props = form.register(name, optionsOf<Values, typeof name>(rules, reads));
    const ref = (element: HTMLInputElement | null) => {
      known.current.set(name, { element, read: known.current.get(name)?.read });
      props.ref(element);
    };
    const onChange: Registered['onChange'] = async (event: { target: { value?: unknown } }) => {
      const { value } = event.target;
      if (typeof value === 'string' && holdsPrivateKey(value)) return discard(name);
      return props.onChange(event);
    };
    const onBlur: Registered['onBlur'] = async (event) => {
      await afterPress(); // an error that appears while a button is pressed moves it away
      return props.onBlur(event);
    };
    const required = rules.required ? { 'aria-required': true as const } : {};
    return { ...props, ...required, onChange, onBlur, ref, error: errors[name] } as FieldProps;
  };
  const canonical = (values: Values): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]: [string, unknown]) => {
        const read = known.current.get(name)?.read;
        return [name, read && typeof value === 'string' ? (read(value).value ?? value) : value];
      }),
    ) as Values;
  return { field, errors, words, canonical, isShown: (name: string) => known.current.has(name) };
}

export function useProblemForm<Values extends FieldValues>({
  defaults,
  submit,
  fieldNames,
  blame,
  onRefused,
  request,
}: ProblemFormOptions<Values>): ProblemForm<Values> {
  const form = useForm<Values>({
    defaultValues: defaults,
    mode: 'onTouched',
    shouldFocusError: true,
  });
  const { field, errors, words, canonical, isShown } = useFields(form);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loose, setLoose] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  const show = (told: Problem) => {
    const unplaced: string[] = [];
    let focus = true;
    const blamed = blame?.(told);
    const fields = { ...blamed, ...told.fields };
    for (const [part, codes] of Object.entries(fields)) {
      const name = fieldNames?.[part] ?? (part as FieldPath<Values>);
      const message = codes[0] ?? 'invalid';
      if (isShown(name)) {
        form.setError(name, { type: 'server', message }, { shouldFocus: focus });
        focus = false;
      } else unplaced.push(`${part}: ${words(message)}`);
    }
    setLoose(unplaced);
    setProblem(blamed ? { ...told, code: 'bad_input', fields } : told); // the way out is at the fields
  };
  const send = async (values: Values) => {
    if (underWay.current) return;
    underWay.current = true;
    setPending(true);
    setProblem(null);
    setLoose([]);
    try {
      await submit(canonical(values));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      show(error.problem);
      onRefused?.(error.problem, values, form);
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
    canonical,
    pending,
    problem,
    loose,
    errors,
    request: request && { ...request, input: (values) => request.input(canonical(values)) },
  };
}
