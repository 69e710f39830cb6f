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

describe('vmInput', () => {
  it('sends only the secret of the chosen sign-in method', () => {
    const way = (more: object) =>
      vmInput({ ...values, ...more }, params, 'org-1').body.authentication_type;
    expect(way({ key: 'ssh-ed25519 AAAA' })).toEqual({
      id: 1,
      key: 'demo',
      value: 'fake-password',
    });
    expect(way({ method: 'key', key: 'ssh-ed25519 AAAA demo' })).toEqual({
      id: 2,
      key: 'demo',
      value: 'ssh-ed25519 AAAA demo',
    });
  });

  it('orders an address only if one is wanted', () => {
    expect(vmInput(values, params, 'o').body).toMatchObject({ with_external_ip: false });
    expect(vmInput(values, params, 'o').body).not.toHaveProperty('reserve_external_ip');
    expect(vmInput({ ...values, external: 'new' }, params, 'o').body).toMatchObject({
      with_external_ip: true,
      reserve_external_ip: { is_new: true, reserved: false },
    });
  });

  it('never writes the password into the request panel', () => {
    const text = curl('A24', vmInput({ ...values, password: passwordMark }, params, 'o'));
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
