/** The resources of an organization or project, a file each, so that a page loads those that it uses. */
export { vms } from './awanio/vms';
export { clusters } from './awanio/clusters';
export { baremetals } from './awanio/baremetals';
export { buckets } from './awanio/buckets';
export { volumes } from './awanio/volumes';
export { vpcs } from './awanio/vpcs';
export { reservedAddresses } from './awanio/reserved-addresses';
export { organizations } from './awanio/organizations';
export { projects } from './awanio/projects';
export { members } from './awanio/members';
export { invoices } from './awanio/invoices';
