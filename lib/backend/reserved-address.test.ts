import { expect, it } from 'vitest';
import { withAddressField } from './reserved-address';

const reserve = (choice: object) => ({ title: 'a', reserve_external_ip: choice });

it('sends the uuid of a reserved address under the name of the setting', () => {
  const body = reserve({ is_new: false, reserved: true, uuid: 'address-1' });
  expect(withAddressField(body, 'reserved_ip_uuid')).toEqual(
    reserve({ is_new: false, reserved: true, reserved_ip_uuid: 'address-1' }),
  );
  expect(withAddressField(body, 'uuid')).toEqual(body);
});

it('leaves every other body as it is', () => {
  const fresh = reserve({ is_new: true, reserved: false });
  for (const body of [fresh, { title: 'a' }, reserve([]), undefined])
    expect(withAddressField(body, 'reserved_ip_uuid')).toEqual(body);
});
