/**
 * Creates the Awanio part of a tenant for tests: a person, an organization with projects, machines, volumes,
 * addresses.
 */
import { z } from 'zod';
import type { Cloud, Tenant } from '../cloud';
import type { Store } from '../db';
import { daysBefore } from '../demo';
import { documentKinds, setDocuments } from '../document-kind';
import { randomText } from '../ids';
import { Refusal } from '../refusal';
import { optionCount } from '@/sandbox/tenant-options';
import { findImage, images, plans } from './catalogue';
import { keepDeployed } from './metal-orders';
import { keepReadyCluster } from './clusters';
import type { Organization, Project } from './groups';
import {
  addMember,
  findOrganization,
  findProject,
  makeOrganization,
  makeProject,
  spaceOf,
} from './groups';
import { keepOwnInvoice, ownKinds } from './invoice';
import { paymentUrlPlaces, setPaymentUrlPlace } from './payment-url';
import { reserveFree } from './reserved';
import { storageOption, type MadeStorage } from './tenant-storage';
import { makeUser } from './users';
import { orderVm } from './vms';
import { keepVolume } from './volumes';
import { keepVpc } from './vpc';

/** The first address of the VPC of a tenant. */
const firstVpc = '10.42.0.0';

/** The options. By default, the tenant has a person with an empty organization and one project. */
export const awanioOptions = z.strictObject({
  balance: z.int().default(5_000_000),
  /** The person's level in the organization: 1 admin, 2 member, 3 finance. */
  level: z.int().min(1).max(99).default(1),
  vms: optionCount.default(0),
  /** The number of projects; the answer names the first as `project`. */
  projects: optionCount.default(1),
  /** VMs in the first project, in addition to `vms` in the organization. */
  projectVms: optionCount.default(0),
  /** Volumes of 50 GB in the organization, without a machine. */
  volumes: optionCount.default(0),
  /** Reserved addresses without a machine. */
  addresses: optionCount.default(0),
  /** The prefix length of the organization's VPC, 10.42.0.0; its first machines are in it. Without it there is none. */
  vpc: z.int().min(16).max(28).optional(),
  /**
   * Kubernetes clusters of the cheapest plan, in the first project with `project`. `ends` is the seconds of real time
   * after which the certificate of the first kubeconfig ends.
   */
  clusters: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(53),
        project: z.boolean().default(false),
        highlyAvailable: z.boolean().default(false),
        status: z.enum(['pending', 'not_running', 'running']).default('running'),
        ends: z.number().positive().optional(),
      }),
    )
    .max(500)
    .default([]),
  /** The object storage; without it there is none. */
  objectStorage: storageOption.optional(),
  /** Deployed bare-metal machines of the cheapest package in the organization, paid by the month. */
  baremetals: optionCount.default(0),
  /** The age in days of everything in the tenant, for which it was charged, and invoiced month by month. */
  age: optionCount.default(0),
  /**
   * Invoices that the provider makes beside those of the months: rupiah before discount and tax, the discount in rupiah
   * in addition to that of `terms`, and how many days ago. `overdue` was due an hour after it was made; `no-due-date`
   * has a text that is no date; `foreign` says USD.
   */
  invoices: z
    .array(
      z.strictObject({
        kind: z.enum(ownKinds),
        amount: z.int().min(0).default(13_750),
        discount: z.int().min(0).default(0),
        note: z.string().max(500).nullable().default(null),
        days: z.number().min(0).max(3650).default(1),
      }),
    )
    .max(500)
    .default([]),
  /** What stands at the addresses of its invoices' PDFs: with `html` a page in their place. */
  documents: z.enum(documentKinds).default('pdf'),
  /** `projects` makes the person a member of the projects, but not of the organization. */
  joins: z.enum(['all', 'projects']).default('all'),
  /** What the provider set for the organization: percents and rupiah. */
  terms: z
    .strictObject({
      suspended: z.boolean().default(false),
      discount: z.number().min(0).max(100).default(0),
      tax_percent: z.number().min(0).max(100).default(11),
      monthly_amount_threshold: z.int().min(0).default(0),
      account_payable: z.int().min(0).default(0),
      payment_plans: z.enum(['prepaid', 'postpaid']).default('prepaid'),
    })
    .prefault({}),
  /** Whether somebody else founded the organization, and is an admin in it. Without them the person did. */
  founder: z.boolean().default(true),
  /** Further people, with their levels in the organization and in the first project; null is no member there. */
  people: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        level: z.int().min(1).max(99).nullable().default(2),
        projectLevel: z.int().min(1).max(99).nullable().default(null),
        status: z.enum(['active', 'inactive']).default('active'),
      }),
    )
    .max(500)
    .default([]),
  /** Where A51 says the address of the payment page. */
  paymentUrl: z.enum(paymentUrlPlaces).default('meta'),
  /** Whether the person is also an administrator of the provider. */
  provider: z.boolean().default(false),
  /** The uuid of another organization that the person joins as well, with `level`. */
  memberOf: z.string().optional(),
  /**
   * The uuid of another organization's project that the person joins, with `level`, without joining the organization.
   */
  memberOfProject: z.string().optional(),
});

