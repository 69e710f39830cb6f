/** The resources of a DewaVPS account, a file each, so that a page loads those that it uses. */
export { instances, newestInstances } from './vps/instances';
export { networks } from './vps/networks';
export { addresses, firstAddresses } from './vps/addresses';
export { volumes, firstVolumes } from './vps/volumes';
export { sshKeys } from './vps/ssh-keys';
export { snapshots } from './vps/snapshots';
export { deposits } from './vps/deposits';
export { reports } from './vps/reports';
export { postpaidInvoices } from './vps/postpaid-invoices';
