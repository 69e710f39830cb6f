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
      username: 'username_first_person{"character":"-"}',
      name: 'required',
      email: 'email_invalid',
      password: 'too_short_by{"min":8,"length":5}',
    });
  });
});

describe('checkCode', () => {
  it('requires the address and the code', () => {
    expect(checkCode({ email: '', verification_code: '' })).toEqual({
      email: 'required',
      verification_code: 'required',
    });
    expect(checkCode({ email: 's@example.id', verification_code: '1' })).toEqual({});
  });
});

describe('problemFields', () => {
  it('takes the first error of each field of the form', () => {
    const fields = { email: ['email_invalid', 'x'], name: ['too_long'], other: ['y'] };
    expect(problemFields(refusal({ fields }), signUp)).toEqual({
      email: 'email_invalid',
      name: 'too_long',
    });
  });
  it('finds nothing if the problem names no field', () => {
    expect(problemFields(refusal({ backendMessage: 'NO' }), signUp)).toEqual({});
  });
});
