/** The demo's care of its machines: snapshots, one of which failed, and backups by schedule. */
import type { Cloud } from '../cloud';
import { daysBefore } from '../demo';
import type { Instance } from './instance';
import { keepBackup, keepSchedule, nextRun, workOf } from './backup-rows';
import { keepSnapshot, settleSnapshot } from './snapshots';

/** hostname, name, description, days ago, how it ended */
const snapshots: readonly [string, string, string, number, 'Active' | 'Error'][] = [
  ['gudang-web-1', 'sebelum-rilis-3', 'Sebelum rilis 3.0 toko', 21, 'Active'],
  ['gudang-web-1', 'sebelum-promo', 'Keadaan sebelum promo tanggal kembar', 9, 'Active'],
  ['gudang-web-1', 'percobaan', 'Percobaan saat disk sedang sibuk', 2, 'Error'],
  ['gudang-db', 'sebelum-naik-versi', 'Sebelum basis data naik versi', 12, 'Active'],
];

/** hostname, when, hour, how many are kept */
const schedules: readonly [string, { type: 'daily' | 'weekly'; day: number | null }, number, number][] = [
  ['gudang-web-1', { type: 'daily', day: null }, 2, 7],
  ['gudang-web-1', { type: 'weekly', day: 0 }, 3, 4],
  ['gudang-db', { type: 'daily', day: null }, 1, 5],
  ['cadangan-sby', { type: 'weekly', day: 6 }, 4, 4],
]; // prettier-ignore

const week = 7;

export function seedCare(cloud: Cloud, now: number): void {
  const machine = (hostname: string) => {
    const found = cloud.store.get<Instance>(
      `select * from instances where hostname = ? and tenant_id = 'demo'`,
      hostname,
    );
    if (!found) throw new Error(`the demo has no ${hostname}`);
    return found;
  };
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
    cloud.jobs.drop(workOf(schedule.id));
    let run = nextRun(schedule, from);
    for (; run < now; run = nextRun(schedule, run)) keepBackup(cloud, instance, schedule, run);
    cloud.jobs.add('demo', 'backup.due', workOf(schedule.id), run);
  }
}
