/** Attaches a machine to a private network and detaches it: D15. */
import type { Store } from '../db';
import { invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { Instance, Vswitch } from './instance';
import { echoWire } from './instance';
import { privateHost } from './order';
import { instanceReadyFor } from './power';

/**
 * Refuses the gateway of a network, because the other machines would lose their internet access. @throws Refusal 400
 */
export function refuseGateway(store: Store, instance: Instance): void {
  if (store.get('select 1 from vswitches where gateway_uuid = ?', instance.uuid))
    throw invalidOperation('Instance is the gateway of its Private Network');
}

/** Finds a network that a machine may join. @throws Refusal 422 or 400 */
function joinable(store: Store, instance: Instance, uuid: string): Vswitch {
  const network = store.get<Vswitch>(
    'select * from vswitches where uuid = ? and tenant_id = ?',
    uuid,
    instance.tenant_id,
  );
  if (!network) throw invalid({ vswitch: ['The selected private network is invalid.'] });
  if (network.location_id !== instance.location_id)
    throw invalid({ vswitch: ['The selected private network is in another location.'] });
  if (network.status !== 'Active') throw invalidOperation('Private Network is not active');
  if (network.uuid === instance.vswitch_uuid)
    throw invalidOperation('Instance is already attached to this Private Network');
  return network;
}

implement('D15', ({ params, body }, context) => {
  const { store, now } = context;
  const attach = body.vswitch !== '';
  const instance = instanceReadyFor(
    context,
    params.instance_uuid,
    attach ? 'attachNetwork' : 'detachNetwork',
  );
  const network = attach ? joinable(store, instance, body.vswitch) : null;
  if (!attach && instance.vswitch_uuid === null)
    throw invalidOperation('Instance is not attached to any Private Network');
  refuseGateway(store, instance);
  store.update(
    'instances',
    { uuid: instance.uuid },
    {
      vswitch_uuid: network?.uuid ?? null,
      private_ip: network ? privateHost(store, network) : null,
      updated_at: now,
    },
  );
  for (const uuid of [network?.uuid, instance.vswitch_uuid])
    if (uuid) store.update('vswitches', { uuid }, { updated_at: now });
  return echoWire(instance);
});
