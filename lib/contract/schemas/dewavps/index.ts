/** The schemas of DewaVPS by reference: D01–D90, DX1–DX3. */
import { shapes } from '../../shape';
import { backups } from './backups';
import { billing } from './billing';
import { credentials } from './credentials';
import { firewall } from './firewall';
import { instances } from './instances';
import { ipsets } from './ipsets';
import { pricing } from './pricing';
import { privateNetworks } from './private-networks';
import { publicNetworks } from './public-networks';
import { snapshots } from './snapshots';
import { storage } from './storage';

export const dewavpsShapes = shapes({
  ...instances,
  ...snapshots,
  ...backups,
  ...firewall,
  ...ipsets,
  ...privateNetworks,
  ...publicNetworks,
  ...storage,
  ...credentials,
  ...pricing,
  ...billing,
});
