/** The catalogue of this DewaVPS: locations, tiers with their prices, systems, sizes. Prices are rupiah per hour. */
import type { Part } from '../ledger';

export const locations = [
  { id: 1, name: 'Jakarta 1', city: 'Jakarta' },
  { id: 2, name: 'Surabaya 1', city: 'Surabaya' },
] as const;

export interface Tier {
  id: number;
  name: string;
  locations: readonly number[];
  /** Prices of a shared core, a GB of memory, a GB of storage. */
  cpu: number;
  memory: number;
  storage: number;
  /** The price of a dedicated core. */
  dedicated: number;
  /** The price of a GB of storage in a backup or snapshot. */
  backup: number;
  min: Size;
  max: Size;
}
export interface Size {
  cpu: number;
  /** GB */
  memory: number;
  /** GB */
  storage: number;
}

const smallest = { cpu: 1, memory: 1, storage: 20 };
export const tiers: readonly Tier[] = [
  {
    id: 1,
    name: 'Cloud Compute AMD Epyc',
    locations: [1, 2],
    cpu: 75,
    memory: 60,
    storage: 2,
    dedicated: 150,
    backup: 1,
    min: smallest,
    max: { cpu: 16, memory: 64, storage: 500 },
  },
  {
    id: 2,
    name: 'Cloud Compute Intel Xeon',
    locations: [1],
    cpu: 60,
    memory: 50,
    storage: 1,
    dedicated: 120,
    backup: 1,
    min: smallest,
    max: { cpu: 8, memory: 32, storage: 300 },
  },
  {
    id: 3,
    name: 'High Frequency NVMe',
    locations: [1, 2],
    cpu: 110,
    memory: 85,
    storage: 4,
    dedicated: 220,
    backup: 2,
    min: { cpu: 2, memory: 2, storage: 40 },
    max: { cpu: 32, memory: 128, storage: 1000 },
  },
];

export interface Template {
  id: number;
  os_id: number;
  name: string;
  version: string;
  /** GB */
  minStorage: number;
  /** GB */
  minMemory: number;
}

export const templates: readonly Template[] = [
  { id: 11, os_id: 1, name: 'Ubuntu', version: '24.04', minStorage: 20, minMemory: 1 },
  { id: 12, os_id: 1, name: 'Ubuntu', version: '22.04', minStorage: 20, minMemory: 1 },
  { id: 21, os_id: 2, name: 'Debian', version: '13', minStorage: 20, minMemory: 1 },
  { id: 22, os_id: 2, name: 'Debian', version: '12', minStorage: 20, minMemory: 1 },
  { id: 31, os_id: 3, name: 'AlmaLinux', version: '9', minStorage: 25, minMemory: 2 },
  { id: 41, os_id: 4, name: 'Rocky Linux', version: '9', minStorage: 25, minMemory: 2 },
  { id: 51, os_id: 5, name: 'Ubuntu Desktop', version: '24.04', minStorage: 40, minMemory: 4 },
];

export const sizes = [
  { id: 1, title: 'Starter', cpu: 1, memory: 1, storage: 20 },
  { id: 2, title: 'Basic', cpu: 1, memory: 2, storage: 30 },
  { id: 3, title: 'Standard', cpu: 2, memory: 4, storage: 60 },
  { id: 4, title: 'Plus', cpu: 4, memory: 8, storage: 100 },
  { id: 5, title: 'Pro', cpu: 8, memory: 16, storage: 200 },
] as const;

export interface BlockType {
  id: number;
  name: string;
  description: string;
  locations: readonly number[];
  /** The price of a GB. */
  price: number;
  /** GB */
  min: number;
  /** GB */
  max: number;
}

export const blockTypes: readonly [BlockType, ...BlockType[]] = [
  {
    id: 1,
    name: 'SSD',
    description: 'Replicated SSD',
    locations: [1, 2],
    price: 3,
    min: 10,
    max: 2000,
  },
  {
    id: 2,
    name: 'NVMe',
    description: 'Local NVMe, for databases',
    locations: [1],
    price: 5,
    min: 20,
    max: 1000,
  },
];

/** The price of one public address in rupiah per hour, used or not. */
export const addressPrice = 35;
/** The hours that the balance must cover before anything new is created. */
export const hoursInAdvance = 24;

export const findLocation = (id: number) => locations.find((location) => location.id === id);
export const findTier = (id: number) => tiers.find((tier) => tier.id === id);
export const findTemplate = (id: number) => templates.find((template) => template.id === id);

interface Priced extends Size {
  tier_id: number;
  dedicated: number | boolean;
  backup: number | boolean;
}

/** The charged parts of a machine, without its address. A stopped machine pays only for storage and backups. */
export function machineParts(of: Priced, running: boolean): Part[] {
  const tier = findTier(of.tier_id);
  if (!tier) return [];
  const compute = [
    { name: 'CPU', rate: of.cpu * (of.dedicated ? tier.dedicated : tier.cpu) },
    { name: 'Memory', rate: of.memory * tier.memory },
  ];
  return [
    ...(running ? compute : []),
    { name: 'Storage', rate: of.storage * tier.storage },
    ...(of.backup ? [{ name: 'Backup', rate: of.storage * tier.backup }] : []),
  ];
}

/** The price of a machine without its address, in rupiah per hour. */
export function machinePrice(of: Priced, running: boolean): number {
  return machineParts(of, running).reduce((total, part) => total + part.rate, 0);
}
