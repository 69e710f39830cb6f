/** Creates and deletes the VPC of an organization: A36, A38. */
import { Refusal } from '../refusal';
import { implement } from '../registry';
import { requireGroup } from './groups';
import { findVpc, isInside, keepVpc } from './vpc';
import { vpcWire } from './wire';

/** The sizes that this sandbox takes. It reads `size` as a prefix length, which the documentation doesn't say. */
const sizes = { least: 16, most: 28 } as const;

implement('A36', ({ params, body }, context) => {
  const { cloud, store } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  if (findVpc(store, organization.uuid)) {
    throw new Refusal(409, 'THE ORGANIZATION ALREADY HAS A VPC', { number: 2 });
  }
  if (body.size < sizes.least || body.size > sizes.most) {
    throw new Refusal(422, `size: must be a prefix length from ${sizes.least} to ${sizes.most}`);
  }
  const at = cloud.now(organization.tenant_id);
  return vpcWire(keepVpc(store, { organization, label: body.label, prefix: body.size, at }));
});

implement('A38', ({ params }, context) => {
  const { cloud, store } = context;
  const { organization } = requireGroup(context, 'organizations', params.organization_uuid);
  cloud.catchUp(organization.tenant_id);
  const vpc = findVpc(store, organization.uuid);
  if (vpc?.uuid !== params.vpc_uuid) throw new Refusal(404, 'VPC NOT FOUND');
  const used = store
    .all<{ private_ip: string | null }>(
      'select private_ip from vms where organization_uuid = ?',
      organization.uuid,
    )
    .filter(({ private_ip }) => isInside(vpc, private_ip)).length;
  if (used > 0) throw new Refusal(409, `THE VPC IS STILL USED BY ${used} MACHINES`);
  store.run('delete from vpcs where uuid = ?', vpc.uuid);
  return 'Successfully delete vpc';
});
