import { expect, it } from 'vitest';
import { withAddressField } from './address-field';

const order = (choice: object) => ({ body: { title: 'a', reserve_external_ip: choice } });

it('sends the uuid of a reserved address under the name of the setting', () => {
  const input = order({ is_new: false, reserved: true, uuid: 'address-1' });
  expect(withAddressField(input, 'reserved_ip_uuid')).toEqual(
    order({ is_new: false, reserved: true, reserved_ip_uuid: 'address-1' }),
  );
  expect(withAddressField(input, 'uuid')).toEqual(input);
  expect(withAddressField(input, null)).toBe(input);
});

it('renames it in the list of a cluster’s order, too', () => {
  const input = order([{ is_new: false, reserved: true, uuid: 'address-1' }]);
  expect(withAddressField(input, 'reserved_ip_uuid')).toEqual(
    order([{ is_new: false, reserved: true, reserved_ip_uuid: 'address-1' }]),
  );
  expect(withAddressField(input, undefined)).toBe(input);
});

it('leaves every other input as it is', () => {
  const fresh = order({ is_new: true, reserved: false });
  for (const input of [
    fresh,
    order([]),
    order([{ is_new: true, reserved: false }]),
    { body: { title: 'a' } },
    {},
  ])
    expect(withAddressField(input, 'reserved_ip_uuid')).toBe(input);
});
