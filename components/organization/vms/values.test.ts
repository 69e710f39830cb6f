import { describe, expect, it } from 'vitest';
import { curl } from '@/components/parts/forms/curl';
import { defaults, hostnameOf, passwordMark, vmInput } from './values';

const params = { group_type: 'projects', uuid: 'project-1' } as const;
const values = {
  ...defaults,
  image: 'image-1',
  plan: 'plan-1',
  title: 'Situs utama',
  hostname: 'web-01',
  username: 'demo',
  password: 'fake-password',
};

const order = { params, organization: 'org-1', keyId: 7 };
const bodyOf = (more: object = {}, keyId: number | null = 7) =>
  vmInput({ ...values, ...more }, { ...order, keyId }).body;

describe('vmInput', () => {
  it('sends only the secret of the chosen sign-in method', () => {
    const key = 'ssh-ed25519 AAAA demo';
    const byPassword = { id: 1, key: 'demo', value: 'fake-password' };
    expect(bodyOf({ key }).authentication_type).toEqual(byPassword);
    expect(bodyOf({ method: 'key', key }).authentication_type).toEqual({
      id: 7,
      key: 'demo',
      value: key,
    });
    expect(bodyOf({ method: 'key', key }, null).authentication_type).toEqual(byPassword);
  });

  it('orders an address only if one is wanted', () => {
    expect(bodyOf({ external: 'none' })).toMatchObject({ with_external_ip: false });
    expect(bodyOf({ external: 'none' })).not.toHaveProperty('reserve_external_ip');
    const external = (more: object) => {
      const body = bodyOf({ address: 'address-1', ...more });
      return [body.with_external_ip, body.reserve_external_ip];
    };
    expect(external({ external: 'new' })).toEqual([true, { is_new: true, reserved: false }]);
    expect(external({ external: 'new', reserve: true })).toEqual([
      true,
      { is_new: true, reserved: true },
    ]);
    expect(external({ external: 'existing', reserve: true })).toEqual([
      true,
      { is_new: false, reserved: true, uuid: 'address-1' },
    ]);
  });

  it('never writes the password into the request panel', () => {
    const text = curl('A24', vmInput({ ...values, password: passwordMark }, order));
    expect(text).toContain(`"value":"'"$PASSWORD"'"`);
    expect(text).toContain('/projects/project-1/vms');
  });
});

describe('hostnameOf', () => {
  it('makes a hostname of a title', () => {
    expect(hostnameOf('Situs utama – baru!')).toBe('situs-utama-baru');
    expect(hostnameOf('Café')).toBe('cafe');
    expect(hostnameOf('2026')).toBe('');
    expect(hostnameOf('???')).toBe('');
    expect(hostnameOf('a'.repeat(90))).toHaveLength(63);
  });
});
