/** Creates the DewaVPS part of a tenant for tests: keys, machines with their resources, networks, addresses, disks. */
import { z } from 'zod';
import type { Cloud, Tenant } from '../cloud';
import { randomText } from '../ids';
import { hour } from '../ledger';
import { startedAtOnce } from '../machines';
import { optionCount } from '@/sandbox/tenant-options';
import { addMachineExtras } from './machine-extras';
import { methodNames } from '../gateway/methods';
import { keepDeposit } from './deposit';
import { documentKinds, setDocuments } from '../document-kind';
import { exportKinds, setExports } from './exports';
import type { Vswitch } from './instance';
import { makeKey, scopes } from './keys';
import { keepInstance, makeAddress } from './order';
import { payAllButNewest } from './postpaid';
import { placeInstance } from './power';
import { keepBlock } from './storage';
import { keepNetwork } from './vswitch';

/** The options. By default, the tenant is a customer with one key for everything and nothing else. */
export const dewavpsOptions = z.strictObject({
  /** By default 5,000,000, and nothing if the account is postpaid. */
  balance: z.int().optional(),
  /**
   * Whether the account pays by invoice after each month. With `age` in days it has some: all but the newest are paid.
   */
  postpaid: z.boolean().default(false),
  instances: optionCount.default(0),
  /** The number of stopped machines; they are the last ones. */
  stopped: optionCount.default(0),
  /** Whether each machine has a public address. */
  publicIps: z.boolean().default(true),
  /** Public addresses without a machine; everything is in location 1. */
  addresses: optionCount.default(0),
  /** Disks of 50 GB without a machine. */
  disks: optionCount.default(0),
  /** For each machine: its age in days, for which it was charged and has metrics. */
  age: optionCount.default(0),
  /** For each machine: snapshots, all active; the last is the current one. */
  snapshots: z.int().min(0).max(5).default(0),
  /** For each machine: backups of the last days, and the daily schedule (02:00, keeps 30) that made them. */
  backups: z.int().min(0).max(30).default(0),
  /** For each machine: firewall rules; the first, SSH, uses the IP set `office`; the others accept all addresses. */
  rules: z.int().min(0).max(100).default(0),
  /** Private networks; their members are the first machines, and the first member is the gateway on request. */
  networks: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100).optional(),
        members: optionCount.default(0),
        gateway: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Deposits: how many days ago each was asked for, its rupiah without tax and fee, and whether it was paid. */
  deposits: z
    .array(
      z.strictObject({
        days: z.number().min(0).max(3650).default(0),
        amount: z.int().positive().default(100_000),
        method: z.enum(methodNames).default('BCA VA'),
        paid: z.boolean().default(true),
      }),
    )
    .max(500)
    .default([]),
  /** Whether the exports D80 and D90 answer a link to a file, or a job without one. */
  exports: z.enum(exportKinds).default('link'),
  /** What D85 answers: with `html` a page in the place of the PDF. */
  documents: z.enum(documentKinds).default('pdf'),
  keys: z
    .array(z.strictObject({ scopes: z.array(z.enum(scopes)).min(1) }))
    .default([{ scopes: ['super'] }]),
  /** The most calls per minute for each key. */
  rate: z.int().positive().default(6000),
});

export interface MadeDewavps {
  keys: { key: string; scopes: string[] }[];
  instances: { uuid: string; hostname: string }[];
  addresses: { uuid: string; address: string }[];
  disks: { id: string; name: string }[];
  networks: { uuid: string; name: string }[];
}

type DewavpsOptions = z.output<typeof dewavpsOptions>;

/** Creates the machines, running and stopped as in the options; the first are in the networks. */
function makeInstances(
  cloud: Cloud,
  tenant: Tenant,
  options: DewavpsOptions,
  memberships: readonly (Vswitch | undefined)[],
) {
  const now = cloud.now(tenant.id);
  const at = begun(options, now);
  return Array.from({ length: options.instances }, (_, index) => {
    const order = {
      location_id: 1,
      tier_id: 1,
      template_id: 11,
      hostname: `instance-${index + 1}`,
      cpu: 1,
      memory: 1,
      storage: 20,
      username: 'demo',
      password: `fake-${randomText(12)}`,
      use_public_ip: options.publicIps,
    };
    const network = memberships[index];
    const instance = keepInstance(cloud, tenant.id, order, at, network ? { network } : {});
    const off = index >= options.instances - options.stopped;
    placeInstance(cloud, instance, off ? 'Stopped' : 'Running', at, index < startedAtOnce);
    addMachineExtras(cloud, instance, options, now);
    return { uuid: instance.uuid, hostname: instance.hostname };
  });
}

/** The instant at which everything was ordered. */
const begun = ({ age }: DewavpsOptions, now: number) => now - age * 24 * hour;

/** Opens the account before everything that it pays, and keeps its deposits. */
function openAccount(cloud: Cloud, tenant: Tenant, options: DewavpsOptions): void {
  const now = cloud.now(tenant.id);
  const account = `dewavps:${tenant.id}`;
  const deposits = options.deposits
    .map(({ days, ...deposit }) => ({ ...deposit, at: Math.round(now - days * 24 * hour) }))
    .sort((a, b) => a.at - b.at);
  const opened = Math.min(begun(options, now), deposits[0]?.at ?? now);
  const balance = options.balance ?? (options.postpaid ? 0 : 5_000_000);
  cloud.ledger.openAccount(account, tenant.id, opened, balance, options.postpaid);
  for (const deposit of deposits) keepDeposit(cloud, account, deposit);
}

export function makeDewavps(cloud: Cloud, tenant: Tenant, options: DewavpsOptions): MadeDewavps {
  const at = begun(options, cloud.now(tenant.id));
  openAccount(cloud, tenant, options);
  setExports(cloud.store, tenant.id, options.exports);
  setDocuments(cloud.store, tenant.id, 'dewavps', options.documents);
  const keys = options.keys.map(({ scopes: of }, index) => ({
    key: makeKey(cloud, tenant.id, `key ${index + 1}`, of),
    scopes: of,
  }));
  const networks = options.networks.map(({ name }, index) =>
    keepNetwork(cloud, tenant.id, { name: name ?? `network-${index + 1}`, location_id: 1, at }),
  );
  const memberships = options.networks.flatMap(({ members }, index) =>
    Array.from({ length: members }, () => networks[index]),
  );
  const instances = makeInstances(cloud, tenant, options, memberships);
  for (const [index, network] of networks.entries()) {
    const gateway = options.networks[index]?.gateway && memberships.indexOf(network);
    const machine = typeof gateway === 'number' ? instances[gateway] : undefined;
    if (machine)
      cloud.store.update('vswitches', { uuid: network.uuid }, { gateway_uuid: machine.uuid });
  }
  const addresses = Array.from({ length: options.addresses }, () => {
    const { uuid, address } = makeAddress(cloud, tenant.id, 1, null, at);
    return { uuid, address };
  });
  const disks = Array.from({ length: options.disks }, (_, index) => {
    const disk = { name: `disk-${index + 1}`, size: 50, location_id: 1, instance_uuid: null };
    const { id, name } = keepBlock(cloud, tenant.id, { ...disk, at });
    return { id, name };
  });
  if (options.postpaid) {
    const now = cloud.now(tenant.id);
    cloud.ledger.settle(tenant.id, now);
    payAllButNewest(cloud, `dewavps:${tenant.id}`, now);
  }
  return {
    keys,
    instances,
    addresses,
    disks,
    networks: networks.map(({ uuid, name }) => ({ uuid, name })),
  };
}
