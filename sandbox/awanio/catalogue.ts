/** The images and plans of this Awanio, with fixed uuids. Prices are whole rupiah; a month has 720 hours. */
import { fixedUuid } from '../ids';
import { monthHours } from '../ledger';

export interface Image {
  uuid: string;
  slug: string;
  name: string;
  group: string;
  service: 'compute' | 'baremetal';
  /** GB */
  min_storage_gb: number;
}

function image(
  group: string,
  name: string,
  min_storage_gb: number,
  service: Image['service'] = 'compute',
): Image {
  const slug = `${service === 'baremetal' ? 'bm-' : ''}${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return { uuid: fixedUuid(`catalogue ${slug}`), slug, name, group, service, min_storage_gb };
}

export const images: readonly Image[] = [
  image('Ubuntu', 'Ubuntu 24.04 LTS', 15),
  image('Ubuntu', 'Ubuntu 22.04 LTS', 10),
  image('Debian', 'Debian 13', 10),
  image('Debian', 'Debian 12', 10),
  image('AlmaLinux', 'AlmaLinux 9', 20),
  image('Rocky Linux', 'Rocky Linux 9', 20),
  image('Fedora', 'Fedora Server 43', 40),
  image('baremetal', 'Ubuntu 24.04 LTS', 40, 'baremetal'),
  image('baremetal', 'Debian 13', 40, 'baremetal'),
];

export type SuitableFor = 'vm' | 'baremetal' | 'volume' | 'pods' | 'ip';

export interface Plan {
  uuid: string;
  instance_type: string;
  suitable_for: SuitableFor;
  plans_type: string;
  vcpu_core: number;
  ram_mb: number;
  storage_gb: number;
  transfer_tb: number;
  price_per_hour: number;
}

function plan(
  suitable_for: SuitableFor,
  instance_type: string,
  plans_type: string,
  size: [number, number, number, number],
  price_per_hour: number,
): Plan {
  const [vcpu_core, ram_mb, storage_gb, transfer_tb] = size;
  return {
    uuid: fixedUuid(`pricing ${instance_type}`),
    instance_type,
    suitable_for,
    plans_type,
    vcpu_core,
    ram_mb,
    storage_gb,
    transfer_tb,
    price_per_hour,
  };
}

export const plans: readonly Plan[] = [
  plan('vm', 's-a', 'standard', [1, 1024, 10, 1], 85),
  plan('vm', 's-b', 'standard', [1, 2048, 25, 1], 140),
  plan('vm', 's-c', 'standard', [2, 2048, 40, 2], 210),
  plan('vm', 's-d', 'standard', [2, 4096, 60, 2], 320),
  plan('vm', 's-e', 'standard', [4, 8192, 100, 3], 620),
  plan('vm', 'h-a', 'high', [4, 16384, 160, 4], 1180),
  plan('vm', 'h-b', 'high', [8, 32768, 320, 5], 2290),
  plan('volume', 'v-1', 'ssd', [0, 0, 20, 0], 28),
  plan('volume', 'v-2', 'ssd', [0, 0, 50, 0], 70),
  plan('volume', 'v-3', 'ssd', [0, 0, 100, 0], 140),
  plan('pods', 'k-a', 'standard', [2, 2048, 20, 1], 350),
  plan('pods', 'k-b', 'standard', [4, 4096, 40, 2], 690),
  plan('baremetal', 'bh-s', 'standard', [4, 32768, 480, 5], 1150),
  plan('baremetal', 'bh-a', 'standard', [8, 65536, 960, 10], 4150),
  plan('baremetal', 'bh-b', 'high', [24, 262144, 3840, 10], 12900),
  plan('ip', 'ip-p', 'standard', [0, 0, 0, 0], 40),
];

/** The names of the bare-metal packages, by their plan's. */
export const packageNames: Readonly<Record<string, string>> = {
  'bh-s': 'Intel Xeon E-2234',
  'bh-a': 'Intel Xeon E-2388G',
  'bh-b': 'AMD EPYC 9254',
};

/** The disks of a bare-metal plan: two equal ones, mirrored. */
export const disksOf = (of: Plan) =>
  of.suitable_for === 'baremetal'
    ? [1, 2].map((disk) => ({
        disk,
        disk_type: of.plans_type === 'high' ? 'nvme' : 'ssd',
        plans_type: null,
        storage_gb: of.storage_gb,
      }))
    : null;

/** The hours that the balance must cover before a machine is created. */
export const hoursInAdvance = 24;

export const monthly = (of: Plan) => of.price_per_hour * monthHours;
export const findImage = (uuid: string) => images.find((item) => item.uuid === uuid);
export const findPlan = (uuid: string) => plans.find((item) => item.uuid === uuid);

/** The name of the plan for external addresses. */
export const addressPlanName = 'ip-p';
const addressPlan = plans.find((item) => item.instance_type === addressPlanName);
/** The price of one external address in rupiah per hour. */
export const addressPrice = addressPlan?.price_per_hour ?? 0;
