/** Whole tenants in one step, for tests: people, money, machines, keys; every value of its own. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { findImage, images, plans } from './awanio/catalogue';
import type { Group, Organization, Project } from './awanio/groups';
import {
  addMember,
  findOrganization,
  findProject,
  makeOrganization,
  makeProject,
} from './awanio/groups';
import { reserveFree } from './awanio/reserved';
import { makeUser } from './awanio/users';
import { orderVm } from './awanio/vms';
import { keepVolume } from './awanio/volumes';
import type { Cloud, Tenant } from './cloud';
import { careFor } from './dewavps/care';
import { settleIn } from './dewavps/power';
import { keepNetwork } from './dewavps/vswitch';
import { keepInstance, makeAddress } from './dewavps/order';
import { keepBlock } from './dewavps/storage';
import type { Instance, Status } from './dewavps/instance';
import { randomText } from './ids';
import { startedAtOnce } from './machines';
import { hour } from './ledger';
import { Refusal } from './refusal';
import { keyHash } from './tokens';

const count = z.int().min(0).max(5000);
export const scopes = [
  'super',
  'read_instance',
  'write_instance',
  'billing',
  'read_network',
  'write_network',
] as const;

export const tenantInput = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  /** Tenant seconds for each real one. */
  speed: z.number().positive().max(100_000).optional(),
  awanio: z
    .strictObject({
      balance: z.int().default(5_000_000),
      /** The person's level in the organization: 1 admin, 2 member, 3 finance. */
      level: z.int().min(1).max(99).default(1),
      vms: count.default(0),
      /** Projects; the first is answered as `project`. */
      projects: count.default(1),
      /** VMs in the first project, beside `vms` in the organization. */
      projectVms: count.default(0),
      /** Volumes of 50 GB in the organization that no machine has. */
      volumes: count.default(0),
      /** Reserved addresses that no machine has. */
      addresses: count.default(0),
      /** `projects`: the person is in the projects, not in the organization. */
      joins: z.enum(['all', 'projects']).default('all'),
      /** Uuid of another organization that the person joins too, with `level`. */
      memberOf: z.string().optional(),
      /** Uuid of another organization's project that the person joins, with `level`, and not the organization. */
      memberOfProject: z.string().optional(),
    })
    .optional(),
  dewavps: z
    .strictObject({
      balance: z.int().default(5_000_000),
      instances: count.default(0),
      /** The last so many of them are off. */
      stopped: count.default(0),
      /** Whether each has a public address. */
      publicIps: z.boolean().default(true),
      /** Public addresses that no machine has, all in location 1 like the rest. */
      addresses: count.default(0),
      /** Disks of 50 GB that are attached to nothing. */
      disks: count.default(0),
      /** Of each machine: days since it was ordered, which it has been charged for and has metrics of. */
      age: count.default(0),
      /** Of each machine: snapshots, all active; the last is the current state. */
      snapshots: z.int().min(0).max(5).default(0),
      /** Of each machine: backups of the last days, and the daily schedule (02:00, keeps 30) that made them. */
      backups: z.int().min(0).max(30).default(0),
      /** Of each machine: firewall rules; the first, SSH, uses the IP set `office`; the rest are open to anyone. */
      rules: z.int().min(0).max(100).default(0),
      /** Private networks; members are taken from the first machines on, the first of each is its gateway if asked. */
      networks: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(100).optional(),
            members: count.default(0),
            gateway: z.boolean().default(false),
          }),
        )
        .default([]),
      keys: z
        .array(z.strictObject({ scopes: z.array(z.enum(scopes)).min(1) }))
        .default([{ scopes: ['super'] }]),
      /** Calls a minute for each key. */
      rate: z.int().positive().default(6000),
    })
    .optional(),
});
export type TenantInput = z.input<typeof tenantInput>;

export interface MadeTenant {
  id: string;
  name: string;
  awanio: {
    username: string;
    password: string;
    email: string;
    user_uuid: string;
    organization: { uuid: string; name: string; slug: string };
    project: { uuid: string; name: string } | null;
    vms: { uuid: string; hostname: string }[];
    projectVms: { uuid: string; hostname: string }[];
    volumes: { uuid: string; label: string }[];
    addresses: { uuid: string; address: string }[];
  } | null;
  dewavps: {
    keys: { key: string; scopes: string[] }[];
    instances: { uuid: string; hostname: string }[];
    addresses: { uuid: string; address: string }[];
    disks: { id: string; name: string }[];
    networks: { uuid: string; name: string }[];
  } | null;
}

