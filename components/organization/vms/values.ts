/** The fields of the wizard and the input of its call (A24). The contract's schema checks that again. */
import { readNamedHost } from '@/lib/contract/reading/names';
import type { Input } from '@/lib/contract/types';
import type { GroupParams } from './group';

/** The values of the wizard's fields. */
export interface VmValues {
  image: string;
  plan: string;
  external: 'none' | 'new' | 'existing';
  /** Whether a new address is kept when the machine is deleted. */
  reserve: boolean;
  /** The uuid of the reserved address, if `external` is `existing`. */
  address: string;
  title: string;
  hostname: string;
  username: string;
  method: 'password' | 'key';
  password: string;
  key: string;
}

/** What this deployment can tell the provider about a new machine; see `docs/operating.md`. */
export interface OrderTerms {
  /** The provider's id of signing in with an SSH key; null if keys can't be used. */
  keyId: number | null;
  /** The provider's field for a reserved address; null if none can be given to a machine. */
  addressField: string | null;
}

export const defaults: VmValues = {
  image: '',
  plan: '',
  external: 'new',
  reserve: false,
  address: '',
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

/** The id of signing in with a password (A24). */
const passwordId = 1;

/** The choice of an external address as A24 takes it; nothing if none is wanted. */
function externalBody({ external, reserve, address }: VmValues) {
  if (external === 'none') return { with_external_ip: false };
  return {
    with_external_ip: true,
    reserve_external_ip:
      external === 'new'
        ? { is_new: true, reserved: reserve }
        : { is_new: false, reserved: true, uuid: address },
  };
}

interface Order {
  params: GroupParams;
  /** Uuid of the organization that pays. */
  organization: string;
  keyId: OrderTerms['keyId'];
}

/** The provider's id of signing in with a key if the order does that; null where a password is sent. */
export const keyIdOf = (
  { method }: Pick<VmValues, 'method'>,
  keyId: OrderTerms['keyId'],
): OrderTerms['keyId'] => (method === 'key' ? keyId : null);

/** Makes the input of A24. Where keys can't be used, the password is sent. */
export function vmInput(values: VmValues, { params, organization, keyId }: Order): Input<'A24'> {
  const byKey = keyIdOf(values, keyId);
  return {
    params,
    body: {
      authentication_type: {
        id: byKey ?? passwordId,
        key: values.username,
        value: byKey === null ? values.password : values.key,
      },
      catalogue_uuid: values.image,
      instance_type_uuid: values.plan,
      organization_uuid: organization,
      title: values.title,
      hostname: values.hostname,
      ...externalBody(values),
    },
  };
}

/** Stands for the password in the request panel, which writes it as a shell variable; see `forms/curl`. */
export const passwordMark = '\uE000PASSWORD\uE001';
