import { describe, expect, it } from 'vitest';
import { readRange, type AddressRange } from '@/lib/contract/reading/network';
import {
  commonOf,
  factsOf,
  holds,
  isEverything,
  isSingle,
  relationOf,
  touchesPrivate,
  vpcRange,
} from './ranges';
import { exampleRange, maskOf, sizeFor, vpcPrefixes } from './vpc-size';

function range(text: string): AddressRange {
  const { value, fault } = readRange(text);
  if (!value) throw new Error(`${text}: ${fault}`);
  return value;
}

describe('factsOf', () => {
  it.each([
    ['10.253.208.0/20', '10.253.208.1', '10.253.223.254', 4094n],
    ['10.0.0.0/30', '10.0.0.1', '10.0.0.2', 2n],
    ['10.0.0.0/31', '10.0.0.0', '10.0.0.1', 2n],
    ['10.0.0.7/32', '10.0.0.7', '10.0.0.7', 1n],
    ['0.0.0.0/0', '0.0.0.1', '255.255.255.254', 2n ** 32n - 2n],
    ['10.0.0.10-10.0.0.19', '10.0.0.10', '10.0.0.19', 10n],
    ['2001:db8::/64', '2001:db8::', '2001:db8::ffff:ffff:ffff:ffff', 2n ** 64n],
  ])('gives the usable addresses of %s', (text, usableFirst, usableLast, usable) => {
    expect(factsOf(range(text))).toMatchObject({ usableFirst, usableLast, usable });
  });
});

describe('relationOf', () => {
  const vpc = range('10.253.208.0/20');
  it.each([
    ['10.253.208.0/20', 'equal'],
    ['10.253.210.5/20', 'equal'],
    ['10.253.208.0-10.253.223.255', 'equal'],
    ['10.0.0.0/8', 'contains'],
    ['0.0.0.0/0', 'contains'],
    ['10.253.210.0/24', 'inside'],
    ['10.253.223.255', 'inside'],
    ['10.253.223.0-10.253.224.9', 'partly'],
    ['10.253.200.0-10.253.208.0', 'partly'],
    ['10.253.224.0/20', 'apart'],
    ['10.253.207.255/32', 'apart'],
    ['::/0', 'apart'],
  ])('says of %s: %s', (text, relation) => expect(relationOf(range(text), vpc)).toBe(relation));

  it('counts what two ranges share', () => {
    const common = commonOf(range('10.253.223.0-10.253.224.9'), vpc);
    expect(common).toMatchObject({
      first: '10.253.223.0',
      last: '10.253.223.255',
      addresses: 256n,
    });
    expect(commonOf(range('192.168.0.0/16'), vpc)).toBeNull();
  });
});

describe('a range of one’s own', () => {
  it('is known as everything, as a single address, and by its host bits', () => {
    expect(isEverything(range('0.0.0.0/0'))).toBe(true);
    expect(isEverything(range('10.0.0.0/8'))).toBe(false);
    expect(isSingle(range('10.0.0.5'))).toBe(true);
    expect(range('10.0.0.5/24')).toMatchObject({ hostBits: true, text: '10.0.0.0/24' });
    expect(range('10.0.0.0/24').hostBits).toBe(false);
  });
  it('could overlap a VPC only where it holds private addresses', () => {
    expect(['172.20.0.0/16', '8.0.0.0/6', '0.0.0.0/0'].map(range).map(touchesPrivate)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['203.0.113.0/24', 'fd00::/8'].map(range).map(touchesPrivate)).toEqual([false, false]);
  });
  it.each([
    ['10.0.0.0/24-10.0.1.0', 'range_ends'],
    ['10.0.0.1-', 'range_ends'],
    ['10.0.0.1-10.0.0.2-10.0.0.3', 'range_ends'],
    ['10.0.0.9-10.0.0.1', 'range_order'],
    ['10.0.0.1-::1', 'range_families'],
    ['10.0.0.0/33', 'cidr_prefix{"bits":32}'],
  ])('is refused: %s', (text, fault) => expect(readRange(text)).toEqual({ fault }));
});

describe('vpcRange', () => {
  it('goes by the label, else by address and prefix length', () => {
    const sample = { label: '10.253.208.0/20', cidr: 20, first_address: '10.253.208.1' };
    expect(vpcRange(sample)?.text).toBe('10.253.208.0/20');
    expect(vpcRange({ ...sample, label: null })?.text).toBe('10.253.208.0/20');
    expect(vpcRange({ ...sample, label: 'office' })?.text).toBe('10.253.208.0/20');
    expect(vpcRange({ label: null, cidr: null, first_address: '10.253.208.1' })).toBeNull();
    expect(vpcRange(null)).toBeNull();
  });
  it('tells which addresses are in it', () => {
    const vpc = range('10.42.0.0/20');
    expect(['10.42.0.10', '10.42.16.0', null, 'none'].map((text) => holds(vpc, text))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the size of a VPC', () => {
  it('is sent as a prefix length or as a count', () => {
    expect([sizeFor(20, 'prefix'), sizeFor(20, 'count')]).toEqual([20, 4096]);
    expect(vpcPrefixes.map((prefix) => factsOf(exampleRange(prefix)).addresses)).toEqual(
      vpcPrefixes.map((prefix) => BigInt(sizeFor(prefix, 'count'))),
    );
    expect(maskOf(20)).toBe('255.255.240.0');
  });
});
