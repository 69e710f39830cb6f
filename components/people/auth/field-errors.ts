/** Finds the fields that are wrong in a sign-up or code: before it is sent, and in the provider's refusal. */
import { readLogin } from '@/lib/contract/reading/logins';
import { readLine, readPassword } from '@/lib/contract/reading/text';
import type { Problem } from '@/lib/problem';
import { minLength } from './password-strength';

/** Errors by field: a code of the messages `auth.codes`, or a sentence of the provider. */
export type FieldErrors = Record<string, string>;

const patterns = { email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ };

const readers = { username: readLogin('person'), name: readLine(100), email: readLine(254) };

/** Checks a sign-up before it is sent. The server checks all of it again. */
export function checkSignUp(
  values: Record<'username' | 'name' | 'email' | 'password', string>,
): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of ['username', 'name', 'email'] as const) {
    const { fault } = readers[name](values[name]);
    if (fault) errors[name] = fault;
  }
  if (!errors.email && !patterns.email.test(values.email.trim())) errors.email = 'email_invalid';
  const { fault } = readPassword(minLength)(values.password);
  if (fault) errors.password = fault;
  return errors;
}

/** Checks an e-mail address and a code before they are sent. */
export function checkCode(values: Record<'email' | 'verification_code', string>): FieldErrors {
  const errors: FieldErrors = {};
  if (values.email === '') errors.email = 'required';
  else if (!patterns.email.test(values.email)) errors.email = 'email_invalid';
  if (values.verification_code === '') errors.verification_code = 'required';
  return errors;
}

/** The first error of each field that a form shows. */
export function problemFields(problem: Problem, names: readonly string[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const name of names) {
    const first = problem.fields?.[name]?.[0];
    if (first !== undefined) errors[name] = first;
  }
  return errors;
}