type Wish = z.output<typeof tenantInput>;

/** Makes a tenant. @throws Refusal 404 when `memberOf` names no organization. */
export function makeTenant(cloud: Cloud, wish: Wish): MadeTenant {
  const name = wish.name ?? `Tenant ${randomText(6)}`;
  return cloud.store.transaction(() => {
    const tenant = cloud.addTenant({
      name,
      ...(wish.speed ? { speed: wish.speed } : {}),
      ...(wish.dewavps ? { rate: wish.dewavps.rate } : {}),
    });
    return {
      id: tenant.id,
      name,
      awanio: wish.awanio ? makeAwanio(cloud, tenant, name, wish.awanio) : null,
      dewavps: wish.dewavps ? makeDewavps(cloud, tenant, wish.dewavps) : null,
    };
  });
}

function makeAwanio(
  cloud: Cloud,
  tenant: Tenant,
  name: string,
  wish: NonNullable<Wish['awanio']>,
): MadeTenant['awanio'] {
  const { store } = cloud;
  const at = cloud.now(tenant.id);
  const username = `user-${randomText(8)}`;
  const email = `${username}@example.id`;
  const password = `fake-${randomText(12)}`;
  const user = makeUser(cloud, {
    tenantId: tenant.id,
    username,
    email,
    name: `Person of ${name}`,
    password,
    status: 'active',
  });
  // Somebody else owns the organization, so that a member is not its last admin.
  const owner = makeUser(cloud, {
    tenantId: tenant.id,
    username: `owner-${randomText(8)}`,
    email: `owner-${randomText(8)}@example.id`,
    name: `Owner of ${name}`,
    password: `fake-${randomText(12)}`,
    status: 'active',
  });
  const organization = makeOrganization(cloud, {
    tenantId: tenant.id,
    name,
    owner: owner.uuid,
    balance: wish.balance,
    at,
  });
  if (wish.joins === 'all')
    addMember(store, 'organizations', organization.uuid, user.uuid, wish.level, at);
  if (wish.memberOf) {
    if (!findOrganization(store, wish.memberOf))
      throw new Refusal(404, 'memberOf names no organization');
    addMember(store, 'organizations', wish.memberOf, user.uuid, wish.level, at);
  }
  if (wish.memberOfProject) {
    if (!findProject(store, wish.memberOfProject))
      throw new Refusal(404, 'memberOfProject names no project');
    addMember(store, 'projects', wish.memberOfProject, user.uuid, wish.level, at);
  }
  const projects = Array.from({ length: wish.projects }, (_, index) => {
    const project = makeProject(store, {
      organization,
      name: `Project ${index + 1}`,
      owner: owner.uuid,
      at,
    });
    addMember(store, 'projects', project.uuid, user.uuid, wish.level, at);
    return project;
  });
  const first = projects[0];
  const vms = Array.from({ length: wish.vms }, (_, index) =>
    makeVm(cloud, organization, null, owner.uuid, index, at),
  );
  const projectVms = Array.from({ length: first ? wish.projectVms : 0 }, (_, index) =>
    makeVm(cloud, organization, first ?? null, owner.uuid, wish.vms + index, at),
  );
  const volumes = Array.from({ length: wish.volumes }, (_, index) => {
    const { uuid, label } = makeVolume(cloud, organization, owner.uuid, index, at);
    return { uuid, label };
  });
  const addresses = Array.from({ length: wish.addresses }, () => {
    const { uuid, address } = reserveFree(cloud, organization, at);
    return { uuid, address };
  });
  return {
    username,
    password,
    email,
    user_uuid: user.uuid,
    organization: { uuid: organization.uuid, name: organization.name, slug: organization.slug },
    project: first ? { uuid: first.uuid, name: first.name } : null,
    vms,
    projectVms,
    volumes,
    addresses,
  };
}

function spaceOf(organization: Organization, project: Project | null): Group {
  return project
    ? { type: 'projects', uuid: project.uuid, organization, project, role: 'admin' }
    : { type: 'organizations', uuid: organization.uuid, organization, project, role: 'admin' };
}

function makeVolume(
  cloud: Cloud,
  organization: Organization,
  userUuid: string,
  index: number,
  at: number,
) {
  const plan = plans.find((item) => item.suitable_for === 'volume' && item.storage_gb === 50);
  if (!plan) throw new Error('the catalogue has no volume of 50 GB');
  const group = spaceOf(organization, null);
  return keepVolume(cloud, { group, userUuid, label: `volume-${index + 1}`, plan, at });
}

