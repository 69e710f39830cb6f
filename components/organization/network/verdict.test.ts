import { describe, expect, it } from 'vitest';
import { readRange } from '@/lib/contract/reading/network';
import { verdictsOf } from './verdict';

const range = (text: string) => {
  const { value } = readRange(text);
  if (!value) throw new Error(text);
  return value;
};
const vpc = range('10.253.208.0/20');
const keys = (text: string, of: typeof vpc | null) =>
  verdictsOf(range(text), of).map(({ key }) => key);

describe('verdictsOf', () => {
  it.each([
    ['0.0.0.0/0', ['everything', 'contains']],
    ['10.253.208.9/32', ['single', 'inside']],
    ['10.253.208.9/20', ['hostBits', 'equal']],
    ['10.253.223.0-10.253.224.9', ['partly']],
    ['192.168.1.7/24', ['hostBits', 'apart']],
    ['::/0', ['everything', 'apart']],
  ])('says of %s beside a VPC: %j', (text, said) => expect(keys(text, vpc)).toEqual(said));

  it.each([
    ['0.0.0.0/0', ['everything', 'possible']],
    ['172.16.4.0/24', ['possible']],
    ['203.0.113.9', ['single', 'impossible']],
    ['fd00::/8', ['impossible']],
  ])('says of %s before there is a VPC: %j', (text, said) =>
    expect(keys(text, null)).toEqual(said),
  );

  it('names the addresses that both have', () => {
    expect(verdictsOf(range('10.253.223.0-10.253.224.9'), vpc)).toEqual([
      {
        key: 'partly',
        tone: 'danger',
        values: {
          own: '10.253.223.0-10.253.224.9',
          vpc: '10.253.208.0/20',
          first: '10.253.223.0',
          last: '10.253.223.255',
          addresses: 256n,
        },
      },
    ]);
  });
});
