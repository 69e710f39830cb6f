/** Which fields a refused sign-up or code names, in codes of ours or the provider's words. */
import type { Problem } from '@/lib/problem';
import { shortest } from './password-strength';

/** Errors by field: a code of `auth.codes`, or a sentence of the provider's. */
export type FieldErrors = Record<string, string>;

const patterns = {
  username: /^[a-z0-9][a-z0-9._-]{2,31}$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
};

/** What can be told before sending; the server checks all of it again. */
export function checkSignUp(
  values: Record<'username' | 'name' | 'email' | 'password', string>,
): FieldErrors {
  const errors: FieldErrors = {};
  for (const [name, value] of Object.entries(values))
    if (value.trim() === '') errors[name] = 'required';
  if (!errors.username && !patterns.username.test(values.username))
    errors.username = 'username_invalid';
  if (!errors.email && !patterns.email.test(values.email)) errors.email = 'email_invalid';
  if (!errors.password && values.password.length < shortest) errors.password = 'password_short';
  return errors;
}

/** What can be told before sending a code. */
export function checkCode(values: Record<'email' | 'verification_code', string>): FieldErrors {
  const errors: FieldErrors = {};
  if (values.email === '') errors.email = 'required';
  else if (!patterns.email.test(values.email)) errors.email = 'email_invalid';
  if (values.verification_code === '') errors.verification_code = 'required';
  return errors;
}

/** Codes that a field says in words of its own. */
const own: Record<string, string> = {
  'username taken': 'username_taken',
  'email taken': 'email_taken',
  'password too_short': 'password_short',
};

/** The first error of each field that a form shows. */
export function problemFields(problem: Problem, names: readonly string[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of names) {
    const first = problem.fields?.[name]?.[0];
    if (first !== undefined) errors[name] = own[`${name} ${first}`] ?? first;
  }
  return errors;
}
