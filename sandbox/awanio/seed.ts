/** Creates the Awanio part of the demo: two organizations, two projects, their people, nine machines. */
import type { Cloud } from '../cloud';
import { demoTenantOpening, daysBefore } from '../demo';
import { randomText } from '../ids';
import { plans, images } from './catalogue';
import { keepDeployed } from './metal-orders';
import { keepReadyCluster } from './clusters';
import type { External } from './external';
import type { Organization, Project } from './groups';
import { accountOf, addMember, makeOrganization, makeProject, spaceOf } from './groups';
import { keepOwnInvoice } from './invoice';
import { reserveFree } from './reserved';
import { seedColleagues } from './seed-people';
import type { Vm } from './vm';
import { orderVm } from './vms';
import { makeUser } from './users';
import { keepVolume } from './volumes';
import { keepVpc } from './vpc';

interface Person {
  username: string;
  email: string;
  name: string;
  password: string;
  level: number;
}

/** A volume of the demo: its group, label, plan, age in days, and its machine, if it has one. */
interface PlannedVolume {
  in: Organization | Project;
  label: string;
  plan: string;
  days: number;
  of?: string;
}

interface Planned {
  in: Organization | Project;
  hostname: string;
  title: string;
  plan: string;
  image: string;
  days: number;
  status: string;
  external?: External;
}

/** How long the demo's machine goes on being created, so that a person can see it end. Milliseconds. */
const demoCreation = 4 * 60_000;

const groupOf = (place: Organization | Project, organization: Organization) =>
  spaceOf(organization, 'organization_uuid' in place ? place : null);

function keep(
  cloud: Cloud,
  planned: Planned,
  organization: Organization,
  userUuid: string,
  now: number,
  index: number,
): void {
  const at = daysBefore(now, planned.days);
  const vm = orderVm(cloud, {
    group: groupOf(planned.in, organization),
    userUuid,
    title: planned.title,
    hostname: planned.hostname,
    imageUuid: images.find((image) => image.slug === planned.image)?.uuid ?? '',
    planUuid: plans.find((plan) => plan.instance_type === planned.plan)?.uuid ?? '',
    username: 'demo',
    credential: `fake-${randomText(12)}`,
    external: planned.external ?? null,
    at,
  });
  cloud.jobs.drop(vm.uuid);
  const private_ip =
    planned.status === 'running' || planned.status === 'stopped' ? `10.42.0.${10 + index}` : null;
  cloud.store.update(
    'vms',
    { uuid: vm.uuid },
    { status: planned.status, private_ip, updated_at: at + 9000 },
  );
  if (planned.status === 'scheduling')
    cloud.later(vm.tenant_id, 'vm.run', vm.uuid, demoCreation, now);
}

function keepDisk(
  cloud: Cloud,
  planned: PlannedVolume,
  organization: Organization,
  userUuid: string,
  now: number,
): void {
  const plan = plans.find((item) => item.instance_type === planned.plan);
  if (!plan) throw new Error(`the catalogue has no ${planned.plan}`);
  const vm = cloud.store.get<Vm>(
    'select * from vms where organization_uuid = ? and hostname = ?',
    organization.uuid,
    planned.of ?? '',
  );
  keepVolume(cloud, {
    group: groupOf(planned.in, organization),
    userUuid,
    label: planned.label,
    plan,
    vm,
    at: daysBefore(now, planned.days),
  });
}

/** Plans a machine of the demo; it is running unless `more` says otherwise. @param days its age */
const planVm = (
  group: Planned['in'],
  hostname: string,
  title: string,
  plan: string,
  image: string,
  days: number,
  more: Partial<Planned> = {},
): Planned => ({ in: group, hostname, title, plan, image, days, status: 'running', ...more });

function plannedVms({ kopi, toko, data }: Record<'kopi' | 'toko' | 'data', Planned['in']>) {
  const ubuntu = 'ubuntu-24-04-lts';
  return [
    planVm(kopi, 'web-01', 'Situs utama', 's-c', ubuntu, 52, {
      external: { kind: 'new', keep: false },
    }),
    planVm(kopi, 'db-01', 'Basis data', 's-e', 'debian-12', 52),
    planVm(kopi, 'cache-01', 'Cache lama', 's-b', 'debian-12', 41, { status: 'stopped' }),
    planVm(kopi, 'batch-01', 'Laporan malam', 's-d', 'almalinux-9', 3, { status: 'failed' }),
    planVm(toko, 'toko-web', 'Toko daring', 's-d', ubuntu, 47, {
      external: { kind: 'new', keep: true },
    }),
    planVm(toko, 'toko-staging', 'Toko percobaan', 's-b', ubuntu, 12),
    planVm(toko, 'toko-queue', 'Antrean pesanan', 's-a', 'debian-13', 0.02, {
      status: 'scheduling',
    }),
    planVm(data, 'analitik', 'Analitik', 'h-a', 'ubuntu-22-04-lts', 19),
  ];
}

