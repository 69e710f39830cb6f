import { describe, expect, it } from 'vitest';
import { operation } from '@/lib/contract';
import { curl, quote } from './curl';

describe('curl', () => {
  it('quotes for a shell', () => {
    expect(quote('plain-1.txt')).toBe('plain-1.txt');
    expect(quote("it's $HOME")).toBe(`'it'\\''s $HOME'`);
  });

  it('keeps the name of a path parameter whose value no URL can hold', () => {
    const of = (vm_uuid: string) =>
      curl('A26', { params: { group_type: 'organizations', uuid: 'o', vm_uuid } });
    expect(of('..')).toContain('/organizations/o/vms/{vm_uuid}');
    expect(of('x\ud800')).toContain('/organizations/o/vms/x%EF%BF%BD');
  });

  it('writes a JSON call with its secret as a variable', () => {
    expect(operation('A24').encoding).toBe('json');
    const params = { group_type: 'organizations', uuid: 'org-1' };
    const text = curl(
      'A24',
      { params, body: { name: "Budi's", password: 'never-shown' } },
      { secrets: ['password'] },
    );
    expect(text).toContain('curl -X POST "$AWANIO_URL/organizations/org-1/vms"');
    expect(text).toContain('-H "Authorization: Bearer $TOKEN"');
    expect(text).toContain(`-d '{"name":"Budi'\\''s","password":"'"$PASSWORD"'"}'`);
    expect(text).not.toContain('never-shown');
  });

  it('writes the fields of a form as Laravel reads them', () => {
    expect(['form', 'multipart']).toContain(operation('D03').encoding);
    const body = {
      hostname: 'web $PASSWORD',
      backup: true,
      ssh_keys: ['a', 'b'],
      password: 'never-shown',
    };
    const text = curl(
      'D03',
      { body },
      { baseUrl: 'https://api.example.test/v1', secrets: ['password'] },
    );
    expect(text).toContain('https://api.example.test/v1/instance/create');
    expect(text).toContain(`'hostname=web $PASSWORD'`);
    expect(text).toContain('backup=1');
    expect(text).toContain(`'ssh_keys[]=a'`);
    expect(text).toContain(`'password='"$PASSWORD"`);
    expect(text).toContain('-H "x-apikey: $API_KEY"');
    expect(text).not.toContain('never-shown');
  });

  it('keeps the place of a value that isn’t chosen yet', () => {
    const params = { block_storage_id: '' };
    const text = curl('D65', { params, body: { instance_id: '' } });
    expect(text).toContain('{block_storage_id}');
    expect(text).not.toContain('NaN');
    expect(curl('D67', { params: { block_storage_id: 'b-1' }, body: { size: NaN } })).not.toContain(
      'NaN',
    );
  });

  it('sends the method in a header if the backend needs that', () => {
    const header = `-H '_method: DELETE'`;
    expect(curl('D62', { params: { ip_uuid: 'ip-1' } })).toContain(header);
    expect(curl('A23', { params: { uuid: 'p-1', user_uuid: 'u-1' } })).not.toContain(header);
    expect(curl('D10', { params: { instance_uuid: 'i-1' } })).not.toContain(header);
  });
});
