/** The fields of an order of bare metal, and the input of its call (A27). The contract's schema checks that again. */
import type { Input } from '@/lib/contract/types';
import type { GroupParams } from '../vms/group';
import { defaults, vmInput, type VmValues } from '../vms/values';
import type { ImageChoice } from '../vms/catalogue';
import type { Package, Period } from './packages';

/** The fields that a virtual machine's wizard has, too, mean the same; `plan` is the package's `machine_name`. */
export interface MetalValues extends VmValues {
  period: Period;
  /** How many equal machines. */
  count: number;
}

/** The list of machines (A28) shows so many at once, so more of one order couldn't be found again. */
export const mostMachines = 10;

/** The first values: the cheapest package that is to be had, and the first image. Whole servers are rented without an address. */
export function startOf(packages: readonly Package[], images: readonly ImageChoice[]): MetalValues {
  return {
    ...defaults,
    external: 'none',
    image: images[0]?.uuid ?? '',
    plan: packages.find(({ soldOut }) => !soldOut)?.machineName ?? '',
    period: 'price_per_month',
    count: 1,
  };
}

/** The form's field for each field of the body. */
export const metalFieldNames = {
  catalogue_uuid: 'image',
  machine_name: 'plan',
  billing_period: 'period',
  compute_same_config: 'count',
  with_external_ip: 'external',
  'authentication_type.key': 'username',
} as const;

interface Order {
  params: GroupParams;
  /** Uuid of the organization that pays. */
  organization: string;
  keyId: number | null;
}

/** Makes the input of A27. */
export function metalInput(values: MetalValues, order: Order): Input<'A27'> {
  const { params, body } = vmInput(values, order);
  const { instance_type_uuid: machine_name, ...rest } = body;
  return {
    params,
    body: {
      ...rest,
      machine_name,
      billing_period: values.period,
      compute_same_config: values.count,
    },
  };
}