/** A person with what they sign in with. */
export interface MadePerson {
  uuid: string;
  name: string;
  username: string;
  email: string;
  password: string;
}

export interface MadeAwanio {
  username: string;
  password: string;
  email: string;
  user_uuid: string;
  organization: { uuid: string; name: string; slug: string };
  /** Those of the option, in its order. */
  people: MadePerson[];
  project: { uuid: string; name: string } | null;
  vms: { uuid: string; hostname: string }[];
  projectVms: { uuid: string; hostname: string }[];
  volumes: { uuid: string; label: string }[];
  addresses: { uuid: string; address: string }[];
  /** Those of the option, in its order. */
  clusters: { uuid: string; name: string }[];
  baremetals: { uuid: string; hostname: string }[];
  objectStorage: MadeStorage | null;
  /** Those of the option, in its order. */
  invoices: { uuid: string; kind: string }[];
}

type AwanioOptions = z.output<typeof awanioOptions>;

/** Creates an active person with a unique login name. */
function makePerson(
  cloud: Cloud,
  tenantId: string,
  kind: 'user' | 'owner' | 'member',
  name: string,
  more: { provider?: boolean; status?: 'active' | 'inactive' } = {},
): MadePerson {
  const username = `${kind}-${randomText(8)}`;
  const account = { username, email: `${username}@example.id`, password: `fake-${randomText(12)}` };
  const user = makeUser(cloud, { tenantId, ...account, name, status: 'active', ...more });
  return { ...account, name, uuid: user.uuid };
}

/**
 * Adds a person to the organization and to the other groups of the options. @throws Refusal 404 if one doesn't exist
 */
function join(
  store: Store,
  organization: Organization,
  userUuid: string,
  options: AwanioOptions,
  at: number,
) {
  const { level, memberOf, memberOfProject } = options;
  if (options.joins === 'all' && options.founder)
    addMember(store, 'organizations', organization.uuid, userUuid, level, at);
  if (memberOf) {
    if (!findOrganization(store, memberOf))
      throw new Refusal(404, 'memberOf names no organization');
    addMember(store, 'organizations', memberOf, userUuid, level, at);
  }
  if (memberOfProject) {
    if (!findProject(store, memberOfProject))
      throw new Refusal(404, 'memberOfProject names no project');
    addMember(store, 'projects', memberOfProject, userUuid, level, at);
  }
}

/** Creates a further person, and adds them where the option says. */
function addPerson(
  cloud: Cloud,
  tenantId: string,
  organization: Organization,
  project: Project | undefined,
  { name, level, projectLevel, status }: AwanioOptions['people'][number],
  at: number,
): MadePerson {
  const person = makePerson(cloud, tenantId, 'member', name, { status });
  const { store } = cloud;
  if (level !== null) addMember(store, 'organizations', organization.uuid, person.uuid, level, at);
  if (projectLevel !== null && project)
    addMember(store, 'projects', project.uuid, person.uuid, projectLevel, at);
  return person;
}