/** Creates the data. @returns the balance that each ledger account must have now */
export function seedAwanio(
  cloud: Cloud,
  people: readonly Person[],
  now: number,
): Record<string, number> {
  const { store } = cloud;
  const tenantId = 'demo';
  const users = people.map((person) => ({
    level: person.level,
    user: makeUser(cloud, { tenantId, status: 'active', ...person }),
  }));
  const [sari, budi, ratna] = users.map(({ user }) => user.uuid);
  if (!sari || !budi || !ratna) throw new Error('the demo has three people');
  const opened = daysBefore(now, 60);
  const kopi = makeOrganization(cloud, {
    tenantId,
    name: 'Kopi Nusantara',
    owner: sari,
    balance: demoTenantOpening,
    at: opened,
  });
  const studio = makeOrganization(cloud, {
    tenantId,
    name: 'Studio Awan',
    owner: sari,
    balance: demoTenantOpening,
    at: daysBefore(now, 30),
  });
  for (const { user, level } of users) {
    if (user.uuid !== sari)
      addMember(store, 'organizations', kopi.uuid, user.uuid, level, daysBefore(now, 55));
  }
  const toko = makeProject(store, {
    organization: kopi,
    name: 'Toko Daring',
    owner: sari,
    at: daysBefore(now, 50),
  });
  const data = makeProject(store, {
    organization: kopi,
    name: 'Data',
    owner: sari,
    at: daysBefore(now, 20),
  });
  addMember(store, 'projects', toko.uuid, budi, 2, daysBefore(now, 49));
  const founders = new Map([
    [sari, 0.1],
    [budi, 1],
    [ratna, 6],
  ]);
  seedColleagues(cloud, { kopi, toko, data }, founders, people[0]?.password ?? '', now);

  for (const [index, vm] of plannedVms({ kopi, toko, data }).entries())
    keep(cloud, vm, kopi, sari, now, index);
  const render = ['render-01', 'Render', 's-e', 'rocky-linux-9', 25] as const;
  keep(cloud, planVm(studio, ...render), studio, sari, now, 20);
  const disks: PlannedVolume[] = [
    { in: kopi, label: 'data-basis', plan: 'v-3', days: 51, of: 'db-01' },
    { in: kopi, label: 'cadangan-lama', plan: 'v-2', days: 40 },
    { in: kopi, label: 'percobaan', plan: 'v-1', days: 9 },
    { in: toko, label: 'gambar-toko', plan: 'v-2', days: 46, of: 'toko-web' },
    { in: data, label: 'arsip-laporan', plan: 'v-3', days: 15 },
  ];
  for (const disk of disks) keepDisk(cloud, disk, kopi, sari, now);
  reserveFree(cloud, kopi, daysBefore(now, 27), ['surel', 'produksi']);
  reserveFree(cloud, kopi, daysBefore(now, 5));
  const cluster = { userUuid: sari, plan: 'k-a', highlyAvailable: false };
  const production = { name: 'produksi', volumePlan: 'v-1', tags: ['produksi'] };
  const kopiGroup = groupOf(kopi, kopi);
  keepReadyCluster(cloud, { ...cluster, ...production, group: kopiGroup, at: daysBefore(now, 18) });
  // The certificate of this one ends soon.
  const soon = { name: 'percobaan', ends: 12 * 86_400 };
  keepReadyCluster(cloud, {
    ...cluster,
    ...soon,
    group: groupOf(toko, kopi),
    at: daysBefore(now, 8),
  });
  const metal = { group: kopiGroup, hostname: 'gudang-data', title: 'Gudang data' };
  keepDeployed(cloud, { ...metal, at: daysBefore(now, 21) });
  // Only this organization has a VPC. Its machines were given addresses of its range above.
  const office = { label: 'jaringan-kopi', prefix: 20, from: '10.42.0.0' };
  keepVpc(store, { organization: kopi, ...office, at: daysBefore(now, 58) });
  const migration = { kind: 'unpaid', amount: 1_250_000, note: 'Migrasi basis data' } as const;
  keepOwnInvoice(cloud, kopi, { ...migration, at: daysBefore(now, 4) });
  return { [accountOf(kopi.uuid)]: 4_275_000, [accountOf(studio.uuid)]: 610_000 };
}
