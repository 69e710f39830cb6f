import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/problem';
import { checkCode, checkSignUp, problemFields } from './field-errors';

const signUp = ['username', 'name', 'email', 'password'];
const refusal = (more: Partial<Problem>): Problem => ({
  code: 'bad_input',
  status: 422,
  message: 'refused',
  ...more,
});

describe('checkSignUp', () => {
  const good = {
    username: 'sari.dewi',
    name: 'Sari',
    email: 's@example.id',
    password: 'fake-words',
  };
  it('finds nothing wrong with good values', () => {
    expect(checkSignUp(good)).toEqual({});
  });
  it('names each wrong field', () => {
    expect(checkSignUp({ username: '-a', name: ' ', email: 'sari', password: 'short' })).toEqual({
      username: 'username_invalid',
      name: 'required',
      email: 'email_invalid',
      password: 'password_short',
    });
  });
});

describe('checkCode', () => {
  it('asks for both', () => {
    expect(checkCode({ email: '', verification_code: '' })).toEqual({
      email: 'required',
      verification_code: 'required',
    });
    expect(checkCode({ email: 's@example.id', verification_code: '1' })).toEqual({});
  });
});

describe('problemFields', () => {
  it('takes the first of each known field', () => {
    const fields = { email: ['email_invalid', 'x'], other: ['y'] };
    expect(problemFields(refusal({ fields }), signUp)).toEqual({ email: 'email_invalid' });
  });
  it.each([
    ['USERNAME IS ALREADY USED', { username: 'username_taken' }],
    ['EMAIL IS ALREADY USED', { email: 'email_taken' }],
    ['SOMETHING ELSE', {}],
  ])('reads %s', (backendMessage, wanted) => {
    expect(problemFields(refusal({ backendMessage }), signUp)).toEqual(wanted);
  });
  it('prefers the sentence to a bare refusal', () => {
    const given = { backendMessage: 'EMAIL IS ALREADY USED', fields: { username: ['refused'] } };
    expect(problemFields(refusal(given), signUp)).toEqual({ email: 'email_taken' });
  });
  it('reads a wrong code', () => {
    const given = refusal({ backendMessage: 'VERIFICATION CODE IS WRONG OR PAST ITS END' });
    expect(problemFields(given, ['email', 'verification_code'])).toEqual({
      verification_code: 'wrong_code',
    });
  });
  it('names no field when the provider is in trouble', () => {
    const down = refusal({ code: 'backend_error', status: 502, backendMessage: 'email used' });
    expect(problemFields(down, signUp)).toEqual({});
  });
});
