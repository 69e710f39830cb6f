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
  it('asks for both', () => {
    expect(checkCode({ email: '', verification_code: '' })).toEqual({
      email: 'required',
      verification_code: 'required',
    });
    expect(checkCode({ email: 's@example.id', verification_code: '1' })).toEqual({});
  });
});

describe('problemFields', () => {
  it('takes the first of each field of the form', () => {
    const fields = { email: ['email_invalid', 'x'], name: ['too_long'], other: ['y'] };
    expect(problemFields(refusal({ fields }), signUp)).toEqual({
      email: 'email_invalid',
      name: 'too_long',
    });
  });
  it('says what is taken by the field', () => {
    const fields = { username: ['taken'], email: ['taken'], password: ['too_short'] };
    expect(problemFields(refusal({ fields }), signUp)).toEqual({
      username: 'username_taken',
      email: 'email_taken',
      password: 'too_short',
    });
  });
  it('finds nothing where no field is named', () => {
    expect(problemFields(refusal({ backendMessage: 'NO' }), signUp)).toEqual({});
  });
});
