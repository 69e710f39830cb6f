/**
 * The operations of DewaVPS, D01–D90, and four extras: DX1–DX3 of the same platform, DX4 ours. Source: contract/api.md
 * section 2.2. Each operation has one row, the only place with its path.
 *
 * `affects` rather lists too many operations than too few: showing an outdated row is worse than one more read. Power
 * actions and everything queued (QD20) change the list and the detail; everything that a customer pays for also
 * changes the month's summary (D78).
 */
import type { Operation } from '../operation';

const all = { backend: 'dewavps', auth: 'required', reach: 'generic' } as const;
const none = { scope: { in: 'none' } } as const;
const instance = { scope: { in: 'path', param: 'instance_uuid', of: 'instance' } } as const;
const named = { scope: { in: 'body', field: 'instance_id', of: 'instance' } } as const;

const read = { ...all, method: 'GET', encoding: 'none', kind: 'read', affects: [] } as const;
const write = { ...all, encoding: 'form', kind: 'write' } as const;
/** A write without a body. */
const order = { ...all, encoding: 'none', kind: 'write' } as const;

const recovered = { origin: 'recovered' } as const;
const inferred = { origin: 'inferred' } as const;
const extension = { origin: 'extension' } as const;

const readsInstance = { permission: 'read_instance' } as const;
const writesInstance = { permission: 'write_instance' } as const;
const readsNetwork = { permission: 'read_network' } as const;
const writesNetwork = { permission: 'write_network' } as const;
const signedIn = { permission: 'signed-in' } as const;
const billing = { permission: 'billing', area: 'Billing' } as const;

const machine = '/instance/{instance_uuid}';
const firewall = `${machine}/firewall` as const;
const schedules = `${machine}/backup/schedules` as const;
const vswitch = '/network/vswitch';
const block = '/storage/blocks/{block_storage_id}';

/**
 * Reads that change when a machine is created or deleted: lists of machines, addresses, disks, networks, and the
 * cost.
 */
const everything = [
  'D02',
  'D04',
  'D13',
  'D49',
  'D50',
  'D51',
  'D55',
  'D56',
  'D57',
  'D58',
  'D64',
  'D69',
  'D78',
] as const;
const power = ['D02', 'D04'] as const;
const addresses = ['D02', 'D04', 'D13', 'D55', 'D57', 'D58', 'D78'] as const;
const price = ['D02', 'D04', 'D21', 'D24', 'D30', 'D78'] as const;

