/**
 * Tries every operation with ids of somebody else's organization, as an admin of another one: the answer is always
 * that there is no such thing or no right, and nothing of the other organization is in it or changes.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation, type Ref } from '@/lib/contract';
import { pathParams, type Operation } from '@/lib/contract/operation';
import { implementedRefs } from '@/sandbox/implemented';
import { at } from '@/sandbox/testing';
import { placesOf, reachable, RightsStage, scopeParam, type Got, type Names } from './stage';

let stage: RightsStage;
/** Ids of the other organization and what is in it, by the names of the path's parameters and the body's fields. */
let foreign: Record<string, string>;
/** Words that only the other organization has. */
let secrets: string[];
let picture: () => Promise<string>;

/** Enables the object storage of the own places, without which no bucket is looked for in them. */
async function enableOwnStorage(): Promise<void> {
  const { username, password, organization, project } = stage.own;
  const api = await stage.cloud.signIn(username, password);
  for (const [index, place] of [
    `/organizations/${organization.uuid}`,
    `/projects/${project.uuid}`,
  ].entries()) {
    const names = { subdomain_name: `own-${index}`, bucket_name: `own-bucket-${index}` };
    const { status } = await api('POST', `${place}/object-storages`, names);
    if (status !== 200) throw new Error(`the storage was not enabled: ${status}`);
  }
}

beforeAll(async () => {
  stage = await RightsStage.start();
  const other = await stage.cloud.person({
    balance: 88_123_457,
    volumes: 1,
    addresses: 1,
    vms: 1,
    projectVms: 1,
    // One that does not run, since the use of others changes from minute to minute.
    clusters: [{ name: 'other', status: 'not_running' }],
    baremetals: 1,
    objectStorage: { buckets: [{ name: 'foreign-bucket', objects: 1 }] },
    vpc: 24,
    people: [{ name: 'Other member' }],
  });
  const { awanio } = other.tenant;
  await enableOwnStorage();
  await stage.cloud.advance(other.tenant, 40 * 86_400);
  const list = (path: string) => other.api('GET', `/organizations/${other.org}${path}`);
  const invoices = await list('/invoices');
  const details = (await list('')).body;
  foreign = {
    organization: other.org,
    project: other.project,
    vm_uuid: awanio?.vms[0]?.uuid ?? '',
    k8s_uuid: awanio?.clusters[0]?.uuid ?? '',
    baremetal_uuid: awanio?.baremetals[0]?.uuid ?? '',
    volume_uuid: awanio?.volumes[0]?.uuid ?? '',
    vpc_uuid: String(at(details, 'data', 'vpc', 'uuid')),
    invoice: String(at(invoices.body, 'data', 0, 'uuid')),
    user_uuid: awanio?.people[0]?.uuid ?? '',
    address: awanio?.addresses[0]?.uuid ?? '',
    bucket_name: 'foreign-bucket',
    object_name: 'file-000001.txt',
  };
  secrets = [awanio?.organization.slug ?? '', 'Other member', '88123457', '88_123_457'];
  picture = async () => {
    const paths = [
      '',
      '/members',
      '/vms',
      '/volumes',
      '/kubernetes',
      '/baremetals',
      '/reserved-ips',
      '/vpc',
      '/object-storages',
      '/object-storages/buckets',
      '/object-storages/buckets/foreign-bucket/objects',
    ];
    const seen = await Promise.all(paths.map(list));
    const projects = await other.api('GET', '/projects');
    const people = await other.api('GET', `/projects/${other.project}/members`);
    return [...seen, projects, people].map(({ text }) => text).join('\n');
  };
});
afterAll(() => stage.close());

function expectNothing({ status, text }: Got): void {
  expect([403, 404], text).toContain(status);
  for (const secret of secrets) expect(text).not.toContain(secret);
}

const scoped = reachable.filter((ref) => {
  const { scope } = operation(ref) as Operation;
  return scope.in !== 'none' && scope.of !== 'user';
});
const cases = scoped.flatMap((ref) => placesOf(ref).map((place) => [ref, place] as const));

describe('another organization, and its projects', () => {
  it.each(cases)('%s in the %s', async (ref, place) => {
    const { organization = '', project = '' } = foreign;
    const before = await picture();
    expectNothing(await stage.call('admin', ref, { place, organization, project }));
    const names = { place, organization, project };
    expect([403, 404]).toContain(await stage.callBackend('admin', ref, names));
    expect(await picture()).toBe(before);
  });
});

/** The parameters of an operation's path that name a thing, beside its organization or project. */
const thingsOf = (ref: Ref) => {
  const described: Operation = operation(ref);
  return pathParams(described.path).filter(
    (name) => name !== 'group_type' && name !== scopeParam(described),
  );
};
const things = scoped.filter((ref) => implementedRefs.includes(ref) && thingsOf(ref).length > 0);

/** Bodies that name a thing of the other organization. A person may be added to an organization by their id alone. */
type Body = () => Record<string, unknown>;
const bodies: [Ref, Body][] = [
  ['A44', () => ({ source_volume_uuid: foreign.volume_uuid })],
  ...(['A09', 'A17', 'A24', 'A27'] as const).map((ref): [Ref, Body] => [
    ref,
    () => ({ organization_uuid: foreign.organization }),
  ]),
  ['A20', () => ({ member_uuid: foreign.user_uuid })],
  ['A14', () => ({ project_members: [{ user_uuid: foreign.user_uuid, user_level: 2 }] })],
  [
    'A17',
    () => ({
      project_member_added: [{ user_uuid: foreign.user_uuid, user_level: 2 }],
      project_member_updated: [],
      project_member_deleted: [],
    }),
  ],
];

describe('a thing of another organization, named in the own one', () => {
  it('has an operation for each kind that the sandbox keeps', () => {
    const machines = ['A26', 'A29', 'A30', 'A31', 'A38', 'A41', 'A42', 'A43'];
    // A70, the kubeconfig, is not the proxy's to pass on; sandbox/awanio/clusters.test.ts tries it.
    const clusters = ['A65', 'A66', 'A67', 'A68', 'A69'];
    const buckets = ['A58', 'A59', 'A60', 'A61'];
    expect(things).toEqual(['A13', 'A22', 'A23', ...machines, ...buckets, ...clusters]);
  });

  it.each(things.flatMap((ref) => placesOf(ref).map((place) => [ref, place] as const)))(
    '%s in the %s',
    async (ref, place) => {
      const before = await picture();
      const params = Object.fromEntries(thingsOf(ref).map((name) => [name, foreign[name] ?? '']));
      // A58 names its bucket in the body, too.
      const body = ref === 'A58' ? { bucket_name: foreign.bucket_name } : {};
      const got = await stage.call('admin', ref, stage.names(place, { params, body }));
      expectNothing(got);
      expect(got.text).not.toMatch(/(ORGANIZATION|PROJECT) NOT FOUND|NOT ENABLED/);
      expect(await picture()).toBe(before);
    },
  );

  it.each(bodies)('%s in the body', async (ref, body) => {
    for (const place of placesOf(ref)) {
      const names: Names = stage.names(place, { body: body() });
      expectNothing(await stage.call('admin', ref, names));
    }
  });

  it('an invoice, which names no organization', async () => {
    const params = { uuid: foreign.invoice ?? '' };
    expect(params.uuid).toMatch(/-/);
    expectNothing(await stage.call('admin', 'A46', stage.names('organization', { params })));
  });
});
