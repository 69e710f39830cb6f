import { describe, expect, it } from 'vitest';
import { policyFault, presetPolicy, publicRights } from './policy-text';

const bucket = 'toko';
const arn = 'arn:aws:s3:::toko';
const rightsOf = (...statements: object[]) => {
  const all = statements.map((one) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `${arn}/*`,
    ...one,
  }));
  return Object.values(publicRights(JSON.stringify({ Statement: all }), bucket)).join(' ');
};

describe('What a policy gives to anyone', () => {
  it.each([
    ['yes no no no', [{}]],
    ['yes no no no', [{ Principal: { AWS: '*' } }]],
    ['yes no no no', [{ Principal: { AWS: ['arn:aws:iam::1:root', '*'] } }]],
    ['no no no no', [{ Principal: { AWS: 'arn:aws:iam::1:root' } }]],
    ['yes no yes yes', [{ Action: 's3:*' }]],
    ['yes yes yes yes', [{ Action: '*', Resource: [arn, `${arn}/*`] }]],
    ['yes yes yes yes', [{ Action: 'S3:*', Resource: `${arn}*` }]],
    ['yes no no no', [{ Action: ['s3:getobject', 's3:GetBucket*'] }]],
    ['no no yes no', [{ Action: 's3:Put*' }]],
    ['no yes no no', [{ Action: 's3:ListBucket', Resource: arn }]],
    ['no no no no', [{ Action: 's3:ListBucket' }]],
    ['some no no no', [{ Resource: `${arn}/foto/*` }]],
    ['some no no no', [{ Resource: `${arn}/*.jpg` }]],
    ['no no no no', [{ Resource: 'arn:aws:s3:::toko2/*' }]],
    ['some no no no', [{ Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }]],
    ['no no no no', [{}, { Effect: 'Deny' }]],
    ['some no no no', [{}, { Effect: 'Deny', Resource: `${arn}/rahasia/*` }]],
    ['yes no no no', [{}, { Effect: 'Deny', Action: 's3:PutObject' }]],
  ])('%s: %j', (expected, statements) => expect(rightsOf(...statements)).toBe(expected));

  it('can’t be told of what is left out', () => {
    const statement = (more: object) =>
      JSON.stringify({ Statement: { Effect: 'Allow', Resource: `${arn}/*`, ...more } });
    const notAction = statement({ Principal: '*', NotAction: 's3:PutObject' });
    expect(publicRights(notAction, bucket).read).toBe('some');
    const notPrincipal = statement({ NotPrincipal: { AWS: 'a' }, Action: 's3:GetObject' });
    expect(publicRights(notPrincipal, bucket).read).toBe('some');
    expect(publicRights('{', bucket).write).toBe('some');
  });
});

describe('What is wrong with a policy', () => {
  const at = (text: string) => {
    const fault = policyFault(text);
    return fault && [fault.code, fault.line, fault.column];
  };
  it('is told at its place', () => {
    expect(at('{\n  "Version": "2012-10-17",\n  "Statement": [}\n}')).toEqual(['syntax', 3, 17]);
    expect(at('')).toEqual(['syntax', 1, 1]);
    expect(at('{"a": 1,}')).toEqual(['syntax', 1, 9]);
    expect(at('{"a": 01}')).toEqual(['syntax', 1, 7]);
    expect(at('{} x')).toEqual(['syntax', 1, 4]);
    expect(at('"text"')).toEqual(['object', 1, 1]);
    expect(at('{}')).toEqual(['statement', 1, 1]);
    const text = presetPolicy('read', bucket) ?? '';
    expect(at(text)).toBeNull();
    expect(at(text.replace('"Allow"', '"allow"'))).toEqual(['effect', 5, 17]);
    expect(at(text.replace('"Principal"', '"Prinzipal"'))?.[0]).toBe('principal');
    expect(at('['.repeat(100_000))).toEqual(['syntax', 1, 102]);
  });
});