/** Creates the Awanio part. @throws Refusal 404 if `memberOf` or `memberOfProject` doesn't exist */
export function makeAwanio(
  cloud: Cloud,
  tenant: Tenant,
  name: string,
  options: AwanioOptions,
): MadeAwanio {
  const { store } = cloud;
  const now = cloud.now(tenant.id);
  setDocuments(cloud.store, tenant.id, 'awanio', options.documents);
  const at = daysBefore(now, options.age);
  const user = makePerson(cloud, tenant.id, 'user', `Person of ${name}`, {
    provider: options.provider,
  });
  // Another person owns the organization, so that a member is not its last admin.
  const owner = options.founder
    ? makePerson(cloud, tenant.id, 'owner', `Owner of ${name}`).uuid
    : user.uuid;
  const { balance } = options;
  const terms = { ...options.terms, suspended: options.terms.suspended ? 1 : 0 };
  const organization = makeOrganization(cloud, {
    tenantId: tenant.id,
    name,
    owner,
    balance,
    terms,
    at,
  });
  setPaymentUrlPlace(store, tenant.id, options.paymentUrl);
  join(store, organization, user.uuid, options, at);
  const projects = Array.from({ length: options.projects }, (_, index) => {
    const project = makeProject(store, { organization, name: `Project ${index + 1}`, owner, at });
    if (options.founder) addMember(store, 'projects', project.uuid, user.uuid, options.level, at);
    return project;
  });
  const people = options.people.map((person) =>
    addPerson(cloud, tenant.id, organization, projects[0], person, at),
  );
  if (options.vpc !== undefined) {
    const of = { organization, label: 'office', prefix: options.vpc, from: firstVpc, at };
    keepVpc(store, of);
  }
  const first = projects[0];
  const vms = Array.from({ length: options.vms }, (_, index) =>
    makeVm(cloud, organization, null, owner, index, at),
  );
  const projectVms = Array.from({ length: first ? options.projectVms : 0 }, (_, index) =>
    makeVm(cloud, organization, first ?? null, owner, options.vms + index, at),
  );
  const volumes = Array.from({ length: options.volumes }, (_, index) => {
    const { uuid, label } = makeVolume(cloud, organization, owner, index, at);
    return { uuid, label };
  });
  const addresses = Array.from({ length: options.addresses }, (_, index) => {
    const tags = index === 0 ? ['mail', 'production'] : [];
    const { uuid, address } = reserveFree(cloud, organization, at, tags);
    return { uuid, address };
  });
  const clusters = options.clusters.map((cluster) =>
    makeCluster(cloud, organization, first, owner, cluster, at),
  );
  const baremetals = Array.from({ length: options.baremetals }, (_, index) => {
    const group = spaceOf(organization, null);
    const hostname = `metal-${index + 1}`;
    const { uuid } = keepDeployed(cloud, { group, hostname, title: `Server ${index + 1}`, at });
    return { uuid, hostname };
  });
  const invoices = options.invoices.map(({ days, ...of }) =>
    keepOwnInvoice(cloud, organization, { ...of, at: daysBefore(now, days) }),
  );
  const { username, password, email } = user;
  return {
    username,
    password,
    email,
    user_uuid: user.uuid,
    organization: { uuid: organization.uuid, name: organization.name, slug: organization.slug },
    people,
    project: first ? { uuid: first.uuid, name: first.name } : null,
    vms,
    projectVms,
    volumes,
    addresses,
    clusters,
    baremetals,
    objectStorage: null,
    invoices,
  };
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

/** Makes a cluster that stays as the option says; one that runs does so at once. */
function makeCluster(
  cloud: Cloud,
  organization: Organization,
  project: Project | undefined,
  userUuid: string,
  option: AwanioOptions['clusters'][number],
  at: number,
) {
  const cluster = keepReadyCluster(cloud, {
    group: spaceOf(organization, option.project ? (project ?? null) : null),
    userUuid,
    name: option.name,
    plan: 'k-a',
    highlyAvailable: option.highlyAvailable,
    ends: option.ends,
    at,
  });
  cloud.store.update('clusters', { uuid: cluster.uuid }, { status: option.status });
  return { uuid: cluster.uuid, name: cluster.name };
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

/** Makes a VM running at once. */
function runVm(cloud: Cloud, uuid: string, privateIp: string): void {
  cloud.jobs.drop(uuid);
  cloud.store.update('vms', { uuid }, { status: 'running', private_ip: privateIp });
}
