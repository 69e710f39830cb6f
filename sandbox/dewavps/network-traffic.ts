/** The traffic of a private network, D54, computed from the traffic of its machines. */
import { implement } from '../registry';
import type { Point } from './metrics';
import { pointsOf, trafficOf } from './metrics';
import { powerLog } from './power-log';
import { findNetwork, membersOf } from './vswitch';

/** The share of a machine's traffic that stays in the network; a single machine has no such traffic. */
const internalShare = 0.35;

implement('D54', ({ params }, { store, tenant, now }) => {
  const network = findNetwork(store, tenant.id, params.vswitch_id);
  const members = membersOf(store, network.uuid);
  const share = members.length > 1 ? internalShare : 0;
  const sums = new Map<number, Point>();
  for (const member of members) {
    for (const point of pointsOf(member, powerLog(store, member.uuid), 'day', now)) {
      if (point.at < network.created_at) continue;
      const sum = sums.get(point.at) ?? { ...point, netin: 0, netout: 0 };
      sum.netin += point.netin * share;
      sum.netout += point.netout * share;
      sums.set(point.at, sum);
    }
  }
  return { network: trafficOf([...sums.values()].sort((a, b) => a.at - b.at)) };
});
