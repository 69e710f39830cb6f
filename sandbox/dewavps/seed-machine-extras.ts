/** Adds to the demo's machines: their power log, snapshots, scheduled backups, firewalls. */
import type { Cloud } from '../cloud';
import { daysBefore } from '../demo';
import { keepEntry, keepRule, keepSet } from './firewall-rows';
import type { Instance, Status } from './instance';
import { endOperation } from './power';
import { logPower } from './power-log';
import { keepBackup, keepSchedule, nextRun, jobTargetOf } from './backup-rows';
import { keepSnapshot, settleSnapshot } from './snapshots';

/** Snapshots: host name, name, description, age in days, final status. */
const snapshots: readonly [string, string, string, number, 'Active' | 'Error'][] = [
  ['gudang-web-1', 'sebelum-rilis-3', 'Sebelum rilis 3.0 toko', 21, 'Active'],
  ['gudang-web-1', 'sebelum-promo', 'Keadaan sebelum promo tanggal kembar', 9, 'Active'],
  ['gudang-web-1', 'percobaan', 'Percobaan saat disk sedang sibuk', 2, 'Error'],
  ['gudang-db', 'sebelum-naik-versi', 'Sebelum basis data naik versi', 12, 'Active'],
];

/** Backup schedules: host name, day, hour, retention. */
const schedules: readonly [
  string,
  { type: 'daily' | 'weekly'; day: number | null },
  number,
  number,
][] = [
  ['gudang-web-1', { type: 'daily', day: null }, 2, 7],
  ['gudang-web-1', { type: 'weekly', day: 0 }, 3, 4],
  ['gudang-db', { type: 'daily', day: null }, 1, 5],
  ['cadangan-sby', { type: 'weekly', day: 6 }, 4, 4],
];

/** Power logs: host name, and the states with the days since when; the last state is the current one. */
const pasts: readonly [string, readonly (readonly [Status, number])[]][] = [
  [
    'staging',
    [
      ['Running', 39.9],
      ['Stopped', 33],
      ['Running', 31],
      ['Stopped', 3],
    ],
  ],
  [
    'desktop-desain',
    [
      ['Running', 17.9],
      ['Stopped', 16],
      ['Running', 9],
      ['Stopped', 8.6],
    ],
  ],
  [
    'arsip-lama',
    [
      ['Running', 16.9],
      ['Stopped', 12],
    ],
  ],
  [
    'uji-kernel',
    [
      ['Running', 5.9],
      ['Error', 1.2],
    ],
  ],
];

type Line = ['A' | 'D', 'tcp' | 'udp', string, string, string | null, 'enabled' | 'disabled'];
const anywhere = null;
/** Firewalls: action, protocol, port, description, source (`kantor` is the set), whether it is enabled. */
const firewalls: readonly [string, readonly Line[]][] = [
  [
    'gudang-web-1',
    [
      ['A', 'tcp', '22', 'SSH dari kantor', 'kantor', 'enabled'],
      ['A', 'tcp', '80', 'Toko', anywhere, 'enabled'],
      ['A', 'tcp', '443', 'Toko, aman', anywhere, 'enabled'],
      ['A', 'tcp', '9100', 'Pemantauan dari jaringan gudang', '10.252.12.0/24', 'enabled'],
      ['A', 'tcp', '8000:8100', 'Uji coba vendor', '203.0.113.128/25', 'disabled'],
    ],
  ],
  [
    'gudang-db',
    [
      ['A', 'tcp', '5432', 'PostgreSQL dari jaringan gudang', '10.252.12.0/24', 'enabled'],
      ['A', 'tcp', '22', 'SSH dari kantor', 'kantor', 'enabled'],
    ],
  ],
];
const office = [
  { cidr: '203.0.113.64/28', description: 'Kantor Jakarta' },
  { cidr: '198.51.100.200', description: 'Rumah Sari' },
] as const;

const week = 7;

export function seedMachineExtras(cloud: Cloud, now: number): void {
  const machine = (hostname: string) => {
    const found = cloud.store.get<Instance>(
      `select * from instances where hostname = ? and tenant_id = 'demo'`,
      hostname,
    );
    if (!found) throw new Error(`the demo has no ${hostname}`);
    return found;
  };
  for (const [hostname, changes] of pasts) {
    for (const [status, days] of changes)
      endOperation(cloud, machine(hostname).uuid, status, daysBefore(now, days));
  }
  logPower(cloud.store, machine('gudang-web-1').uuid, 'on', daysBefore(now, 9)); // a restart
  for (const [hostname, lines] of firewalls)
    seedFirewall(cloud, machine(hostname), lines, daysBefore(now, 50));
  for (const [hostname, name, description, days, status] of snapshots) {
    const at = daysBefore(now, days);
    const { uuid } = keepSnapshot(cloud.store, machine(hostname), { name, description }, at);
    settleSnapshot(cloud, uuid, status, at);
  }
  for (const [hostname, when, hour, retention] of schedules) {
    const instance = machine(hostname);
    const days = when.type === 'weekly' ? week * retention : retention;
    const from = Math.max(instance.created_at, daysBefore(now, days));
    const schedule = keepSchedule(cloud, instance, { ...when, hour, retention }, from);
    cloud.jobs.drop(jobTargetOf(schedule.id));
    let run = nextRun(schedule, from);
    for (; run < now; run = nextRun(schedule, run)) keepBackup(cloud, instance, schedule, run);
    cloud.jobs.add('demo', 'backup.due', jobTargetOf(schedule.id), run);
  }
}

/** Creates a firewall that drops everything except what the lines accept. */
function seedFirewall(cloud: Cloud, instance: Instance, lines: readonly Line[], at: number): void {
  const { store } = cloud;
  const set = keepSet(store, instance, { name: 'kantor', description: 'Alamat kantor' }, at);
  for (const entry of office) keepEntry(store, set.id, entry);
  for (const [action, protocol, port, description, source, state] of lines) {
    const ours = source === set.name;
    const from = { source_ip: ours ? null : source, ipset_id: ours ? set.id : null };
    const enabled = state === 'enabled' ? 1 : 0;
    keepRule(store, instance, { action, protocol, port, description, ...from, enabled }, at);
  }
  store.update('instances', { uuid: instance.uuid }, { policy: 'D' });
}
