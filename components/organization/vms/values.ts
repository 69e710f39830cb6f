/** The fields of the wizard and the input of its call (A24). The contract's schema checks that again. */
import { readNamedHost } from '@/lib/contract/reading/names';
import type { Input } from '@/lib/contract/types';
import type { GroupParams } from './group';

/** The values of the wizard's fields. */
export interface VmValues {
  image: string;
  plan: string;
  external: 'none' | 'new';
  reserve: boolean;
  title: string;
  hostname: string;
  username: string;
  method: 'password' | 'key';
  password: string;
  key: string;
}

export const defaults: VmValues = {
  image: '',
  plan: '',
  external: 'none',
  reserve: false,
  title: '',
  hostname: '',
  username: '',
  method: 'password',
  password: '',
  key: '',
};

/** The form's field for each field of the body. @param secret the secret that the chosen method needs */
export const fieldNames = (secret: 'password' | 'key') =>
  ({
    catalogue_uuid: 'image',
    instance_type_uuid: 'plan',
    with_external_ip: 'external',
    reserve_external_ip: 'external',
    'authentication_type.id': 'method',
    'authentication_type.key': 'username',
    'authentication_type.value': secret,
  }) as const;

/** Makes a hostname of a title: `Situs utama` → `situs-utama`. Empty if no valid character is left. */
export function hostnameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return readNamedHost(name).value ?? '';
}

/** The backend's ids of the sign-in methods. */
const methodIds = { password: 1, key: 2 } as const;

/** Makes the input of A24. @param organization uuid of the organization that pays */
export function vmInput(values: VmValues, params: GroupParams, organization: string): Input<'A24'> {
  const secret = values.method === 'key' ? values.key : values.password;
  return {
    params,
    body: {
      authentication_type: {
        id: methodIds[values.method],
        key: values.username,
        value: secret,
      },
      catalogue_uuid: values.image,
      instance_type_uuid: values.plan,
      organization_uuid: organization,
      title: values.title,
      hostname: values.hostname,
      with_external_ip: values.external === 'new',
      ...(values.external === 'new'
        ? { reserve_external_ip: { is_new: true, reserved: values.reserve } }
        : {}),
    },
  };
}

/** Stands for the password in the request panel, which writes it as a shell variable; see `forms/curl`. */
export const passwordMark = '\uE000PASSWORD\uE001';
