import { expect, it } from 'vitest';
import type { Row } from '@/lib/contract/types';
import { freeAddresses } from './free-addresses';

const reserved = (uuid: string, address: string | null, tags: string[] = []) =>
  ({ uuid, ip_address: address && { address_string: address }, tags }) as unknown as Row<'A37'>;

it('leaves out addresses of machines, and names the others with their tags', () => {
  const rows = [
    reserved('a', '203.0.113.7'),
    reserved('b', '203.0.113.8', ['kantor']),
    reserved('c', null),
  ];
  const machines = [{ ip_addresses: ['203.0.113.7'] }, { ip_addresses: [] }];
  expect(freeAddresses(rows, machines)).toEqual([{ uuid: 'b', name: '203.0.113.8 · kantor' }]);
});
