/** Loads all modules that register handlers. It opens no files and no ports, so any module may import it. */
import './awanio/accounts';
import './awanio/invoices';
import './awanio/members';
import './awanio/networks';
import './awanio/organizations';
import './awanio/prices';
import './awanio/projects';
import './awanio/reserved';
import './awanio/vms';
import './awanio/volume-changes';
import './awanio/volumes';
import './awanio/vouchers';
import './dewavps/backups';
import './dewavps/billing';
import './dewavps/clone';
import './dewavps/credentials';
import './dewavps/firewall';
import './dewavps/instances';
import './dewavps/ipsets';
import './dewavps/metrics';
import './dewavps/membership';
import './dewavps/network-traffic';
import './dewavps/networks';
import './dewavps/order';
import './dewavps/power';
import './dewavps/pricing';
import './dewavps/public-ips';
import './dewavps/public-moves';
import './dewavps/reinstall';
import './dewavps/resize';
import './dewavps/schedules';
import './dewavps/snapshots';
import './dewavps/storage';
import { registeredRefs } from './registry';

/** The operations that the sandbox implements; it answers the others with 501. */
export const implementedRefs = registeredRefs();