function makeVm(
  cloud: Cloud,
  organization: Organization,
  project: Project | null,
  userUuid: string,
  index: number,
  at: number,
) {
  const group = spaceOf(organization, project);
  const plan = plans[1];
  const image = images[0];
  if (!plan || !image || !findImage(image.uuid)) throw new Error('the catalogue is empty');
  const vm = orderVm(cloud, {
    group,
    userUuid,
    title: `Machine ${index + 1}`,
    hostname: `vm-${index + 1}`,
    imageUuid: image.uuid,
    planUuid: plan.uuid,
    username: 'demo',
    credential: `fake-${randomText(12)}`,
    external: null,
    at,
  });
  runVm(cloud, vm.uuid, tenantAddress(index));
  return { uuid: vm.uuid, hostname: vm.hostname };
}

const tenantAddress = (index: number) => `10.42.${Math.floor(index / 240)}.${10 + (index % 240)}`;

/** Puts a VM straight into the running state. */
export function runVm(cloud: Cloud, uuid: string, privateIp: string): void {
  cloud.jobs.drop(uuid);
  cloud.store.update('vms', { uuid }, { status: 'running', private_ip: privateIp });
}

/** Puts an instance straight into a state. */
export function placeInstance(
  cloud: Cloud,
  instance: Instance,
  status: Status,
  at: number,
  lit = true,
): void {
  cloud.jobs.drop(instance.uuid);
  settleIn(cloud, instance.uuid, status, at);
  if (lit && status === 'Running') cloud.machines.start(instance.uuid);
}

export function makeKey(
  cloud: Cloud,
  tenantId: string,
  label: string,
  of: readonly string[],
  key?: string,
): string {
  const made = key ?? `dewa_test_${randomBytes(20).toString('hex')}`;
  cloud.store.insert('api_keys', {
    key_hash: keyHash(made),
    tenant_id: tenantId,
    label,
    scopes: of.join(','),
    expires_real: null,
  });
  return made;
}

function makeDewavps(
  cloud: Cloud,
  tenant: Tenant,
  wish: NonNullable<Wish['dewavps']>,
): MadeTenant['dewavps'] {
  const now = cloud.now(tenant.id);
  const at = now - wish.age * 24 * hour;
  cloud.ledger.openAccount(`dewavps:${tenant.id}`, tenant.id, at, wish.balance);
  const keys = wish.keys.map(({ scopes: of }, index) => ({
    key: makeKey(cloud, tenant.id, `key ${index + 1}`, of),
    scopes: of,
  }));
  const networks = wish.networks.map(({ name }, index) =>
    keepNetwork(cloud, tenant.id, { name: name ?? `network-${index + 1}`, location_id: 1, at }),
  );
  const memberships = wish.networks.flatMap(({ members }, index) =>
    Array.from({ length: members }, () => networks[index]),
  );
  const instances = Array.from({ length: wish.instances }, (_, index) => {
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
      use_public_ip: wish.publicIps,
    };
    const network = memberships[index];
    const instance = keepInstance(cloud, tenant.id, order, at, network ? { network } : {});
    const off = index >= wish.instances - wish.stopped;
    placeInstance(cloud, instance, off ? 'Stopped' : 'Running', at, index < startedAtOnce);
    careFor(cloud, instance, wish, now);
    return { uuid: instance.uuid, hostname: instance.hostname };
  });
  for (const [index, network] of networks.entries()) {
    const gateway = wish.networks[index]?.gateway && memberships.indexOf(network);
    const machine = typeof gateway === 'number' ? instances[gateway] : undefined;
    if (machine)
      cloud.store.update('vswitches', { uuid: network.uuid }, { gateway_uuid: machine.uuid });
  }
  const addresses = Array.from({ length: wish.addresses }, () => {
    const { uuid, address } = makeAddress(cloud, tenant.id, 1, null, at);
    return { uuid, address };
  });
  const disks = Array.from({ length: wish.disks }, (_, index) => {
    const disk = { name: `disk-${index + 1}`, size: 50, location_id: 1, instance_uuid: null };
    const { id, name } = keepBlock(cloud, tenant.id, { ...disk, at });
    return { id, name };
  });
  return {
    keys,
    instances,
    addresses,
    disks,
    networks: networks.map(({ uuid, name }) => ({ uuid, name })),
  };
}
