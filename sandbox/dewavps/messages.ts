/** The `message` of each DewaVPS answer, in the documentation's own words (contract/api.md section 2.2). */
import type { Ref } from '@/lib/contract/index';

/** What was asked, where one route does two things (QD4). */
type ByBody = (body: unknown) => string;
const detaches = (body: unknown) => (body as { vswitch?: string }).vswitch === '';

const messages: Partial<Record<Ref, string | ByBody>> = {
  D01: 'VM size templates',
  D02: 'Virtual machines list',
  D03: 'Vm berhasil dibuat',
  D04: 'Virtual machine details',
  D05: 'RRD data',
  D06: 'Instance is on cloning progress',
  D07: 'VNC connection',
  D08: 'Reinstall process on VM instance',
  D09: 'Virtual machine is on terminating process',
  D10: 'Start process on instance',
  D11: 'Stop process on vm instance',
  D12: 'Restart process on VM instance',
  D13: 'Instance options with no public network',
  D14: 'RDNS successfully updated',
  D15: (body) =>
    detaches(body)
      ? 'Instance successfully detached from Private Network'
      : 'Instance successfully attached to Private Network',
  D16: 'Public Network Address successfully added to the instance',
  D17: "Instance's Public Network successfully changed.",
  D18: 'Virtual machine is resized successfully',
  D19: 'Virtual machine password successfully updated',
  D20: 'Your instance will be migrated in a moment...',
  D21: 'Estimated change tier cost',
  D22: 'Hostname successfully updated',
  D23: 'Instance',
  D24: 'Estimated snapshot price per month',
  D25: 'Creating snapshot...',
  D26: 'Rollback successfully executed. You can start your instance up.',
  D27: 'Removing snapshot...',
  D28: 'Instance backup schedules',
  D29: 'Backup file successfully removed.',
  D30: 'Estimated per backup price',
  D31: 'Instance backup schedules',
  D32: 'Backup schedule successfully created',
  D33: 'Backup schedule successfully updated',
  D34: 'Backup schedule successfully removed',
  D48: 'VM',
  D49: 'Your Private Network',
  D50: 'Private Network details',
  D51: 'Private Network ips',
  D52: 'Private Network will be created in a moment',
  D53: 'Private Network Gateway updated successfully',
  D54: 'Private Network graph data',
  D55: 'Your Private Networkes',
  D56: 'Your Private Networks',
  D57: 'Public Network Options',
  D58: 'Public Network',
  D59: 'Public Network successfully created',
  D60: 'Public network instance successfully removed.',
  D61: 'RDNS successfully updated',
  D62: 'Public Network successfully removed',
  D63: 'Block storage types',
  D64: 'My block storages',
  D65: 'Block storage successfully attached',
  D66: 'Block storage successfully detached',
  D67: 'Block storage successfully resized',
  D68: 'Block storage successfully removed',
  D69: 'Available non-attached block storage',
  D70: 'My SSH Key',
  D71: 'SSH Key successfully created',
  D72: 'SSH key successfully deleted',
  D73: 'SSH key options',
  D74: 'Available Systems',
  D75: 'Daftar lokasi data center',
  D76: 'Available tiers',
  D77: 'Pricing list',
  D78: 'This month summary',
  D88: 'Summary billing report',
  D89: 'Billing report',
  DX1: 'Block storage successfully created',
  DX2: 'Restore process on VM instance',
};

/** The sentence of an answer. */
export function messageOf(ref: Ref, body: unknown): string | undefined {
  const said = messages[ref];
  return typeof said === 'function' ? said(body) : said;
}
