/** The demo's care of its machines: snapshots, one of which failed. */
import type { Cloud } from '../cloud';
import { daysBefore } from '../demo';
import type { Instance } from './instance';
import { keepSnapshot, settleSnapshot } from './snapshots';

/** hostname, name, description, days ago, how it ended */
const snapshots: readonly [string, string, string, number, 'Active' | 'Error'][] = [
  ['gudang-web-1', 'sebelum-rilis-3', 'Sebelum rilis 3.0 toko', 21, 'Active'],
  ['gudang-web-1', 'sebelum-promo', 'Keadaan sebelum promo tanggal kembar', 9, 'Active'],
  ['gudang-web-1', 'percobaan', 'Percobaan saat disk sedang sibuk', 2, 'Error'],
  ['gudang-db', 'sebelum-naik-versi', 'Sebelum basis data naik versi', 12, 'Active'],
];

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
}