// prettier-ignore
export const dewavps = {
  D01: { ...read, ...none, ...signedIn, ...recovered, ref: 'D01', area: 'Instances', path: '/instance/size-template' },
  D02: { ...read, ...none, ...readsInstance, ...recovered, ref: 'D02', area: 'Instances', path: '/instance' },
  D03: { ...write, ...none, ...writesInstance, ...recovered, ref: 'D03', area: 'Instances', method: 'POST', path: '/instance/create', affects: everything },
  D04: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D04', area: 'Instances', path: `${machine}/detail` },
  D05: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D05', area: 'Instances', path: `${machine}/rrd` },
  D06: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D06', area: 'Instances', method: 'POST', path: `${machine}/clone`, affects: everything },
  D07: { ...all, ...instance, ...writesInstance, ...recovered, ref: 'D07', area: 'Instances', method: 'POST', path: `${machine}/console-websocket`, encoding: 'none', kind: 'acts', reach: 'own', affects: [] },
  D08: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D08', area: 'Instances', method: 'PATCH', path: `${machine}/reinstall`, affects: ['D02', 'D04', 'D48'] },
  D09: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D09', area: 'Instances', method: 'DELETE', path: machine, affects: everything },
  D10: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D10', area: 'Instances', method: 'PATCH', path: `${machine}/start`, affects: power },
  D11: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D11', area: 'Instances', method: 'PATCH', path: `${machine}/stop`, affects: power },
  D12: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D12', area: 'Instances', method: 'PATCH', path: `${machine}/restart`, affects: power },
  D13: { ...read, ...none, ...readsInstance, ...inferred, ref: 'D13', area: 'Instances', path: '/instance/options' },
  D14: { ...write, ...none, ...writesInstance, ...inferred, ref: 'D14', area: 'Instances', method: 'PATCH', path: '/instance/ip/{ip_uuid}/rdns', affects: ['D04', 'D58'] },
  D15: { ...write, ...instance, ...writesInstance, ...inferred, ref: 'D15', area: 'Instances', method: 'PATCH', path: `${machine}/private-network`, affects: ['D02', 'D04', 'D49', 'D50', 'D51', 'D55'] },
  D16: { ...order, ...instance, ...writesInstance, ...inferred, ref: 'D16', area: 'Instances', method: 'POST', path: `${machine}/public-network`, affects: addresses },
  D17: { ...write, ...instance, ...writesInstance, ...inferred, ref: 'D17', area: 'Instances', method: 'PATCH', path: `${machine}/public-network`, affects: addresses },
  D18: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D18', area: 'Instances', method: 'PATCH', path: `${machine}/resize`, affects: price },
  D19: { ...write, ...instance, ...writesInstance, ...inferred, ref: 'D19', area: 'Instances', method: 'PATCH', path: `${machine}/set-password`, affects: ['D04'] },
  D20: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D20', area: 'Instances', method: 'PATCH', path: `${machine}/change-tier`, affects: price },
  D21: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D21', area: 'Instances', path: `${machine}/change-tier/price` },
  D22: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D22', area: 'Instances', method: 'PATCH', path: `${machine}/update-hostname`, affects: ['D02', 'D04', 'D13', 'D49', 'D50', 'D51', 'D55', 'D58', 'D64'] },

  D23: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D23', area: 'Snapshots', path: `${machine}/snapshot/snapshots` },
  D24: { ...read, ...instance, ...readsInstance, ...inferred, ref: 'D24', area: 'Snapshots', path: `${machine}/snapshot/price` },
  D25: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D25', area: 'Snapshots', method: 'POST', path: `${machine}/snapshot/create`, affects: ['D02', 'D04', 'D23', 'D78'] },
  D26: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D26', area: 'Snapshots', method: 'PATCH', path: `${machine}/snapshot/{snapshot_uuid}/rollback`, affects: ['D02', 'D04', 'D23'] },
  D27: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D27', area: 'Snapshots', method: 'DELETE', path: `${machine}/snapshot/{snapshot_uuid}/delete`, affects: ['D02', 'D04', 'D23', 'D78'] },

  D28: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D28', area: 'Backups', path: `${machine}/backup/history` },
  D29: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D29', area: 'Backups', method: 'DELETE', path: `${machine}/backup/{backup_uuid}/delete`, affects: ['D04', 'D28', 'D78'] },
  D30: { ...read, ...instance, ...readsInstance, ...inferred, ref: 'D30', area: 'Backups', path: `${machine}/backup/price` },
  D31: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D31', area: 'Backups', path: schedules },
  D32: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D32', area: 'Backups', method: 'POST', path: `${schedules}/create`, affects: ['D04', 'D31', 'D78'] },
  D33: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D33', area: 'Backups', method: 'PATCH', path: `${schedules}/{schedule_id}/update`, affects: ['D28', 'D31', 'D78'] },
  D34: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D34', area: 'Backups', method: 'DELETE', path: `${schedules}/{backup_id}/delete`, affects: ['D04', 'D31', 'D78'] },

  D35: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D35', area: 'Firewall', path: `${firewall}/default` },
  D36: { ...read, ...none, ...readsInstance, ...recovered, ref: 'D36', area: 'Firewall', path: '/firewall-rule-types' },
  D37: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D37', area: 'Firewall', method: 'PATCH', path: `${firewall}/default/update`, affects: ['D35'] },
  D38: { ...read, ...instance, ...readsInstance, ...recovered, ref: 'D38', area: 'Firewall', path: `${firewall}/rules` },
  D39: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D39', area: 'Firewall', method: 'POST', path: `${firewall}/create`, affects: ['D38'] },
  D40: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D40', area: 'Firewall', method: 'PATCH', path: `${firewall}/{firewall_rule_id}/update`, affects: ['D38'] },
  D41: { ...write, ...instance, ...writesInstance, ...recovered, ref: 'D41', area: 'Firewall', method: 'PATCH', path: `${firewall}/{firewall_rule_id}/update-status`, affects: ['D38'] },
  D42: { ...order, ...instance, ...writesInstance, ...recovered, ref: 'D42', area: 'Firewall', method: 'DELETE', path: `${firewall}/{firewall_uuid}/delete`, affects: ['D38'] },

  D43: { ...read, ...instance, ...readsInstance, ...inferred, ref: 'D43', area: 'IP sets', path: `${firewall}/ipset` },
  D44: { ...write, ...instance, ...writesInstance, ...inferred, ref: 'D44', area: 'IP sets', method: 'POST', path: `${firewall}/ipset/create`, affects: ['D43'] },
  D45: { ...order, ...instance, ...writesInstance, ...inferred, ref: 'D45', area: 'IP sets', method: 'DELETE', path: `${firewall}/ipset/{ipset_id}/delete`, affects: ['D38', 'D43'] },
  D46: { ...write, ...instance, ...writesInstance, ...inferred, ref: 'D46', area: 'IP sets', method: 'POST', path: `${firewall}/ipset/{ipset_id}/cidr/create`, affects: ['D43'] },
  D47: { ...order, ...instance, ...writesInstance, ...inferred, ref: 'D47', area: 'IP sets', method: 'DELETE', path: `${firewall}/ipset/{ipset_id}/cidr/{iplist_id}/delete`, affects: ['D43'] },
  D48: { ...read, ...instance, ...readsInstance, ...inferred, ref: 'D48', area: 'Instances', path: `${machine}/ssh-keys` },

  D49: { ...read, ...none, ...readsNetwork, ...recovered, ref: 'D49', area: 'Private networks', path: '/network/vswitches' },
  D50: { ...read, ...none, ...readsNetwork, ...recovered, ref: 'D50', area: 'Private networks', path: `${vswitch}/{vswitch_uuid}/details` },
  D51: { ...read, ...none, ...readsNetwork, ...inferred, ref: 'D51', area: 'Private networks', path: `${vswitch}/{vswitch_id}/ips` },
  D52: { ...all, ...none, ...writesNetwork, ...inferred, ref: 'D52', area: 'Private networks', method: 'POST', path: `${vswitch}/create`, encoding: 'query', kind: 'write', affects: ['D49', 'D56'] },
  D53: { ...all, ...none, ...writesNetwork, ...inferred, ref: 'D53', area: 'Private networks', method: 'PATCH', path: `${vswitch}/{vswitch_uuid}/gateway`, encoding: 'json', kind: 'write', affects: ['D04', 'D49', 'D50', 'D51', 'D55'] },
  D54: { ...read, ...none, ...readsNetwork, ...inferred, ref: 'D54', area: 'Private networks', path: `${vswitch}/{vswitch_id}/graph` },
  D55: { ...read, ...none, ...readsNetwork, ...inferred, ref: 'D55', area: 'Private networks', path: `${vswitch}/gateway` },
  D56: { ...read, ...none, ...readsNetwork, ...inferred, ref: 'D56', area: 'Private networks', path: `${vswitch}/options` },

  D57: { ...read, ...none, ...readsNetwork, ...inferred, ref: 'D57', area: 'Public addresses', path: '/network/public/options' },
  D58: { ...read, ...none, ...readsNetwork, ...recovered, ref: 'D58', area: 'Public addresses', path: '/network/public/reserved' },
  D59: { ...write, ...none, ...writesNetwork, ...recovered, ref: 'D59', area: 'Public addresses', method: 'POST', path: '/network/public/create', affects: ['D57', 'D58', 'D78'] },
  D60: { ...write, ...named, ...writesNetwork, ...recovered, ref: 'D60', area: 'Public addresses', method: 'PATCH', path: '/network/public/{ip_uuid}/change-instance', affects: addresses },
  D61: { ...write, ...none, ...writesNetwork, ...inferred, ref: 'D61', area: 'Public addresses', method: 'PATCH', path: '/network/public/{ip_uuid}/rdns', affects: ['D04', 'D58'] },
  D62: { ...order, ...none, ...writesNetwork, ...recovered, ref: 'D62', area: 'Public addresses', method: 'DELETE', path: '/network/public/{ip_uuid}/delete', affects: addresses },

  D63: { ...read, ...none, ...readsInstance, ...recovered, ref: 'D63', area: 'Block storage', path: '/storage/blocks/types' },
  D64: { ...read, ...none, ...readsInstance, ...recovered, ref: 'D64', area: 'Block storage', path: '/storage/blocks' },
  D65: { ...write, ...named, ...writesInstance, ...recovered, ref: 'D65', area: 'Block storage', method: 'PATCH', path: `${block}/attach`, affects: ['D64', 'D69'] },
  D66: { ...order, ...none, ...writesInstance, ...recovered, ref: 'D66', area: 'Block storage', method: 'PATCH', path: `${block}/detach`, affects: ['D64', 'D69'] },
  D67: { ...write, ...none, ...writesInstance, ...recovered, ref: 'D67', area: 'Block storage', method: 'PATCH', path: `${block}/resize`, affects: ['D64', 'D69', 'D78'] },
  D68: { ...order, ...none, ...writesInstance, ...recovered, ref: 'D68', area: 'Block storage', method: 'DELETE', path: block, affects: ['D64', 'D69', 'D78'] },
  D69: { ...read, ...none, ...readsInstance, ...recovered, ref: 'D69', area: 'Block storage', path: '/storage/blocks/options' },

  D70: { ...read, ...none, ...readsInstance, ...recovered, ref: 'D70', area: 'SSH keys', path: '/credential/ssh' },
  D71: { ...write, ...none, ...writesInstance, ...recovered, ref: 'D71', area: 'SSH keys', method: 'POST', path: '/credential/ssh', affects: ['D70', 'D73'] },
  D72: { ...order, ...none, ...writesInstance, ...recovered, ref: 'D72', area: 'SSH keys', method: 'DELETE', path: '/credential/ssh/{ssh_id}', affects: ['D70', 'D73'] },
  D73: { ...read, ...none, ...readsInstance, ...inferred, ref: 'D73', area: 'SSH keys', path: '/credential/ssh/options' },

  D74: { ...read, ...none, ...signedIn, ...recovered, ref: 'D74', area: 'Pricing', path: '/systems' },
  D75: { ...read, ...none, ...signedIn, ...recovered, ref: 'D75', area: 'Pricing', path: '/locations' },
  D76: { ...read, ...none, ...signedIn, ...recovered, ref: 'D76', area: 'Pricing', path: '/tiers' },
  D77: { ...read, ...none, ...signedIn, ...inferred, ref: 'D77', area: 'Pricing', path: '/tiers/{tier_id}/pricing' },

  D78: { ...read, ...none, ...billing, ...recovered, ref: 'D78', path: '/billing/summary' },
  D79: { ...read, ...none, ...billing, ...recovered, ref: 'D79', path: '/billing/deposit/history' },
  // This GET starts an export ("initiate", "triggers the process"), so it is never prefetched or retried.
  D80: { ...read, ...none, ...billing, ...inferred, ref: 'D80', path: '/billing/deposit/export', kind: 'acts' },
  D81: { ...read, ...none, ...billing, ...recovered, ref: 'D81', path: '/billing/deposit/{invoice_id}/details' },
  D82: { ...read, ...none, ...billing, ...recovered, ref: 'D82', path: '/billing/credit/history' },
  D83: { ...read, ...none, ...billing, ...recovered, ref: 'D83', path: '/billing/postpaid/summary' },
  D84: { ...read, ...none, ...billing, ...recovered, ref: 'D84', path: '/billing/postpaid/invoices' },
  D85: { ...read, ...none, ...billing, ...inferred, ref: 'D85', path: '/billing/postpaid/invoices/{invoice_id}/download', reach: 'own' },
  D86: { ...read, ...none, ...billing, ...recovered, ref: 'D86', path: '/billing/v2/methods' },
  D87: { ...write, ...none, ...billing, ...recovered, ref: 'D87', method: 'POST', path: '/billing/v2/topup', reach: 'own', affects: ['D78', 'D79', 'D82'] },
  D88: { ...read, ...none, ...billing, ...recovered, ref: 'D88', path: '/billing/report/summary' },
  D89: { ...read, ...none, ...billing, ...recovered, ref: 'D89', path: '/billing/report/summary/{summary_date}/details' },
  D90: { ...read, ...none, ...billing, ...inferred, ref: 'D90', path: '/billing/report/summary/{summary_id}/export', kind: 'acts' },

  DX1: { ...write, ...none, ...writesInstance, ...extension, ref: 'DX1', area: 'Block storage', method: 'POST', path: '/storage/blocks/create', affects: ['D64', 'D69', 'D78'] },
  DX2: { ...read, ...instance, ...writesInstance, ...extension, ref: 'DX2', area: 'Backups', path: `${machine}/backup/restore/{backup_uuid}`, kind: 'acts', affects: ['D02', 'D04', 'D23', 'D28'] },
  DX3: { ...read, ...none, ...billing, ...extension, ref: 'DX3', path: '/billing/v2/topup/{invoice_id}/status' },
  // Ours: the sandbox has it, and a provider may add it. It is to D07 what termproxy is to vncproxy in Proxmox VE.
  DX4: { ...all, ...instance, ...writesInstance, ...extension, ref: 'DX4', area: 'Instances', method: 'POST', path: `${machine}/console-serial`, encoding: 'json', kind: 'acts', reach: 'own', affects: [] },
} as const satisfies Record<string, Operation>;
