/** Virtual machines, A24–A26. */
import type { z } from 'zod';
import {
  cores,
  embedded,
  gigabytes,
  id,
  idOrNull,
  instant,
  listOf,
  megabytes,
  number,
  text,
  wireObject,
  words,
} from '../../decode';
import { shapes } from '../../shape';
import { hostname, input, reference, yesOrNo } from '../shared';
import {
  addresses,
  authentication,
  checkExternalAddress,
  externalAddress,
  groupParams,
  groupType,
  identified,
  name,
  pipe,
} from './common';
import { catalogue, pricing } from './pricing';
import { volumeLink } from './volumes';

const fields = wireObject(
  {
    uuid: id(),
    title: text(),
    hostname: text(),
    /** The backend's status word, such as `running`; see `../../states`. */
    status: text(),
    /** KubeVirt's phase, if there is one. */
    meta: embedded(wireObject({ phase: text() })),
    catalogue: identified(catalogue),
    pricing: identified(pricing),
    volumes: listOf(volumeLink),
    ip_addresses: addresses(),
    private_ip_address_v4: text(),
    mac_address: text(),
    vcpu_core: cores(),
    ram_mb: megabytes(),
    disk_size_gb: gigabytes(),
    transfer_tb: number(),
    tags: words(),
    group_type: groupType(),
    group_uuid: idOrNull(),
    created_at: instant(),
    updated_at: instant(),
  },
  { ip_address: 'ip_addresses' },
);

interface WireMeta {
  meta?: { phase?: string | null; private_ip_address?: string | null } | null | undefined;
}

/** A machine. The private address is at the top or in `meta`, and either may be null; the top is preferred. (QA14) */
export const vm = pipe<z.output<typeof fields>, z.input<typeof fields> & WireMeta>((value) => {
  if (typeof value !== 'object' || value === null || !('meta' in value)) return value;
  const { meta } = value as WireMeta;
  const said = { ...value } as { private_ip_address_v4?: unknown };
  said.private_ip_address_v4 ??= meta?.private_ip_address;
  return said;
}, fields);

const create = input({
  authentication_type: authentication,
  catalogue_uuid: reference(),
  /** The uuid of a price. */
  instance_type_uuid: reference(),
  organization_uuid: reference(),
  title: name(),
  hostname: hostname(),
  with_external_ip: yesOrNo().optional(),
  reserve_external_ip: externalAddress.optional(),
}).superRefine(checkExternalAddress);

export const machineShapes = shapes({
  /** Only an error is documented. The result is null if the answer has no uuid; then load the list again. (QA16) */
  A24: { params: groupParams, body: create, answer: 'object', wire: identified(vm) },
  A25: { params: groupParams, answer: 'list', wire: vm },
  A26: {
    params: groupParams.extend({ vm_uuid: reference() }),
    answer: 'object',
    wire: vm,
  },
});
