/** Kubernetes clusters, A62–A70. */
import { z } from 'zod';
import {
  embedded,
  id,
  idOrNull,
  instant,
  int,
  number,
  text,
  version,
  wireObject,
  words,
} from '../../decode';
import { readClusterName } from '../../reading/names';
import { shapes, visible } from '../../shape';
import { input, reading, reference, some, word, yesOrNo } from '../shared';
import {
  addresses,
  checkExternalAddress,
  externalAddress,
  groupParams,
  identified,
  one,
  pageFields,
  pipe,
  statusWord,
} from './common';
import { owner, projectName } from './people';
import { pricing } from './pricing';

/**
 * A Kubernetes version; A63 takes its `uuid` as `version`. Versions come as numbers, so `1.20` may arrive as 1.2.
 * (QA8)
 */
const k8sVersion = wireObject({
  uuid: id(),
  name: version(),
  api_version: version(),
  controller_version: version(),
  etcd_version: version(),
  created_at: instant(),
  updated_at: instant(),
});

const amount = wireObject({ value: number(), unit: text() });
/** The resources that a cluster uses; names and units are null while it is created. */
const metrics = wireObject({
  uuid: idOrNull(),
  name: text(),
  release_name: text(),
  namespace: text(),
  total_node: int(),
  total_pod: int(),
  total_container: int(),
  /** `milliCPU`. */
  total_cpu: embedded(amount),
  /** `MB`. */
  total_memory: embedded(amount),
});

const cluster = wireObject({
  uuid: id(),
  name: text(),
  release_name: text(),
  namespace: text(),
  /** `pending`, `not_running`, `running`. */
  status: text(),
  organization: identified(owner),
  project: identified(projectName),
  version: identified(k8sVersion),
  pvc_name: text(),
  service_type: text(),
  replica: int(),
  pricing: identified(pricing),
  /** The price of the storage; null if there is none. */
  pv_pricing: identified(pricing),
  tags: words(),
  ip_addresses: addresses(),
  private_ip_address_v4: text(),
  metrics: embedded(metrics),
  created_at: instant(),
  updated_at: instant(),
});

/** The whole kubeconfig file as text; it contains the key of the cluster's administrator. */
const kubeconfig = pipe<{ kubeconfig: string }, string>(
  (value) => (typeof value === 'string' ? { kubeconfig: value } : value),
  z.object({ kubeconfig: visible('download', z.string().min(1)) }),
);

const create = input({
  name: reading(readClusterName),
  enable_ha: yesOrNo().optional(),
  /** The uuid of a version. */
  version: reference(),
  pricing_uuid: reference(),
  pv_pricing_uuid: reference().optional(),
  tags: some(word(64), 20).optional(),
  with_external_ip: yesOrNo().optional(),
  /** A list here, an object for machines. (QA19) */
  reserve_external_ip: some(externalAddress, 1).optional(),
}).superRefine(checkExternalAddress);

const update = input({
  name: reading(readClusterName).optional(),
  enable_ha: yesOrNo().optional(),
});
const itemParams = groupParams.extend({ k8s_uuid: reference() });

export const kubernetesShapes = shapes({
  /** The sample has one object where a list is meant; the list reader takes both. (QA7) */
  A62: { answer: 'list', wire: k8sVersion },
  A63: { params: groupParams, body: create, answer: 'object', wire: one(cluster) },
  A64: { params: groupParams, query: input(pageFields), answer: 'list', wire: cluster },
  A65: { params: itemParams, answer: 'object', wire: cluster },
  A66: { params: itemParams, body: update, answer: 'object', wire: one(cluster) },
  A67: { params: itemParams, answer: 'sentence' },
  A68: { params: itemParams, answer: 'object', wire: metrics },
  A69: { params: itemParams, answer: 'object', wire: statusWord() },
  A70: { params: itemParams, answer: 'object', wire: kubeconfig },
});
