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

/**
 * The field errors of a problem. Awanio says what is taken in a sentence without naming a field
 * (`USERNAME IS ALREADY USED`), so the sentence is looked at.
 */
export function problemFields(problem: Problem, names: readonly string[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const [name, said] of Object.entries(problem.fields ?? {})) {
    const first = said[0];
    if (first !== undefined && names.includes(name)) errors[name] = first;
  }
  if (Object.keys(errors).length > 0 && !Object.values(errors).includes('refused')) return errors;
  if (problem.code !== 'bad_input' && problem.code !== 'conflict') return errors;
  const sentence = problem.backendMessage ?? '';
  const taken = /already|taken|used|exist|duplicate/i.test(sentence);
  if (taken && names.includes('username') && /user[\s_-]?name/i.test(sentence))
    return { username: 'username_taken' };
  if (taken && /e-?mail/i.test(sentence)) return { email: 'email_taken' };
  if (names.includes('verification_code') && /code|verif/i.test(sentence))
    return { verification_code: 'wrong_code' };
  return errors;
}
