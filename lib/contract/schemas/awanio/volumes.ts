/** Volumes, A39–A44. */
import { bool, gigabytes, id, instant, listOf, text, wireObject, words } from '../../decode';
import { shapes } from '../../shape';
import { input, reference } from '../shared';
import { identified, name, namedGroupParams } from './common';
import { owner, projectName, user } from './people';
import { pricing } from './pricing';

const fields = {
  uuid: id(),
  label: text(),
  is_used: bool(),
  size_gb: gigabytes(),
  mount_point: text(),
  pvc_name: text(),
  /** `boot` or `external`. */
  volume_type: text(),
  project: identified(projectName),
  created_at: instant(),
  updated_at: instant(),
};
const aliases = { PVCName: 'pvc_name' } as const;

/** The thing that a volume is attached to. `namespace` is the organization's uuid. */
const source = wireObject({
  uuid: id(),
  namespace: text(),
  title: text(),
  hostname: text(),
  mac_address: text(),
  tags: words(),
  created_at: instant(),
  updated_at: instant(),
});

/** A volume and the machine that it is attached to. */
export const volumeLink = wireObject({
  source_type: text(),
  /** `DataVolume` is the boot disk, `AdditionalVolume` any other. */
  tag: text(),
  volume: identified(wireObject(fields, aliases)),
  source: identified(source),
  created_at: instant(),
  updated_at: instant(),
});

const volume = wireObject(
  {
    ...fields,
    organization: identified(owner),
    user: identified(user),
    pricing: identified(pricing),
    instance_has_volumes: listOf(volumeLink),
  },
  aliases,
);

const itemParams = namedGroupParams.extend({ volume_uuid: reference() });

export const volumeShapes = shapes({
  A39: { params: namedGroupParams, answer: 'list', wire: volume },
  A40: {
    body: input({ organization_uuid: reference(), pricing_uuid: reference(), label: name() }),
    answer: 'object',
    wire: volume,
  },
  A41: { params: itemParams, answer: 'sentence' },
  A42: { params: itemParams, body: input({ label: name() }), answer: 'object', wire: volume },
  /** The new size comes from the plan. */
  A43: {
    params: itemParams,
    body: input({ pricing_uuid: reference() }),
    answer: 'object',
    wire: volume,
  },
  A44: {
    params: namedGroupParams,
    body: input({ source_volume_uuid: reference(), label: name() }),
    answer: 'object',
    wire: volume,
  },
});
