/** Every handler, by loading the modules that register them. Opens nothing, so anybody may ask. */
import './awanio/accounts';
import './awanio/invoices';
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

/** References that the sandbox answers with something other than 501. */
export const implementedRefs = registeredRefs();
