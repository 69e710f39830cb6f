/** The machines and clusters of an organization or project. */
import { Refusal } from '../refusal';
import type { AwanioContext } from '../registry';
import { requireGroup, type Group, type GroupType } from './groups';

/** Path parameters that name an organization or project. */
export interface GroupParams {
  group_type: GroupType;
  uuid: string;
}

/** The tables of what stands in an organization or project, with what their refusals call it. */
const tables = { vms: 'VM', clusters: 'CLUSTER', baremetals: 'BARE METAL' } as const;
type Table = keyof typeof tables;

/** Finds the group of a path, and does what was due in its tenant. @throws Refusal as `requireGroup` does */
function groupAsNow(context: AwanioContext, { group_type, uuid }: GroupParams): Group {
  const group = requireGroup(context, group_type, uuid);
  context.cloud.catchUp(group.organization.tenant_id);
  return group;
}

/** The rows of a group, the newest first. @throws Refusal as `requireGroup` does */
export function rowsOfGroup<Row>(context: AwanioContext, table: Table, params: GroupParams): Row[] {
  const group = groupAsNow(context, params);
  return context.store.all<Row>(
    `select * from ${table} where group_type = ? and group_uuid = ? order by created_at desc, rowid desc`,
    group.type,
    group.uuid,
  );
}

/** Finds one row of a group by its uuid. @throws Refusal 404 if the group hasn't it */
export function requireInGroup<Row>(
  context: AwanioContext,
  table: Table,
  params: GroupParams,
  uuid: string,
): { group: Group; row: Row } {
  const group = groupAsNow(context, params);
  const row = context.store.get<Row>(
    `select * from ${table} where uuid = ? and group_type = ? and group_uuid = ?`,
    uuid,
    group.type,
    group.uuid,
  );
  if (!row) throw new Refusal(404, `${tables[table]} NOT FOUND`);
  return { group, row };
}
